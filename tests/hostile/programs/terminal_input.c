/*
 * attack: pushes characters into the terminal of whoever started the judge
 * run: --wall 5
 * expected: exited forbidden_call
 * hides: ^pushed
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

int main(void)
{
    int tty = open("/dev/tty", O_RDWR);

    for (int fd = 0; fd < 3; fd++)
        if (ioctl(fd, TIOCSTI, "x") == 0)
            printf("pushed by %d\n", fd);
    if (tty >= 0 && ioctl(tty, TIOCSTI, "x") == 0)
        puts("pushed by /dev/tty");
    return 0;
}
