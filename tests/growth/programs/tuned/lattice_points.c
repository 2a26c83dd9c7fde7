// single; time O(n sqrt n); space O(1)
#include <stdio.h>

int main(void)
{
    long n, points = 0;

    if (scanf("%ld", &n) != 1)
        return 1;
    for (long x = 1; x <= n; x++)
        for (long y = 1; y * y <= x; y++)
            points += (x ^ y) & 1;
    printf("%ld\n", points);
    return 0;
}
