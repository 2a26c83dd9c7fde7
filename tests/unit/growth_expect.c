/* What packages expect, read as classes; sizes to measure at; what a candidate is told. */

#include "judge/base/memory.h"
#include "judge/growth/expect.h"
#include "judge/growth/sentence.h"
#include "tests/unit/unit.h"

static const struct expect_row {
    const char *text;
    bool known;
    enum growth_class low, high;
} rows[] = {
    { "O(1)", true, GROWTH_CONSTANT, GROWTH_CONSTANT },
    { "O(log n)", true, GROWTH_LOG, GROWTH_LOG },
    { "O(sqrt n)", true, GROWTH_ROOT, GROWTH_ROOT },
    { "O(\xe2\x88\x9an)", true, GROWTH_ROOT, GROWTH_ROOT },
    { "O(n)", true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(2n + 7)", true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(n log n)", true, GROWTH_LINEAR_LOG, GROWTH_LINEAR_LOG },
    { "O(n * log(n))", true, GROWTH_LINEAR_LOG, GROWTH_LINEAR_LOG },
    { "O(n sqrt n)", true, GROWTH_LINEAR_ROOT, GROWTH_LINEAR_ROOT },
    { "O(n sqrt(n))", true, GROWTH_LINEAR_ROOT, GROWTH_LINEAR_ROOT },
    { "O(n^2)", true, GROWTH_SQUARE, GROWTH_SQUARE },
    { "O(n\xc2\xb2)", true, GROWTH_SQUARE, GROWTH_SQUARE },
    { "O(n^2 log n)", true, GROWTH_SQUARE_LOG, GROWTH_SQUARE_LOG },
    { "O(n^3)", true, GROWTH_CUBE, GROWTH_CUBE },
    { "O(2^n)", true, GROWTH_EXPONENTIAL, GROWTH_EXPONENTIAL },
    { "O(n!)", true, GROWTH_EXPONENTIAL, GROWTH_EXPONENTIAL },
    { "O((n^k)!)", true, GROWTH_EXPONENTIAL, GROWTH_EXPONENTIAL },
    { "O(2^(2^n))", true, GROWTH_EXPONENTIAL, GROWTH_EXPONENTIAL },
    { "O(k log n)", true, GROWTH_LOG, GROWTH_LINEAR_LOG },
    { "O(n log k + k), where k is the number of streams", true, GROWTH_LINEAR, GROWTH_LINEAR_LOG },
    { "O(n + k)", true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(capacity)", true, GROWTH_CONSTANT, GROWTH_LINEAR },
    { "O(n), each call O(1)", true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(n), or O(n log n)", true, GROWTH_LINEAR, GROWTH_LINEAR_LOG },
    { "O(n log n) or O(n) with a table", true, GROWTH_LINEAR, GROWTH_LINEAR_LOG },
    { "O(n) for a sorted copy, or O(1)", true, GROWTH_CONSTANT, GROWTH_LINEAR },
    { "O(n), and O(z log z) to sort z zones", true, GROWTH_LINEAR, GROWTH_LINEAR_LOG },
    { "O(n), or O(?) for others", true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(n), or O(", true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(n), for O(n^2) bytes", true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(n), each call O(n^2)", true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(1) a call", true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(log n) per call", true, GROWTH_LINEAR_LOG, GROWTH_LINEAR_LOG },
    { "O(|V| + |E|)", true, GROWTH_CONSTANT, GROWTH_LINEAR },
    { "", false, 0, 0 },
    { NULL, false, 0, 0 },
    { "fast", false, 0, 0 },
    { "O(", false, 0, 0 },
    { "O()", false, 0, 0 },
    { "O(n", false, 0, 0 },
    { "O(n ^)", false, 0, 0 },
    { "O(n + )", false, 0, 0 },
    { "O(n \xff)", false, 0, 0 },
    { "O((((((((((((((((n))))))))))))))))", false, 0, 0 },
};

START_TEST(an_expectation_is_a_range_of_classes)
{
    const struct expect_row *row = &rows[_i];
    struct expectation found = expect_read(row->text);

    ck_assert_msg(found.known == row->known, "%s", row->text);
    if (!row->known)
        return;
    ck_assert_msg(found.low == row->low, "%s: from %s", row->text, growth_class_name(found.low));
    ck_assert_msg(found.high == row->high, "%s: to %s", row->text, growth_class_name(found.high));
}
END_TEST

static const struct letter_row {
    const char *text, *letter;
    bool with_n, known;
    enum growth_class low, high;
} letter_rows[] = {
    { "O(n k) for k sizes", "k", false, true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(n k) for k sizes", "K", false, true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(n k) for k sizes", "m", false, false, 0, 0 },
    { "O(n log k + k), k streams", "k", false, true, GROWTH_LOG, GROWTH_LINEAR },
    { "O(n + m) expected", "m", false, true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(n L^2), or O(n L^2 A)", "L", false, true, GROWTH_SQUARE, GROWTH_SQUARE },
    { "O(n L^2), or O(n L^2 A)", "A", false, true, GROWTH_CONSTANT, GROWTH_LINEAR },
    { "O(log(capacity)) a call", "capacity", false, true, GROWTH_LOG, GROWTH_LOG },
    { "O(capacity)", "c", false, false, 0, 0 },
    { "O(n 2^b)", "b", false, true, GROWTH_EXPONENTIAL, GROWTH_EXPONENTIAL },
    { "O(n ^)", "k", false, false, 0, 0 },
    { NULL, "k", false, false, 0, 0 },
    { "O(n), O(n k) for k sizes", "k", false, true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(n k)", "k", true, true, GROWTH_SQUARE, GROWTH_SQUARE },
    { "O(n log k + k)", "k", true, true, GROWTH_LINEAR_LOG, GROWTH_LINEAR_LOG },
    { "O(n + m) expected", "m", true, true, GROWTH_LINEAR, GROWTH_LINEAR },
    { "O(log k) a call", "k", true, true, GROWTH_LINEAR_LOG, GROWTH_LINEAR_LOG },
    { "O(n)", "k", true, false, 0, 0 },
};

START_TEST(another_letter_is_read_as_if_all_others_were_constants)
{
    const struct letter_row *row = &letter_rows[_i];
    struct expectation found = expect_read_letter(row->text, row->letter, row->with_n);

    ck_assert_msg(found.known == row->known, "%s", row->text);
    if (!row->known)
        return;
    ck_assert_msg(found.low == row->low, "%s: from %s", row->text, growth_class_name(found.low));
    ck_assert_msg(found.high == row->high, "%s: to %s", row->text, growth_class_name(found.high));
}
END_TEST

START_TEST(a_class_is_judged_by_the_range)
{
    struct expectation range = { true, GROWTH_LINEAR, GROWTH_LINEAR_LOG };
    struct expectation none = { 0 };

    ck_assert_int_eq(expect_judge(&range, GROWTH_LOG), GROWTH_BETTER);
    ck_assert_int_eq(expect_judge(&range, GROWTH_LINEAR), GROWTH_AS_EXPECTED);
    ck_assert_int_eq(expect_judge(&range, GROWTH_LINEAR_LOG), GROWTH_AS_EXPECTED);
    ck_assert_int_eq(expect_judge(&range, GROWTH_LINEAR_ROOT), GROWTH_WORSE);
    ck_assert_int_eq(expect_judge(&range, GROWTH_UNKNOWN), GROWTH_UNSURE);
    ck_assert_int_eq(expect_judge(&none, GROWTH_LINEAR), GROWTH_UNSURE);
}
END_TEST

START_TEST(the_limit_is_where_the_class_passes_it)
{
    ck_assert_double_eq_tol(sentence_limit_size(GROWTH_SQUARE, 10000, 0.25, 1), 20000, 500);
    ck_assert_double_eq_tol(sentence_limit_size(GROWTH_LINEAR, 10000, 0.5, 1), 20000, 500);
    ck_assert_double_eq(sentence_limit_size(GROWTH_UNKNOWN, 10000, 0.5, 1), 0);
    ck_assert_double_eq(sentence_limit_size(GROWTH_LINEAR, 10000, 0, 1), 0);
}
END_TEST

START_TEST(what_explodes_is_told_by_one_more)
{
    struct growth_point points[] = { { .size = 16, .count = 1e6 }, { .size = 22, .count = 64e6 } };
    struct growth growth = { .arena = arena_new() };
    struct sentence_limit limit = { 0 };

    growth.time = (struct growth_answer){ .class = GROWTH_EXPONENTIAL,
                                          .family = "sums",
                                          .doubling = 8000,
                                          .points = points,
                                          .point_count = COUNT(points) };
    growth.space = (struct growth_answer){ .class = GROWTH_LINEAR, .family = "wide" };
    const char *text = sentence_make(&growth, &limit);

    ck_assert_str_eq(text, "One more makes it 2.0 times slower: its time grows as 2^n on \"sums\". "
                           "Its memory grows as n on \"wide\".");
    growth.space.family = "sums";
    text = sentence_make(&growth, &limit);
    ck_assert_ptr_nonnull(strstr(text, "Its memory grows as n."));
    arena_free(growth.arena);
}
END_TEST

START_TEST(the_sentence_says_what_a_candidate_wants_to_know)
{
    struct growth growth = { .arena = arena_new(), .marked = true };
    struct sentence_limit limit = { 1, 60000 };

    growth.time = (struct growth_answer){ .class = GROWTH_SQUARE,
                                          .family = "fall\x1b[31ming",
                                          .doubling = 4.02,
                                          .expected = "O(n log n)",
                                          .verdict = GROWTH_WORSE };
    growth.space = (struct growth_answer){ .class = GROWTH_UNKNOWN };
    const char *text = sentence_make(&growth, &limit);

    ck_assert_ptr_nonnull(text);
    ck_assert_ptr_nonnull(strstr(text, "Doubling n makes it 4.0 times slower"));
    ck_assert_ptr_nonnull(strstr(text, "n^2"));
    ck_assert_ptr_nonnull(strstr(text, "expected O(n log n)"));
    ck_assert_ptr_nonnull(strstr(text, "from about n = 60,000 on it misses the 1 s limit"));
    ck_assert_ptr_null(strchr(text, '\x1b'));
    growth.time = (struct growth_answer){ .class = GROWTH_UNKNOWN, .reason = "too few sizes" };
    limit.limit_s = 0;
    text = sentence_make(&growth, &limit);
    ck_assert_ptr_nonnull(strstr(text, "too few sizes"));
    arena_free(growth.arena);
}
END_TEST

START_TEST(a_part_that_is_not_yet_most_of_it_is_no_contradiction)
{
    static const struct {
        double doubling;
        const char *part;
    } told[] = {
        { 4.2, "Doubling n makes it 4.2 times slower: its time grows as n^2" },
        { 2.6, "Doubling n made it 2.6 times slower at the sizes that were measured; in the end "
               "its time "
               "grows as n^2" },
    };

    for (size_t i = 0; i < COUNT(told); i++) {
        AUTO_ARENA struct arena *arena = arena_new();
        struct growth_point points[] = { { .size = 500 }, { .size = 1000 } };
        struct growth growth = { .arena = arena };
        const struct sentence_limit limit = { 0 };

        growth.space.class = GROWTH_CONSTANT;
        growth.time = (struct growth_answer){ .class = GROWTH_SQUARE,
                                              .family = "all",
                                              .points = points,
                                              .point_count = COUNT(points),
                                              .doubling = told[i].doubling };
        const char *text = sentence_make(&growth, &limit);

        ck_assert_ptr_nonnull(text);
        ck_assert_msg(strstr(text, told[i].part), "%s", text);
    }
}
END_TEST

START_TEST(the_sentence_says_how_it_grows_with_a_second_size)
{
    static const struct {
        const char *text;
        enum growth_class class;
        enum growth_verdict verdict;
        const char *part; /* NULL: nothing is said */
    } told[] = {
        { "n k", GROWTH_LINEAR, GROWTH_AS_EXPECTED,
          "With k (the sizes) and n together its time grows as n k, as expected." },
        { "n k^2", GROWTH_SQUARE, GROWTH_WORSE, "grows as n k^2, which is more than expected." },
        { "n", GROWTH_CONSTANT, GROWTH_BETTER, "It takes as long for any k (the sizes)." },
        { NULL, GROWTH_UNKNOWN, GROWTH_UNSURE, NULL },
    };

    for (size_t i = 0; i < COUNT(told); i++) {
        AUTO_ARENA struct arena *arena = arena_new();
        struct growth_second second = { .name = "k",
                                        .what = "the \x1b[1msizes",
                                        .time = { .text = told[i].text,
                                                  .second = { .class = told[i].class },
                                                  .verdict = told[i].verdict } };
        struct growth growth = { .arena = arena, .second = &second };
        const struct sentence_limit limit = { 0 };
        const char *text;

        growth.time.class = growth.space.class = GROWTH_CONSTANT;
        text = sentence_make(&growth, &limit);
        ck_assert_ptr_nonnull(text);
        ck_assert_ptr_null(strchr(text, '\x1b'));
        if (told[i].part)
            ck_assert_msg(strstr(text, told[i].part), "%s", text);
        else
            ck_assert_ptr_null(strstr(text, "k ("));
    }
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_expect");
    TCase *tcase = tcase_create("all");

    tcase_add_loop_test(tcase, an_expectation_is_a_range_of_classes, 0, (int) COUNT(rows));
    tcase_add_loop_test(tcase, another_letter_is_read_as_if_all_others_were_constants, 0,
                        (int) COUNT(letter_rows));
    tcase_add_test(tcase, a_class_is_judged_by_the_range);
    tcase_add_test(tcase, the_limit_is_where_the_class_passes_it);
    tcase_add_test(tcase, what_explodes_is_told_by_one_more);
    tcase_add_test(tcase, the_sentence_says_what_a_candidate_wants_to_know);
    tcase_add_test(tcase, a_part_that_is_not_yet_most_of_it_is_no_contradiction);
    tcase_add_test(tcase, the_sentence_says_how_it_grows_with_a_second_size);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
