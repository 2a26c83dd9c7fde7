/*
 * attack: leaves a message for another room that runs at the same time, in every place that can be written
 * run: --wall 10 -- look
 * with: --wall 10 -- leave
 * expected: exited
 * prints: ^nothing found$
 * hides: ^found
 * control: host look
 * with: leave
 * shows: ^found /
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const names[] = { "/tmp/assay-hostile-talk", "/dev/shm/assay-hostile-talk", "/box/assay-hostile-talk",
    "/var/tmp/assay-hostile-talk" };
#define NAMES (sizeof(names) / sizeof(names[0]))

int main(int count, char **arguments)
{
    int found = 0;

    if (strcmp(arguments[1], "leave") == 0) {
        for (size_t i = 0; i < NAMES; i++)
            close(creat(names[i], 0666));
        sleep(2);
        for (size_t i = 0; i < NAMES; i++)
            unlink(names[i]);
        puts("left");
        return 0;
    }
    for (size_t i = 0; i < NAMES; i++)
        if (access(names[i], F_OK) == 0) {
            printf("found %s\n", names[i]);
            found++;
        }
    if (!found)
        puts("nothing found");
    return 0;
}
