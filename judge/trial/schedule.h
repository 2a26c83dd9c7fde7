#ifndef ASSAY_TRIAL_SCHEDULE_H
#define ASSAY_TRIAL_SCHEDULE_H

/*
 * All tests of a trial, several at the same time, with the result of one after the other.
 */

#include "judge/trial/run.h"

struct schedule_options {
    bool samples_only;
    bool full; /* also tests that cannot change the verdict */
    /* VERDICT_BIT()s: the first test with one of these ends the judging, and nothing else does.
     * 0: the groups of the package decide. */
    unsigned stop_on;
    const bool
        *chosen; /* NULL, or for each test of the package whether it is run: these and no others */
    int jobs;    /* 0: as many as there are physical cores */
    void (*progress)(void *context, size_t done,
                     size_t total); /* one call at a time; may be NULL */
    void *context;
};

/* Runs the tests of plan->package. outcomes has one element for each, zeroed; those of tests that
 * were not needed stay (or become) unknown.
 * Errors   -EIO and others: the sandbox failed, twice in a row; outcomes hold what was known.
 */
int schedule_run(const struct run_plan *plan, const struct schedule_options *options,
                 struct run_outcome *outcomes, struct error *error);

#endif
