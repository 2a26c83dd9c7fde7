#ifndef ASSAY_GROWTH_SUBJECT_H
#define ASSAY_GROWTH_SUBJECT_H

/* Internal: the program that is measured, and what its package says of it. */

#include "judge/growth/meter.h"
#include "judge/trial/make.h"
#include "judge/trial/player.h"

struct subject {
    struct judge *judge; /* borrowed */
    struct judge marked; /* a copy, whose package has drivers that set marks */
    struct package package;
    struct compiler_directory *include;
    struct player player;
    struct generator generator;
    struct emulator emulator;
    const char *expected_time, *expected_space; /* in the arena; NULL: not said */
};

/* Compiles it. Owns: subject_close(), also after an error. Errors as growth_measure(). */
int subject_open(struct judge *judge, const char *const *paths, size_t count,
                 const struct growth_options *options, struct arena *arena, struct subject *ret,
                 struct error *error);
void subject_close(struct subject *subject);

#endif
