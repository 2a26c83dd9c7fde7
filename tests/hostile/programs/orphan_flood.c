/*
 * attack: makes orphans without end, each in a session of its own, each working
 * run: --cpu 1 --wall 10 --processes 30
 * expected: cpu_limit wall_limit
 * control: room --cpu 3 --wall 10 --processes 30 -- once
 * shows: ^orphaned$
 */
#include <stdio.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    do {
        if (fork() == 0) {
            setsid();
            if (fork() == 0)
                for (volatile long i = 0; i < 30000000; i++)
                    ;
            _exit(0);
        }
    } while (count == 1);
    puts("orphaned");
    return 0;
}
