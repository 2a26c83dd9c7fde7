/*
 * attack: reads the memory of the room's first process
 * run: --wall 5
 * expected: forbidden_call
 * call: process_vm_readv
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_process_vm_readv, 1, NULL, 0, NULL, 0, 0));
    return 0;
}
