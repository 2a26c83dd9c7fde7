/*
 * attack: fills the writable directories, whose files live in the host's memory
 * run: --memory 67108864 --wall 20
 * expected: memory_limit exited signalled
 * hides: ^wrote 96 MiB$
 * control: room --memory 268435456 --wall 20
 * shows: ^wrote 96 MiB$
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int fill(const char *path, int *mebibytes)
{
    static char block[1 << 20];
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    memset(block, 7, sizeof(block));
    while (fd >= 0 && *mebibytes < 128 && write(fd, block, sizeof(block)) == sizeof(block)) {
        (*mebibytes)++;
        if (*mebibytes % 32 == 0) {
            printf("wrote %d MiB\n", *mebibytes);
            fflush(stdout);
        }
    }
    return close(fd);
}

int main(void)
{
    int mebibytes = 0;

    signal(SIGXFSZ, SIG_IGN);
    fill("/box/a", &mebibytes);
    fill("/tmp/a", &mebibytes);
    fill("/dev/shm/a", &mebibytes);
    return 0;
}
