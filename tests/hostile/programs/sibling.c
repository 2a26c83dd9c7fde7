/*
 * attack: has its child become a child of init's, whose end nobody expects
 * run: --wall 5
 * expected: forbidden_call
 * call: clone
 * hides: ^answered [0-9]
 */
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long result = syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
