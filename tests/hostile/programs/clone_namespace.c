/*
 * attack: is born again into a user namespace of its own
 * run: --wall 5
 * expected: forbidden_call
 * call: clone
 * hides: ^answered [0-9]
 * control: host
 * needs: root
 * shows: ^answered [1-9]
 */
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long result = syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
