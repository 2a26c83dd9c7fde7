// Slow: O(n m), counts all samples before each event, eight at a time; equal events only once.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdlib.h>

static size_t number_before(struct list_int samples, int time)
{
    int count = 0;

    for (size_t i = 0; i < samples.count; i++)
        count += samples.items[i] < time;
    return (size_t) count;
}

struct list_int nearest_samples(struct list_int events, struct list_int samples)
{
    struct list_int result = { events.count, malloc(events.count * sizeof(int)) };

    for (size_t i = 0; i < events.count; i++) {
        if (i > 0 && events.items[i] == events.items[i - 1]) {
            result.items[i] = result.items[i - 1];
            continue;
        }

        long long event = events.items[i];
        size_t after = number_before(samples, events.items[i]);

        if (after > 0 && (after == samples.count
                          || event - samples.items[after - 1] <= samples.items[after] - event))
            after = number_before(samples, samples.items[after - 1]);
        result.items[i] = (int) after;
    }
    return result;
}
