#ifndef ASSAY_TRIAL_CORES_H
#define ASSAY_TRIAL_CORES_H

/* The CPUs that this process may use, and which worker has which. */

#include <stdbool.h>
#include <stddef.h>

#define CORES_MOST 1024

struct core_row {
    int cpu;    /* the kernel's number */
    int core;   /* the lowest CPU that shares its physical core */
    bool taken; /* a worker holds it */
};

struct cores {
    struct core_row rows[CORES_MOST];
    size_t count;
};

/* Those of the calling thread's affinity mask. Without /sys each CPU is a core of its own; count is
 * 0 when not even the mask can be had. */
void cores_find(struct cores *ret);
/* How many physical cores there are among them; at least 1. */
int cores_physical(const struct cores *cores);
/* Claims a CPU whose physical core nobody else has, otherwise one that nobody has; of several the
 * one called `here`. Returns its number, or -1 when all are taken. Pure. */
int cores_claim(struct cores *cores, int here);

#endif
