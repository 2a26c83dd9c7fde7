/*
 * attack: leaves a key for a later run in a keyring of the kernel
 * run: --wall 5
 * expected: forbidden_call
 * call: add_key
 * hides: ^answered [0-9]
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long result = syscall(SYS_add_key, "user", "assay", "left", 4, -3);
    printf("answered %ld\n", (long) result);
    return 0;
}
