/*
 * attack: closes its standard streams before it does anything, so that files it opens take their numbers
 * run: --wall 5 -- close
 * expected: exited
 * hides: left
 * control: room --wall 5
 * shows: ^left$
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    if (count > 1) {
        for (int i = 0; i < 3; i++)
            close(i);
        for (int i = 0; i < 3; i++)
            open("/proc/self/fd", O_RDONLY);
    }
    puts("left");
    return fflush(stdout) == 0;
}
