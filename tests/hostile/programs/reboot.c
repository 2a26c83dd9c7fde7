/*
 * attack: reboots the machine
 * run: --wall 5
 * expected: forbidden_call
 * call: reboot
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_reboot, 0, 0, 0, NULL));
    return 0;
}
