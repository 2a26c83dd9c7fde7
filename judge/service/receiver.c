/*
 * Theory of operation: each receiver serves on a port of its own (serving.h), a thread a
 * connection. A thread that has to wait (`after`, `hang`) waits on a condition that the end of the
 * receiver signals. Records are appended under a lock as plain C data: libjq's values count
 * references without atomics, so that only the judge's thread makes them.
 *
 * The service is hostile here too: body and number of requests are bounded.
 */
#include "judge/service/receiver.h"

#include "judge/base/clock.h"
#include "judge/service/client.h"
#include "judge/service/serving.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <pthread.h>
#include <search.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>

enum {
    RECORDS_MOST = 100000,
    RECORD_BYTES = 256 << 20,
    BODY_BYTES = 1 << 20,
};

struct record {
    double at_s;
    char *method, *path, *query;
    char *headers; /* "name\0value\0" …, ends with an empty name */
    size_t headers_size;
    char *body;
    size_t size;
    int status; /* or one of enum reply_kind, negative */
};

/* How far the script has come for one key. */
struct progress {
    char *key;
    size_t count;
};

struct receiver {
    const struct receiver_script *script;
    double start_s;
    int port;
    struct serving serving;
    struct MHD_Daemon *daemon;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool ending;
    struct record *records;
    size_t count, capacity, bytes, dropped;
    void *progress; /* a tree of struct progress, by key */
    jv seen;        /* the records as values, so far; the judge's thread's alone */
};

/* What is noted of a request besides its body. */
struct heard {
    struct buffer headers, query;
};

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* ---- Records -------------------------------------------------------------------------------- */

static int compare_progress(const void *left, const void *right)
{
    return strcmp(((const struct progress *) left)->key, ((const struct progress *) right)->key);
}

static void free_progress(void *node)
{
    struct progress *progress = node;

    free(progress->key);
    free(progress);
}

/* The tree and the records keep what gcc's analyser takes for lost. */
#pragma GCC diagnostic push
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

/* The next of the script's replies for a key; NULL when memory is out. Called with the lock held.
 */
static const struct scripted_reply *next_reply(struct receiver *receiver, const char *key)
{
    struct progress *fresh = malloc(sizeof(*fresh));

    if (!fresh)
        return NULL;
    *fresh = (struct progress){ .key = strdup(key) };
    struct progress **found =
        fresh->key ? tsearch(fresh, &receiver->progress, compare_progress) : NULL;
    if (!found || *found != fresh)
        free_progress(fresh);
    if (!found)
        return NULL;
    size_t turn = (*found)->count++, last = receiver->script->count - 1;
    return &receiver->script->replies[turn < last ? turn : last];
}

static void clear_record(struct record *record)
{
    free(record->method);
    free(record->path);
    free(record->query);
    free(record->headers);
    free(record->body);
}

/* Called with the lock held. */
static void note(struct receiver *receiver, struct serving_request *request, struct heard *heard,
                 const struct scripted_reply *reply)
{
    size_t size = request->body.size + heard->headers.size + strlen(request->path) + 200;

    if (receiver->count >= RECORDS_MOST || receiver->bytes + size > RECORD_BYTES ||
        array_reserve((void **) &receiver->records, receiver->count, &receiver->capacity,
                      sizeof(*receiver->records)) < 0) {
        receiver->dropped++;
        return;
    }
    struct record *record = &receiver->records[receiver->count++];
    *record = (struct record){
        .at_s = request->at_s - receiver->start_s,
        .method = strdup(request->method),
        .path = strdup(request->path),
        .query = strdup(heard->query.data ? heard->query.data : ""),
        .headers_size = heard->headers.size,
        .size = request->body.size,
        .status = reply->kind == REPLY_STATUS ? reply->status : -(int) reply->kind,
    };
    record->headers = steal(&heard->headers.data);
    record->body = steal(&request->body.data);
    receiver->bytes += size;
}

#pragma GCC diagnostic pop

/* ---- Serving -------------------------------------------------------------------------------- */

static enum MHD_Result add_header(void *context, enum MHD_ValueKind kind, const char *name,
                                  const char *value)
{
    struct buffer *headers = context;
    char lower[128];
    size_t k = 0;

    (void) kind;
    for (; k < sizeof(lower) - 1 && name[k]; k++)
        lower[k] = (char) (name[k] >= 'A' && name[k] <= 'Z' ? name[k] + 32 : name[k]);
    lower[k] = '\0';
    value = value ? value : "";
    return buffer_append(headers, lower, k + 1) == 0 &&
                   buffer_append(headers, value, strlen(value) + 1) == 0
               ? MHD_YES
               : MHD_NO;
}

static enum MHD_Result add_query(void *context, enum MHD_ValueKind kind, const char *name,
                                 const char *value)
{
    struct buffer *query = context;

    (void) kind;
    return buffer_printf(query, "%s%s=%s", query->size ? "&" : "", name, value ? value : "") == 0
               ? MHD_YES
               : MHD_NO;
}

/* Waits until the time is over or the receiver ends. Called with the lock held. */
static void wait_until(struct receiver *receiver, double moment_s)
{
    struct timespec until = { .tv_sec = (time_t) moment_s };

    until.tv_nsec = (long) ((moment_s - (double) until.tv_sec) * 1e9);
    while (!receiver->ending && clock_now_s() < moment_s)
        pthread_cond_timedwait(&receiver->changed, &receiver->lock, &until);
}

static enum MHD_Result cut(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    struct linger hard = { .l_onoff = 1, .l_linger = 0 };

    if (info)
        setsockopt(info->connect_fd, SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
    return MHD_NO;
}

static enum MHD_Result send_reply(struct MHD_Connection *connection,
                                  const struct scripted_reply *reply)
{
    const char *body = reply->body ? reply->body : "";
    struct MHD_Response *response =
        MHD_create_response_from_buffer(strlen(body), (void *) body, MHD_RESPMEM_MUST_COPY);

    if (!response)
        return MHD_NO;
    for (size_t i = 0; i < reply->headers.count; i++)
        if (reply->headers.items[i].value)
            MHD_add_response_header(response, reply->headers.items[i].name,
                                    reply->headers.items[i].value);
    enum MHD_Result result = MHD_queue_response(connection, (unsigned) reply->status, response);
    MHD_destroy_response(response);
    return result;
}

static const char *key_of(const struct receiver *receiver, struct MHD_Connection *connection,
                          const char *path)
{
    const char *each = receiver->script->each;

    if (!each)
        return "";
    if (!strcmp(each, "path"))
        return path;
    const char *value =
        MHD_lookup_connection_value(connection, MHD_HEADER_KIND, each + strlen("header:"));
    return value ? value : "";
}

static enum MHD_Result answer(void *context, struct MHD_Connection *connection,
                              struct serving_request *request)
{
    static const struct scripted_reply full = { .status = 413 };
    struct receiver *receiver = context;
    struct heard heard = { 0 };

    if (request->too_large)
        return send_reply(connection, &full);
    MHD_get_connection_values(connection, MHD_HEADER_KIND, add_header, &heard.headers);
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, add_query, &heard.query);
    pthread_mutex_lock(&receiver->lock);
    const struct scripted_reply *reply =
        next_reply(receiver, key_of(receiver, connection, request->path));
    if (reply) {
        note(receiver, request, &heard, reply);
        if (reply->kind == REPLY_HANG)
            wait_until(receiver, clock_now_s() + 3600);
        else if (reply->after_s > 0)
            wait_until(receiver, clock_now_s() + reply->after_s);
    }
    bool ending = receiver->ending;
    pthread_mutex_unlock(&receiver->lock);
    buffer_clear(&heard.headers);
    buffer_clear(&heard.query);
    if (!reply || ending)
        return MHD_NO;
    return reply->kind == REPLY_RESET ? cut(connection) : send_reply(connection, reply);
}

/* ---- Life ----------------------------------------------------------------------------------- */

int receiver_new(struct sandbox_room *room, int port, const struct receiver_script *script,
                 double start_s, struct receiver **ret, struct error *error)
{
    struct receiver *receiver = memory_alloc(sizeof(*receiver));
    pthread_condattr_t monotonic;

    if (!receiver)
        return no_memory(error);
    *receiver = (struct receiver){ .script = script, .start_s = start_s, .seen = jv_array() };
    pthread_mutex_init(&receiver->lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&receiver->changed, &monotonic);
    pthread_condattr_destroy(&monotonic);
    receiver->serving = (struct serving){ BODY_BYTES, answer, receiver };
    int status =
        serving_start(room, port, &receiver->serving, &receiver->daemon, &receiver->port, error);
    if (status < 0)
        receiver_free(receiver);
    else
        *ret = receiver;
    return status;
}

void receiver_free(struct receiver *receiver)
{
    if (!receiver)
        return;
    pthread_mutex_lock(&receiver->lock);
    receiver->ending = true;
    pthread_cond_broadcast(&receiver->changed);
    pthread_mutex_unlock(&receiver->lock);
    if (receiver->daemon)
        MHD_stop_daemon(receiver->daemon);
    for (size_t i = 0; i < receiver->count; i++)
        clear_record(&receiver->records[i]);
    free(receiver->records);
    tdestroy(receiver->progress, free_progress);
    jv_free(receiver->seen);
    pthread_cond_destroy(&receiver->changed);
    pthread_mutex_destroy(&receiver->lock);
    free(receiver);
}

int receiver_port(const struct receiver *receiver)
{
    return receiver->port;
}

void receiver_set_script(struct receiver *receiver, const struct receiver_script *script)
{
    receiver->script = script;
}

size_t receiver_dropped(struct receiver *receiver)
{
    pthread_mutex_lock(&receiver->lock);
    size_t dropped = receiver->dropped;
    pthread_mutex_unlock(&receiver->lock);
    return dropped;
}

/* ---- Reading -------------------------------------------------------------------------------- */

static jv headers_value(const struct record *record)
{
    jv headers = jv_object();
    const char *at = record->headers, *end = at + record->headers_size;

    while (at && at < end) {
        const char *name = at, *value = name + strlen(name) + 1;
        jv before = jv_object_get(jv_copy(headers), jv_string(name));
        jv text = jv_string(value);
        if (jv_is_valid(before))
            text = jv_string_fmt("%s, %s", jv_string_value(before), value);
        jv_free(before);
        headers = jv_object_set(headers, jv_string(name), text);
        at = value + strlen(value) + 1;
    }
    return headers;
}

static jv text_value(const char *text)
{
    return jv_string(text ? text : "");
}

static jv answer_value(int status)
{
    return status > 0 ? jv_number(status) : jv_string(status == -REPLY_HANG ? "hang" : "reset");
}

static jv record_value(const struct record *record, size_t n)
{
    jv value = jv_object();
    jv body = record->size > 0 ? jv_parse_sized(record->body, (int) record->size) : jv_null();

    if (!jv_is_valid(body)) {
        jv_free(body);
        body = jv_null();
    }
    value = jv_object_set(value, jv_string("n"), jv_number((double) n));
    value = jv_object_set(value, jv_string("at"), jv_number(record->at_s));
    value = jv_object_set(value, jv_string("method"), text_value(record->method));
    value = jv_object_set(value, jv_string("path"), text_value(record->path));
    value = jv_object_set(value, jv_string("query"), text_value(record->query));
    value = jv_object_set(value, jv_string("headers"), headers_value(record));
    value = jv_object_set(value, jv_string("text"),
                          jv_string_sized(record->body ? record->body : "", (int) record->size));
    value = jv_object_set(value, jv_string("body"), body);
    return jv_object_set(value, jv_string("answer"), answer_value(record->status));
}

jv receiver_records(struct receiver *receiver)
{
    pthread_mutex_lock(&receiver->lock);
    size_t known = (size_t) jv_array_length(jv_copy(receiver->seen));
    for (size_t i = known; i < receiver->count; i++)
        receiver->seen = jv_array_append(receiver->seen, record_value(&receiver->records[i], i));
    pthread_mutex_unlock(&receiver->lock);
    return jv_copy(receiver->seen);
}

static const char *record_header(const struct record *record, const char *name)
{
    const char *at = record->headers, *end = at + record->headers_size;

    while (at && at < end) {
        const char *value = at + strlen(at) + 1;
        if (!strcmp(at, name))
            return value;
        at = value + strlen(value) + 1;
    }
    return NULL;
}

const char *receiver_signature_fault(struct receiver *receiver, const char *secret,
                                     size_t *ret_index)
{
    const char *fault = NULL;
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    pthread_mutex_lock(&receiver->lock);
    for (size_t i = 0; i < receiver->count && !fault; i++) {
        const struct record *record = &receiver->records[i];
        *ret_index = i;
        fault = signature_fault(record_header(record, "webhook-id"),
                                record_header(record, "webhook-timestamp"),
                                record_header(record, "webhook-signature"), record->body,
                                record->size, secret, (double) now.tv_sec);
    }
    pthread_mutex_unlock(&receiver->lock);
    return fault;
}
