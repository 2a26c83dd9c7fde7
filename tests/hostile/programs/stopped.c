/*
 * attack: stops its own process, so that it is neither running nor ended
 * run: --wall 1
 * expected: wall_limit
 * hides: ^went on$
 * control: room --wall 5 -- continue
 * shows: ^went on$
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    pid_t parent = getpid();

    (void) arguments;
    if (count > 1 && fork() == 0) {
        usleep(200000);
        kill(parent, SIGCONT);
        return 0;
    }
    raise(SIGSTOP);
    puts("went on");
    return 0;
}
