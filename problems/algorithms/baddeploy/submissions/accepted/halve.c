#include <stdio.h>
#include <string.h>

int main(void)
{
    long n, limit;

    if (scanf("%ld %ld", &n, &limit) != 2)
        return 1;

    long low = 1, high = n + 1; /* n + 1: none is bad */

    while (low < high) {
        long middle = (low + high) / 2;
        char reply[8];

        printf("? %ld\n", middle);
        fflush(stdout);
        if (scanf("%7s", reply) != 1)
            return 1;
        if (strcmp(reply, "bad") == 0)
            high = middle;
        else if (strcmp(reply, "good") == 0)
            low = middle + 1;
    }
    printf("! %ld\n", low == n + 1 ? 0 : low);
    return 0;
}
