#ifndef ASSAY_GROWTH_CURVE_H
#define ASSAY_GROWTH_CURVE_H

/* Internal: the curves of the classes, and how well each explains counts at several sizes. Pure. */

#include "judge/growth/decide.h"
#include "judge/growth/fit.h"

#define CURVE_LEAST_RANGE 7.5 /* between sizes; over less, only what explodes is told */
/* What rises by so much more than jitter is seen, however large the start of the runtime. */
#define CURVE_SEEN 4.0

struct curve_fit {
    double terms[FIT_TERMS];
    double error; /* root of the mean squared relative error over all points */
    double share;
    double base;             /* of an exponential one */
    enum growth_class lower; /* of the third term */
};

/* What a runtime counts to start, and what errors are at least relative to; 0, 0: there is none. */
struct curve_start {
    double count, least;
};

/* Of each class: with its lower terms, and by itself; and whether it can be the answer at all. */
struct curve_fits {
    struct curve_fit all[GROWTH_CLASS_COUNT];
    struct curve_fit alone[GROWTH_CLASS_COUNT];
    bool possible[GROWTH_CLASS_COUNT];
};

/* A class at a size, over what it is at `largest`. */
double curve_value(enum growth_class class, double size, double largest);

struct curve_start curve_start_of(const struct growth_point *points, size_t count,
                                  const struct decide_rules *rules);
/* The first `fitted` points are fitted, all are predicted. `alone`: without lower terms. */
void curve_fit(const struct growth_point *points, size_t count, size_t fitted,
               const struct curve_start *start, enum growth_class class, bool alone,
               struct curve_fit *ret);
void curve_fit_all(const struct growth_point *points, size_t count, size_t fitted,
                   const struct curve_start *start, struct curve_fits *ret);
/* Fills `fitted` and `predicted` of the points. */
void curve_show(struct growth_point *points, size_t count, size_t fitted,
                const struct curve_fit *fit, enum growth_class class);

#endif
