#ifndef ASSAY_GROWTH_PLUGIN_GRAINS_H
#define ASSAY_GROWTH_PLUGIN_GRAINS_H

/*
 * Memory, as the set of 16-byte grains that were written to and have not been given back to the
 * kernel since. Whoever reuses memory that it had before touches no new grain, as it should be.
 * Pages that move (mremap) take their grains with them.
 */

#include "judge/growth/plugin/counts.h"
#include "judge/growth/plugin/qemu.h"

#include <stdbool.h>
#include <stdint.h>

/* From here on, blocks that are translated have to be watched. `own_counts` get the numbers. */
void grains_begin(struct counts *own_counts);
bool grains_are_watched(void);
void grains_watch(struct qemu_plugin_tb *block);
/* Of system calls. */
void grains_drop(uint64_t address, uint64_t size);
void grains_move(uint64_t from, uint64_t to, uint64_t size);

#endif
