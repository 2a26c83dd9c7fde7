// huge; time O(sqrt n); space O(1); families: prime; kind: early exit
#include <stdio.h>

int main(void)
{
    long n;

    if (scanf("%ld", &n) != 1)
        return 1;
    for (long p = 2; p * p <= n; p++)
        while (n % p == 0) {
            printf("%ld ", p);
            n /= p;
        }
    printf("%ld\n", n);
    return 0;
}
