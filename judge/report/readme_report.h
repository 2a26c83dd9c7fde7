#ifndef ASSAY_REPORT_README_REPORT_H
#define ASSAY_REPORT_README_REPORT_H

/* What `assay grade` says of a README, as text and as JSON. */

#include "judge/report/report.h"
#include "judge/service/readme_run.h"

#include <jansson.h>

/* `run` NULL: it was not looked at. Owns: the caller's; NULL when memory is out. */
json_t *json_readme(const struct readme_run *run);
/* Puts it into the object as "readme"; takes the object over and gives it back; NULL: memory. */
json_t *report_readme_into(json_t *object, const struct readme_run *run);
void report_readme_text(FILE *file, const struct report_style *style, const struct readme_run *run);

#endif
