// O(n): a table with open addressing; a key's cell is found by a multiplicative hash.
#include "signature.h"

#include <stdlib.h>

#define CELLS (1u << 20)

struct cell {
    int size, position; /* position -1: empty */
};

static struct cell *find(struct cell *cells, int size)
{
    unsigned at = (unsigned) size * 2654435769u >> 12;

    while (cells[at].position >= 0 && cells[at].size != size)
        at = (at + 1) % CELLS;
    return &cells[at];
}

struct list_int find_pair(struct list_int sizes, int block)
{
    struct cell *cells = malloc(CELLS * sizeof(*cells));

    for (unsigned i = 0; i < CELLS; i++)
        cells[i].position = -1;
    for (size_t i = 0; i < sizes.count; i++) {
        struct cell *partner = find(cells, block - sizes.items[i]);
        struct cell *own = find(cells, sizes.items[i]);

        if (partner->position >= 0) {
            struct list_int pair = { 2, malloc(2 * sizeof(int)) };
            pair.items[0] = partner->position;
            pair.items[1] = (int) i;
            free(cells);
            return pair;
        }
        if (own->position < 0)
            *own = (struct cell){ sizes.items[i], (int) i };
    }
    free(cells);
    return (struct list_int){ 0 };
}
