#include "signature.h"

/*
 * Lets workers take jobs in the order of their arrival.
 * Returns the number of the worker that takes each job, counted from 0.
 *
 * Example:
 *     assign_jobs(arrivals = [0, 1, 2, 5, 6], durations = [5, 3, 4, 1, 2], workers = 2)
 *     returns [0, 1, 1, 0, 0]
 */
struct list_int assign_jobs(struct list_int arrivals, struct list_int durations, int workers)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) arrivals;
    (void) durations;
    (void) workers;
    return (struct list_int){ 0 };
}
