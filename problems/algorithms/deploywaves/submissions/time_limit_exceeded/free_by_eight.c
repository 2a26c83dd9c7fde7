// Slow: O(n^2) with many waves, looks for what has become free among the counts of all services, eight at
// a time, until all of the wave are found.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdlib.h>

enum { DONE = -1 };

static int next_free(const int *missing, int from)
{
    for (;; from += 32) {
        int hit = 0;

        for (int i = 0; i < 32; i++)
            hit |= missing[from + i] == 0;
        if (hit)
            break;
    }
    while (missing[from] != 0)
        from++;
    return from;
}

struct list_int deploy_waves(struct list_list_int dependencies)
{
    int n = (int) dependencies.count, left = n, ready = 0;
    int *missing = calloc((size_t) n + 32, sizeof(*missing)), *waves = calloc((size_t) n, sizeof(*waves));
    int *first = calloc((size_t) n + 2, sizeof(*first)), *waiting, *current = malloc((size_t) n * sizeof(*current));

    for (int own = 0; own < n; own++) {
        missing[own] = (int) dependencies.items[own].count;
        ready += missing[own] == 0;
        for (size_t i = 0; i < dependencies.items[own].count; i++)
            first[dependencies.items[own].items[i] + 2]++;
    }
    for (int other = 0; other < n; other++)
        first[other + 2] += first[other + 1];
    waiting = malloc(((size_t) first[n + 1] + 1) * sizeof(*waiting));
    for (int own = 0; own < n; own++)
        for (size_t i = 0; i < dependencies.items[own].count; i++)
            waiting[first[dependencies.items[own].items[i] + 1]++] = own;
    for (int wave = 1; left > 0; wave++) {
        int found = ready, at = 0;

        if (ready == 0)
            return (struct list_int){ 0 };
        for (int i = 0; i < found; i++) {
            at = next_free(missing, at);
            current[i] = at;
            missing[at] = DONE;
        }
        ready = 0;
        left -= found;
        for (int i = 0; i < found; i++) {
            waves[current[i]] = wave;
            for (int j = first[current[i]]; j < first[current[i] + 1]; j++)
                ready += --missing[waiting[j]] == 0;
        }
    }
    return (struct list_int){ (size_t) n, waves };
}
