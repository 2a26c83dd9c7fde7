#ifndef ASSAY_TRIAL_VALIDATE_INTERNAL_H
#define ASSAY_TRIAL_VALIDATE_INTERNAL_H

/* What validate_build.c and validate.c share. */

#include "judge/trial/sources.h"
#include "judge/trial/validate.h"

struct validator {
    struct arena *arena;
    const char *name;
    enum validator_protocol protocol;
    struct program *program;              /* NULL: scripted */
    struct compiler_directory *directory; /* what a script built; NULL: compiled */
};

#endif
