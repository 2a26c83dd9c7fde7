/* What `assay grade` does with a README: it is executed in a room of its own, beside the probes. */

#include "judge/command/readme.h"

#include "judge/evidence/evidence.h"
#include "judge/service/service.h"

/* With the rest of a grading it has to be less than three minutes. */
enum { LIMIT_S = 90 };

static bool is_answered_well(const struct request *request)
{
    const struct status_set *statuses = &request->expect.statuses;

    for (size_t i = 0; i < statuses->count; i++) {
        int status = statuses->items[i];
        if (status != 2 && status != 3 && (status < 200 || status > 399))
            return false;
    }
    return statuses->count > 0;
}

/* What a probe that passed was answered is there. Steps inside steps ask for the same. */
static int add_probed(const struct grading *grading, struct readme *readme, struct error *error)
{
    int status = 0;

    for (size_t i = 0; readme && i < grading->count; i++) {
        const struct steps *steps = &grading->results[i].probe->steps;
        if (grading->results[i].status != PROBE_PASSED)
            continue;
        for (size_t k = 0; k < steps->count && status == 0; k++) {
            const struct request *request = steps->items[k].requests;
            if (steps->items[k].kind != STEP_REQUEST || !is_answered_well(request))
                continue;
            const struct readme_route route = { .method = request->method,
                                                .path = request->target,
                                                .where = grading->results[i].probe->id,
                                                .sample = true };
            status = readme_add_route(readme, &route, error);
        }
    }
    return status;
}

int looked_open(struct sandbox *sandbox, const struct grading *grading, const char *why,
                struct looked *ret, struct error *error)
{
    const struct own_tests *tests = grading->own_tests;
    /* Where they need BASE_URL, they passed in a way that the README may not say. */
    bool tested = tests && tests->run.good && !tests->by_base_url;
    struct readme_run_options options = { .directory = grading->directory,
                                          .procfile = &grading->procfile,
                                          .environment = grading->package->environment,
                                          .build_network = grading->build_network,
                                          .tested = tested ? tests->command : NULL,
                                          .ready_s = grading->package->ready_s,
                                          .total_s = LIMIT_S };

    *ret = (struct looked){ .why = why };
    if (why)
        return 0;
    int status = readme_run(sandbox, &options, &ret->run, error);
    return status < 0 ? status : add_probed(grading, ret->run->readme, error);
}

void looked_close(struct looked *looked)
{
    readme_run_free(looked->run);
}

void looked_put(const struct looked *looked, struct evidence *evidence)
{
    evidence_of_readme(evidence, looked->run, looked->why);
}
