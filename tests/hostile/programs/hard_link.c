/*
 * attack: links and renames files out of its scratch, and makes devices
 * run: --wall 5
 * expected: exited forbidden_call
 * hides: ^made
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

int main(void)
{
    close(open("/box/a", O_WRONLY | O_CREAT, 0600));
    if (link("/etc/passwd", "/box/passwd") == 0)
        puts("made a link to /etc/passwd");
    if (rename("/box/a", "/etc/a") == 0)
        puts("made /etc/a");
    if (mknod("/box/null", S_IFCHR | 0600, makedev(1, 1)) == 0)
        puts("made a device");
    return 0;
}
