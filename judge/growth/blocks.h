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

/* `points` sorted by size. False where they are too few. */
bool blocks_share(const struct block_point *points, size_t count, struct growth_shares *ret);

#endif
