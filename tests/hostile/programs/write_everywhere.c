/*
 * attack: leaves files wherever it can
 * run: --wall 5 -- {work}
 * expected: exited
 * prints: ^wrote 3 of the places that are meant for it, 0 others$
 * through: ^wrote .(usr|etc|proc|sys|root|home|var)
 * control: host {work}
 * shows: ^wrote {work}/hostile-was-here$
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int leaves_file(const char *directory)
{
    char path[512];

    snprintf(path, sizeof(path), "%s/hostile-was-here", directory);
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    if (fd < 0)
        return 0;
    printf("wrote %s\n", path);
    close(fd);
    unlink(path);
    return 1;
}

int main(int count, char **arguments)
{
    static const char *const meant[] = { "/box", "/tmp", "/dev/shm" };
    static const char *const others[] = { "/",        "/usr",     "/usr/bin", "/etc", "/dev",
                                          "/dev/pts", "/proc",    "/proc/1",  "/sys", "/root",
                                          "/home",    "/var/tmp", "/run",     "/usr/lib" };
    int good = 0, bad = 0;

    if (count > 1) {
        bad += leaves_file(arguments[1]);
        if (bad)
            return 0; /* the control on the host stops here */
    }
    for (size_t i = 0; i < sizeof(meant) / sizeof(meant[0]); i++)
        good += leaves_file(meant[i]);
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        bad += leaves_file(others[i]);
    printf("wrote %d of the places that are meant for it, %d others\n", good, bad);
    return 0;
}
