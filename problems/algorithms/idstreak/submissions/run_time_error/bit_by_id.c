// Crash: a bit for every possible id takes 250 MB; only large inputs show it, with ids from all of the range.
#include "signature.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#define MOST 1000000000

static bool is_there(const uint64_t *bits, int id)
{
    uint32_t at = (uint32_t) (id + MOST + 1);

    return bits[at / 64] >> at % 64 & 1;
}

struct list_int longest_streak(struct list_int ids)
{
    struct list_int best = { 2, calloc(2, sizeof(int)) };
    uint64_t *bits = calloc(2u * MOST / 64 + 1, sizeof(*bits));

    for (size_t i = 0; i < ids.count; i++) {
        uint32_t at = (uint32_t) (ids.items[i] + MOST + 1);

        bits[at / 64] |= UINT64_C(1) << at % 64;
    }
    for (size_t i = 0; i < ids.count; i++) {
        int first = ids.items[i], length = 1;

        if (is_there(bits, first - 1) || (first == best.items[0] && best.items[1] > 0))
            continue;
        while (is_there(bits, first + length))
            length++;
        if (length > best.items[1] || (length == best.items[1] && first < best.items[0])) {
            best.items[0] = first;
            best.items[1] = length;
        }
    }
    return best;
}
