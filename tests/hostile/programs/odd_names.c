/*
 * attack: leaves files, links, fifos and sockets with names and modes that a cleaner stumbles over
 * run: --wall 5
 * expected: exited
 * prints: ^left 9$
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    char name[256];
    int left = 0;

    memset(name, 'n', 255);
    name[255] = '\0';
    left += close(creat("-rf", 0)) == 0;
    left += close(creat("a\nb\033[2J\xff", 0)) == 0;
    left += close(creat(name, 0)) == 0;
    left += symlink("/etc/shadow", "link") == 0;
    left += symlink("loop", "loop") == 0;
    left += symlink("/proc/1/root", "program") == 0;
    left += mkfifo("fifo", 0) == 0;
    left += mkdir("closed", 0) == 0;
    left += chmod("/tmp", 0) == 0 || chmod(".", 0755) == 0 || 1;
    printf("left %d\n", left);
    return 0;
}
