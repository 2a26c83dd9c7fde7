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

#define LEAST_RANGE 1.9 /* from the middle one to the largest */
#define RATIO 6.0 /* of what was counted above the first, in the largest and in the middle one */
/* Time differs by so many seconds, and by such a part of what starting takes, without a reason. */
#define NOISE_S 0.002
#define NOISE_START 0.1
#define SEEN 6.0 /* so many times that says something */
#define MORE 0.6 /* by so much more, of the power of the size, it differs */

static double noise_of(const struct growth_clock *clock)
{
    return NOISE_S + NOISE_START * clock->seconds[0];
}

/* How far what was counted there is from the part of the largest that the middle one should have;
 * INFINITY: it cannot be that one. */
static double distance_of(const struct growth_point *point, const struct growth_point *first,
                          const struct growth_point *last)
{
    if (!(point->count > first->count) || !(last->count > point->count) ||
        last->size < LEAST_RANGE * point->size)
        return INFINITY;
    return fabs(log((last->count - first->count) / (point->count - first->count) / RATIO));
}

bool clock_choose(const struct growth_answer *time, struct growth_clock *ret)
{
    const struct growth_point *points = time->points;
    size_t last = time->point_count - 1, middle = 0;
    double least = INFINITY;

    for (size_t i = 1; time->point_count >= GROWTH_TIMED && i < last; i++) {
        double distance = distance_of(&points[i], &points[0], &points[last]);

        if (distance < least) {
            least = distance;
            middle = i;
        }
    }
    const size_t chosen[GROWTH_TIMED] = { 0, middle, last };

    for (size_t i = 0; i < GROWTH_TIMED && middle > 0; i++) {
        ret->sizes[i] = points[chosen[i]].size;
        ret->counts[i] = points[chosen[i]].count;
        ret->seconds[i] = 0;
    }
    return middle > 0;
}

bool clock_is_seen(const struct growth_clock *clock, double seconds)
{
    return seconds - clock->seconds[0] >= SEEN * noise_of(clock);
}

bool clock_compare(struct growth_clock *clock)
{
    const double *seconds = clock->seconds, *counts = clock->counts;
    double range = log(clock->sizes[2] / clock->sizes[1]), noise = noise_of(clock);
    double less = seconds[1] - seconds[0], more = seconds[2] - seconds[0];

    if (!clock_is_seen(clock, seconds[2]) || less < noise)
        return false;
    clock->power = log(more / less) / range;
    clock->counted = log((counts[2] - counts[0]) / (counts[1] - counts[0])) / range;
    /* Reading is linear, and is not counted where a call is counted alone. */
    clock->differs = log((more - noise) / (less + noise)) / range > fmax(clock->counted, 1) + MORE;
    return true;
}
