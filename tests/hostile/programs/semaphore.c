/*
 * attack: leaves a semaphore for a later run
 * run: --wall 5
 * expected: forbidden_call
 * call: semget
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_semget, 1, 1, 0));
    return 0;
}
