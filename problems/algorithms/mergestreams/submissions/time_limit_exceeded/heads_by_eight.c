// Slow: O(n k), looks for the smallest head among those of all streams that have not ended, eight at a time.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static size_t position_of(const int *heads, size_t count, int wanted)
{
    size_t at = 0;

    for (; at + 32 <= count; at += 32) {
        int hit = 0;

        for (size_t i = 0; i < 32; i++)
            hit |= heads[at + i] == wanted;
        if (hit)
            break;
    }
    while (heads[at] != wanted)
        at++;
    return at;
}

static int smallest(const int *heads, size_t count)
{
    int least = INT_MAX;

    for (size_t i = 0; i < count; i++)
        least = heads[i] < least ? heads[i] : least;
    return least;
}

struct list_int merge_streams(struct list_list_int streams)
{
    int *heads = malloc((streams.count + 1) * sizeof(*heads));
    int *sources = malloc((streams.count + 1) * sizeof(*sources));
    size_t *places = calloc(streams.count + 1, sizeof(*places));
    size_t count = 0, events = 0;
    struct list_int merged = { 0 };

    for (size_t i = 0; i < streams.count; i++) {
        events += streams.items[i].count;
        if (streams.items[i].count == 0)
            continue;
        heads[count] = streams.items[i].items[0];
        sources[count++] = (int) i;
    }
    merged.items = malloc((events + 1) * sizeof(*merged.items));
    while (count > 0) {
        int least = smallest(heads, count);
        size_t at = position_of(heads, count, least);

        while (at < count && heads[at] == least) {
            const struct list_int *stream = &streams.items[sources[at]];

            merged.items[merged.count++] = sources[at];
            if (++places[at] < stream->count) {
                heads[at] = stream->items[places[at]];
                at += heads[at] != least;
                continue;
            }
            count--;
            memmove(heads + at, heads + at + 1, (count - at) * sizeof(*heads));
            memmove(sources + at, sources + at + 1, (count - at) * sizeof(*sources));
            memmove(places + at, places + at + 1, (count - at) * sizeof(*places));
        }
    }
    return merged;
}
