// Slow: O(n k), merges each stream into the result so far, from the back; memmove carries what lies between.
#include "signature.h"

#include <stdlib.h>
#include <string.h>

/* How many of the sorted times are no later than this one. */
static size_t no_later(const int *times, size_t count, int time)
{
    size_t low = 0;

    while (low < count) {
        size_t middle = (low + count) / 2;

        if (times[middle] <= time)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

struct list_int merge_streams(struct list_list_int streams)
{
    size_t events = 0, count = 0;
    int *times, *sources;

    for (size_t i = 0; i < streams.count; i++)
        events += streams.items[i].count;
    times = malloc((events + 1) * sizeof(*times));
    sources = malloc((events + 1) * sizeof(*sources));
    for (size_t i = 0; i < streams.count; i++) {
        const struct list_int *stream = &streams.items[i];
        size_t end = count;

        for (size_t left = stream->count; left > 0; left--) {
            int time = stream->items[left - 1];
            size_t at = no_later(times, end, time);

            memmove(times + at + left, times + at, (end - at) * sizeof(*times));
            memmove(sources + at + left, sources + at, (end - at) * sizeof(*sources));
            times[at + left - 1] = time;
            sources[at + left - 1] = (int) i;
            end = at;
        }
        count += stream->count;
    }
    return (struct list_int){ count, sources };
}
