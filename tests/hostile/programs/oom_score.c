/*
 * attack: makes the judge the first to be killed when memory is short
 * run: --wall 5 --memory 67108864
 * expected: memory_limit
 * hides: ^lowered$
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    int fd = open("/proc/self/oom_score_adj", O_WRONLY);

    if (fd >= 0 && write(fd, "-1000", 5) == 5)
        puts("lowered");
    fflush(stdout);
    for (;;) {
        char *block = malloc(1 << 20);
        if (block)
            memset(block, 7, 1 << 20);
    }
}
