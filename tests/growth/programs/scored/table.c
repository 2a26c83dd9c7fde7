// weigh; time O(n^2); space O(n)
#include "signature.h"

#include <stdlib.h>

int weigh(struct list_int numbers)
{
    int n = (int) numbers.count, *best = calloc((size_t) n, sizeof(int)), most = 0;
    for (int i = 0; i < n; i++) {
        best[i] = 1;
        for (int k = 0; k < i; k++)
            if (numbers.items[k] < numbers.items[i] && best[k] >= best[i])
                best[i] = best[k] + 1;
        most = best[i] > most ? best[i] : most;
    }
    free(best);
    return most;
}
