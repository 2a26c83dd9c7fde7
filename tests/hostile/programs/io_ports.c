/*
 * attack: talks to the hardware
 * only: x86_64
 * run: --wall 5
 * expected: forbidden_call exited
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_iopl, 3));
    return 0;
}
