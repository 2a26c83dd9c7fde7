#ifndef ASSAY_REPORT_REVIEW_REPORT_H
#define ASSAY_REPORT_REVIEW_REPORT_H

/* `assay review`, as text and as JSON. */

#include "judge/report/report.h"
#include "judge/review/history.h"
#include "judge/review/review.h"

#include <jansson.h>

/* What a list of rules says of one. */
struct report_rule {
    const char *id, *title, *principle, *why, *remedy;
    enum severity severity;
};

/* What is reported of one repository. */
struct report_reviewed {
    const char *directory;
    const struct review *review;
    const struct history *history; /* NULL: nobody looked for one */
    const char *base;              /* as it was asked for; NULL: none was */
};

/* 0 or -ENOMEM. */
int report_review_json(FILE *file, const struct report_reviewed *reviewed);
int report_rules_json(FILE *file, const struct report_rule *rules, size_t count);
void report_review_text(FILE *file, const struct report_style *style,
                        const struct report_reviewed *reviewed);
/* The first findings of a review, shortly: what stands below a scorecard. */
void report_comments_text(FILE *file, const struct report_style *style,
                          const struct review *review);
void report_rules_text(FILE *file, const struct report_style *style,
                       const struct report_rule *rules, size_t count);

/* The parts, for documents that hold a review. Owns: the caller's; NULL when memory is out. */
json_t *
json_review(const struct report_reviewed *reviewed); /* of a judged one: no directory, no base */
json_t *json_finding(const struct finding *finding);
json_t *json_findings(const struct review *review);
json_t *json_measures(const struct review_measures *measures);
json_t *json_history(const struct history *history); /* NULL gives null */

#endif
