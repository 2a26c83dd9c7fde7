/*
 * attack: takes a lease on a file, which makes others wait when they open it
 * run: --wall 5
 * expected: forbidden_call
 * call: fcntl
 * hides: ^leased
 * control: host {work}/input
 * shows: ^leased: 0$
 */
#include <fcntl.h>
#include <stdio.h>

int main(int count, char **arguments)
{
    int fd = open(count > 1 ? arguments[1] : "/proc/self/exe", O_RDONLY);

    printf("leased: %d\n", fcntl(fd, F_SETLEASE, F_RDLCK));
    return 0;
}
