// O(n): two monotonic queues in arrays; the window's start jumps behind the extreme that is too far off.
#include "signature.h"

#include <stdlib.h>

struct list_int steady_stretch(struct list_int loads, int spread)
{
    size_t *falling = malloc(loads.count * sizeof(*falling));
    size_t *rising = malloc(loads.count * sizeof(*rising));
    size_t falling_front = 0, falling_end = 0, rising_front = 0, rising_end = 0;
    size_t start = 0, best_start = 0, best_length = 0;
    const int *load = loads.items;

    for (size_t i = 0; i < loads.count; i++) {
        while (falling_end > falling_front && load[falling[falling_end - 1]] <= load[i])
            falling_end--;
        while (rising_end > rising_front && load[rising[rising_end - 1]] >= load[i])
            rising_end--;
        falling[falling_end++] = i;
        rising[rising_end++] = i;
        while (load[falling[falling_front]] - load[rising[rising_front]] > spread) {
            if (falling[falling_front] < rising[rising_front])
                start = falling[falling_front++] + 1;
            else
                start = rising[rising_front++] + 1;
        }
        if (i + 1 - start > best_length) {
            best_start = start;
            best_length = i + 1 - start;
        }
    }
    free(falling);
    free(rising);

    struct list_int result = { 2, malloc(2 * sizeof(int)) };
    result.items[0] = (int) best_start;
    result.items[1] = (int) best_length;
    return result;
}
