/* Mistake: compares products as floats, which are equal for large ones that differ; 34-close-19999. */
#include "signature.h"

#include <stdlib.h>

long long largest_block(struct list_int capacity)
{
    size_t *stack = malloc((capacity.count + 1) * sizeof(*stack));
    size_t used = 0;
    float best = 0;
    long long result = 0;

    for (size_t i = 0; i <= capacity.count; i++) {
        int amount = i < capacity.count ? capacity.items[i] : 0;

        while (used > 0 && capacity.items[stack[used - 1]] >= amount) {
            int larger = capacity.items[stack[--used]];
            size_t hosts = used > 0 ? i - stack[used - 1] - 1 : i;
            float product = (float) larger * (float) hosts;

            if (product > best) {
                best = product;
                result = larger * (long long) hosts;
            }
        }
        if (i < capacity.count)
            stack[used++] = i;
    }
    free(stack);
    return result;
}
