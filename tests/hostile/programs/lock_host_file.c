/*
 * attack: locks a file of the host, for which others would wait
 * run: --wall 5 -- /usr/bin/env
 * expected: exited
 * prints: ^flock: -1$
 * hides: ^flock: 0$
 * run: --wall 5 --profile interpreter -- /usr/bin/env
 * expected: exited
 * prints: ^flock: -1$
 * control: host {work}/input
 * shows: ^flock: 0$
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>

int main(int count, char **arguments)
{
    int fd = open(arguments[count - 1], O_RDONLY);

    if (fd < 0)
        return 1;
    printf("flock: %d\n", flock(fd, LOCK_EX | LOCK_NB));
    return 0;
}
