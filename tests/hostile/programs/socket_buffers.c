/*
 * attack: fills the kernel's memory by sockets that nobody reads
 * run: --memory 67108864 --wall 20 --open-files 4000 --profile service
 * expected: exited memory_limit signalled
 * hides: ^filled (4[0-9][0-9]|[5-9][0-9][0-9]|[0-9]{4,}) MiB
 */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    static char block[65536];
    long bytes = 0;
    int pair[2];

    memset(block, 7, sizeof(block));
    while (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair) == 0) {
        int size = 64 << 20;
        ssize_t put;
        setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &size, sizeof(size));
        while ((put = write(pair[0], block, sizeof(block))) > 0)
            bytes += put;
    }
    printf("filled %ld MiB\n", bytes >> 20);
    return 0;
}
