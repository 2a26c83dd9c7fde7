#ifndef ASSAY_REPORT_REVIEW_REPORT_H
#define ASSAY_REPORT_REVIEW_REPORT_H

/* `assay review`, as text and as JSON. */

#include "judge/report/report.h"
#include "judge/review/review.h"

#include <jansson.h>

/* What a list of rules says of one. */
struct report_rule {
    const char *id, *title, *principle, *why, *remedy;
    enum severity severity;
};

/* 0 or -ENOMEM. */
int report_review_json(FILE *file, const char *directory, const struct review *review);
int report_rules_json(FILE *file, const struct report_rule *rules, size_t count);
void report_review_text(FILE *file, const struct report_style *style, const struct review *review);
/* The first findings of a review, shortly: what stands below a scorecard. */
void report_comments_text(FILE *file, const struct report_style *style,
                          const struct review *review);
void report_rules_text(FILE *file, const struct report_style *style,
                       const struct report_rule *rules, size_t count);

/* The parts, for documents that hold a review. Owns: the caller's; NULL when memory is out. */
json_t *json_review(const struct review *review); /* all of it */
json_t *json_finding(const struct finding *finding);
json_t *json_findings(const struct review *review);
json_t *json_measures(const struct review_measures *measures);

#endif
