/*
 * attack: changes the root of the room
 * run: --wall 5
 * expected: forbidden_call
 * call: pivot_root
 * hides: ^answered 0$
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    printf("answered %ld\n", (long) syscall(SYS_pivot_root, ".", "."));
    return 0;
}
