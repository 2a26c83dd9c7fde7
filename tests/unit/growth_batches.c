/* Plans of runtimes that take many inputs in one start. */

#include "judge/growth/plugin/counts.h"
#include "tests/unit/growth_rules.h"

static const double no_blocks[1];

/* Tells the plan that a job has ended: those above `most` were not begun. */
static void end_job(struct plan *plan, const struct plan_job *job, int64_t most, double space)
{
    struct plan_result results[COURSE_BATCH] = { { 0 } };

    for (size_t i = 0; i < job->count; i++)
        results[i] = (struct plan_result){ .made = job->sizes[i] <= most,
                                           .ended = true,
                                           .count = 100.0 * (double) job->sizes[i],
                                           .space = space,
                                           .blocks = no_blocks,
                                           .cpu_s = 0.1,
                                           .wall_s = 0.1 };
    plan_take(plan, job, results);
}

START_TEST(batches_take_two_families_and_their_time_first)
{
    struct plan_rules rules = native;
    struct course two[2] = { { .family = &families[0], .most = 100000 },
                             { .family = &families[1], .most = 100000 } };
    struct plan plan;
    struct plan_job look, times, memory, none;
    size_t of_first = 0;

    rules.batches = rules.slow_start = rules.held = true;
    plan_begin(&plan, two, 2, &rules);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(plan_next(&plan, 0, &look), PLAN_RUN);
        ck_assert(look.plain && look.count == 1);
        end_job(&plan, &look, INT64_MAX, NAN);
    }
    ck_assert_int_eq(plan_next(&plan, 0, &look), PLAN_RUN);
    ck_assert(look.look == 1 && look.count == 2 * COURSE_LEVELS && look.budget_s > 0);
    end_job(&plan, &look, INT64_MAX, NAN);
    ck_assert_int_eq(plan_next(&plan, 0, &times), PLAN_RUN);
    ck_assert(times.timing && !times.sizing);
    ck_assert(times.budget_s > 0 && times.budget_s < times.cpu_s);
    for (size_t i = 0; i < times.count; i++) {
        of_first += times.courses[i] == &two[0];
        ck_assert(i == 0 || times.sizes[i - 1] <= times.sizes[i]);
    }
    ck_assert_uint_ge(of_first, 6);
    ck_assert_uint_eq(times.count, 2 * of_first);
    ck_assert_int_eq(plan_next(&plan, 0, &memory), PLAN_RUN);
    /* Beside it the memory, of one size after the other, of both families; it is no point. */
    ck_assert(memory.sizing && memory.plain && !memory.timing);
    ck_assert(memory.count == 1 && memory.courses[0] == &two[0]);
    ck_assert_int_eq(plan_next(&plan, 0, &none), PLAN_RUN);
    ck_assert(none.plain && none.courses[0] == &two[1]);
    ck_assert_int_eq(plan_next(&plan, 0, &look), PLAN_WAIT);
    end_job(&plan, &memory, INT64_MAX, 640);
    ck_assert(two[0].space_count == 1 && two[0].count == 0);
    ck_assert_double_eq(two[0].spaces[0].bytes, 640);
    end_job(&plan, &times, 10000, NAN);
    ck_assert_double_eq(point_of(&two[0], times.sizes[0])->count, 100.0 * (double) times.sizes[0]);
    ck_assert(isnan(two[0].points[two[0].count - 1].space));
    /* What was not begun has not failed. */
    ck_assert_int_eq(two[0].ceiling, 0);
    ck_assert_uint_eq(two[0].failed, 0);
}
END_TEST

/* A start takes seconds: none of them is made for the rest of a few families. */
START_TEST(looks_are_dealt_evenly_to_as_few_starts_as_can_be)
{
    static const size_t dealt[][4] = {
        { 5, 5 }, { 8, 8 }, { 9, 5, 4 }, { 15, 8, 7 }, { 17, 6, 6, 5 }
    };
    struct plan_rules rules = native;

    rules.batches = rules.slow_start = true;
    for (size_t row = 0; row < sizeof(dealt) / sizeof(*dealt); row++) {
        struct course courses[17];
        struct plan plan;
        struct plan_job job;

        for (size_t i = 0; i < dealt[row][0]; i++)
            courses[i] = (struct course){ .family = &families[0], .most = 100000 };
        plan_begin(&plan, courses, dealt[row][0], &rules);
        for (size_t i = 0; i < dealt[row][0]; i++) {
            ck_assert_int_eq(plan_next(&plan, 0, &job), PLAN_RUN);
            ck_assert(job.plain);
            end_job(&plan, &job, INT64_MAX, NAN);
        }
        for (size_t i = 1; i < 4 && dealt[row][i]; i++) {
            ck_assert_int_eq(plan_next(&plan, 0, &job), PLAN_RUN);
            ck_assert_int_eq(job.look, 1);
            ck_assert_uint_eq(job.count, dealt[row][i] * COURSE_LEVELS);
        }
        ck_assert_int_eq(plan_next(&plan, 0, &job), PLAN_WAIT);
    }
}
END_TEST

/* Runs all looks; what a run on each family counts, and its blocks, is up to `count`. The job
 * behind them, which is the first that is none. */
static void look_at(struct plan *plan, double (*count)(size_t family, double n, double blocks[2]),
                    struct plan_job *ret)
{
    static double blocks[COURSE_BATCH][COUNTS_BLOCKS];

    while (plan_next(plan, 0, ret) == PLAN_RUN && ret->look >= 0) {
        struct plan_result results[COURSE_BATCH] = { { 0 } };

        for (size_t i = 0; i < ret->count; i++) {
            size_t family = (size_t) (ret->courses[i]->family - families);
            double n = (double) ret->sizes[i], all = count(family, n, blocks[i]);

            results[i] = (struct plan_result){ .made = true,
                                               .ended = true,
                                               .count = all,
                                               .bytes = n * (2 + (double) family),
                                               .written = NAN,
                                               .blocks = ret->look == 1 ? blocks[i] : NULL,
                                               .cpu_s = 0.1,
                                               .wall_s = 0.1 };
        }
        plan_take(plan, ret, results);
    }
}

/* The first has larger inputs, the second a start that is as much for each of its smaller ones. */
static double start_and_work(size_t family, double n, double blocks[2])
{
    blocks[0] = 6e5;
    blocks[1] = (family == 0 ? 120 : 100) * n;
    return blocks[0] + blocks[1];
}

START_TEST(in_a_batch_the_start_does_not_make_a_family_expensive)
{
    struct plan_rules rules = native;
    struct course two[2] = { { .family = &families[0], .most = 100000 },
                             { .family = &families[1], .most = 6000 } };
    struct plan plan;
    struct plan_job job;

    rules.batches = rules.slow_start = true;
    plan_begin(&plan, two, 2, &rules);
    look_at(&plan, start_and_work, &job);
    ck_assert_ptr_eq(two[0].family, &families[0]);
}
END_TEST

/* The fourth has the longest numbers to read, and the third the most to do with them. */
static double read_and_work(size_t family, double n, double blocks[2])
{
    blocks[0] = 9000 * n * (2 + (double) family);
    blocks[1] = n * (family == 2 ? 500 : 100 + (double) family);
    return blocks[0] + blocks[1];
}

START_TEST(in_a_batch_what_reading_takes_does_not_make_a_family_expensive)
{
    struct plan_rules rules = native;
    struct course four[4];
    struct plan plan;
    struct plan_job job;

    rules.batches = rules.slow_start = true;
    for (size_t i = 0; i < COUNT(four); i++)
        four[i] = (struct course){ .family = &families[i], .most = 100000 };
    plan_begin(&plan, four, COUNT(four), &rules);
    look_at(&plan, read_and_work, &job);
    ck_assert_ptr_eq(four[0].family, &families[2]);
}
END_TEST

/* The last one is cheap, but an element of it costs ever more; the two that cost most are linear.
 */
static double work(size_t family, double n, double blocks[2])
{
    static const double costs[] = { 900, 800, 300, 310, 20 };

    blocks[0] = n * costs[family] * (family == 4 ? log2(n) : 1);
    blocks[1] = 0;
    return blocks[0];
}

START_TEST(in_a_batch_a_family_that_rises_is_third)
{
    struct plan_rules rules = native;
    struct course five[5];
    struct plan plan;
    struct plan_job job;
    size_t of_third = 0;

    rules.batches = rules.slow_start = true;
    for (size_t i = 0; i < COUNT(five); i++)
        five[i] = (struct course){ .family = &families[i], .most = 100000 };
    plan_begin(&plan, five, COUNT(five), &rules);
    look_at(&plan, work, &job);
    ck_assert_ptr_eq(five[0].family, &families[0]);
    ck_assert_ptr_eq(five[1].family, &families[1]);
    ck_assert_ptr_eq(five[2].family, &families[4]);
    /* It is in the first batch, which is no longer than any may be. */
    ck_assert(!job.plain && job.timing);
    ck_assert_uint_le(job.count, COURSE_BATCH);
    for (size_t i = 0; i < job.count; i++)
        of_third += job.courses[i] == &five[2];
    ck_assert_uint_ge(of_third, 7);
}
END_TEST

/* Each at the smaller ones of those that double, and none of them a point. */
START_TEST(two_sizes_in_between_are_checks)
{
    for (int batches = 0; batches < 2; batches++) {
        struct plan_rules rules = native;
        struct course course = { .family = &families[0], .most = 100000 };
        struct plan plan;
        struct plan_job job;

        rules.batches = rules.slow_start = batches;
        plan_begin(&plan, &course, 1, &rules);
        while (plan_next(&plan, 0, &job) == PLAN_RUN)
            end_job(&plan, &job, 20000, NAN);
        ck_assert_uint_eq(course.check_count, COURSE_CHECKS);
        for (size_t i = 0; i < course.check_count; i++) {
            const struct course_check *check = &course.checks[i];

            ck_assert(check->size > 128 && check->size < 1000);
            ck_assert_ptr_null(point_of(&course, check->size));
            ck_assert_ptr_eq(check->blocks, no_blocks);
        }
        ck_assert_uint_ge(course.count, 6);
        ck_assert_uint_eq(course.running, 0);
    }
}
END_TEST

START_TEST(the_first_batch_is_given_what_it_needs_and_a_late_one_is_none)
{
    for (int real = 0; real < 2; real++) {
        struct plan_rules rules = native;
        struct course course = { .family = &families[0], .most = 100000 };
        struct plan plan;
        struct plan_job look, job;

        rules.batches = rules.slow_start = true;
        rules.real = real;
        plan_begin(&plan, &course, 1, &rules);
        ck_assert_int_eq(plan_next(&plan, 0, &look), PLAN_RUN);
        end_job(&plan, &look, INT64_MAX, NAN);
        ck_assert_int_eq(plan_next(&plan, rules.most_s - 1, &job), PLAN_RUN);
        if (real)
            ck_assert_double_le(job.wall_s, 1.001);
        else
            ck_assert_double_ge(job.wall_s, job.cpu_s);
        end_job(&plan, &job, 400, NAN);
        ck_assert_int_eq(plan_next(&plan, rules.most_s - 1, &job), PLAN_OVER);
    }
}
END_TEST

START_TEST(enough_points_are_not_worth_another_start)
{
    struct plan_rules rules = native;
    struct course course = { .family = &families[0], .most = 100000 };
    struct plan plan;
    struct plan_job job;
    int runs = 0;

    rules.batches = rules.slow_start = true;
    plan_begin(&plan, &course, 1, &rules);
    while (plan_next(&plan, 0, &job) == PLAN_RUN) {
        ck_assert_int_lt(++runs, 10);
        end_job(&plan, &job, 50000, NAN);
    }
    /* the look and the time */
    ck_assert_int_eq(runs, 2);
    ck_assert_int_eq(course.points[course.count - 1].size, 50000);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_batches");
    TCase *tcase = tcase_create("all");

    tcase_add_test(tcase, batches_take_two_families_and_their_time_first);
    tcase_add_test(tcase, looks_are_dealt_evenly_to_as_few_starts_as_can_be);
    tcase_add_test(tcase, in_a_batch_the_start_does_not_make_a_family_expensive);
    tcase_add_test(tcase, in_a_batch_what_reading_takes_does_not_make_a_family_expensive);
    tcase_add_test(tcase, in_a_batch_a_family_that_rises_is_third);
    tcase_add_test(tcase, two_sizes_in_between_are_checks);
    tcase_add_test(tcase, the_first_batch_is_given_what_it_needs_and_a_late_one_is_none);
    tcase_add_test(tcase, enough_points_are_not_worth_another_start);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
