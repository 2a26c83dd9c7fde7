/*
 * attack: mounts by the newer system calls
 * run: --wall 5
 * expected: forbidden_call
 * call: fsopen
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_fsopen, "tmpfs", 0));
    return 0;
}
