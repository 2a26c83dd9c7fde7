// Slow: O(n^2), the nodes of the second part move into the first one, however many they are.
#include "signature.h"

#include <stdlib.h>
#include <string.h>

struct part {
    int *nodes;
    int count;
};

static int by_time(const void *one, const void *two)
{
    int a = ((const struct list_int *) one)->items[0], b = ((const struct list_int *) two)->items[0];

    return (a > b) - (a < b);
}

int first_connected(int nodes, struct list_list_int links)
{
    struct part *parts = malloc(nodes * sizeof(*parts));
    int *own = malloc(nodes * sizeof(*own)); /* the part of each node */
    int left = nodes;

    for (int node = 0; node < nodes; node++) {
        parts[node] = (struct part){ malloc(sizeof(int)), 1 };
        parts[node].nodes[0] = own[node] = node;
    }
    qsort(links.items, links.count, sizeof(*links.items), by_time);
    for (size_t i = 0; left > 1 && i < links.count; i++) {
        int a = own[links.items[i].items[1]], b = own[links.items[i].items[2]];
        struct part *to = &parts[a], *from = &parts[b];

        if (a == b)
            continue;
        to->nodes = realloc(to->nodes, (to->count + from->count) * sizeof(int));
        memcpy(to->nodes + to->count, from->nodes, from->count * sizeof(int));
        to->count += from->count;
        for (int k = 0; k < from->count; k++)
            own[from->nodes[k]] = a;
        free(from->nodes);
        if (--left == 1)
            return links.items[i].items[0];
    }
    return nodes == 1 ? 0 : -1;
}
