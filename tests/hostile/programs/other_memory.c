/*
 * attack: reads the memory of the room's init through /proc/PID/mem
 * run: --wall 5 -- 1
 * expected: exited
 * prints: ^cannot open /proc/1/mem:
 * hides: ^opened
 * control: room --wall 5 -- self
 * shows: ^opened /proc/self/mem$
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    char path[64];

    snprintf(path, sizeof(path), "/proc/%s/mem", count > 1 ? arguments[1] : "1");
    if (open(path, O_RDONLY) >= 0)
        printf("opened %s\n", path);
    else
        printf("cannot open %s: %s\n", path, strerror(errno));
    return 0;
}
