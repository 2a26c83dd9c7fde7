/*
 * attack: switches on accounting to a file of its own
 * run: --wall 5
 * expected: forbidden_call
 * call: acct
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_acct, "/box/acct"));
    return 0;
}
