/*
 * attack: queues signals to itself that it never takes; their number is limited for a user of the host, not for a room
 * run: --wall 20 --processes 64
 * expected: exited
 * prints: ^queued [0-9]{1,4}$
 * control: host
 * shows: ^queued [0-9]{4,}$
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    union sigval value = { 0 };
    sigset_t set;
    long queued = 0;

    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN);
    sigprocmask(SIG_BLOCK, &set, NULL);
    while (queued < 20000 && sigqueue(getpid(), SIGRTMIN, value) == 0)
        queued++;
    printf("queued %ld\n", queued);
    return 0;
}
