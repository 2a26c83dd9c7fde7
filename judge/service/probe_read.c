/*
 * Reads the files of probes. A step is a map whose first known word says its kind; the keys that it
 * may have stand in a table, and a function a kind reads them. Nothing is corrected silently: the
 * first fault ends the reading, with its file and line.
 */
#include "judge/service/probe_words.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>

enum { MOST_COPIES = 20000, MOST_TIMES = 20000, MOST_PROBES = 500 };

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

static int read_steps(struct probe_reader *reader, const struct yaml_node *node, struct steps *ret,
                      struct error *error);

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
            status = words_name(reader, child, NULL, &ret->same_as, error);
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

    if (status == 0 && !steps)
        status = fault(node, error, "'steps' is missing");
    return status < 0 ? status : read_steps(reader, steps, &step->steps, error);
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
        status = read_steps(reader, then, &step->steps, error);
    return status;
}

static int step_load(struct probe_reader *reader, const struct yaml_node *node, struct step *step,
                     struct error *error)
{
    const struct yaml_node *rate = yaml_get(node, "rate"), *time = yaml_get(node, "time"),
                           *holds = yaml_get(node, "holds");
    int status = one_request(reader, node, "load", step, error);

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
    int status = words_name(reader, yaml_get(node, "signed"), NULL, &step->receiver, error);
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
static int read_steps(struct probe_reader *reader, const struct yaml_node *node, struct steps *ret,
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

/* ---- Receivers ------------------------------------------------------------------------------ */

static int read_reply(struct probe_reader *reader, const struct yaml_node *node,
                      struct scripted_reply *ret, struct error *error)
{
    static const char *const keys[] = { "status", "headers", "body", "after", NULL };
    int64_t code = 200;
    int status = 0;

    *ret = (struct scripted_reply){ .kind = REPLY_STATUS };
    if (node->kind == YAML_SCALAR) {
        if (!strcmp(node->text, "hang"))
            ret->kind = REPLY_HANG;
        else if (!strcmp(node->text, "reset"))
            ret->kind = REPLY_RESET;
        else
            status = yaml_as_int(node, 200, 599, &code, error);
        ret->status = (int) code;
        return status;
    }
    status = words_check_keys(node, keys, "an answer", error);
    for (const struct yaml_node *child = node->children; child && status == 0;
         child = child->next) {
        if (!strcmp(child->key, "status"))
            status = yaml_as_int(child, 200, 599, &code, error);
        else if (!strcmp(child->key, "headers"))
            status = words_headers(reader, child, &ret->headers, error);
        else if (!strcmp(child->key, "body"))
            status = words_text(reader, child, &ret->body, error);
        else
            status = words_duration(child, &ret->after_s, error);
    }
    ret->status = (int) code;
    return status;
}

static int read_each(const struct yaml_node *node, const char **ret, struct error *error)
{
    int status = yaml_as_string(node, ret, error);

    if (status == 0 && strcmp(*ret, "path") != 0 && strncmp(*ret, "header:", 7) != 0)
        return fault(node, error, "'each' is path or header:NAME");
    return status;
}

static int read_receiver(struct probe_reader *reader, const struct yaml_node *node,
                         struct receiver_script *ret, struct error *error)
{
    static const char *const keys[] = { "answers", "each", NULL };
    static const struct scripted_reply fine = { .kind = REPLY_STATUS, .status = 200 };
    const struct yaml_node *answers = yaml_get(node, "answers"), *each = yaml_get(node, "each");
    int status = words_name(reader, node, node->key, &ret->name, error);

    if (status == 0)
        status = yaml_is_null(node) ? 0 : words_check_keys(node, keys, "a receiver", error);
    if (status == 0 && each)
        status = read_each(each, &ret->each, error);
    ret->replies = &fine;
    ret->count = 1;
    if (status < 0 || !answers)
        return status;
    if (answers->kind != YAML_LIST || answers->count == 0)
        return fault(answers, error, "'answers' is a list with at least one");
    struct scripted_reply *replies = words_array(reader, answers->count, sizeof(*replies));
    const struct yaml_node *child = answers->children;
    if (!replies)
        return words_no_memory(error);
    for (size_t i = 0; i < answers->count && status == 0; i++, child = child->next)
        status = read_reply(reader, child, &replies[i], error);
    ret->replies = replies;
    ret->count = answers->count;
    return status;
}

static int read_receivers(struct probe_reader *reader, const struct yaml_node *node,
                          struct error *error)
{
    if (node->kind != YAML_MAP)
        return fault(node, error, "receivers are a map of names");
    struct receiver_script *scripts = words_array(reader, node->count, sizeof(*scripts));
    size_t count = 0;
    if (!scripts)
        return words_no_memory(error);
    for (const struct yaml_node *child = node->children; child; child = child->next) {
        int status = read_receiver(reader, child, &scripts[count++], error);
        if (status < 0)
            return status;
    }
    reader->probe->receivers = scripts;
    reader->probe->receiver_count = count;
    return 0;
}

/* ---- Probes --------------------------------------------------------------------------------- */

static bool id_valid(const char *id)
{
    size_t length = strlen(id);

    return length > 0 && length <= 60 && *id != '-' &&
           strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

static int read_id(struct probe_reader *reader, const struct yaml_node *node, struct error *error)
{
    const char *id;
    int status = yaml_as_string(node, &id, error);

    if (status < 0)
        return status;
    if (!id_valid(id))
        return fault(node, error, "an id has lowercase letters, digits and dashes");
    if (probes_find(reader->probes, id))
        return error_at(error, -EINVAL, node->file, node->line, "there are two probes '%s'", id);
    reader->probe->id = id;
    return 0;
}

static int read_probe_key(struct probe_reader *reader, const struct yaml_node *node,
                          struct error *error)
{
    struct probe *probe = reader->probe;

    if (!strcmp(node->key, "id"))
        return read_id(reader, node, error);
    if (!strcmp(node->key, "title"))
        return yaml_as_string(node, &probe->title, error);
    if (!strcmp(node->key, "why"))
        return yaml_as_string(node, &probe->why, error);
    if (!strcmp(node->key, "fresh"))
        return yaml_as_bool(node, &probe->fresh, error);
    if (!strcmp(node->key, "environment")) {
        probe->fresh = true;
        return words_headers(reader, node, &probe->environment, error);
    }
    if (!strcmp(node->key, "time"))
        return words_duration(node, &probe->time_s, error);
    if (!strcmp(node->key, "receivers"))
        return read_receivers(reader, node, error);
    return read_steps(reader, node, &probe->steps, error);
}

static int add_known_names(struct probe_reader *reader, struct error *error)
{
    static const char *const known[] = { "base", "unique", "seed", "i", "round" };

    for (size_t i = 0; i < COUNT(known); i++)
        if (filter_names_add(&reader->probe->names, known[i]) < 0)
            return words_no_memory(error);
    return 0;
}

static int read_probe(struct probe_reader *reader, const struct yaml_node *node, const char *group,
                      struct error *error)
{
    static const char *const keys[] = { "id",   "title",     "why",   "fresh", "environment",
                                        "time", "receivers", "steps", NULL };
    struct probe *probe = words_array(reader, 1, sizeof(*probe));
    struct probes *probes = reader->probes;

    if (!probe || array_reserve((void **) &probes->items, probes->count, &probes->capacity,
                                sizeof(*probes->items)) < 0)
        return words_no_memory(error);
    *probe = (struct probe){ .file = node->file, .line = node->line, .group = group, .time_s = 30 };
    reader->probe = probe;
    int status = words_check_keys(node, keys, "a probe", error);
    if (status == 0)
        status = add_known_names(reader, error);
    for (const struct yaml_node *child = node->children; child && status == 0; child = child->next)
        status = read_probe_key(reader, child, error);
    if (status == 0 && (!probe->id || !probe->title || !probe->steps.items))
        status = fault(node, error, "a probe needs 'id', 'title' and 'steps'");
    if (status == 0)
        status = words_check_uses(reader, error);
    if (status == 0)
        probes->items[probes->count++] = probe;
    else
        filter_names_clear(&probe->names);
    return status;
}

static int read_root(struct probe_reader *reader, const struct yaml_node *root, struct error *error)
{
    static const char *const keys[] = { "group", "probes", NULL };
    const char *group;
    int status = words_check_keys(root, keys, "a file of probes", error);

    if (status < 0)
        return status;
    const struct yaml_node *name = yaml_get(root, "group"), *list = yaml_get(root, "probes");
    if (!name || !list || list->kind != YAML_LIST)
        return fault(root, error, "a file of probes needs 'group' and a list 'probes'");
    status = yaml_as_string(name, &group, error);
    for (const struct yaml_node *child = list->children; child && status == 0; child = child->next)
        status = reader->probes->count < MOST_PROBES
                     ? read_probe(reader, child, group, error)
                     : fault(child, error, "these are too many probes");
    return status;
}

static int read_file(struct probe_reader *reader, const char *path, struct error *error)
{
    struct yaml_node *root;
    int status = yaml_read(reader->probes->arena, path, &root, error);

    if (status == 0 && !root)
        status = error_at(error, -EINVAL, path, 1, "the file is empty");
    return status < 0 ? status : read_root(reader, root, error);
}

static int read_all(struct probe_reader *reader, const char *directory, struct error *error)
{
    struct arena *arena = reader->probes->arena;
    const char *const *names;
    size_t count;
    int status = file_list(arena, directory, &names, &count, error);

    for (size_t i = 0; i < count && status == 0; i++) {
        if (strcmp(path_ending(names[i]), "yaml") != 0)
            continue;
        const char *path = arena_printf(arena, "%s/%s", directory, names[i]);
        status = path ? read_file(reader, path, error) : words_no_memory(error);
    }
    if (status == 0 && reader->probes->count == 0)
        status = error_at(error, -EINVAL, directory, 0, "there are no probes");
    return status < 0 ? status : filters_compile(reader->probes->filters, error);
}

static int new_probes(struct probes **ret, struct error *error)
{
    struct probes *probes = memory_alloc(sizeof(*probes));

    if (!probes)
        return words_no_memory(error);
    *probes = (struct probes){ .arena = arena_new() };
    int status = probes->arena ? filters_new(&probes->filters, error) : words_no_memory(error);
    if (status < 0)
        probes_free(probes);
    else
        *ret = probes;
    return status;
}

static int end_reading(struct probe_reader *reader, int status, struct probes **ret)
{
    free(reader->uses);
    if (status < 0)
        probes_free(reader->probes);
    else
        *ret = reader->probes;
    return status;
}

int probes_read(const char *directory, struct probes **ret, struct error *error)
{
    struct probe_reader reader = { 0 };
    int status = new_probes(&reader.probes, error);

    return !reader.probes ? status : end_reading(&reader, read_all(&reader, directory, error), ret);
}

int probes_parse(const char *file, const char *text, size_t size, struct probes **ret,
                 struct error *error)
{
    struct probe_reader reader = { 0 };
    struct yaml_node *root;
    int status = new_probes(&reader.probes, error);

    if (!reader.probes)
        return status;
    status = yaml_parse(reader.probes->arena, file, text, size, &root, error);
    if (status == 0 && !root)
        status = error_at(error, -EINVAL, file, 1, "the file is empty");
    if (status == 0)
        status = read_root(&reader, root, error);
    return end_reading(&reader, status, ret);
}

void probes_free(struct probes *probes)
{
    if (!probes)
        return;
    for (size_t i = 0; i < probes->count; i++)
        filter_names_clear(&probes->items[i]->names);
    for (size_t i = 0; i < probes->value_count; i++)
        jv_free(probes->values[i]);
    for (size_t i = 0; i < probes->pattern_count; i++)
        pattern_free(probes->patterns[i]);
    free(probes->items);
    free(probes->values);
    free(probes->patterns);
    filters_free(probes->filters);
    arena_free(probes->arena);
    free(probes);
}

const struct probe *probes_find(const struct probes *probes, const char *id)
{
    for (size_t i = 0; i < probes->count; i++)
        if (!strcmp(probes->items[i]->id, id))
            return probes->items[i];
    return NULL;
}
