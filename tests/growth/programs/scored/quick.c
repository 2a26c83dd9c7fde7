// weigh; time O(n log n); space O(n)
#include "signature.h"

#include <stdlib.h>

static int by_value(const void *one, const void *other)
{
    int a = *(const int *) one, b = *(const int *) other;

    return (a > b) - (a < b);
}

int weigh(struct list_int numbers)
{
    qsort(numbers.items, (size_t) numbers.count, sizeof(int), by_value);
    return numbers.items[0];
}
