#ifndef ASSAY_SERVICE_RECEIVER_H
#define ASSAY_SERVICE_RECEIVER_H

/*
 * Receivers: HTTP endpoints of the judge inside the room's network, which answer as scripted and
 * note what came. libmicrohttpd serves them, with threads of its own; what they note is read by the
 * judge's thread through receiver_records().
 */

#include "judge/service/probe.h"
#include "sandbox/sandbox.h"

struct receiver;

/* Listens on the first free port from `port` on of the room's loopback. `script` and the texts in
 * it are borrowed; their ${…} have been replaced. `start_s` is the moment that records count from
 * (clock_now_s()). Owns: *ret is the caller's: receiver_free(). */
int receiver_new(struct sandbox_room *room, int port, const struct receiver_script *script,
                 double start_s, struct receiver **ret, struct error *error);
/* Lets go of all connections that hang, and ends. */
void receiver_free(struct receiver *receiver);
int receiver_port(const struct receiver *receiver);
/* Replaces the script before anybody knows the port. */
void receiver_set_script(struct receiver *receiver, const struct receiver_script *script);
/* What came so far: an array of {n, at, method, path, query, headers, text, body, answer}. The
 * caller's: jv_free(). */
jv receiver_records(struct receiver *receiver);
/* How many requests came beyond what is kept (100,000, or 256 MiB). */
size_t receiver_dropped(struct receiver *receiver);

/* Checks signatures by Standard Webhooks (standard-webhooks/spec/standard-webhooks.md):
 * `webhook-id`, `webhook-timestamp` within five minutes of `now_s` (UNIX time), and in
 * `webhook-signature` a "v1," signature that is base64 of HMAC-SHA256 over id.timestamp.body, for
 * `secret` ("whsec_" and base64). `body` are the raw bytes. NULL when all is right, else what is
 * not, a sentence. */
const char *signature_fault(const char *id, const char *timestamp, const char *signatures,
                            const void *body, size_t size, const char *secret, double now_s);
/* Checks all that a receiver got against one secret; NULL, or the first fault, and *ret_index. */
const char *receiver_signature_fault(struct receiver *receiver, const char *secret,
                                     size_t *ret_index);

#endif
