// Slow: O(n t) for t teams, searches lists of hashes of teams, 32 at a time with vector instructions.
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

struct map_string_int refused_requests(struct map_string_int quotas, struct list_string requests)
{
    size_t n = requests.count;
    uint64_t *teams = calloc(quotas.count + BLOCK, sizeof(*teams));
    uint64_t *refused_teams = calloc(n + BLOCK, sizeof(*refused_teams));
    struct map_string_int refused = { 0, malloc(n * sizeof(*refused.entries)) };
    size_t shared;

    for (size_t i = 0; i < quotas.count; i++)
        teams[i] = hash_of(quotas.entries[i].key);
    shared = search(teams, quotas.count, hash_of("*"));
    for (size_t i = 0; i < n; i++) {
        uint64_t hash = hash_of(requests.items[i]);
        size_t quota = search(teams, quotas.count, hash), at;

        if (quota == quotas.count)
            quota = shared;
        if (quota == quotas.count)
            continue;
        if (quotas.entries[quota].value > 0) {
            quotas.entries[quota].value--;
            continue;
        }
        at = search(refused_teams, refused.count, hash);
        if (at == refused.count) {
            refused_teams[at] = hash;
            refused.entries[refused.count++] = (struct map_string_int_entry){ requests.items[i], 0 };
        }
        refused.entries[at].value++;
    }
    free(teams);
    free(refused_teams);
    return refused;
}
