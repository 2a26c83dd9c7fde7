/* Slow: O(n^2), packs each configuration into a word and compares it with all that are left. */
#include "signature.h"

#include <stdint.h>
#include <stdlib.h>

static uint64_t word(const char *text)
{
    uint64_t value = 0;

    for (; *text; text++)
        value = value << 8 | (unsigned char) *text;
    return value;
}

int fewest_changes(char *current, char *wanted, struct list_string valid)
{
    uint64_t *left = malloc(valid.count * sizeof(*left));
    uint64_t *queue = malloc((valid.count + 1) * sizeof(*queue));
    int *changes = malloc((valid.count + 1) * sizeof(*changes));
    uint64_t goal = word(wanted);
    size_t remaining = valid.count, used = 1;
    int result = -1;

    for (size_t i = 0; i < valid.count; i++)
        left[i] = word(valid.items[i]);
    queue[0] = word(current);
    changes[0] = 0;
    for (size_t at = 0; at < used && result < 0; at++) {
        if (queue[at] == goal)
            result = changes[at];
        for (size_t i = 0; i < remaining;) {
            uint64_t different = queue[at] ^ left[i];
            if (different && different >> (__builtin_ctzll(different) & ~7) > 255) {
                i++;
                continue;
            }
            queue[used] = left[i];
            changes[used] = changes[at] + 1;
            used += different != 0;
            left[i] = left[--remaining];
        }
    }
    free(left);
    free(queue);
    free(changes);
    return result;
}
