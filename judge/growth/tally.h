#ifndef ASSAY_GROWTH_TALLY_H
#define ASSAY_GROWTH_TALLY_H

/* Internal: the plugin's pages of counts, as samples. Pure. What is in the pages is not trusted: a
 * program can write to them. */

#include "judge/growth/meter.h"
#include "judge/growth/plugin/counts.h"

/* Of a whole run: fills counted, marked, count and space. A page that is none leaves `counted`
 * false. */
void tally_run(const struct counts *page, struct sample *sample);
/* Bytes that it held at most, above what it did at the beginning, without the emulator; NAN: not
 * known. */
double tally_held(const struct counts *page);
/* Of a run on `count` inputs (at most METER_INPUTS): pages[0] is of the program itself, and there
 * are 1 + count. `whole` is how the run ended and what it took together. Inputs that it did not
 * come to are left alone. */
void tally_inputs(const struct counts *pages, size_t count, const struct sample *whole,
                  struct sample *ret);

#endif
