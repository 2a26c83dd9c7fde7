/*
 * attack: interrupts its own forbidden call by signals, so that nobody learns of it
 * run: --wall 5
 * expected: forbidden_call
 * call: sync
 * hides: ^done$
 */
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

static void nothing(int number)
{
}

int main(void)
{
    struct itimerval often = { { 0, 50 }, { 0, 50 } };

    signal(SIGALRM, nothing);
    setitimer(ITIMER_REAL, &often, NULL);
    for (int i = 0; i < 100000; i++)
        if (syscall(SYS_sync) == 0)
            puts("done");
    return 0;
}
