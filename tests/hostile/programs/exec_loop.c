/*
 * attack: replaces itself for ever, so that no process lives long enough to be measured
 * run: --cpu 0.5 --wall 10 -- 0
 * expected: cpu_limit
 * control: room --cpu 0.5 --wall 10 -- 5
 * shows: ^replaced 5 times$
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    char left[32], *next[] = { arguments[0], left, NULL };
    int rounds = count > 1 ? atoi(arguments[1]) : 0;

    if (rounds == 1) {
        puts("replaced 5 times");
        return 0;
    }
    snprintf(left, sizeof(left), "%d", rounds - 1);
    execv("/proc/self/exe", next);
    return 1;
}
