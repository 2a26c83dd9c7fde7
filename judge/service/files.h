#ifndef ASSAY_SERVICE_FILES_H
#define ASSAY_SERVICE_FILES_H

/* Internal: the files of a repository, as the judge takes them. */

#include "judge/base/error.h"

#include <stdbool.h>
#include <stddef.h>

enum { FILES_MOST = 20000, FILES_BYTES_MOST = 400 << 20 };

/* Calls `take` for each regular file below `directory`, sorted, with its path relative to it. Left
 * out are .git and symbolic links (a link could show a file of the judge's). Stops at the first
 * failure. Errors   -EFBIG too many files or bytes; those of reading and of `take`. */
int files_each(const char *directory,
               int (*take)(void *context, const char *path, const void *data, size_t size,
                           bool executable, struct error *error),
               void *context, struct error *error);

#endif
