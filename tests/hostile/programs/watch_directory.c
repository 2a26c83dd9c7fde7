/*
 * attack: is told by a signal what others do in a directory of the host
 * run: --wall 5
 * expected: forbidden_call
 * call: fcntl
 * hides: ^watching
 * control: host
 * shows: ^watching: 0$
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>

int main(void)
{
    signal(SIGIO, SIG_IGN);
    printf("watching: %d\n",
           fcntl(open("/usr/bin", O_RDONLY | O_DIRECTORY), F_NOTIFY, DN_ACCESS | DN_MULTISHOT));
    return 0;
}
