/*
 * Theory of operation: first one cheap run of each family, in order to know which make the program
 * work hardest; then, of those, a ladder of sizes that double up to the largest of the package's
 * tests. A run that takes a good part of what one may take is the last; where that leaves too few
 * sizes, smaller ones are added below. Several threads climb the ladder together.
 *
 * Where a runtime needs seconds to start under the emulator, the look is at CPU time without it: it
 * only chooses.
 */

#include "judge/growth/survey.h"

#include "judge/trial/crew.h"

#include <math.h>
#include <pthread.h>
#include <string.h>

#define SEED 1
#define LOOK_SHARE 4 /* the look is at the largest size over this */
#define LOOK_TRIES 4
#define LOOK_STEP 8
#define LOOK_S 1.0
#define ENOUGH_POINTS 7
#define LEAST_SIZE 2
#define RUNGS 9
#define RUNGS_SLOW 8

/* ---- Sizes ---------------------------------------------------------------------------------- */

size_t survey_ladder(int64_t most, int64_t start, bool slow, int64_t sizes[SURVEY_MOST])
{
    size_t rungs = slow ? RUNGS_SLOW : RUNGS, count = 0;
    double ratio = 2, low = (double) most / exp2((double) rungs - 1);

    if (start > 0 && (double) start < low) {
        rungs = (size_t) fmin(SURVEY_MOST, ceil(log2((double) most / (double) start)) + 1);
        low = (double) most / exp2((double) rungs - 1);
    }
    if (low < LEAST_SIZE) {
        /* So few sizes that they cannot double. */
        low = fmin((double) most, fmax(LEAST_SIZE, (double) most / 64));
        ratio = pow((double) most / low, 1 / ((double) rungs - 1));
        ratio = ratio > 2 ? 2 : ratio;
    }
    for (size_t i = 0; i < rungs; i++) {
        double exact = (double) most / pow(ratio, (double) (rungs - 1 - i));
        int64_t size = i + 1 == rungs ? most : (int64_t) llround(exact);

        if (size >= 1 && (count == 0 || size > sizes[count - 1]))
            sizes[count++] = size;
    }
    return count;
}

/* ---- One run -------------------------------------------------------------------------------- */

/* What a thread needs. */
struct bench {
    struct sandbox_room *generator, *program;
};

static int bench_open(struct survey *survey, const struct meter *meter, int cpu, struct bench *ret,
                      struct error *error)
{
    int code = generator_room_open(&survey->subject->generator, cpu, &ret->generator, error);

    return code < 0 ? code : meter_room_open(meter, cpu, &ret->program, error);
}

static void bench_close(struct bench *bench)
{
    sandbox_room_free(bench->generator);
    sandbox_room_free(bench->program);
}

/* *ret_made false: the generator does not make this size, which is no fault. */
static int run_at(struct survey *survey, const struct meter *meter, const struct bench *bench,
                  const struct course *course, int64_t size, double cpu_s, struct sample *ret,
                  bool *ret_made, struct error *error)
{
    AUTO_FREE char *input = NULL;
    size_t input_size = 0;
    struct error refusal;
    int code = generator_make(&survey->subject->generator, bench->generator, course->family->name,
                              size, SEED, &input, &input_size, &refusal);

    *ret_made = code == 0;
    if (code == -EINVAL)
        return 0;
    if (code < 0) {
        *error = refusal;
        return code;
    }
    return meter_run(meter, bench->program, input, input_size, cpu_s, ret, error);
}

static void note_fault(struct survey *survey, const struct course *course, int64_t size,
                       const struct sample *sample)
{
    if (survey->fault[0] || sample->verdict == VERDICT_AC || sample->verdict == VERDICT_TLE)
        return;
    snprintf(survey->fault, sizeof(survey->fault), "%s on \"%.60s\" of size %lld%s%s",
             verdict_text(sample->verdict), course->family->name, (long long) size,
             sample->message[0] ? ": " : "", sample->message);
}

/* ---- Together ------------------------------------------------------------------------------- */

struct climb {
    struct survey *survey;
    const struct meter *meter;
    struct course *course; /* NULL: each piece of work is a course to look at */
    const int64_t *sizes;
    size_t count;
    pthread_mutex_t lock; /* over the survey and what follows */
    size_t done;
    bool stopped;
};

static void step(struct climb *climb, const char *what)
{
    const struct growth_options *options = climb->survey->options;

    climb->done++;
    if (options->progress)
        options->progress(options->progress_context, what, climb->done, climb->count);
}

static void look_at(struct climb *climb, struct course *course, int64_t size,
                    const struct sample *sample)
{
    struct survey *survey = climb->survey;
    double larger = (double) course->most / (double) size;

    pthread_mutex_lock(&climb->lock);
    survey->spent_s += sample->cpu_s;
    survey->marked |= sample->marked;
    note_fault(survey, course, size, sample);
    if (sample->verdict == VERDICT_AC) {
        course->look_size = size;
        course->cost =
            sample->count * (larger > LOOK_SHARE ? larger * larger / LOOK_SHARE : larger);
    }
    pthread_mutex_unlock(&climb->lock);
}

/* At smaller sizes where it takes too long. */
static int look_course(struct climb *climb, const struct bench *bench, struct course *course,
                       struct error *error)
{
    int64_t size = course->most > 16 * LOOK_SHARE ? course->most / LOOK_SHARE : course->most;
    double cpu_s =
        climb->meter->backend == GROWTH_CPU_TIME ? LOOK_S : climb->meter->runtime->run_s / 3;
    struct sample sample = { .verdict = VERDICT_TLE };
    bool made = true;
    int code = 0;

    for (int i = 0; i < LOOK_TRIES && size >= 1 && code == 0; i++) {
        code =
            run_at(climb->survey, climb->meter, bench, course, size, cpu_s, &sample, &made, error);
        if (code == 0 && made)
            look_at(climb, course, size, &sample);
        if (made && sample.verdict != VERDICT_TLE)
            break;
        size /= course->most > 64 ? LOOK_STEP : 2;
    }
    pthread_mutex_lock(&climb->lock);
    step(climb, "look");
    pthread_mutex_unlock(&climb->lock);
    return code;
}

static int look_work(void *context, struct crew *crew, int cpu, struct error *error)
{
    struct climb *climb = context;
    struct bench bench = { 0 };
    size_t index;
    int code = bench_open(climb->survey, climb->meter, cpu, &bench, error);

    while (code == 0 && crew_next(crew, &index))
        code = look_course(climb, &bench, &climb->survey->courses[index], error);
    bench_close(&bench);
    return code;
}

static void add_point(struct course *course, int64_t size, const struct sample *sample)
{
    size_t at = course->count;

    if (course->count == SURVEY_MOST)
        return;
    for (; at > 0 && course->sizes[at - 1] > (double) size; at--) {
        course->sizes[at] = course->sizes[at - 1];
        course->counts[at] = course->counts[at - 1];
        course->spaces[at] = course->spaces[at - 1];
    }
    course->sizes[at] = (double) size;
    course->counts[at] = sample->count;
    course->spaces[at] = sample->space;
    course->count++;
}

static void take_point(struct climb *climb, int64_t size, const struct sample *sample, bool made)
{
    struct survey *survey = climb->survey;
    double run_s = survey->meter.runtime->run_s;

    pthread_mutex_lock(&climb->lock);
    step(climb, "measure");
    if (made) {
        survey->spent_s += sample->cpu_s;
        survey->marked |= sample->marked;
        note_fault(survey, climb->course, size, sample);
        if (sample->verdict == VERDICT_AC)
            add_point(climb->course, size, sample);
        if (sample->verdict != VERDICT_AC || sample->cpu_s > run_s / 2 ||
            survey->spent_s > survey->budget_s)
            climb->stopped = true;
    }
    pthread_mutex_unlock(&climb->lock);
}

static int climb_work(void *context, struct crew *crew, int cpu, struct error *error)
{
    struct climb *climb = context;
    struct bench bench = { 0 };
    size_t index;
    int code = bench_open(climb->survey, climb->meter, cpu, &bench, error);

    while (code == 0 && crew_next(crew, &index)) {
        struct sample sample;
        bool made;

        code = run_at(climb->survey, climb->meter, &bench, climb->course, climb->sizes[index],
                      climb->meter->runtime->run_s, &sample, &made, error);
        if (code == 0)
            take_point(climb, climb->sizes[index], &sample, made);
        if (climb->stopped)
            crew_stop(crew);
    }
    bench_close(&bench);
    return code;
}

static int go(struct climb *climb, crew_work *work, struct error *error)
{
    pthread_mutex_init(&climb->lock, NULL);
    int code = crew_run(work, climb, climb->survey->options->jobs, climb->count, error);

    pthread_mutex_destroy(&climb->lock);
    return code;
}

/* ---- The look ------------------------------------------------------------------------------- */

static int64_t most_of(const struct package_made *made, const struct package_family *family)
{
    int64_t most = 0;

    for (size_t i = 0; i < made->test_count; i++)
        if (made->tests[i].size > most && (!family || made->tests[i].family == family))
            most = made->tests[i].size;
    return most;
}

static int list_courses(struct survey *survey, struct error *error)
{
    const struct package_made *made = survey->subject->judge->package->made;

    survey->courses = calloc(made->family_count + 1, sizeof(*survey->courses));
    if (!survey->courses)
        return error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; i < made->family_count; i++) {
        int64_t most = most_of(made, &made->families[i]);

        /* A family that only has small tests is there for something else. */
        if (most * 64 < most_of(made, NULL))
            continue;
        survey->courses[survey->course_count++] =
            (struct course){ .family = &made->families[i], .most = most };
    }
    return 0;
}

static int by_cost(const void *one, const void *other)
{
    const struct course *first = one, *second = other;

    return (first->cost < second->cost) - (first->cost > second->cost);
}

/* Whether the emulator takes the plugin, and the program runs in it. */
static int probe(struct survey *survey, struct error *error)
{
    struct bench bench = { 0 };
    struct sample sample = { 0 };
    bool made = false;
    int code = 0;

    survey->meter.backend = survey->subject->emulator.fault ? GROWTH_CPU_TIME : GROWTH_INSTRUCTIONS;
    if (survey->meter.backend == GROWTH_CPU_TIME || !survey->course_count)
        return 0;
    const struct course *course = &survey->courses[0];

    code = bench_open(survey, &survey->meter, -1, &bench, error);
    for (int64_t size = 8; size >= 1 && code == 0 && !made; size /= 2)
        code = run_at(survey, &survey->meter, &bench, course,
                      size < course->most ? size : course->most, survey->meter.runtime->run_s,
                      &sample, &made, error);
    bench_close(&bench);
    survey->spent_s += sample.cpu_s;
    survey->marked |= sample.marked;
    if (code < 0 || (made && sample.counted))
        return code;
    survey->subject->emulator.fault = "qemu-user did not run the program with the plugin";
    survey->meter.backend = GROWTH_CPU_TIME;
    return 0;
}

int survey_open(struct subject *subject, const struct growth_options *options, struct survey *ret,
                struct error *error)
{
    *ret = (struct survey){
        .subject = subject,
        .options = options,
        .meter = { .judge = &subject->marked,
                   .program = subject->player.program,
                   .runtime = runtime_of(subject->player.program->language->id),
                   .emulator = &subject->emulator,
                   .repeats = 3 },
    };
    ret->budget_s = options->budget_s > 0 ? options->budget_s : ret->meter.runtime->budget_s;
    int code = list_courses(ret, error);
    if (code == 0)
        code = probe(ret, error);
    if (code < 0)
        return code;
    struct meter quick = ret->meter;
    struct climb climb = { .survey = ret, .meter = &quick, .count = ret->course_count };

    quick.repeats = 1;
    if (quick.runtime->slow_start)
        quick.backend = GROWTH_CPU_TIME;
    code = go(&climb, look_work, error);
    if (ret->course_count > 1)
        qsort(ret->courses, ret->course_count, sizeof(*ret->courses), by_cost);
    return code;
}

void survey_close(struct survey *survey)
{
    free(survey->courses);
    survey->courses = NULL;
}

/* ---- Measuring ------------------------------------------------------------------------------ */

/* Sizes below those that were measured; how many. */
static size_t smaller_sizes(const struct course *course, int64_t lowest, int64_t sizes[SURVEY_MOST])
{
    double low = course->count ? course->sizes[0] : (double) lowest;
    size_t count = 0;

    for (double size = low / 2; size >= LEAST_SIZE && count + course->count < ENOUGH_POINTS + 1;
         size /= 2)
        sizes[count++] = (int64_t) size;
    return count;
}

int survey_measure(struct survey *survey, struct course *course, struct error *error)
{
    int64_t sizes[SURVEY_MOST];
    int64_t start =
        course->look_size < course->most / LOOK_SHARE ? course->look_size / LOOK_STEP : 0;
    struct climb climb = {
        .survey = survey, .meter = &survey->meter, .course = course, .sizes = sizes
    };

    climb.count = survey_ladder(course->most, start > 0 ? start : 0,
                                survey->meter.runtime->slow_start, sizes);
    int64_t lowest = climb.count ? sizes[0] : LEAST_SIZE;
    int code = go(&climb, climb_work, error);

    if (code < 0 || course->count >= ENOUGH_POINTS || survey->spent_s > survey->budget_s)
        return code;
    climb.count = smaller_sizes(course, lowest, sizes);
    climb.done = 0;
    climb.stopped = false;
    return climb.count ? go(&climb, climb_work, error) : 0;
}

int survey_time(struct survey *survey, const struct course *course, double limit_s,
                int64_t *ret_size, double *ret_s, struct error *error)
{
    struct meter meter = survey->meter;
    struct bench bench = { 0 };
    struct sample sample = { .verdict = VERDICT_TLE };
    bool made = true;
    int64_t size = course->most;
    int code;

    meter.backend = GROWTH_CPU_TIME;
    meter.repeats = 1;
    *ret_s = 0;
    code = bench_open(survey, &meter, -1, &bench, error);
    for (int i = 0; i < 3 && size >= 1 && code == 0; i++, size /= 4) {
        code = run_at(survey, &meter, &bench, course, size, limit_s, &sample, &made, error);
        if (code < 0 || !made || sample.verdict == VERDICT_TLE)
            continue;
        if (sample.verdict == VERDICT_AC) {
            *ret_s = sample.cpu_s;
            *ret_size = size;
        }
        break;
    }
    bench_close(&bench);
    return code;
}
