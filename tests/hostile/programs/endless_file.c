/*
 * attack: appends to a file for ever
 * run: --wall 10 --memory 268435456 --scratch 33554432
 * expected: exited signalled
 * hides: ^wrote (3[3-9]|[4-9][0-9]|[0-9]{3,}) MiB$
 * prints: ^wrote [0-9]+ MiB$
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    static char block[1 << 20];
    int fd = open("/box/endless", O_WRONLY | O_CREAT | O_APPEND, 0600), mebibytes = 0;

    signal(SIGXFSZ, SIG_IGN);
    memset(block, 7, sizeof(block));
    while (write(fd, block, sizeof(block)) == sizeof(block))
        mebibytes++;
    printf("wrote %d MiB\n", mebibytes);
    return 0;
}
