// Slow: O(n^2) for many runs, goes from the back and closes the gap of each run by one memmove.
#include "signature.h"

#include <string.h>

int compact_log(struct list_int records)
{
    size_t n = records.count, kept = n, end = n;
    int *at = records.items;

    while (end > 0) {
        size_t start = end - 1;
        int key = at[start] / 1000;

        while (start > 0 && at[start - 1] / 1000 == key)
            start--;
        if (end - start > 2) {
            size_t gone = end - start - 2;

            memmove(at + start, at + start + gone, (kept - start - gone) * sizeof(*at));
            kept -= gone;
        }
        end = start;
    }
    memset(at + kept, 0, (n - kept) * sizeof(*at));
    return (int) kept;
}
