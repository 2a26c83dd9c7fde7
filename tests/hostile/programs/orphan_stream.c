/*
 * attack: makes children of the room's init end as fast as they can, so that it has no time for the
 *         judge, while the program itself ends, or spins
 * run: --wall 10 --cpu 5 -- end
 * expected: exited
 * prints: ^streaming$
 * run: --wall 10 --cpu 0.5 -- spin
 * expected: cpu_limit
 * run: --wall 1 --cpu 20 -- wait
 * expected: wall_limit
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void stream(void)
{
    for (;;) {
        if (fork() == 0) {
            fork();
            _exit(0);
        }
        while (waitpid(-1, NULL, WNOHANG) > 0)
            ;
    }
}

int main(int count, char **arguments)
{
    const char *what = arguments[count - 1];

    printf("streaming\n");
    fflush(stdout);
    for (int i = 0; i < 16; i++) {
        if (fork() == 0)
            stream();
    }
    usleep(200000);
    if (strcmp(what, "spin") == 0)
        stream();
    if (strcmp(what, "wait") == 0) {
        kill(-1, SIGSTOP);
        for (;;)
            pause();
    }
    return 0;
}
