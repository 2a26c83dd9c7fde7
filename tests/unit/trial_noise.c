/* Which verdicts on time are certain at which noise, and that the noise is measured. */

#include "judge/base/memory.h"
#include "judge/trial/noise.h"
#include "tests/unit/unit.h"

#include <sched.h>

static const struct noise_row {
    const char *name;
    enum verdict verdict;
    double cpu_s, wall_s; /* the CPU limit is 2 s, the wall limit 5 s */
    struct noise noise;
    bool open;
} rows[] = {
    { "far below", VERDICT_AC, 0.5, 0.5, { 1.5, 1 }, false },
    { "far below on a wild machine", VERDICT_AC, 0.5, 0.5, { 5, 1 }, true },
    { "below by more than the noise", VERDICT_AC, 1.90, 1.9, { 1.05, 1 }, false },
    { "below by less than the noise", VERDICT_AC, 1.91, 1.9, { 1.05, 1 }, true },
    { "over by more than the noise", VERDICT_TLE, 2.11, 2.1, { 1.05, 1 }, false },
    { "over by less than the noise", VERDICT_TLE, 2.09, 2.1, { 1.05, 1 }, true },
    { "stopped far over", VERDICT_TLE, 2.2, 2.2, { 1.05, 1 }, false },
    { "stopped far over on a noisy machine", VERDICT_TLE, 2.2, 2.2, { 1.2, 1 }, true },
    { "exactly the limit", VERDICT_AC, 2, 2, { 1, 1 }, true },
    { "no noise at all", VERDICT_AC, 1.999, 2, { 1, 1 }, false },
    { "crowding alone leaves CPU time as it is", VERDICT_TLE, 2.2, 4, { 1.05, 9 }, false },
    { "waited for the core all the time", VERDICT_TLE, 1.0, 5, { 1, 5 }, true },
    { "had the core to itself, and slept", VERDICT_TLE, 1.0, 5, { 1, 1 }, false },
    { "slept, on a crowded core", VERDICT_TLE, 0.05, 5, { 1.5, 9 }, false },
    { "hardly crowded", VERDICT_TLE, 1.0, 5, { 1, 1.5 }, false },
    { "slow, stopped by the wall", VERDICT_TLE, 1.9, 5, { 1.5, 1 }, false },
    { "a wrong answer is wrong at any time", VERDICT_WA, 1.99, 2, { 2, 9 }, false },
    { "a crash as well", VERDICT_RTE, 2.0, 2, { 2, 9 }, false },
};

START_TEST(a_verdict_is_certain_when_it_is_farther_from_the_limit_than_the_noise)
{
    const struct noise_row *row = &rows[_i];
    struct noise_run run = {
        .verdict = row->verdict, .cpu_s = row->cpu_s, .cpu_limit_s = 2, .wall_s = row->wall_s
    };

    ck_assert_msg(noise_leaves_open(&row->noise, &run) == row->open, "%s", row->name);
}
END_TEST

START_TEST(the_worse_of_two_is_taken_in_each_respect)
{
    struct noise worse = noise_worse(&(struct noise){ 1.1, 3 }, &(struct noise){ 1.2, 2 });

    ck_assert_double_eq(worse.slowdown, 1.2);
    ck_assert_double_eq(worse.crowding, 3);
}
END_TEST

START_TEST(two_times_of_one_program_tell_the_least_noise)
{
    ck_assert_double_eq(noise_between(2.0, 2.5).slowdown, 1.25);
    ck_assert_double_eq(noise_between(2.5, 2.0).slowdown, 1.25);
    ck_assert_double_eq(noise_between(0, 2.0).slowdown, 1);
}
END_TEST

START_TEST(stolen_time_is_taken_for_part_of_the_cpu_time)
{
    ck_assert_double_eq(noise_of_theft(0, 2).slowdown, 1);
    ck_assert_double_eq(noise_of_theft(0.4, 2).slowdown, 1.25);
    ck_assert_double_eq(noise_of_theft(100, 2).slowdown, 2);
    ck_assert_double_eq(noise_of_theft(-1, 2).slowdown, 1);
    ck_assert_double_eq(noise_of_theft(0, 0).slowdown, 1);
}
END_TEST

START_TEST(the_description_has_the_figure_that_matters)
{
    struct noise noise = { 1.23, 4.5 };
    struct noise_run slow = { .verdict = VERDICT_TLE, .cpu_s = 2.1, .cpu_limit_s = 2 };
    struct noise_run stopped = {
        .verdict = VERDICT_TLE, .cpu_s = 1, .cpu_limit_s = 2, .wall_s = 5
    };
    char text[512];

    noise_describe(&noise, &slow, text, sizeof(text));
    ck_assert_msg(strstr(text, "noisy") && strstr(text, "1.23"), "%s", text);
    noise_describe(&noise, &stopped, text, sizeof(text));
    ck_assert_msg(strstr(text, "busy") && strstr(text, "4.5"), "%s", text);
}
END_TEST

/* ---- Measuring ----------------------------------------------------------------------------- */

static int lowest_cpu(void)
{
    cpu_set_t set;
    int cpu = 0;

    ck_assert_int_eq(sched_getaffinity(0, sizeof(set), &set), 0);
    while (!CPU_ISSET((size_t) cpu, &set))
        cpu++;
    return cpu;
}

START_TEST(a_probe_is_at_least_the_best_and_leaves_the_affinity)
{
    AUTO_FREE char *cache = strdup("/tmp/assay-noise-XXXXXX");
    AUTO_FREE char *command = NULL;
    struct noise_meter *meter;
    cpu_set_t before, after;

    ck_assert_ptr_nonnull(mkdtemp(cache));
    setenv("XDG_CACHE_HOME", cache, 1);
    sched_getaffinity(0, sizeof(before), &before);
    for (int round = 0; round < 2; round++) { /* the second one starts with the first one's best */
        meter = noise_meter_new();
        ck_assert_ptr_nonnull(meter);
        for (int cpu = -1; cpu <= lowest_cpu(); cpu += 1 + lowest_cpu()) {
            struct noise noise = noise_probe(meter, cpu);

            ck_assert_double_ge(noise.slowdown, 1);
            ck_assert_double_ge(noise.crowding, 1);
        }
        noise_meter_free(meter);
    }
    sched_getaffinity(0, sizeof(after), &after);
    ck_assert(CPU_EQUAL(&before, &after));
    ck_assert_int_ge(asprintf(&command, "rm -r '%s'", cache), 0);
    ck_assert_int_eq(system(command), 0);
}
END_TEST

/* 1,000 ns are a best time that no machine reaches. */
START_TEST(the_best_time_is_remembered_until_the_machine_starts_anew)
{
    AUTO_FREE char *cache = strdup("/tmp/assay-noise-XXXXXX");
    AUTO_FREE char *command = NULL;
    struct noise noise[2];

    ck_assert_ptr_nonnull(mkdtemp(cache));
    setenv("XDG_CACHE_HOME", cache, 1);
    for (int i = 0; i < 2; i++) {
        const char *boot = i == 0 ? "$(cat /proc/sys/kernel/random/boot_id)" : "another-start";
        free(command);
        ck_assert_int_ge(asprintf(&command,
                                  "mkdir -p '%s/assay' && cd '%s/assay' && "
                                  "echo %s 1000 | tee noise >noise-debug",
                                  cache, cache, boot),
                         0);
        ck_assert_int_eq(system(command), 0);
        struct noise_meter *meter = noise_meter_new();

        noise[i] = noise_probe(meter, -1);
        noise_meter_free(meter);
    }
    ck_assert_double_gt(noise[0].slowdown, 100);
    ck_assert_double_lt(noise[1].slowdown, 100);
    free(command);
    ck_assert_int_ge(asprintf(&command, "rm -r '%s'", cache), 0);
    ck_assert_int_eq(system(command), 0);
}
END_TEST

START_TEST(stolen_time_only_grows)
{
    double all = noise_stolen_s(-1), one = noise_stolen_s(lowest_cpu());

    ck_assert_double_ge(all, 0);
    ck_assert_double_ge(one, 0);
    ck_assert_double_ge(noise_stolen_s(-1), all);
    ck_assert_double_eq(noise_stolen_s(1000000), 0);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("trial_noise");
    TCase *decide = tcase_create("decide");
    TCase *measure = tcase_create("measure");

    tcase_add_loop_test(decide,
                        a_verdict_is_certain_when_it_is_farther_from_the_limit_than_the_noise, 0,
                        (int) COUNT(rows));
    tcase_add_test(decide, the_worse_of_two_is_taken_in_each_respect);
    tcase_add_test(decide, two_times_of_one_program_tell_the_least_noise);
    tcase_add_test(decide, stolen_time_is_taken_for_part_of_the_cpu_time);
    tcase_add_test(decide, the_description_has_the_figure_that_matters);
    suite_add_tcase(suite, decide);
    tcase_set_timeout(measure, 60);
    tcase_add_test(measure, a_probe_is_at_least_the_best_and_leaves_the_affinity);
    tcase_add_test(measure, the_best_time_is_remembered_until_the_machine_starts_anew);
    tcase_add_test(measure, stolen_time_only_grows);
    suite_add_tcase(suite, measure);
    return suite;
}

UNIT_MAIN(make_suite)
