/*
 * attack: closes its output, so that a judge that waits for the end of the stream thinks it is over
 * run: --wall 1
 * expected: wall_limit
 * prints: ^before$
 * hides: after
 * control: room --wall 5 -- stay
 * shows: ^after$
 */
#include <stdio.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    (void) arguments;
    puts("before");
    fflush(stdout);
    if (count > 1) {
        puts("after");
        return 0;
    }
    for (int fd = 0; fd < 64; fd++)
        close(fd);
    sleep(60);
    return 0;
}
