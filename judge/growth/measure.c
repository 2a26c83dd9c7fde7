/*
 * Theory of operation: the program is compiled, all kinds of input are looked at, the two that make
 * it work hardest are measured at many sizes, each gives an answer, and the worse one is the
 * answer of the whole. Deciding and reading what the package expects are pure (decide.c, expect.c);
 * what runs, runs in rooms.
 */

#include "judge/growth/growth.h"

#include "judge/base/clock.h"
#include "judge/growth/answers.h"
#include "judge/growth/clock.h"
#include "judge/growth/expect.h"
#include "judge/growth/reference.h"
#include "judge/growth/second.h"
#include "judge/growth/sentence.h"
#include "judge/growth/survey.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#define LEAST_SHARE 0.6  /* of the time, for measuring, however long compiling took */
#define LONGER 1.5       /* so much more time, until there is an answer */
#define SECOND_SHARE 0.4 /* of a time that was asked for, for a second size */
#define SECOND_USUAL 0.4 /* of the time that all families have, likewise */
#define FEWEST_POINTS 3  /* with less, a family was only looked at */
/* Where CPU time says something else. */
#define LESS_SURE 0.3
#define LEAST_SURE 0.3
#define LEAST_CPU_S 0.05 /* less than that is mostly start, and says nothing of the limit */

const char *growth_verdict_name(enum growth_verdict verdict)
{
    static const char *const names[] = { [GROWTH_AS_EXPECTED] = "as expected",
                                         [GROWTH_BETTER] = "better",
                                         [GROWTH_WORSE] = "worse",
                                         [GROWTH_UNSURE] = "unsure" };

    return names[verdict];
}

bool growth_is_possible(const struct package *package)
{
    return package->made && package->made->family_count > 0 && !package->interactive &&
           !package->multi_pass && !package->submit_answer;
}

/* ---- What is expected ------------------------------------------------------------------------ */

static int judge_answer(struct arena *arena, const char *expected, struct growth_answer *answer)
{
    struct expectation range = expect_read(expected);

    if (!answer->family && !answer->reason)
        answer->reason = "no run ended well";
    answer->verdict = expect_judge(&range, answer->class);
    answer->expected = expected ? arena_strdup(arena, expected) : NULL;
    return expected && !answer->expected ? -ENOMEM : 0;
}

/* ---- The time limit ------------------------------------------------------------------------- */

static struct course *course_of(const struct survey *survey, const char *family)
{
    for (size_t i = 0; family && i < survey->course_count; i++)
        if (strcmp(survey->courses[i].family->name, family) == 0)
            return &survey->courses[i];
    return NULL;
}

/* When it passes the limit, where that is below the largest size of the tests. */
static int find_limit(struct growth *growth, struct survey *survey, struct judge *judge,
                      struct sentence_limit *ret, struct error *error)
{
    struct course *course = course_of(survey, growth->time.family);
    double limit_s = judge->package->limits.time_s, seconds = 0;
    int64_t size = 0;

    if (limit_s <= 0)
        limit_s = limit_recall(judge);
    limit_s *= package_time_factor(judge->package, growth->language);
    if (limit_s <= 0 || !course || growth->time.class == GROWTH_UNKNOWN ||
        growth->time.class == GROWTH_EXPONENTIAL)
        return 0;
    int code = survey_time(survey, course, limit_s, &size, &seconds, error);

    if (code < 0 || seconds < LEAST_CPU_S || size == course->most)
        return code;
    double from = sentence_limit_size(growth->time.class, (double) size, seconds, limit_s);

    if (from > 0 && from < (double) course->most)
        *ret = (struct sentence_limit){ limit_s, from };
    return 0;
}

/* Whether CPU time says the same. Of what explodes, sizes are too close. */
static int compare_clock(struct growth *growth, struct survey *survey, struct error *error)
{
    struct course *course = course_of(survey, growth->time.family);
    struct growth_clock clock = { .power = 0 };
    int code;

    if (!course || growth->backend == GROWTH_CPU_TIME || growth->time.class < GROWTH_LINEAR ||
        growth->time.class >= GROWTH_EXPONENTIAL || !clock_choose(&growth->time, &clock))
        return 0;
    code = survey_clock(survey, course, &clock, error);
    if (code < 0 || !clock_compare(&clock))
        return code;
    growth->clock = arena_alloc(growth->arena, sizeof(clock));
    if (!growth->clock)
        return error_set(error, -ENOMEM, "out of memory");
    *growth->clock = clock;
    if (clock.differs)
        growth->time.confidence = fmax(growth->time.confidence - LESS_SURE, LEAST_SURE);
    return 0;
}

static int tell(struct growth *growth, struct survey *survey, struct judge *judge,
                struct error *error)
{
    struct sentence_limit limit = { 0 };
    int code = find_limit(growth, survey, judge, &limit, error);

    if (code < 0)
        return code;
    growth->sentence = sentence_make(growth, &limit);
    return growth->sentence ? 0 : error_set(error, -ENOMEM, "out of memory");
}

/* ---- All together --------------------------------------------------------------------------- */

static int answer_all(struct growth *growth, const struct survey *survey, struct error *error)
{
    int code = 0;

    for (size_t i = 0; i < survey->course_count && code == 0; i++) {
        const struct course *course = &survey->courses[i];

        if (course->count >= FEWEST_POINTS)
            code = answers_add(&growth->time, growth->arena, survey, course, false);
        if (code == 0 && (course->count >= FEWEST_POINTS || course->space_count >= FEWEST_POINTS))
            code = answers_add(&growth->space, growth->arena, survey, course, true);
    }
    return code < 0 ? error_set(error, code, "out of memory") : 0;
}

/* A generator that makes nothing is not the program's fault. */
static int need_inputs(const struct survey *survey, struct error *error)
{
    const char *unmade = NULL;

    for (size_t i = 0; i < survey->course_count; i++) {
        if (survey->courses[i].made_least > 0)
            return 0;
        if (survey->courses[i].unmade_most > 0)
            unmade = survey->courses[i].unmade;
    }
    return unmade ? error_at(error, -EINVAL, survey->subject->judge->package->made->path, 0, "%s",
                             unmade)
                  : 0;
}

static int fill(struct growth *growth, struct survey *survey, struct error *error)
{
    int code = need_inputs(survey, error);

    if (code == 0)
        code = answer_all(growth, survey, error);
    if (code < 0)
        return code;
    growth->backend = survey->meter.backend;
    growth->memory = survey->meter.runtime->held              ? "memory held"
                     : growth->backend == GROWTH_INSTRUCTIONS ? "memory written"
                                                              : "peak memory";
    growth->marked = survey->marked && growth->backend == GROWTH_INSTRUCTIONS;
    growth->backend_note = survey->note;
    growth->fault = survey_fault(survey, growth->arena);
    return 0;
}

static int answer(struct growth *growth, const struct subject *subject, struct survey *survey,
                  struct error *error)
{
    int code = fill(growth, survey, error);

    if (code == 0)
        code = compare_clock(growth, survey, error);
    if (code == 0)
        code = reference_decide(growth, survey, course_of(survey, growth->time.family), error);
    if (code == 0 && (judge_answer(growth->arena, subject->expected_time, &growth->time) < 0 ||
                      judge_answer(growth->arena, subject->expected_space, &growth->space) < 0))
        return error_set(error, -ENOMEM, "out of memory");
    return code;
}

/* Of a time that the command line names, compiling has its part, and a second size; otherwise there
 * is more, as long as there is no answer. */
struct allowance {
    double wall_s, most_s;
};

static struct allowance allow(const struct subject *subject, const struct growth_options *options,
                              double started_s, bool second)
{
    double usual_s = runtime_of(subject->player.program->language->id)->wall_s;
    bool shared = subject->judge->package->made->second != NULL;
    double share = second ? SECOND_SHARE : shared ? 1 - SECOND_SHARE : 1, wall_s = options->wall_s;

    if (wall_s > 0) {
        wall_s = fmax(share * wall_s * LEAST_SHARE, share * wall_s - (clock_now_s() - started_s));
        return (struct allowance){ .wall_s = wall_s, .most_s = wall_s };
    }
    wall_s = second ? SECOND_USUAL * usual_s : usual_s;
    return (struct allowance){ .wall_s = wall_s, .most_s = wall_s * LONGER };
}

static int measure(struct growth *growth, struct judge *judge, const char *const *paths,
                   size_t count, const struct growth_options *options, double started_s,
                   struct error *error)
{
    struct subject subject = { 0 };
    struct survey survey = { 0 };
    int code = subject_open(judge, paths, count, options, growth->arena, &subject, error);

    if (code == 0) {
        growth->problem = arena_strdup(growth->arena, judge->package->slug);
        growth->language = arena_strdup(growth->arena, subject.player.program->language->id);
        if (!growth->problem || !growth->language)
            code = error_set(error, -ENOMEM, "out of memory");
    }
    if (code == 0) {
        struct allowance allowance = allow(&subject, options, started_s, false);

        code = survey_open(&subject, options, NULL, allowance.wall_s, allowance.most_s,
                           growth->arena, &survey, error);
    }
    if (code == 0)
        code = answer(growth, &subject, &survey, error);
    /* Of what explodes, hardly any size ends. */
    if (code == 0 && judge->package->made->second && growth->time.class != GROWTH_EXPONENTIAL) {
        struct allowance allowance = allow(&subject, options, clock_now_s(), true);

        code = second_measure(growth, &subject, options, allowance.wall_s, allowance.most_s, error);
    }
    if (code == 0)
        code = tell(growth, &survey, judge, error);
    survey_close(&survey);
    subject_close(&subject);
    return code;
}

int growth_measure(struct judge *judge, const char *const *paths, size_t count,
                   const struct growth_options *options, struct growth **ret, struct error *error)
{
    double started_s = clock_now_s();
    struct arena *arena = NULL;
    struct growth *growth;
    int code;

    if (!growth_is_possible(judge->package)) {
        error_set(error, -EINVAL, "%s cannot be measured: it makes no inputs of other sizes",
                  judge->package->slug);
        error_remedy(error, "generators/made.yaml says how; docs/authoring.md");
        return -EINVAL;
    }
    arena = arena_new();
    growth = arena ? arena_alloc(arena, sizeof(*growth)) : NULL;
    if (!growth) {
        arena_free(arena);
        return error_set(error, -ENOMEM, "out of memory");
    }
    growth->arena = arena;
    growth->time.class = growth->time.runner_up = GROWTH_UNKNOWN;
    growth->space.class = growth->space.runner_up = GROWTH_UNKNOWN;
    code = measure(growth, judge, paths, count, options, started_s, error);
    growth->measured_s = clock_now_s() - started_s;
    if (code < 0) {
        growth_free(growth);
        return code;
    }
    *ret = growth;
    return 0;
}

void growth_free(struct growth *growth)
{
    if (growth)
        arena_free(growth->arena);
}
