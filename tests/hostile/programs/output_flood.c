/*
 * attack: writes output for ever, to fill the judge's memory or disk
 * run: --output 65536 --wall 10 -- 0
 * expected: output_limit
 * output: 65536
 * control: room --output 2000000 --wall 10 -- 1000000
 * shows: x{1000}
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    static char block[10000];
    long wanted = count > 1 ? atol(arguments[1]) : 0;

    memset(block, 'x', sizeof(block));
    for (long written = 0; wanted == 0 || written < wanted; written += (long) sizeof(block)) {
        if (write(1, block, sizeof(block)) < 0)
            return 1;
    }
    return 0;
}
