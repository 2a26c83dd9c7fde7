/* Smaller inputs of call text. */
#include "judge/signature/signature.h"
#include "tests/unit/unit.h"

#include <string.h>

/* All steps of a text, each on a line. */
static char *all_steps(const char *text)
{
    struct buffer all = { 0 };

    for (size_t step = 0;; step++) {
        int found = signature_smaller(text, step, &all);

        ck_assert_int_ge(found, 0);
        if (found == 0)
            break;
        ck_assert_int_eq(buffer_puts(&all, "\n"), 0);
        ck_assert_msg(step < 10000, "%s has no last step", text);
    }
    return all.data ? all.data : strdup("");
}

static bool has_line(const char *lines, const char *line)
{
    size_t length = strlen(line);

    for (const char *at = lines; (at = strstr(at, line)); at++)
        if ((at == lines || at[-1] == '\n') && at[length] == '\n')
            return true;
    return false;
}

static const struct {
    const char *text, *step;
} there[] = {
    /* items of a list: all, a half, one; first, inner and last */
    { "a = [5, 6, 7, 8], b = 9", "a = [], b = 9" },
    { "a = [5, 6, 7, 8], b = 9", "a = [7, 8], b = 9" },
    { "a = [5, 6, 7, 8], b = 9", "a = [5, 6], b = 9" },
    { "a = [5, 6, 7, 8], b = 9", "a = [5, 7, 8], b = 9" },
    { "a = [5, 6, 7, 8], b = 9", "a = [5, 6, 7], b = 9" },
    { "a = [5, 6, 7], b = 9", "a = [6, 7], b = 9" },
    /* numbers */
    { "b = 9", "b = 0" },
    { "b = 9", "b = 1" },
    { "b = 9", "b = 4" },
    { "b = 9", "b = 8" },
    { "b = -9", "b = 9" },
    { "b = -9", "b = 0" },
    { "b = 1", "b = 0" },
    /* all of one value */
    { "a = [7, 7, 3], b = 7", "a = [0, 0, 3], b = 0" },
    { "a = [0, 7, 1, 7]", "a = [0, 2, 1, 2]" },
    { "a = [\"xyz\", \"xyz\"]", "a = [\"a\", \"a\"]" },
    /* ranks */
    { "a = [50, 10, 50, 99]", "a = [2, 1, 2, 3]" },
    /* rows, columns, nested lists */
    { "a = [31], b = 62", "a = [1], b = 2" },
    { "a = [-4, 6], b = 0", "a = [-2, 3], b = 0" },
    { "a = [31], b = 63", "a = [1], b = 3" },
    { "a = [31], b = 63", "a = [30], b = 61" },
    { "a = [31, 20], b = 50", "a = [1, 20], b = 20" },
    { "a = [8, 8, 1], b = 9", "a = [1, 8, 1], b = 2" },
    { "a = [8, 8, 1], b = 9", "a = [1, 1, 1], b = 2" },
    { "b = 50, a = [20, 31]", "b = 20, a = [20, 1]" },
    { "m = [[1, 2], [3, 4]]", "m = [[3, 4]]" },
    { "m = [[1, 2], [3, 4]]", "m = [[2], [4]]" },
    { "m = [[1, 2], [3, 4]]", "m = [[1], [3]]" },
    { "m = [[1, 2], [3]]", "m = [[2], [3]]" },
    /* strings: brackets and commas in them are text */
    { "s = \"ab\"", "s = \"b\"" },
    { "s = \"[,]\"", "s = \",]\"" },
    { "s = [\"a\\\"]\", \"b\"]", "s = [\"b\"]" },
    /* maps */
    { "m = {\"k\": 1, \"l\": 2}", "m = {\"l\": 2}" },
    /* calls: the constructor stays, and so do parameters */
    { "Cache(2), put(1, 5), get(1)", "Cache(2)" },
    { "Cache(2), put(1, 5), get(1)", "Cache(2), get(1)" },
    { "Cache(2), put(1, 5), get(1)", "Cache(2), put(1, 5)" },
    { "Cache(2), put(1, 5), get(1)", "Cache(2), put(1, 0), get(1)" },
}, absent[] = {
    { "a = [5], b = 9", "a = [5]" },
    { "a = [5], b = 9", "b = 9" },
    { "Cache(2), get(1)", "get(1)" },
    { "Cache(2), put(1, 5)", "Cache(2), put(1)" },
    { "b = 0", "b = 0" },
    { "b = 3", "b = 3" },
    { "a = [5, 6]", "a = [5, 6]" },
    { "a = [5, 3]", "a = [1, -1]" }, /* not below zero */
    { "a = [0, 2]", "a = [1, 2]" }, /* ranks, but not smaller: would go round in circles */
    { "m = [[1, 2], [3]]", "m = [[2], []]" },
};

START_TEST(steps_are_there)
{
    char *lines = all_steps(there[_i].text);

    ck_assert_msg(has_line(lines, there[_i].step), "%s: no %s in\n%s", there[_i].text,
                  there[_i].step, lines);
    free(lines);
}
END_TEST

START_TEST(steps_that_lead_nowhere_are_not)
{
    char *lines = all_steps(absent[_i].text);

    ck_assert_msg(!has_line(lines, absent[_i].step), "%s: %s in\n%s", absent[_i].text,
                  absent[_i].step, lines);
    free(lines);
}
END_TEST

/* The greedy way down always comes to an end. */
START_TEST(taking_every_step_ends)
{
    struct buffer text = { 0 };
    int steps = 0;

    ck_assert_int_eq(
        buffer_puts(&text, "Cache(12), put(100, -7), put(3, 4), find(\"some text\"), get([9, 8])"),
        0);
    for (;; steps++) {
        struct buffer next = { 0 };
        int found = signature_smaller(text.data, 0, &next);

        ck_assert_int_ge(found, 0);
        buffer_clear(&text);
        text = next;
        if (found == 0)
            break;
        ck_assert_int_lt(steps, 1000);
    }
    ck_assert_int_gt(steps, 0);
    buffer_clear(&text);
}
END_TEST

START_TEST(odd_text_does_no_harm)
{
    static const char *const texts[] = {
        "",
        "[",
        "]",
        "a = [",
        "a = [1, \"",
        "\"\\",
        "((((",
        ", ,",
        "a = {\"k\"",
        "-",
        "a = 1e999",
        "a = 99999999999999999999999",
        "a = -9223372036854775808",
        "a = 1.5",
    };
    char deep[200];

    for (size_t i = 0; i < COUNT(texts); i++)
        free(all_steps(texts[i]));
    memset(deep, '[', sizeof(deep) - 1);
    deep[sizeof(deep) - 1] = '\0';
    free(all_steps(deep));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("signature_smaller");
    TCase *cases = tcase_create("steps");

    tcase_add_loop_test(cases, steps_are_there, 0, COUNT(there));
    tcase_add_loop_test(cases, steps_that_lead_nowhere_are_not, 0, COUNT(absent));
    tcase_add_test(cases, taking_every_step_ends);
    tcase_add_test(cases, odd_text_does_no_harm);
    suite_add_tcase(suite, cases);
    return suite;
}

UNIT_MAIN(make_suite)
