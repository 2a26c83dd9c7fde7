/*
 * attack: keeps its parent asleep in vfork(2), in which no signal but SIGKILL ends it
 * run: --wall 1
 * expected: wall_limit
 * hides: ^back$
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    if (vfork() == 0)
        for (;;)
            pause();
    puts("back");
    return 0;
}
