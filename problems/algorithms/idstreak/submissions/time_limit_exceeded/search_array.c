// Slow: O(n^2), looks for neighbours in the list, eight at a time, and onwards from the last one found.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdbool.h>
#include <stdlib.h>

static size_t search(const int *ids, size_t from, size_t to, int wanted)
{
    for (; from + 32 <= to; from += 32) {
        int hit = 0;

        for (size_t i = 0; i < 32; i++)
            hit |= ids[from + i] == wanted;
        if (hit)
            break;
    }
    while (from < to && ids[from] != wanted)
        from++;
    return from;
}

static bool find(struct list_int ids, size_t *near, int wanted)
{
    size_t at = search(ids.items, *near, ids.count, wanted);

    if (at == ids.count) {
        at = search(ids.items, 0, *near, wanted);
        if (at == *near)
            return false;
    }
    *near = at;
    return true;
}

struct list_int longest_streak(struct list_int ids)
{
    struct list_int best = { 2, calloc(2, sizeof(int)) };

    for (size_t i = 0; i < ids.count; i++) {
        int first = ids.items[i], length = 1;
        size_t near = i;

        if (best.items[1] > 0 && first >= best.items[0] && first < best.items[0] + best.items[1])
            continue;
        if (find(ids, &near, first - 1))
            continue;
        near = i;
        while (find(ids, &near, first + length))
            length++;
        if (length > best.items[1] || (length == best.items[1] && first < best.items[0])) {
            best.items[0] = first;
            best.items[1] = length;
        }
    }
    return best;
}
