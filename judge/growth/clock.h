#ifndef ASSAY_GROWTH_CLOCK_H
#define ASSAY_GROWTH_CLOCK_H

/* Internal: whether CPU time, without the emulator, rises as what was counted. Pure. */

#include "judge/growth/growth.h"

/* Which of the inputs that were counted are to be timed: the smallest, the largest, and one in the
 * middle, on which about a sixth was counted. Sets sizes and counts. False: there is none. */
bool clock_choose(const struct growth_answer *time, struct growth_clock *ret);
/* Whether so many seconds are enough above the first of *clock to say anything. */
bool clock_is_seen(const struct growth_clock *clock, double seconds);
/* When all are timed: sets power, counted and differs. False: that is too quick to tell. */
bool clock_compare(struct growth_clock *clock);

#endif
