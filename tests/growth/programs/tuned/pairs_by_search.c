// fewnumbers; time O(n^2 log n); space O(n); kind: binary search in loops
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    return *(const int *) a - *(const int *) b;
}

/* How many of the sorted numbers are less. */
static int rank(const int *a, int n, int x)
{
    int low = 0, high = n;

    while (low < high) {
        int middle = (low + high) / 2;

        if (a[middle] < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int main(void)
{
    int n, a[2000];
    long long sum = 0;

    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            return 1;
    qsort(a, (size_t) n, sizeof(int), compare);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            sum += rank(a, n, (a[i] + a[j]) / 2);
    printf("%lld\n", sum);
    return 0;
}
