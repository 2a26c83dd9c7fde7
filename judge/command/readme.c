/* What `assay grade` does with a README: it is executed in a room of its own, beside the probes. */

#include "judge/command/readme.h"

#include "judge/evidence/evidence.h"
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

void looked_put(const struct looked *looked, struct evidence *evidence)
{
    evidence_of_readme(evidence, looked->run, looked->why);
}
