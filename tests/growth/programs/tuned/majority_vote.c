// numbers; time O(n); space O(1); kind: dominated by reading
#include <stdio.h>

int main(void)
{
    int n, x, candidate = 0, lead = 0;

    if (scanf("%d", &n) != 1)
        return 1;
    while (n-- > 0 && scanf("%d", &x) == 1) {
        if (lead == 0)
            candidate = x;
        lead += x == candidate ? 1 : -1;
    }
    printf("%d %d\n", candidate, lead);
    return 0;
}
