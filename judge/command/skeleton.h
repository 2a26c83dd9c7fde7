#ifndef ASSAY_COMMAND_SKELETON_H
#define ASSAY_COMMAND_SKELETON_H

/* Trees of files that are one text of the program: lines before the first "@@ PATH" are a comment,
 * below each such line stands that file, and "@name@" in it is a value. */

#include "judge/base/memory.h"
#include "judge/signature/signature.h"

#include <stddef.h>

struct skeleton_value {
    const char *name, *text; /* "@slug@", "blockpair" */
};

/* The files, with their values filled in; `values` end with a row without a name. In `arena`.
 * Errors   -ENOMEM; -E2BIG more files than there may be. */
int skeleton_read(struct arena *arena, const char *text, const struct skeleton_value *values,
                  const struct signature_file **ret, size_t *ret_count);

#endif
