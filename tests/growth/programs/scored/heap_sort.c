// numbers; time O(n log n); space O(n); kind: heap
#include <stdio.h>

static int a[200001];

static void sift(int root, int count)
{
    for (int child; (child = 2 * root + 1) < count; root = child) {
        if (child + 1 < count && a[child + 1] > a[child])
            child++;
        if (a[root] >= a[child])
            return;
        int kept = a[root];
        a[root] = a[child];
        a[child] = kept;
    }
}

int main(void)
{
    int n;

    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            return 1;
    for (int i = n / 2 - 1; i >= 0; i--)
        sift(i, n);
    for (int end = n - 1; end > 0; end--) {
        int kept = a[0];
        a[0] = a[end];
        a[end] = kept;
        sift(0, end);
    }
    printf("%d %d %d\n", a[0], a[n / 2], a[n - 1]);
    return 0;
}
