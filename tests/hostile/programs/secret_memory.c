/*
 * attack: hides memory from the kernel itself, which then cannot be dumped or moved
 * run: --wall 5
 * expected: forbidden_call
 * call: memfd_secret
 * hides: ^answered [0-9]
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long result = syscall(447, 0); /* memfd_secret */
    printf("answered %ld\n", (long) result);
    return 0;
}
