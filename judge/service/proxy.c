/*
 * Theory of operation: a thread a connection (serving.h); each request is sent on by libcurl over a
 * socket that the judge's thread took out of the room beforehand, since a room belongs to one
 * thread. The lie is applied to the request here, or to the answer in proxy_lie.c. A lie that
 * changes nothing of what the tests do is no lie to them: what it touched is counted.
 *
 * For the other order, the first of two requests is held until the second has its answer. Nobody
 * knows beforehand whether a second comes: who is alone goes on after a moment.
 */
#include "judge/service/proxy.h"

#include "judge/base/memory.h"
#include "judge/service/proxy_lie.h"
#include "judge/service/serving.h"

#include <curl/curl.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>

enum {
    POOL = 64,
    BODY_BYTES = 8 << 20,
    WAIT_SOCKET_S = 5,
    TIMEOUT_MS = 30000,
    HOLD_MS = 100,        /* how long a request waits for another one to overtake it */
    OVERTAKEN_MS = 10000, /* and for that one's answer */
};

/* Whether somebody waits to be overtaken, and by how much that has come to pass. */
enum holding { NOBODY_HELD, HELD, BEING_OVERTAKEN, OVERTAKEN };

struct proxy {
    struct sandbox_room *room;
    int service_port, port;
    enum proxy_lie lie;
    struct serving serving;
    struct MHD_Daemon *daemon;
    pthread_mutex_t lock;
    pthread_cond_t fed, turn;
    bool ending;
    enum holding holding;
    int pool[POOL];
    size_t pool_count, requests, touched;
    struct stale_answers stale;
};

/* ---- Sending on ----------------------------------------------------------------------------- */

/* For pthread_cond_timedwait(). */
static struct timespec in_ms(long ms)
{
    struct timespec moment;

    clock_gettime(CLOCK_REALTIME, &moment);
    moment.tv_sec += ms / 1000;
    moment.tv_nsec += ms % 1000 * 1000000;
    if (moment.tv_nsec >= 1000000000) {
        moment.tv_nsec -= 1000000000;
        moment.tv_sec++;
    }
    return moment;
}

static curl_socket_t take_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct proxy *proxy = context;
    struct timespec until = in_ms(1000L * WAIT_SOCKET_S);
    int fd = -1;

    (void) purpose;
    (void) address;
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
    answer_clear(ret);
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
            skip = answer_line_is(line, own[i]);
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

static bool stale_once(struct proxy *proxy, const char *target, struct answer *answer)
{
    pthread_mutex_lock(&proxy->lock);
    bool touched = stale_answer(&proxy->stale, target, answer);
    pthread_mutex_unlock(&proxy->lock);
    return touched;
}

/* Waits to be overtaken; whether it was. Called with the lock held. */
static bool wait_for_another(struct proxy *proxy)
{
    struct timespec alone = in_ms(HOLD_MS), late = in_ms(OVERTAKEN_MS);
    int over = 0;

    proxy->holding = HELD;
    while (!proxy->ending && over == 0 && proxy->holding != OVERTAKEN) {
        over = pthread_cond_timedwait(&proxy->turn, &proxy->lock,
                                      proxy->holding == HELD ? &alone : &late);
        if (over && proxy->holding == BEING_OVERTAKEN && in_ms(0).tv_sec < late.tv_sec)
            over = 0; /* the other one came in the last moment */
    }
    bool overtaken = proxy->holding == OVERTAKEN;
    proxy->holding = NOBODY_HELD;
    return overtaken;
}

static int send_in_other_order(struct proxy *proxy, const char *method, const char *target,
                               struct curl_slist *headers, struct buffer *body,
                               struct answer *answer, bool *ret_touched)
{
    pthread_mutex_lock(&proxy->lock);
    bool overtakes = proxy->holding == HELD;
    if (overtakes)
        proxy->holding = BEING_OVERTAKEN;
    else if (proxy->holding == NOBODY_HELD)
        *ret_touched = wait_for_another(proxy);
    pthread_mutex_unlock(&proxy->lock);
    int status = send_on(proxy, method, target, headers, body, answer);
    if (!overtakes)
        return status;
    pthread_mutex_lock(&proxy->lock);
    if (proxy->holding == BEING_OVERTAKEN)
        proxy->holding = OVERTAKEN;
    pthread_cond_broadcast(&proxy->turn);
    pthread_mutex_unlock(&proxy->lock);
    return status;
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
    int status = lie == PROXY_REORDERED
                     ? send_in_other_order(proxy, method, target, headers, body, answer, &touched)
                     : send_on(proxy, method, target, headers, body, answer);
    if (status == 0 && lie == PROXY_DOUBLED && !is_read(method)) {
        touched = true;
        status = send_on(proxy, method, target, headers, body, answer);
    }
    if (status == 0 && lie == PROXY_STALE && is_read(method))
        touched = stale_once(proxy, target, answer);
    else if (status == 0)
        touched = proxy_lie_apply(lie, answer) || touched;
    *ret_touched = touched;
    return status;
}

static enum MHD_Result forward(void *context, struct MHD_Connection *connection,
                               struct serving_request *request)
{
    struct proxy *proxy = context;
    struct curl_slist *headers = NULL;
    struct answer answer = { .status = 413 };
    bool touched = false;
    int status = 0;

    MHD_get_connection_values(connection, MHD_HEADER_KIND, add_header, &headers);
    struct curl_slist *longer = curl_slist_append(headers, "Expect:");
    headers = longer ? longer : headers;
    if (!request->too_large)
        status = exchange(proxy, request->method, request->target.data, headers, &request->body,
                          &answer, &touched);
    pthread_mutex_lock(&proxy->lock);
    proxy->requests++;
    proxy->touched += touched;
    pthread_mutex_unlock(&proxy->lock);
    if (status < 0 || answer.status < 200) {
        answer_clear(&answer);
        answer.status = 502;
    }
    enum MHD_Result result = respond(connection, &answer);
    answer_clear(&answer);
    curl_slist_free_all(headers);
    return result;
}

/* ---- Life ----------------------------------------------------------------------------------- */

int proxy_new(struct sandbox_room *room, int service_port, int port, enum proxy_lie lie,
              struct proxy **ret, struct error *error)
{
    struct proxy *proxy = memory_alloc(sizeof(*proxy));

    if (!proxy)
        return error_set(error, -ENOMEM, "out of memory");
    *proxy = (struct proxy){ .room = room,
                             .service_port = service_port,
                             .lie = lie,
                             .serving = { BODY_BYTES, forward, proxy } };
    pthread_mutex_init(&proxy->lock, NULL);
    pthread_cond_init(&proxy->fed, NULL);
    pthread_cond_init(&proxy->turn, NULL);
    int status = serving_start(room, port, &proxy->serving, &proxy->daemon, &proxy->port, error);
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
    pthread_cond_broadcast(&proxy->turn);
    pthread_mutex_unlock(&proxy->lock);
    if (proxy->daemon)
        MHD_stop_daemon(proxy->daemon);
    for (size_t i = 0; i < proxy->pool_count; i++)
        close(proxy->pool[i]);
    stale_answers_clear(&proxy->stale);
    pthread_cond_destroy(&proxy->fed);
    pthread_cond_destroy(&proxy->turn);
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
