/*
 * attack: waits for ever at a fifo whose other end nobody opens
 * run: --wall 1
 * expected: wall_limit
 * hides: ^opened$
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

int main(void)
{
    mkfifo("fifo", 0600);
    open("fifo", O_RDONLY);
    puts("opened");
    return 0;
}
