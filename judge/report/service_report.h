#ifndef ASSAY_REPORT_SERVICE_H
#define ASSAY_REPORT_SERVICE_H

/* Reports of graded take-home services: text and JSON (docs/json.md). As report.h. */

#include "judge/report/report.h"
#include "judge/service/service.h"

/* One line as a probe is done; `group` is printed before the first of a group. */
void report_probe_line(FILE *file, const struct report_style *style,
                       const struct probe_result *result, const char *group_before);
/* What the probes come to, in a line. */
void report_outcome_text(FILE *file, const struct report_style *style,
                         const struct grading *grading);
/* What that rests on: how it was built, failures in full, the candidate's own tests. */
void report_grading_text(FILE *file, const struct report_style *style,
                         const struct grading *grading);
/* A service problem, for candidates: heading, statement, the probes by their groups, then the page
 * `contract` (docs/take-home.md). `statement` NULL: there is none; `languages`, NULL-terminated:
 * those that `assay start` has a starter in. */
struct report_service {
    const struct service_package *package;
    const char *statement, *contract;
    const char *const *languages;
};
void report_service_text(FILE *file, const struct report_style *style,
                         const struct report_service *service);
int report_service_json(FILE *file, const struct report_service *service);
void report_service_check(FILE *file, const struct report_style *style,
                          const struct service_check *check);

#endif
