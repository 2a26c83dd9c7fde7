#ifndef ASSAY_SERVICE_EDITS_H
#define ASSAY_SERVICE_EDITS_H

/* Internal: the edits that make a faulty variant of a reference. */

#include "judge/service/service.h"

/* Applies all of them to the files of `directory`, and writes the files into /box/FOLDER.
 * Errors   -EINVAL a text that does not stand in its file exactly once; those of reading. */
int edits_apply(struct host *host, const char *folder, const char *directory,
                const struct service_edit *edits, size_t count, struct error *error);

#endif
