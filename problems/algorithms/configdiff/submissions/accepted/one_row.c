/* O(n m): one row of the table; the value of the diagonal is kept before it is overwritten. */
#include "signature.h"

#include <stdlib.h>
#include <string.h>

static int smaller(int one, int two)
{
    return one < two ? one : two;
}

int fewest_edits(struct list_string current, struct list_string wanted)
{
    int *row = malloc((wanted.count + 1) * sizeof(*row));

    for (size_t j = 0; j <= wanted.count; j++)
        row[j] = (int) j;
    for (size_t i = 1; i <= current.count; i++) {
        int diagonal = row[0];

        row[0] = (int) i;
        for (size_t j = 1; j <= wanted.count; j++) {
            int above = row[j];

            if (strcmp(current.items[i - 1], wanted.items[j - 1]) == 0)
                row[j] = diagonal;
            else
                row[j] = 1 + smaller(diagonal, smaller(above, row[j - 1]));
            diagonal = above;
        }
    }

    int result = row[wanted.count];
    free(row);
    return result;
}
