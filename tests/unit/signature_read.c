/* Types, and what is wrong with a signature: each fault with its line. */
#include "judge/signature/signature.h"

#include "judge/base/file.h"
#include "tests/unit/unit.h"

static char root[64];
static struct signature *signature;
static struct error error;

static void setup(void)
{
    snprintf(root, sizeof(root), "/tmp/assay-unit-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(root));
}

static void teardown(void)
{
    signature_free(signature);
    signature = NULL;
    ck_assert_int_eq(file_remove_tree(root, &error), 0);
}

static int read_text(const char *text)
{
    char path[128];

    snprintf(path, sizeof(path), "%s/interview.yaml", root);
    ck_assert_int_eq(file_write_atomic(path, text, strlen(text), 0644, &error), 0);
    return signature_read(root, &signature, &error);
}

static const struct {
    const char *text, *shown, *name;
} types[] = {
    { "int", "int", "int" },
    { "list<int>", "list<int>", "list_int" },
    { " list < list<string> > ", "list<list<string>>", "list_list_string" },
    { "list<optional<int>>", "list<optional<int>>", "list_optional_int" },
    { "map<string,list<int>>", "map<string, list<int>>", "map_string_list_int" },
    { "graph", "graph", "list_list_int" },
    { "tree<long>", "tree<long>", "tree_long" },
    { "matrix<bool>", "matrix<bool>", "matrix_bool" },
};

START_TEST(a_type_is_read)
{
    struct arena *arena = arena_new();
    const struct signature_type *type = NULL;

    ck_assert_int_eq(signature_type_parse(arena, types[_i].text, &type, &error), 0);
    ck_assert_str_eq(type->text, types[_i].shown);
    ck_assert_str_eq(type->name, types[_i].name);
    arena_free(arena);
}
END_TEST

static const char *const no_types[] = {
    "",
    "integer",
    "list",
    "list<",
    "list<int",
    "list<int>>",
    "int<int>",
    "map<int>",
    "map<double, int>",
    "list<map<int, int>>",
    "matrix<string>",
    "tree<string>",
    "optional<optional<int>>",
    "list<optional<string>>",
    "list<tree<int>>",
    "list<void>",
    "list<list<list<list<list<list<list<list<list<int>>>>>>>>>",
};

START_TEST(what_is_no_type_is_refused)
{
    struct arena *arena = arena_new();
    const struct signature_type *type = NULL;

    ck_assert_int_eq(signature_type_parse(arena, no_types[_i], &type, &error), -EINVAL);
    ck_assert_ptr_null(type);
    ck_assert_msg(strstr(error.message, "is no type") != NULL, "%s", error.message);
    arena_free(arena);
}
END_TEST

START_TEST(a_function_is_read)
{
    ck_assert_int_eq(read_text("topics: [a]\nfunction:\n  name: move_zeros\n  doc: Moves.\n"
                               "  parameters:\n    sizes: list<int>\n    by: long\n"
                               "  changes: sizes\n"),
                     0);
    AUTO_BUFFER struct buffer text = { 0 };
    ck_assert_int_eq(signature_describe(signature, &text), 0);
    ck_assert_str_eq(text.data, "move_zeros(sizes: list<int> (changed in place), by: long)\n");
}
END_TEST

START_TEST(a_class_is_read)
{
    ck_assert_int_eq(read_text("class:\n  name: rate_limiter\n  constructor:\n    limit: int\n"
                               "  methods:\n    - name: allow\n      parameters: {at: long}\n"
                               "      result: bool\n    - name: reset\n"),
                     0);
    AUTO_BUFFER struct buffer text = { 0 };
    ck_assert_int_eq(signature_describe(signature, &text), 0);
    ck_assert_str_eq(text.data, "RateLimiter(limit: int)\nallow(at: long) -> bool\nreset()\n");
}
END_TEST

START_TEST(a_package_without_a_signature_has_none)
{
    ck_assert_int_eq(signature_read(root, &signature, &error), 0);
    ck_assert_ptr_null(signature);
    ck_assert_int_eq(read_text("topics: [graphs]\n"), 0);
    ck_assert_ptr_null(signature);
    ck_assert_int_eq(read_text(""), 0);
    ck_assert_ptr_null(signature);
}
END_TEST

#define FUNCTION "function:\n  name: find\n  parameters:\n"

static const struct {
    const char *text;
    int line;
    const char *what;
} faults[] = {
    { "function: 3\n", 1, "a map of keys is expected" },
    { "function:\n  parameters: {a: int}\n  result: int\n", 1, "'name' is missing" },
    { "function:\n  name: findPair\n  result: int\n", 2, "snake_case" },
    { "function:\n  name: find__pair\n", 2, "snake_case" },
    { "function:\n  name: lambda\n", 2, "means something else" },
    { FUNCTION "    for: int\n", 4, "means something else" },
    { FUNCTION "    a: int\n  resutl: int\n", 5, "unknown key 'resutl'" },
    { FUNCTION "    a: int\n    b: integer\n  result: int\n", 5, "'integer' is no type" },
    { FUNCTION "    a: int\n    b: void\n  result: int\n", 5, "cannot be void" },
    { FUNCTION "    a: int\n", 1, "nothing comes of it" },
    { "function:\n  name: find\n  result: int\n", 1, "has nothing to test" },
    { FUNCTION "    a: int\n  changes: a\n", 5, "only a list or a matrix" },
    { FUNCTION "    a: int\n  changes: b\n", 5, "no parameter 'b'" },
    { FUNCTION "    a: tree<int>\n    b: tree<long>\n  result: int\n", 1, "in one signature" },
    { FUNCTION "    a: int\n  result: int\nclass:\n  name: b\n", 6, "not both" },
    { "class:\n  name: box\n", 1, "methods" },
    { "class:\n  name: box\n  methods:\n    - name: get\n    - name: get\n", 5, "second method" },
    { "function: [\n", 0, "" },
};

START_TEST(a_fault_is_at_its_line)
{
    ck_assert_int_eq(read_text(faults[_i].text), -EINVAL);
    ck_assert_ptr_null(signature);
    ck_assert_msg(strstr(error.message, faults[_i].what) != NULL, "%s", error.message);
    if (faults[_i].line)
        ck_assert_int_eq(error.line, faults[_i].line);
    ck_assert_ptr_nonnull(strstr(error.file, "interview.yaml"));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("signature_read");
    TCase *tests = tcase_create("read");

    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_loop_test(tests, a_type_is_read, 0, COUNT(types));
    tcase_add_loop_test(tests, what_is_no_type_is_refused, 0, COUNT(no_types));
    tcase_add_test(tests, a_function_is_read);
    tcase_add_test(tests, a_class_is_read);
    tcase_add_test(tests, a_package_without_a_signature_has_none);
    tcase_add_loop_test(tests, a_fault_is_at_its_line, 0, COUNT(faults));
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
