#ifndef ASSAY_GROWTH_DIFFER_H
#define ASSAY_GROWTH_DIFFER_H

/*
 * Internal: on which family of inputs a program has the most to do, from one input of each. What it
 * does alike on all of them, and what follows the bytes that it reads or writes, says nothing of
 * that: in an interpreter, reading a line may be ten times as much as what is then done with it.
 * Pure.
 */

#include <stdbool.h>
#include <stddef.h>

struct differ_point {
    double size;           /* of the input; above 0 */
    double bytes, written; /* of the input and of the output; not above 0: not known */
    double count;          /* of all instructions */
    const double *blocks;  /* instructions by place, COUNTS_BLOCKS; borrowed */
};

/* Instructions of each input by which it differs from the others, with a little of all of its
 * instructions, so that none has 0. False: there are too few inputs to tell. */
bool differ_counts(const struct differ_point *points, size_t count, double *ret);
/* By which power of the size that rises from a smaller to a larger input of each family, which are
 * in the same order. 0: it has nothing of its own. False: there are too few. */
bool differ_powers(const struct differ_point *small, const struct differ_point *large, size_t count,
                   double *ret);

#endif
