/*
 * attack: reads the judge's environment and command line, its own or through /proc
 * run: --wall 5
 * expected: exited
 * prints: ^no mark in [1-9][0-9]* bytes$
 * hides: found
 * control: host
 * shows: ^found in
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static size_t bytes;
static int found;

static void look(const char *pid, const char *file)
{
    static char text[1 << 16];
    char path[512];

    snprintf(path, sizeof(path), "/proc/%s/%s", pid, file);
    int fd = open(path, O_RDONLY);
    ssize_t size = fd < 0 ? 0 : read(fd, text, sizeof(text));
    if (fd >= 0)
        close(fd);
    if (size <= 0)
        return;
    bytes += (size_t) size;
    if (memmem(text, (size_t) size, "MARK_OF_THE_JUDGE", 17)) {
        printf("found in %s\n", path);
        found++;
    }
}

int main(void)
{
    DIR *directory = opendir("/proc");
    struct dirent *entry;

    while (directory && (entry = readdir(directory))) {
        if (entry->d_name[0] < '0' || entry->d_name[0] > '9')
            continue;
        look(entry->d_name, "environ");
        look(entry->d_name, "cmdline");
        look(entry->d_name, "mountinfo");
    }
    if (!found)
        printf("no mark in %zu bytes\n", bytes);
    return 0;
}
