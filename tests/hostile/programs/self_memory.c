/*
 * attack: writes over its own read-only code through /proc/self/mem
 * run: --wall 5
 * expected: exited
 * prints: ^cannot open: 
 * hides: ^written$
 * control: host
 * shows: ^written$
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char text[] = "constant";

int main(void)
{
    int fd = open("/proc/self/mem", O_RDWR);

    if (fd < 0)
        printf("cannot open: %s\n", strerror(errno));
    else if (pwrite(fd, "C", 1, (off_t) text) == 1)
        puts("written");
    return 0;
}
