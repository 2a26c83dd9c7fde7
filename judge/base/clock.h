#ifndef ASSAY_BASE_CLOCK_H
#define ASSAY_BASE_CLOCK_H

/* Seconds since some moment, which no change of the date moves: CLOCK_MONOTONIC. */
double clock_now_s(void);

#endif
