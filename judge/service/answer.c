/* From a request to an exchange, from an exchange to an answer, and whether that is what was
 * expected. */
#include "judge/service/player.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

enum { EXCERPT = 500 };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* ---- Sending -------------------------------------------------------------------------------- */

static int add_line(struct exchange *exchange, const char *name, const char *value)
{
    char *line;

    /* libcurl sends a header without a value only when it ends in a semicolon. */
    if (asprintf(&line, *value ? "%s: %s" : "%s;", name, value) < 0)
        return -ENOMEM;
    exchange->headers[exchange->header_count++] = line;
    return 0;
}

static int prepare_headers(struct player *player, const struct request *request,
                           struct exchange *exchange, struct error *error)
{
    bool typed = !request->has_json;

    exchange->headers = memory_alloc((request->headers.count + 1) * sizeof(char *));
    if (!exchange->headers)
        return no_memory(error);
    for (size_t i = 0; i < request->headers.count; i++) {
        const struct header *header = &request->headers.items[i];
        AUTO_FREE char *value = NULL;
        typed = typed || !strcasecmp(header->name, "Content-Type");
        if (!header->value)
            continue;
        int status = player_expand(player, request->line, header->value, &value, error);
        if (status != 0)
            return status;
        if (add_line(exchange, header->name, value) < 0)
            return no_memory(error);
    }
    return typed || add_line(exchange, "Content-Type", "application/json") == 0 ? 0
                                                                                : no_memory(error);
}

static int prepare_body(struct player *player, const struct request *request,
                        struct exchange *exchange, struct error *error)
{
    char *body = NULL;

    if (request->has_json) {
        jv value;
        int status = player_expand_value(player, request->line, request->json, &value, error);
        if (status != 0)
            return status;
        jv text = jv_dump_string(value, 0);
        body = strdup(jv_string_value(text));
        jv_free(text);
        if (!body)
            return no_memory(error);
    } else if (request->body) {
        int status = player_expand(player, request->line, request->body, &body, error);
        if (status != 0)
            return status;
    }
    exchange->body = body;
    exchange->body_size = body ? strlen(body) : 0;
    return 0;
}

int player_prepare(struct player *player, const struct request *request, struct exchange *exchange,
                   struct error *error)
{
    char *target;
    int status = player_expand(player, request->line, request->target, &target, error);

    *exchange = (struct exchange){ .method = request->method, .timeout_s = request->timeout_s };
    if (status != 0)
        return status;
    exchange->target = target;
    if (*target != '/' && *target != '*')
        return player_fail(player, request->line, "'%s' is no target of a request", target);
    status = prepare_headers(player, request, exchange, error);
    return status != 0 ? status : prepare_body(player, request, exchange, error);
}

void player_release(struct exchange *exchange)
{
    free((char *) exchange->target);
    free((char *) exchange->body);
    exchange_clear(exchange);
}

/* ---- The answer as a value ------------------------------------------------------------------ */

/* A header's name as answers have it: in lower case. */
static jv lower_name(const char *name, size_t length)
{
    char lower[128];
    size_t kept = length < sizeof(lower) ? length : sizeof(lower);

    for (size_t i = 0; i < kept; i++)
        lower[i] = (char) (name[i] >= 'A' && name[i] <= 'Z' ? name[i] + 32 : name[i]);
    return jv_string_sized(lower, (int) kept);
}

static bool is_space(char character)
{
    return character == ' ' || character == '\t';
}

/* Adds one line, "Name: value"; another one of the same name is joined to it. */
static jv add_header(jv headers, const char *line, size_t length)
{
    size_t name = strcspn(line, ":\n");
    const char *value = line + name + 1, *end = line + length;

    if (name >= length)
        return headers;
    while (value < end && is_space(*value))
        value++;
    while (end > value && is_space(end[-1]))
        end--;
    jv key = lower_name(line, name);
    jv before = jv_object_get(jv_copy(headers), jv_copy(key));
    jv text = jv_string_sized(value, (int) (end - value));
    if (jv_is_valid(before))
        text = jv_string_concat(jv_string_concat(before, jv_string(", ")), text);
    else
        jv_free(before);
    return jv_object_set(headers, key, text);
}

static jv headers_value(const struct exchange *exchange)
{
    jv headers = jv_object();

    for (const char *line = exchange->lines.data; line && *line;) {
        size_t length = strcspn(line, "\n");
        headers = add_header(headers, line, length);
        line += length + (line[length] == '\n');
    }
    return headers;
}

jv player_answer(const struct player *player, const struct exchange *exchange)
{
    const char *text = exchange->answer.data ? exchange->answer.data : "";
    jv body =
        exchange->answer.size > 0 ? jv_parse_sized(text, (int) exchange->answer.size) : jv_null();
    jv answer = jv_object();

    if (!jv_is_valid(body)) {
        jv_free(body);
        body = jv_null();
    }
    answer = jv_object_set(answer, jv_string("status"), jv_number(exchange->status));
    answer = jv_object_set(answer, jv_string("headers"), headers_value(exchange));
    answer = jv_object_set(answer, jv_string("text"),
                           jv_string_sized(text, (int) exchange->answer.size));
    answer = jv_object_set(answer, jv_string("body"), body);
    answer = jv_object_set(answer, jv_string("seconds"), jv_number(exchange->seconds));
    answer =
        jv_object_set(answer, jv_string("sent"), jv_number(exchange->sent_s - player->start_s));
    return jv_object_set(answer, jv_string("error"),
                         exchange->error == EXCHANGE_FINE
                             ? jv_null()
                             : jv_string(exchange_error_name(exchange->error)));
}

/* ---- Expectations --------------------------------------------------------------------------- */

struct check {
    struct player *player;
    const struct request *request;
    const struct exchange *exchange;
    jv answer; /* borrowed */
    bool quiet;
};

#define FAIL(check, ...)                                                                           \
    ((check)->quiet ? PLAY_FAILED                                                                  \
                    : player_fail((check)->player, (check)->request->line, __VA_ARGS__))

static int check_status(const struct check *check)
{
    const struct status_set *statuses = &check->request->expect.statuses;
    int status = check->exchange->status;
    char wanted[120] = "";

    if (statuses->count == 0)
        return 0;
    for (size_t i = 0; i < statuses->count; i++) {
        int item = statuses->items[i];
        if (item == status || (item < 10 && status / 100 == item))
            return 0;
        size_t used = strlen(wanted);
        snprintf(wanted + used, sizeof(wanted) - used, "%s%d%s", i ? " or " : "", item,
                 item < 10 ? "xx" : "");
    }
    return FAIL(check, "%s %s answered %d; expected: %s", check->request->method,
                check->exchange->target, status, wanted);
}

/* Whether a header's text is what was wanted: exactly, or behind ~ by a pattern. */
static int matches(const struct check *check, const char *text, const char *wanted, bool *ret)
{
    struct pattern *pattern = NULL;
    struct error fault;

    if (*wanted != '~') {
        *ret = !strcmp(text, wanted);
        return 0;
    }
    if (pattern_new(wanted + 1, &pattern, &fault) < 0)
        return FAIL(check, "'%s' is no pattern: %s", wanted + 1, fault.message);
    *ret = pattern_find(pattern, text, strlen(text), 0, NULL, NULL);
    pattern_free(pattern);
    return 0;
}

/* `text` NULL: the header is not there. */
static int check_text(const struct check *check, const struct header *header, const char *text,
                      struct error *error)
{
    AUTO_FREE char *wanted = NULL;
    bool right = false;

    if (!header->value)
        return text ? FAIL(check, "the header %s must not be there; it is: %.300s", header->name,
                           text)
                    : 0;
    int status = player_expand(check->player, check->request->line, header->value, &wanted, error);
    if (status == 0 && text)
        status = matches(check, text, wanted, &right);
    if (status != 0 || right)
        return status;
    return FAIL(check, "the header %s is %s%.300s; expected: %s", header->name,
                text ? "" : "missing", text ? text : "", wanted);
}

static int check_header(const struct check *check, const struct header *header, struct error *error)
{
    jv headers = jv_object_get(jv_copy(check->answer), jv_string("headers"));
    jv value = jv_object_get(headers, lower_name(header->name, strlen(header->name)));
    int status =
        check_text(check, header, jv_is_valid(value) ? jv_string_value(value) : NULL, error);

    jv_free(value);
    return status;
}

static int check_headers(const struct check *check, struct error *error)
{
    const struct headers *headers = &check->request->expect.headers;
    int status = 0;

    for (size_t i = 0; i < headers->count && status == 0; i++)
        status = check_header(check, &headers->items[i], error);
    return status;
}

static int check_json(const struct check *check, struct error *error)
{
    const struct claims *claims = &check->request->expect.json;
    const struct buffer *text = &check->exchange->answer;

    if (claims->count == 0)
        return 0;
    jv body = text->data && text->size > 0 ? jv_parse_sized(text->data, (int) text->size)
                                           : jv_invalid_with_msg(jv_string("it is empty"));
    if (!jv_is_valid(body)) {
        jv fault = jv_invalid_get_msg(body);
        int status = FAIL(check, "the body is not JSON: %.200s",
                          jv_get_kind(fault) == JV_KIND_STRING ? jv_string_value(fault) : "");
        jv_free(fault);
        return status;
    }
    int status =
        player_claims(check->player, check->request->line, claims, body, check->quiet, error);
    jv_free(body);
    return status;
}

static const struct named_body *find_body(const struct player *player, const char *name)
{
    for (size_t i = 0; i < player->body_count; i++)
        if (!strcmp(player->bodies[i].name, name))
            return &player->bodies[i];
    return NULL;
}

static int check_same(const struct check *check, const char *name)
{
    const struct named_body *before = find_body(check->player, name);
    const struct buffer *now = &check->exchange->answer;

    if (!before)
        return FAIL(check, "there is no answer named '%s'", name);
    if (before->bytes.size == now->size &&
        (!now->data || !before->bytes.data || !memcmp(before->bytes.data, now->data, now->size)))
        return 0;
    return FAIL(
        check,
        "the body is not the same, byte for byte, as that of '%s'\n  then: %.*s\n  now:  %.*s",
        name, (int) (before->bytes.size < EXCERPT ? before->bytes.size : EXCERPT),
        before->bytes.data ? before->bytes.data : "",
        (int) (now->size < EXCERPT ? now->size : EXCERPT), now->data ? now->data : "");
}

static int check_body(const struct check *check, struct error *error)
{
    const struct expectation *expect = &check->request->expect;
    const struct buffer *now = &check->exchange->answer;
    const char *text = now->data ? now->data : "";

    if (expect->body) {
        AUTO_FREE char *wanted = NULL;
        int status =
            player_expand(check->player, check->request->line, expect->body, &wanted, error);
        if (status != 0)
            return status;
        if (strlen(wanted) != now->size || (now->size > 0 && memcmp(wanted, text, now->size) != 0))
            return FAIL(check, "the body is: %.300s; expected: %.300s", text, wanted);
    }
    if (expect->matches && !pattern_find(expect->matches, text, now->size, 0, NULL, NULL))
        return FAIL(check, "the body does not match %s: %.300s", expect->matches_text, text);
    return expect->same_as ? check_same(check, expect->same_as) : 0;
}

int player_expect(struct player *player, const struct request *request,
                  const struct exchange *exchange, jv answer, bool quiet, struct error *error)
{
    const struct expectation *expect = &request->expect;
    struct check check = { player, request, exchange, answer, quiet };

    if (exchange->error != EXCHANGE_FINE && request->may_fail)
        return 0;
    if (exchange->error != EXCHANGE_FINE)
        return FAIL(&check, "%s %s had no answer: %s (%s)", request->method, exchange->target,
                    exchange_error_name(exchange->error), exchange->detail);
    int status = check_status(&check);
    if (status == 0)
        status = check_headers(&check, error);
    if (status == 0)
        status = check_json(&check, error);
    if (status == 0)
        status = player_claims(player, request->line, &expect->holds, answer, quiet, error);
    if (status == 0)
        status = check_body(&check, error);
    if (status == 0 && expect->within_s > 0 && exchange->seconds > expect->within_s)
        status = FAIL(&check, "the answer took %.2f s; expected: within %.2f s", exchange->seconds,
                      expect->within_s);
    return status;
}

static int store_body(struct player *player, const char *name, const struct buffer *bytes)
{
    struct named_body *found = (struct named_body *) find_body(player, name);

    if (!found) {
        if (array_reserve((void **) &player->bodies, player->body_count, &player->body_capacity,
                          sizeof(*player->bodies)) < 0)
            return -ENOMEM;
        found = &player->bodies[player->body_count++];
        *found = (struct named_body){ .name = name };
    }
    buffer_clear(&found->bytes);
    return bytes->size ? buffer_append(&found->bytes, bytes->data, bytes->size) : 0;
}

int player_store(struct player *player, const struct request *request,
                 const struct exchange *exchange, jv answer, struct error *error)
{
    if (request->as) {
        player_set(player, request->as, jv_copy(answer));
        if (store_body(player, request->as, &exchange->answer) < 0)
            return no_memory(error);
    }
    if (request->into)
        player_append(player, request->into, jv_copy(answer));
    if (exchange->error != EXCHANGE_FINE)
        return 0;
    return player_captures(player, request->line, request->captures, request->capture_count, answer,
                           false, error);
}
