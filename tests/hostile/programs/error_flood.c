/*
 * attack: floods standard error from four processes at once
 * run: --output 65536 --wall 10 --processes 8 -- 0
 * expected: output_limit
 * control: room --output 2000000 --wall 10 --processes 8 -- 10
 * shows: ^flooded$
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    static char block[10000];
    long blocks = count > 1 ? atol(arguments[1]) : 0;

    memset(block, 'e', sizeof(block));
    fork();
    fork();
    for (long i = 0; blocks == 0 || i < blocks; i++) {
        if (write(2, block, sizeof(block)) < 0)
            return 1;
    }
    puts("flooded");
    return 0;
}
