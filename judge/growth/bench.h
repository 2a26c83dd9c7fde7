#ifndef ASSAY_GROWTH_BENCH_H
#define ASSAY_GROWTH_BENCH_H

/* Internal: what a thread needs to make inputs and to run a program on them. */

#include "judge/growth/meter.h"
#include "judge/growth/plan.h"

struct survey;

/* Begins as { .survey, .cpu }; rooms are opened when they are first needed. Of one program. */
struct bench {
    const struct survey *survey;
    int cpu; /* that its rooms are held to; -1: any */
    struct sandbox_room *generator;
    struct sandbox_room *program[GROWTH_BACKENDS];
};

/* A sample for each size of the job, in `bound_s` of real time; one that is not `ran` where there
 * is none.
 * Errors   the sandbox failed; -ENOMEM. */
int bench_run(struct bench *bench, const struct meter *meter, const struct plan_job *job,
              double bound_s, struct sample *ret, struct error *error);
void bench_close(struct bench *bench);

#endif
