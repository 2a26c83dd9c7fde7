/*
 * attack: leaves a message for a later run in a queue
 * run: --wall 5
 * expected: forbidden_call
 * call: mq_open
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_mq_open, "/left", 0, 0, NULL));
    return 0;
}
