/* Whether CPU time rises as what was counted. */

#include "judge/growth/clock.h"
#include "tests/unit/unit.h"

#include <math.h>

#define COUNT_OF(rows) (sizeof(rows) / sizeof(*(rows)))

START_TEST(the_smallest_one_in_the_middle_and_the_largest_are_timed)
{
    struct growth_point points[] = {
        { .size = 100, .count = 1 },  { .size = 1000, .count = 2 },  { .size = 4100, .count = 3 },
        { .size = 9000, .count = 4 }, { .size = 32000, .count = 5 },
    };
    struct growth_answer time = { .points = points, .point_count = COUNT_OF(points) };
    struct growth_clock clock;

    ck_assert(clock_choose(&time, &clock));
    ck_assert_double_eq(clock.sizes[0], 100);
    ck_assert_double_eq(clock.sizes[1], 4100);
    ck_assert_double_eq(clock.sizes[2], 32000);
    ck_assert_double_eq(clock.counts[1], 3);
    time.point_count = 2;
    ck_assert(!clock_choose(&time, &clock));
    time.points = &points[2];
    time.point_count = 3; /* 9,000 of 32,000 */
    ck_assert(clock_choose(&time, &clock));
    points[3].size = 12000;
    ck_assert(!clock_choose(&time, &clock));
    time.point_count = 0;
    ck_assert(!clock_choose(&time, &clock));
}
END_TEST

/* Of sizes 1,000, 8,000 and 64,000: powers of time and of counts above the first, what the largest
 * takes, and what is told. */
static const struct {
    double power, counted, start_s, more_s;
    bool known, differs;
} rows[] = {
    { 1, 1, 0.002, 0.1, true, false },   { 2, 2, 0.002, 0.5, true, false },
    { 1.4, 1, 0.002, 0.1, true, false }, /* caches */
    { 2, 1, 0.002, 0.3, true, true },    { 3, 1.5, 0.002, 0.7, true, true },
    { 3, 2, 0.002, 0.5, true, false },   /* an eighth takes hardly any time */
    { 2, 1, 0.002, 0.02, true, false },  /* it may be what time differs by */
    { 2, 1, 0.002, 0.01, false, false }, /* too quick */
    { 2, 1, 0.4, 0.2, false, false },    /* against the start */
    { 1, 0.1, 0.002, 0.2, true, false }, /* reading, which is not counted */
    { 1, 2, 0.002, 0.2, true, false },   /* a square with a tiny constant */
};

START_TEST(time_that_rises_by_much_more_differs)
{
    struct growth_clock clock = { .sizes = { 1000, 8000, 64000 } };
    double share = pow(8, -rows[_i].power);

    clock.counts[0] = 500;
    clock.counts[1] = 500 + 1e6;
    clock.counts[2] = 500 + 1e6 * pow(8, rows[_i].counted);
    clock.seconds[0] = rows[_i].start_s;
    clock.seconds[1] = rows[_i].start_s + rows[_i].more_s * share;
    clock.seconds[2] = rows[_i].start_s + rows[_i].more_s;
    ck_assert_int_eq(clock_is_seen(&clock, clock.seconds[2]), rows[_i].known);
    ck_assert_int_eq(clock_compare(&clock), rows[_i].known);
    if (!rows[_i].known)
        return;
    ck_assert_int_eq(clock.differs, rows[_i].differs);
    ck_assert_double_eq_tol(clock.counted, rows[_i].counted, 1e-6);
    ck_assert_double_le(clock.power, rows[_i].power + 1e-6);
}
END_TEST

START_TEST(what_was_not_timed_says_nothing)
{
    struct growth_clock clock = { .sizes = { 1, 2, 3 }, .counts = { 1, 2, 3 } };

    ck_assert(!clock_compare(&clock));
    clock.seconds[2] = 1;
    clock.counts[1] = 1;
    ck_assert(!clock_compare(&clock));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_clock");
    TCase *tcase = tcase_create("clock");

    tcase_add_test(tcase, the_smallest_one_in_the_middle_and_the_largest_are_timed);
    tcase_add_loop_test(tcase, time_that_rises_by_much_more_differs, 0, COUNT_OF(rows));
    tcase_add_test(tcase, what_was_not_timed_says_nothing);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
