/*
 * attack: reads the log of the kernel
 * run: --wall 5
 * expected: forbidden_call
 * call: syslog
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_syslog, 3, NULL, 0));
    return 0;
}
