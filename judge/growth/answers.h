#ifndef ASSAY_GROWTH_ANSWERS_H
#define ASSAY_GROWTH_ANSWERS_H

/* Internal: classes of what a survey has measured. Pure. */

#include "judge/growth/growth.h"
#include "judge/growth/survey.h"

/* The class of a family's time, or memory. Where there is none, the inputs may have come to some
 * limit: then that of those before it. Owns: the points are in the arena. Errors   -ENOMEM. */
int answers_of(struct arena *arena, const struct survey *survey, const struct course *course,
               bool space, struct growth_answer *ret);
/* Likewise; *worst becomes the worse one of the two. */
int answers_add(struct growth_answer *worst, struct arena *arena, const struct survey *survey,
                const struct course *course, bool space);

#endif
