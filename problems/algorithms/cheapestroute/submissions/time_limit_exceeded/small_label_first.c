// Slow: O(s n), a queue of sites that got cheaper, with small labels first and large labels last.
#include "signature.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>

long long cheapest_route(int sites, struct list_list_int links, int source, int target)
{
    size_t count = (size_t) sites, size = count + 1, from = 0, used = 1;
    int *first = calloc(count + 1, sizeof(*first)), *ends = malloc((links.count + 1) * sizeof(*ends));
    int *prices = malloc((links.count + 1) * sizeof(*prices)), *queue = malloc(size * sizeof(*queue));
    long long *best = malloc(count * sizeof(*best)), sum = 0;
    bool *waits = calloc(count, sizeof(*waits));

    for (size_t i = 0; i < links.count; i++)
        first[links.items[i].items[0]]++;
    for (int site = 0, at = 0; site <= sites; site++)
        first[site] = at += first[site];
    for (size_t i = 0; i < links.count; i++) {
        int at = --first[links.items[i].items[0]];

        ends[at] = links.items[i].items[1];
        prices[at] = links.items[i].items[2];
    }
    for (size_t site = 0; site < count; site++)
        best[site] = LLONG_MAX;
    best[source] = 0;
    waits[source] = true;
    queue[0] = source;
    while (used > 0) {
        while (best[queue[from]] > sum / (long long) used) {
            size_t behind = from + used < size ? from + used : from + used - size;

            queue[behind] = queue[from];
            from = from + 1 < size ? from + 1 : 0;
        }

        int site = queue[from];

        from = from + 1 < size ? from + 1 : 0;
        used--;
        sum -= best[site];
        waits[site] = false;
        for (int i = first[site]; i < first[site + 1]; i++) {
            int end = ends[i];
            long long price = best[site] + prices[i];

            if (price >= best[end])
                continue;
            sum += waits[end] ? price - best[end] : price;
            best[end] = price;
            if (waits[end])
                continue;
            waits[end] = true;
            if (used > 0 && price < best[queue[from]]) {
                from = from > 0 ? from - 1 : size - 1;
                queue[from] = end;
            } else {
                queue[from + used < size ? from + used : from + used - size] = end;
            }
            used++;
        }
    }
    return best[target] == LLONG_MAX ? -1 : best[target];
}
