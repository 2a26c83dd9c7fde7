/*
 * Theory of operation: the first look is CPU time, which noise moves; of the families that it finds
 * about equal, the second counts instructions at a smaller size. Where many inputs share a start,
 * it does so at several sizes, as far as there is time, and the highest one that all have come to
 * decides: by what their counts differ in, where there are enough families to say so, or by what an
 * element more takes.
 */

#include "judge/growth/look.h"

#include "judge/growth/differ.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_FAMILIES 32 /* whose differences are asked for */
/* In CPU time, so much less is about equal: by what factor, or how many seconds; and where all
 * families are counted in one start. */
#define CLOSE_FACTOR 2
#define CLOSE_S 0.05
#define CLOSE_FACTOR_BATCH 3
#define CLOSE_S_BATCH 0.12
/* What makes a cheaper family the third: it costs so many times less at most, and what it has of
 * its own rises by a power of the size that is a logarithm, or a square, and more than that of the
 * first two. A power in between is more often that of inputs whose shape is drawn anew at each
 * size. */
#define THIRD_CHEAPER 10
#define THIRD_RISE 0.01
#define LOG_POWER 1.25
#define SQUARE_POWER 1.8
#define MOST_LOOK_S 1e6 /* for what took too long: more than any that ended */

static int by_cost(const void *one, const void *other)
{
    const struct course *first = one, *second = other;

    return (first->cost < second->cost) - (first->cost > second->cost);
}

/* Whether the first look says that it costs about as much as the one that costs most. */
static void find_close(struct plan_rules *rules, struct course *courses, size_t count)
{
    double most = 0;
    double factor = rules->batches ? CLOSE_FACTOR_BATCH : CLOSE_FACTOR;
    double close_s = rules->batches ? CLOSE_S_BATCH : CLOSE_S;
    size_t close = 0;

    for (size_t i = 0; i < count; i++)
        most = fmax(most, courses[i].look[0]);
    rules->look_most = isinf(most) ? 0 : most;
    for (size_t i = 0; i < count; i++) {
        double own = courses[i].look[0];

        courses[i].close = own > 0 && (own >= most / factor || own >= most - close_s);
        close += courses[i].close;
    }
    /* One that stands out needs no second look, unless nothing is known but that it is slow. */
    if (close == 1 && !isinf(most))
        for (size_t i = 0; i < count; i++)
            courses[i].close = false;
}

/* What the largest of all families costs at most, in CPU time of the first look. */
static double most_cost(const struct course *courses, size_t count)
{
    double most = 0;

    for (size_t i = 0; i < count; i++)
        most = fmax(most, fmin(courses[i].look[0], MOST_LOOK_S));
    return most;
}

static double counted_an_element(const struct plan_rules *rules, const struct course *course)
{
    return course->look[1] / (double) course_look_size(rules, course, 1, 0);
}

/* What each would cost at the largest size of all, in CPU time of the first look; among those that
 * are close, by what was counted in the second. The one of which most was counted costs as much as
 * the most expensive one. */
static void estimate(const struct plan_rules *rules, struct course *courses, size_t count)
{
    double most = most_cost(courses, count), counted = 0;

    for (size_t i = 0; i < count; i++)
        if (!isinf(courses[i].look[1]))
            counted = fmax(counted, counted_an_element(rules, &courses[i]));
    for (size_t i = 0; i < count; i++) {
        struct course *course = &courses[i];

        if (!(course->look[1] > 0))
            course->cost = course->look[0];
        else if (isinf(course->look[1]))
            course->cost = INFINITY;
        else
            course->cost = most * counted_an_element(rules, course) / counted;
    }
}

/* What an element more takes, from a level to the next above it: what all take to start does not
 * count, of which a smaller input would have more an element. */
static double slope_of(const struct plan_rules *rules, const struct course *course, size_t level)
{
    double size = (double) course_look_size(rules, course, 1, level), below = 0, before = 0;

    if (level > 0) {
        below = (double) course_look_size(rules, course, 1, level - 1);
        before = course->levels[level - 1].count;
    }
    return size > below && course->levels[level].count > before
               ? (course->levels[level].count - before) / (size - below)
               : course->levels[level].count / size;
}

/* The highest level that all have come to. */
static size_t common_level(const struct course *courses, size_t count)
{
    size_t level = COURSE_LEVELS - 1;

    for (size_t i = 0; i < count; i++)
        while (courses[i].close && level > 0 && !(courses[i].levels[level].count > 0))
            level--;
    return level;
}

static struct differ_point point_at(const struct plan_rules *rules, const struct course *course,
                                    size_t level)
{
    const struct course_level *row = &course->levels[level];

    return (struct differ_point){
        .size = (double) course_look_size(rules, course, 1, level),
        .bytes = row->bytes,
        .written = row->written > 0 ? row->written : 0,
        .count = row->count,
        .blocks = row->blocks,
    };
}

static bool is_known(const struct course *course, size_t level)
{
    return course->levels[level].count > 0 && course->levels[level].blocks;
}

/* By what they differ in, at that level; false where that cannot be told. */
static bool count_differences(const struct plan_rules *rules, struct course *courses, size_t count,
                              size_t level)
{
    struct differ_point points[MOST_FAMILIES] = { { 0 } };
    struct course *of[MOST_FAMILIES];
    double counts[MOST_FAMILIES];
    size_t known = 0;

    for (size_t i = 0; i < count && known < MOST_FAMILIES; i++)
        if (is_known(&courses[i], level)) {
            points[known] = point_at(rules, &courses[i], level);
            of[known++] = &courses[i];
        }
    if (!differ_counts(points, known, counts))
        return false;
    for (size_t i = 0; i < known; i++)
        of[i]->look[1] = counts[i] / points[i].size * (double) course_look_size(rules, of[i], 1, 0);
    return true;
}

/* Also of the first two, 1 where it is not known. */
static double power_of(const size_t *of, const double *powers, size_t known, size_t index)
{
    for (size_t i = 0; i < known; i++)
        if (of[i] == index)
            return powers[i];
    return 1;
}

/* Behind the two that cost most, the family in which an element costs ever more: a sort of short
 * names in no order may take less than one of long names that hardly have to be sorted. */
static void put_third(const struct plan_rules *rules, struct course *courses, size_t count)
{
    struct differ_point small[MOST_FAMILIES] = { { 0 } }, large[MOST_FAMILIES] = { { 0 } };
    double powers[MOST_FAMILIES], most;
    size_t of[MOST_FAMILIES], known = 0, best = 0;

    for (size_t i = 0; i < count && known < MOST_FAMILIES; i++)
        if (is_known(&courses[i], 0) && is_known(&courses[i], 1)) {
            small[known] = point_at(rules, &courses[i], 0);
            large[known] = point_at(rules, &courses[i], 1);
            of[known] = i;
            /* Of a family of small inputs, the levels may be one. */
            known += large[known].size > small[known].size;
        }
    if (!differ_powers(small, large, known, powers))
        return;
    most =
        THIRD_RISE + fmax(fmax(1, power_of(of, powers, known, 0)), power_of(of, powers, known, 1));
    for (size_t i = 0; i < known; i++)
        if (of[i] > 1 && powers[i] > most &&
            (powers[i] <= LOG_POWER || powers[i] >= SQUARE_POWER) &&
            courses[of[i]].cost * THIRD_CHEAPER >= courses[0].cost) {
            most = powers[i];
            best = of[i];
        }
    if (best > 0) {
        struct course moved = courses[best];

        memmove(&courses[3], &courses[2], (best - 2) * sizeof(*courses));
        courses[2] = moved;
        courses[2].rising = true;
    }
}

static void count_elements(const struct plan_rules *rules, struct course *courses, size_t count)
{
    size_t level = common_level(courses, count);

    if (count_differences(rules, courses, count, level))
        return;
    for (size_t i = 0; i < count; i++)
        courses[i].look[1] = slope_of(rules, &courses[i], level) *
                             (double) course_look_size(rules, &courses[i], 1, 0);
}

void look_sort(struct plan_rules *rules, struct course *courses, size_t count, int look)
{
    if (look == 1 && rules->batches)
        count_elements(rules, courses, count);
    estimate(rules, courses, count);
    if (count > 1)
        qsort(courses, count, sizeof(*courses), by_cost);
    if (look == 0)
        find_close(rules, courses, count);
    else if (rules->batches)
        put_third(rules, courses, count);
}
