/*
 * Reads the files of probes: what stands around the steps (probe_read.c), and whether the names
 * that they use are there.
 */
#include "judge/service/probe_words.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>

enum { MOST_PROBES = 500, MOST_ANSWERS = 200 };

static int fault(const struct yaml_node *node, struct error *error, const char *text)
{
    return error_at(error, -EINVAL, node->file, node->line, "%s", text);
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

/* ---- Names that have to be there ------------------------------------------------------------ */

/* The names of answers, in the order in which steps give them. */
struct checking {
    const struct probe *probe;
    const char *answers[MOST_ANSWERS];
    size_t count;
};

static int check_request(struct checking *checking, const struct request *request,
                         struct error *error)
{
    const char *same = request->expect.same_as;
    bool known = !same;

    for (size_t i = 0; i < checking->count && !known; i++)
        known = !strcmp(checking->answers[i], same);
    if (request->as && checking->count < MOST_ANSWERS)
        checking->answers[checking->count++] = request->as;
    if (known || checking->count == MOST_ANSWERS)
        return 0;
    error_at(error, -EINVAL, checking->probe->file, request->line,
             "'same body as': no request before it is named '%.50s'", same);
    error_remedy(error, "give that request the name: as: %.50s", same);
    return -EINVAL;
}

static int check_receiver(const struct checking *checking, const struct step *step,
                          struct error *error)
{
    for (size_t i = 0; i < checking->probe->receiver_count; i++)
        if (!strcmp(checking->probe->receivers[i].name, step->receiver))
            return 0;
    error_at(error, -EINVAL, checking->probe->file, step->line,
             "'signed': the probe has no receiver '%.50s'", step->receiver);
    error_remedy(error, "receivers stand under 'receivers' of the probe");
    return -EINVAL;
}

/* NOLINTNEXTLINE(misc-no-recursion): a YAML tree is at most 64 levels deep */
static int check_steps(struct checking *checking, const struct steps *steps, struct error *error)
{
    int status = 0;

    for (size_t i = 0; i < steps->count && status == 0; i++) {
        const struct step *step = &steps->items[i];
        for (size_t k = 0; k < step->request_count && status == 0; k++)
            status = check_request(checking, &step->requests[k], error);
        if (status == 0 && step->kind == STEP_SIGNED)
            status = check_receiver(checking, step, error);
        if (status == 0)
            status = check_steps(checking, &step->steps, error);
    }
    return status;
}

/* ---- Probes --------------------------------------------------------------------------------- */

static const char *const aspects[ASPECT_COUNT] = {
    [ASPECT_SPECIFICATION] = "specification",
    [ASPECT_PERSISTENCE] = "persistence",
    [ASPECT_CONCURRENCY] = "concurrency",
    [ASPECT_SECURITY] = "security",
    [ASPECT_LOAD] = "load",
    [ASPECT_OPERABILITY] = "operability",
};

const char *probe_aspect_name(enum probe_aspect aspect)
{
    return aspects[aspect];
}

static int read_aspect(const struct yaml_node *node, enum probe_aspect *ret, struct error *error)
{
    const char *text;
    int status = yaml_as_string(node, &text, error);

    for (int i = 0; i < ASPECT_COUNT && status == 0; i++) {
        if (strcmp(text, aspects[i]) != 0)
            continue;
        *ret = (enum probe_aspect) i;
        return 0;
    }
    return status < 0 ? status
                      : fault(node, error,
                              "'aspect' is specification, persistence, concurrency, security, load "
                              "or operability");
}

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

/* What the judge sets itself would be lost without a word. */
static int read_environment(struct probe_reader *reader, const struct yaml_node *node,
                            struct error *error)
{
    int status = words_headers(reader, node, &reader->probe->environment, error);

    for (const struct yaml_node *child = node->children; child && status == 0; child = child->next)
        if (!strcmp(child->key, "PORT") || !strcmp(child->key, "DATA_DIR"))
            status = error_at(error, -EINVAL, child->file, child->key_line,
                              "%s is the judge's to set; a probe cannot", child->key);
    return status;
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
    if (!strcmp(node->key, "aspect"))
        return read_aspect(node, &probe->aspect, error);
    if (!strcmp(node->key, "fresh"))
        return yaml_as_bool(node, &probe->fresh, error);
    if (!strcmp(node->key, "environment")) {
        probe->fresh = true;
        return read_environment(reader, node, error);
    }
    if (!strcmp(node->key, "time"))
        return words_duration(node, &probe->time_s, error);
    if (!strcmp(node->key, "receivers"))
        return read_receivers(reader, node, error);
    return steps_read(reader, node, &probe->steps, error);
}

static int add_known_names(struct probe_reader *reader, struct error *error)
{
    static const char *const known[] = { "base", "unique", "seed" };

    for (size_t i = 0; i < COUNT(known); i++)
        if (filter_names_add(&reader->probe->names, known[i]) < 0)
            return words_no_memory(error);
    return 0;
}

/* `like` has what the file says of all its probes. */
static int read_probe(struct probe_reader *reader, const struct yaml_node *node,
                      const struct probe *like, struct error *error)
{
    static const char *const keys[] = { "id",          "title", "why",       "aspect", "fresh",
                                        "environment", "time",  "receivers", "steps",  NULL };
    struct probe *probe = words_array(reader, 1, sizeof(*probe));
    struct probes *probes = reader->probes;

    if (!probe || array_reserve((void **) &probes->items, probes->count, &probes->capacity,
                                sizeof(*probes->items)) < 0)
        return words_no_memory(error);
    struct checking checking = { .probe = probe };
    *probe = (struct probe){ .file = node->file,
                             .line = node->line,
                             .group = like->group,
                             .aspect = like->aspect,
                             .time_s = 30 };
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
        status = check_steps(&checking, &probe->steps, error);
    if (status == 0)
        probes->items[probes->count++] = probe;
    else
        filter_names_clear(&probe->names);
    return status;
}

static int read_root(struct probe_reader *reader, const struct yaml_node *root, struct error *error)
{
    static const char *const keys[] = { "group", "aspect", "probes", NULL };
    struct probe like = { 0 };
    int status = words_check_keys(root, keys, "a file of probes", error);

    if (status < 0)
        return status;
    const struct yaml_node *name = yaml_get(root, "group"), *list = yaml_get(root, "probes"),
                           *aspect = yaml_get(root, "aspect");
    if (!name || !list || list->kind != YAML_LIST)
        return fault(root, error, "a file of probes needs 'group' and a list 'probes'");
    status = yaml_as_string(name, &like.group, error);
    if (status == 0 && aspect)
        status = read_aspect(aspect, &like.aspect, error);
    for (const struct yaml_node *child = list->children; child && status == 0; child = child->next)
        status = reader->probes->count < MOST_PROBES
                     ? read_probe(reader, child, &like, error)
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
