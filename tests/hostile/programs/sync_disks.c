/*
 * attack: has the host write all its disks, again and again
 * run: --wall 5
 * expected: forbidden_call
 * call: sync
 * hides: ^answered [0-9]
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long result = syscall(SYS_sync);
    printf("answered %ld\n", (long) result);
    return 0;
}
