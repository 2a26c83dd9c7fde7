// queries; time O(n sqrt n); space O(n); families: random, wide; kind: square root decomposition
#include <stdio.h>

static int a[100000], least[400];

int main(void)
{
    int n, size = 1, left, right;
    long long sum = 0;

    if (scanf("%d", &n) != 1)
        return 1;
    while (size * size < n)
        size++;
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &a[i]) != 1)
            return 1;
        if (i % size == 0 || a[i] < least[i / size])
            least[i / size] = a[i];
    }
    while (scanf("%d %d", &left, &right) == 2) {
        int best = a[left - 1];

        for (int i = left - 1; i < right;) {
            int whole = i % size == 0 && i + size <= right;
            int candidate = whole ? least[i / size] : a[i];

            best = candidate < best ? candidate : best;
            i += whole ? size : 1;
        }
        sum += best;
    }
    printf("%lld\n", sum);
    return 0;
}
