/*
 * Theory of operation: the reference is compiled as the program was. Where instructions are
 * counted, what the program took is known, and the reference alone is run on the same sizes; a
 * runtime that takes several inputs a start gets all of them in one. Otherwise both are run, in
 * turns, several times on each size, and the least of each counts: what others do to the machine
 * meanwhile they do to both.
 */

#include "judge/growth/reference.h"

#include "judge/base/clock.h"
#include "judge/growth/bench.h"
#include "judge/growth/beside.h"
#include "judge/growth/expect.h"
#include "judge/trial/crew.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#define TRIES 3 /* references, at most */
#define RUNS 6  /* of both together, in turns, where they are timed */
/* Of the time that the program had, for all runs of the largest size. */
#define SHARE 0.25
#define SHARE_TIMED 0.15

/* ---- Which one ------------------------------------------------------------------------------ */

/* GROWTH_UNKNOWN: it is not one class. */
static enum growth_class class_of(const char *text)
{
    struct expectation range = expect_read(text);

    return range.known && range.low == range.high ? range.low : GROWTH_UNKNOWN;
}

static const char *language_of(const struct judge *judge,
                               const struct package_submission *submission)
{
    const struct language_table *table = compiler_table(judge->compiler);
    const struct language *language = submission->language
                                          ? language_find(table, submission->language)
                                          : language_detect(table, &submission->path, 1);

    return language ? language->id : "";
}

/* The first of such a class in the program's language; NULL. */
static const struct package_submission *
find_reference(const struct growth *growth, const struct judge *judge, enum growth_class class)
{
    const struct package *package = judge->package;

    for (size_t i = 0; i < package->submission_count; i++) {
        const struct package_submission *submission = &package->submissions[i];

        if (submission->growth && class_of(submission->growth) == class &&
            strcmp(language_of(judge, submission), growth->language) == 0)
            return submission;
    }
    return NULL;
}

/* ---- Both on the same inputs ---------------------------------------------------------------- */

struct comparison {
    const struct survey *survey; /* of the program */
    struct course *course;
    struct meter meters[2]; /* of the program, of the reference */
    struct growth_beside *beside;
};

/* Sizes that the reference did not end on, and those behind them, are left out. */
static void keep(struct growth_beside *beside, size_t count)
{
    if (count < beside->count)
        beside->count = count;
}

static struct plan_job job_of(const struct comparison *comparison)
{
    const struct runtime *runtime = comparison->meters[1].runtime;

    return (struct plan_job){
        .look = -1, .timing = true, .cpu_s = runtime->run_s, .wall_s = 2 * runtime->run_s + 1
    };
}

static int count_together(const struct comparison *comparison, struct bench *bench,
                          struct error *error)
{
    struct growth_beside *beside = comparison->beside;
    struct sample samples[COURSE_BATCH] = { { 0 } };
    struct plan_job job = job_of(comparison);
    struct pace pace = comparison->survey->pace;
    size_t good = 0;

    job.budget_s = job.cpu_s;
    job.cpu_s = plan_most_of_batch(job.budget_s);
    job.wall_s = 2 * job.cpu_s;
    for (; job.count < beside->count; job.count++) {
        job.courses[job.count] = comparison->course;
        job.sizes[job.count] = (int64_t) beside->sizes[job.count];
    }
    int code = bench_run(bench, &comparison->meters[1], &job, pace_bound(&pace, job.wall_s),
                         samples, error);

    for (size_t i = 0; i < job.count; i++) {
        bool ended = samples[i].ran && samples[i].verdict == VERDICT_AC;

        beside->beside[i] = samples[i].count;
        good += ended && good == i;
        free(samples[i].blocks);
    }
    keep(beside, good);
    return code;
}

/* The count of one run; 0: it did not end well. */
static int count_one(const struct comparison *comparison, size_t which, struct bench *bench,
                     size_t index, double *ret, struct error *error)
{
    struct plan_job job = job_of(comparison);
    struct pace pace = comparison->survey->pace;
    struct sample sample = { .ran = false };

    job.count = 1;
    job.courses[0] = comparison->course;
    job.sizes[0] = (int64_t) comparison->beside->sizes[index];
    int code = bench_run(bench, &comparison->meters[which], &job, pace_bound(&pace, job.wall_s),
                         &sample, error);

    free(sample.blocks);
    *ret = code == 0 && sample.ran && sample.verdict == VERDICT_AC ? sample.count : 0;
    return code;
}

static int count_reference(const struct comparison *comparison, struct bench *bench,
                           struct error *error)
{
    struct growth_beside *beside = comparison->beside;
    int code = 0;

    for (size_t i = 0; i < beside->count && code == 0; i++) {
        code = count_one(comparison, 1, bench, i, &beside->beside[i], error);
        if (!(beside->beside[i] > 0))
            keep(beside, i);
    }
    return code;
}

static int take_turns(const struct comparison *comparison, struct bench benches[2],
                      struct error *error)
{
    struct growth_beside *beside = comparison->beside;
    int code = 0;

    for (size_t i = 0; i < beside->count && code == 0; i++) {
        double least[2] = { INFINITY, INFINITY };

        for (size_t turn = 0; turn < RUNS && code == 0; turn++) {
            double count;

            code = count_one(comparison, turn % 2, &benches[turn % 2], i, &count, error);
            least[turn % 2] = fmin(least[turn % 2], count);
        }
        beside->counts[i] = least[0];
        beside->beside[i] = least[1];
        if (!(fmin(least[0], least[1]) > 0))
            keep(beside, i);
    }
    return code;
}

static int compare_work(void *context, struct crew *crew, int cpu, struct error *error)
{
    struct comparison *comparison = context;
    bool exact = comparison->meters[0].backend == GROWTH_INSTRUCTIONS;
    struct bench benches[2] = { { .survey = comparison->survey, .cpu = exact ? -1 : cpu },
                                { .survey = comparison->survey, .cpu = exact ? -1 : cpu } };
    int code;

    (void) crew;
    if (!exact)
        code = take_turns(comparison, benches, error);
    else if (meter_spreads(&comparison->meters[1]))
        code = count_together(comparison, &benches[1], error);
    else
        code = count_reference(comparison, &benches[1], error);
    bench_close(&benches[0]);
    bench_close(&benches[1]);
    return code;
}

/* ---- All ------------------------------------------------------------------------------------ */

/* The largest size of a run that is short enough. */
static double largest_of(const struct survey *survey, const struct course *course)
{
    bool exact = survey->meter.backend == GROWTH_INSTRUCTIONS;
    double most_s = (exact ? SHARE : SHARE_TIMED) * survey->wall_s, largest = 0;

    for (size_t i = 0; i < course->count; i++)
        if (course->points[i].wall_s <= most_s)
            largest = fmax(largest, (double) course->points[i].size);
    return largest;
}

static int run_beside(struct growth *growth, struct survey *survey, struct course *course,
                      const struct package_submission *submission, struct growth_beside *beside,
                      struct error *error)
{
    const struct growth_options *options = survey->options;
    struct growth_options alike = { .no_cache = options->no_cache,
                                    .jobs = options->jobs,
                                    .language = submission->language,
                                    .entry_point = submission->entry_point };
    struct comparison comparison = {
        .survey = survey, .course = course, .meters = { survey->meter }, .beside = beside
    };
    struct subject subject = { 0 };
    int code = subject_open(survey->subject->judge, &submission->path, 1, &alike, growth->arena,
                            &subject, error);

    comparison.meters[0].timing = true;
    comparison.meters[0].repeats = 1;
    comparison.meters[1] = comparison.meters[0];
    comparison.meters[1].judge = &subject.marked;
    comparison.meters[1].program = subject.player.program;
    comparison.meters[1].emulator = &subject.emulator;
    if (code == 0)
        code = crew_run(compare_work, &comparison, 1, 1, error);
    subject_close(&subject);
    return code;
}

/* It does not compile, which is the package's fault: what was measured stays. */
static int note_fault(struct growth *growth, const struct package_submission *submission,
                      struct error *error)
{
    if (!growth->fault)
        growth->fault =
            arena_printf(growth->arena, "reference %.100s: %s", submission->name, error->message);
    return growth->fault ? 0 : error_set(error, -ENOMEM, "out of memory");
}

int reference_decide(struct growth *growth, struct survey *survey, struct course *course,
                     struct error *error)
{
    struct judge *judge = survey->subject->judge;
    enum growth_class classes[GROWTH_CLASS_COUNT];
    size_t tries = 0;
    int code = 0;

    if (!course || !beside_is_close(&growth->time, growth->backend) ||
        (survey->options->wall_s > 0 &&
         pace_passed(&survey->pace, clock_now_s()) >= survey->wall_s))
        return 0;
    size_t count = beside_classes(&growth->time, class_of(survey->subject->expected_time),
                                  growth->backend, classes);

    for (size_t i = 0; i < count && code == 0 && tries < TRIES; i++) {
        const struct package_submission *submission = find_reference(growth, judge, classes[i]);
        struct growth_beside beside = { .class = classes[i] };

        if (!submission || !beside_sizes(&growth->time, largest_of(survey, course), &beside))
            continue;
        tries++;
        code = run_beside(growth, survey, course, submission, &beside, error);
        if (code == -EINVAL) {
            code = note_fault(growth, submission, error);
            continue;
        }
        if (code < 0 || !beside_compare(&beside) || (growth->beside && !beside.same))
            continue;
        beside.name = arena_strdup(growth->arena, submission->name);
        growth->beside = arena_alloc(growth->arena, sizeof(beside));
        if (!beside.name || !growth->beside)
            return error_set(error, -ENOMEM, "out of memory");
        *growth->beside = beside;
        if (!beside.same)
            continue;
        beside_decide(&beside, &growth->time);
        break;
    }
    return code;
}
