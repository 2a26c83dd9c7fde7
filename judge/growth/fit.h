#ifndef ASSAY_GROWTH_FIT_H
#define ASSAY_GROWTH_FIT_H

/* Internal: sums of a few terms, fitted to points by least squares. Pure.
 * Source   C. L. Lawson, R. J. Hanson, Solving Least Squares Problems, 1974, chapter 23. */

#include <stdbool.h>
#include <stddef.h>

#define FIT_TERMS 3
#define FIT_POINTS 64

/* Terms of each point, and what they have to add up to, with the right coefficients; both are
 * divided by what the point's error is relative to. */
struct fit_system {
    double rows[FIT_POINTS][FIT_TERMS];
    double targets[FIT_POINTS];
    size_t terms, points;
    size_t fitted; /* so many of the points, from the first on; the others only count as errors */
};

struct fit_result {
    double terms[FIT_TERMS]; /* coefficients */
    double error;            /* root of the mean square, over all points; INFINITY: there is none */
};

/* With coefficients that are not negative. */
void fit_not_negative(const struct fit_system *system, struct fit_result *ret);
/* With any. */
void fit_any(const struct fit_system *system, struct fit_result *ret);

#endif
