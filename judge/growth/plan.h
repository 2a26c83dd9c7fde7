#ifndef ASSAY_GROWTH_PLAN_H
#define ASSAY_GROWTH_PLAN_H

/*
 * Internal: which input is worth running next, within the time that there is. Pure: the survey
 * asks, runs, and tells what came of it.
 */

#include "judge/growth/course.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct plan_job {
    struct course *courses[COURSE_BATCH]; /* one for each size */
    int64_t sizes[COURSE_BATCH];          /* what costs less comes first */
    size_t count;
    int look;    /* 0 or 1: of the look, first or second; -1: a point */
    bool plain;  /* without the emulator */
    bool timing; /* without memory */
    bool sizing; /* memory alone: what is counted beside it is not the same as without; if it is
                  * `plain`, too, what the process holds */
    double cpu_s, wall_s;
    double budget_s; /* CPU time of its inputs: one that would pass it is not begun; 0: none */
};

/* Of one size. */
struct plan_result {
    bool made;  /* false: the generator does not make this size, which is no fault */
    bool ended; /* well */
    bool slow;  /* it did not end, since it took too long, or too much */
    double count, space, bytes, written, cpu_s, wall_s;
    const double *blocks; /* borrowed */
};

struct plan {
    struct plan_rules rules;
    struct course *courses; /* borrowed; sorted, the most expensive first, after the look */
    size_t count;
    int stage;             /* 0 and 1: the look; 2: points */
    struct course *hungry; /* holds more than those that take the most time; NULL: none */
    bool hungry_known;
    size_t next, running;
};

/* What a batch may take before it is ended, which is no good end: its start, and an input that is
 * not as expected. */
double plan_most_of_batch(double budget_s);

enum plan_next { PLAN_RUN, PLAN_WAIT, PLAN_OVER };

void plan_begin(struct plan *plan, struct course *courses, size_t count,
                const struct plan_rules *rules);
/* `elapsed_s` since the beginning. PLAN_WAIT: ask again when a run has ended. */
enum plan_next plan_next(struct plan *plan, double elapsed_s, struct plan_job *ret);
/* `results`: one for each of its sizes. */
void plan_take(struct plan *plan, const struct plan_job *job, const struct plan_result *results);

#endif
