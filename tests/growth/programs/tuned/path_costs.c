// grid; time O(n^2); space O(n); kind: DP in one row
#include <stdio.h>

int main(void)
{
    int n, x, best[400];

    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            if (scanf("%d", &x) != 1)
                return 1;
            int above = i > 0 ? best[j] : 1 << 30, left = j > 0 ? best[j - 1] : 1 << 30;

            best[j] = i + j == 0 ? x : x + (above < left ? above : left);
        }
    printf("%d\n", best[n - 1]);
    return 0;
}
