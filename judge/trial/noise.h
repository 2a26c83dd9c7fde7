#ifndef ASSAY_TRIAL_NOISE_H
#define ASSAY_TRIAL_NOISE_H

/* How noisy the machine is, and whether a verdict on time is certain in spite of that. */

#include "judge/problem/problem.h"

#include <stdbool.h>
#include <stddef.h>

struct noise {
    double slowdown; /* CPU time of the same work over its CPU time at best; at least 1 */
    double crowding; /* time that work took over its CPU time: it waited for the core; at least 1 */
};

/* ---- Deciding; pure ------------------------------------------------------------------------ */

/* A run and its limits. */
struct noise_run {
    enum verdict verdict;
    double cpu_s, cpu_limit_s;
    double wall_s;
};

/* Whether the verdict on this run, TLE or AC, could be the other one with other noise: the CPU time
 * is not farther from its limit than the slowdown, or what made the wall limit pass was that the
 * core was not to be had. Other verdicts do not hang on time. */
bool noise_leaves_open(const struct noise *noise, const struct noise_run *run);
/* The noisier of both in each respect. */
struct noise noise_worse(const struct noise *one, const struct noise *other);
/* The least noise that explains two CPU times of one program on one input. */
struct noise noise_between(double first_cpu_s, double second_cpu_s);
/* One clause that says which noise leaves the verdict on the run open. */
void noise_describe(const struct noise *noise, const struct noise_run *run, char *text,
                    size_t size);

/* ---- Measuring ----------------------------------------------------------------------------- */

struct noise_meter;

/* NULL when memory is out. */
struct noise_meter *noise_meter_new(void);
void noise_meter_free(struct noise_meter *meter);
/* Does a fixed piece of work, about 15 ms, on a CPU (-1: any), and compares it with the best time
 * that was ever seen since this machine started. One thread at a time. */
struct noise noise_probe(struct noise_meter *meter, int cpu);
/* For how long, until now, the hypervisor has kept the CPU (-1: all of them) from running; 0 where
 * that is not known. */
double noise_stolen_s(int cpu);
/* What time stolen during a run may have added to its CPU time. */
struct noise noise_of_theft(double stolen_s, double cpu_s);

#endif
