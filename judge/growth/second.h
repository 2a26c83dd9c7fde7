#ifndef ASSAY_GROWTH_SECOND_H
#define ASSAY_GROWTH_SECOND_H

/* Internal: how time and memory grow with the second size of inputs, where a package's have one. */

#include "judge/growth/survey.h"

/* Measures for about `wall_s`, as survey_open(), on sizes up to those of growth->time. Sets
 * growth->second, and growth->fault where there is none. */
int second_measure(struct growth *growth, struct subject *subject,
                   const struct growth_options *options, double wall_s, double most_s,
                   struct error *error);

#endif
