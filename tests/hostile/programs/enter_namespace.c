/*
 * attack: enters the namespaces that /proc shows of another process
 * run: --wall 5
 * expected: forbidden_call
 * call: setns
 * hides: ^answered [0-9]
 * control: host
 * needs: root
 * shows: ^answered 0$
 */
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int fd = open("/proc/self/ns/uts", O_RDONLY);
    long result = setns(fd, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
