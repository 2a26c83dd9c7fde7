/*
 * Theory of operation: the program is compiled, all kinds of input are looked at, the two that make
 * it work hardest are measured at many sizes, each gives an answer, and the worse one is the
 * answer of the whole. Deciding and reading what the package expects are pure (decide.c, expect.c);
 * what runs, runs in rooms.
 */

#include "judge/growth/growth.h"

#include "judge/growth/blocks.h"
#include "judge/growth/decide.h"
#include "judge/growth/expect.h"
#include "judge/growth/sentence.h"
#include "judge/growth/survey.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>
#include <time.h>

#define LEAST_SHARE 0.6  /* of the time, for measuring, however long compiling took */
#define LONGER 1.5       /* so much more time, until there is an answer */
#define FEWEST_POINTS 3  /* with less, a family was only looked at */
#define MUCH_MORE 4.0    /* an input costs so much more than another */
#define LEAST_CPU_S 0.05 /* less than that is mostly start, and says nothing of the limit */

static double now_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

const char *growth_backend_name(enum growth_backend backend)
{
    return backend == GROWTH_INSTRUCTIONS ? "instructions" : "cpu time";
}

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

/* ---- Answers -------------------------------------------------------------------------------- */

/* What a runtime's threads did besides is not the program's: no input costs more than a larger one.
 */
static void smooth_bursts(struct growth_answer *answer)
{
    for (size_t i = answer->point_count; i-- > 1;)
        answer->points[i - 1].count = fmin(answer->points[i - 1].count, answer->points[i].count);
}

static int answer_course(const struct course *course, bool space, bool bursts,
                         const struct decide_rules *rules, struct arena *arena,
                         struct growth_answer *ret)
{
    struct growth_answer answer = { .family = arena_strdup(arena, course->family->name) };

    answer.points = arena_array(arena, COURSE_MOST + COURSE_SPACES, sizeof(*answer.points));
    if (!answer.family || !answer.points)
        return -ENOMEM;
    answer.point_count = 0;
    for (size_t i = 0; space && i < course->space_count; i++)
        answer.points[answer.point_count++] =
            (struct growth_point){ .size = (double) course->spaces[i].size,
                                   .count = course->spaces[i].bytes,
                                   .bytes = course->spaces[i].input };
    for (size_t i = 0; i < course->count; i++) {
        const struct course_point *point = &course->points[i];

        if (!space || !isnan(point->space))
            answer.points[answer.point_count++] =
                (struct growth_point){ .size = (double) point->size,
                                       .count = space ? point->space : point->count,
                                       .bytes = point->bytes };
    }
    if (bursts)
        smooth_bursts(&answer);
    decide_class(answer.points, answer.point_count, rules, &answer);
    *ret = answer;
    return 0;
}

/* A call that is `marked` neither reads nor writes: what follows the bytes of its input, such as
 * the cells of a square, is its work. */
static void answer_blocks(struct growth_answer *whole, const struct course *course, bool marked,
                          const struct decide_rules *rules)
{
    struct block_point points[COURSE_MOST];
    struct growth_shares shares;
    size_t count = 0;

    for (size_t i = 0; i < course->count; i++) {
        const struct course_point *point = &course->points[i];

        if (point->blocks)
            points[count++] = (struct block_point){ .size = (double) point->size,
                                                    .bytes = point->bytes,
                                                    .written = point->written,
                                                    .blocks = point->blocks };
    }
    if (!blocks_share(points, count, &shares))
        return;
    if (marked)
        shares.transfer = 0;
    decide_blocks(whole, &shares, rules);
}

/* At the largest size that both were measured at. */
static bool costs_more(const struct growth_answer *one, const struct growth_answer *other)
{
    for (size_t i = one->point_count; i-- > 0;)
        for (size_t k = 0; k < other->point_count; k++)
            if (one->points[i].size == other->points[k].size)
                return one->points[i].count > MUCH_MORE * other->points[k].count;
    return false;
}

/* A class that is known is worse than one that is not, which any program can have by accident; but
 * not where what is not known is what the program works hardest on. */
static bool is_worse(const struct growth_answer *one, const struct growth_answer *other)
{
    if (!other->family)
        return true;
    if (one->class == GROWTH_UNKNOWN)
        return other->class != GROWTH_UNKNOWN && costs_more(one, other);
    if (other->class == GROWTH_UNKNOWN)
        return !costs_more(other, one);
    return one->class > other->class;
}

static void take_worse(struct growth_answer *answer, const struct growth_answer *other)
{
    if (is_worse(other, answer))
        *answer = *other;
}

static int time_of(const struct growth *growth, const struct survey *survey,
                   const struct course *course, struct growth_answer *ret)
{
    bool exact = survey->meter.backend == GROWTH_INSTRUCTIONS;
    const struct runtime *runtime = survey->meter.runtime;
    struct decide_rules rules = *meter_rules(&survey->meter);

    if (exact && !survey->marked)
        rules.flat = fmax(rules.flat, runtime->whole_flat);
    int code = answer_course(course, false, exact && runtime->bursts, &rules, growth->arena, ret);

    if (code == 0 && exact)
        answer_blocks(ret, course, survey->marked, &rules);
    return code;
}

static int space_of(const struct growth *growth, const struct survey *survey,
                    const struct course *course, struct growth_answer *ret)
{
    const struct decide_rules *rules = survey->meter.backend == GROWTH_INSTRUCTIONS
                                           ? &survey->meter.runtime->space
                                           : &runtime_memory_rules;

    return answer_course(course, true, false, rules, growth->arena, ret);
}

/* Where there is no class, the inputs may have come to some limit. */
static int answer_one(struct growth_answer *ret, const struct growth *growth,
                      const struct survey *survey, const struct course *course,
                      int (*answer_of)(const struct growth *growth, const struct survey *survey,
                                       const struct course *course, struct growth_answer *ret))
{
    struct growth_answer answer, part;
    struct course even;
    int code = answer_of(growth, survey, course, &answer);

    if (code == 0 && answer.class == GROWTH_UNKNOWN && course_even_part(course, &even)) {
        code = answer_of(growth, survey, &even, &part);
        if (code == 0 && part.class != GROWTH_UNKNOWN)
            answer = part;
    }
    if (code == 0)
        take_worse(ret, &answer);
    return code;
}

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

/* ---- All together --------------------------------------------------------------------------- */

static int answer_all(struct growth *growth, const struct survey *survey, struct error *error)
{
    int code = 0;

    for (size_t i = 0; i < survey->course_count && code == 0; i++) {
        const struct course *course = &survey->courses[i];

        if (course->count >= FEWEST_POINTS)
            code = answer_one(&growth->time, growth, survey, course, time_of);
        if (code == 0 && (course->count >= FEWEST_POINTS || course->space_count >= FEWEST_POINTS))
            code = answer_one(&growth->space, growth, survey, course, space_of);
    }
    return code < 0 ? error_set(error, code, "out of memory") : 0;
}

/* What went wrong, of the package's or the program's making; NULL: nothing. */
static const char *fault_of(struct arena *arena, const struct survey *survey)
{
    for (size_t i = 0; i < survey->course_count && !survey->fault[0]; i++) {
        const struct course *course = &survey->courses[i];

        if (course_lacks_inputs(course))
            return arena_printf(arena, "there is no input \"%.60s\" of size %" PRId64 ": %s",
                                course->family->name, course->unmade_most, course->unmade);
    }
    return survey->fault[0] ? arena_strdup(arena, survey->fault) : NULL;
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

static int fill(struct growth *growth, struct subject *subject, struct survey *survey,
                struct error *error)
{
    struct sentence_limit limit = { 0 };
    int code = need_inputs(survey, error);

    if (code == 0)
        code = answer_all(growth, survey, error);
    if (code < 0)
        return code;
    growth->backend = survey->meter.backend;
    growth->memory = growth->backend == GROWTH_CPU_TIME ? "peak memory"
                     : survey->meter.runtime->held      ? "memory held"
                                                        : "memory written";
    growth->marked = survey->marked && growth->backend == GROWTH_INSTRUCTIONS;
    growth->backend_note = growth->backend == GROWTH_CPU_TIME ? subject->emulator.fault : NULL;
    growth->fault = fault_of(growth->arena, survey);
    if (judge_answer(growth->arena, subject->expected_time, &growth->time) < 0 ||
        judge_answer(growth->arena, subject->expected_space, &growth->space) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    code = find_limit(growth, survey, subject->judge, &limit, error);
    if (code < 0)
        return code;
    growth->sentence = sentence_make(growth, &limit);
    return growth->sentence ? 0 : error_set(error, -ENOMEM, "out of memory");
}

/* Of a time that the command line names, compiling has its part; otherwise there is more, as long
 * as there is no answer. */
static int open_survey(struct subject *subject, const struct growth_options *options,
                       double started_s, struct survey *ret, struct error *error)
{
    double wall_s = options->wall_s, most_s;

    if (wall_s > 0) {
        wall_s = most_s = fmax(wall_s * LEAST_SHARE, wall_s - (now_s() - started_s));
    } else {
        wall_s = runtime_of(subject->player.program->language->id)->wall_s;
        most_s = wall_s * LONGER;
    }
    return survey_open(subject, options, wall_s, most_s, ret, error);
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
    if (code == 0)
        code = open_survey(&subject, options, started_s, &survey, error);
    if (code == 0)
        code = fill(growth, &subject, &survey, error);
    survey_close(&survey);
    subject_close(&subject);
    return code;
}

int growth_measure(struct judge *judge, const char *const *paths, size_t count,
                   const struct growth_options *options, struct growth **ret, struct error *error)
{
    double started_s = now_s();
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
    growth->measured_s = now_s() - started_s;
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
