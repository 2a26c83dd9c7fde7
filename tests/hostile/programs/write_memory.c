/*
 * attack: writes into the memory of the room's first process
 * run: --wall 5
 * expected: forbidden_call
 * call: process_vm_writev
 * hides: ^answered [0-9]
 */
#include <sys/uio.h>
#include <stdio.h>

int main(void)
{
    char byte = 1;
    struct iovec own = { &byte, 1 }, other = { (void *) 0x400000, 1 };
    long result = process_vm_writev(1, &own, 1, &other, 1, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
