/*
 * attack: looks for processes of the host
 * run: --wall 5 -- {pid}
 * expected: exited
 * prints: ^host process not seen$
 * control: host {pid}
 * shows: ^host process seen$
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

int main(int count, char **arguments)
{
    struct stat status;
    char path[64], line[64] = "";

    /* A number may be taken inside as well: what counts is whose process it is. */
    snprintf(path, sizeof(path), "/proc/%s/comm", count > 1 ? arguments[1] : "1");
    FILE *file = stat(path, &status) == 0 ? fopen(path, "r") : NULL;
    if (file && fgets(line, sizeof(line), file) && strstr(line, "host-mark"))
        puts("host process seen");
    else
        puts("host process not seen");
    return 0;
}
