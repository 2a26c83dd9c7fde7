#ifndef ASSAY_GROWTH_SENTENCE_H
#define ASSAY_GROWTH_SENTENCE_H

/* Internal: what was found, as a candidate understands it. Pure. */

#include "judge/growth/growth.h"

/* When the time limit is passed; limit_s 0: not known, or it is not. */
struct sentence_limit {
    double limit_s, from_size;
};

/* In growth->arena; NULL when memory is out. Package texts are made harmless. */
const char *sentence_make(const struct growth *growth, const struct sentence_limit *limit);
/* The size at which a time that was measured passes the limit, by the class. Pure. */
double sentence_limit_size(enum growth_class class, double size, double seconds, double limit_s);

#endif
