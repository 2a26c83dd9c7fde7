#ifndef ASSAY_SERVICE_LOG_H
#define ASSAY_SERVICE_LOG_H

/* Internal: what a service writes, read by a thread of its own so that the service never waits for
 * the judge; the end of it is kept. */

#include "judge/base/error.h"

#include <stddef.h>

struct log;

/* *ret_fd: the end to write to, the caller's to close. Owns: *ret: log_free(). */
int log_new(struct log **ret, int *ret_fd, struct error *error);
/* Call it when the writers are dead: one that still lives gets SIGPIPE. */
void log_free(struct log *log);
/* The last `limit` bytes of all that was written before the call, also by what died just now;
 * harmless; caller frees; NULL when memory is out. */
char *log_tail(struct log *log, size_t limit);

#endif
