#ifndef ASSAY_REVIEW_REVIEW_MEASURES_H
#define ASSAY_REVIEW_REVIEW_MEASURES_H

/* The measures of a repository, made of those of its files: which files count, and as what. */

#include "judge/review/rule.h"

/* Fills in `state->review->measures` from `state->files`, once. Errors   -ENOMEM. */
int review_sum_up(struct reviewing *state, struct error *error);

#endif
