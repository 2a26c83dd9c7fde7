#ifndef ASSAY_REVIEW_SOURCES_H
#define ASSAY_REVIEW_SOURCES_H

/* The files of a directory that a candidate handed in, read within bounds. */

#include "judge/base/error.h"
#include "judge/base/memory.h"

#include <stdbool.h>
#include <stddef.h>

struct source {
    const char *path; /* below the directory */
    char *text;       /* NUL added, not counted; one byte more than `limit` where it is larger */
    size_t size;
};

struct sources {
    struct arena *arena;
    struct source *items; /* by path */
    size_t count;
    bool cut; /* there was more than may be read */
};

/* What is wanted of a directory. */
struct sources_wanted {
    bool (*enters)(const char *name); /* whether a directory of that name is looked into */
    bool (*takes)(const char *path);  /* whether a file is read */
    size_t files, bytes;              /* at most so many */
    size_t limit;                     /* of one file, in bytes */
};

/* Symbolic links are not followed, and only regular files read; what cannot be read is passed over.
 * Owns     *ret is the caller's: sources_free().
 * Errors   those of opening `directory`; -ENOMEM.
 */
int sources_read(const char *directory, const struct sources_wanted *wanted, struct sources **ret,
                 struct error *error);
void sources_free(struct sources *sources);

#endif
