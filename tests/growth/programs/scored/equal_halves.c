// small; time O(2^n); space O(1); kind: recursion over taking and leaving
#include <stdio.h>
#include <stdlib.h>

static long values[26];
static int n;

static long closest(int at, long difference)
{
    if (at == n) return labs(difference);
    long with = closest(at + 1, difference + values[at]);
    long without = closest(at + 1, difference - values[at]);
    return with < without ? with : without;
}

int main(void)
{
    if (scanf("%d", &n) != 1 || n > 26) return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%ld", &values[i]) != 1) return 1;
    printf("%ld\n", closest(0, 0));
    return 0;
}
