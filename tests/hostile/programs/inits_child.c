/*
 * attack: leaves processes that are no descendants of its own but children of the room's init, as
 *         the filter allows the room's starter to make them
 * run: --wall 10 --processes 8
 * expected: exited
 * prints: ^children of init: 5$
 * run: --wall 10 --processes 8 --repeat 3
 * expected: exited
 * prints: ^children of init: 5$
 * control: room --wall 10 --processes 3
 * shows: ^children of init: 2$
 */
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define FLAGS (CLONE_VM | CLONE_VFORK | CLONE_PARENT | CLONE_PARENT_SETTID | SIGCHLD)

static int sleep_on(void *unused)
{
    char *arguments[] = { "/proc/self/exe", "sleep", NULL };

    execv(arguments[0], arguments);
    _exit(1);
}

int main(int count, char **arguments)
{
    static char stack[65536] __attribute__((aligned(16)));
    int made = 0;
    pid_t child;

    while (count > 1)
        pause();
    for (int i = 0; i < 5; i++)
        made += clone(sleep_on, stack + sizeof(stack), FLAGS, NULL, &child) > 0;
    printf("children of init: %d\n", made);
    return 0;
}
