/*
 * attack: handles page faults itself, which holds kernel code still in its middle
 * run: --wall 5
 * expected: forbidden_call
 * call: userfaultfd
 * hides: ^answered [0-9]
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long result = syscall(SYS_userfaultfd, 1);
    printf("answered %ld\n", (long) result);
    return 0;
}
