#ifndef ASSAY_COMMAND_DOCUMENT_H
#define ASSAY_COMMAND_DOCUMENT_H

/* Documents that commands read and write whole; "-" is stdin, or stdout. */

#include "judge/base/error.h"

#include <stddef.h>
#include <stdio.h>

/* What messages call it: "stdin" for "-". */
const char *document_name(const char *path);
/* Owns: *ret_text (NUL added, not counted) is the caller's, free(). Errors: as file_read(). */
int document_read(const char *path, size_t most, char **ret_text, size_t *ret_size,
                  struct error *error);
/* Writes what `write` prints: a file is there whole afterwards, or as it was before.
 * Errors   of `write`, or as file_write_atomic(). */
int document_write(const char *path, int (*write)(FILE *file, const void *what), const void *what,
                   struct error *error);

#endif
