/*
 * attack: executes from a thread that is not the first, which changes who the process is
 * run: --wall 10 --cpu 0.5 -- spin
 * expected: cpu_limit
 * prints: ^executed$
 * run: --wall 10 --cpu 5 -- forbid
 * expected: forbidden_call
 * call: ptrace
 * prints: ^executed$
 */
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <unistd.h>

static char *what;

static void *execute(void *unused)
{
    char *arguments[] = { "/proc/self/exe", what, "again", NULL };

    execv(arguments[0], arguments);
    _exit(1);
}

int main(int count, char **arguments)
{
    pthread_t thread;

    what = arguments[1];
    if (count == 2) {
        pthread_create(&thread, NULL, execute, NULL);
        for (;;)
            pause();
    }
    printf("executed\n");
    fflush(stdout);
    if (strcmp(what, "forbid") == 0)
        ptrace(PTRACE_TRACEME, 0, 0, 0);
    for (;;)
        ;
}
