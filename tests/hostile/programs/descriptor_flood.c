/*
 * attack: opens files until nothing more is given
 * run: --wall 5 --open-files 256
 * expected: exited
 * prints: ^stopped at (6[0-9]|[12][0-9][0-9]) descriptors: Too many open files$
 * control: room --wall 5
 * shows: ^descriptor 60 works$
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    int last = 0;

    for (int fd; (fd = open("/dev/zero", O_RDONLY)) >= 0; last = fd) {
        char byte;
        if (fd == 60 && read(fd, &byte, 1) == 1)
            puts("descriptor 60 works");
    }
    printf("stopped at %d descriptors: %s\n", last + 1, strerror(errno));
    return 0;
}
