// O(n log n): the best run is in one half, or goes over the middle and is widened from there.
#include "signature.h"

static long long larger(long long one, long long two)
{
    return one > two ? one : two;
}

/* The best run within [low, high), which is not empty. */
static long long best_within(const int *capacity, size_t low, size_t high)
{
    if (high - low == 1)
        return capacity[low];

    size_t middle = low + (high - low) / 2, first = middle, end = middle + 1;
    long long least = capacity[middle];
    long long best = larger(best_within(capacity, low, middle), best_within(capacity, middle, high));

    best = larger(best, least);
    while (first > low || end < high) {
        int added;
        if (end == high || (first > low && capacity[first - 1] >= capacity[end]))
            added = capacity[--first];
        else
            added = capacity[end++];
        if (added < least)
            least = added;
        best = larger(best, least * (long long) (end - first));
    }
    return best;
}

long long largest_block(struct list_int capacity)
{
    return best_within(capacity.items, 0, capacity.count);
}
