#ifndef ASSAY_COMMAND_REVIEWED_H
#define ASSAY_COMMAND_REVIEWED_H

/* The review that `assay submit` and `assay grade` make beside what they judge. That there is none
 * is a note, never a failure: the verdict stands by itself. */

#include "judge/evidence/evidence.h"
#include "judge/report/review_report.h"
#include "judge/review/history.h"
#include "judge/service/readme_run.h"
#include "judge/service/service.h"

/* Zeroed: none was wanted. */
struct reviewed {
    struct review *review;         /* NULL: there is none */
    const struct history *history; /* borrowed; NULL: nobody looked for one */
    struct error why;              /* why not; code 0: it was not wanted */
};

/* Of files that are one program; of a repository, where its history, its README as it was executed
 * (either may be NULL), and wrong changes that its own tests did not notice are commented on, too.
 * *ret is the caller's: reviewed_close(). */
void reviewed_program(const char *const *files, size_t count, struct reviewed *ret);
void reviewed_repository(const struct grading *grading, const struct history *history,
                         const struct readme_run *readme, struct reviewed *ret);
void reviewed_close(struct reviewed *reviewed);

/* Into the evidence: the measures, the findings and their counts; or that they are absent. */
void reviewed_put(const struct reviewed *reviewed, struct evidence *evidence);
/* As JSON, null for none. NULL: memory was out. Owns: the caller's. */
json_t *reviewed_json(const struct reviewed *reviewed);
void reviewed_print(const struct report_style *style, const struct reviewed *reviewed);

#endif
