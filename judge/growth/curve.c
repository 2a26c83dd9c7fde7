/*
 * Theory of operation: for each class, count = sum of its terms (a constant, lower terms that its
 * programs have too, and the class itself) is fitted with coefficients that are not negative, so
 * that the sum of squared relative errors is least: a relative one, since otherwise the largest
 * size alone would decide. The two largest sizes are left out of the fit, and predicted from it:
 * terms that only bend the curve to the points predict badly.
 *
 * A runtime that takes a large count to start, the same for all sizes, hides what the program does
 * from relative errors. Where the counts rise steadily by more than its jitter, errors are relative
 * to what is above that start, as far as it can be told from the two smallest sizes.
 */

#include "judge/growth/curve.h"

#include <math.h>
#include <string.h>

/* n and n log n are told apart only with so many sizes over such a range. */
#define LOG_POINTS 5
#define LOG_RANGE 15.0
#define JITTER_SHARE 0.12 /* of memory: where it is no more, a count is as good as others */

static const struct class_row {
    const char *name;
    enum growth_class lower; /* a term besides constant and own; itself: none */
    enum growth_class other; /* or this one, where that fits better; itself: none */
    double share;            /* of the count at the largest size that its own term has to have */
} classes[GROWTH_CLASS_COUNT] = {
    [GROWTH_CONSTANT] = { "1", GROWTH_CONSTANT, GROWTH_CONSTANT, 0 },
    [GROWTH_LOG] = { "log n", GROWTH_LOG, GROWTH_LOG, 0.10 },
    [GROWTH_ROOT] = { "sqrt n", GROWTH_ROOT, GROWTH_ROOT, 0.20 },
    [GROWTH_LINEAR] = { "n", GROWTH_LINEAR, GROWTH_LINEAR, 0.10 },
    [GROWTH_LINEAR_LOG] = { "n log n", GROWTH_LINEAR, GROWTH_LINEAR_LOG, 0.25 },
    [GROWTH_LINEAR_ROOT] = { "n sqrt n", GROWTH_LINEAR, GROWTH_LINEAR_ROOT, 0.20 },
    [GROWTH_SQUARE] = { "n^2", GROWTH_LINEAR, GROWTH_SQUARE, 0.04 },
    [GROWTH_SQUARE_LOG] = { "n^2 log n", GROWTH_SQUARE, GROWTH_LINEAR, 0.60 },
    [GROWTH_CUBE] = { "n^3", GROWTH_SQUARE, GROWTH_LINEAR, 0.08 },
    [GROWTH_EXPONENTIAL] = { "2^n", GROWTH_EXPONENTIAL, GROWTH_EXPONENTIAL, 0.30 },
};

/* What an exponential one may be a power of. */
static const double bases[] = { 1.25, 1.4142, 1.6180, 2, 2.5, 3, 4 };

const char *growth_class_name(enum growth_class class)
{
    return class < GROWTH_UNKNOWN ? classes[class].name : NULL;
}

static double value_at(enum growth_class class, double n)
{
    double log_n = log2(n < 2 ? 2 : n);

    switch (class) {
    case GROWTH_LOG:
        return log_n;
    case GROWTH_ROOT:
        return sqrt(n);
    case GROWTH_LINEAR:
        return n;
    case GROWTH_LINEAR_LOG:
        return n * log_n;
    case GROWTH_LINEAR_ROOT:
        return n * sqrt(n);
    case GROWTH_SQUARE:
        return n * n;
    case GROWTH_SQUARE_LOG:
        return n * n * log_n;
    case GROWTH_CUBE:
        return n * n * n;
    default:
        return 1;
    }
}

static double term_at(enum growth_class class, double base, double size, double largest)
{
    if (class == GROWTH_EXPONENTIAL)
        return pow(base, size - largest);
    return value_at(class, size) / value_at(class, largest);
}

double curve_value(enum growth_class class, double size, double largest)
{
    return term_at(class, 2, size, largest);
}

/* ---- Fits ------------------------------------------------------------------------------------ */

struct curve_start curve_start_of(const struct growth_point *points, size_t count,
                                  const struct decide_rules *rules)
{
    double first = points[0].count, rise = points[count - 1].count - first;

    if (rules->jitter <= 0 || rise < CURVE_SEEN * rules->jitter || count < 2)
        return (struct curve_start){ 0 };
    for (size_t p = 1; p < count; p++)
        if (points[p].count < points[p - 1].count - rules->jitter)
            return (struct curve_start){ 0 };
    double start = fmin(first, fmax(0, 2 * first - points[1].count));
    return (struct curve_start){ start, rules->jitter /
                                            (rules->uneven ? JITTER_SHARE : rules->tolerance) };
}

static void fit_base(const struct growth_point *points, size_t count, size_t fitted,
                     const struct curve_start *start, enum growth_class class,
                     enum growth_class lower, double base, struct curve_fit *ret)
{
    double largest = points[count - 1].size;
    struct fit_system system = { .points = count, .fitted = fitted };
    struct fit_result found;
    double sum = 0;

    *ret = (struct curve_fit){ .base = base, .lower = lower };
    system.terms = class == GROWTH_CONSTANT ? 1 : lower == class ? 2 : 3;
    for (size_t p = 0; p < count; p++) {
        double *row = system.rows[p], size = points[p].size;
        double error = points[p].count - start->count + start->least;
        double scale = points[count - 1].count / error;

        system.targets[p] = points[p].count / error;
        row[0] = scale;
        row[1] = scale * term_at(class, base, size, largest);
        row[2] = scale * term_at(lower, base, size, largest);
    }
    fit_not_negative(&system, &found);
    ret->error = found.error;
    memcpy(ret->terms, found.terms, sizeof(ret->terms));
    for (size_t i = 0; i < FIT_TERMS; i++) {
        ret->terms[i] *= points[count - 1].count;
        sum += ret->terms[i];
    }
    sum -= fmin(start->count, ret->terms[0]);
    ret->share = sum > 0 ? (class == GROWTH_CONSTANT ? 1 : ret->terms[1] / sum) : 0;
}

void curve_fit(const struct growth_point *points, size_t count, size_t fitted,
               const struct curve_start *start, enum growth_class class, bool alone,
               struct curve_fit *ret)
{
    struct curve_fit one;
    enum growth_class lower = alone ? class : classes[class].lower;

    fit_base(points, count, fitted, start, class, lower, bases[0], ret);
    if (!alone && classes[class].other != class) {
        fit_base(points, count, fitted, start, class, classes[class].other, bases[0], &one);
        if (one.error < ret->error)
            *ret = one;
    }
    for (size_t i = 1; class == GROWTH_EXPONENTIAL && i < COUNT(bases); i++) {
        fit_base(points, count, fitted, start, class, lower, bases[i], &one);
        if (one.error < ret->error)
            *ret = one;
    }
}

void curve_fit_all(const struct growth_point *points, size_t count, size_t fitted,
                   const struct curve_start *start, struct curve_fits *ret)
{
    double range = points[count - 1].size / points[0].size;

    for (size_t i = 0; i < GROWTH_CLASS_COUNT; i++) {
        enum growth_class class = (enum growth_class) i;
        bool is_log = class == GROWTH_LINEAR_LOG || class == GROWTH_SQUARE_LOG;

        curve_fit(points, count, fitted, start, class, false, &ret->all[i]);
        curve_fit(points, count, fitted, start, class, true, &ret->alone[i]);
        /* Above a start, a term more bends to the jitter of the first points. */
        if (start->least > 0 && ret->alone[i].error < ret->all[i].error)
            ret->all[i] = ret->alone[i];
        ret->possible[i] = ret->all[i].share >= classes[i].share && isfinite(ret->all[i].error) &&
                           (!is_log || (count >= LOG_POINTS && range >= LOG_RANGE)) &&
                           (class == GROWTH_EXPONENTIAL || range >= CURVE_LEAST_RANGE);
    }
}

void curve_show(struct growth_point *points, size_t count, size_t fitted,
                const struct curve_fit *fit, enum growth_class class)
{
    double largest = points[count - 1].size;

    for (size_t p = 0; p < count; p++) {
        double own = class == GROWTH_CONSTANT
                         ? 0
                         : fit->terms[1] * term_at(class, fit->base, points[p].size, largest);

        points[p].fitted = fit->terms[0] + own;
        if (fit->lower != class)
            points[p].fitted +=
                fit->terms[2] * term_at(fit->lower, fit->base, points[p].size, largest);
        points[p].predicted = p >= fitted;
    }
}
