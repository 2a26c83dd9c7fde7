// huge; time O(sqrt n); space O(1); kind: counting up to a root
#include <stdio.h>

int main(void)
{
    long n;
    if (scanf("%ld", &n) != 1) return 1;
    long root = 0, squares = 0;
    while ((root + 1) * (root + 1) <= n) {
        root++;
        if ((n - root * root) % 7 == 0) squares++;
    }
    printf("%ld %ld\n", root, squares);
    return 0;
}
