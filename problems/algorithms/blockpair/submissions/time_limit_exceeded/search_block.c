// Slow: O(n^2), searches the partner of each segment among those before, 64 at a time with vector instructions.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 };

static int any_equal(const int *at, int size)
{
    int any = 0;

    for (int i = 0; i < BLOCK; i++)
        any |= at[i] == size;
    return any;
}

struct list_int find_pair(struct list_int sizes, int block)
{
    int *passed = calloc(sizes.count + BLOCK, sizeof(*passed)); /* no size is 0 */
    struct list_int pair = { 0 };

    for (size_t i = 0; i < sizes.count && pair.count == 0; i++) {
        int partner = block - sizes.items[i];
        size_t at = 0;

        if (partner > 0) {
            while (at < i && !any_equal(passed + at, partner))
                at += BLOCK;
            while (at < i && passed[at] != partner)
                at++;
        } else {
            at = i;
        }
        if (at < i) {
            pair = (struct list_int){ 2, malloc(2 * sizeof(int)) };
            pair.items[0] = (int) at;
            pair.items[1] = (int) i;
        }
        passed[i] = sizes.items[i];
    }
    free(passed);
    return pair;
}
