/*
 * attack: makes timers for ever, each of which costs kernel memory and takes from a user's share of signals
 * run: --wall 20 --processes 64
 * expected: exited
 * prints: ^made [0-9]{1,4}$
 * control: host
 * shows: ^made [0-9]{4,}$
 */
#include <signal.h>
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN };
    timer_t timer;
    long made = 0;

    while (made < 20000 && timer_create(CLOCK_MONOTONIC, &event, &timer) == 0)
        made++;
    printf("made %ld\n", made);
    return 0;
}
