/*
 * attack: copies a mount tree, to reach what is mounted over
 * run: --wall 5
 * expected: forbidden_call
 * call: open_tree
 * hides: ^answered [0-9]
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long result = syscall(SYS_open_tree, AT_FDCWD, "/usr", 1);
    printf("answered %ld\n", (long) result);
    return 0;
}
