#ifndef ASSAY_REPORT_DOCUMENTS_H
#define ASSAY_REPORT_DOCUMENTS_H

/*
 * Reports of a whole submission, from two documents: its evidence and its scorecard, which may be
 * NULL. Nothing else is read, so that the same documents give the same bytes. All text in them may
 * come from a hostile submission; in each format it stays text.
 *
 * A writer takes any JSON: what is absent or of another type is left out of the report. Whether a
 * document is one at all, report_check() says.
 *
 * Borrows  both documents.
 * Errors   0, -ENOMEM, or -EIO when the FILE could not be written.
 */

#include "judge/base/error.h"

#include <jansson.h>
#include <stdio.h>

/* One file without script, network or font, for a browser. */
int report_html(FILE *file, const json_t *evidence, const json_t *scorecard);
/* The review of a pull request, in GitHub's Markdown. */
int report_markdown(FILE *file, const json_t *evidence, const json_t *scorecard);
/* Findings, without praise. Source: OASIS, SARIF Version 2.1.0. */
int report_sarif(FILE *file, const json_t *evidence, const json_t *scorecard);
/* Tests and probes. Source: the common schema of JUnit's reports. */
int report_junit(FILE *file, const json_t *evidence, const json_t *scorecard);
/* results.json, out of 100 points. Source: Gradescope's "Autograder Specifications", output. */
int report_gradescope(FILE *file, const json_t *evidence, const json_t *scorecard);

/* Whether the two (scorecard may be NULL) are documents of format and version that are known here,
 * with everything that a report relies on of the right type.
 * Errors   -EINVAL: the file, and the JSON Pointer (RFC 6901) of what is wrong. */
int report_check(const char *evidence_file, const json_t *evidence, const char *scorecard_file,
                 const json_t *scorecard, struct error *error);

#endif
