#ifndef ASSAY_RUBRICS_H
#define ASSAY_RUBRICS_H

/* Finding and reading rubrics, evidence and scorecards for the commands. */

#include "judge/command/command.h"
#include "judge/rubric/rubric.h"

/* Reads the rubric that the user calls `name`: a path, or a name below $ASSAY_RUBRICS (separated by
 * colons), else rubrics/ of the checkout or installation. NULL: the one for evidence of `kind`.
 * Prints what is wrong. *ret is the caller's: rubric_free(). */
enum command_exit command_rubric_read(const char *name, enum evidence_kind kind,
                                      struct rubric **ret);
/* Names of the rubrics that are found so, sorted, NULL-terminated; in `arena`. */
int command_rubric_names(struct arena *arena, const char *const **ret, struct error *error);
/* What `assay rubric` does: "check", …; NULL-terminated. */
extern const char *const command_rubric_actions[];
/* Reads evidence from a file, "-" being stdin. Prints what is wrong. */
enum command_exit command_evidence_read(const char *path, struct evidence **ret);

/* Reads a scorecard likewise. *ret is the caller's: json_decref(). */
enum command_exit command_scorecard_read(const char *path, json_t **ret);
/* Either of them: of *ret_evidence and *ret_scorecard one is set. */
enum command_exit command_either_read(const char *path, struct evidence **ret_evidence,
                                      json_t **ret_scorecard);

#endif
