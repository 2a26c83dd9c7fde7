// Slow: O(n^2), walks on from every host, 64 others at a time with vector instructions.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 };

static int any_larger(const int *at, int version)
{
    int any = 0;

    for (int i = 0; i < BLOCK; i++)
        any |= at[i] > version;
    return any;
}

struct list_int next_upgrade(struct list_int versions)
{
    size_t n = versions.count;
    int *twice = calloc(2 * n + BLOCK, sizeof(*twice)), largest = 0;
    struct list_int distance = { n, calloc(n, sizeof(int)) };

    memcpy(twice, versions.items, n * sizeof(*twice));
    memcpy(twice + n, versions.items, n * sizeof(*twice));
    for (size_t i = 0; i < n; i++)
        if (largest < twice[i])
            largest = twice[i];
    for (size_t i = 0; i < n; i++) {
        size_t at = i + 1;

        if (twice[i] == largest)
            continue;
        while (!any_larger(twice + at, twice[i]))
            at += BLOCK;
        while (twice[at] <= twice[i])
            at++;
        distance.items[i] = (int) (at - i);
    }
    free(twice);
    return distance;
}
