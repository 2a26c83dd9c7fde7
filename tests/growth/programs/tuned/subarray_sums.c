// fewnumbers; time O(n^3); space O(n)
#include <stdio.h>

int main(void)
{
    int n, a[2000];
    long hits = 0;

    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            return 1;
    for (int from = 0; from < n; from++)
        for (int to = from; to < n; to++) {
            long sum = 0;

            for (int i = from; i <= to; i++)
                sum += a[i] % 100;
            hits += sum % 7 == 0;
        }
    printf("%ld\n", hits);
    return 0;
}
