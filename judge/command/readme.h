#ifndef ASSAY_COMMAND_README_H
#define ASSAY_COMMAND_README_H

/* What `assay grade` does with the README of what it grades. */

#include "judge/base/error.h"
#include "judge/report/readme_report.h"
#include "judge/service/readme_run.h"

struct evidence;
struct grading;
struct sandbox;

struct looked {
    struct readme_run *run; /* NULL: it was not looked at */
    const char *why;        /* why not; else NULL */
};

/* Executes it. `why` not NULL: it is not looked at, for that reason.
 * Owns: *ret is the caller's: looked_close(). Errors: as readme_run(). */
int looked_open(struct sandbox *sandbox, const struct grading *grading, const char *why,
                struct looked *ret, struct error *error);
void looked_close(struct looked *looked);
/* Puts its facts into the evidence. Its findings are part of the review (reviewed.h). */
void looked_put(const struct looked *looked, struct evidence *evidence);

#endif
