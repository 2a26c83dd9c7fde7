/*
 * attack: fills memory by files that have no name
 * run: --memory 67108864 --wall 20
 * expected: memory_limit signalled exited forbidden_call
 * hides: ^filled$
 */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void)
{
    static char block[1 << 20];
    int fd = memfd_create("hidden", 0);

    memset(block, 7, sizeof(block));
    for (int i = 0; i < 120; i++)
        if (write(fd, block, sizeof(block)) != sizeof(block))
            return 1;
    puts("filled");
    return 0;
}
