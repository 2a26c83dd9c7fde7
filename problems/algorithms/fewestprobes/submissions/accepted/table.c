// O(n k): a table of the fewest packets for each number of bytes, -1 where there are none.
#include "signature.h"

#include <stdlib.h>

int fewest_packets(struct list_int sizes, int total)
{
    int *fewest = malloc(((size_t) total + 1) * sizeof(*fewest));
    int result;

    fewest[0] = 0;
    for (int bytes = 1; bytes <= total; bytes++) {
        fewest[bytes] = -1;
        for (size_t i = 0; i < sizes.count; i++) {
            int rest = bytes - sizes.items[i];

            if (rest < 0 || fewest[rest] < 0)
                continue;
            if (fewest[bytes] < 0 || fewest[rest] + 1 < fewest[bytes])
                fewest[bytes] = fewest[rest] + 1;
        }
    }
    result = fewest[total];
    free(fewest);
    return result;
}
