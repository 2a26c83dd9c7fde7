/*
 * attack: moves where its memory begins, to look like another program (PR_SET_MM)
 * run: --wall 5
 * expected: forbidden_call
 * call: prctl
 * hides: ^answered [0-9]
 */
#include <sys/prctl.h>
#include <stdio.h>

int main(void)
{
    long result = prctl(PR_SET_MM, PR_SET_MM_START_CODE, 0x1000, 0, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
