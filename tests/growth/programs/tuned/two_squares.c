// huge; time O(sqrt n); space O(1); kind: two pointers
#include <stdio.h>

int main(void)
{
    long n, ways = 0;

    if (scanf("%ld", &n) != 1)
        return 1;
    long high = 0;
    while ((high + 1) * (high + 1) <= n)
        high++;
    for (long low = 0; low <= high;) {
        long sum = low * low + high * high;

        if (sum == n)
            ways++;
        if (sum < n)
            low++;
        else
            high--;
    }
    printf("%ld\n", ways);
    return 0;
}
