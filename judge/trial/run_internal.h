#ifndef ASSAY_TRIAL_RUN_INTERNAL_H
#define ASSAY_TRIAL_RUN_INTERNAL_H

/* What run.c and interact.c share: one test under way. */

#include "judge/trial/run.h"

struct test_run {
    const struct run_plan *plan;
    struct run_bench *bench;
    const struct package_test *test;
    struct arena *arena; /* until the test has ended */
    struct run_outcome *outcome;
    struct buffer message;
    const char *const *flags; /* of the validators */
    int input_fd, answer_fd;  /* sealed; the answer only where a validator asks */
    int pass;                 /* from 0 */
    struct program_launch launch;
    struct decide_limits limits;
};

/* A run of the submission in this pass: files are in its box, input and output still to be set. */
int test_prepare_team(struct test_run *test, struct sandbox_run *ret, struct error *error);
/* Takes over what the run used. */
void test_note_usage(struct test_run *test, const struct sandbox_result *result);
/* What a validator is asked in this pass. */
struct validator_question test_question(const struct test_run *test, const char *output,
                                        size_t output_size);
/* Takes over a validator's answer: verdict, score and message. */
int test_take_report(struct test_run *test, const struct validator_report *report);

/* Lets the submission and the package's interactor talk, and decides. */
int interact_pass(struct test_run *test, struct validator_report *report, struct error *error);

#endif
