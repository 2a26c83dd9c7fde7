// O(n log n): sorts the ids; repeats stand side by side and are passed over.
#include "signature.h"

#include <stdlib.h>

static int by_id(const void *one, const void *two)
{
    int a = *(const int *) one, b = *(const int *) two;

    return (a > b) - (a < b);
}

struct list_int longest_streak(struct list_int ids)
{
    struct list_int best = { 2, malloc(2 * sizeof(int)) };
    int first = 0, length = 0;

    qsort(ids.items, ids.count, sizeof(int), by_id);
    best.items[1] = 0;
    for (size_t i = 0; i < ids.count; i++) {
        if (i > 0 && ids.items[i] == ids.items[i - 1])
            continue;
        if (i == 0 || ids.items[i] != ids.items[i - 1] + 1) {
            first = ids.items[i];
            length = 0;
        }
        length++;
        if (length > best.items[1]) {
            best.items[0] = first;
            best.items[1] = length;
        }
    }
    return best;
}
