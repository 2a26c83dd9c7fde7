/*
 * attack: ends by every signal and status that could mean something to a judge
 * run: --wall 5 -- 42
 * expected: exited
 * run: --wall 5 -- 43
 * expected: exited
 * run: --wall 5 -- -9
 * expected: signalled
 * run: --wall 5 -- -31
 * expected: signalled
 * run: --wall 5 -- -24
 * expected: signalled
 */
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* SIGSYS (31) looks like a filter, SIGXCPU (24) like a limit, SIGKILL (9) like the judge. */
int main(int count, char **arguments)
{
    int status = atoi(arguments[1]);

    if (status < 0)
        kill(getpid(), -status);
    return status;
}
