/*
 * attack: recurses for ever
 * run: --memory 67108864 --wall 10 -- 0
 * expected: signalled memory_limit
 * control: room --memory 268435456 --wall 10 -- 30
 * shows: ^used 30 MiB of stack$
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int descend(int mebibytes)
{
    volatile char frame[1 << 20];

    memset((char *) frame, mebibytes, sizeof(frame));
    return mebibytes == 1 ? frame[5] : descend(mebibytes - 1) + frame[7];
}

int main(int count, char **arguments)
{
    int mebibytes = count > 1 ? atoi(arguments[1]) : 0;

    if (descend(mebibytes) != 0)
        printf("used %d MiB of stack\n", mebibytes);
    return 0;
}
