#ifndef ASSAY_GROWTH_REFERENCE_H
#define ASSAY_GROWTH_REFERENCE_H

/* Internal: a submission of the package whose growth is known (`references` of interview.yaml), run
 * on the inputs that the program was measured on. */

#include "judge/growth/survey.h"

/* Where the answer for time is close, and the package has references in the same language: sets
 * growth->beside, and the answer where that decides. Not where --seconds are over.
 * Errors   the sandbox failed; -ENOMEM. A reference that does not compile is a `fault` of *growth.
 */
int reference_decide(struct growth *growth, struct survey *survey, struct course *course,
                     struct error *error);

#endif
