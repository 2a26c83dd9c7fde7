/*
 * attack: makes small files for ever, of a page and an inode each
 * run: --memory 67108864 --wall 20
 * expected: exited memory_limit signalled
 * hides: ^100000 files$
 * control: room --wall 20
 * shows: ^1000 files$
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char name[64];

    for (int i = 1; i <= 100000; i++) {
        snprintf(name, sizeof(name), "/tmp/%d", i);
        int fd = open(name, O_WRONLY | O_CREAT, 0600);
        if (fd < 0 || write(fd, "x", 1) != 1)
            break;
        close(fd);
        if (i == 1000 || i == 100000) {
            printf("%d files\n", i);
            fflush(stdout);
        }
    }
    return 0;
}
