/*
 * attack: switches on a swap file of its own
 * run: --wall 5
 * expected: forbidden_call
 * call: swapon
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_swapon, "/box/swap", 0));
    return 0;
}
