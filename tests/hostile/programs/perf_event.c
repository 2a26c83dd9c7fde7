/*
 * attack: watches the processor's counters, and by them other processes
 * run: --wall 5
 * expected: forbidden_call
 * call: perf_event_open
 * hides: ^answered [0-9]
 * control: host
 * needs: root
 * shows: ^answered [0-9]
 */
#include <linux/perf_event.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct perf_event_attr attributes = { .type = PERF_TYPE_SOFTWARE, .size = sizeof(attributes) };
    long result = syscall(SYS_perf_event_open, &attributes, 0, -1, -1, 0);
    printf("answered %ld\n", (long) result);
    return 0;
}
