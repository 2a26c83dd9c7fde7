#ifndef ASSAY_REVIEW_README_COMPARE_H
#define ASSAY_REVIEW_README_COMPARE_H

/* Which of the claims of a README its repository proves or refutes. */

#include "judge/review/readme.h"

/* Compares the claims with the files below `directory`, and reads the routes that these have. No
 * symbolic link is followed out of it. Errors   those of opening `directory`; -ENOMEM. */
int readme_compare(struct readme *readme, const char *directory, struct error *error);

#endif
