#ifndef ASSAY_REVIEW_CHECK_H
#define ASSAY_REVIEW_CHECK_H

/* Internal: the built-in checks. Each adds its findings by rule_emit(). */

#include "judge/review/rule.h"

typedef int check_function(struct reviewing *state, const struct rule_find *find,
                           struct error *error);

check_function check_commented_out, check_complex_function, check_many_parameters;
/* check_schema.c */
check_function check_query_index, check_unique_in_code, check_unique_unseen;

bool check_looks_at(const struct rule_find *find, const struct review_file *file);

#endif
