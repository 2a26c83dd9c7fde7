/*
 * attack: mounts a file system of its own over the room's
 * run: --wall 5
 * expected: forbidden_call
 * call: mount
 * hides: ^answered [0-9]
 */
#include <stdio.h>
#include <sys/mount.h>

int main(void)
{
    long result = mount("none", "/box", "tmpfs", 0, "");
    printf("answered %ld\n", (long) result);
    return 0;
}
