// single; time O(n log n); space O(n)
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n, best = 1;

    if (scanf("%d", &n) != 1)
        return 1;
    int *divisors = calloc((size_t) n + 1, sizeof(int));
    for (int i = 1; i <= n; i++)
        for (int j = i; j <= n; j += i)
            divisors[j]++;
    for (int i = 2; i <= n; i++)
        if (divisors[i] > divisors[best])
            best = i;
    printf("%d %d\n", best, divisors[best]);
    free(divisors);
    return 0;
}
