// Slow: O(n^2), goes through the ends of all leases that are held, eight at a time, whenever one is over.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <limits.h>
#include <stdlib.h>

static int compare_starts(const void *one, const void *two)
{
    int a = ((const struct list_int *) one)->items[0];
    int b = ((const struct list_int *) two)->items[0];

    return (a > b) - (a < b);
}

static int first_end(const int *ends, size_t count)
{
    int first = INT_MAX;

    for (size_t i = 0; i < count; i++)
        first = ends[i] < first ? ends[i] : first;
    return first;
}

static size_t position(const int *ends, size_t count, int wanted)
{
    size_t at = 0;

    for (; at + 16 <= count; at += 16) {
        int hit = 0;

        for (size_t i = 0; i < 16; i++)
            hit |= ends[at + i] == wanted;
        if (hit)
            break;
    }
    while (ends[at] != wanted)
        at++;
    return at;
}

struct list_int peak_leases(struct list_list_int leases)
{
    int *ends = malloc(leases.count * sizeof(*ends));
    int *peak = calloc(2, sizeof(*peak));
    int first = INT_MAX;
    size_t held = 0;

    qsort(leases.items, leases.count, sizeof(*leases.items), compare_starts);
    for (size_t i = 0; i < leases.count; i++) {
        int start = leases.items[i].items[0];
        int end = leases.items[i].items[1];

        while (first <= start) {
            ends[position(ends, held, first)] = ends[held - 1];
            first = first_end(ends, --held);
        }
        ends[held++] = end;
        first = end < first ? end : first;
        if ((int) held > peak[1]) {
            peak[0] = start;
            peak[1] = (int) held;
        }
    }
    return (struct list_int){ 2, peak };
}
