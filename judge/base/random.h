#ifndef ASSAY_BASE_RANDOM_H
#define ASSAY_BASE_RANDOM_H

/* Chance that a seed repeats on every machine. Nothing here is fit for secrets.
 * Source   Steele, Lea, Flood, Fast splittable pseudorandom number generators, OOPSLA 2014
 *          (splitmix64). */

#include <stdint.h>

/* Every bit of the input changes half of the output's. */
uint64_t random_mix(uint64_t value);
/* The next number of a sequence; any `*state` begins one. */
uint64_t random_draw(uint64_t *state);

#endif
