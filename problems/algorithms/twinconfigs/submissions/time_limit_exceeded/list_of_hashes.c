// Slow: O(m^2) for m services, searches a list of the groups' hashes, 32 at a time with vector instructions.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdint.h>
#include <stdlib.h>

enum { BLOCK = 32 };

/* The sum of its lines' hashes, which does not depend on their order. */
static uint64_t hash_of(struct list_string config)
{
    uint64_t sum = config.count;

    for (size_t i = 0; i < config.count; i++) {
        uint64_t hash = 14695981039346656037u;

        for (const char *at = config.items[i]; *at; at++)
            hash = (hash ^ (unsigned char) *at) * 1099511628211u;
        hash = (hash ^ hash >> 31) * 0x9e3779b97f4a7c15u;
        sum += hash ^ hash >> 29;
    }
    return sum;
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

struct list_list_int group_twins(struct list_list_string configs)
{
    size_t m = configs.count, count = 0;
    uint64_t *hashes = calloc(m + BLOCK, sizeof(*hashes));
    struct list_int *groups = calloc(m, sizeof(*groups));
    struct list_list_int twins = { 0, groups };

    for (size_t i = 0; i < m; i++) {
        uint64_t hash = hash_of(configs.items[i]);
        size_t at = search(hashes, count, hash), size;

        if (at == count)
            hashes[count++] = hash;
        size = groups[at].count++;
        if ((size & (size - 1)) == 0)
            groups[at].items = realloc(groups[at].items, (size ? 2 * size : 1) * sizeof(int));
        groups[at].items[size] = (int) i;
    }
    for (size_t i = 0; i < count; i++)
        if (groups[i].count > 1)
            twins.items[twins.count++] = groups[i];
    free(hashes);
    return twins;
}
