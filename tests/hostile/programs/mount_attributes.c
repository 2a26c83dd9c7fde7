/*
 * attack: makes the read-only binds writable
 * run: --wall 5
 * expected: forbidden_call
 * call: mount_setattr
 * hides: ^answered [0-9]
 */
#include <linux/mount.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct mount_attr attributes = { .attr_clr = MOUNT_ATTR_RDONLY };
    long result = syscall(SYS_mount_setattr, AT_FDCWD, "/usr", 0, &attributes, sizeof(attributes));
    printf("answered %ld\n", (long) result);
    return 0;
}
