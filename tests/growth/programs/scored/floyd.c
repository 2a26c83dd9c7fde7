// grid; time O(n^3); space O(n^2); kind: Floyd-Warshall
#include <stdio.h>

static int d[400][400];

int main(void)
{
    int n;
    long long sum = 0;

    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if (scanf("%d", &d[i][j]) != 1)
                return 1;
    for (int k = 0; k < n; k++)
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                if (d[i][k] + d[k][j] < d[i][j])
                    d[i][j] = d[i][k] + d[k][j];
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            sum += d[i][j];
    printf("%lld\n", sum);
    return 0;
}
