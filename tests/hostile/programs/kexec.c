/*
 * attack: loads another kernel
 * run: --wall 5
 * expected: forbidden_call
 * call: kexec_load
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_kexec_load, 0, 0, NULL, 0));
    return 0;
}
