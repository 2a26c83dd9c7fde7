// weigh; time O(n^2); space O(1)
#include "signature.h"

#include <stdlib.h>

int weigh(struct list_int numbers)
{
    for (size_t i = 0; i < (size_t) numbers.count; i++)
        for (size_t k = 1; k < (size_t) numbers.count - i; k++)
            if (numbers.items[k - 1] > numbers.items[k]) {
                int other = numbers.items[k];
                numbers.items[k] = numbers.items[k - 1];
                numbers.items[k - 1] = other;
            }
    return numbers.items[0];
}
