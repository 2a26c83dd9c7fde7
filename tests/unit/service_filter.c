/* Filters: many become one program, and each is still blamed at its own place. */

#include "judge/service/filter.h"

#include "judge/base/memory.h"
#include "tests/unit/unit.h"

/* libjq 1.6 loses a few bytes of what it could not compile. Looked for by the leak sanitizer alone.
 */
/* NOLINTNEXTLINE(bugprone-reserved-identifier): the sanitizer's name for it */
const char *__lsan_default_suppressions(void);
/* NOLINTNEXTLINE(bugprone-reserved-identifier) */
const char *__lsan_default_suppressions(void)
{
    return "leak:libjq.so";
}

static struct filter_names names;
static struct filters *filters;
static struct error error;

static void begin(void)
{
    ck_assert_int_eq(filters_new(&filters, &error), 0);
    ck_assert_int_eq(filter_names_add(&names, "one"), 0);
    ck_assert_int_eq(filter_names_add(&names, "two"), 0);
    ck_assert_int_eq(filter_names_add(&names, "one"), 0);
    ck_assert_uint_eq(names.count, 2);
}

static void end(void)
{
    filters_free(filters);
    filter_names_clear(&names);
}

static size_t add(const char *text, int line)
{
    size_t id;

    ck_assert_int_eq(filters_add(filters, text, "f.yaml", line, &names, &id, &error), 0);
    return id;
}

static void gives(size_t id, const char *input, const char *wanted)
{
    jv variables = jv_parse("{\"one\": 1, \"two\": [2]}");
    jv result;

    ck_assert_int_eq(filters_run(filters, id, jv_parse(input), variables, &result, &error), 0);
    jv expected = jv_parse(wanted);
    ck_assert_msg(jv_equal(result, jv_copy(expected)), "not %s", wanted);
    jv_free(expected);
    jv_free(variables);
}

START_TEST(each_filter_is_itself)
{
    begin();
    size_t plus = add(".a + $one", 1), comment = add("$two[0] # a comment", 2);
    size_t missing = add(".b.c", 3), empty = add("empty", 4), first = add("1, 2", 5);
    ck_assert_int_eq(filters_compile(filters, &error), 0);
    gives(plus, "{\"a\": 2}", "3");
    gives(comment, "null", "2");
    gives(missing, "{}", "null");
    gives(empty, "{}", "null");
    gives(first, "{}", "1");
    gives(plus, "{\"a\": 4}", "5");
    end();
}
END_TEST

START_TEST(functions_of_our_own_are_there)
{
    static const struct {
        const char *filter, *input, *wanted;
    } rows[] = {
        { "gaps", "[{\"at\": 1}, {\"at\": 3}, {\"at\": 4.5}]", "[2, 1.5]" },
        { "gaps", "[]", "[]" },
        { "percentile(50)", "[5, 1, 3]", "3" },
        { "percentile(99)", "[5, 1, 3]", "5" },
        { "percentile(0)", "[5, 1, 3]", "1" },
        { "percentile(50)", "[]", "null" },
        { "distinct", "[1, 1, \"1\"]", "2" },
        { "all_equal", "[]", "true" },
        { "all_equal", "[1, 2]", "false" },
        { "mean", "[1, 2, 6]", "3" },
        { "deviation", "[2, 4, 4, 4, 5, 5, 7, 9]", "2" },
        { "header(\"A-B\")", "{\"headers\": {\"a-b\": \"c\"}}", "\"c\"" },
    };
    size_t ids[COUNT(rows)];

    begin();
    for (size_t i = 0; i < COUNT(rows); i++)
        ids[i] = add(rows[i].filter, 1);
    ck_assert_int_eq(filters_compile(filters, &error), 0);
    for (size_t i = 0; i < COUNT(rows); i++)
        gives(ids[i], rows[i].input, rows[i].wanted);
    end();
}
END_TEST

START_TEST(the_one_that_jq_does_not_take_is_named)
{
    static const char *const bad[] = { ".a +", "$nothing", "nosuch(1)", "(", "1) | (2 +", "\"" };

    for (size_t i = 0; i < COUNT(bad); i++) {
        begin();
        add(".fine", 3);
        add(bad[i], 7 + (int) i);
        add(".fine", 20);
        ck_assert_int_eq(filters_compile(filters, &error), -EINVAL);
        ck_assert_int_eq(error.line, 7 + (int) i);
        ck_assert_str_eq(error.file, "f.yaml");
        ck_assert_ptr_nonnull(strstr(error.message, bad[i]));
        end();
    }
}
END_TEST

START_TEST(a_filter_that_fails_says_why_and_the_next_one_works)
{
    begin();
    size_t id = add(".a.b", 1), thrown = add("error(\"no\")", 2);
    jv variables = jv_object(), result;
    ck_assert_int_eq(filters_compile(filters, &error), 0);
    ck_assert_int_eq(filters_run(filters, id, jv_parse("{\"a\": 1}"), variables, &result, &error),
                     -EINVAL);
    ck_assert_ptr_nonnull(strstr(error.message, "Cannot index number"));
    ck_assert_int_eq(filters_run(filters, thrown, jv_null(), variables, &result, &error), -EINVAL);
    ck_assert_ptr_nonnull(strstr(error.message, "no"));
    jv_free(variables);
    gives(id, "{\"a\": {\"b\": 7}}", "7");
    end();
}
END_TEST

START_TEST(names_are_those_that_jq_takes)
{
    static const char *const good[] = { "a", "_a1", "A_b" };
    static const char *const bad[] = { "",    "1a", "a-b",
                                       "a b", "é",  "a2345678901234567890123456789012345678901" };

    for (size_t i = 0; i < COUNT(good); i++)
        ck_assert(filter_name_valid(good[i]));
    for (size_t i = 0; i < COUNT(bad); i++)
        ck_assert(!filter_name_valid(bad[i]));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("service_filter");
    TCase *tests = tcase_create("filters");

    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, each_filter_is_itself);
    tcase_add_test(tests, functions_of_our_own_are_there);
    tcase_add_test(tests, the_one_that_jq_does_not_take_is_named);
    tcase_add_test(tests, a_filter_that_fails_says_why_and_the_next_one_works);
    tcase_add_test(tests, names_are_those_that_jq_takes);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
