#ifndef ASSAY_TRIAL_VERIFY_H
#define ASSAY_TRIAL_VERIFY_H

/* Internal: what verify.c and verify_inputs.c share. */

#include "judge/trial/judge.h"

struct verify {
    struct verification *result;
    struct judge *judge;
    const struct package *package;
    const struct trial_options *options;
    const char **faults;
    size_t fault_count, fault_capacity;
    double slowest_s; /* of the submissions that bound the limit; negative: none yet */
    size_t done;
};

/* Appends a fault of the package as text; one that is no warning makes it invalid. 0 or -ENOMEM. */
int verify_add_fault(struct verify *verify, const struct error *fault, bool warning);

/* Whether starters and drivers are what the signature gives, where there is one: a fault for each
 * that is not. Errors: the host's. */
int verify_generated(struct verify *verify, struct error *error);

/* Runs the input validators on every input. Errors: the host's. */
int verify_inputs(struct verify *verify, struct error *error);

#endif
