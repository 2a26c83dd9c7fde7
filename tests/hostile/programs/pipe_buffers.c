/*
 * attack: fills the kernel's memory by pipes that nobody reads
 * run: --memory 67108864 --wall 20 --open-files 4000
 * expected: exited memory_limit signalled
 * hides: ^filled (4[0-9][0-9]|[5-9][0-9][0-9]|[0-9]{4,}) MiB
 * control: room --memory 268435456 --wall 20 --open-files 4000
 * shows: ^filled [0-9]+ MiB
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    static char block[4096];
    long bytes = 0;
    int pair[2];

    memset(block, 7, sizeof(block));
    while (pipe2(pair, O_NONBLOCK) == 0) {
        ssize_t put;
        fcntl(pair[1], F_SETPIPE_SZ, 1 << 20);
        while ((put = write(pair[1], block, sizeof(block))) > 0)
            bytes += put;
    }
    printf("filled %ld MiB\n", bytes >> 20);
    return 0;
}
