// Slow: O(n^3), sorted, and all partners behind each pair are compared, eight at a time.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdlib.h>

static int by_amount(const void *one, const void *two)
{
    int a = *(const int *) one, b = *(const int *) two;

    return (a > b) - (a < b);
}

long long count_triples(struct list_int memory, int quota)
{
    int *sorted = memory.items, n = (int) memory.count;
    long long groups = 0;

    qsort(sorted, memory.count, sizeof(*sorted), by_amount);
    for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
            int room = quota - sorted[i] - sorted[j];
            int fit = 0;

            if (room < sorted[j])
                break;
            for (int k = j + 1; k < n; k++)
                fit += sorted[k] <= room;
            groups += fit;
        }
    }
    return groups;
}
