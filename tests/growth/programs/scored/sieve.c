// single; time O(n) or O(n log n); space O(n); kind: sieve, n log log n
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n, primes = 0;

    if (scanf("%d", &n) != 1)
        return 1;
    char *composite = calloc((size_t) n + 1, 1);
    for (int i = 2; i <= n; i++) {
        if (composite[i])
            continue;
        primes++;
        for (long j = (long) i * i; j <= n; j += i)
            composite[j] = 1;
    }
    printf("%d\n", primes);
    free(composite);
    return 0;
}
