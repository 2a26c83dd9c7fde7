#ifndef ASSAY_SERVICE_PROXY_H
#define ASSAY_SERVICE_PROXY_H

/*
 * A proxy of the judge's between a candidate's tests and a correct service, which can be made to
 * lie: would the tests notice? It listens inside the room's network, so that BASE_URL can name it.
 *
 * Threads   libmicrohttpd's serve; the judge's thread makes it, feeds it sockets (proxy_feed())
 * while it waits for the tests, and frees it.
 */

#include "judge/base/error.h"
#include "sandbox/sandbox.h"

#include <stdbool.h>
#include <stddef.h>

enum proxy_lie {
    PROXY_HONEST,
    PROXY_SUCCESS_STATUS,  /* 200 becomes 202, 201 and 204 become 200 */
    PROXY_REDIRECT_STATUS, /* 3xx becomes 200 */
    PROXY_ERROR_STATUS,    /* 4xx becomes 500 */
    PROXY_ERROR_HIDDEN,    /* 4xx becomes 200 */
    PROXY_NO_HEADERS,      /* all headers of answers but Content-Type are left out */
    PROXY_CONTENT_TYPE,    /* Content-Type becomes text/plain */
    PROXY_NO_BODY,         /* bodies of answers are empty */
    PROXY_NUMBERS,         /* numbers in JSON answers are one more */
    PROXY_STRINGS,         /* strings in JSON answers are others */
    PROXY_MEMBERS,         /* the first member of JSON objects is left out */
    PROXY_DOUBLED,         /* what is no GET or HEAD is sent twice, the second answer counts */
    PROXY_DROPPED,         /* a PUT, PATCH or DELETE never arrives, and is answered with 200 */
    PROXY_NO_REQUEST_BODY, /* requests arrive without their bodies */
    PROXY_STALE,           /* a GET that was asked before gets the first answer again */
    PROXY_REORDERED,       /* of two requests at the same time the later one arrives first */
    PROXY_LIES,
};

const char *proxy_lie_name(enum proxy_lie lie); /* "numbers" */
const char *proxy_lie_text(enum proxy_lie lie); /* "numbers in JSON answers are one more" */
bool proxy_lie_of_requests(enum proxy_lie lie); /* else it is one of answers */

struct proxy;

/* In front of `service_port` of the room's loopback, on the first free port from `port` on. Another
 * port for each: runners that cache results (go test) look at BASE_URL. Owns: *ret is the caller's:
 * proxy_free(). */
int proxy_new(struct sandbox_room *room, int service_port, int port, enum proxy_lie lie,
              struct proxy **ret, struct error *error);
void proxy_free(struct proxy *proxy);
int proxy_port(const struct proxy *proxy);
/* Gives it sockets of the room for its next requests: call it every few hundredths of a second. */
int proxy_feed(struct proxy *proxy, struct error *error);
/* How many requests arrived, and how many the lie changed something of. */
size_t proxy_requests(struct proxy *proxy);
size_t proxy_touched(struct proxy *proxy);

#endif
