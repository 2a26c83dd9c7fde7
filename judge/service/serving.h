#ifndef ASSAY_SERVICE_SERVING_H
#define ASSAY_SERVICE_SERVING_H

/* Internal: an HTTP server of the judge's on the loopback of a room, for receivers and proxies:
 * libmicrohttpd with a thread a connection, so that an answer that waits holds up no other. */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "sandbox/sandbox.h"

#include <microhttpd.h>
#include <stdbool.h>

/* A request that has come in whole. */
struct serving_request {
    const char *method, *path; /* `path` is decoded, without its query */
    struct buffer target;      /* as it was sent */
    struct buffer body;        /* may be stolen */
    bool begun, too_large;     /* more than body_bytes: what is behind them is not kept */
    double at_s;               /* on clock_now_s(): when it began */
};

struct serving {
    size_t body_bytes;
    /* Called in the connection's thread, also for what is too large. */
    enum MHD_Result (*answer)(void *context, struct MHD_Connection *connection,
                              struct serving_request *request);
    void *context;
};

/* On the first free port of the fifty from `port` on. `serving` is borrowed until
 * MHD_stop_daemon(*ret), which waits for all answers. */
int serving_start(struct sandbox_room *room, int port, const struct serving *serving,
                  struct MHD_Daemon **ret, int *ret_port, struct error *error);

#endif
