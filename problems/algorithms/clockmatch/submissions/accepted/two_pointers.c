// O(n + m): two pointers; the first positions of equal samples are computed before.
#include "signature.h"

#include <stdlib.h>

struct list_int nearest_samples(struct list_int events, struct list_int samples)
{
    struct list_int result = { events.count, malloc(events.count * sizeof(int)) };
    int *first = malloc(samples.count * sizeof(*first)); /* sample of the same time */
    size_t after = 0;

    for (size_t i = 0; i < samples.count; i++)
        first[i] = i > 0 && samples.items[i] == samples.items[i - 1] ? first[i - 1] : (int) i;
    for (size_t i = 0; i < events.count; i++) {
        long long event = events.items[i];

        while (after < samples.count && samples.items[after] < event)
            after++;
        if (after == 0)
            result.items[i] = 0;
        else if (after < samples.count
                 && samples.items[after] - event < event - samples.items[after - 1])
            result.items[i] = (int) after;
        else
            result.items[i] = first[after - 1];
    }
    free(first);
    return result;
}
