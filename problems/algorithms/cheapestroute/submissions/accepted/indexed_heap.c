// O(n log s): Dijkstra with a heap in which each site stands once, and rises when it gets cheaper.
#include "signature.h"

#include <stdlib.h>

struct heap {
    int *sites, *places; /* places: where a site stands; -1: not yet */
    int count;
    long long *prices;
};

static void put(struct heap *heap, int place, int site)
{
    heap->sites[place] = site;
    heap->places[site] = place;
}

static void rise(struct heap *heap, int site)
{
    int place = heap->places[site];

    while (place > 0 && heap->prices[heap->sites[(place - 1) / 2]] > heap->prices[site]) {
        put(heap, place, heap->sites[(place - 1) / 2]);
        place = (place - 1) / 2;
    }
    put(heap, place, site);
}

static int take(struct heap *heap)
{
    int top = heap->sites[0], last = heap->sites[--heap->count], place = 0, child;

    while ((child = 2 * place + 1) < heap->count) {
        if (child + 1 < heap->count
            && heap->prices[heap->sites[child + 1]] < heap->prices[heap->sites[child]])
            child++;
        if (heap->prices[heap->sites[child]] >= heap->prices[last])
            break;
        put(heap, place, heap->sites[child]);
        place = child;
    }
    put(heap, place, last);
    return top;
}

/* A site that has been taken is never offered a lower price: no price is negative. */
static void offer(struct heap *heap, int site, long long price)
{
    if (heap->places[site] < 0) {
        put(heap, heap->count++, site);
    } else if (price >= heap->prices[site]) {
        return;
    }
    heap->prices[site] = price;
    rise(heap, site);
}

long long cheapest_route(int sites, struct list_list_int links, int source, int target)
{
    size_t count = (size_t) sites;
    int *first = malloc(count * sizeof(int)), *next = malloc((links.count + 1) * sizeof(int));
    struct heap heap = {
        .sites = malloc(count * sizeof(int)),
        .places = malloc(count * sizeof(int)),
        .prices = malloc(count * sizeof(long long)),
    };
    long long found = -1;

    for (int site = 0; site < sites; site++)
        heap.places[site] = first[site] = -1;
    for (size_t i = 0; i < links.count; i++) {
        int from = links.items[i].items[0];

        next[i] = first[from];
        first[from] = (int) i;
    }

    offer(&heap, source, 0);
    while (heap.count > 0 && found < 0) {
        int site = take(&heap);

        if (site == target)
            found = heap.prices[site];
        for (int i = first[site]; i >= 0; i = next[i])
            offer(&heap, links.items[i].items[1], heap.prices[site] + links.items[i].items[2]);
    }
    free(first);
    free(next);
    free(heap.sites);
    free(heap.places);
    free(heap.prices);
    return found;
}
