/* What `assay grade` does with a README: it is executed in a room of its own, beside the probes. */

#include "judge/command/readme.h"

#include "judge/evidence/evidence.h"
#include "judge/report/review_report.h"
#include "judge/service/service.h"

enum { LIMIT_S = 240 };

int looked_open(struct sandbox *sandbox, const struct grading *grading, const char *why,
                struct looked *ret, struct error *error)
{
    struct readme_run_options options = { .directory = grading->directory,
                                          .procfile = &grading->procfile,
                                          .environment = grading->package->environment,
                                          .build_network = grading->build_network,
                                          .ready_s = grading->package->ready_s,
                                          .total_s = LIMIT_S };

    *ret = (struct looked){ .why = why };
    return why ? 0 : readme_run(sandbox, &options, &ret->run, error);
}

void looked_close(struct looked *looked)
{
    readme_run_free(looked->run);
}

int looked_put(const struct looked *looked, struct evidence *evidence, struct error *error)
{
    struct review *review = review_new();
    int code = review ? 0 : error_set(error, -ENOMEM, "out of memory");

    evidence_of_readme(evidence, looked->run, looked->why);
    if (code == 0 && looked->run)
        code = readme_run_review(looked->run, review, error);
    if (code == 0)
        code = review_finish(review, error);
    for (size_t i = 0; code == 0 && i < review->count; i++)
        evidence_add_finding(evidence, json_finding(&review->findings[i]));
    review_free(review);
    return code < 0 ? code : evidence_finish(evidence, error);
}
