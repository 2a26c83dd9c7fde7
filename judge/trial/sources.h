#ifndef ASSAY_TRIAL_SOURCES_H
#define ASSAY_TRIAL_SOURCES_H

/* The files of a program: a submission's, or a validator's. */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/language/language.h"

#include <stdint.h>

struct sources {
    struct source_file *files; /* in the arena that was given */
    size_t count, capacity;
    uint64_t bytes; /* of all files together */
};

/* Adds a file under its own name, or every file below a directory with its path from there. Hidden
 * files and __pycache__ are passed over. Source: "Auxiliary files and directories beginning with a
 * dash or period" of the package format.
 * `package`: the directory of the package, whose own programs may link to anything in it; others,
 * and with NULL all, only to what is below `path`.
 * Errors   -ENOENT; -E2BIG more than 1,000 files or 16 levels; -EINVAL a link out; -ENOMEM.
 */
int sources_add(struct sources *sources, struct arena *arena, const char *path, const char *package,
                struct error *error);
/* Adds the files of a directory, each replacing one of the same name (`include/<language>`). A
 * missing directory adds nothing. */
int sources_overlay(struct sources *sources, struct arena *arena, const char *directory,
                    const char *package, struct error *error);
/* The names alone, NULL-terminated, in `arena`; NULL when memory is out. */
const char *const *sources_names(const struct sources *sources, struct arena *arena);

#endif
