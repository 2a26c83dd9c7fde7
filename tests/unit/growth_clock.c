/* Whether CPU time rises as what was counted. */

#include "judge/growth/clock.h"
#include "tests/unit/unit.h"

#include <math.h>

#define COUNT_OF(rows) (sizeof(rows) / sizeof(*(rows)))

static struct growth_point points[] = {
    { .size = 100, .count = 10 },      { .size = 1000, .count = 1010 },
    { .size = 4000, .count = 4010 },   { .size = 9000, .count = 8010 },
    { .size = 32000, .count = 30010 },
};

START_TEST(the_smallest_one_in_the_middle_and_the_largest_are_timed)
{
    struct growth_answer time = { .points = points, .point_count = COUNT_OF(points) };
    struct growth_clock clock;

    ck_assert(clock_choose(&time, &clock));
    ck_assert_double_eq(clock.sizes[0], 100);
    ck_assert_double_eq(clock.sizes[1], 4000);
    ck_assert_double_eq(clock.sizes[2], 32000);
    ck_assert_double_eq(clock.counts[1], 4010);
    points[4].count = 800010; /* as a square */
    ck_assert(clock_choose(&time, &clock));
    ck_assert_double_eq(clock.sizes[1], 9000);
    points[3].count = 10; /* is not above the first */
    ck_assert(clock_choose(&time, &clock));
    ck_assert_double_eq(clock.sizes[1], 4000);
}
END_TEST

START_TEST(what_is_too_close_or_too_little_is_not_timed)
{
    struct growth_answer time = { .points = points, .point_count = 2 };
    struct growth_clock clock;

    ck_assert(!clock_choose(&time, &clock));
    time.point_count = 0;
    ck_assert(!clock_choose(&time, &clock));
    time.points = &points[2];
    time.point_count = 3;
    ck_assert(clock_choose(&time, &clock));
    points[3].size = 17000;
    ck_assert(!clock_choose(&time, &clock));
}
END_TEST

/* Above a start, powers of time and of counts from the middle one to the largest, which takes so
 * long; how many times the size it has; and what is told. */
static const struct {
    double power, counted, start_s, more_s, range;
    bool known, differs;
} rows[] = {
    { 1, 1, 0.002, 0.1, 8, true, false },    { 2, 2, 0.002, 0.5, 4, true, false },
    { 1.4, 1, 0.002, 0.1, 8, true, false }, /* caches */
    { 2, 1, 0.002, 0.3, 8, true, true },     { 3, 2, 0.002, 0.5, 4, true, true },
    { 1.7, 1, 0.002, 0.1, 8, true, false },  /* it may be what time differs by */
    { 2, 1, 0.002, 0.1, 8, false, false },   /* too little to tell */
    { 1, 1, 0.002, 0.012, 4, false, false }, /* too quick */
    { 1, 1, 0.4, 0.2, 4, false, false },     /* against the start */
    { 1, 0.1, 0.002, 0.2, 8, true, false },  /* reading, which is not counted */
    { 1, 2, 0.002, 0.2, 8, true, false },    /* a square with a tiny constant */
};

START_TEST(time_that_rises_by_much_more_differs)
{
    double range = rows[_i].range;
    struct growth_clock clock = { .sizes = { 1000, 8000, 8000 * range } };

    clock.counts[0] = 500;
    clock.counts[1] = 500 + 1e6;
    clock.counts[2] = 500 + 1e6 * pow(range, rows[_i].counted);
    clock.seconds[0] = rows[_i].start_s;
    clock.seconds[1] = rows[_i].start_s + rows[_i].more_s * pow(range, -rows[_i].power);
    clock.seconds[2] = rows[_i].start_s + rows[_i].more_s;
    ck_assert_int_eq(clock_compare(&clock), rows[_i].known);
    if (!rows[_i].known)
        return;
    ck_assert(clock_is_seen(&clock, clock.seconds[2]));
    ck_assert_int_eq(clock.differs, rows[_i].differs);
    ck_assert_double_eq_tol(clock.counted, rows[_i].counted, 1e-6);
    ck_assert_double_eq_tol(clock.power, rows[_i].power, 1e-6);
}
END_TEST

START_TEST(what_was_not_timed_says_nothing)
{
    struct growth_clock clock = { .sizes = { 1, 2, 3 }, .counts = { 1, 2, 3 } };

    ck_assert(!clock_compare(&clock));
    clock.seconds[2] = 1;
    ck_assert(!clock_compare(&clock));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_clock");
    TCase *tcase = tcase_create("clock");

    tcase_add_test(tcase, the_smallest_one_in_the_middle_and_the_largest_are_timed);
    tcase_add_test(tcase, what_is_too_close_or_too_little_is_not_timed);
    tcase_add_loop_test(tcase, time_that_rises_by_much_more_differs, 0, COUNT_OF(rows));
    tcase_add_test(tcase, what_was_not_timed_says_nothing);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
