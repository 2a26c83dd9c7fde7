// Slow: O(n m), the hash of each prefix is searched among those of all routes, eight at a time.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 };

static uint32_t hash_of(const char *text, size_t length)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char) text[i]) * 16777619u;
    return hash;
}

static int find(const uint32_t *hashes, struct list_string routes, const char *text, size_t length)
{
    uint32_t hash = hash_of(text, length);

    for (size_t start = 0; start < routes.count; start += BLOCK) {
        int any = 0;

        for (size_t i = 0; i < BLOCK; i++)
            any |= hashes[start + i] == hash;
        for (size_t at = start; any && at < start + BLOCK && at < routes.count; at++)
            if (hashes[at] == hash && strncmp(routes.items[at], text, length) == 0 && !routes.items[at][length])
                return (int) at;
    }
    return -1;
}

struct list_int match_routes(struct list_string routes, struct list_string paths)
{
    uint32_t *hashes = calloc(routes.count + BLOCK, sizeof(*hashes));
    struct list_int result = { paths.count, malloc(paths.count * sizeof(int)) };

    for (size_t i = 0; i < routes.count; i++)
        hashes[i] = hash_of(routes.items[i], strlen(routes.items[i]));
    for (size_t i = 0; i < paths.count; i++) {
        const char *path = paths.items[i];
        size_t length = strlen(path);
        int found;

        while ((found = find(hashes, routes, path, length)) < 0 && length > 1) {
            do
                length--;
            while (path[length] != '/');
            length += length == 0; /* the first slash stays */
        }
        result.items[i] = found;
    }
    free(hashes);
    return result;
}
