/*
 * attack: kills every process it may, the judge and the room's init first
 * run: --wall 5 -- {pid}
 * expected: exited
 * prints: ^init: still there, judge: No such process, own child: killed by 9$
 * control: room --wall 5 -- {pid}
 * shows: own child: killed by 9$
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    int status = 0, judge = count > 1 ? atoi(arguments[1]) : 99999;
    pid_t child = fork();

    if (child == 0)
        for (;;)
            pause();
    for (int number = 1; number < 32; number++) {
        kill(1, number);
        kill(getppid(), number);
    }
    errno = 0;
    kill(judge, SIGKILL);
    const char *answer = strerror(errno);
    kill(-1, SIGKILL);
    waitpid(child, &status, 0);
    printf("init: %s, judge: %s, own child: killed by %d\n",
           kill(1, 0) == 0 || errno == EPERM ? "still there" : strerror(errno), answer,
           WTERMSIG(status));
    return 0;
}
