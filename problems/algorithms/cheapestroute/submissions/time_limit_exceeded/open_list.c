// Slow: O(s^2), Dijkstra with a list of open sites in no order, searched for the cheapest one four at a time.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <limits.h>
#include <stdlib.h>

struct open {
    long long *prices;
    int *sites, *places; /* places: where a site stands; -1: nowhere */
    int count;
};

static int cheapest(const struct open *open)
{
    long long least = LLONG_MAX;
    int at = 0;

    for (int i = 0; i < open->count; i++)
        least = open->prices[i] < least ? open->prices[i] : least;
    while (open->prices[at] != least)
        at++;
    return at;
}

static void take_out(struct open *open, int at)
{
    int last = --open->count;

    open->places[open->sites[at]] = -1;
    if (at == last)
        return;
    open->prices[at] = open->prices[last];
    open->sites[at] = open->sites[last];
    open->places[open->sites[at]] = at;
}

static void offer(struct open *open, long long *best, int site, long long price)
{
    if (price >= best[site])
        return;
    best[site] = price;
    if (open->places[site] < 0) {
        open->places[site] = open->count;
        open->sites[open->count++] = site;
    }
    open->prices[open->places[site]] = price;
}

long long cheapest_route(int sites, struct list_list_int links, int source, int target)
{
    size_t count = (size_t) sites;
    int *first = malloc(count * sizeof(*first)), *next = malloc((links.count + 1) * sizeof(*next));
    long long *best = malloc(count * sizeof(*best));
    struct open open = {
        .prices = malloc(count * sizeof(*open.prices)),
        .sites = malloc(count * sizeof(*open.sites)),
        .places = malloc(count * sizeof(*open.places)),
    };

    for (int site = 0; site < sites; site++) {
        open.places[site] = first[site] = -1;
        best[site] = LLONG_MAX;
    }
    for (size_t i = 0; i < links.count; i++) {
        int from = links.items[i].items[0];

        next[i] = first[from];
        first[from] = (int) i;
    }
    offer(&open, best, source, 0);
    while (open.count > 0) {
        int at = cheapest(&open), site = open.sites[at];

        if (site == target)
            return best[site];
        take_out(&open, at);
        for (int i = first[site]; i >= 0; i = next[i])
            offer(&open, best, links.items[i].items[1], best[site] + links.items[i].items[2]);
    }
    return -1;
}
