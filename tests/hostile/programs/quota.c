/*
 * attack: changes the quotas of the host
 * run: --wall 5
 * expected: forbidden_call
 * call: quotactl
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_quotactl, 0, NULL, 0, NULL));
    return 0;
}
