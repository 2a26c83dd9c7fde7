#ifndef ASSAY_GROWTH_BACKEND_H
#define ASSAY_GROWTH_BACKEND_H

/* Internal: which of the ways to measure this host has. */

#include "judge/growth/meter.h"

/* The first from `first` on that can be had, or the one that the options name.
 * Owns     *note, why it is none before it, is put on and stays in the arena.
 * Errors   -EINVAL the one that was named cannot be had, or comes before `first`; -ENOMEM. */
int backend_choose(const struct growth_options *options, const struct emulator *emulator,
                   enum growth_backend first, struct arena *arena, enum growth_backend *ret,
                   const char **note, struct error *error);

#endif
