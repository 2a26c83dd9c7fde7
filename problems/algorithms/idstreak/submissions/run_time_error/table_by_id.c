// Crash: a table with a byte for every possible id takes 2 GB.
#include "signature.h"

#include <stdlib.h>
#include <string.h>

#define MOST 1000000000

struct list_int longest_streak(struct list_int ids)
{
    char *there = malloc(2u * MOST + 2);
    struct list_int best = { 2, malloc(2 * sizeof(int)) };
    int length = 0;

    memset(there, '-', 2u * MOST + 2);
    for (size_t i = 0; i < ids.count; i++)
        there[ids.items[i] + MOST] = '+';
    best.items[1] = 0;
    for (int id = -MOST; id <= MOST; id++) {
        length = there[id + MOST] == '+' ? length + 1 : 0;
        if (length > best.items[1]) {
            best.items[0] = id - length + 1;
            best.items[1] = length;
        }
    }
    return best;
}
