// Mistake: a stream that has ended has the largest time as its head, which an event may have too; 13-limits-200.
#include "signature.h"

#include <limits.h>
#include <stdlib.h>

static int *winners;          /* a tree of matches; the leaves are the streams */
static struct list_list_int all;
static size_t *next;

static int head_of(int stream)
{
    if ((size_t) stream >= all.count || next[stream] >= all.items[stream].count)
        return INT_MAX;
    return all.items[stream].items[next[stream]];
}

static void play(size_t at)
{
    int left = winners[2 * at], right = winners[2 * at + 1];

    winners[at] = head_of(left) <= head_of(right) ? left : right;
}

struct list_int merge_streams(struct list_list_int streams)
{
    size_t leaves = 1, events = 0;
    struct list_int sources = { 0 };

    all = streams;
    next = calloc(streams.count, sizeof(*next));
    while (leaves < streams.count)
        leaves *= 2;
    winners = malloc(2 * leaves * sizeof(*winners));
    for (size_t i = 0; i < leaves; i++)
        winners[leaves + i] = (int) i;
    for (size_t i = leaves; i-- > 1;)
        play(i);
    for (size_t i = 0; i < streams.count; i++)
        events += streams.items[i].count;

    sources.items = malloc((events + 1) * sizeof(int));
    while (sources.count < events) {
        int winner = winners[1];

        sources.items[sources.count++] = winner;
        if ((size_t) winner < streams.count)
            next[winner]++;
        for (size_t i = (leaves + (size_t) winner) / 2; i > 0; i /= 2)
            play(i);
    }
    return sources;
}
