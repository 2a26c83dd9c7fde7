/* Mistake: never flushes, so that the command stays in the buffer and both sides wait: too slow. */
#include <stdio.h>
#include <string.h>

int main(void)
{
    static char buffer[1 << 16];
    long n, limit;

    setvbuf(stdout, buffer, _IOFBF, sizeof(buffer));
    if (scanf("%ld %ld", &n, &limit) != 2)
        return 1;

    long low = 1, high = n + 1;

    while (low < high) {
        long middle = (low + high) / 2;
        char reply[8];

        printf("? %ld\n", middle);
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
