// Mistake: moves on while the next sample is as near, and so takes the later one on ties; 04-middle-5.
#include "signature.h"

#include <stdlib.h>

struct list_int nearest_samples(struct list_int events, struct list_int samples)
{
    struct list_int result = { events.count, malloc(events.count * sizeof(int)) };
    size_t at = 0;

    for (size_t i = 0; i < events.count; i++) {
        long long event = events.items[i];

        while (at + 1 < samples.count
               && llabs(samples.items[at + 1] - event) <= llabs(samples.items[at] - event))
            at++;
        result.items[i] = (int) at;
    }
    return result;
}
