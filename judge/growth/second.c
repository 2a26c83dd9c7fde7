/* Theory of operation: a survey of three courses in place of the families: n alone, the second size
 * alone, both together. The answers of each are put together by product.c, which is pure. */

#include "judge/growth/second.h"

#include "judge/growth/answers.h"

#include <errno.h>

static struct growth_answer *answer_of(struct growth_product *product, enum product_axis axis)
{
    return axis == PRODUCT_FIRST    ? &product->first
           : axis == PRODUCT_SECOND ? &product->second
                                    : &product->both;
}

static int fill(struct growth *growth, const struct survey *survey, struct growth_second *second)
{
    struct arena *arena = growth->arena;
    int code = 0;

    for (size_t i = 0; i < survey->course_count && code == 0; i++) {
        const struct course *course = &survey->courses[i];

        code = answers_of(arena, survey, course, false, answer_of(&second->time, course->axis));
        if (code == 0)
            code = answers_of(arena, survey, course, true, answer_of(&second->space, course->axis));
    }
    if (code == 0)
        code = product_combine(arena, second->name, survey->subject->expected_time, &second->time);
    if (code == 0)
        code =
            product_combine(arena, second->name, survey->subject->expected_space, &second->space);
    /* What it takes may lie where the first has taken and given back some. */
    if (second->space.verdict == GROWTH_BETTER)
        second->space.verdict = GROWTH_UNSURE;
    if (code == 0 && !growth->fault)
        growth->fault = survey_fault(survey, arena);
    return code;
}

int second_measure(struct growth *growth, struct subject *subject,
                   const struct growth_options *options, double wall_s, double most_s,
                   struct error *error)
{
    const struct growth_answer *time = &growth->time;
    double measured = time->point_count ? time->points[time->point_count - 1].size : 1;
    struct package_second from =
        product_scaled(subject->judge->package->made->second, (int64_t) measured);
    struct growth_second *second = arena_alloc(growth->arena, sizeof(*second));
    struct survey survey = { 0 };

    if (second)
        *second =
            (struct growth_second){ .name = arena_strdup(growth->arena, from.name),
                                    .what = arena_strdup(growth->arena, from.what),
                                    .family = arena_strdup(growth->arena, from.family->name) };
    if (!second || !second->name || !second->what || !second->family)
        return error_set(error, -ENOMEM, "out of memory");
    int code = survey_open(subject, options, &from, wall_s, most_s, growth->arena, &survey, error);

    if (code == 0) {
        code = fill(growth, &survey, second);
        if (code < 0)
            error_set(error, code, "out of memory");
    }
    survey_close(&survey);
    if (code == 0)
        growth->second = second;
    return code;
}
