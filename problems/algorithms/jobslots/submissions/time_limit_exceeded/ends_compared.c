// Slow: O(n w), compares the ends of all workers with the arrival, and with each other, four at a time.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdint.h>
#include <stdlib.h>

enum { BLOCK = 64 };

static size_t first_free(const int64_t *ends, size_t count, int64_t time)
{
    for (size_t start = 0; start < count; start += BLOCK) {
        int any = 0;

        for (size_t i = 0; i < BLOCK; i++)
            any |= ends[start + i] <= time;
        for (size_t i = 0; any && i < BLOCK; i++)
            if (ends[start + i] <= time)
                return start + i;
    }
    return count;
}

struct list_int assign_jobs(struct list_int arrivals, struct list_int durations, int workers)
{
    size_t jobs = arrivals.count, most = jobs < (size_t) workers ? jobs : (size_t) workers;
    size_t count = (most + BLOCK - 1) / BLOCK * BLOCK;
    int64_t *ends = calloc(count, sizeof(*ends));
    struct list_int takers = { jobs, malloc(jobs * sizeof(int)) };

    for (size_t i = most; i < count; i++)
        ends[i] = INT64_MAX;
    for (size_t job = 0; job < jobs; job++) {
        int64_t start = arrivals.items[job];
        size_t worker = first_free(ends, count, start);

        if (worker == count) {
            start = INT64_MAX;
            for (size_t i = 0; i < count; i++)
                start = ends[i] < start ? ends[i] : start;
            worker = first_free(ends, count, start);
        }
        ends[worker] = start + durations.items[job];
        takers.items[job] = (int) worker;
    }
    free(ends);
    return takers;
}
