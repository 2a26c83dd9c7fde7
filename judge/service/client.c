/*
 * Theory of operation: the judge's thread runs libcurl's multi interface. Sockets come out of the
 * room (CURLOPT_OPENSOCKETFUNCTION), made ahead of the start, so that requests that belong together
 * leave together. Nothing that the service answers is trusted: header lines and body are counted
 * and cut, HTTP/0.9 is refused, redirects are never followed, and each request has its time.
 *
 * A connection that ends before the first byte of an answer is tried again, a few times and with
 * pauses: the kernel does that to a burst when a listen backlog is short, and it says nothing about
 * what the service makes of the request.
 */
#include "judge/service/client.h"

#include "judge/base/clock.h"
#include "judge/base/text.h"

#include <curl/curl.h>
#include <errno.h>
#include <math.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/resource.h>

enum { MOST_TRIES = 6, POOL_MOST = 4096, LOOK_MS = 250 };

static const double first_pause_s = 0.04;

struct client {
    struct sandbox_room *room;
    int port;
    CURLM *multi;
    CURL **idle; /* easy handles to use again */
    size_t idle_count, idle_capacity;
    int *pool; /* sockets made ahead */
    size_t pool_count, pool_capacity;
    struct error fault; /* of a socket that could not be had */
    void (*look)(void *context);
    void *context; /* of look */
};

struct flight {
    struct client *client;
    struct exchange *exchange;
    CURL *easy;
    struct curl_slist *headers;
    char message[CURL_ERROR_SIZE];
    bool answered, too_large;
};

struct run_state {
    struct client *client;
    struct exchange *exchanges;
    size_t count, next, done, flying;
    const struct client_run *run;
    double start_s;
    bool alarmed;
    struct exchange **again; /* those to be tried once more, from when */
    double *again_at;
    size_t again_count;
};

const char *exchange_error_name(enum exchange_error error)
{
    static const char *const names[] = {
        "", "refused", "reset", "timeout", "too large", "malformed"
    };

    return names[error];
}

void exchange_clear(struct exchange *exchange)
{
    for (size_t i = 0; i < exchange->header_count; i++)
        free(exchange->headers[i]);
    free(exchange->headers);
    buffer_clear(&exchange->lines);
    buffer_clear(&exchange->answer);
    *exchange = (struct exchange){ 0 };
}

void client_watch(struct client *client, void (*look)(void *context), void *context)
{
    client->look = look;
    client->context = context;
}

/* ---- The client ----------------------------------------------------------------------------- */

static void raise_descriptor_limit(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

int client_new(struct sandbox_room *room, int port, struct client **ret, struct error *error)
{
    struct client *client = memory_alloc(sizeof(*client));

    if (!client)
        return error_set(error, -ENOMEM, "out of memory");
    raise_descriptor_limit();
    *client = (struct client){ .room = room, .port = port };
    if (curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
        client->multi = curl_multi_init();
    if (!client->multi) {
        free(client);
        return error_set(error, -ENOMEM, "libcurl cannot be started");
    }
    *ret = client;
    return 0;
}

void client_free(struct client *client)
{
    if (!client)
        return;
    for (size_t i = 0; i < client->idle_count; i++)
        curl_easy_cleanup(client->idle[i]);
    for (size_t i = 0; i < client->pool_count; i++)
        close(client->pool[i]);
    curl_multi_cleanup(client->multi);
    free(client->idle);
    free(client->pool);
    free(client);
}

static int new_socket(struct client *client, int *ret)
{
    struct sandbox_error fault;

    if (sandbox_room_socket(client->room, AF_INET, SOCK_STREAM, 0, ret, &fault) == 0)
        return 0;
    return error_from_sandbox(&client->fault, &fault);
}

static int fill_pool(struct client *client, size_t count)
{
    while (client->pool_count < count && client->pool_count < POOL_MOST) {
        if (array_reserve((void **) &client->pool, client->pool_count, &client->pool_capacity,
                          sizeof(*client->pool)) < 0)
            return error_set(&client->fault, -ENOMEM, "out of memory");
        int status = new_socket(client, &client->pool[client->pool_count]);
        if (status < 0)
            return status;
        client->pool_count++;
    }
    return 0;
}

static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct client *client = context;
    int fd = -1;

    (void) purpose;
    if (address->family != AF_INET)
        return CURL_SOCKET_BAD;
    if (client->pool_count > 0)
        return client->pool[--client->pool_count];
    return new_socket(client, &fd) < 0 ? CURL_SOCKET_BAD : fd;
}

/* ---- What comes back ------------------------------------------------------------------------ */

static size_t take_header(char *data, size_t size, size_t count, void *context)
{
    struct flight *flight = context;
    struct buffer *lines = &flight->exchange->lines;
    size_t length = size * count;

    flight->answered = true;
    if (length >= 5 && !memcmp(data, "HTTP/", 5)) {
        buffer_clear(lines);
        return length;
    }
    if (lines->size + length > CLIENT_HEADER_BYTES) {
        flight->too_large = true;
        return 0;
    }
    size_t kept = length;
    while (kept > 0 && (data[kept - 1] == '\n' || data[kept - 1] == '\r'))
        kept--;
    if (kept > 0 && (buffer_append(lines, data, kept) < 0 || buffer_puts(lines, "\n") < 0))
        return 0;
    return length;
}

static size_t take_body(char *data, size_t size, size_t count, void *context)
{
    struct flight *flight = context;
    size_t length = size * count;

    flight->answered = true;
    if (flight->exchange->answer.size + length > CLIENT_BODY_BYTES) {
        flight->too_large = true;
        return 0;
    }
    return buffer_append(&flight->exchange->answer, data, length) < 0 ? 0 : length;
}

static enum exchange_error error_of(CURLcode code, const struct flight *flight)
{
    if (flight->too_large)
        return EXCHANGE_TOO_LARGE;
    switch (code) {
    case CURLE_OK:
        return EXCHANGE_FINE;
    case CURLE_COULDNT_CONNECT:
        return EXCHANGE_REFUSED;
    case CURLE_OPERATION_TIMEDOUT:
        return EXCHANGE_TIMEOUT;
    case CURLE_RECV_ERROR: /* libcurl says this of a broken chunk, too */
        return strstr(flight->message, "chunk") ? EXCHANGE_MALFORMED : EXCHANGE_RESET;
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_PARTIAL_FILE:
        return EXCHANGE_RESET;
    default:
        return EXCHANGE_MALFORMED;
    }
}

/* ---- One flight ----------------------------------------------------------------------------- */

static CURL *take_handle(struct client *client)
{
    return client->idle_count > 0 ? client->idle[--client->idle_count] : curl_easy_init();
}

static void keep_handle(struct client *client, CURL *easy)
{
    curl_easy_reset(easy);
    if (array_reserve((void **) &client->idle, client->idle_count, &client->idle_capacity,
                      sizeof(CURL *)) < 0)
        curl_easy_cleanup(easy);
    else
        client->idle[client->idle_count++] = easy;
}

static bool sends_length(const char *method)
{
    return !strcmp(method, "POST") || !strcmp(method, "PUT") || !strcmp(method, "PATCH");
}

static void set_request(struct flight *flight, bool reuse)
{
    struct exchange *exchange = flight->exchange;
    CURL *easy = flight->easy;
    char url[64];

    snprintf(url, sizeof(url), "http://127.0.0.1:%d/", flight->client->port);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_REQUEST_TARGET, exchange->target);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, flight->headers);
    if (!strcmp(exchange->method, "HEAD"))
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
    if (exchange->body || sends_length(exchange->method)) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, exchange->body ? exchange->body : "");
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t) exchange->body_size);
    }
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, exchange->method);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long) (exchange->timeout_s * 1000) + 1);
    if (!reuse) {
        curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    }
}

static void set_bounds(struct flight *flight)
{
    CURL *easy = flight->easy;

    curl_easy_setopt(easy, CURLOPT_PRIVATE, flight);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, flight->message);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NETRC, (long) CURL_NETRC_IGNORED);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long) CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L);
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, 8000L);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, flight->client);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, flight);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, flight);
}

static int add_headers(struct flight *flight)
{
    const struct exchange *exchange = flight->exchange;
    /* libcurl's own additions that nobody asked for; a request may still send them. */
    static const char *const own[] = { "Expect:", "Content-Type:", "User-Agent: assay" };
    struct curl_slist *list = NULL, *longer;

    for (size_t i = 0; i < COUNT(own) + exchange->header_count; i++) {
        const char *line = i < COUNT(own) ? own[i] : exchange->headers[i - COUNT(own)];
        if (i == 1) {
            size_t k = 0;
            while (k < exchange->header_count &&
                   strncasecmp(exchange->headers[k], "Content-Type:", 13) != 0)
                k++;
            if (k < exchange->header_count)
                continue;
        }
        longer = curl_slist_append(list, line);
        if (!longer) {
            curl_slist_free_all(list);
            return -ENOMEM;
        }
        list = longer;
    }
    flight->headers = list;
    return 0;
}

static void end_flight(struct flight *flight)
{
    if (flight->easy) {
        curl_multi_remove_handle(flight->client->multi, flight->easy);
        keep_handle(flight->client, flight->easy);
    }
    curl_slist_free_all(flight->headers);
    flight->exchange->state = NULL;
    free(flight);
}

static int send_one(struct run_state *state, struct exchange *exchange)
{
    struct client *client = state->client;
    struct flight *flight = memory_alloc(sizeof(*flight));

    if (!flight)
        return -ENOMEM;
    *flight = (struct flight){ .client = client, .exchange = exchange };
    exchange->state = flight;
    buffer_clear(&exchange->lines);
    buffer_clear(&exchange->answer);
    flight->easy = take_handle(client);
    if (!flight->easy || add_headers(flight) < 0) {
        end_flight(flight);
        return -ENOMEM;
    }
    set_bounds(flight);
    set_request(flight, state->run->reuse);
    if (exchange->tries++ == 0)
        exchange->sent_s = clock_now_s();
    if (curl_multi_add_handle(client->multi, flight->easy) != CURLM_OK) {
        end_flight(flight);
        return -ENOMEM;
    }
    state->flying++;
    return 0;
}

/* ---- The run -------------------------------------------------------------------------------- */

static bool tries_again(const struct flight *flight, enum exchange_error error)
{
    const struct exchange *exchange = flight->exchange;

    return (error == EXCHANGE_REFUSED || error == EXCHANGE_RESET) && !flight->answered &&
           !exchange->no_new_tries && exchange->tries < MOST_TRIES;
}

static void finish(struct run_state *state, struct flight *flight, CURLcode code)
{
    struct exchange *exchange = flight->exchange;
    enum exchange_error fault = error_of(code, flight);
    double now = clock_now_s();
    long status = 0;

    state->flying--;
    if (tries_again(flight, fault)) {
        state->again[state->again_count] = exchange;
        state->again_at[state->again_count++] = now + first_pause_s * pow(2, exchange->tries - 1);
        end_flight(flight);
        return;
    }
    curl_easy_getinfo(flight->easy, CURLINFO_RESPONSE_CODE, &status);
    exchange->error = fault;
    exchange->status = fault == EXCHANGE_FINE ? (int) status : 0;
    exchange->seconds =
        now - (exchange->due_s > 0 ? state->start_s + exchange->due_s : exchange->sent_s);
    if (fault != EXCHANGE_FINE) {
        snprintf(exchange->detail, sizeof(exchange->detail), "%.150s",
                 flight->message[0] ? flight->message : curl_easy_strerror(code));
        text_line(exchange->detail);
    }
    state->done++;
    end_flight(flight);
}

static int collect(struct run_state *state)
{
    int left;
    CURLMsg *message;

    while ((message = curl_multi_info_read(state->client->multi, &left))) {
        char *private = NULL;
        if (message->msg != CURLMSG_DONE)
            continue;
        CURLcode code = message->data.result;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &private);
        finish(state, (struct flight *) private, code);
    }
    return state->client->fault.code;
}

static bool may_fly(const struct run_state *state)
{
    return state->run->at_once == 0 || state->flying < state->run->at_once;
}

/* Sends what is due; *ret_wait: seconds until the next is. */
static int send_due(struct run_state *state, double *ret_wait)
{
    double now = clock_now_s();
    int status = 0;

    *ret_wait = 1;
    for (size_t i = 0; i < state->again_count && status == 0;) {
        if (state->again_at[i] > now) {
            *ret_wait = fmin(*ret_wait, state->again_at[i] - now);
            i++;
            continue;
        }
        struct exchange *exchange = state->again[i];
        state->again_count--;
        state->again[i] = state->again[state->again_count];
        state->again_at[i] = state->again_at[state->again_count];
        status = send_one(state, exchange);
    }
    while (state->next < state->count && may_fly(state) && status == 0) {
        struct exchange *exchange = &state->exchanges[state->next];
        if (state->start_s + exchange->due_s > now) {
            *ret_wait = fmin(*ret_wait, state->start_s + exchange->due_s - now);
            break;
        }
        status = send_one(state, exchange);
        state->next++;
    }
    return status;
}

static int ring_alarm(struct run_state *state, double *wait, struct error *error)
{
    const struct client_run *run = state->run;

    if (!run->alarm || state->alarmed)
        return 0;
    double left = state->start_s + run->alarm_s - clock_now_s();
    if (left > 0) {
        *wait = fmin(*wait, left);
        return 0;
    }
    state->alarmed = true;
    return run->alarm(run->context, error);
}

/* What is still open when the time is over, or when the judge gives up. */
static void abandon(struct run_state *state)
{
    for (size_t i = 0; i < state->count; i++) {
        struct exchange *exchange = &state->exchanges[i];
        bool waits = i >= state->next;
        for (size_t k = 0; k < state->again_count; k++)
            waits = waits || state->again[k] == exchange;
        if (exchange->state)
            end_flight(exchange->state);
        else if (!waits)
            continue;
        exchange->error = EXCHANGE_TIMEOUT;
        exchange->status = 0;
        exchange->seconds = clock_now_s() - state->start_s;
        snprintf(exchange->detail, sizeof(exchange->detail), "no answer when the time was over");
    }
}

static int wait_for_news(struct run_state *state, double wait_s)
{
    int running;
    int wait_ms = (int) ceil(fmax(wait_s, 0) * 1000);

    if (state->client->look) {
        state->client->look(state->client->context);
        wait_ms = wait_ms < LOOK_MS ? wait_ms : LOOK_MS;
    }

    if (curl_multi_perform(state->client->multi, &running) != CURLM_OK)
        return -EIO;
    int status = collect(state);
    if (status < 0 || state->done == state->count || (size_t) running < state->flying)
        return status;
    if (may_fly(state) && state->next < state->count && wait_s <= 0)
        return 0;
    return curl_multi_poll(state->client->multi, NULL, 0, wait_ms, NULL) == CURLM_OK ? 0 : -EIO;
}

static int fly(struct run_state *state, struct error *error)
{
    const struct client_run *run = state->run;

    while (state->done < state->count || (run->alarm && !state->alarmed)) {
        double wait;
        int status = send_due(state, &wait);
        if (status < 0)
            return error_set(error, status, "out of memory");
        status = ring_alarm(state, &wait, error);
        if (status < 0)
            return status;
        if (run->limit_s > 0) {
            double left = state->start_s + run->limit_s - clock_now_s();
            if (left <= 0)
                return 0;
            wait = fmin(wait, left);
        }
        status = wait_for_news(state, wait);
        if (status < 0 && state->client->fault.code < 0) {
            *error = state->client->fault;
            return status;
        }
        if (status < 0)
            return error_set(error, status, "libcurl cannot go on");
    }
    return 0;
}

int client_run(struct client *client, struct exchange *exchanges, size_t count,
               const struct client_run *run, struct error *error)
{
    struct run_state state = {
        .client = client, .exchanges = exchanges, .count = count, .run = run
    };
    size_t sockets = run->reuse ? 1 : run->at_once && run->at_once < count ? run->at_once : count;

    state.again = memory_alloc((count + 1) * sizeof(*state.again));
    state.again_at = memory_alloc((count + 1) * sizeof(*state.again_at));
    client->fault = (struct error){ 0 };
    int status = state.again && state.again_at ? fill_pool(client, sockets) : -ENOMEM;
    state.start_s = clock_now_s();
    if (status == 0)
        status = fly(&state, error);
    else if (client->fault.code < 0)
        *error = client->fault;
    else
        error_set(error, status, "out of memory");
    abandon(&state);
    free(state.again);
    free(state.again_at);
    return status;
}
