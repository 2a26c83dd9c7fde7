#ifndef ASSAY_GROWTH_LOOK_H
#define ASSAY_GROWTH_LOOK_H

/* Internal: which families of inputs make a program work hardest, by the two looks at all of them.
 * Pure. */

#include "judge/growth/course.h"

#include <stddef.h>

/* Puts the family first that costs most, by the first look (0) or both (1). After the first, says
 * which ones are about as expensive as that, and what it took (`look_most`). After both, where
 * many inputs share a start, one that costs less may be third, since it costs ever more (`rising`).
 */
void look_sort(struct plan_rules *rules, struct course *courses, size_t count, int look);

#endif
