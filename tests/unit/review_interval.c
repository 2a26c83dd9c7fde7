/* Wilson's interval: figures from elsewhere, and the bounds. */

#include "judge/review/interval.h"
#include "tests/unit/unit.h"

#include "judge/base/memory.h"

START_TEST(known_figures_come_out)
{
    static const struct {
        size_t successes, trials;
        double low, high;
    } rows[] = {
        /* NIST's handbook, 7.2.4.1, has 4 of 20 at 90 %; the others are solutions of the quadratic
         * equation by hand. */
        { 0, 10, 0, 0.27753 }, { 10, 10, 0.72247, 1 },        { 5, 10, 0.23659, 0.76341 },
        { 1, 1, 0.20654, 1 },  { 81, 263, 0.25525, 0.36622 },
    };
    double low = 0, high = 0;

    for (size_t i = 0; i < COUNT(rows); i++) {
        interval_wilson(rows[i].successes, rows[i].trials, 1.959964, &low, &high);
        ck_assert_double_eq_tol(low, rows[i].low, 1e-4);
        ck_assert_double_eq_tol(high, rows[i].high, 1e-4);
    }
    interval_wilson(4, 20, 1.645, &low, &high);
    ck_assert_double_eq_tol(low, 0.092, 1e-2);
    ck_assert_double_eq_tol(high, 0.378, 1e-2);
}
END_TEST

START_TEST(nothing_tried_says_nothing)
{
    double low = 9, high = 9;

    interval_wilson(0, 0, 1.96, &low, &high);
    ck_assert_double_eq(low, 0);
    ck_assert_double_eq(high, 1);
}
END_TEST

START_TEST(the_rate_lies_inside_and_the_bounds_hold)
{
    double low = 0, high = 0;

    for (size_t trials = 1; trials <= 200; trials++) {
        for (size_t successes = 0; successes <= trials; successes++) {
            double rate = (double) successes / (double) trials;

            interval_wilson(successes, trials, 1.96, &low, &high);
            ck_assert(low >= 0 && low <= rate && rate <= high && high <= 1);
        }
    }
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("review_interval");
    TCase *tcase = tcase_create("all");

    tcase_add_test(tcase, known_figures_come_out);
    tcase_add_test(tcase, nothing_tried_says_nothing);
    tcase_add_test(tcase, the_rate_lies_inside_and_the_bounds_hold);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
