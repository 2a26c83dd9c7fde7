#include "judge/command/reviewed.h"

#include <errno.h>
#include <string.h>

#define WHERE "assay review"

void reviewed_program(const char *const *files, size_t count, struct reviewed *ret)
{
    const struct review_options options = { .program = true };

    *ret = (struct reviewed){ 0 };
    if (review_files(files, count, &options, &ret->review, &ret->why) < 0)
        ret->review = NULL;
}

/* What changed, on one line. */
static int add_survivor(struct review *review, const struct survivor *survivor, struct error *error)
{
    char message[400];
    const int line = (int) survivor->line;
    const struct finding finding = {
        .rule = "surviving-change",
        .severity = SEVERITY_CONSIDER,
        .principle = "tests",
        .file = survivor->file,
        .line = line,
        .column = 1,
        .end_line = line,
        .end_column = 1,
        .code = survivor->before,
        .message = message,
        .why = "The line can be wrong in this way, and all tests pass.",
        .remedy = "Add a test that fails with the change.",
    };

    snprintf(message, sizeof(message), "no test notices this change (%.80s): %.250s",
             survivor->what, survivor->after ? survivor->after : "the line is gone");
    return review_add(review, &finding, error);
}

void reviewed_repository(const struct grading *grading, const struct history *history,
                         const struct readme_run *readme, struct reviewed *ret)
{
    const struct review_options options = { .graded = true };
    const struct own_tests *tests = grading->own_tests;
    struct error error = { 0 };

    *ret = (struct reviewed){ .history = history };
    int failed = review_repository(grading->directory, &options, &ret->review, &ret->why);
    if (failed < 0) {
        ret->review = NULL;
        return;
    }
    if (history)
        failed = history_review(history, ret->review, &error);
    if (!failed && readme)
        failed = readme_run_review(readme, ret->review, &error);
    for (size_t i = 0; !failed && tests && i < tests->survivor_count; i++) {
        if (tests->survivors[i].file)
            failed = add_survivor(ret->review, &tests->survivors[i], &error);
    }
    failed = failed ? failed : review_finish(ret->review, &error);
    if (failed < 0) {
        reviewed_close(ret);
        ret->why = error;
    }
}

void reviewed_close(struct reviewed *reviewed)
{
    review_free(reviewed->review);
    *reviewed = (struct reviewed){ 0 };
}

void reviewed_put(const struct reviewed *reviewed, struct evidence *evidence)
{
    const struct review *review = reviewed->review;

    if (reviewed->history)
        evidence_set_history(evidence, reviewed->history);
    if (!review) {
        evidence_no_review(
            evidence, reviewed->why.code ? reviewed->why.message : "no review was made", WHERE);
        return;
    }
    evidence_add_review(evidence, review, WHERE);
    for (size_t i = 0; i < review->count; i++)
        evidence_add_finding(evidence, json_finding(&review->findings[i]));
    evidence_count_findings(evidence, WHERE);
}

json_t *reviewed_json(const struct reviewed *reviewed)
{
    const struct report_reviewed all = { .review = reviewed->review, .history = reviewed->history };

    return all.review ? json_review(&all) : json_null();
}

void reviewed_print(const struct report_style *style, const struct reviewed *reviewed)
{
    if (reviewed->review)
        report_comments_text(stdout, style, reviewed->review);
    else if (reviewed->why.code)
        printf("there is no review: %s\n", reviewed->why.message);
}
