/*
 * attack: takes and fills memory for ever
 * run: --memory 67108864 --wall 10
 * expected: memory_limit
 * prints: ^32 MiB$
 * hides: ^96 MiB$
 * control: room --memory 268435456 --wall 10
 * shows: ^192 MiB$
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    for (int mebibytes = 1;; mebibytes++) {
        char *block = malloc(1 << 20);
        if (block)
            memset(block, mebibytes, 1 << 20);
        if (mebibytes % 32 == 0) {
            printf("%d MiB\n", mebibytes);
            fflush(stdout);
        }
    }
}
