// numbers; time O(n^2); space O(n); families: reversed, random
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n;
    long long moves = 0;

    if (scanf("%d", &n) != 1)
        return 1;
    int *a = malloc((size_t) n * sizeof(int));
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            return 1;
    for (int i = 1; i < n; i++) {
        int x = a[i], k = i;

        for (; k > 0 && a[k - 1] > x; k--, moves++)
            a[k] = a[k - 1];
        a[k] = x;
    }
    printf("%lld %d\n", moves, a[0]);
    free(a);
    return 0;
}
