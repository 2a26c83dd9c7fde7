/*
 * attack: drops the memory of other processes
 * run: --wall 5
 * expected: forbidden_call
 * call: process_madvise
 * hides: ^answered [0-9]
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long result = syscall(SYS_process_madvise, 0, NULL, 0, 0, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
