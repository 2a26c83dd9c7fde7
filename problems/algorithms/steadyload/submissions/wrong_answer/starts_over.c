// Mistake: a load that does not fit begins a new stretch, without those before it; 04-random-8.
#include "signature.h"

#include <stdlib.h>

struct list_int steady_stretch(struct list_int loads, int spread)
{
    struct list_int best = { 2, calloc(2, sizeof(int)) };
    int start = 0, largest = loads.items[0], smallest = loads.items[0];

    for (int i = 0; i < (int) loads.count; i++) {
        int load = loads.items[i];

        largest = load > largest ? load : largest;
        smallest = load < smallest ? load : smallest;
        if (largest - smallest > spread) {
            start = i;
            largest = smallest = load;
        }
        if (i + 1 - start > best.items[1]) {
            best.items[0] = start;
            best.items[1] = i + 1 - start;
        }
    }
    return best;
}
