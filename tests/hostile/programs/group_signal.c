/*
 * attack: signals its whole process group and session
 * run: --wall 5
 * expected: exited
 * prints: ^survived$
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    kill(0, SIGTERM);
    kill(-getsid(0), SIGHUP);
    puts("survived");
    return 0;
}
