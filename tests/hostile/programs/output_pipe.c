/*
 * attack: reads back, blows up and blocks the pipes on which the judge waits for its output
 * run: --wall 5
 * expected: exited
 * prints: ^end$
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    static char block[65536];
    int again = open("/proc/self/fd/1", O_RDWR | O_NONBLOCK);

    fcntl(1, F_SETPIPE_SZ, 1 << 20);
    fcntl(1, F_SETPIPE_SZ, 4096);
    fcntl(1, F_SETFL, O_NONBLOCK | O_ASYNC);
    read(again, block, sizeof(block));
    fcntl(1, F_SETFL, 0);
    write(1, "end\n", 4);
    return 0;
}
