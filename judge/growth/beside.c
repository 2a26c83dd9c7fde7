/*
 * Theory of operation: two programs of the same class, on the same inputs, differ by a factor that
 * is the same at all sizes, once what the smallest of them takes (the start) is taken off both.
 * What makes a count bend (caches, tables that grow, an allocator) bends both. So the logarithm of
 * their ratio is fitted against that of the size: where it is level, the reference's class is the
 * answer.
 *
 * Level is at most half of the slope that the ratio would have if the program were of the next
 * class above or below. A ratio that rises or falls decides nothing: which of the two is not as
 * pure as its class, it does not tell. Nor does a reference whose own count does not rise as its
 * class: a label is for the family that is worst for it.
 */

#include "judge/growth/beside.h"

#include "judge/growth/curve.h"
#include "judge/growth/decide.h"

#include <math.h>

#define CLOSE 0.75 /* less sure than that, an answer by counts is close */
#define SURE 0.85
#define STEP 1.9 /* from a size to the next, at least */
#define LEAST_POINTS 4
#define LEAST_RISE 0.25 /* of a count above the start, against that */
#define OFF_LABEL 0.25  /* so far from the power of its class, a reference is not used */
#define LEVEL 0.5       /* of the slope of the next class, together with the standard error */

bool beside_is_close(const struct growth_answer *time, enum growth_backend backend)
{
    return time->point_count > LEAST_POINTS && time->class != GROWTH_EXPONENTIAL &&
           (backend != GROWTH_INSTRUCTIONS || time->class == GROWTH_UNKNOWN ||
            time->confidence < CLOSE);
}

size_t beside_classes(const struct growth_answer *time, enum growth_class expected,
                      enum growth_backend backend, enum growth_class ret[GROWTH_CLASS_COUNT])
{
    const enum growth_class first[] = { time->class, expected, time->runner_up };
    bool taken[GROWTH_CLASS_COUNT] = { [GROWTH_CONSTANT] = true, [GROWTH_EXPONENTIAL] = true };
    size_t count = 0;

    for (size_t i = 0; i < COUNT(first); i++)
        if (first[i] != GROWTH_UNKNOWN && !taken[first[i]]) {
            ret[count++] = first[i];
            taken[first[i]] = true;
        }
    for (size_t i = 0; backend != GROWTH_INSTRUCTIONS && i < GROWTH_CLASS_COUNT; i++)
        if (!taken[i])
            ret[count++] = (enum growth_class) i;
    return count;
}

bool beside_sizes(const struct growth_answer *time, double most, struct growth_beside *ret)
{
    const struct growth_point *chosen[GROWTH_BESIDE];
    size_t count = 0;

    for (size_t i = time->point_count; i-- > 0 && count < GROWTH_BESIDE;) {
        const struct growth_point *point = &time->points[i];

        if (point->size <= most && point->count > 0 &&
            (count == 0 || point->size * STEP <= chosen[count - 1]->size))
            chosen[count++] = point;
    }
    for (size_t i = 0; i < count; i++) {
        ret->sizes[i] = chosen[count - 1 - i]->size;
        ret->counts[i] = chosen[count - 1 - i]->count;
    }
    ret->count = count;
    return count > LEAST_POINTS;
}

/* ---- The ratio ------------------------------------------------------------------------------ */

struct line {
    double slope, error; /* standard error */
};

static struct line fit_line(const double *x, const double *y, size_t count)
{
    double mean_x = 0, mean_y = 0, xx = 0, xy = 0, left = 0;

    for (size_t i = 0; i < count; i++) {
        mean_x += x[i] / (double) count;
        mean_y += y[i] / (double) count;
    }
    for (size_t i = 0; i < count; i++) {
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        xy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    double slope = xy / xx;

    for (size_t i = 0; i < count; i++) {
        double off = y[i] - mean_y - slope * (x[i] - mean_x);

        left += off * off;
    }
    return (struct line){ slope, sqrt(left / (double) (count - 2) / xx) };
}

static bool is_seen(const double *counts, size_t index)
{
    double rise = counts[index] - counts[0];

    return rise > 0 && rise >= LEAST_RISE * counts[0];
}

/* The sizes at which both are seen above their start. */
static size_t seen_sizes(const struct growth_beside *beside, size_t ret[GROWTH_BESIDE])
{
    size_t count = 0;

    for (size_t i = 1; i < beside->count; i++)
        if (is_seen(beside->counts, i) && is_seen(beside->beside, i))
            ret[count++] = i;
    return count;
}

/* Of counts above the start, over others, as a power of the size. */
static struct line power_of(const struct growth_beside *beside, const size_t *seen, size_t count,
                            const double *counts, const double *over)
{
    double x[GROWTH_BESIDE], y[GROWTH_BESIDE];

    for (size_t i = 0; i < count; i++) {
        size_t at = seen[i];

        x[i] = log(beside->sizes[at]);
        y[i] = log(counts[at] - counts[0]) - (over ? log(over[at] - over[0]) : 0);
    }
    return fit_line(x, y, count);
}

/* What that is for a class. */
static double power_of_class(const struct growth_beside *beside, const size_t *seen, size_t count,
                             enum growth_class class)
{
    double values[GROWTH_BESIDE] = { 0 }, largest = beside->sizes[beside->count - 1];

    for (size_t i = 0; i < beside->count; i++)
        values[i] = curve_value(class, beside->sizes[i], largest);
    return power_of(beside, seen, count, values, NULL).slope;
}

bool beside_compare(struct growth_beside *beside)
{
    size_t seen[GROWTH_BESIDE], count = seen_sizes(beside, seen);

    if (count < LEAST_POINTS ||
        beside->sizes[seen[count - 1]] < CURVE_LEAST_RANGE * beside->sizes[seen[0]])
        return false;
    double own = power_of_class(beside, seen, count, beside->class);
    double next = INFINITY;

    /* On some inputs it may do less than its label says. */
    if (fabs(power_of(beside, seen, count, beside->beside, NULL).slope - own) > OFF_LABEL)
        return false;
    if (beside->class > GROWTH_LOG)
        next = own - power_of_class(beside, seen, count, beside->class - 1);
    if (beside->class < GROWTH_CUBE)
        next = fmin(next, power_of_class(beside, seen, count, beside->class + 1) - own);
    struct line line = power_of(beside, seen, count, beside->counts, beside->beside);

    beside->power = line.slope;
    beside->error = line.error;
    beside->next = next;
    beside->same = fabs(line.slope) + line.error <= LEVEL * next;
    return true;
}

void beside_decide(const struct growth_beside *beside, struct growth_answer *time)
{
    bool agrees = time->class == beside->class;

    if (!agrees) {
        if (time->class != GROWTH_UNKNOWN)
            time->runner_up = time->class;
        else if (time->runner_up == beside->class)
            time->runner_up = GROWTH_UNKNOWN;
        time->class = beside->class;
        time->reason = NULL;
        decide_show(time);
    }
    double sure = 1 - (fabs(beside->power) + beside->error) / beside->next;

    time->confidence = fmax(agrees ? time->confidence : 0, fmin(sure, SURE));
}
