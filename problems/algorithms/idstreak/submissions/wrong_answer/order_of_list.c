// Mistake: only sees streaks that stand in the list in their order; 07-hole-9.
#include "signature.h"

#include <stdlib.h>

struct list_int longest_streak(struct list_int ids)
{
    struct list_int best = { 2, malloc(2 * sizeof(int)) };
    int length = 0;

    best.items[1] = 0;
    for (size_t i = 0; i < ids.count; i++) {
        length = i > 0 && ids.items[i] == ids.items[i - 1] + 1 ? length + 1 : 1;
        int first = ids.items[i] - length + 1;
        if (length > best.items[1] || (length == best.items[1] && first < best.items[0])) {
            best.items[0] = first;
            best.items[1] = length;
        }
    }
    return best;
}
