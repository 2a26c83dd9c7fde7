#ifndef ASSAY_SANDBOX_PROGRAM_H
#define ASSAY_SANDBOX_PROGRAM_H

/* Where the program of `assay sandbox -- CMD` is, on the host and in the room. */

#include "judge/base/error.h"
#include "judge/base/memory.h"

#include <stdbool.h>

struct sandbox_place {
    const char *path;   /* argv[0] in the room */
    const char *source; /* host file to show read-only at `path`; NULL: nothing to show */
    bool copy;          /* others may not read or execute the file: copy it to `path` below /box */
};

/* A name without a slash, a file below /usr, and a path that is no file of the host stay as they
 * are. Any other file is shown as /prog/NAME, or copied to /box/NAME. All in `arena`.
 * Errors   -ENOMEM. */
int sandbox_place_find(struct arena *arena, const char *command, struct sandbox_place *ret,
                       struct error *error);

#endif
