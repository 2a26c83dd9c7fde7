#ifndef ASSAY_GROWTH_PLAN_H
#define ASSAY_GROWTH_PLAN_H

/*
 * Internal: which input is worth running next, within the time that there is. Pure: the survey
 * asks, runs, and tells what came of it.
 */

#include "judge/growth/decide.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PLAN_MOST 24  /* points of a family */
#define PLAN_BATCH 12 /* sizes of a run */
#define PLAN_TRIED 40 /* sizes of a family that are tried at all */

struct plan_point {
    int64_t size;
    double count;
    double space;         /* NAN: not known */
    double bytes;         /* of the input */
    double written;       /* of the output; NAN: not known */
    const double *blocks; /* borrowed: instructions by block; NULL: not known */
    double wall_s;        /* of making the input and running on it */
};

/* A family of inputs, and what came of it. */
struct course {
    const struct package_family *family; /* borrowed */
    int64_t most;                        /* the largest size that a test of the package has */
    struct plan_point points[PLAN_MOST]; /* sorted by size */
    size_t count;
    int64_t tried[PLAN_TRIED];
    size_t tried_count;
    int64_t ceiling;    /* from this size on it takes too long or fails; 0: not known */
    bool timed, sized;  /* of batches: the first was begun, and memory on the same sizes */
    size_t failed;      /* runs that did not end well */
    size_t running;     /* points that are being measured */
    double look[2];     /* what it cost in the two looks: CPU time, instructions; 0: not known */
    bool close;         /* in the first, nearly as much as the most expensive one */
    double cost;        /* about, at the largest size */
    int64_t plain_size; /* the largest that ended without the emulator, and its CPU time */
    double plain_s;
};

struct plan_rules {
    double wall_s;     /* for all */
    double most_s;     /* as long as there is no answer; at least wall_s */
    double run_s;      /* CPU time that a run may take at most */
    double look_s;     /* one of the look */
    bool batches;      /* a run takes several inputs */
    bool counts;       /* there is an emulator, for the second look and the points */
    bool slow_start;   /* under it, the runtime alone takes a second */
    bool dense;        /* smaller steps, not as far down: counts of small inputs say nothing */
    int64_t most_size; /* of all families */
    const struct decide_rules *decide; /* borrowed; of the time */
};

struct plan_job {
    struct course *courses[PLAN_BATCH]; /* one for each size; all the same, but in a look */
    int64_t sizes[PLAN_BATCH];          /* ascending, if of the same */
    size_t count;
    int look;    /* 0 or 1: of the look, first or second; -1: a point */
    bool plain;  /* without the emulator */
    bool timing; /* without memory */
    double cpu_s, wall_s;
};

/* Of one size. */
struct plan_result {
    bool made;  /* false: the generator does not make this size, which is no fault */
    bool ended; /* well */
    bool slow;  /* it did not end, since it took too long */
    double count, space, bytes, written, cpu_s, wall_s;
    const double *blocks; /* borrowed */
};

struct plan {
    struct plan_rules rules;
    struct course *courses; /* borrowed; sorted, the most expensive first, after the look */
    size_t count;
    int stage; /* 0 and 1: the look; 2: points */
    size_t next, running;
};

enum plan_next { PLAN_RUN, PLAN_WAIT, PLAN_OVER };

void plan_begin(struct plan *plan, struct course *courses, size_t count,
                const struct plan_rules *rules);
/* `elapsed_s` since the beginning. PLAN_WAIT: ask again when a run has ended. */
enum plan_next plan_next(struct plan *plan, double elapsed_s, struct plan_job *ret);
/* `results`: one for each of its sizes. */
void plan_take(struct plan *plan, const struct plan_job *job, const struct plan_result *results);

/* Sizes up to `most` in equal ratios of at most 2, ascending. Returns how many. */
size_t plan_ladder(int64_t most, bool dense, int64_t sizes[PLAN_MOST]);

#endif
