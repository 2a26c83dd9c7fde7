// Mistake: sums in 32 bits, which a few large partitions leave; 16-overflow-5.
#include "signature.h"

long long split_shards(struct list_int sizes, int shards)
{
    unsigned low = 0, high = 0; // as int, but that their overflow is defined

    for (size_t i = 0; i < sizes.count; i++) {
        if ((unsigned) sizes.items[i] > low)
            low = sizes.items[i];
        high += sizes.items[i];
    }
    while ((int) low < (int) high) {
        unsigned capacity = low + (high - low) / 2, load = 0;
        int count = 1;

        for (size_t i = 0; i < sizes.count; i++) {
            load += sizes.items[i];
            if ((int) load > (int) capacity) {
                count++;
                load = sizes.items[i];
            }
        }
        if (count <= shards)
            high = capacity;
        else
            low = capacity + 1;
    }
    return (int) low;
}
