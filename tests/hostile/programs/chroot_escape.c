/*
 * attack: leaves its root by a directory descriptor that it kept, the way out of a chroot
 * run: --wall 5
 * expected: exited
 * prints: ^root again$
 * hides: ^outside
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    struct stat root, up;
    int kept = open("/", O_RDONLY | O_DIRECTORY);

    stat("/", &root);
    for (int i = 0; i < 64; i++)
        if (fchdir(kept) < 0 || chdir("..") < 0 ||
            (kept = open("..", O_RDONLY | O_DIRECTORY)) < 0)
            return 1;
    stat(".", &up);
    puts(up.st_ino == root.st_ino && up.st_dev == root.st_dev ? "root again" : "outside");
    if (access("/proc/self/root/../home", F_OK) == 0 || access("../../../home", F_OK) == 0)
        puts("outside: /home");
    return 0;
}
