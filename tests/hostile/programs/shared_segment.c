/*
 * attack: leaves a shared memory segment (SysV) for a later run
 * run: --wall 5
 * expected: forbidden_call
 * call: shmget
 * hides: ^answered [0-9]
 */
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/shm.h>

int main(void)
{
    long result = shmget(0x4153, 4096, IPC_CREAT | 0666);
    printf("answered %ld\n", (long) result);
    return 0;
}
