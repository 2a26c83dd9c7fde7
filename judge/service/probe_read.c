/*
 * Reads the steps of probes. A step is a map whose first known word says its kind; the keys that it
 * may have stand in a table, and a function a kind reads them. Nothing is corrected silently: the
 * first fault ends the reading, with its file and line.
 */
#include "judge/service/probe_words.h"

#include <errno.h>
#include <string.h>

enum { MOST_COPIES = 20000, MOST_TIMES = 20000 };

typedef int (*step_reader)(struct probe_reader *reader, const struct yaml_node *node,
                           struct step *step, struct error *error);

struct step_row {
    const char *name;
    enum step_kind kind;
    bool alone; /* may stand as a word */
    const char *const *keys;
    step_reader read;
};

static const char *const request_keys[] = { "request",  "headers", "json", "body", "timeout",
                                            "may fail", "durable", "as",   "into", "capture",
                                            "expect",   "copies",  NULL };

static int fault(const struct yaml_node *node, struct error *error, const char *text)
{
    return error_at(error, -EINVAL, node->file, node->line, "%s", text);
}

static int read_count(const struct yaml_node *node, uint32_t most, uint32_t *ret,
                      struct error *error)
{
    int64_t value;
    int status = yaml_as_int(node, 1, most, &value, error);

    if (status == 0)
        *ret = (uint32_t) value;
    return status;
}

/* Variables that steps of a kind set themselves. */
static int know(struct probe_reader *reader, const char *name, struct error *error)
{
    return filter_names_add(&reader->probe->names, name) < 0 ? words_no_memory(error) : 0;
}

/* ---- Requests ------------------------------------------------------------------------------- */

static int read_expectation(struct probe_reader *reader, const struct yaml_node *node,
                            struct expectation *ret, struct error *error)
{
    static const char *const keys[] = { "status",       "headers", "json",   "holds", "body",
                                        "same body as", "matches", "within", NULL };
    int status = words_check_keys(node, keys, "expect", error);

    for (const struct yaml_node *child = node->children; child && status == 0;
         child = child->next) {
        if (!strcmp(child->key, "status"))
            status = words_statuses(reader, child, &ret->statuses, error);
        else if (!strcmp(child->key, "headers"))
            status = words_headers(reader, child, &ret->headers, error);
        else if (!strcmp(child->key, "json"))
            status = words_claims(reader, child, &ret->json, error);
        else if (!strcmp(child->key, "holds"))
            status = words_claims(reader, child, &ret->holds, error);
        else if (!strcmp(child->key, "body"))
            status = words_text(reader, child, &ret->body, error);
        else if (!strcmp(child->key, "same body as"))
            status = yaml_as_string(child, &ret->same_as, error);
        else if (!strcmp(child->key, "within"))
            status = words_duration(child, &ret->within_s, error);
        else if ((status = words_pattern(reader, child, &ret->matches, error)) == 0)
            ret->matches_text = child->text;
    }
    return status;
}

/* "POST /links" */
static int read_target(struct probe_reader *reader, const struct yaml_node *node,
                       struct request *ret, struct error *error)
{
    const char *text;
    int status = words_text(reader, node, &text, error);

    if (status < 0)
        return status;
    size_t length = strcspn(text, " ");
    if (length == 0 || strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != length ||
        text[length] != ' ' ||
        (text[length + 1] != '/' && text[length + 1] != '$' && text[length + 1] != '*'))
        return fault(node, error, "a request is written METHOD /target");
    ret->method = arena_strndup(reader->probes->arena, text, length);
    ret->target = text + length + 1;
    return ret->method ? 0 : words_no_memory(error);
}

static int read_request_key(struct probe_reader *reader, const struct yaml_node *node,
                            struct request *ret, struct error *error)
{
    if (!strcmp(node->key, "headers"))
        return words_headers(reader, node, &ret->headers, error);
    if (!strcmp(node->key, "json")) {
        ret->has_json = true;
        return words_json(reader, node, &ret->json, error);
    }
    if (!strcmp(node->key, "body"))
        return words_text(reader, node, &ret->body, error);
    if (!strcmp(node->key, "timeout"))
        return words_duration(node, &ret->timeout_s, error);
    if (!strcmp(node->key, "may fail"))
        return yaml_as_bool(node, &ret->may_fail, error);
    if (!strcmp(node->key, "durable"))
        return yaml_as_bool(node, &ret->durable, error);
    if (!strcmp(node->key, "as"))
        return words_name(reader, node, NULL, &ret->as, error);
    if (!strcmp(node->key, "into"))
        return words_name(reader, node, NULL, &ret->into, error);
    if (!strcmp(node->key, "capture"))
        return words_captures(reader, node, &ret->captures, &ret->capture_count, error);
    if (!strcmp(node->key, "expect"))
        return read_expectation(reader, node, &ret->expect, error);
    if (!strcmp(node->key, "copies"))
        return read_count(node, MOST_COPIES, &ret->copies, error);
    return 0;
}

/* The keys of a request in `node`, whose target stands under `target_key`; other keys are for the
 * caller. */
static int read_request(struct probe_reader *reader, const struct yaml_node *node,
                        const char *target_key, struct request *ret, struct error *error)
{
    const struct yaml_node *target = yaml_get(node, target_key);
    int status;

    *ret = (struct request){ .line = node->line, .timeout_s = 10, .copies = 1 };
    if (!target)
        return fault(node, error, "'request' is missing");
    status = read_target(reader, target, ret, error);
    for (const struct yaml_node *child = node->children; child && status == 0; child = child->next)
        status = read_request_key(reader, child, ret, error);
    if (status == 0 && ret->has_json && ret->body)
        status = fault(node, error, "'json' and 'body' cannot both be sent");
    return status;
}

static int one_request(struct probe_reader *reader, const struct yaml_node *node,
                       const char *target_key, struct step *step, struct error *error)
{
    struct request *request = words_array(reader, 1, sizeof(*request));

    if (!request)
        return words_no_memory(error);
    step->requests = request;
    step->request_count = 1;
    return read_request(reader, node, target_key, request, error);
}

static int read_requests(struct probe_reader *reader, const struct yaml_node *list,
                         struct step *step, struct error *error)
{
    if (list->kind != YAML_LIST || list->count == 0)
        return fault(list, error, "here a list of requests is needed");
    if (know(reader, "i", error) < 0)
        return -ENOMEM;
    struct request *requests = words_array(reader, list->count, sizeof(*requests));
    const struct yaml_node *child = list->children;
    if (!requests)
        return words_no_memory(error);
    for (size_t i = 0; i < list->count; i++, child = child->next) {
        int status = words_check_keys(child, request_keys, "a request", error);
        if (status == 0)
            status = read_request(reader, child, "request", &requests[i], error);
        if (status < 0)
            return status;
    }
    step->requests = requests;
    step->request_count = list->count;
    return 0;
}

/* ---- A kind of step each -------------------------------------------------------------------- */

static int step_request(struct probe_reader *reader, const struct yaml_node *node,
                        struct step *step, struct error *error)
{
    if (yaml_get(node, "copies"))
        return fault(node, error, "'copies' belongs into a list under 'parallel'");
    return one_request(reader, node, "request", step, error);
}

static int step_parallel(struct probe_reader *reader, const struct yaml_node *node,
                         struct step *step, struct error *error)
{
    const struct yaml_node *all = yaml_get(node, "all"), *as = yaml_get(node, "as"),
                           *at_once = yaml_get(node, "at once");
    int status = read_requests(reader, yaml_get(node, "parallel"), step, error);

    if (status == 0 && all)
        status = words_claims(reader, all, &step->claims, error);
    if (status == 0 && as)
        status = words_name(reader, as, NULL, &step->as, error);
    if (status == 0 && at_once)
        status = read_count(at_once, MOST_COPIES, &step->at_once, error);
    return status;
}

static int step_repeat(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                       struct error *error)
{
    const struct yaml_node *steps = yaml_get(node, "steps");
    int status = read_count(yaml_get(node, "repeat"), MOST_TIMES, &step->times, error);

    if (status == 0)
        status = know(reader, "i", error);
    if (status == 0 && !steps)
        status = fault(node, error, "'steps' is missing");
    return status < 0 ? status : steps_read(reader, steps, &step->steps, error);
}

static int step_set(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                    struct error *error)
{
    return words_captures(reader, yaml_get(node, "set"), &step->captures, &step->capture_count,
                          error);
}

static int step_check(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                      struct error *error)
{
    return words_claims(reader, yaml_get(node, "check"), &step->claims, error);
}

static int step_wait(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                     struct error *error)
{
    (void) reader;
    return words_duration(yaml_get(node, "wait"), &step->seconds, error);
}

/* What belongs to a request, where there is none. */
static int check_no_request(const struct yaml_node *node, struct error *error)
{
    static const char *const keys[] = { "headers", "json", "body", "timeout" };

    for (size_t i = 0; i < COUNT(keys); i++) {
        const struct yaml_node *stray = yaml_get(node, keys[i]);
        if (stray)
            return error_at(error, -EINVAL, stray->file, stray->key_line,
                            "'%s' is of a request, and 'request' is missing", keys[i]);
    }
    return 0;
}

static int step_until(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                      struct error *error)
{
    const struct yaml_node *within = yaml_get(node, "within");
    int status = words_claims(reader, yaml_get(node, "until"), &step->claims, error);

    step->seconds = 10;
    if (status == 0 && within)
        status = words_duration(within, &step->seconds, error);
    if (status < 0)
        return status;
    return yaml_get(node, "request") ? one_request(reader, node, "request", step, error)
                                     : check_no_request(node, error);
}

static int step_crash(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                      struct error *error)
{
    const struct yaml_node *window = yaml_get(node, "window"), *as = yaml_get(node, "as"),
                           *then = yaml_get(node, "then"), *during = yaml_get(node, "during");
    int status = read_count(yaml_get(node, "crash"), 100, &step->times, error);

    if (status == 0)
        status = know(reader, "round", error);
    if (status == 0 && !during)
        status = fault(node, error, "'during' is missing");
    if (status == 0)
        status = read_requests(reader, during, step, error);
    step->seconds = 0.06;
    if (status == 0 && window)
        status = words_duration(window, &step->seconds, error);
    if (status == 0 && as)
        status = words_name(reader, as, NULL, &step->as, error);
    if (status == 0 && then)
        status = steps_read(reader, then, &step->steps, error);
    return status;
}

static int step_load(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                     struct error *error)
{
    const struct yaml_node *rate = yaml_get(node, "rate"), *time = yaml_get(node, "time"),
                           *holds = yaml_get(node, "holds");
    int status = know(reader, "i", error);

    if (status == 0)
        status = one_request(reader, node, "load", step, error);

    if (status == 0 && (!rate || !time || !holds))
        status = fault(node, error, "a load needs 'rate', 'time' and 'holds'");
    if (status == 0)
        status = yaml_as_double(rate, 0.1, 5000, &step->rate, error);
    if (status == 0)
        status = words_duration(time, &step->seconds, error);
    if (status == 0)
        status = words_claims(reader, holds, &step->claims, error);
    step->as = step->requests->as;
    return status;
}

static int step_signed(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                       struct error *error)
{
    const struct yaml_node *secrets = yaml_get(node, "secrets");

    if (!secrets || secrets->kind != YAML_LIST || secrets->count == 0)
        return fault(node, error, "'secrets' has to be a list");
    const char **items = words_array(reader, secrets->count + 1, sizeof(*items));
    const struct yaml_node *child = secrets->children;
    if (!items)
        return words_no_memory(error);
    int status = yaml_as_string(yaml_get(node, "signed"), &step->receiver, error);
    for (size_t i = 0; i < secrets->count && status == 0; i++, child = child->next)
        status = words_text(reader, child, &items[i], error);
    step->secrets = items;
    return status;
}

static int step_memory(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                       struct error *error)
{
    (void) reader;
    return words_size(yaml_get(node, "memory"), &step->bytes, error);
}

static int step_word(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                     struct error *error)
{
    (void) reader;
    (void) node;
    (void) step;
    (void) error;
    return 0;
}

/* ---- Steps ---------------------------------------------------------------------------------- */

#define KEYS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* A step that has several of these words is of the first kind. */
static const struct step_row rows[] = {
    { "parallel", STEP_PARALLEL, false, KEYS("parallel", "at once", "as", "all"), step_parallel },
    { "until", STEP_UNTIL, false,
      KEYS("until", "within", "request", "headers", "json", "body", "timeout"), step_until },
    { "request", STEP_REQUEST, false, request_keys, step_request },
    { "repeat", STEP_REPEAT, false, KEYS("repeat", "steps"), step_repeat },
    { "set", STEP_SET, false, KEYS("set"), step_set },
    { "check", STEP_CHECK, false, KEYS("check"), step_check },
    { "wait", STEP_WAIT, false, KEYS("wait"), step_wait },
    { "kill", STEP_KILL, true, KEYS("kill"), step_word },
    { "stop", STEP_STOP, true, KEYS("stop"), step_word },
    { "start", STEP_START, true, KEYS("start"), step_word },
    { "restart", STEP_RESTART, true, KEYS("restart"), step_word },
    { "crash", STEP_CRASH, false, KEYS("crash", "window", "during", "as", "then"), step_crash },
    { "load", STEP_LOAD, false,
      KEYS("load", "rate", "time", "headers", "json", "body", "timeout", "expect", "as", "holds"),
      step_load },
    { "signed", STEP_SIGNED, false, KEYS("signed", "secrets"), step_signed },
    { "memory", STEP_MEMORY, false, KEYS("memory"), step_memory },
};

const char *step_name(enum step_kind kind)
{
    for (size_t i = 0; i < COUNT(rows); i++)
        if (rows[i].kind == kind)
            return rows[i].name;
    return "?";
}

static const struct step_row *row_of(const struct yaml_node *node)
{
    for (size_t i = 0; i < COUNT(rows); i++)
        if (node->kind == YAML_MAP
                ? yaml_get(node, rows[i].name) != NULL
                : node->kind == YAML_SCALAR && rows[i].alone && !strcmp(node->text, rows[i].name))
            return &rows[i];
    return NULL;
}

static int read_step(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                     struct error *error)
{
    const struct step_row *row = row_of(node);
    int status = 0;

    if (!row) {
        fault(node, error, "this is no step");
        error_remedy(error, "steps are request, parallel, repeat, set, check, wait, until, kill, "
                            "stop, start, restart, crash, load, signed, memory: docs/probes.md");
        return -EINVAL;
    }
    step->kind = row->kind;
    step->line = node->line;
    if (node->kind == YAML_MAP)
        status = words_check_keys(node, row->keys, row->name, error);
    return status < 0 ? status : row->read(reader, node, step, error);
}

/* NOLINTNEXTLINE(misc-no-recursion): a YAML tree is at most 64 levels deep */
int steps_read(struct probe_reader *reader, const struct yaml_node *node, struct steps *ret,
               struct error *error)
{
    if (node->kind != YAML_LIST)
        return fault(node, error, "steps are a list");
    struct step *items = words_array(reader, node->count, sizeof(*items));
    const struct yaml_node *child = node->children;
    if (!items)
        return words_no_memory(error);
    for (size_t i = 0; i < node->count; i++, child = child->next) {
        int status = read_step(reader, child, &items[i], error);
        if (status < 0)
            return status;
    }
    *ret = (struct steps){ items, node->count };
    return 0;
}
