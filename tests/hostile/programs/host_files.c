/*
 * attack: reads files of the host: password hashes, keys, the judge's own secrets
 * run: --wall 5 -- {secret}
 * expected: exited
 * prints: ^read nothing$
 * hides: ^read /
 * control: host {secret}
 * shows: ^read .+secret$
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    static const char *const paths[] = { "/etc/shadow", "/root/.bashrc", "/root/.ssh/id_rsa",
                                         "/proc/1/environ", "/etc/machine-id", "/var/log/dpkg.log" };
    int found = 0;

    for (int i = 1; i < count + (int) (sizeof(paths) / sizeof(paths[0])); i++) {
        const char *path = i < count ? arguments[i] : paths[i - count];
        int fd = open(path, O_RDONLY);
        char byte;
        if (fd >= 0 && read(fd, &byte, 1) == 1) {
            printf("read %s\n", path);
            found++;
        }
    }
    if (!found)
        puts("read nothing");
    return 0;
}
