// weigh; time O(n); space O(n)
#include "signature.h"

#include <stdlib.h>

int weigh(struct list_int numbers)
{
    int *sums = malloc((size_t) numbers.count * sizeof(int));
    unsigned sum = 0;
    for (int i = 0; i < (int) numbers.count; i++)
        sums[i] = (int) (sum += (unsigned) numbers.items[i]);
    int last = sums[numbers.count - 1] & 0xffff;
    free(sums);
    return last;
}
