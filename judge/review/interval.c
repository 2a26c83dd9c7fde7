/*
 * Theory of operation: the two solutions p of |p̂ - p| = z·sqrt(p(1 - p)/n), which is a quadratic
 * equation in p. Pure.
 */

#include "judge/review/interval.h"

#include <math.h>

void interval_wilson(size_t successes, size_t trials, double z, double *ret_low, double *ret_high)
{
    double n = (double) trials;

    *ret_low = 0;
    *ret_high = 1;
    if (trials == 0)
        return;
    double rate = successes < trials ? (double) successes / n : 1;
    double square = z * z;
    double middle = rate + square / (2 * n);
    double spread = z * sqrt(rate * (1 - rate) / n + square / (4 * n * n));
    double scale = 1 + square / n;

    /* At the ends the formula gives them exactly; rounding must not take it over. */
    if (successes > 0)
        *ret_low = fmax(0, (middle - spread) / scale);
    if (successes < trials)
        *ret_high = fmin(1, (middle + spread) / scale);
}
