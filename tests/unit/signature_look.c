/* What a source is, told from its text. */
#include "judge/signature/signature.h"

#include "tests/unit/unit.h"

static struct signature *find_pair(void)
{
    struct arena *arena = arena_new();
    struct signature *signature = arena_alloc(arena, sizeof(*signature));
    struct signature_call *call = arena_alloc(arena, sizeof(*call));
    struct signature_parameter *parameters = arena_array(arena, 2, sizeof(*parameters));
    struct error error;

    parameters[0].name = "sizes";
    parameters[1].name = "block";
    ck_assert_int_eq(signature_type_parse(arena, "list<int>", &parameters[0].type, &error), 0);
    ck_assert_int_eq(signature_type_parse(arena, "int", &parameters[1].type, &error), 0);
    *call = (struct signature_call){ "find_pair", "", parameters, 2, parameters[0].type };
    *signature = (struct signature){ arena, false, "find_pair", "", call, 1 };
    return signature;
}

#define WHOLE SIGNATURE_WHOLE_PROGRAM
#define FUNCTION SIGNATURE_FUNCTION
#define FAULTY SIGNATURE_FAULTY

static const struct {
    const char *language, *text;
    enum signature_style style;
    const char *fault;
} sources[] = {
    { "python3", "def find_pair(sizes, block):\n    return []\n", FUNCTION, NULL },
    { "python3", "# input() is not read\ndef find_pair(sizes, block=3): return ['input()']\n",
      FUNCTION, NULL },
    { "python3", "def find_pair(*arguments): return []\n", FUNCTION, NULL },
    { "python3", "def find_pair(sizes): return []\n", FAULTY, "takes 1 parameter here" },
    { "python3", "def find_pair(sizes, block, more): return []\n", FAULTY, "takes 3 parameters" },
    { "python3", "def find_pair(sizes, block, more=1): return []\n", FUNCTION, NULL },
    { "python3", "n = input()\nprint(n)\n", WHOLE, NULL },
    { "python3", "import sys\nfor line in sys.stdin: pass\n", WHOLE, NULL },
    { "python3", "def find_piar(sizes, block): return []\n", FAULTY, "a name like it, find_piar" },
    { "python3", "def findPair(sizes, block): return []\n", FAULTY, "a name like it, findPair" },
    { "python3", "def something(): return '''find_pair'''\n", FAULTY, "no function find_pair" },
    { "cpp", "std::vector<int> find_pair(const std::vector<int> &a, int b) { return {}; }\n",
      FUNCTION, NULL },
    { "cpp", "std::vector<int> find_pair(std::map<int, int> a, int b) { return {}; }\n", FUNCTION,
      NULL },
    { "cpp", "std::vector<int> find_pair(std::vector<int> a) { return {}; }\n", FAULTY,
      "takes 1 parameter" },
    { "cpp", "int x = find_pair(1);\n", FUNCTION, NULL },
    { "cpp", "// int main() is not here\nint find_pair(int a, int b) { return '\"'; }\n", FUNCTION,
      NULL },
    { "cpp", "int find_pair(int a, int b);\nint main() { }\n", WHOLE, NULL },
    { "c", "struct list_int find_pair(struct list_int sizes, int block) { }\n", FUNCTION, NULL },
    { "go", "package main\nfunc findPair(sizes []int, block int) []int { return nil }\n", FUNCTION,
      NULL },
    { "go", "package main\nfunc find_pair(sizes []int, block int) []int { return nil }\n", FAULTY,
      "a name like it, find_pair" },
    { "go", "package main\nfunc main() { }\n", WHOLE, NULL },
    { "java", "class Solution { int[] findPair(int[] a, int b) { return null; } }\n", FUNCTION,
      NULL },
    { "java", "class Main { public static void main(String[] a) { } }\n", WHOLE, NULL },
    { "kotlin", "fun findPair(a: IntArray, b: Int): IntArray = a\n", FUNCTION, NULL },
    { "kotlin", "fun main() { }\n", WHOLE, NULL },
    { "rust", "pub fn find_pair<'a>(a: Vec<i32>, b: i32) -> Vec<i32> { a }\n", FUNCTION, NULL },
    { "rust", "fn main() { }\n", WHOLE, NULL },
    { "javascript", "const findPair = (sizes, block) => [];\n", FUNCTION, NULL },
    { "javascript", "function findPair(sizes) { }\n", FAULTY, "takes 1 parameter" },
    { "javascript", "const t = require('fs').readFileSync(0, 'utf8');\n", WHOLE, NULL },
    { "javascript", "const t = require('fs').readFileSync('/dev/stdin');\n", WHOLE, NULL },
    { "typescript", "export function findPair(a: number[], b: number): number[] { return []; }\n",
      FUNCTION, NULL },
    { "cobol", "", WHOLE, NULL },
};

START_TEST(a_source_is_told_by_its_text)
{
    struct signature *signature = find_pair();
    struct arena *arena = arena_new();
    enum signature_style style = FAULTY;
    const char *fault = NULL;

    ck_assert_int_eq(signature_look(signature, sources[_i].language, sources[_i].text,
                                    strlen(sources[_i].text), arena, &style, &fault),
                     0);
    ck_assert_msg(style == sources[_i].style, "%s: %s", sources[_i].text, fault ? fault : "");
    if (sources[_i].fault)
        ck_assert_msg(fault && strstr(fault, sources[_i].fault), "%s", fault);
    arena_free(arena);
    signature_free(signature);
}
END_TEST

START_TEST(odd_text_takes_a_moment)
{
    struct signature *signature = find_pair();
    struct arena *arena = arena_new();
    size_t size = 1 << 20;
    char *text = malloc(size + 1);
    static const char fill[] = "'\"`/*(<a,#\\";

    for (size_t kind = 0; kind < strlen(fill); kind++)
        for (size_t lines = 0; lines < 2; lines++) {
            enum signature_style style;
            const char *fault = NULL;

            memset(text, fill[kind], size);
            for (size_t i = 0; lines && i < size; i += 2)
                text[i] = i % 100 ? '\\' : '\n';
            text[size] = '\0';
            double before = unit_cpu_s();
            for (size_t i = 0; signature_languages[i]; i++)
                ck_assert_int_eq(signature_look(signature, signature_languages[i], text, size,
                                                arena, &style, &fault),
                                 0);
            ck_assert_msg(unit_cpu_s() - before < 5, "%c", fill[kind]);
        }
    free(text);
    arena_free(arena);
    signature_free(signature);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("signature_look");
    TCase *tests = tcase_create("look");

    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, a_source_is_told_by_its_text, 0, COUNT(sources));
    tcase_add_test(tests, odd_text_takes_a_moment);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
