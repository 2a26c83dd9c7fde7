/*
 * Theory of operation: each worker holds its programs to one CPU. Otherwise the scheduler moves
 * them about, away from warm caches, and onto cores where another worker's program runs; and
 * runtimes that start a thread a CPU do so in one number on all machines.
 *
 * Two hyperthreads of a core slow each other down by up to a half, so whole cores are given out
 * first, and there are as many workers as there are whole cores unless somebody wants more. A
 * worker prefers the CPU that it runs on: the scheduler has put it there because that was idle, and
 * two judges that start at the same time do not both take the first CPU.
 */

#include "judge/trial/cores.h"

#include "judge/base/memory.h"

#include <sched.h>
#include <stdio.h>
#include <stdlib.h>

/* The first number of a list such as "2,34" or "2-3"; `cpu` itself when there is no such file. */
static int core_of(int cpu)
{
    AUTO_FCLOSE FILE *file = NULL;
    char path[96], text[64], *end;

    snprintf(path, sizeof(path), "/sys/devices/system/cpu/cpu%d/topology/thread_siblings_list",
             cpu);
    file = fopen(path, "re");
    if (!file || !fgets(text, sizeof(text), file))
        return cpu;
    long core = strtol(text, &end, 10);
    return end > text && core >= 0 && core < CPU_SETSIZE ? (int) core : cpu;
}

void cores_find(struct cores *ret)
{
    cpu_set_t set;

    ret->count = 0;
    if (sched_getaffinity(0, sizeof(set), &set) < 0)
        return;
    for (int cpu = 0; cpu < CPU_SETSIZE && ret->count < CORES_MOST; cpu++)
        if (CPU_ISSET((size_t) cpu, &set))
            ret->rows[ret->count++] = (struct core_row){ .cpu = cpu, .core = core_of(cpu) };
}

int cores_physical(const struct cores *cores)
{
    int physical = 0;

    for (size_t i = 0; i < cores->count; i++) {
        bool seen = false;

        for (size_t j = 0; j < i; j++)
            seen |= cores->rows[j].core == cores->rows[i].core;
        physical += !seen;
    }
    return physical ? physical : 1;
}

static bool core_is_taken(const struct cores *cores, int core)
{
    for (size_t i = 0; i < cores->count; i++)
        if (cores->rows[i].core == core && cores->rows[i].taken)
            return true;
    return false;
}

int cores_claim(struct cores *cores, int here)
{
    struct core_row *best = NULL;
    int best_rank = -1;

    for (size_t i = 0; i < cores->count; i++) {
        struct core_row *row = &cores->rows[i];
        int rank = 2 * !core_is_taken(cores, row->core) + (row->cpu == here);

        if (!row->taken && rank > best_rank) {
            best = row;
            best_rank = rank;
        }
    }
    if (!best)
        return -1;
    best->taken = true;
    return best->cpu;
}
