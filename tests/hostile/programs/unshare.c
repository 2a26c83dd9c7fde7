/*
 * attack: makes a user namespace of its own, in which it would be root
 * run: --wall 5
 * expected: forbidden_call
 * call: unshare
 * hides: ^answered [0-9]
 * control: host
 * needs: root
 * shows: ^answered 0$
 */
#include <sched.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    long result = unshare(CLONE_NEWUSER | CLONE_NEWNS);
    printf("answered %ld\n", (long) result);
    return 0;
}
