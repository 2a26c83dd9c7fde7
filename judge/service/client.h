#ifndef ASSAY_SERVICE_CLIENT_H
#define ASSAY_SERVICE_CLIENT_H

/*
 * The judge's HTTP client, by libcurl: many requests at a time, over sockets of the room's network
 * namespace, with bounds on all that a hostile service may answer.
 *
 * Threads   one thread. Units: seconds since clock_now_s(), as doubles.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "sandbox/sandbox.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    CLIENT_BODY_BYTES = 8 << 20,    /* of an answer; more is "too large" */
    CLIENT_HEADER_BYTES = 64 << 10, /* of all its header lines together */
};

enum exchange_error {
    EXCHANGE_FINE,
    EXCHANGE_REFUSED,
    EXCHANGE_RESET, /* cut before, or in, the answer */
    EXCHANGE_TIMEOUT,
    EXCHANGE_TOO_LARGE,
    EXCHANGE_MALFORMED,
};

const char *exchange_error_name(enum exchange_error error);

/* One request and its answer. */
struct exchange {
    const char *method, *target;
    char **headers; /* "Name: value" lines */
    size_t header_count;
    const char *body; /* NULL: none */
    size_t body_size;
    double timeout_s;
    double due_s;      /* not sent before this much after client_run() began */
    bool no_new_tries; /* refused or reset before an answer: not tried again */

    int status; /* 0: no answer */
    enum exchange_error error;
    char detail[160];            /* what libcurl says of it */
    struct buffer lines, answer; /* header lines of the final answer, "Name: value\n"; body */
    double sent_s,
        seconds; /* when it went out (clock_now_s); from then, or from due_s, to its end */
    unsigned tries;
    void *state; /* the client's own, while it runs */
};

void exchange_clear(struct exchange *exchange);

struct client;

/* `room` (borrowed) has the service on `port` of its loopback.
 * Owns: *ret is the caller's: client_free(). */
int client_new(struct sandbox_room *room, int port, struct client **ret, struct error *error);
void client_free(struct client *client);

/* `look` is called again and again while the client waits, at least every quarter of a second. */
void client_watch(struct client *client, void (*look)(void *context), void *context);

struct client_run {
    size_t at_once; /* in flight at most; 0: all */
    bool reuse;     /* connections are kept for later requests of this run */
    double alarm_s; /* so long after the start, `alarm` is called once; 0: never */
    int (*alarm)(void *context, struct error *error);
    void *context;
    double limit_s; /* the whole run ends then, and what is open is a timeout; 0: none */
};

/* Sends all and returns when each has its answer or error. Answers are never an error of this call.
 * Errors   the room is broken; -ENOMEM; what the alarm returned. */
int client_run(struct client *client, struct exchange *exchanges, size_t count,
               const struct client_run *run, struct error *error);

#endif
