#ifndef ASSAY_TRIAL_CREW_H
#define ASSAY_TRIAL_CREW_H

/* Internal: several threads that take numbered pieces of work, one after the other. */

#include "judge/base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct crew;

/* What each thread does: opens what it needs, works while crew_next() gives it something, and
 * closes it again (a room belongs to the thread that opened it). `cpu`: the one that it should hold
 * its programs to; -1: any. A negative code ends the work of all. */
typedef int crew_work(void *context, struct crew *crew, int cpu, struct error *error);

/* Runs it in `jobs` threads (0: one for each physical core; never more than `count`), until the
 * numbers from 0 to count - 1 are taken.
 * Errors   the first that a thread ended with; -ENOMEM.
 */
int crew_run(crew_work *work, void *context, int jobs, size_t count, struct error *error);

/* The next piece of work; false when there is none, or another thread has failed. */
bool crew_next(struct crew *crew, size_t *ret);
/* No more is given out. */
void crew_stop(struct crew *crew);

#endif
