#ifndef ASSAY_GROWTH_BLOCKS_H
#define ASSAY_GROWTH_BLOCKS_H

/* Internal: what a program consists of, by how much each piece of its code executes at several
 * sizes. Pure. */

#include "judge/growth/decide.h"

struct block_point {
    double size;
    double bytes, written; /* of the input and of the output; not above 0: not known */
    const double *blocks;  /* instructions by place, COUNTS_BLOCKS; borrowed */
};

struct block_series {
    const struct block_point *points; /* sorted by size */
    size_t count;
    /* Sizes in between, at most BLOCKS_CHECKS: a piece that is no logarithm there is none. */
    const struct block_point *checks;
    size_t check_count;
};

#define BLOCKS_CHECKS 4

/* False where there are too few points. */
bool blocks_share(const struct block_series *series, struct growth_shares *ret);

#endif
