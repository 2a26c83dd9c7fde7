/*
 * attack: makes a file that claims to be a terabyte
 * run: --wall 5 --scratch 268435456
 * expected: exited signalled
 * prints: ^refused$
 * hides: ^made$
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int fd = open("/box/sparse", O_RDWR | O_CREAT, 0600);

    signal(SIGXFSZ, SIG_IGN);
    puts(ftruncate(fd, 1l << 40) == 0 ? "made" : "refused");
    return 0;
}
