/*
 * attack: compares kernel objects of other processes (kcmp)
 * run: --wall 5
 * expected: forbidden_call
 * call: kcmp
 * hides: ^answered [0-9]
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long result = syscall(SYS_kcmp, getpid(), 1, 0, 0, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
