#ifndef ASSAY_GROWTH_PLUGIN_HELPERS_H
#define ASSAY_GROWTH_PLUGIN_HELPERS_H

/*
 * A child has one of the threads that its parent had (spread.h). Node waits for those that worked
 * in the background, where there was garbage: with nothing left to do, and without end. That is
 * known when each thread that the child has waits on a futex, without a timeout and not woken.
 *
 * Source   futex(2); clone(2).
 */

#include <stdbool.h>
#include <stdint.h>

struct helpers_call {
    unsigned cpu; /* the emulator's number of the thread */
    int64_t number;
    uint64_t a1, a2, a3, a4; /* its arguments */
};

/* The numbers of system calls on this machine. Nothing is known before. */
void helpers_begin(int64_t futex, int64_t clone);
/* A child is born: it has this thread alone. */
void helpers_born(void);
/* A system call of a child begins. Whether there is nobody left who could wake the others. */
bool helpers_called(const struct helpers_call *call);
/* It has returned. */
void helpers_returned(const struct helpers_call *call, int64_t value);

#endif
