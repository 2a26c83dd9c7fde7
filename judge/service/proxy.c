/*
 * Theory of operation: a libmicrohttpd daemon with a thread a connection; each request is sent on
 * by libcurl over a socket that the judge's thread took out of the room beforehand, since a room
 * belongs to one thread. The lie is applied to the request, or to the answer, by functions that
 * know nothing of HTTP libraries. A lie that changes nothing of what the tests do is no lie to
 * them: it is counted.
 */
#include "judge/service/proxy.h"

#include "judge/base/memory.h"
#include "judge/service/listen.h"

#include <curl/curl.h>
#include <errno.h>
#include <jv.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <pthread.h>
#include <search.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>

enum {
    POOL = 64,
    BODY_BYTES = 8 << 20,
    STACK_BYTES = 512 << 10,
    WAIT_SOCKET_S = 5,
    TIMEOUT_MS = 30000,
    STALE_MOST = 2000,
};

struct answer {
    int status;
    struct buffer lines; /* "Name: value\n" */
    struct buffer body;
};

struct stale {
    char *key; /* target */
    struct answer answer;
};

struct proxy {
    struct sandbox_room *room;
    int service_port, port;
    enum proxy_lie lie;
    struct MHD_Daemon *daemon;
    pthread_mutex_t lock;
    pthread_cond_t fed;
    bool ending;
    int pool[POOL];
    size_t pool_count, requests, touched, stale_count;
    void *stale; /* a tree of struct stale, by key */
};

struct incoming {
    struct buffer body, target;
    bool begun;
};

static const struct {
    const char *name, *text;
} lies[PROXY_LIES] = {
    [PROXY_HONEST] = { "honest", "nothing is changed" },
    [PROXY_SUCCESS_STATUS] = { "success-status", "200 becomes 202, 201 and 204 become 200" },
    [PROXY_REDIRECT_STATUS] = { "redirect-status", "3xx becomes 200" },
    [PROXY_ERROR_STATUS] = { "error-status", "4xx becomes 500" },
    [PROXY_ERROR_HIDDEN] = { "error-hidden", "4xx becomes 200" },
    [PROXY_NO_HEADERS] = { "no-headers", "all headers of answers but Content-Type are left out" },
    [PROXY_CONTENT_TYPE] = { "content-type", "the Content-Type of answers becomes text/plain" },
    [PROXY_NO_BODY] = { "no-body", "the bodies of answers are empty" },
    [PROXY_NUMBERS] = { "numbers", "numbers in JSON answers are one more" },
    [PROXY_STRINGS] = { "strings", "strings in JSON answers are others" },
    [PROXY_MEMBERS] = { "members", "the first member of JSON objects in answers is left out" },
    [PROXY_DOUBLED] = { "doubled", "what is no GET or HEAD arrives twice" },
    [PROXY_DROPPED] = { "dropped",
                        "a PUT, PATCH or DELETE never arrives and is answered with 200" },
    [PROXY_NO_REQUEST_BODY] = { "no-request-body", "requests arrive without their bodies" },
    [PROXY_STALE] = { "stale", "a GET that was asked before gets the first answer again" },
};

const char *proxy_lie_name(enum proxy_lie lie)
{
    return lies[lie].name;
}

const char *proxy_lie_text(enum proxy_lie lie)
{
    return lies[lie].text;
}

static void clear_answer(struct answer *answer)
{
    buffer_clear(&answer->lines);
    buffer_clear(&answer->body);
}

/* ---- Lies about answers --------------------------------------------------------------------- */

static bool lie_about_status(enum proxy_lie lie, int *status)
{
    int before = *status;

    if (lie == PROXY_SUCCESS_STATUS && before / 100 == 2)
        *status = before == 200 ? 202 : 200;
    else if (lie == PROXY_ERROR_STATUS && before / 100 == 4)
        *status = 500;
    else if ((lie == PROXY_REDIRECT_STATUS && before / 100 == 3) ||
             (lie == PROXY_ERROR_HIDDEN && before / 100 == 4))
        *status = 200;
    return *status != before;
}

/* Takes `value`. */
/* NOLINTNEXTLINE(misc-no-recursion): libjq reads at most 256 levels */
static jv changed(jv value, enum proxy_lie lie)
{
    jv_kind kind = jv_get_kind(value);

    if (kind == JV_KIND_NUMBER && lie == PROXY_NUMBERS) {
        double number = jv_number_value(value);
        jv_free(value);
        return jv_number(number + 1);
    }
    if (kind == JV_KIND_STRING && lie == PROXY_STRINGS)
        return jv_string_concat(value, jv_string("x"));
    if (kind == JV_KIND_ARRAY) {
        jv list = jv_array();
        jv_array_foreach(value, i, item) list = jv_array_append(list, changed(item, lie));
        jv_free(value);
        return list;
    }
    if (kind != JV_KIND_OBJECT)
        return value;
    jv object = jv_object();
    bool first = lie == PROXY_MEMBERS;
    jv_object_foreach(value, key, item)
    {
        if (first) {
            jv_free(key);
            jv_free(item);
        } else {
            object = jv_object_set(object, key, changed(item, lie));
        }
        first = false;
    }
    jv_free(value);
    return object;
}

static bool lie_about_json(enum proxy_lie lie, struct buffer *body)
{
    if (body->size == 0)
        return false;
    jv value = jv_parse_sized(body->data, (int) body->size);
    if (!jv_is_valid(value)) {
        jv_free(value);
        return false;
    }
    jv other = changed(jv_copy(value), lie);
    bool differs = !jv_equal(value, jv_copy(other));
    jv text = jv_dump_string(other, 0);
    if (differs) {
        buffer_clear(body);
        buffer_puts(body, jv_string_value(text));
    }
    jv_free(text);
    return differs;
}

static bool starts(const char *line, const char *name)
{
    size_t length = strlen(name);

    return !strncasecmp(line, name, length) && line[length] == ':';
}

/* Goes over the lines and keeps what the lie leaves. */
static bool lie_about_headers(enum proxy_lie lie, struct answer *answer)
{
    struct buffer kept = { 0 };
    bool touched = false;

    for (const char *line = answer->lines.data; line && *line;) {
        size_t length = strcspn(line, "\n");
        bool type = starts(line, "Content-Type");
        if (lie == PROXY_CONTENT_TYPE && type) {
            buffer_puts(&kept, "Content-Type: text/plain\n");
            touched = true;
        } else if (lie == PROXY_NO_HEADERS && !type) {
            touched = touched || !(starts(line, "Date") || starts(line, "Server") ||
                                   starts(line, "Content-Length") || starts(line, "Connection"));
        } else {
            buffer_append(&kept, line, length);
            buffer_puts(&kept, "\n");
        }
        line += length + (line[length] == '\n');
    }
    buffer_clear(&answer->lines);
    answer->lines = kept;
    return touched;
}

static bool lie_about_answer(enum proxy_lie lie, struct answer *answer)
{
    switch (lie) {
    case PROXY_SUCCESS_STATUS:
    case PROXY_REDIRECT_STATUS:
    case PROXY_ERROR_STATUS:
    case PROXY_ERROR_HIDDEN:
        return lie_about_status(lie, &answer->status);
    case PROXY_NO_HEADERS:
    case PROXY_CONTENT_TYPE:
        return lie_about_headers(lie, answer);
    case PROXY_NO_BODY: {
        bool touched = answer->body.size > 0;
        buffer_clear(&answer->body);
        return touched;
    }
    case PROXY_NUMBERS:
    case PROXY_STRINGS:
    case PROXY_MEMBERS:
        return lie_about_json(lie, &answer->body);
    default:
        return false;
    }
}

/* ---- Sending on ----------------------------------------------------------------------------- */

static curl_socket_t take_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct proxy *proxy = context;
    struct timespec until;
    int fd = -1;

    (void) purpose;
    (void) address;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += WAIT_SOCKET_S;
    pthread_mutex_lock(&proxy->lock);
    while (proxy->pool_count == 0 && !proxy->ending &&
           pthread_cond_timedwait(&proxy->fed, &proxy->lock, &until) == 0)
        ;
    if (proxy->pool_count > 0)
        fd = proxy->pool[--proxy->pool_count];
    pthread_mutex_unlock(&proxy->lock);
    return fd < 0 ? CURL_SOCKET_BAD : fd;
}

static size_t take_line(char *data, size_t size, size_t count, void *context)
{
    struct answer *answer = context;
    size_t length = size * count;

    if (length >= 5 && !memcmp(data, "HTTP/", 5))
        buffer_clear(&answer->lines);
    else if (length > 2 && (answer->lines.size + length > 64 << 10 ||
                            buffer_append(&answer->lines, data, length - 2) < 0 ||
                            buffer_puts(&answer->lines, "\n") < 0))
        return 0;
    return length;
}

static size_t take_body(char *data, size_t size, size_t count, void *context)
{
    struct answer *answer = context;
    size_t length = size * count;

    if (answer->body.size + length > BODY_BYTES || buffer_append(&answer->body, data, length) < 0)
        return 0;
    return length;
}

static enum MHD_Result add_header(void *context, enum MHD_ValueKind kind, const char *name,
                                  const char *value)
{
    static const char *const own[] = { "Host",   "Content-Length",    "Connection",
                                       "Expect", "Transfer-Encoding", "Keep-Alive" };
    struct curl_slist **list = context;
    AUTO_FREE char *line = NULL;

    (void) kind;
    for (size_t i = 0; i < COUNT(own); i++)
        if (!strcasecmp(name, own[i]))
            return MHD_YES;
    if (asprintf(&line, value && *value ? "%s: %s" : "%s;", name, value) < 0)
        return MHD_NO;
    struct curl_slist *longer = curl_slist_append(*list, line);
    if (longer)
        *list = longer;
    return longer ? MHD_YES : MHD_NO;
}

static int send_on(struct proxy *proxy, const char *method, const char *target,
                   struct curl_slist *headers, const struct buffer *body, struct answer *ret)
{
    CURL *easy = curl_easy_init();
    char url[64];
    long status = 0;

    if (!easy)
        return -ENOMEM;
    clear_answer(ret);
    snprintf(url, sizeof(url), "http://127.0.0.1:%d/", proxy->service_port);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_REQUEST_TARGET, target);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long) CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long) TIMEOUT_MS);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, take_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, proxy);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_line);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, ret);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, ret);
    if (!strcmp(method, "HEAD"))
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
    if (body->size > 0 || !strcmp(method, "POST") || !strcmp(method, "PUT") ||
        !strcmp(method, "PATCH")) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body->data ? body->data : "");
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t) body->size);
    }
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, method);
    CURLcode code = curl_easy_perform(easy);
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_cleanup(easy);
    ret->status = (int) status;
    return code == CURLE_OK ? 0 : -EIO;
}

/* ---- Stale answers -------------------------------------------------------------------------- */

static int compare_stale(const void *left, const void *right)
{
    return strcmp(((const struct stale *) left)->key, ((const struct stale *) right)->key);
}

static void free_stale(void *node)
{
    struct stale *stale = node;

    clear_answer(&stale->answer);
    free(stale->key);
    free(stale);
}

static int copy_answer(const struct answer *from, struct answer *to)
{
    clear_answer(to);
    to->status = from->status;
    if (from->lines.size && buffer_append(&to->lines, from->lines.data, from->lines.size) < 0)
        return -ENOMEM;
    return from->body.size ? buffer_append(&to->body, from->body.data, from->body.size) : 0;
}

/* Puts the first answer to this target in the place of the present one, or keeps it as the first.
 */
static bool make_stale(struct proxy *proxy, const char *target, struct answer *answer)
{
    struct stale wanted = { .key = (char *) target };
    bool touched = false;

    pthread_mutex_lock(&proxy->lock);
    struct stale **found = tfind(&wanted, &proxy->stale, compare_stale);
    if (found) {
        const struct answer *first = &(*found)->answer;
        touched = first->status != answer->status || first->body.size != answer->body.size ||
                  (answer->body.size > 0 &&
                   memcmp(first->body.data, answer->body.data, answer->body.size) != 0);
        copy_answer(first, answer);
    } else if (proxy->stale_count < STALE_MOST) {
        struct stale *fresh = calloc(1, sizeof(*fresh));
        if (fresh && (fresh->key = strdup(target)) && copy_answer(answer, &fresh->answer) == 0 &&
            tsearch(fresh, &proxy->stale, compare_stale))
            proxy->stale_count++;
        else if (fresh)
            free_stale(fresh);
    }
    pthread_mutex_unlock(&proxy->lock);
    return touched;
}

/* ---- Serving -------------------------------------------------------------------------------- */

static enum MHD_Result respond(struct MHD_Connection *connection, const struct answer *answer)
{
    static const char *const own[] = { "Content-Length", "Connection", "Transfer-Encoding",
                                       "Keep-Alive", "Date" };
    struct MHD_Response *response = MHD_create_response_from_buffer(
        answer->body.size, answer->body.data ? (void *) answer->body.data : (void *) "",
        MHD_RESPMEM_MUST_COPY);

    if (!response)
        return MHD_NO;
    for (const char *line = answer->lines.data; line && *line;) {
        size_t length = strcspn(line, "\n"), name = strcspn(line, ":\n");
        bool skip = name >= length;
        for (size_t i = 0; i < COUNT(own) && !skip; i++)
            skip = starts(line, own[i]);
        if (!skip) {
            AUTO_FREE char *key = strndup(line, name);
            size_t space = strspn(line + name + 1, " \t");
            AUTO_FREE char *value = strndup(line + name + 1 + space, length - name - 1 - space);
            if (key && value)
                MHD_add_response_header(response, key, value);
        }
        line += length + (line[length] == '\n');
    }
    enum MHD_Result result = MHD_queue_response(connection, (unsigned) answer->status, response);
    MHD_destroy_response(response);
    return result;
}

static bool is_read(const char *method)
{
    return !strcmp(method, "GET") || !strcmp(method, "HEAD");
}

static bool is_change(const char *method)
{
    return !strcmp(method, "PUT") || !strcmp(method, "PATCH") || !strcmp(method, "DELETE");
}

/* The request as the service gets it, and its answer as the tests get it. */
static int exchange(struct proxy *proxy, const char *method, const char *target,
                    struct curl_slist *headers, struct buffer *body, struct answer *answer,
                    bool *ret_touched)
{
    enum proxy_lie lie = proxy->lie;
    bool touched = false;

    if (lie == PROXY_DROPPED && is_change(method)) {
        *ret_touched = true;
        answer->status = 200;
        return 0;
    }
    if (lie == PROXY_NO_REQUEST_BODY && body->size > 0) {
        buffer_clear(body);
        touched = true;
    }
    int status = send_on(proxy, method, target, headers, body, answer);
    if (status == 0 && lie == PROXY_DOUBLED && !is_read(method)) {
        touched = true;
        status = send_on(proxy, method, target, headers, body, answer);
    }
    if (status == 0 && lie == PROXY_STALE && is_read(method))
        touched = make_stale(proxy, target, answer);
    else if (status == 0)
        touched = lie_about_answer(lie, answer) || touched;
    *ret_touched = touched;
    return status;
}

static enum MHD_Result forward(struct proxy *proxy, struct MHD_Connection *connection,
                               const char *method, struct incoming *incoming)
{
    struct curl_slist *headers = NULL;
    struct answer answer = { 0 };
    bool touched = false;

    MHD_get_connection_values(connection, MHD_HEADER_KIND, add_header, &headers);
    struct curl_slist *longer = curl_slist_append(headers, "Expect:");
    headers = longer ? longer : headers;
    int status =
        exchange(proxy, method, incoming->target.data, headers, &incoming->body, &answer, &touched);
    pthread_mutex_lock(&proxy->lock);
    proxy->requests++;
    proxy->touched += touched;
    pthread_mutex_unlock(&proxy->lock);
    if (status < 0 || answer.status < 200) {
        clear_answer(&answer);
        answer.status = 502;
    }
    enum MHD_Result result = respond(connection, &answer);
    clear_answer(&answer);
    curl_slist_free_all(headers);
    return result;
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **state)
{
    struct incoming *incoming = *state;

    (void) path;
    (void) version;
    if (!incoming || !incoming->target.data)
        return MHD_NO;
    if (!incoming->begun) { /* the first call of a request tells that it begins, no more */
        incoming->begun = true;
        return MHD_YES;
    }
    if (*size > 0) {
        if (incoming->body.size + *size > BODY_BYTES ||
            buffer_append(&incoming->body, data, *size) < 0)
            return MHD_NO;
        *size = 0;
        return MHD_YES;
    }
    return forward(context, connection, method, incoming);
}

/* Called with the target as it was sent, before anything is decoded. */
static void *note_target(void *context, const char *target, struct MHD_Connection *connection)
{
    struct incoming *incoming = calloc(1, sizeof(*incoming));

    (void) context;
    (void) connection;
    if (incoming)
        buffer_puts(&incoming->target, target);
    return incoming;
}

static void forget(void *context, struct MHD_Connection *connection, void **state,
                   enum MHD_RequestTerminationCode code)
{
    struct incoming *incoming = *state;

    (void) context;
    (void) connection;
    (void) code;
    if (!incoming)
        return;
    buffer_clear(&incoming->body);
    buffer_clear(&incoming->target);
    free(incoming);
    *state = NULL;
}

/* ---- Life ----------------------------------------------------------------------------------- */

int proxy_new(struct sandbox_room *room, int service_port, int port, enum proxy_lie lie,
              struct proxy **ret, struct error *error)
{
    struct proxy *proxy = memory_alloc(sizeof(*proxy));
    int fd;

    if (!proxy)
        return error_set(error, -ENOMEM, "out of memory");
    memset(proxy, 0, sizeof(*proxy));
    proxy->room = room;
    proxy->service_port = service_port;
    proxy->lie = lie;
    pthread_mutex_init(&proxy->lock, NULL);
    pthread_cond_init(&proxy->fed, NULL);
    int status = listen_in_room(room, port, &fd, &proxy->port, error);
    if (status == 0) {
        proxy->daemon = MHD_start_daemon(
            MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL, 0, NULL,
            NULL, handle, proxy, MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_NOTIFY_COMPLETED, forget,
            proxy, MHD_OPTION_URI_LOG_CALLBACK, note_target, proxy, MHD_OPTION_CONNECTION_LIMIT,
            1500u, MHD_OPTION_THREAD_STACK_SIZE, (size_t) STACK_BYTES, MHD_OPTION_END);
        if (!proxy->daemon) {
            close(fd);
            status = error_set(error, -EIO, "a proxy cannot be started");
        }
    }
    if (status == 0)
        status = proxy_feed(proxy, error);
    if (status < 0)
        proxy_free(proxy);
    else
        *ret = proxy;
    return status;
}

void proxy_free(struct proxy *proxy)
{
    if (!proxy)
        return;
    pthread_mutex_lock(&proxy->lock);
    proxy->ending = true;
    pthread_cond_broadcast(&proxy->fed);
    pthread_mutex_unlock(&proxy->lock);
    if (proxy->daemon)
        MHD_stop_daemon(proxy->daemon);
    for (size_t i = 0; i < proxy->pool_count; i++)
        close(proxy->pool[i]);
    tdestroy(proxy->stale, free_stale);
    pthread_cond_destroy(&proxy->fed);
    pthread_mutex_destroy(&proxy->lock);
    free(proxy);
}

int proxy_port(const struct proxy *proxy)
{
    return proxy->port;
}

int proxy_feed(struct proxy *proxy, struct error *error)
{
    struct sandbox_error fault;
    int status = 0;

    pthread_mutex_lock(&proxy->lock);
    while (proxy->pool_count < POOL && status == 0) {
        int fd;
        if (sandbox_room_socket(proxy->room, AF_INET, SOCK_STREAM, 0, &fd, &fault) < 0)
            status = error_from_sandbox(error, &fault);
        else
            proxy->pool[proxy->pool_count++] = fd;
    }
    pthread_cond_broadcast(&proxy->fed);
    pthread_mutex_unlock(&proxy->lock);
    return status;
}

static size_t read_count(struct proxy *proxy, const size_t *count)
{
    pthread_mutex_lock(&proxy->lock);
    size_t value = *count;
    pthread_mutex_unlock(&proxy->lock);
    return value;
}

size_t proxy_requests(struct proxy *proxy)
{
    return read_count(proxy, &proxy->requests);
}

size_t proxy_touched(struct proxy *proxy)
{
    return read_count(proxy, &proxy->touched);
}
