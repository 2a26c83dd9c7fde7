// Crash: a table with a cell for every possible size takes 8 GB.
#include "signature.h"

#include <stdlib.h>

struct list_int find_pair(struct list_int sizes, int block)
{
    int *first = malloc(2000000001u * sizeof(*first));

    for (size_t size = 0; size < 2000000001u; size++)
        first[size] = -1;
    for (size_t i = 0; i < sizes.count; i++) {
        if (block > sizes.items[i] && first[block - sizes.items[i]] >= 0) {
            struct list_int pair = { 2, malloc(2 * sizeof(int)) };
            pair.items[0] = first[block - sizes.items[i]];
            pair.items[1] = (int) i;
            return pair;
        }
        if (first[sizes.items[i]] < 0)
            first[sizes.items[i]] = (int) i;
    }
    return (struct list_int){ 0 };
}
