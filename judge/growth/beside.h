#ifndef ASSAY_GROWTH_BESIDE_H
#define ASSAY_GROWTH_BESIDE_H

/* Internal: whether a program grows as a reference that is measured on the same inputs. Pure. */

#include "judge/growth/growth.h"

/* Whether a reference is worth its time: the answer is close, or by a count of the whole process.
 */
bool beside_is_close(const struct growth_answer *time, enum growth_backend backend);
/* Of which classes a reference may decide, the likeliest first: all where the process as a whole is
 * counted. `expected`: of the package's, or GROWTH_UNKNOWN. Returns how many. */
size_t beside_classes(const struct growth_answer *time, enum growth_class expected,
                      enum growth_backend backend, enum growth_class ret[GROWTH_CLASS_COUNT]);
/* Of the sizes that were measured, up to `most`, those to run the reference on: sets count, sizes
 * and counts. False: there are too few. */
bool beside_sizes(const struct growth_answer *time, double most, struct growth_beside *ret);
/* When all sizes are counted: sets power, error, next and same. False: that is too little to tell.
 */
bool beside_compare(struct growth_beside *beside);
/* Makes the class of the reference that of the answer. */
void beside_decide(const struct growth_beside *beside, struct growth_answer *time);

#endif
