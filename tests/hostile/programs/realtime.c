/*
 * attack: takes a real-time priority, by which it would keep a core from everybody else
 * run: --wall 5
 * expected: exited
 * prints: ^0 of 3 taken$
 * control: host
 * needs: root
 * shows: ^[1-3] of 3 taken$
 */
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <sys/resource.h>

int main(void)
{
    struct sched_param most = { .sched_priority = 1 };
    int taken = sched_setscheduler(0, SCHED_FIFO, &most) == 0;

    taken += sched_setscheduler(0, SCHED_RR, &most) == 0;
    taken += setpriority(PRIO_PROCESS, 0, -20) == 0;
    printf("%d of 3 taken\n", taken);
    return 0;
}
