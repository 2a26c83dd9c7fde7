/* Slow: O(n^2), searches the window for its next extreme when one leaves, eight loads at a time. */
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdlib.h>

static int smallest_of(const int *load, size_t count)
{
    int smallest = load[0];

    for (size_t i = 1; i < count; i++)
        smallest = load[i] < smallest ? load[i] : smallest;
    return smallest;
}

static int largest_of(const int *load, size_t count)
{
    int largest = load[0];

    for (size_t i = 1; i < count; i++)
        largest = load[i] > largest ? load[i] : largest;
    return largest;
}

struct list_int steady_stretch(struct list_int loads, int spread)
{
    const int *load = loads.items;
    int smallest = load[0], largest = load[0];
    size_t start = 0, best_start = 0, best_length = 0;

    for (size_t i = 0; i < loads.count; i++) {
        smallest = load[i] < smallest ? load[i] : smallest;
        largest = load[i] > largest ? load[i] : largest;
        while (largest - smallest > spread) {
            int left = load[start++];
            if (left == smallest)
                smallest = smallest_of(load + start, i + 1 - start);
            if (left == largest)
                largest = largest_of(load + start, i + 1 - start);
        }
        if (i + 1 - start > best_length) {
            best_start = start;
            best_length = i + 1 - start;
        }
    }

    struct list_int result = { 2, malloc(2 * sizeof(int)) };
    result.items[0] = (int) best_start;
    result.items[1] = (int) best_length;
    return result;
}
