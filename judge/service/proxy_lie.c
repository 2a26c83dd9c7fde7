/* The lies of a proxy, which know nothing of HTTP libraries, threads or the room. */
#include "judge/service/proxy_lie.h"

#include <errno.h>
#include <jv.h>
#include <search.h>
#include <string.h>
#include <strings.h>

enum { STALE_MOST = 2000 };

struct stale {
    char *key; /* target */
    struct answer answer;
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
    [PROXY_REORDERED] = { "reordered",
                          "of two requests at the same time the later one arrives first" },
};

const char *proxy_lie_name(enum proxy_lie lie)
{
    return lies[lie].name;
}

const char *proxy_lie_text(enum proxy_lie lie)
{
    return lies[lie].text;
}

void answer_clear(struct answer *answer)
{
    buffer_clear(&answer->lines);
    buffer_clear(&answer->body);
}

bool proxy_lie_of_requests(enum proxy_lie lie)
{
    return lie == PROXY_DOUBLED || lie == PROXY_DROPPED || lie == PROXY_NO_REQUEST_BODY ||
           lie == PROXY_REORDERED;
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

bool answer_line_is(const char *line, const char *name)
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
        bool type = answer_line_is(line, "Content-Type");
        if (lie == PROXY_CONTENT_TYPE && type) {
            buffer_puts(&kept, "Content-Type: text/plain\n");
            touched = true;
        } else if (lie == PROXY_NO_HEADERS && !type) {
            touched = touched || !(answer_line_is(line, "Date") || answer_line_is(line, "Server") ||
                                   answer_line_is(line, "Content-Length") ||
                                   answer_line_is(line, "Connection"));
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

bool proxy_lie_apply(enum proxy_lie lie, struct answer *answer)
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

/* ---- Stale answers -------------------------------------------------------------------------- */

static int compare_stale(const void *left, const void *right)
{
    return strcmp(((const struct stale *) left)->key, ((const struct stale *) right)->key);
}

static void free_stale(void *node)
{
    struct stale *stale = node;

    answer_clear(&stale->answer);
    free(stale->key);
    free(stale);
}

static int copy_answer(const struct answer *from, struct answer *to)
{
    answer_clear(to);
    to->status = from->status;
    if (from->lines.size && buffer_append(&to->lines, from->lines.data, from->lines.size) < 0)
        return -ENOMEM;
    return from->body.size ? buffer_append(&to->body, from->body.data, from->body.size) : 0;
}

void stale_answers_clear(struct stale_answers *known)
{
    tdestroy(known->tree, free_stale);
    *known = (struct stale_answers){ 0 };
}

bool stale_answer(struct stale_answers *known, const char *target, struct answer *answer)
{
    struct stale wanted = { .key = (char *) target };
    bool touched = false;

    struct stale **found = tfind(&wanted, &known->tree, compare_stale);
    if (found) {
        const struct answer *first = &(*found)->answer;
        touched = first->status != answer->status || first->body.size != answer->body.size ||
                  (answer->body.size > 0 &&
                   memcmp(first->body.data, answer->body.data, answer->body.size) != 0);
        copy_answer(first, answer);
    } else if (known->count < STALE_MOST) {
        struct stale *fresh = calloc(1, sizeof(*fresh));
        if (fresh && (fresh->key = strdup(target)) && copy_answer(answer, &fresh->answer) == 0 &&
            tsearch(fresh, &known->tree, compare_stale))
            known->count++;
        else if (fresh)
            free_stale(fresh);
    }
    return touched;
}
