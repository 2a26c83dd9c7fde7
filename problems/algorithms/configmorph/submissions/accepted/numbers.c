/* O(n L): configurations as numbers with base 6; a table has the distance of each from the current one. */
#include "signature.h"

#include <stdlib.h>
#include <string.h>

enum { NOT_VALID = -2, NOT_REACHED = -1 };

static int number(const char *text)
{
    int value = 0;

    for (; *text; text++)
        value = 6 * value + *text - 'a';
    return value;
}

int fewest_changes(char *current, char *wanted, struct list_string valid)
{
    int count = 1;
    for (size_t i = 0; i < strlen(current); i++)
        count *= 6;
    int *changes = malloc((size_t) count * sizeof(*changes));
    int *queue = malloc((valid.count + 1) * sizeof(*queue));
    size_t used = 0;

    for (int i = 0; i < count; i++)
        changes[i] = NOT_VALID;
    for (size_t i = 0; i < valid.count; i++)
        changes[number(valid.items[i])] = NOT_REACHED;
    changes[number(current)] = 0;
    queue[used++] = number(current);
    for (size_t at = 0; at < used; at++) {
        int from = queue[at];

        for (int place = 1; place < count; place *= 6) {
            int zeroed = from - from / place % 6 * place;
            for (int letter = 0; letter < 6; letter++) {
                int to = zeroed + letter * place;
                if (changes[to] == NOT_REACHED) {
                    changes[to] = changes[from] + 1;
                    queue[used++] = to;
                }
            }
        }
    }
    int result = changes[number(wanted)];
    free(changes);
    free(queue);
    return result >= 0 ? result : -1;
}
