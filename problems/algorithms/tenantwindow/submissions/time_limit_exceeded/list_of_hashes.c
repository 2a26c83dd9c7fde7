// Slow: O(n limit), searches a list of the hashes of the window's tenants, 32 at a time with vector instructions.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdint.h>
#include <stdlib.h>

enum { BLOCK = 32 };

static uint64_t hash_of(const char *name)
{
    uint64_t hash = 14695981039346656037u;

    for (; *name; name++)
        hash = (hash ^ (unsigned char) *name) * 1099511628211u;
    return hash;
}

static int any_equal(const uint64_t *at, uint64_t hash)
{
    uint64_t any = 0;

    for (int i = 0; i < BLOCK; i++)
        any |= at[i] == hash ? UINT64_MAX : 0;
    return any != 0;
}

static size_t search(const uint64_t *hashes, size_t count, uint64_t hash)
{
    for (size_t at = 0; at < count; at += BLOCK) {
        if (!any_equal(hashes + at, hash))
            continue;
        for (size_t i = at; i < count && i < at + BLOCK; i++)
            if (hashes[i] == hash)
                return i;
    }
    return count;
}

struct list_int find_stretch(struct list_string tenants, int limit)
{
    size_t n = tenants.count, start = 0, different = 0;
    uint64_t *hashes = malloc(n * sizeof(*hashes)), *window = calloc(n + 1 + BLOCK, sizeof(*window));
    int *counts = malloc((n + 1) * sizeof(*counts));
    struct list_int best = { 2, calloc(2, sizeof(int)) };

    for (size_t i = 0; i < n; i++) {
        hashes[i] = hash_of(tenants.items[i]);
        if (*tenants.items[i]) {
            size_t at = search(window, different, hashes[i]);

            if (at == different) {
                window[different] = hashes[i];
                counts[different++] = 0;
            }
            counts[at]++;
        }
        for (; different > (size_t) limit; start++) {
            size_t at;

            if (!*tenants.items[start])
                continue;
            at = search(window, different, hashes[start]);
            if (--counts[at] > 0)
                continue;
            window[at] = window[--different];
            counts[at] = counts[different];
        }
        if (i + 1 - start > (size_t) best.items[1]) {
            best.items[0] = (int) start;
            best.items[1] = (int) (i + 1 - start);
        }
    }
    free(hashes);
    free(window);
    free(counts);
    return best;
}
