// Mistake: the mark for "not possible" is 100000, and real answers reach it; 20-ones-200000.
// only large inputs show it
#include "signature.h"

#define IMPOSSIBLE 100000

int fewest_packets(struct list_int sizes, int total)
{
    static int fewest[200001];

    for (int bytes = 1; bytes <= total; bytes++) {
        fewest[bytes] = IMPOSSIBLE;
        for (size_t i = 0; i < sizes.count; i++)
            if (sizes.items[i] <= bytes && fewest[bytes - sizes.items[i]] + 1 < fewest[bytes])
                fewest[bytes] = fewest[bytes - sizes.items[i]] + 1;
    }
    return fewest[total] == IMPOSSIBLE ? -1 : fewest[total];
}
