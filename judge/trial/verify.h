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

/* Compares the submissions that claim to be right on small inputs, where the package has a
 * generator. Errors: the host's, the package's. */
int verify_agree(struct verify *verify, struct error *error);

/* What a package says of its submissions beyond the format, where it has an interview.yaml: that a
 * wrong one fails the test that its first line names, that the time limit leaves right ones three
 * times their time, and that slow ones take 1.5 times the limit. */
#define MARGIN_RIGHT 3.0
#define MARGIN_SLOW 1.5
bool claims_made(const struct verify *verify);
/* The test that the first line of a submission names behind its last semicolon; in `arena`; NULL:
 * it names none. */
const char *claims_test(const struct package *package, const struct package_submission *submission,
                        struct arena *arena);

/* Runs the input validators on every input. Errors: the host's. */
int verify_inputs(struct verify *verify, struct error *error);

#endif
