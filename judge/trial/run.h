#ifndef ASSAY_TRIAL_RUN_H
#define ASSAY_TRIAL_RUN_H

/*
 * One test: the submission run in its room, its output compared or shown to the package's
 * validators, once or, for a multi-pass problem, several times.
 */

#include "judge/language/language.h"
#include "judge/problem/problem.h"
#include "judge/trial/decide.h"
#include "judge/trial/group.h"
#include "judge/trial/noise.h"
#include "judge/trial/validate.h"

/* What all tests of a trial share; read by several threads. */
struct run_plan {
    struct sandbox *sandbox;
    const struct package *package;
    const struct program *program;
    struct validator *const *validators; /* none: the default validator */
    size_t validator_count;
    double time_limit_s;
    double patience; /* the wall limit times this: on a crowded CPU everything takes longer; 0: 1 */
    bool reveal;
    bool keep_output; /* of tests that may be shown */
    bool unjudged;    /* there are no answers to compare with */
};

/* Rooms, prepared once and used for one test after the other; one thread's. */
struct run_bench {
    struct sandbox_room *team;
    struct sandbox_room **validators; /* one for each of the plan's */
    size_t validator_count;
};

/* Programs are held to one CPU (-1: they may use every one); an interactor, which runs beside the
 * submission, is not. */
int run_bench_open(const struct run_plan *plan, int cpu, struct run_bench *ret,
                   struct error *error);
void run_bench_close(struct run_bench *bench);

struct run_outcome {
    struct group_test graded;
    double cpu_s, wall_s;  /* of the slowest pass */
    uint64_t memory_bytes; /* of the largest pass */
    bool near_limit;       /* by decide_near_limit(), in any pass */
    bool repeated;
    bool noise_known; /* it was measured, since time mattered: */
    struct noise noise;
    char *debug;  /* what it wrote to stderr, harmless, where that may be shown; NULL: nothing */
    char *output; /* where it was asked for and may be shown; NULL: not kept */
    size_t output_size;
    char *message; /* harmless, never NULL once it is known */
};
void run_outcome_clear(struct run_outcome *outcome);

/* Runs a test.
 * Owns     *ret is filled: run_outcome_clear().
 * Errors   the sandbox failed, or a file of the package cannot be read: close the bench; -ENOMEM.
 */
int run_test(const struct run_plan *plan, struct run_bench *bench, const struct package_test *test,
             struct run_outcome *ret, struct error *error);

/* What noise may have changed about a run. */
struct noise_run run_for_noise(const struct run_plan *plan, const struct run_outcome *outcome);

/* The limits of one run of the plan. */
struct decide_limits run_limits(const struct run_plan *plan, uint64_t memory_overhead);

#endif
