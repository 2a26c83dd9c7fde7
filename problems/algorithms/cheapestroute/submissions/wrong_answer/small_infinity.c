// Mistake: an 'infinite' price of 10^9, which routes can reach; 08-chain-5.
#include "signature.h"

#include <stdlib.h>

#define INFINITE 1000000000LL

long long cheapest_route(int sites, struct list_list_int links, int source, int target)
{
    long long *best = malloc((size_t) sites * sizeof(*best));
    bool changed = true;

    for (int site = 0; site < sites; site++)
        best[site] = INFINITE;
    best[source] = 0;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < links.count; i++) {
            const int *link = links.items[i].items;

            if (best[link[0]] + link[2] < best[link[1]]) {
                best[link[1]] = best[link[0]] + link[2];
                changed = true;
            }
        }
    }
    return best[target] == INFINITE ? -1 : best[target];
}
