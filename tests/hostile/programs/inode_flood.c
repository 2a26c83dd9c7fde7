/*
 * attack: makes empty files for ever, each of which costs kernel memory
 * run: --wall 20 --processes 64
 * expected: exited
 * prints: ^stopped: No space left on device$
 * hides: ^100000 files$
 * control: room --wall 20
 * shows: ^1000 files$
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    char path[64];

    for (int files = 1; files <= 100000; files++) {
        snprintf(path, sizeof(path), "/tmp/%d", files);
        int fd = open(path, O_WRONLY | O_CREAT, 0600);
        if (fd < 0) {
            printf("stopped: %s\n", strerror(errno));
            return 0;
        }
        close(fd);
        if (files == 1000 || files == 100000)
            printf("%d files\n", files);
    }
    return 0;
}
