/*
 * attack: reads what its parent has open, answers above all, through /proc/PID/fd, cwd, root and environ
 * run: --wall 5
 * expected: exited
 * prints: ^0 of 1[0-9] opened$
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static const char *const names[] = { "fd", "fdinfo", "cwd", "root", "exe", "environ", "maps", "mem", "task",
    "map_files", "ns/mnt", "stack" };

int main(void)
{
    int pids[] = { getppid(), 1 };
    int opened = 0, tried = 0;
    char path[64];

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        tried++;
        for (int k = 0; k < 2; k++) {
            snprintf(path, sizeof(path), "/proc/%d/%s", pids[k], names[i]);
            opened += open(path, O_RDONLY | O_NONBLOCK) >= 0;
        }
    }
    printf("%d of %d opened\n", opened, tried);
    return 0;
}
