/*
 * attack: loads a kernel module
 * run: --wall 5
 * expected: forbidden_call
 * call: init_module
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_init_module, NULL, 0, ""));
    return 0;
}
