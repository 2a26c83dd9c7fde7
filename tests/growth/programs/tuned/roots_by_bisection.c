// huge; time O(log n); space O(1)
#include <stdio.h>

/* The largest r with r * r <= n. */
static long long root(long long n)
{
    long long low = 0, high = n + 1;

    while (high - low > 1) {
        long long middle = low + (high - low) / 2;

        if (middle <= n / middle)
            low = middle;
        else
            high = middle;
    }
    return low;
}

int main(void)
{
    long long n, sum = 0;

    if (scanf("%lld", &n) != 1)
        return 1;
    for (int i = 0; i < 200; i++)
        sum += root(n + i);
    printf("%lld\n", sum);
    return 0;
}
