/* Measures of sources, against numbers that were worked out by hand from the definitions. */

#include "judge/review/measures.h"
#include "tests/unit/unit.h"

static struct measures_source measured(struct arena *arena, const char *path, const char *text)
{
    struct measures_source source = { 0 };
    struct syntax *syntax = NULL;
    struct error error = { 0 };

    ck_assert_int_eq(syntax_parse(syntax_language_of(path), text, strlen(text), SYNTAX_PARSE_MS,
                                  &syntax, &error),
                     0);
    ck_assert_msg(!syntax_has_error(syntax_root(syntax)), "%s: %s", path, text);
    ck_assert_int_eq(measures_take(arena, syntax, text, strlen(text), &source, &error), 0);
    syntax_free(syntax);
    return source;
}

/* Beside each line: what it adds to cyclomatic and to cognitive complexity. */
#define PYTHON                                                                                     \
    "def f(a, b=1, *c):\n"                                                                         \
    "    # a comment is no line of code\n"                                                         \
    "    if a and b:\n"     /* 2, 2 */                                                             \
    "        for x in c:\n" /* 1, 2 */                                                             \
    "            if x:\n"   /* 1, 3 */                                                             \
    "                return x\n\n"                                                                 \
    "    elif a:\n" /* 1, 1 */                                                                     \
    "        pass\n"                                                                               \
    "    else:\n" /* 0, 1 */                                                                       \
    "        pass\n"                                                                               \
    "    return 0\n"
#define GO                                                                                         \
    "package a\n"                                                                                  \
    "func (s *S) f(a, b int, c string) (int, error) {\n"                                           \
    "\tif a > 0 && b > 0 || c == \"\" {\n" /* 3, 3 */                                              \
    "\t\treturn 1, nil\n"                                                                          \
    "\t} else if b > 1 {\n" /* 1, 1 */                                                             \
    "\t\treturn 2, nil\n"                                                                          \
    "\t} else {\n"      /* 0, 1 */                                                                 \
    "\t\tswitch c {\n"  /* 0, 2 */                                                                 \
    "\t\tcase \"x\":\n" /* 1, 0 */                                                                 \
    "\t\t\treturn 3, nil\n"                                                                        \
    "\t\tdefault:\n"                                                                               \
    "\t\t\treturn 4, nil\n"                                                                        \
    "\t\t}\n\t}\n}\n"
#define JAVA                                                                                       \
    "class A {\n    int f(int a, String b) {\n        try {\n"                                     \
    "            while (a > 0) { a--; }\n"     /* 1, 1 */                                          \
    "        } catch (RuntimeException e) {\n" /* 1, 1 */                                          \
    "            return b == null ? 1 : 2;\n"  /* 1, 2 */                                          \
    "        }\n        return 0;\n    }\n}\n"
#define JAVASCRIPT                                                                                 \
    "const f = (a, b) => {\n  for (const x of a) {\n" /* 1, 1 */                                   \
    "    if (x) continue;\n  }\n"                     /* 1, 2 */                                   \
    "  return a.map((y) => y ? 1 : b);\n};\n"         /* 1, 2 */
#define TYPESCRIPT                                                                                 \
    "function f(a: number, b?: string): number { switch (a) { case 1: return 1; case 2: return "   \
    "2; default: return 3; } }\n"
#define RUST                                                                                       \
    "fn f(&self, a: i32, b: i32) -> i32 {\n    match a {\n"        /* 0, 1 */                      \
    "        1 | 2 => b,\n        _ => {\n"                        /* 1, 0 */                      \
    "            if b > 0 { 1 } else { 2 }\n        }\n    }\n}\n" /* 1, 3 */
#define C_SOURCE                                                                                   \
    "int f(int a, char *b)\n{\n    do {\n"              /* 1, 1 */                                 \
    "        if (!a) goto out;\n"                       /* 1, 3 */                                 \
    "    } while (a-- && b);\nout:\n    return a;\n}\n" /* 1, 1 */
#define CPP "int f(const std::vector<int>& v) { for (int x : v) { if (x) return x; } return 0; }\n"
#define KOTLIN                                                                                     \
    "fun f(a: Int, b: String?): Int {\n    for (i in 1..a) {\n" /* 1, 1 */                         \
    "        when (i) {\n            1 -> return 1\n"           /* 1, 2 */                         \
    "            else -> println(i)\n        }\n    }\n"                                           \
    "    return if (b == null) 1 else 2\n}\n" /* 1, 2 */

START_TEST(functions_have_the_measures_that_the_definitions_give)
{
    static const struct {
        const char *path, *text;
        unsigned lines, nesting, cyclomatic, cognitive, parameters;
    } rows[] = {
        { "a.py", PYTHON, 10, 3, 6, 9, 3 },
        { "a.go", GO, 14, 2, 6, 7, 3 },
        { "A.java", JAVA, 8, 1, 4, 4, 2 },
        { "a.js", JAVASCRIPT, 6, 2, 4, 5, 2 },
        { "a.ts", TYPESCRIPT, 1, 1, 3, 1, 2 },
        { "a.tsx", TYPESCRIPT, 1, 1, 3, 1, 2 },
        { "a.rs", RUST, 8, 2, 3, 4, 2 },
        { "a.c", C_SOURCE, 8, 2, 4, 5, 2 },
        { "a.cc", CPP, 1, 2, 3, 3, 1 },
        { "a.kt", KOTLIN, 9, 2, 4, 5, 2 },
        { "b.c", "int f(void) { return 1; }\n", 1, 0, 1, 0, 0 },
        { "b.py", "def f(self, *, a):\n    'Documentation.'\n    return a\n", 2, 0, 1, 0, 1 },
        { "b.js", "function f(a) { return a && a.b && (a.c || a.d); }\n", 1, 0, 4, 2, 1 },
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO_ARENA struct arena *arena = arena_new();
        struct measures_source source = measured(arena, rows[i].path, rows[i].text);
        const struct measures_function *function = &source.functions[0];

        ck_assert_msg(source.function_count == 1, "%s: %zu", rows[i].path, source.function_count);
        ck_assert_str_eq(function->name, "f");
        ck_assert_msg(function->lines == rows[i].lines && function->nesting == rows[i].nesting &&
                          function->cyclomatic == rows[i].cyclomatic &&
                          function->cognitive == rows[i].cognitive &&
                          function->parameters == rows[i].parameters,
                      "%s: lines %u nesting %u cyclomatic %u cognitive %u parameters %u",
                      rows[i].path, function->lines, function->nesting, function->cyclomatic,
                      function->cognitive, function->parameters);
    }
}
END_TEST

START_TEST(names_numbers_and_comments_are_counted)
{
    static const struct {
        const char *path, *text;
        unsigned meaningless, magic;
        size_t commented_out;
    } rows[] = {
        { "a.py", "def foo(data1):\n    tmp2 = data1 * 37\n    return tmp2\n", 3, 1, 0 },
        { "a.py", "LIMIT = 37\ndef total(orders, limit=37):\n    return sum(orders)\n", 0, 0, 0 },
        { "a.py", "def f(x):\n    return g(x, timeout=37) + 1000 * x\n", 0, 0, 0 },
        { "a.go", "package a\nfunc f() { foo := 1; wait(37, foo) }\n", 1, 1, 0 },
        { "a.go", "package a\nconst limit = 37\nfunc f() { x := T{A: 37}; use(x) }\n", 0, 0, 0 },
        { "A.java", "class A { int f(int stuff) { return stuff % 37; } }\n", 1, 1, 0 },
        { "a.js", "function f(bar) {\n  // const x = g(bar);\n  return bar > 37;\n}\n", 1, 1, 1 },
        { "a.ts", "function f(order: Order) {\n  // the order\n  return order;\n}\n", 0, 0, 0 },
        { "a.rs", "fn f(foo: i32) -> i32 { let bar = foo * 37; bar }\n", 2, 1, 0 },
        { "a.c", "int f(int foo) { /* x = g(y); */ return foo + 37; }\n", 1, 1, 1 },
        { "a.cc", "int f(int foo) { return foo + 37; }\n", 1, 1, 0 },
        { "a.kt", "fun f(foo: Int): Int {\n    val tmp1 = foo + 37\n    return tmp1\n}\n", 2, 1,
          0 },
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO_ARENA struct arena *arena = arena_new();
        struct measures_source source = measured(arena, rows[i].path, rows[i].text);

        ck_assert_msg(source.meaningless_names == rows[i].meaningless &&
                          source.magic_numbers == rows[i].magic &&
                          source.commented_out_count == rows[i].commented_out,
                      "%s: names %u numbers %u comments %zu\n%s", rows[i].path,
                      source.meaningless_names, source.magic_numbers, source.commented_out_count,
                      rows[i].text);
    }
}
END_TEST

/* A function of `lines` assignments, whose names end in `mark`. */
static void put_function(struct buffer *text, const char *mark, int lines)
{
    ck_assert_int_eq(buffer_printf(text, "def f%s(a):\n", mark), 0);
    for (int i = 0; i < lines; i++)
        ck_assert_int_eq(buffer_printf(text, "    name%d = call%d(a, 'text', %d)\n", i, i, i), 0);
}

static size_t duplicated(const char *one, const char *other)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct measures_source sources[] = { measured(arena, "a.py", one),
                                         measured(arena, "b.py", other) };
    struct error error = { 0 };
    size_t lines = 0;

    ck_assert_int_eq(measures_duplicated(sources, COUNT(sources), &lines, &error), 0);
    return lines;
}

START_TEST(copies_are_found_in_and_between_sources)
{
    AUTO_BUFFER struct buffer ten = { 0 }, twice = { 0 }, few = { 0 };

    /* 10 lines of 12 tokens are 120: twice the window; 4 lines are less than it. */
    put_function(&ten, "a", 10);
    put_function(&twice, "b", 10);
    put_function(&twice, "c", 10);
    put_function(&few, "d", 4);
    ck_assert_uint_eq(duplicated(ten.data, "x = 1\n"), 0);
    ck_assert_uint_eq(duplicated(few.data, few.data), 0);
    /* What follows the name of the function is the same: "(a):" is in the first line. */
    ck_assert_uint_eq(duplicated("x = 1\n", twice.data), 22);
    ck_assert_uint_eq(duplicated(ten.data, twice.data), 33);
    ck_assert_uint_eq(duplicated(ten.data, ten.data), 22);
}
END_TEST

START_TEST(rusts_tests_are_known_in_a_source)
{
    AUTO_ARENA struct arena *arena = arena_new();
    static const char text[] = "fn f() {}\n#[cfg(test)]\nmod tests {\n    fn g() {}\n}\n";
    struct measures_source source = measured(arena, "a.rs", text);

    ck_assert_uint_eq(source.test_part_count, 1);
    ck_assert_int_eq(source.test_parts[0].line, 3);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("review/measures");
    TCase *cases = tcase_create("measures");

    tcase_add_test(cases, functions_have_the_measures_that_the_definitions_give);
    tcase_add_test(cases, names_numbers_and_comments_are_counted);
    tcase_add_test(cases, copies_are_found_in_and_between_sources);
    tcase_add_test(cases, rusts_tests_are_known_in_a_source);
    suite_add_tcase(suite, cases);
    return suite;
}

UNIT_MAIN(make_suite)
