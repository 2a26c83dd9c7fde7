/*
 * Theory of operation: several threads ask the plan which input is next, have it made in one room
 * and run the program on it in another, and tell the plan what it took. Which input is next is
 * decided under one lock; rooms belong to a thread, and are opened when it first needs them.
 *
 * The first look is at CPU time without the emulator: it only chooses among families. Where the
 * emulator turns out not to run the program, everything begins anew with CPU time.
 */

#include "judge/growth/survey.h"

#include "judge/base/clock.h"
#include "judge/growth/backend.h"
#include "judge/growth/bench.h"
#include "judge/growth/clock.h"
#include "judge/trial/crew.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <pthread.h>
#include <string.h>

#define MOST_JOBS 64
#define LOOK_SHARE 0.05 /* of the time, for one run of the look */
#define SMALLER 64      /* so much smaller than others, a family is there for something else */
#define REPEATS 3
#define CLOCK_MOST_S 0.7 /* CPU time of a run that is to be compared with what was counted */
#define MOST_OF_FILES 20000

/* ---- Together ------------------------------------------------------------------------------- */

struct climb {
    struct survey *survey;
    struct plan plan;
    pthread_mutex_t lock; /* over the survey and what is here */
    pthread_cond_t ended; /* a run, or all of them */
    bool over, uncountable, broke_out;
};

static void note_fault(struct survey *survey, const struct course *course, int64_t size,
                       const struct sample *sample)
{
    if (survey->fault[0] || sample->verdict == VERDICT_AC || sample->verdict == VERDICT_TLE)
        return;
    snprintf(survey->fault, sizeof(survey->fault), "%s on \"%.60s\" of size %lld%s%s",
             verdict_text(sample->verdict), course->family->name, (long long) size,
             sample->message[0] ? ": " : "", sample->message);
}

/* How much of the time is over, in hundredths: nobody knows how many runs there will be. */
static void show(struct climb *climb)
{
    const struct growth_options *options = climb->survey->options;
    double share = pace_passed(&climb->survey->pace, clock_now_s()) / climb->survey->wall_s;

    if (options->progress)
        options->progress(options->progress_context,
                          climb->survey->second   ? "second size"
                          : climb->plan.stage < 2 ? "look"
                                                  : "measure",
                          (size_t) fmin(99, share * 100), 100);
}

static struct plan_result result_of(const struct sample *sample, double wall_s)
{
    return (struct plan_result){
        .made = true,
        .ended = sample->verdict == VERDICT_AC,
        .slow = sample->verdict == VERDICT_TLE || sample->verdict == VERDICT_MLE,
        .count = sample->count,
        .space = sample->space,
        .bytes = sample->bytes,
        .written = sample->written,
        .blocks = sample->blocks ? sample->blocks->counts : NULL,
        .cpu_s = sample->cpu_s,
        .wall_s = wall_s,
    };
}

static void take(struct climb *climb, const struct plan_job *job, const struct sample *samples,
                 double wall_s)
{
    struct survey *survey = climb->survey;
    bool counts = !job->plain && survey->meter.backend != GROWTH_CPU_TIME;
    struct plan_result results[COURSE_BATCH] = { { 0 } };
    double cpu_s = 0, run_s = 0;

    for (size_t i = 0; i < job->count; i++) {
        const struct sample *sample = &samples[i];

        if (sample->ran || sample->message[0])
            course_note_input(job->courses[i], job->sizes[i], sample->ran ? NULL : sample->message);
        if (!sample->ran)
            continue;
        if (sample->blocks) {
            sample->blocks->next = survey->blocks;
            survey->blocks = sample->blocks;
        }
        results[i] =
            result_of(sample, job->count > 1 ? sample->wall_s / survey->pace.pace : wall_s);
        cpu_s += sample->cpu_s;
        run_s += sample->wall_s;
        survey->marked |= sample->marked;
        if (!job->plain || !job->sizing)
            note_fault(survey, job->courses[i], job->sizes[i], sample);
        /* A room that dies takes the hardware's counter along: that is no fault of the counter's.
         */
        if (counts && !sample->counted &&
            (survey->meter.backend == GROWTH_INSTRUCTIONS || sample->verdict == VERDICT_AC))
            climb->over = climb->uncountable = true;
        if (counts && sample->broke_out)
            climb->over = climb->broke_out = true;
    }
    plan_take(&climb->plan, job, results);
    pace_take(&survey->pace, clock_now_s(), cpu_s, run_s);
    show(climb);
}

/* Runs it while the lock is free. */
static int work_on(struct climb *climb, struct bench *bench, const struct plan_job *job,
                   struct error *error)
{
    struct meter meter = climb->survey->meter;
    struct sample samples[COURSE_BATCH] = { { 0 } };
    double started_s = pace_passed(&climb->survey->pace, clock_now_s());
    double bound_s = pace_bound(&climb->survey->pace, job->wall_s);

    meter.timing = job->timing;
    if (job->plain) {
        meter.backend = GROWTH_CPU_TIME;
        meter.repeats = 1;
        meter.holding = job->sizing;
    }
    pthread_mutex_unlock(&climb->lock);
    int code = bench_run(bench, &meter, job, bound_s, samples, error);

    pthread_mutex_lock(&climb->lock);
    take(climb, job, samples, pace_passed(&climb->survey->pace, clock_now_s()) - started_s);
    return code;
}

static int climb_work(void *context, struct crew *crew, int cpu, struct error *error)
{
    struct climb *climb = context;
    struct survey *survey = climb->survey;
    bool exact = survey->meter.backend == GROWTH_INSTRUCTIONS;
    /* What is counted does not depend on where it runs. */
    struct bench bench = { .survey = survey, .cpu = exact ? -1 : cpu };
    int code = 0;

    (void) crew;
    pthread_mutex_lock(&climb->lock);
    while (code == 0 && !climb->over) {
        struct plan_job job;

        switch (plan_next(&climb->plan, pace_passed(&survey->pace, clock_now_s()), &job)) {
        case PLAN_RUN:
            code = work_on(climb, &bench, &job, error);
            climb->over |= code < 0;
            pthread_cond_broadcast(&climb->ended);
            break;
        case PLAN_WAIT:
            pthread_cond_wait(&climb->ended, &climb->lock);
            break;
        case PLAN_OVER:
            climb->over = true;
            pthread_cond_broadcast(&climb->ended);
            break;
        }
    }
    pthread_mutex_unlock(&climb->lock);
    bench_close(&bench);
    return code;
}

/* ---- Families ------------------------------------------------------------------------------- */

/* Where the tests are files, nothing says how large they are. */
static int64_t most_of(const struct package_made *made, const struct package_family *family)
{
    int64_t most = made->test_count ? 0 : MOST_OF_FILES;

    for (size_t i = 0; i < made->test_count; i++)
        if (made->tests[i].size > most && (!family || made->tests[i].family == family))
            most = made->tests[i].size;
    return most;
}

static void list_courses(struct survey *survey)
{
    const struct package_made *made = survey->subject->judge->package->made;

    survey->course_count = 0;
    for (int axis = 0; survey->second && axis < PRODUCT_AXES; axis++)
        survey->courses[survey->course_count++] =
            (struct course){ .family = survey->second->family,
                             .second = survey->second,
                             .axis = (enum product_axis) axis,
                             .most = product_most(survey->second, (enum product_axis) axis) };
    if (survey->second)
        return;
    for (size_t i = 0; i < made->family_count; i++) {
        int64_t most = most_of(made, &made->families[i]);

        if (most >= 1 && most * SMALLER >= most_of(made, NULL))
            survey->courses[survey->course_count++] =
                (struct course){ .family = &made->families[i], .most = most };
    }
}

/* ---- All ------------------------------------------------------------------------------------ */

/* What makes it begin anew, in another way. */
struct ends {
    bool uncountable, broke_out;
};

static int climb_all(struct survey *survey, struct ends *ret, struct error *error)
{
    const struct runtime *runtime = survey->meter.runtime;
    bool exact = survey->meter.backend == GROWTH_INSTRUCTIONS;
    struct plan_rules rules = {
        .wall_s = survey->wall_s,
        .most_s = survey->most_s,
        .run_s = runtime->run_s,
        .look_s = LOOK_SHARE * survey->wall_s,
        .batches = meter_spreads(&survey->meter),
        .all = survey->second != NULL,
        .real = survey->options->wall_s > 0,
        .counts = exact,
        .apart = survey->meter.backend != GROWTH_CPU_TIME && runtime->apart,
        .held = runtime->held,
        .slow_start = runtime->slow_start,
        .dense = !exact,
        .decide = meter_rules(&survey->meter),
    };
    struct climb climb = { .survey = survey };

    list_courses(survey);
    plan_begin(&climb.plan, survey->courses, survey->course_count, &rules);
    pthread_mutex_init(&climb.lock, NULL);
    pthread_cond_init(&climb.ended, NULL);
    int code = crew_run(climb_work, &climb, survey->options->jobs, MOST_JOBS, error);

    pthread_cond_destroy(&climb.ended);
    pthread_mutex_destroy(&climb.lock);
    *ret = (struct ends){ climb.uncountable, climb.broke_out };
    return code;
}

static int choose(struct survey *survey, enum growth_backend first, struct arena *arena,
                  struct error *error)
{
    return backend_choose(survey->options, survey->meter.emulator, first, arena,
                          &survey->meter.backend, &survey->note, error);
}

/* What was chosen has not counted: the next. */
static int choose_next(struct survey *survey, struct arena *arena, struct error *error)
{
    const char *note = "the hardware counter was in use";

    if (survey->meter.backend == GROWTH_INSTRUCTIONS)
        note = survey->subject->emulator.fault =
            "qemu-user did not run the program with the plugin";
    survey->note = survey->note ? arena_printf(arena, "%s; %s", survey->note, note) : note;
    survey->fault[0] = '\0';
    return survey->note ? choose(survey, survey->meter.backend + 1, arena, error)
                        : error_set(error, -ENOMEM, "out of memory");
}

int survey_open(struct subject *subject, const struct growth_options *options,
                const struct package_second *second, double wall_s, double most_s,
                struct arena *arena, struct survey *ret, struct error *error)
{
    const struct package_made *made = subject->judge->package->made;
    struct ends ends = { false, false };

    *ret = (struct survey){
        .subject = subject,
        .options = options,
        .second = second,
        .meter = { .judge = &subject->marked,
                   .program = subject->player.program,
                   .runtime = runtime_of(subject->player.program->language->id),
                   .emulator = &subject->emulator,
                   .repeats = REPEATS },
        .pace = pace_begin(clock_now_s(), options->wall_s > 0),
        .wall_s = wall_s,
        .most_s = most_s,
        .courses = calloc(made->family_count + PRODUCT_AXES, sizeof(*ret->courses)),
    };
    if (!ret->courses)
        return error_set(error, -ENOMEM, "out of memory");
    int code = choose(ret, GROWTH_INSTRUCTIONS, arena, error);

    while (code == 0) {
        code = climb_all(ret, &ends, error);
        if (code == 0 && ends.broke_out) {
            ret->meter.alone = true;
            code = climb_all(ret, &ends, error);
        }
        if (code < 0 || !ends.uncountable)
            break;
        code = choose_next(ret, arena, error);
    }
    return code;
}

void survey_close(struct survey *survey)
{
    while (survey->blocks) {
        struct block_counts *next = survey->blocks->next;

        free(survey->blocks);
        survey->blocks = next;
    }
    free(survey->courses);
    survey->courses = NULL;
}

const char *survey_fault(const struct survey *survey, struct arena *arena)
{
    for (size_t i = 0; i < survey->course_count && !survey->fault[0]; i++) {
        const struct course *course = &survey->courses[i];

        if (course_lacks_inputs(course))
            return arena_printf(arena, "there is no input \"%.60s\" of size %" PRId64 ": %s",
                                course->family->name, course->unmade_most, course->unmade);
    }
    return survey->fault[0] ? arena_strdup(arena, survey->fault) : NULL;
}

/* Without the emulator, the least of several runs; 0: it did not end well in that time. */
static int time_plain(struct bench *bench, struct course *course, int64_t size, double limit_s,
                      int repeats, double *ret_s, struct error *error)
{
    struct meter meter = bench->survey->meter;
    struct plan_job job = {
        .courses = { course }, .count = 1, .cpu_s = limit_s, .wall_s = limit_s * 2 + 1
    };
    struct sample sample = { .ran = false };

    job.sizes[0] = size;
    meter.backend = GROWTH_CPU_TIME;
    meter.repeats = repeats;
    int code = bench_run(bench, &meter, &job, pace_bound(&bench->survey->pace, job.wall_s), &sample,
                         error);

    *ret_s = code == 0 && sample.ran && sample.verdict == VERDICT_AC ? sample.cpu_s : 0;
    if (*ret_s > 0 && size > course->plain_size) {
        course->plain_size = size;
        course->plain_s = *ret_s;
    }
    return code;
}

/* What is timed, on a core of its own. */
struct timing {
    struct survey *survey;
    struct course *course;
    struct growth_clock *clock;
};

/* From the first look it may be known that not even a larger one takes long enough. */
static bool is_too_quick(const struct timing *timing)
{
    const struct growth_clock *clock = timing->clock;

    return (double) timing->course->plain_size >= clock->sizes[GROWTH_TIMED - 1] &&
           !clock_is_seen(clock, timing->course->plain_s);
}

static int clock_work(void *context, struct crew *crew, int cpu, struct error *error)
{
    static const size_t order[] = { GROWTH_TIMED - 1, 1 };
    const struct timing *timing = context;
    struct growth_clock *clock = timing->clock;
    struct bench bench = { .survey = timing->survey, .cpu = cpu };
    int code = time_plain(&bench, timing->course, (int64_t) clock->sizes[0], CLOCK_MOST_S, REPEATS,
                          &clock->seconds[0], error);

    (void) crew;
    for (size_t i = 0; i < COUNT(order) && code == 0 && !is_too_quick(timing); i++) {
        double *seconds = &clock->seconds[order[i]];

        code = time_plain(&bench, timing->course, (int64_t) clock->sizes[order[i]], CLOCK_MOST_S,
                          REPEATS, seconds, error);
        if (i == 0 && !clock_is_seen(clock, *seconds))
            break;
    }
    bench_close(&bench);
    return code;
}

int survey_clock(struct survey *survey, struct course *course, struct growth_clock *clock,
                 struct error *error)
{
    struct timing timing = { survey, course, clock };

    /* Of a time that was asked for, nothing is left. */
    if (survey->options->wall_s > 0 && pace_passed(&survey->pace, clock_now_s()) >= survey->wall_s)
        return 0;
    return crew_run(clock_work, &timing, 1, 1, error);
}

int survey_time(struct survey *survey, struct course *course, double limit_s, int64_t *ret_size,
                double *ret_s, struct error *error)
{
    struct bench bench = { .survey = survey, .cpu = -1 };
    int64_t most = course->count ? course->points[course->count - 1].size : 0;
    double seconds;
    int code = 0;

    if (most > course->plain_size)
        code = time_plain(&bench, course, most, limit_s, 1, &seconds, error);
    bench_close(&bench);
    *ret_size = course->plain_size;
    *ret_s = course->plain_s;
    return code;
}
