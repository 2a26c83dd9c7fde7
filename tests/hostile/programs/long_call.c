/*
 * attack: spends its time in one call, which cannot be interrupted
 * run: --wall 10 --cpu 0.5 -- copy
 * expected: cpu_limit
 * run: --wall 10 --cpu 0.5 -- random
 * expected: cpu_limit
 * run: --wall 10 --cpu 0.5 -- zero
 * expected: cpu_limit
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/sendfile.h>
#include <unistd.h>

#define MOST 0x7ffff000L

int main(int count, char **arguments)
{
    int from = open("/dev/zero", O_RDONLY), to = open("/dev/null", O_WRONLY);
    /* A page that is never written to is one and the same page of zeros. */
    char *block = mmap(NULL, MOST, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    static char small[32 << 20];

    for (;;) {
        if (strcmp(arguments[1], "copy") == 0)
            sendfile(to, from, NULL, MOST);
        else if (strcmp(arguments[1], "random") == 0)
            getrandom(small, sizeof(small), 0);
        else if (read(from, small, sizeof(small)) > 0)
            madvise(block, MOST, MADV_DONTNEED);
    }
}
