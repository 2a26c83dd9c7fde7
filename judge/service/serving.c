/*
 * Theory of operation: the listening socket comes out of the room, everything else runs in the
 * judge, in threads of libmicrohttpd's. Who asks is hostile: connections, the size of a body and
 * the time of silence are bounded.
 */
#include "judge/service/serving.h"

#include "judge/base/clock.h"
#include "judge/service/client.h"
#include "judge/service/listen.h"

#include <errno.h>
#include <stdlib.h>

enum { CONNECTIONS = 3000, STACK_BYTES = 512 << 10, SILENCE_S = 120 };

/* Called with the target as it was sent, before anything is decoded. */
static void *begin(void *context, const char *target, struct MHD_Connection *connection)
{
    struct serving_request *request = calloc(1, sizeof(*request));

    (void) context;
    (void) connection;
    if (request) {
        request->at_s = clock_now_s();
        buffer_puts(&request->target, target);
    }
    return request;
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **state)
{
    const struct serving *serving = context;
    struct serving_request *request = *state;

    (void) version;
    if (!request || !request->target.data)
        return MHD_NO;
    if (!request->begun) { /* the first call tells that it begins, no more */
        request->begun = true;
        return MHD_YES;
    }
    if (*size > 0) {
        if (request->body.size + *size > serving->body_bytes)
            request->too_large = true;
        else if (buffer_append(&request->body, data, *size) < 0)
            return MHD_NO;
        *size = 0;
        return MHD_YES;
    }
    request->method = method;
    request->path = path;
    return serving->answer(serving->context, connection, request);
}

static void forget(void *context, struct MHD_Connection *connection, void **state,
                   enum MHD_RequestTerminationCode code)
{
    struct serving_request *request = *state;

    (void) context;
    (void) connection;
    (void) code;
    if (!request)
        return;
    buffer_clear(&request->body);
    buffer_clear(&request->target);
    free(request);
    *state = NULL;
}

int serving_start(struct sandbox_room *room, int port, const struct serving *serving,
                  struct MHD_Daemon **ret, int *ret_port, struct error *error)
{
    AUTO_CLOSE int fd = -1;
    int status = listen_in_room(room, port, &fd, ret_port, error);

    if (status < 0)
        return status;
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL, 0, NULL,
        NULL, handle, (void *) serving, MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_NOTIFY_COMPLETED,
        forget, NULL, MHD_OPTION_URI_LOG_CALLBACK, begin, NULL, MHD_OPTION_CONNECTION_LIMIT,
        (unsigned) CONNECTIONS, MHD_OPTION_THREAD_STACK_SIZE, (size_t) STACK_BYTES,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned) SILENCE_S, MHD_OPTION_END);
    if (!daemon)
        return error_set(error, -EIO, "the judge cannot serve in the room");
    steal_fd(&fd);
    *ret = daemon;
    return 0;
}
