/*
 * attack: takes a descriptor from another process
 * run: --wall 5
 * expected: forbidden_call
 * call: pidfd_getfd
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_pidfd_getfd, 0, 0, 0));
    return 0;
}
