// huge; time O(log n); space O(1)
#include <stdio.h>

int main(void)
{
    long n, largest = 0;

    if (scanf("%ld", &n) != 1)
        return 1;
    for (int base = 2; base <= 64; base++) {
        long sum = 0;

        for (long rest = n; rest > 0; rest /= base)
            sum += rest % base;
        if (sum > largest)
            largest = sum;
    }
    printf("%ld\n", largest);
    return 0;
}
