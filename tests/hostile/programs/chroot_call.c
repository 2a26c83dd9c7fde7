/*
 * attack: makes a directory of its own its root
 * run: --wall 5
 * expected: forbidden_call
 * call: chroot
 * hides: ^answered [0-9]
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    long result = chroot("/box");
    printf("answered %ld\n", (long) result);
    return 0;
}
