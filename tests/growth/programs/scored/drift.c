// huge; time O(1); space O(1); kind: a long loop that does not depend on n
#include <stdint.h>
#include <stdio.h>

#define STEPS 50000

int main(void)
{
    uint64_t n;

    if (scanf("%lu", &n) != 1)
        return 1;
    for (int i = 0; i < STEPS; i++) {
        n ^= n << 13;
        n ^= n >> 7;
        n ^= n << 17;
    }
    printf("%lu\n", n % 1000);
    return 0;
}
