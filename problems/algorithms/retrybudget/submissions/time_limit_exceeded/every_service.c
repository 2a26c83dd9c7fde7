// Slow: O(n^2), goes through all services for every hop, to see which were reached by the last one.
#pragma GCC optimize("O3")
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_N = 100000, MAX_M = 300000 };

static int first[MAX_N], next[MAX_M], callee[MAX_M]; /* calls are numbered from 1 */
static int retries[MAX_N], before[MAX_N], reached[MAX_N];
static char state[MAX_N + 1];

int main(void)
{
    int n, m, budget;

    if (scanf("%d %d %d %100000s", &n, &m, &budget, state) != 4)
        return 1;
    for (int i = 1; i <= m; i++) {
        int x;

        if (scanf("%d %d", &x, &callee[i - 1]) != 2)
            return 1;
        next[i - 1] = first[x - 1];
        first[x - 1] = i;
    }
    for (int i = 0; i < n; i++) {
        retries[i] = budget + 1;
        reached[i] = -1;
    }
    retries[0] = reached[0] = 0;
    for (int hops = 0, going = 1; going; hops++) {
        if (retries[n - 1] <= budget) {
            printf("%d\n", hops);
            return 0;
        }
        memcpy(before, retries, sizeof(*retries) * (size_t) n);
        going = 0;
        for (int x = 0; x < n; x++) {
            if (reached[x] != hops)
                continue;
            for (int i = first[x]; i; i = next[i - 1]) {
                int y = callee[i - 1] - 1, used = before[x] + (state[y] == 'd');

                if (used >= retries[y])
                    continue;
                retries[y] = used;
                reached[y] = hops + 1;
                going = 1;
            }
        }
    }
    puts("unreachable");
    return 0;
}
