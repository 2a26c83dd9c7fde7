/* YAML with lines: typed readings, words, and every kind of document that is refused. */
#include "judge/base/yaml.h"
#include "tests/unit/unit.h"

#include <errno.h>

static struct arena *arena;
static struct error error;

static void set_up(void)
{
    arena = arena_new();
}

static void tear_down(void)
{
    arena_free(arena);
}

static struct yaml_node *parse(const char *text)
{
    struct yaml_node *root = NULL;

    ck_assert_msg(yaml_parse(arena, "a.yaml", text, strlen(text), &root, &error) == 0, "%s",
                  error.message);
    return root;
}

START_TEST(nodes_know_where_they_are)
{
    struct yaml_node *root = parse("name: Sums\nlimits:\n  time: 2\nlist: [a, b]\n");

    ck_assert_int_eq(root->kind, YAML_MAP);
    ck_assert_uint_eq(root->count, 3);
    const struct yaml_node *time = yaml_get(yaml_get(root, "limits"), "time");
    ck_assert_str_eq(time->text, "2");
    ck_assert_int_eq(time->line, 3);
    ck_assert_str_eq(time->file, "a.yaml");
    ck_assert_uint_eq(yaml_get(root, "list")->count, 2);
    ck_assert_ptr_null(yaml_get(root, "nothing"));
    ck_assert_ptr_null(yaml_get(NULL, "name"));
    ck_assert_ptr_null(parse(""));
    ck_assert_ptr_null(parse("# a comment alone\n"));
}
END_TEST

static const struct {
    const char *name, *text;
    int line;
} refused[] = {
    { "an open list", "a: [1\n", 2 },
    { "a tab", "a:\n\tb: 1\n", 2 },
    { "a key that is there twice", "a: 1\nb: 2\na: 3\n", 3 },
    { "a key that is a list", "? [a, b]\n: 1\n", 1 },
    { "an alias", "a: &x 1\nb: *x\n", 2 },
    { "two documents", "a: 1\n---\nb: 2\n", 0 },
    { "bytes that are not UTF-8", "a: 1\nb: \xff\n", 0 },
};

START_TEST(broken_documents_are_refused_with_their_line)
{
    struct yaml_node *root = NULL;
    const char *text = refused[_i].text;

    ck_assert_msg(yaml_parse(arena, "a.yaml", text, strlen(text), &root, &error) == -EINVAL, "%s",
                  refused[_i].name);
    ck_assert_str_eq(error.file, "a.yaml");
    if (refused[_i].line)
        ck_assert_msg(error.line == refused[_i].line, "%s: line %d", refused[_i].name, error.line);
}
END_TEST

START_TEST(deep_and_endless_documents_are_refused)
{
    enum { DEEP = 5000 };
    struct yaml_node *root;
    char *deep = malloc(2 * DEEP + 1);
    struct buffer many = { 0 };

    memset(deep, '[', DEEP);
    memset(deep + DEEP, ']', DEEP);
    ck_assert_int_eq(yaml_parse(arena, "a.yaml", deep, 2 * DEEP, &root, &error), -EINVAL);
    free(deep);
    for (int i = 0; i < 100001; i++)
        ck_assert_int_eq(buffer_puts(&many, "- x\n"), 0);
    ck_assert_int_eq(yaml_parse(arena, "a.yaml", many.data, many.size, &root, &error), -EINVAL);
    buffer_clear(&many);
}
END_TEST

START_TEST(values_have_the_type_that_the_reader_wants)
{
    struct yaml_node *root = parse("b: yes\nq: 'yes'\ni: 12\nf: 1.5\nbig: 1e400\nt: text\nn: ~\n");
    int64_t number = -1;
    double real = -1;
    bool flag = false;
    const char *text = NULL;

    ck_assert_int_eq(yaml_as_bool(yaml_get(root, "b"), &flag, &error), 0);
    ck_assert(flag);
    ck_assert_int_eq(yaml_as_bool(yaml_get(root, "q"), &flag, &error), -EINVAL);
    ck_assert_int_eq(yaml_as_int(yaml_get(root, "i"), 0, 12, &number, &error), 0);
    ck_assert_int_eq(number, 12);
    ck_assert_int_eq(yaml_as_int(yaml_get(root, "i"), 0, 11, &number, &error), -EINVAL);
    ck_assert_int_eq(yaml_as_int(yaml_get(root, "f"), 0, 11, &number, &error), -EINVAL);
    ck_assert_int_eq(error.line, 4);
    ck_assert_int_eq(yaml_as_double(yaml_get(root, "f"), 0, 2, &real, &error), 0);
    ck_assert_double_eq(real, 1.5);
    ck_assert_int_eq(yaml_as_double(yaml_get(root, "big"), 0, 1e300, &real, &error), -EINVAL);
    ck_assert_int_eq(yaml_as_double(yaml_get(root, "t"), 0, 2, &real, &error), -EINVAL);
    ck_assert_ptr_nonnull(strstr(error.message, "text"));
    ck_assert_double_eq(real, 1.5); /* untouched */
    ck_assert_int_eq(yaml_as_string(yaml_get(root, "t"), &text, &error), 0);
    ck_assert_str_eq(text, "text");
    ck_assert(yaml_is_null(yaml_get(root, "n")));
    ck_assert(!yaml_is_null(yaml_get(root, "q")));
}
END_TEST

static const struct {
    const char *text;
    const char *words[4];
} splits[] = {
    { "case_sensitive float_tolerance 1e-6", { "case_sensitive", "float_tolerance", "1e-6" } },
    { "  spaces \t around  ", { "spaces", "around" } },
    { "--say \"two words\" end", { "--say", "two words", "end" } },
    { "'it is' a\\ b \"a \\\" b\"", { "it is", "a b", "a \" b" } },
    { "a'b c'd ''", { "ab cd", "" } },
    { "it's \"open", { "it's", "\"open" } },
    { "back\\", { "back\\" } },
};

START_TEST(a_text_is_split_as_a_shell_would)
{
    const struct yaml_node node = { .kind = YAML_SCALAR,
                                    .text = splits[_i].text,
                                    .file = "a.yaml" };
    const char *const *words = NULL;
    size_t count = 0, wanted = 0;

    ck_assert_int_eq(yaml_as_strings(arena, &node, true, &words, &count, &error), 0);
    while (wanted < 4 && splits[_i].words[wanted])
        wanted++;
    ck_assert_uint_eq(count, wanted);
    for (size_t i = 0; i < count; i++)
        ck_assert_str_eq(words[i], splits[_i].words[i]);
    ck_assert_ptr_null(words[count]);
}
END_TEST

/* A map of as many keys as there may be; with `last`, one more. */
static int parse_large_map(const char *last)
{
    struct buffer text = { 0 };
    struct yaml_node *root = NULL;

    for (int i = 0; i < 49000; i++)
        ck_assert_int_eq(buffer_printf(&text, "a rather long key number %06d: 1\n", i), 0);
    ck_assert_int_eq(buffer_puts(&text, last), 0);
    int status = yaml_parse(arena, "a.yaml", text.data, text.size, &root, &error);
    buffer_clear(&text);
    return status;
}

START_TEST(a_large_map_takes_no_time)
{
    double before = unit_cpu_s();

    ck_assert_int_eq(parse_large_map(""), 0);
    ck_assert_double_lt(unit_cpu_s() - before, 3);
}
END_TEST

START_TEST(a_key_that_is_twice_in_a_large_map_is_found)
{
    ck_assert_int_eq(parse_large_map("a rather long key number 000123: 2\n"), -EINVAL);
    ck_assert_int_eq(error.line, 49001);
    ck_assert_ptr_nonnull(strstr(error.message, "it was in line 124 already"));
}
END_TEST

START_TEST(many_words_take_as_much_memory_as_their_text)
{
    enum { SIZE = 200000 };
    char *text = malloc(SIZE + 1);
    struct yaml_node node = { .kind = YAML_SCALAR, .text = text, .file = "a.yaml" };
    const char *const *words = NULL;
    size_t count = 0;
    long before = unit_peak_kib();

    for (size_t i = 0; i < SIZE; i++)
        text[i] = i % 2 ? ' ' : 'x';
    text[SIZE] = '\0';
    ck_assert_int_eq(yaml_as_strings(arena, &node, true, &words, &count, &error), 0);
    ck_assert_uint_eq(count, SIZE / 2);
    ck_assert_str_eq(words[SIZE / 2 - 1], "x");
    ck_assert_int_lt(unit_peak_kib() - before, 64 * 1024);
    free(text);
}
END_TEST

START_TEST(a_file_that_cannot_be_read_is_told)
{
    struct yaml_node *root;

    ck_assert_int_eq(yaml_read(arena, "/no/such/file.yaml", &root, &error), -ENOENT);
    ck_assert_ptr_nonnull(strstr(error.file, "/no/such/file.yaml"));
    ck_assert_int_lt(yaml_read(arena, "/", &root, &error), 0);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("base_yaml");
    TCase *tests = tcase_create("yaml");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, nodes_know_where_they_are);
    tcase_add_loop_test(tests, broken_documents_are_refused_with_their_line, 0, COUNT(refused));
    tcase_add_test(tests, deep_and_endless_documents_are_refused);
    tcase_add_test(tests, values_have_the_type_that_the_reader_wants);
    tcase_add_loop_test(tests, a_text_is_split_as_a_shell_would, 0, COUNT(splits));
    tcase_add_test(tests, a_large_map_takes_no_time);
    tcase_add_test(tests, a_key_that_is_twice_in_a_large_map_is_found);
    tcase_add_test(tests, many_words_take_as_much_memory_as_their_text);
    tcase_add_test(tests, a_file_that_cannot_be_read_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
