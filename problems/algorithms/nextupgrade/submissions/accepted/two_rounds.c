// O(n): an array as the stack of positions that wait for a larger version, twice round the ring.
#include "signature.h"

#include <stdlib.h>

struct list_int next_upgrade(struct list_int versions)
{
    size_t n = versions.count, waiting = 0;
    size_t *stack = malloc(n * sizeof(*stack));
    struct list_int distance = { n, calloc(n, sizeof(int)) };

    for (size_t i = 0; i < 2 * n; i++) {
        while (waiting > 0 && versions.items[stack[waiting - 1]] < versions.items[i % n]) {
            waiting--;
            distance.items[stack[waiting]] = (int) (i - stack[waiting]);
        }
        if (i < n)
            stack[waiting++] = i;
    }
    free(stack);
    return distance;
}
