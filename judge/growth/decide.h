#ifndef ASSAY_GROWTH_DECIDE_H
#define ASSAY_GROWTH_DECIDE_H

/* Internal: from counts at several sizes to a class. Pure. */

#include "judge/growth/growth.h"

/* Over fewer sizes, a piece of code that is n cannot be told from n log n. */
#define DECIDE_LOG_SIZES 6
#define DECIDE_STEPS 3 /* pieces that rise evenly, to be a logarithm */

struct decide_rules {
    double tolerance; /* relative error that is noise of the count */
    double floor;     /* counts below it say nothing */
    double flat;      /* all counts within so much are constant; 0: only the fit decides */
    bool uneven;      /* an element is not always of the same count, as of memory */
    double digit;  /* what one more of a single number takes to be read and printed, at most; 0: not
                    * known */
    double jitter; /* how much a count differs without a reason, however small it is; 0: it is a
                    * share of the count alone */
    double hidden; /* of memory: so much of what is alive may lie where there was some before; */
    double hidden_least; /* and what nobody is sure to see: so much, in all elements together, */
    double hidden_unit;  /* of which each takes so much */
};

/* `points` sorted by size; their `fitted` and `predicted` are filled. Sets class, runner_up,
 * confidence, reason and doubling of *answer alone. */
void decide_class(struct growth_point *points, size_t count, const struct decide_rules *rules,
                  struct growth_answer *answer);

/* After decide_class(), by what the program consists of: its class is the greatest of which there
 * is more than a little. Sets class, runner_up, confidence, reason, `fitted` and shares. */
void decide_blocks(struct growth_answer *whole, const struct growth_shares *shares,
                   const struct decide_rules *rules);

/* `fitted` of the points, by the class that was found. */
void decide_show(struct growth_answer *whole);

#endif
