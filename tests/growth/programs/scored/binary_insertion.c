// numbers; time O(n^2); space O(n); families: reversed, random; kind: memmove, a tiny constant
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1) return 1;
    int *sorted = malloc(sizeof(int) * n);
    long moved = 0;
    for (int count = 0; count < n; count++) {
        int value;
        if (scanf("%d", &value) != 1) return 1;
        int low = 0, high = count;
        while (low < high) {
            int middle = (low + high) / 2;
            if (sorted[middle] <= value)
                low = middle + 1;
            else
                high = middle;
        }
        memmove(sorted + low + 1, sorted + low, sizeof(int) * (count - low));
        sorted[low] = value;
        moved += count - low;
    }
    printf("%ld %d\n", moved, sorted[n / 2]);
    free(sorted);
    return 0;
}
