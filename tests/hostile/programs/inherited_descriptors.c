/*
 * attack: uses descriptors that the judge forgot to close
 * run: --wall 5
 * expected: exited
 * prints: ^0 inherited$
 * control: host
 * shows: ^[1-9][0-9]* inherited$
 */
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
    int inherited = 0;

    for (int fd = 3; fd < 65536; fd++)
        inherited += fcntl(fd, F_GETFD) >= 0;
    printf("%d inherited\n", inherited);
    return 0;
}
