// Slow: O(n^2), searches a list of hashes of clients for each request, 32 at a time with vector instructions.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 32 };

struct client {
    char *name;
    int requests;
};

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

static int compare(const void *left, const void *right)
{
    const struct client *one = left, *two = right;

    if (one->requests != two->requests)
        return one->requests > two->requests ? -1 : 1;
    return strcmp(one->name, two->name);
}

struct list_string noisiest(struct list_string requests, int k)
{
    size_t n = requests.count, count = 0;
    uint64_t *hashes = calloc(n + BLOCK, sizeof(*hashes));
    struct client *clients = malloc(n * sizeof(*clients));
    struct list_string names = { 0, malloc(n * sizeof(*names.items)) };

    for (size_t i = 0; i < n; i++) {
        uint64_t hash = hash_of(requests.items[i]);
        size_t at = search(hashes, count, hash);

        if (at == count) {
            hashes[at] = hash;
            clients[count++] = (struct client){ requests.items[i], 0 };
        }
        clients[at].requests++;
    }
    qsort(clients, count, sizeof(*clients), compare);
    while (names.count < count && names.count < (size_t) k) {
        names.items[names.count] = clients[names.count].name;
        names.count++;
    }
    free(hashes);
    free(clients);
    return names;
}
