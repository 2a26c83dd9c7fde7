/*
 * attack: stops all of its processes, which cost no CPU time then
 * expected: TLE
 */
#include <signal.h>
#include <unistd.h>

int main(void)
{
    fork();
    signal(SIGTERM, SIG_IGN);
    for (;;)
        raise(SIGSTOP);
}
