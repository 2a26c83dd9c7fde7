/*
 * attack: makes segments of its own in the processor's tables
 * run: --wall 5
 * expected: forbidden_call
 * call: modify_ldt
 * hides: ^answered [0-9]
 * only: x86_64
 * control: host
 * shows: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    char table[64];
    long result = syscall(SYS_modify_ldt, 0, table, sizeof(table));
    printf("answered %ld\n", (long) result);
    return 0;
}
