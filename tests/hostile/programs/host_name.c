/*
 * attack: renames the host
 * run: --wall 5
 * expected: forbidden_call
 * call: sethostname
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_sethostname, "evil", 4));
    return 0;
}
