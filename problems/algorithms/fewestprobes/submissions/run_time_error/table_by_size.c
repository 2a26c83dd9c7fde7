// Crash: marks the sizes themselves in the table, also those far behind its end.
#include "signature.h"

#include <stdlib.h>

int fewest_packets(struct list_int sizes, int total)
{
    int *fewest = calloc((size_t) total + 1, sizeof(*fewest));

    for (size_t i = 0; i < sizes.count; i++)
        fewest[sizes.items[i]] = 1;
    for (int bytes = 1; bytes <= total; bytes++)
        for (size_t i = 0; i < sizes.count; i++) {
            int rest = bytes - sizes.items[i];

            if (rest > 0 && fewest[rest] > 0 && (!fewest[bytes] || fewest[rest] + 1 < fewest[bytes]))
                fewest[bytes] = fewest[rest] + 1;
        }
    return fewest[total] ? fewest[total] : -1;
}
