#ifndef ASSAY_REPORT_DOCUMENTS_H
#define ASSAY_REPORT_DOCUMENTS_H

/*
 * Reports of a whole submission, from two documents: its evidence and its scorecard, which may be
 * NULL. Nothing else is read, so that the same documents give the same bytes. All text in them may
 * come from a hostile submission; in each format it stays text.
 *
 * A writer takes any JSON: what is absent or of another type is left out of the report. Whether a
 * document is one at all, evidence_read() and report_scorecard_check() say.
 *
 * Borrows  both documents.
 * Errors   0, -ENOMEM, or -EIO when the FILE could not be written.
 */

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

#endif
