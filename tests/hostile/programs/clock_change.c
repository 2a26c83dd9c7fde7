/*
 * attack: sets the clock of the machine
 * run: --wall 5
 * expected: forbidden_call
 * call: clock_settime
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_clock_settime, 0, NULL));
    return 0;
}
