/*
 * Theory of operation: what is counted are instructions of the program's. What the kernel does for
 * it, and what memory makes it wait for, is only in its time. The smallest input says what starting
 * takes; what two others take above that rises by some power of the size, and so does what was
 * counted on them. Caches and allocators make time rise by a little more. If it is much more, what
 * was counted is not what the program spends its time on.
 *
 * The other way round says nothing: a square that is a hundredth of the instructions hardly shows
 * in the time, and a call that was counted alone is less than what is timed.
 */

#include "judge/growth/clock.h"

#include <math.h>

#define SHARE 8.0       /* the middle one is so much smaller than the largest */
#define LEAST_SHARE 3.0 /* or that */
/* Time differs by so many seconds, and by such a part of what starting takes, without a reason. */
#define NOISE_S 0.003
#define NOISE_START 0.15
#define SEEN 5.0 /* so many times that says something */
#define MORE 0.6 /* by so much more, of the power of the size, it differs */

static double noise_of(const struct growth_clock *clock)
{
    return NOISE_S + NOISE_START * clock->seconds[0];
}

bool clock_choose(const struct growth_answer *time, struct growth_clock *ret)
{
    const struct growth_point *points = time->points;
    size_t last = time->point_count - 1, middle = 1;

    if (time->point_count < GROWTH_TIMED)
        return false;
    for (size_t i = 2; i < last; i++)
        if (fabs(log(points[i].size * SHARE / points[last].size)) <
            fabs(log(points[middle].size * SHARE / points[last].size)))
            middle = i;
    if (points[last].size < LEAST_SHARE * points[middle].size)
        return false;
    const size_t chosen[GROWTH_TIMED] = { 0, middle, last };

    for (size_t i = 0; i < GROWTH_TIMED; i++) {
        ret->sizes[i] = points[chosen[i]].size;
        ret->counts[i] = points[chosen[i]].count;
        ret->seconds[i] = 0;
    }
    return true;
}

bool clock_is_seen(const struct growth_clock *clock, double seconds)
{
    return seconds - clock->seconds[0] >= SEEN * noise_of(clock);
}

bool clock_compare(struct growth_clock *clock)
{
    const double *seconds = clock->seconds, *counts = clock->counts;
    double range = log(clock->sizes[2] / clock->sizes[1]), noise = noise_of(clock);
    double less = fmax(seconds[1] - seconds[0], noise), more = seconds[2] - seconds[0];

    if (!clock_is_seen(clock, seconds[2]) || !(counts[1] > counts[0]) || !(counts[2] > counts[1]))
        return false;
    clock->power = log(more / less) / range;
    clock->counted = log((counts[2] - counts[0]) / (counts[1] - counts[0])) / range;
    /* Reading is linear, and is not counted where a call is counted alone. */
    clock->differs = log((more - noise) / (less + noise)) / range > fmax(clock->counted, 1) + MORE;
    return true;
}
