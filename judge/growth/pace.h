#ifndef ASSAY_GROWTH_PACE_H
#define ASSAY_GROWTH_PACE_H

/*
 * Internal: time as it would pass if nobody else used the cores. On a busy machine a run waits for
 * a core most of the time; how long runs take over their CPU time is the pace at which the time for
 * all of them passes, within a bound, so that what is measured does not depend on who else is
 * there. Pure. All times are in seconds.
 */

#include <stdbool.h>

#define PACE_MOST 6.0

struct pace {
    double passed_s, last_s; /* passed until last_s, a time of the caller's clock */
    double pace;             /* real time over passed time, of late; 1 to PACE_MOST */
    bool real;               /* the pace stays 1 */
};

struct pace pace_begin(double now_s, bool real);
/* What has passed since the beginning. */
double pace_passed(struct pace *pace, double now_s);
/* A run took so long. One that hardly computes says nothing. */
void pace_take(struct pace *pace, double now_s, double cpu_s, double wall_s);
/* The bound in real time for a run that may take `wall_s` of this one. */
double pace_bound(const struct pace *pace, double wall_s);

#endif
