/*
 * Theory of operation: there are at most three terms, so that every subset of them can be tried,
 * each by its normal equations: of those whose coefficients are not negative, the best one is the
 * solution.
 */

#include "judge/growth/fit.h"

#include <math.h>
#include <string.h>

#define SINGULAR 1e-12
/* A term more has to make the error smaller by that. */
#define WORTH 0.999

/* By elimination, with pivots. False where there is no one solution. */
static bool solve(double matrix[FIT_TERMS][FIT_TERMS + 1], size_t size, double *ret)
{
    for (size_t column = 0; column < size; column++) {
        size_t pivot = column;

        for (size_t row = column + 1; row < size; row++)
            if (fabs(matrix[row][column]) > fabs(matrix[pivot][column]))
                pivot = row;
        if (!(fabs(matrix[pivot][column]) >= SINGULAR))
            return false;
        for (size_t k = 0; k <= size; k++) {
            double swapped = matrix[column][k];

            matrix[column][k] = matrix[pivot][k];
            matrix[pivot][k] = swapped;
        }
        for (size_t row = 0; row < size; row++) {
            double factor = row == column ? 0 : matrix[row][column] / matrix[column][column];

            for (size_t k = column; k <= size && row != column; k++)
                matrix[row][k] -= factor * matrix[column][k];
        }
    }
    for (size_t i = 0; i < size; i++)
        ret[i] = matrix[i][size] / matrix[i][i];
    return true;
}

/* With the terms of `mask` alone. */
static bool solve_subset(const struct fit_system *system, unsigned mask, double *ret)
{
    double matrix[FIT_TERMS][FIT_TERMS + 1] = { { 0 } };
    double found[FIT_TERMS] = { 0 };
    size_t used[FIT_TERMS], count = 0;

    for (size_t i = 0; i < system->terms; i++)
        if (mask & (1u << i))
            used[count++] = i;
    for (size_t p = 0; p < system->fitted; p++)
        for (size_t i = 0; i < count; i++) {
            for (size_t k = 0; k < count; k++)
                matrix[i][k] += system->rows[p][used[i]] * system->rows[p][used[k]];
            matrix[i][count] += system->rows[p][used[i]] * system->targets[p];
        }
    if (!solve(matrix, count, found))
        return false;
    memset(ret, 0, FIT_TERMS * sizeof(*ret));
    for (size_t i = 0; i < count; i++)
        ret[used[i]] = found[i];
    return true;
}

static double error_of(const struct fit_system *system, const double *terms, size_t count)
{
    double sum = 0;

    for (size_t p = 0; p < count; p++) {
        double off = -system->targets[p];

        for (size_t i = 0; i < system->terms; i++)
            off += terms[i] * system->rows[p][i];
        sum += off * off;
    }
    return count ? sqrt(sum / (double) count) : 0;
}

static bool has_negative(const double *terms)
{
    for (size_t i = 0; i < FIT_TERMS; i++)
        if (!(terms[i] >= 0))
            return true;
    return false;
}

void fit_not_negative(const struct fit_system *system, struct fit_result *ret)
{
    double best = INFINITY, terms[FIT_TERMS];

    *ret = (struct fit_result){ .error = INFINITY };
    for (unsigned mask = 1; mask < 1u << system->terms; mask++) {
        if (!solve_subset(system, mask, terms) || has_negative(terms))
            continue;
        double error = error_of(system, terms, system->fitted);

        if (error >= best * WORTH)
            continue;
        best = error;
        memcpy(ret->terms, terms, sizeof(terms));
        ret->error = error_of(system, terms, system->points);
    }
}

void fit_any(const struct fit_system *system, struct fit_result *ret)
{
    *ret = (struct fit_result){ .error = INFINITY };
    if (solve_subset(system, (1u << system->terms) - 1, ret->terms))
        ret->error = error_of(system, ret->terms, system->points);
}
