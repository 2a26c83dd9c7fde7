/*
 * Theory of operation: who waits where is kept for each thread. A wake marks as many of those who
 * wait there; which of them the kernel takes shows when they return, and does not matter before. A
 * new thread is counted before it runs; the kernel itself wakes who waits for one that ends, so
 * that this goes on being counted: then nothing is said.
 */

#include "judge/growth/plugin/helpers.h"

#include "judge/growth/plugin/qemu.h"

#include <errno.h>
#include <linux/futex.h>
#include <sched.h>
#include <stddef.h>
#include <string.h>

#define MOST_THREADS 256 /* of a child; with more, nothing is known */

struct waiter {
    bool waits, woken;
    uint64_t address;
};

static int64_t futex_number, clone_number;
static bool known;
static char lock; /* a child may be born while another thread of its parent has it */
static struct waiter waiters[MOST_THREADS];
static int64_t threads, waiting; /* of which none was woken */

static void take_lock(void)
{
    while (__atomic_test_and_set(&lock, __ATOMIC_ACQUIRE))
        sched_yield();
}

static void give_lock(void)
{
    __atomic_clear(&lock, __ATOMIC_RELEASE);
}

void helpers_begin(int64_t futex, int64_t clone)
{
    futex_number = futex;
    clone_number = clone;
}

void helpers_born(void)
{
    give_lock();
    memset(waiters, 0, sizeof(waiters));
    threads = 1;
    waiting = 0;
    known = futex_number > 0;
}

static void wake(uint64_t address, uint64_t most)
{
    for (size_t i = 0; i < MOST_THREADS && most > 0; i++)
        if (waiters[i].waits && !waiters[i].woken && waiters[i].address == address) {
            waiters[i].woken = true;
            waiting--;
            most--;
        }
}

/* If it was another that had been marked, the mark goes to the one who still waits. */
static void stop_waiting(unsigned cpu)
{
    struct waiter *own = &waiters[cpu];
    bool lent = own->waits && !own->woken;

    for (size_t i = 0; lent && i < MOST_THREADS; i++)
        if (waiters[i].waits && waiters[i].woken && waiters[i].address == own->address) {
            waiters[i].woken = false;
            lent = false;
        }
    waiting -= lent;
    *own = (struct waiter){ 0 };
}

static void call_futex(const struct helpers_call *call)
{
    uint64_t operation = call->a2 & (uint64_t) FUTEX_CMD_MASK;

    if ((operation == FUTEX_WAIT || operation == FUTEX_WAIT_BITSET) && call->a4 == 0) {
        waiters[call->cpu] = (struct waiter){ .waits = true, .address = call->a1 };
        waiting++;
    } else if (operation == FUTEX_WAKE || operation == FUTEX_WAKE_BITSET) {
        wake(call->a1, call->a3);
    } else if (operation != FUTEX_WAIT && operation != FUTEX_WAIT_BITSET) {
        wake(call->a1, UINT64_MAX); /* or it goes on to another place: nobody knows */
    }
}

bool helpers_called(const struct helpers_call *call)
{
    bool hopeless = false;

    if (!known)
        return false;
    take_lock();
    if (call->cpu >= MOST_THREADS)
        known = false;
    else if (call->number == futex_number)
        call_futex(call);
    else if (call->number == clone_number)
        threads++;
    hopeless = known && waiting > 0 && waiting >= threads;
    give_lock();
    return hopeless;
}

void helpers_returned(const struct helpers_call *call, int64_t value)
{
    if (!known)
        return;
    take_lock();
    if (call->cpu < MOST_THREADS && call->number == futex_number)
        stop_waiting(call->cpu);
    else if (call->number == clone_number && value < 0)
        threads--;
    give_lock();
}
