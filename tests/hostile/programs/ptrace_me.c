/*
 * attack: asks to be traced, so that its stops are another's business
 * run: --wall 5
 * expected: forbidden_call
 * call: ptrace
 * hides: ^answered [0-9]
 * control: host
 * shows: ^answered 0$
 */
#include <sys/ptrace.h>
#include <stdio.h>

int main(void)
{
    long result = ptrace(PTRACE_TRACEME, 0, 0, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
