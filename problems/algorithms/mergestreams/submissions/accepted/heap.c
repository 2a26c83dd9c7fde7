// O(n log k): a binary heap of the streams that have not ended, the one to deliver next on top.
#include "signature.h"

#include <stdlib.h>

struct head {
    int time, stream;
};

static bool before(struct head one, struct head two)
{
    return one.time != two.time ? one.time < two.time : one.stream < two.stream;
}

/* Lets the head at a place sink until none of its children goes before it. */
static void sink(struct head *heads, size_t count, size_t at)
{
    struct head sinking = heads[at];

    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && before(heads[child + 1], heads[child]))
            child++;
        if (!before(heads[child], sinking))
            break;
        heads[at] = heads[child];
    }
    heads[at] = sinking;
}

struct list_int merge_streams(struct list_list_int streams)
{
    struct head *heads = malloc(streams.count * sizeof(*heads));
    size_t *next = calloc(streams.count, sizeof(*next));
    size_t count = 0, events = 0;
    struct list_int sources = { 0 };

    for (size_t i = 0; i < streams.count; i++) {
        events += streams.items[i].count;
        if (streams.items[i].count > 0)
            heads[count++] = (struct head){ streams.items[i].items[0], (int) i };
    }
    for (size_t i = count; i-- > 0;)
        sink(heads, count, i);

    sources.items = malloc((events + 1) * sizeof(int));
    while (count > 0) {
        int stream = heads[0].stream;
        struct list_int times = streams.items[stream];

        sources.items[sources.count++] = stream;
        if (++next[stream] < times.count)
            heads[0].time = times.items[next[stream]];
        else
            heads[0] = heads[--count];
        if (count > 0)
            sink(heads, count, 0);
    }
    free(next);
    free(heads);
    return sources;
}
