/*
 * attack: takes over the orphans, which init would reap
 * run: --wall 5
 * expected: forbidden_call
 * call: prctl
 * hides: ^answered [0-9]
 * control: host
 * shows: ^answered 0$
 */
#include <sys/prctl.h>
#include <stdio.h>

int main(void)
{
    long result = prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
