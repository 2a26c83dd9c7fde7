/*
 * attack: adds rules of its own to the kernel's security modules
 * run: --wall 5
 * expected: forbidden_call
 * call: landlock_create_ruleset
 * hides: ^answered [0-9]
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long result = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
    printf("answered %ld\n", (long) result);
    return 0;
}
