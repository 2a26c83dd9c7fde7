/*
 * The smaller things that probe files are made of: durations, headers, filters, JSON. Each reading
 * stops at the first fault, with its line.
 */
#include "judge/service/probe_words.h"

#include <errno.h>
#include <math.h>
#include <string.h>

enum { LONGEST_PLACEHOLDER = 48 };

int words_no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

void *words_array(struct probe_reader *reader, size_t count, size_t size)
{
    return arena_array(reader->probes->arena, count ? count : 1, size);
}

int words_check_keys(const struct yaml_node *node, const char *const *keys, const char *what,
                     struct error *error)
{
    if (node->kind != YAML_MAP)
        return error_at(error, -EINVAL, node->file, node->line, "%s has to be a map of keys", what);
    for (const struct yaml_node *child = node->children; child; child = child->next) {
        size_t k = 0;
        while (keys[k] && strcmp(keys[k], child->key) != 0)
            k++;
        if (!keys[k]) {
            error_at(error, -EINVAL, child->file, child->key_line, "unknown key '%.60s' in %s",
                     child->key, what);
            error_remedy(error, "docs/probes.md lists the keys");
            return -EINVAL;
        }
    }
    return 0;
}

/* ---- Numbers with units --------------------------------------------------------------------- */

struct unit {
    const char *name;
    double factor;
};

/* A number and one of `units` (ends with one without a name), at most `most`. */
static int with_unit(const struct yaml_node *node, const struct unit *units, double most,
                     const char *what, double *ret, struct error *error)
{
    const char *text;
    char *end;
    int status = yaml_as_string(node, &text, error);

    if (status < 0)
        return status;
    double value = strtod(text, &end);
    while (units->name && strcmp(units->name, end) != 0)
        units++;
    value *= units->factor;
    if (end == text || !units->name || !isfinite(value) || value < 0 || value > most)
        return error_at(error, -EINVAL, node->file, node->line, "'%.40s' is %s", text, what);
    *ret = value;
    return 0;
}

int words_duration(const struct yaml_node *node, double *ret, struct error *error)
{
    static const struct unit units[] = { { "ms", 0.001 }, { "s", 1 }, { "min", 60 }, { NULL, 0 } };

    return with_unit(node, units, 3600, "no time: write 300ms, 2s, 1.5s", ret, error);
}

int words_size(const struct yaml_node *node, uint64_t *ret, struct error *error)
{
    static const struct unit units[] = {
        { "KiB", 1024 }, { "MiB", 1048576 }, { "GiB", 1073741824 }, { NULL, 0 }
    };
    double bytes;
    int status = with_unit(node, units, 1e15, "no size: write 64KiB, 256MiB, 1GiB", &bytes, error);

    if (status == 0)
        *ret = (uint64_t) bytes;
    return status;
}

/* ---- Texts and names ------------------------------------------------------------------------ */

static int note_use(struct probe_reader *reader, const struct yaml_node *node, struct error *error)
{
    if (!strstr(node->text, "${"))
        return 0;
    if (array_reserve((void **) &reader->uses, reader->use_count, &reader->use_capacity,
                      sizeof(*reader->uses)) < 0)
        return words_no_memory(error);
    reader->uses[reader->use_count++] = node;
    return 0;
}

int words_text(struct probe_reader *reader, const struct yaml_node *node, const char **ret,
               struct error *error)
{
    int status = yaml_as_string(node, ret, error);

    return status < 0 ? status : note_use(reader, node, error);
}

int words_check_uses(struct probe_reader *reader, struct error *error)
{
    for (size_t i = 0; i < reader->use_count; i++) {
        const struct yaml_node *node = reader->uses[i];
        for (const char *at = strstr(node->text, "${"); at; at = strstr(at + 2, "${")) {
            char name[LONGEST_PLACEHOLDER];
            size_t length = strcspn(at + 2, "}");
            if (length < sizeof(name) && at[2 + length] == '}') {
                snprintf(name, sizeof(name), "%.*s", (int) length, at + 2);
                if (filter_names_have(&reader->probe->names, name))
                    continue;
            }
            error_at(error, -EINVAL, node->file, node->line,
                     "'%.50s': the probe has no variable of this name", at);
            error_remedy(error, "variables come from capture, set, as, into and receivers, and are "
                                "base, unique, seed; i within repeat, parallel, crash and "
                                "load; round within crash");
            return -EINVAL;
        }
    }
    reader->use_count = 0;
    return 0;
}

int words_name(struct probe_reader *reader, const struct yaml_node *node, const char *text,
               const char **ret, struct error *error)
{
    if (!text) {
        int status = yaml_as_string(node, &text, error);
        if (status < 0)
            return status;
    }
    if (!filter_name_valid(text))
        return error_at(error, -EINVAL, node->file, node->line,
                        "'%.60s' cannot be a variable: letters, digits and _, at most 40", text);
    if (filter_names_add(&reader->probe->names, text) < 0)
        return words_no_memory(error);
    *ret = text;
    return 0;
}

int words_headers(struct probe_reader *reader, const struct yaml_node *node, struct headers *ret,
                  struct error *error)
{
    if (node->kind != YAML_MAP)
        return error_at(error, -EINVAL, node->file, node->line,
                        "here a map of names and values is needed");
    struct header *items = words_array(reader, node->count, sizeof(*items));
    size_t count = 0;
    if (!items)
        return words_no_memory(error);
    for (const struct yaml_node *child = node->children; child; child = child->next) {
        items[count].name = child->key;
        if (!yaml_is_null(child)) {
            int status = words_text(reader, child, &items[count].value, error);
            if (status < 0)
                return status;
        }
        count++;
    }
    *ret = (struct headers){ items, count };
    return 0;
}

static int read_status(const struct yaml_node *node, int *ret, struct error *error)
{
    int64_t value;

    if (node->kind == YAML_SCALAR && strlen(node->text) == 3 && !strcmp(node->text + 1, "xx") &&
        *node->text >= '1' && *node->text <= '5') {
        *ret = *node->text - '0';
        return 0;
    }
    int status = yaml_as_int(node, 100, 599, &value, error);
    if (status == 0)
        *ret = (int) value;
    return status;
}

int words_statuses(struct probe_reader *reader, const struct yaml_node *node,
                   struct status_set *ret, struct error *error)
{
    bool list = node->kind == YAML_LIST;
    size_t count = list ? node->count : 1;
    int *items = words_array(reader, count, sizeof(*items));
    const struct yaml_node *child = list ? node->children : node;

    if (!items)
        return words_no_memory(error);
    for (size_t i = 0; i < count; i++, child = child->next) {
        int status = read_status(child, &items[i], error);
        if (status < 0)
            return status;
    }
    *ret = (struct status_set){ items, count };
    return 0;
}

/* ---- Filters -------------------------------------------------------------------------------- */

static int read_filter(struct probe_reader *reader, const struct yaml_node *node,
                       const char **ret_text, size_t *ret, struct error *error)
{
    const char *text;
    int status = yaml_as_string(node, &text, error);

    if (status < 0)
        return status;
    *ret_text = text;
    return filters_add(reader->probes->filters, text, node->file, node->line, &reader->probe->names,
                       ret, error);
}

static int read_claim(struct probe_reader *reader, const struct yaml_node *node,
                      struct claim *claim, struct error *error)
{
    static const char *const keys[] = { "that", "says", NULL };
    const struct yaml_node *that = node;
    int status;

    if (node->kind == YAML_MAP) {
        status = words_check_keys(node, keys, "a filter", error);
        if (status < 0)
            return status;
        that = yaml_get(node, "that");
        if (!that)
            return error_at(error, -EINVAL, node->file, node->line, "'that' is missing");
        const struct yaml_node *says = yaml_get(node, "says");
        if (says && (status = yaml_as_string(says, &claim->says, error)) < 0)
            return status;
    }
    return read_filter(reader, that, &claim->text, &claim->filter, error);
}

int words_claims(struct probe_reader *reader, const struct yaml_node *node, struct claims *ret,
                 struct error *error)
{
    bool list = node->kind == YAML_LIST;
    size_t count = list ? node->count : 1;
    struct claim *items = words_array(reader, count, sizeof(*items));
    const struct yaml_node *child = list ? node->children : node;

    if (!items)
        return words_no_memory(error);
    for (size_t i = 0; i < count; i++, child = child->next) {
        int status = read_claim(reader, child, &items[i], error);
        if (status < 0)
            return status;
    }
    *ret = (struct claims){ items, count };
    return 0;
}

int words_captures(struct probe_reader *reader, const struct yaml_node *node,
                   const struct capture **ret, size_t *ret_count, struct error *error)
{
    const char *text;

    if (node->kind != YAML_MAP)
        return error_at(error, -EINVAL, node->file, node->line,
                        "here a map of names and filters is needed");
    struct capture *items = words_array(reader, node->count, sizeof(*items));
    size_t count = 0;
    if (!items)
        return words_no_memory(error);
    for (const struct yaml_node *child = node->children; child; child = child->next) {
        int status = words_name(reader, child, child->key, &items[count].name, error);
        if (status == 0)
            status = read_filter(reader, child, &text, &items[count].filter, error);
        if (status < 0)
            return status;
        count++;
    }
    *ret = items;
    *ret_count = count;
    return 0;
}

int words_pattern(struct probe_reader *reader, const struct yaml_node *node, struct pattern **ret,
                  struct error *error)
{
    struct probes *probes = reader->probes;
    const char *text;
    int status = yaml_as_string(node, &text, error);

    if (status < 0)
        return status;
    if (array_reserve((void **) &probes->patterns, probes->pattern_count, &probes->pattern_capacity,
                      sizeof(struct pattern *)) < 0)
        return words_no_memory(error);
    struct error fault = { 0 };
    status = pattern_new(text, ret, &fault);
    if (status < 0)
        return error_at(error, status, node->file, node->line, "%.300s", fault.message);
    probes->patterns[probes->pattern_count++] = *ret;
    return 0;
}

/* ---- JSON ----------------------------------------------------------------------------------- */

/* YAML 1.2, 10.3.2: the core schema, of which JSON has what is read here. */
static jv scalar_value(const struct yaml_node *node)
{
    char *end;

    if (node->quoted)
        return jv_string(node->text);
    if (yaml_is_null(node))
        return jv_null();
    if (!strcmp(node->text, "true"))
        return jv_true();
    if (!strcmp(node->text, "false"))
        return jv_false();
    double number = strtod(node->text, &end);
    if (end != node->text && *end == '\0' &&
        strspn(node->text, "+-.0123456789eE") == strlen(node->text))
        return jv_number(number);
    return jv_string(node->text);
}

/* NOLINTNEXTLINE(misc-no-recursion): a YAML tree is at most 64 levels deep */
static jv json_of(struct probe_reader *reader, const struct yaml_node *node, struct error *error)
{
    if (node->kind == YAML_SCALAR)
        return note_use(reader, node, error) < 0 ? jv_invalid() : scalar_value(node);
    jv value = node->kind == YAML_LIST ? jv_array() : jv_object();
    for (const struct yaml_node *child = node->children; child; child = child->next) {
        jv inner = json_of(reader, child, error);
        if (!jv_is_valid(inner)) {
            jv_free(inner);
            jv_free(value);
            return jv_invalid();
        }
        value = node->kind == YAML_LIST ? jv_array_append(value, inner)
                                        : jv_object_set(value, jv_string(child->key), inner);
    }
    return value;
}

int words_json(struct probe_reader *reader, const struct yaml_node *node, jv *ret,
               struct error *error)
{
    struct probes *probes = reader->probes;

    if (array_reserve((void **) &probes->values, probes->value_count, &probes->value_capacity,
                      sizeof(jv)) < 0)
        return words_no_memory(error);
    jv value = json_of(reader, node, error);
    if (!jv_is_valid(value)) {
        jv_free(value);
        return error->code;
    }
    probes->values[probes->value_count++] = value;
    *ret = value;
    return 0;
}
