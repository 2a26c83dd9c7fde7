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

static jv headers_value(const struct exchange *exchange)
{
    jv headers = jv_object();
    const char *line = exchange->lines.data;

    while (line && *line) {
        size_t length = strcspn(line, "\n"), name = strcspn(line, ":\n");
        if (name < length && name < 128) {
            char lower[128];
            for (size_t i = 0; i < name; i++)
                lower[i] = (char) (line[i] >= 'A' && line[i] <= 'Z' ? line[i] + 32 : line[i]);
            const char *value = line + name + 1, *end = line + length;
            while (value < end && (*value == ' ' || *value == '\t'))
                value++;
            while (end > value && (end[-1] == ' ' || end[-1] == '\t'))
                end--;
            jv key = jv_string_sized(lower, (int) name);
            jv before = jv_object_get(jv_copy(headers), jv_copy(key));
            jv text = jv_string_sized(value, (int) (end - value));
            if (jv_is_valid(before))
                text = jv_string_concat(jv_string_concat(before, jv_string(", ")), text);
            else
                jv_free(before);
            headers = jv_object_set(headers, key, text);
        }
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

static int check_header(const struct check *check, const struct header *header, struct error *error)
{
    AUTO_FREE char *wanted = NULL;
    jv headers = jv_object_get(jv_copy(check->answer), jv_string("headers"));
    char lower[128];
    size_t length = 0;
    int status = 0;

    for (; header->name[length] && length < sizeof(lower) - 1; length++)
        lower[length] = (char) (header->name[length] >= 'A' && header->name[length] <= 'Z'
                                    ? header->name[length] + 32
                                    : header->name[length]);
    jv value = jv_object_get(headers, jv_string_sized(lower, (int) length));
    bool there = jv_is_valid(value);
    const char *text = there ? jv_string_value(value) : "";
    if (!header->value) {
        if (there)
            status =
                FAIL(check, "the header %s must not be there; it is: %.300s", header->name, text);
    } else if ((status = player_expand(check->player, check->request->line, header->value, &wanted,
                                       error)) == 0) {
        struct pattern *pattern = NULL;
        struct error fault;
        bool right = *wanted != '~' && !strcmp(text, wanted);
        if (*wanted == '~' && pattern_new(wanted + 1, &pattern, &fault) < 0)
            status = FAIL(check, "'%s' is no pattern: %s", wanted + 1, fault.message);
        else if (pattern)
            right = pattern_find(pattern, text, strlen(text), 0, NULL, NULL);
        pattern_free(pattern);
        if (status == 0 && (!there || !right))
            status = FAIL(check, "the header %s is %s%.300s; expected: %s", header->name,
                          there ? "" : "missing", text, wanted);
    }
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
    jv body = text->size > 0 ? jv_parse_sized(text->data, (int) text->size)
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
        (now->size == 0 || !memcmp(before->bytes.data, now->data, now->size)))
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
        if (strlen(wanted) != now->size || memcmp(wanted, text, now->size) != 0)
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
