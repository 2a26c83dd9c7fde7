// Slow: O(n^2 k), the sums of one packet, of two, and so on as bits that are shifted by each size, 256 at a time.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void shift_into(uint64_t *restrict to, const uint64_t *restrict from, int words, int size)
{
    int whole = size / 64, bits = size % 64;

    if (bits == 0) {
        for (int i = whole; i < words; i++)
            to[i] |= from[i - whole];
        return;
    }
    to[whole] |= from[0] << bits;
    for (int i = whole + 1; i < words; i++)
        to[i] |= from[i - whole] << bits | from[i - whole - 1] >> (64 - bits);
}

int fewest_packets(struct list_int sizes, int total)
{
    int words = total / 64 + 1;
    size_t length = (size_t) words * sizeof(uint64_t);
    uint64_t *sums = calloc(words, sizeof(*sums)), *next = calloc(words, sizeof(*next));

    sums[0] = 1;
    for (int packets = 1; packets <= total; packets++) {
        memcpy(next, sums, length);
        for (size_t i = 0; i < sizes.count; i++)
            if (sizes.items[i] <= total)
                shift_into(next, sums, words, sizes.items[i]);
        if (next[total / 64] >> total % 64 & 1)
            return packets;
        if (memcmp(next, sums, length) == 0)
            return -1;
        memcpy(sums, next, length);
    }
    return -1;
}
