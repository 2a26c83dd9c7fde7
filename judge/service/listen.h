#ifndef ASSAY_SERVICE_LISTEN_H
#define ASSAY_SERVICE_LISTEN_H

/* Internal: a listening socket of the judge's on the loopback of a room. */

#include "judge/base/error.h"
#include "sandbox/sandbox.h"

/* On the first free port of the fifty from `first` on.
 * Owns: *ret_fd is the caller's. */
int listen_in_room(struct sandbox_room *room, int first, int *ret_fd, int *ret_port,
                   struct error *error);

#endif
