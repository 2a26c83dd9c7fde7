/* Theory of operation: what was counted on a family's inputs gives an answer by its sum
 * (decide_class()), and, of time, by its pieces (decide_blocks()). Pure. */

#include "judge/growth/answers.h"

#include "judge/growth/blocks.h"
#include "judge/growth/decide.h"

#include <errno.h>
#include <math.h>

#define MUCH_MORE 4.0 /* an input costs so much more than another */

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
    struct block_point points[COURSE_MOST], checks[COURSE_CHECKS];
    struct block_series series = { .points = points, .checks = checks };
    struct growth_shares shares;

    for (size_t i = 0; i < course->count; i++) {
        const struct course_point *point = &course->points[i];

        if (point->blocks)
            points[series.count++] = (struct block_point){ .size = (double) point->size,
                                                           .bytes = point->bytes,
                                                           .written = point->written,
                                                           .blocks = point->blocks };
    }
    for (size_t i = 0; i < course->check_count; i++)
        if (course->checks[i].blocks)
            checks[series.check_count++] =
                (struct block_point){ .size = (double) course->checks[i].size,
                                      .blocks = course->checks[i].blocks };
    if (!blocks_share(&series, &shares))
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

static int time_of(struct arena *arena, const struct survey *survey, const struct course *course,
                   struct growth_answer *ret)
{
    bool exact = survey->meter.backend == GROWTH_INSTRUCTIONS;
    bool counts = survey->meter.backend != GROWTH_CPU_TIME;
    const struct runtime *runtime = survey->meter.runtime;
    struct decide_rules rules = *meter_rules(&survey->meter);

    if (exact && !survey->marked)
        rules.flat = fmax(rules.flat, runtime->whole_flat);
    int code = answer_course(course, false, counts && runtime->bursts, &rules, arena, ret);

    if (code == 0 && exact)
        answer_blocks(ret, course, survey->marked, &rules);
    return code;
}

static int space_of(struct arena *arena, const struct survey *survey, const struct course *course,
                    struct growth_answer *ret)
{
    const struct meter *meter = &survey->meter;
    struct decide_rules rules = meter->backend == GROWTH_INSTRUCTIONS || meter->runtime->held
                                    ? meter->runtime->space
                                    : runtime_memory_rules;

    /* What the other size takes is there at all sizes, as a runtime's start is. */
    if (survey->second && !(rules.jitter > 0))
        rules.jitter = rules.flat;
    return answer_course(course, true, false, &rules, arena, ret);
}

static int answer_of(struct arena *arena, const struct survey *survey, const struct course *course,
                     bool space, struct growth_answer *ret)
{
    return space ? space_of(arena, survey, course, ret) : time_of(arena, survey, course, ret);
}

int answers_of(struct arena *arena, const struct survey *survey, const struct course *course,
               bool space, struct growth_answer *ret)
{
    struct growth_answer answer, part;
    struct course even;
    int code = answer_of(arena, survey, course, space, &answer);

    if (code == 0 && answer.class == GROWTH_UNKNOWN && course_even_part(course, &even)) {
        code = answer_of(arena, survey, &even, space, &part);
        if (code == 0 && part.class != GROWTH_UNKNOWN)
            answer = part;
    }
    if (code == 0)
        *ret = answer;
    return code;
}

int answers_add(struct growth_answer *worst, struct arena *arena, const struct survey *survey,
                const struct course *course, bool space)
{
    struct growth_answer answer;
    int code = answers_of(arena, survey, course, space, &answer);

    if (code == 0 && is_worse(&answer, worst))
        *worst = answer;
    return code;
}
