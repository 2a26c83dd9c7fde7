#ifndef ASSAY_REPORT_SCORECARD_H
#define ASSAY_REPORT_SCORECARD_H

/* Scorecards as text, and what was judged as JSON values, for evidence and for printing. */

#include "judge/report/report.h"
#include "judge/service/service.h"

#include <jansson.h>

/* What `assay submit` prints with --json. `growth` NULL: null, and `note` says why.
 * Owns     the caller's; NULL: memory was out. */
json_t *report_trial_value(const struct trial *trial, const struct growth *growth,
                           const char *note);
/* The same of `assay grade`. */
json_t *report_grading_value(const struct grading *grading);

/* Whether a document has the form of a scorecard, as far as reports go by it.
 * Errors   -EINVAL with file and JSON Pointer. */
int report_scorecard_check(const char *file, const json_t *scorecard, struct error *error);
/* The recommendation, a line a criterion, and what decided. */
void report_scorecard_text(FILE *file, const struct report_style *style, const json_t *scorecard);
/* Each criterion's way to its level, and the smallest change that would reach the next one. */
void report_explanation_text(FILE *file, const struct report_style *style, const json_t *scorecard);

struct rubric;
struct rubric_faults;

/* "file:line: message", a line each. */
void report_faults_text(FILE *file, const struct rubric_faults *faults);

#endif
