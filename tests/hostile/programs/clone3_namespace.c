/*
 * attack: makes namespaces by clone3(2), whose flags no filter can see
 * run: --wall 5
 * expected: exited
 * prints: ^clone3: Function not implemented$
 * run: --wall 5 --profile service
 * expected: exited
 * prints: ^clone3: Function not implemented$
 * control: host
 * shows: ^clone3: Success$
 * needs: root
 */
#include <errno.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct clone_args arguments = { .flags = CLONE_NEWUSER | CLONE_NEWNET, .exit_signal = SIGCHLD };
    long pid = syscall(SYS_clone3, &arguments, sizeof(arguments));

    if (pid == 0)
        _exit(0);
    printf("clone3: %s\n", strerror(pid < 0 ? errno : 0));
    return 0;
}
