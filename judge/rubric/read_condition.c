/* Reading rubrics: the words that occur everywhere in them, and conditions. */

#include "judge/rubric/reader.h"

#include <stdarg.h>
#include <string.h>

int rubric_reader_fault(struct reader *reader, const struct yaml_node *node, const char *format,
                        ...)
{
    char text[300];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    return error_at(reader->error, -EINVAL, node->file, node->line, "%s", text);
}

int rubric_reader_no_memory(struct reader *reader)
{
    return error_set(reader->error, -ENOMEM, "out of memory");
}

int rubric_reader_keys(struct reader *reader, const struct yaml_node *map, const char *what,
                       const char *const *keys)
{
    if (map->kind != YAML_MAP)
        return rubric_reader_fault(reader, map, "%s is a map", what);
    for (const struct yaml_node *node = map->children; node; node = node->next) {
        size_t i = 0;

        while (keys[i] && strcmp(keys[i], node->key) != 0)
            i++;
        if (!keys[i])
            return error_at(reader->error, -EINVAL, node->file, node->key_line,
                            "%s has no key '%.60s'", what, node->key);
    }
    return 0;
}

int rubric_reader_text(struct reader *reader, const struct yaml_node *map, const char *key,
                       const char **ret)
{
    const struct yaml_node *node = yaml_get(map, key);

    if (!node)
        return 0;
    if (node->kind == YAML_SCALAR && !*node->text)
        return rubric_reader_fault(reader, node, "%s: expected a text", key);
    return yaml_as_string(node, ret, reader->error);
}

int rubric_reader_level(struct reader *reader, const struct yaml_node *node, int low, int *ret)
{
    int64_t level;
    int status = yaml_as_int(node, low, LEVEL_HIGHEST, &level, reader->error);

    if (status == 0)
        *ret = (int) level;
    return status;
}

int rubric_reader_missing(struct reader *reader, const struct yaml_node *map, struct missing *ret)
{
    static const char *const words[] = { "open", "lowest", "skip" };
    const struct yaml_node *node = yaml_get(map, "missing");
    const char *text = node && node->kind == YAML_SCALAR ? node->text : "";

    if (!node)
        return 0;
    for (size_t i = 0; i < COUNT(words); i++) {
        if (strcmp(text, words[i]) != 0)
            continue;
        *ret = (struct missing){ .said = true, .kind = (enum missing_kind) i };
        return 0;
    }
    if (!strncmp(text, "level ", 6) && text[6] >= '1' && text[6] <= '4' && !text[7]) {
        *ret = (struct missing){ .said = true, .kind = MISSING_LEVEL, .level = text[6] - '0' };
        return 0;
    }
    return rubric_reader_fault(reader, node,
                               "missing is one of open, lowest, skip, level 1 ... level 4");
}

/* ---- Conditions ----------------------------------------------------------------------------- */

/* That each {name} in a sentence is a fact. */
static int check_says(struct reader *reader, const struct yaml_node *node, const char *says)
{
    char name[100];

    for (const char *at = strchr(says, '{'); at; at = strchr(at + 1, '{')) {
        size_t length = strcspn(at + 1, "}");
        if (!at[1 + length] || length >= sizeof(name))
            return rubric_reader_fault(reader, node, "says: a '{' without '}'");
        memcpy(name, at + 1, length);
        name[length] = '\0';
        if (fact_find(name) < 0)
            return rubric_reader_fault(reader, node, "says: there is no fact '%s'", name);
    }
    return 0;
}

static int read_expression(struct reader *reader, const struct yaml_node *node,
                           struct condition *ret)
{
    struct expression *expression = NULL;
    int status;

    if (node->kind != YAML_SCALAR)
        return rubric_reader_fault(reader, node, "a condition is a text");
    status = expression_parse(reader->rubric->arena, node->text, node->file, node->line,
                              &expression, reader->error);
    *ret = (struct condition){ .file = node->file, .line = node->line, .expression = expression };
    return status;
}

/* A map with the condition under `key`, and a sentence. */
int rubric_reader_said(struct reader *reader, const struct yaml_node *map, const char *key,
                       struct condition *ret)
{
    const struct yaml_node *node = yaml_get(map, key), *says = yaml_get(map, "says");
    int status = node ? read_expression(reader, node, ret)
                      : rubric_reader_fault(reader, map, "the condition '%s' is missing", key);

    if (status == 0)
        status = rubric_reader_text(reader, map, "says", &ret->says);
    if (status == 0 && ret->says)
        status = check_says(reader, says, ret->says);
    return status;
}

static int read_condition(struct reader *reader, const struct yaml_node *node,
                          struct condition *ret)
{
    static const char *const keys[] = { "that", "says", "missing", NULL };

    if (node->kind == YAML_SCALAR)
        return read_expression(reader, node, ret);
    int status = rubric_reader_keys(reader, node, "a condition", keys);
    if (status == 0)
        status = rubric_reader_said(reader, node, "that", ret);
    return status < 0 ? status : rubric_reader_missing(reader, node, &ret->missing);
}

int rubric_reader_conditions(struct reader *reader, const struct yaml_node *node,
                             struct level *level)
{
    bool list = node->kind == YAML_LIST;
    size_t count = list ? node->count : 1, used = 0;
    struct condition *items = arena_array(reader->rubric->arena, count + 1, sizeof(*items));

    if (!items)
        return rubric_reader_no_memory(reader);
    if (count > RUBRIC_CONDITIONS)
        return rubric_reader_fault(reader, node, "over %d conditions", RUBRIC_CONDITIONS);
    for (const struct yaml_node *child = list ? node->children : node; child;
         child = list ? child->next : NULL) {
        int status = read_condition(reader, child, &items[used++]);
        if (status < 0)
            return status;
    }
    level->when = items;
    level->count = used;
    return 0;
}
