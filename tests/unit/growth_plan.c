/* Which inputs are run, in which order, and when no more: played with programs whose cost is a
 * formula. */

#include "judge/base/memory.h"
#include "judge/growth/pace.h"
#include "tests/unit/growth_rules.h"

#include <math.h>

#define MOST_SIZE 100000

/* A program on one family: instructions are scale * size^power; a second has 1e9 of them. */
struct play {
    double scale, power;
    int64_t crashes_from; /* 0: never */
    bool hangs;
    int64_t square_from; /* from so many on it is quadratic; 0: never */
    double base;         /* of 2^n: that, in place of a power; 0: it is one */
    double noise_s;      /* of CPU time without the emulator */
};

struct table {
    struct plan plan;
    struct course courses[4];
    double now_s, spent_s;
    size_t runs, looks;
    int64_t largest;
};

static void play_one(const struct play *play, const struct plan_job *job, int64_t size,
                     struct plan_result *ret)
{
    double count = play->scale * pow((double) size, play->power);
    if (play->square_from && size >= play->square_from)
        count = pow((double) size, 2);
    if (play->base > 0)
        count = play->scale * pow(play->base, (double) size);
    double cpu_s = count / 1e9 + 0.1 + (job->plain ? play->noise_s : 0);

    *ret = (struct plan_result){ .made = true, .count = count, .cpu_s = cpu_s, .wall_s = cpu_s };
    ret->slow = play->hangs || cpu_s > job->cpu_s || cpu_s > job->wall_s;
    ret->ended = !ret->slow && !(play->crashes_from && size >= play->crashes_from);
    if (ret->slow)
        ret->cpu_s = ret->wall_s = fmin(job->cpu_s, job->wall_s);
}

static const struct play *play_of(const struct play *plays, const struct course *course)
{
    return &plays[course->family - families];
}

/* One run at a time, until the plan is over. */
static void play_all(struct table *table, const struct play *plays, size_t count,
                     const struct plan_rules *rules)
{
    struct plan_job job;
    enum plan_next next;

    for (size_t i = 0; i < count; i++)
        table->courses[i] = (struct course){ .family = &families[i], .most = MOST_SIZE };
    plan_begin(&table->plan, table->courses, count, rules);
    while ((next = plan_next(&table->plan, table->now_s, &job)) != PLAN_OVER) {
        struct plan_result results[COURSE_BATCH] = { { 0 } };

        ck_assert_int_eq(next, PLAN_RUN);
        ck_assert_uint_ge(job.count, 1);
        for (size_t i = 0; i < job.count; i++) {
            ck_assert(job.sizes[i] >= 1 && job.sizes[i] <= MOST_SIZE);
            play_one(play_of(plays, job.courses[i]), &job, job.sizes[i], &results[i]);
            table->now_s += results[i].wall_s;
            table->largest = job.sizes[i] > table->largest ? job.sizes[i] : table->largest;
            if (!results[i].ended)
                break;
        }
        table->looks += job.look >= 0;
        ck_assert_uint_lt(++table->runs, 200);
        plan_take(&table->plan, &job, results);
    }
}

START_TEST(a_fast_program_gets_the_largest_size)
{
    struct table table = { 0 };
    const struct play play = { .scale = 100, .power = 1 };

    play_all(&table, &play, 1, &native);
    ck_assert_int_eq(table.largest, 100000);
    ck_assert_uint_ge(table.courses[0].count, 8);
    ck_assert(table.now_s < native.wall_s);
}
END_TEST

START_TEST(a_slow_program_stops_before_what_takes_too_long)
{
    struct table table = { 0 };
    const struct play play = { .scale = 10, .power = 2 };

    play_all(&table, &play, 1, &native);
    ck_assert_int_lt(table.largest, 50000);
    ck_assert_uint_ge(table.courses[0].count, 7);
    ck_assert(table.now_s < native.wall_s);
}
END_TEST

/* It takes too long on all sizes that the package has. */
START_TEST(what_explodes_is_measured_at_the_few_sizes_that_end)
{
    for (int batches = 0; batches <= 1; batches++) {
        struct table table = { 0 };
        const struct play plays[] = { { .scale = 1000, .base = 2 }, { .scale = 900, .base = 2 } };
        struct plan_rules rules = native;

        rules.batches = batches;
        play_all(&table, plays, COUNT(plays), &rules);
        ck_assert_uint_ge(table.courses[0].count, 6);
        ck_assert_int_ge(table.courses[0].points[table.courses[0].count - 1].size, 12);
        ck_assert(table.now_s < rules.most_s);
    }
}
END_TEST

START_TEST(the_family_that_costs_most_is_measured)
{
    struct table table = { 0 };
    const struct play plays[] = { { .scale = 100, .power = 1 },
                                  { .scale = 90, .power = 1 },
                                  { .scale = 1, .power = 2 },
                                  { .scale = 110, .power = 1 } };

    play_all(&table, plays, COUNT(plays), &native);
    ck_assert_ptr_eq(table.courses[0].family, &families[2]);
    ck_assert_uint_ge(table.courses[0].count, 7);
    ck_assert_uint_le(table.looks, 7);
    ck_assert_uint_le(table.courses[2].count, 2);
}
END_TEST

/* The axes of two sizes: there is none to be chosen. */
START_TEST(all_are_measured_where_all_are_asked_for)
{
    struct table table = { 0 };
    struct plan_rules rules = native;
    const struct play plays[] = { { .scale = 100, .power = 1 },
                                  { .scale = 1, .power = 2 },
                                  { .scale = 4000, .power = 1 } };

    rules.all = true;
    play_all(&table, plays, COUNT(plays), &rules);
    for (size_t i = 0; i < COUNT(plays); i++)
        ck_assert_uint_ge(table.courses[i].count, 7);
    ck_assert_uint_eq(table.looks, 0);
    ck_assert(table.now_s < native.wall_s);
}
END_TEST

/* Keys that collide only in a large table. */
START_TEST(what_hurts_only_when_it_is_large_is_found)
{
    struct table table = { 0 };
    const struct play plays[] = { { .scale = 110, .power = 1 },
                                  { .scale = 120, .power = 1 },
                                  { .scale = 90, .power = 1, .square_from = 20000 },
                                  { .scale = 100, .power = 1 } };

    play_all(&table, plays, COUNT(plays), &native);
    ck_assert_ptr_eq(table.courses[0].family, &families[2]);
}
END_TEST

/* In CPU time, the noise decides between a sort of sorted numbers and one of others. */
START_TEST(what_noise_hides_is_counted)
{
    struct table table = { 0 };
    const struct play plays[] = { { .scale = 100, .power = 1, .noise_s = 0.03 },
                                  { .scale = 100, .power = 1, .noise_s = 0.02 },
                                  { .scale = 110, .power = 1 },
                                  { .scale = 90, .power = 1, .noise_s = 0.01 } };

    for (int slow = 0; slow < 3; slow++) {
        struct plan_rules rules = native;

        table = (struct table){ 0 };
        rules.slow_start = slow > 0;
        rules.batches = slow > 1;
        /* Starts that take long are for three. */
        play_all(&table, plays, slow == 1 ? 3 : COUNT(plays), &rules);
        ck_assert_ptr_eq(table.courses[0].family, &families[2]);
        ck_assert_uint_eq(table.looks, slow == 0 ? 8 : slow == 1 ? 6 : 5);
    }
}
END_TEST

START_TEST(five_sizes_are_too_few_for_n)
{
    const struct play linear = { .scale = 100, .power = 1 }, square = { .scale = 1, .power = 2 };
    struct plan_rules rules = native;
    struct table table = { 0 };

    rules.wall_s = 0.55;
    play_all(&table, &linear, 1, &rules);
    ck_assert_uint_ge(table.courses[0].count, 6);
    table = (struct table){ 0 };
    play_all(&table, &square, 1, &rules);
    ck_assert_uint_le(table.courses[0].count, 5);
}
END_TEST

/* Too slow for the first look, but not for the second: what is counted says which is worse. */
START_TEST(of_slow_ones_the_counts_decide)
{
    struct table table = { 0 };
    const struct play plays[] = { { .scale = 1, .power = 2 },
                                  { .scale = 3, .power = 2 },
                                  { .scale = 2, .power = 2 } };

    play_all(&table, plays, COUNT(plays), &native);
    ck_assert_ptr_eq(table.courses[0].family, &families[1]);
    ck_assert_ptr_eq(table.courses[1].family, &families[2]);
}
END_TEST

/* Looking at all of them would take the time that the points need. */
START_TEST(where_all_is_slow_a_few_looks_are_enough)
{
    const struct play plays[] = { { .scale = 1, .power = 2 },
                                  { .scale = 1, .power = 2 },
                                  { .scale = 1, .power = 2 },
                                  { .scale = 1, .power = 2 } };

    for (int slow = 0; slow < 2; slow++) {
        struct table table = { 0 };
        struct plan_rules rules = native;

        rules.slow_start = slow;
        play_all(&table, plays, COUNT(plays), &rules);
        ck_assert_uint_eq(table.looks, slow ? 3 : 6);
        ck_assert_uint_ge(table.courses[0].count, 5);
    }
}
END_TEST

START_TEST(points_are_sorted_and_each_size_is_there_once)
{
    struct table table = { 0 };
    const struct play play = { .scale = 10, .power = 2 };

    play_all(&table, &play, 1, &native);
    for (size_t i = 1; i < table.courses[0].count; i++)
        ck_assert_int_lt(table.courses[0].points[i - 1].size, table.courses[0].points[i].size);
}
END_TEST

START_TEST(a_program_that_hangs_is_given_up)
{
    struct table table = { 0 };
    const struct play plays[] = { { .scale = 1, .power = 1, .hangs = true },
                                  { .scale = 1, .power = 1, .hangs = true } };

    play_all(&table, plays, 2, &native);
    ck_assert_uint_eq(table.courses[0].count, 0);
    ck_assert(table.now_s <= native.most_s + native.run_s);
}
END_TEST

START_TEST(what_crashes_on_large_inputs_is_measured_on_smaller_ones)
{
    struct table table = { 0 };
    const struct play play = { .scale = 100, .power = 1, .crashes_from = 20000 };

    play_all(&table, &play, 1, &native);
    ck_assert_uint_ge(table.courses[0].count, 6);
    ck_assert_int_lt(table.courses[0].points[table.courses[0].count - 1].size, 20000);
}
END_TEST

START_TEST(large_sizes_do_without_memory_where_small_ones_told_it)
{
    struct plan_rules rules = native;
    struct course course = { .family = &families[0], .most = 100000 };
    struct plan plan;
    struct plan_job job;
    int with = 0, without = 0;

    plan_begin(&plan, &course, 1, &rules);
    while (plan_next(&plan, 0, &job) == PLAN_RUN) {
        struct plan_result result = { .made = true, .ended = true };

        ck_assert_int_lt(with + without, 20);
        result.count = 5e3 * (double) job.sizes[0];
        result.space = job.timing ? NAN : 640;
        result.cpu_s = result.wall_s = 0.1 + result.count / 1e9 * (job.timing ? 1 : 3);
        ck_assert(!job.timing || without || result.count > 3e7);
        *(job.timing ? &without : &with) += 1;
        plan_take(&plan, &job, &result);
    }
    ck_assert_int_ge(with, 6);
    ck_assert_int_ge(without, 1);
    ck_assert_int_eq(course.points[course.count - 1].size, 100000);
}
END_TEST

START_TEST(memory_apart_is_measured_on_the_largest_sizes_behind_their_time)
{
    struct plan_rules rules = native;
    struct course course = { .family = &families[0], .most = 100000 };
    struct plan plan;
    struct plan_job job;
    int64_t last = INT64_MAX;
    int times = 0, sizings = 0;

    rules.apart = true;
    plan_begin(&plan, &course, 1, &rules);
    while (plan_next(&plan, 0, &job) == PLAN_RUN) {
        struct plan_result result = { .made = true, .ended = true };

        ck_assert_int_lt(times + sizings, 30);
        ck_assert(job.timing != job.sizing);
        result.count = 5e3 * (double) job.sizes[0];
        result.space = job.timing ? NAN : 640;
        result.cpu_s = result.wall_s = 0.1 + result.count / 1e9;
        if (job.sizing) {
            ck_assert_int_lt(job.sizes[0], last);
            last = job.sizes[0];
        }
        *(job.sizing ? &sizings : &times) += 1;
        plan_take(&plan, &job, &result);
    }
    ck_assert_int_ge(times, 8);
    ck_assert_int_eq(sizings, COURSE_SIZINGS);
    ck_assert_double_eq(point_of(&course, 50000)->space, 640);
    /* too much: 0.6 s, and as much again and half of it */
    ck_assert_int_eq(course.points[course.count - 1].size, 100000);
    ck_assert(isnan(course.points[0].space));
}
END_TEST

/* Runs all that there is, of one family, whose memory by itself takes `seconds` an element. */
static void play_held(struct course *course, double seconds, int64_t crashes_from)
{
    struct plan_rules rules = native;
    struct plan plan;
    struct plan_job job;
    int runs = 0;

    rules.held = true;
    *course = (struct course){ .family = &families[0], .most = 100000, .look = { seconds * 5e4 } };
    plan_begin(&plan, course, 1, &rules);
    while (plan_next(&plan, 0, &job) == PLAN_RUN) {
        double size = (double) job.sizes[0];
        struct plan_result result = { .made = true, .ended = true, .count = 5e3 * size };
        bool memory = job.plain && job.sizing;

        ck_assert_int_lt(runs++, 40);
        ck_assert(job.plain || job.timing);
        result.space = memory ? 10 * size : NAN;
        result.ended = !memory || !crashes_from || job.sizes[0] < crashes_from;
        result.cpu_s = result.wall_s = 0.1 + (job.plain ? seconds * size : result.count / 1e9);
        plan_take(&plan, &job, &result);
    }
    ck_assert(course_is_held(course));
}

START_TEST(memory_without_the_emulator_ascends_until_it_takes_too_long)
{
    struct course course;

    play_held(&course, 1e-6, 0);
    ck_assert_uint_eq(course.space_count, 7);
    ck_assert_int_eq(course.spaces[0].size, 1563);
    ck_assert_int_eq(course.spaces[6].size, 100000);
    ck_assert_double_eq(course.spaces[6].bytes, 1e6);
    /* 1.7 s at 391, which is too much for another; and the smaller ones */
    play_held(&course, 4e-3, 0);
    ck_assert_uint_eq(course.space_count, 6);
    ck_assert_int_eq(course.spaces[5].size, 391);
    ck_assert_int_eq(course.spaces[0].size, 12);
    for (size_t i = 0; i + 1 < course.space_count; i++)
        ck_assert_int_lt(course.spaces[i].size, course.spaces[i + 1].size);
    /* What a small heap is too small for says nothing more. */
    play_held(&course, 1e-6, 20000);
    ck_assert_int_eq(course.spaces[course.space_count - 1].size, 12500);
    ck_assert_uint_eq(course.failed, 0);
}
END_TEST

/* Three families that take less and less time; the last holds `bytes` an element, the others 10.
 * How often each was run for its memory alone. */
static void play_hungry(double bytes, int *ret_runs)
{
    struct course course[3];
    struct plan_rules rules = native;
    struct plan plan;
    struct plan_job job;

    rules.held = true;
    for (size_t i = 0; i < COUNT(course); i++)
        course[i] = (struct course){ .family = &families[i], .most = 100000 };
    plan_begin(&plan, course, COUNT(course), &rules);
    while (plan_next(&plan, 0, &job) == PLAN_RUN) {
        struct plan_result results[COURSE_BATCH] = { { 0 } };

        for (size_t i = 0; i < job.count; i++) {
            size_t family = (size_t) (job.courses[i]->family - families);
            double size = (double) job.sizes[i];
            bool memory = job.plain && job.sizing;

            ret_runs[family] += memory;
            ck_assert_int_lt(ret_runs[family], 20);
            results[i] =
                (struct plan_result){ .made = true,
                                      .ended = true,
                                      .count = (5e3 - 2e3 * (double) family) * size,
                                      .space = memory ? (family == 2 ? bytes : 10) * size : NAN,
                                      .cpu_s = 0.1 + 1e-6 * (double) (4 - family) * size };
            results[i].wall_s = results[i].cpu_s;
        }
        plan_take(&plan, &job, results);
    }
}

START_TEST(a_family_that_takes_less_time_is_measured_if_it_holds_more)
{
    int hungry[3] = { 0 }, modest[3] = { 0 };

    play_hungry(100, hungry);
    ck_assert_int_ge(hungry[0], 5);
    ck_assert_int_ge(hungry[2], 5);
    play_hungry(12, modest);
    ck_assert_int_ge(modest[0], 5);
    ck_assert_int_eq(modest[2], 1);
}
END_TEST

START_TEST(nothing_begins_when_the_time_is_over)
{
    struct course course = { .most = 100000 };
    struct plan plan;
    struct plan_job job;

    plan_begin(&plan, &course, 1, &native);
    ck_assert_int_eq(plan_next(&plan, native.most_s, &job), PLAN_OVER);
    ck_assert_int_eq(plan_next(&plan, native.most_s - 1, &job), PLAN_RUN);
}
END_TEST

static const struct ladder_row {
    int64_t most;
    bool dense;
} ladder_rows[] = { { 1, false },  { 2, false },   { 3, true },      { 20, false },
                    { 300, true }, { 511, false }, { 200000, true }, { INT64_MAX / 4, false } };

START_TEST(a_ladder_ends_at_the_largest_size_in_steps_of_at_most_two)
{
    const struct ladder_row *row = &ladder_rows[_i];
    int64_t sizes[COURSE_MOST];
    size_t count = course_ladder(row->most, row->dense, sizes);

    ck_assert(count >= 1 && count <= COURSE_MOST);
    ck_assert_int_eq(sizes[count - 1], row->most);
    for (size_t i = 1; i < count; i++) {
        ck_assert_int_lt(sizes[i - 1], sizes[i]);
        ck_assert_int_le(sizes[i], 2 * sizes[i - 1] + 1);
    }
}
END_TEST

START_TEST(time_passes_more_slowly_where_runs_wait_for_a_core)
{
    struct pace pace = pace_begin(100, false);

    ck_assert_double_eq(pace_passed(&pace, 101), 1);
    for (int i = 0; i < 20; i++)
        pace_take(&pace, 101, 1, 4);
    ck_assert_double_eq_tol(pace_passed(&pace, 105), 2, 0.001);
    ck_assert_double_eq_tol(pace_bound(&pace, 10), 60, 0.01);
    for (int i = 0; i < 20; i++)
        pace_take(&pace, 105, 1, 1);
    ck_assert_double_eq_tol(pace_passed(&pace, 106), 3, 0.001);
}
END_TEST

START_TEST(a_program_that_sleeps_or_more_cores_do_not_stretch_time_without_end)
{
    struct pace pace = pace_begin(0, false);

    pace_take(&pace, 0, 0.01, 1000);
    ck_assert_double_eq(pace.pace, 1);
    pace_take(&pace, 0, 1, 1000);
    ck_assert_double_eq(pace.pace, PACE_MOST);
    for (int i = 0; i < 20; i++)
        pace_take(&pace, 0, 8, 1);
    ck_assert_double_eq(pace.pace, 1);
}
END_TEST

START_TEST(a_time_that_was_asked_for_is_real)
{
    struct pace pace = pace_begin(0, true);

    pace_take(&pace, 0, 1, 100);
    ck_assert_double_eq(pace_passed(&pace, 7), 7);
    ck_assert_double_eq(pace_bound(&pace, 7), 7);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_plan");
    TCase *tcase = tcase_create("all");

    tcase_add_test(tcase, a_fast_program_gets_the_largest_size);
    tcase_add_test(tcase, a_slow_program_stops_before_what_takes_too_long);
    tcase_add_test(tcase, what_explodes_is_measured_at_the_few_sizes_that_end);
    tcase_add_test(tcase, the_family_that_costs_most_is_measured);
    tcase_add_test(tcase, all_are_measured_where_all_are_asked_for);
    tcase_add_test(tcase, what_hurts_only_when_it_is_large_is_found);
    tcase_add_test(tcase, what_noise_hides_is_counted);
    tcase_add_test(tcase, five_sizes_are_too_few_for_n);
    tcase_add_test(tcase, of_slow_ones_the_counts_decide);
    tcase_add_test(tcase, where_all_is_slow_a_few_looks_are_enough);
    tcase_add_test(tcase, points_are_sorted_and_each_size_is_there_once);
    tcase_add_test(tcase, a_program_that_hangs_is_given_up);
    tcase_add_test(tcase, what_crashes_on_large_inputs_is_measured_on_smaller_ones);
    tcase_add_test(tcase, large_sizes_do_without_memory_where_small_ones_told_it);
    tcase_add_test(tcase, memory_apart_is_measured_on_the_largest_sizes_behind_their_time);
    tcase_add_test(tcase, memory_without_the_emulator_ascends_until_it_takes_too_long);
    tcase_add_test(tcase, a_family_that_takes_less_time_is_measured_if_it_holds_more);
    tcase_add_test(tcase, nothing_begins_when_the_time_is_over);
    tcase_add_test(tcase, time_passes_more_slowly_where_runs_wait_for_a_core);
    tcase_add_test(tcase, a_program_that_sleeps_or_more_cores_do_not_stretch_time_without_end);
    tcase_add_test(tcase, a_time_that_was_asked_for_is_real);
    tcase_add_loop_test(tcase, a_ladder_ends_at_the_largest_size_in_steps_of_at_most_two, 0,
                        (int) COUNT(ladder_rows));
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
