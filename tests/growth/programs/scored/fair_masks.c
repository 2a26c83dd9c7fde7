// small; time O(2^n); space O(n) or O(1); kind: subsets as bit masks
#include <stdio.h>

int main(void)
{
    int n;
    long a[30], total = 0, best = -1;

    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++) {
        if (scanf("%ld", &a[i]) != 1)
            return 1;
        total += a[i];
    }
    for (unsigned mask = 0; mask < 1u << n; mask++) {
        long sum = 0;

        for (int i = 0; i < n; i++)
            if (mask >> i & 1)
                sum += a[i];
        if (2 * sum <= total && sum > best)
            best = sum;
    }
    printf("%ld\n", total - 2 * best);
    return 0;
}
