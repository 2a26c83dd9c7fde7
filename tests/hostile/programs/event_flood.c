/*
 * attack: makes descriptors of the kernel's own kinds in many processes: epoll, eventfd, timerfd, signalfd, pipes
 * run: --memory 67108864 --wall 20 --processes 20
 * expected: exited memory_limit signalled
 * hides: ^made [0-9]{5,}
 * control: room --wall 20 --processes 4
 * shows: ^made [0-9]+$
 */
#include <signal.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    sigset_t set;
    long made = 0;
    int children = 0;

    sigemptyset(&set);
    while (children < 30 && fork() > 0)
        children++;
    for (;;) {
        int ring = epoll_create1(0), event = eventfd(1, 0), timer = timerfd_create(CLOCK_MONOTONIC, 0);
        struct epoll_event watch = { .events = EPOLLIN };
        made += (ring >= 0) + (event >= 0) + (timer >= 0) + (signalfd(-1, &set, 0) >= 0);
        epoll_ctl(ring, EPOLL_CTL_ADD, event, &watch);
        epoll_ctl(ring, EPOLL_CTL_ADD, timer, &watch);
        if (ring < 0 || event < 0 || timer < 0)
            break;
    }
    if (children == 0)
        pause();
    printf("made %ld\n", made);
    return 0;
}
