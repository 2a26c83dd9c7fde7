// fewnumbers; time O(n^2 log n); space O(n); families: random, distinct; kind: qsort in a loop
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int descending(const void *a, const void *b)
{
    int x = *(const int *) a, y = *(const int *) b;

    return (x < y) - (x > y);
}

int main(void)
{
    int n, a[2000], copy[2000];
    long long sum = 0;

    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            return 1;
    for (int from = 0; from < n; from++) {
        memcpy(copy, a + from, (size_t) (n - from) * sizeof(int));
        qsort(copy, (size_t) (n - from), sizeof(int), descending);
        for (int i = 0; i < 3 && i < n - from; i++)
            sum += copy[i];
    }
    printf("%lld\n", sum);
    return 0;
}
