#ifndef ASSAY_GROWTH_DECIDE_H
#define ASSAY_GROWTH_DECIDE_H

/* Internal: from counts at several sizes to a class. Pure. */

#include "judge/growth/growth.h"

struct decide_rules {
    double tolerance; /* relative error that is noise of the count */
    double floor;     /* counts below it say nothing */
    double flat;      /* all counts within so much are constant; 0: only the fit decides */
    double jitter;    /* how much a count differs without a reason, however small it is; 0: it is a
                       * share of the count alone */
};

/* `points` sorted by size; their `fitted` and `predicted` are filled. Sets class, runner_up,
 * confidence, reason and doubling of *answer alone. */
void decide_class(struct growth_point *points, size_t count, const struct decide_rules *rules,
                  struct growth_answer *answer);

/* A program that reads its input before it works on it has two parts, each of which shows its class
 * more clearly than their sum. A class that was too low or left open becomes the greater of theirs,
 * and n log n becomes n where neither part is more than that; confidence, runner_up and `fitted`
 * follow. What the parts do not show clearly changes nothing. */
void decide_parts(struct growth_answer *whole, const struct growth_answer *reading,
                  const struct growth_answer *after);

/* A class at a size, over what it is at `largest`. */
double decide_value(enum growth_class class, double size, double largest);

#endif
