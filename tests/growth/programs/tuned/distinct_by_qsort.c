// numbers; time O(n log n); space O(n); kind: dominated by sorting
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    int x = *(const int *) a, y = *(const int *) b;

    return (x > y) - (x < y);
}

int main(void)
{
    int n, distinct = 0;

    if (scanf("%d", &n) != 1)
        return 1;
    int *a = malloc((size_t) n * sizeof(int));
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            return 1;
    qsort(a, (size_t) n, sizeof(int), compare);
    for (int i = 0; i < n; i++)
        distinct += i == 0 || a[i] != a[i - 1];
    printf("%d\n", distinct);
    free(a);
    return 0;
}
