/*
 * YAML as a tree. libyaml delivers events; this file hangs a node for each into the tree.
 *
 * The text may come from anybody, so nothing recurses: the open collections are kept on a stack of
 * fixed depth, and the number of nodes is bounded. Aliases are refused, which leaves no way for a
 * small text to become a big tree. libyaml itself checks UTF-8 and refuses control characters.
 *
 * Marks of libyaml count lines from 0; ours count from 1.
 */
#include "judge/base/yaml.h"

#include "judge/base/file.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <yaml.h>

#define DEPTH_LIMIT 64
#define NODE_LIMIT 100000
#define SMALL_MAP 64 /* keys */
#define FILE_LIMIT ((size_t) 4 * 1024 * 1024)

/* A collection whose end has not been seen yet. */
struct level {
    struct yaml_node *node;
    struct yaml_node *last; /* newest child */
    const char *key;        /* in a map: the key that waits for its value */
    int key_line;
};

struct reader {
    struct arena *arena;
    const char *file;
    struct error *error;
    struct yaml_node *root;
    struct level stack[DEPTH_LIMIT];
    size_t depth;
    size_t nodes;
    size_t documents;
};

static int out_of_memory(struct reader *reader)
{
    return error_at(reader->error, -ENOMEM, reader->file, 0, "out of memory");
}

static int line_of(const yaml_event_t *event)
{
    return (int) event->start_mark.line + 1;
}

static int refuse(struct reader *reader, const yaml_event_t *event, const char *what)
{
    return error_at(reader->error, -EINVAL, reader->file, line_of(event), "%s", what);
}

static struct yaml_node *new_node(struct reader *reader, enum yaml_kind kind, int line)
{
    struct yaml_node *node = arena_alloc(reader->arena, sizeof(*node));

    if (!node)
        return NULL;
    node->kind = kind;
    node->line = line;
    node->file = reader->file;
    return node;
}

/* Hangs `node` into the innermost open collection, or makes it the root. */
static void attach(struct reader *reader, struct yaml_node *node)
{
    if (reader->depth == 0) {
        reader->root = node;
        return;
    }
    struct level *level = &reader->stack[reader->depth - 1];
    node->key = level->key;
    node->key_line = level->key_line;
    level->key = NULL;
    if (level->last)
        level->last->next = node;
    else
        level->node->children = node;
    level->last = node;
    level->node->count++;
}

static bool waits_for_key(const struct reader *reader)
{
    if (reader->depth == 0)
        return false;
    const struct level *level = &reader->stack[reader->depth - 1];
    return level->node->kind == YAML_MAP && !level->key;
}

static int key_twice(struct reader *reader, const char *key, int first_line, int line)
{
    return error_at(reader->error, -EINVAL, reader->file, line,
                    "the key '%.100s' is here twice; it was in line %d already", key, first_line);
}

/* In a small map, keys are compared with those before them at once. */
static int take_key(struct reader *reader, const yaml_event_t *event, const char *text)
{
    struct level *level = &reader->stack[reader->depth - 1];
    const struct yaml_node *before =
        level->node->count < SMALL_MAP ? yaml_get(level->node, text) : NULL;

    if (before)
        return key_twice(reader, text, before->key_line, line_of(event));
    level->key = text;
    level->key_line = line_of(event);
    return 0;
}

static int compare_keys(const void *left, const void *right)
{
    const struct yaml_node *const *one = left, *const *two = right;
    int order = strcmp((*one)->key, (*two)->key);

    return order ? order
                 : ((*one)->key_line > (*two)->key_line) - ((*one)->key_line < (*two)->key_line);
}

/* In a large map they are sorted at its end: comparing each with each would take a minute for what
 * fits into a file. */
static int check_keys(struct reader *reader, const struct yaml_node *map)
{
    if (map->kind != YAML_MAP || map->count <= SMALL_MAP)
        return 0;
    AUTO_FREE const struct yaml_node **nodes = memory_alloc(map->count * sizeof(*nodes));
    size_t count = 0;

    if (!nodes)
        return out_of_memory(reader);
    for (const struct yaml_node *node = map->children; node; node = node->next)
        nodes[count++] = node;
    qsort(nodes, count, sizeof(*nodes), compare_keys);
    for (size_t i = 1; i < count; i++)
        if (strcmp(nodes[i - 1]->key, nodes[i]->key) == 0)
            return key_twice(reader, nodes[i]->key, nodes[i - 1]->key_line, nodes[i]->key_line);
    return 0;
}

static int take_scalar(struct reader *reader, const yaml_event_t *event)
{
    const char *value = (const char *) event->data.scalar.value;
    size_t length = event->data.scalar.length;

    if (memchr(value, '\0', length))
        return refuse(reader, event, "a value with a NUL character in it");
    const char *text = arena_strndup(reader->arena, value, length);
    if (!text)
        return out_of_memory(reader);
    if (waits_for_key(reader))
        return take_key(reader, event, text);
    struct yaml_node *node = new_node(reader, YAML_SCALAR, line_of(event));
    if (!node)
        return out_of_memory(reader);
    node->text = text;
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    attach(reader, node);
    return 0;
}

static int open_collection(struct reader *reader, const yaml_event_t *event, enum yaml_kind kind)
{
    if (waits_for_key(reader))
        return refuse(reader, event, "a key must be a plain text");
    if (reader->depth == DEPTH_LIMIT)
        return refuse(reader, event, "nested too deeply (over 64 levels)");
    struct yaml_node *node = new_node(reader, kind, line_of(event));
    if (!node)
        return out_of_memory(reader);
    attach(reader, node);
    reader->stack[reader->depth++] = (struct level){ .node = node };
    return 0;
}

static int close_collection(struct reader *reader)
{
    const struct yaml_node *node = reader->depth > 0 ? reader->stack[--reader->depth].node : NULL;

    return node ? check_keys(reader, node) : 0;
}

static int take_event(struct reader *reader, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (reader->documents++ > 0)
            return refuse(reader, event, "a second document in a file that must have one");
        return 0;
    case YAML_ALIAS_EVENT:
        return refuse(reader, event, "aliases (*name) are not read; write the value out");
    case YAML_SCALAR_EVENT:
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        if (++reader->nodes > NODE_LIMIT)
            return refuse(reader, event, "too many values (over 100,000)");
        if (event->type == YAML_SCALAR_EVENT)
            return take_scalar(reader, event);
        return open_collection(reader, event,
                               event->type == YAML_MAPPING_START_EVENT ? YAML_MAP : YAML_LIST);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return close_collection(reader);
    default:
        return 0;
    }
}

static int parser_fault(struct reader *reader, const yaml_parser_t *parser)
{
    const char *problem = parser->problem ? parser->problem : "unreadable";

    if (parser->error == YAML_MEMORY_ERROR)
        return out_of_memory(reader);
    if (parser->error == YAML_READER_ERROR)
        return error_at(reader->error, -EINVAL, reader->file, (int) parser->mark.line + 1,
                        "not YAML: %s (byte %zu)", problem, parser->problem_offset);
    return error_at(reader->error, -EINVAL, reader->file, (int) parser->problem_mark.line + 1,
                    "not YAML: %s", problem);
}

static int read_events(struct reader *reader, yaml_parser_t *parser)
{
    for (;;) {
        yaml_event_t event;

        if (!yaml_parser_parse(parser, &event))
            return parser_fault(reader, parser);
        bool end = event.type == YAML_STREAM_END_EVENT;
        int status = take_event(reader, &event);
        yaml_event_delete(&event);
        if (status < 0 || end)
            return status;
    }
}

int yaml_parse(struct arena *arena, const char *file, const char *data, size_t size,
               struct yaml_node **ret_root, struct error *error)
{
    struct reader reader = { .arena = arena, .error = error };
    yaml_parser_t parser;

    reader.file = arena_strdup(arena, file);
    if (!reader.file || !yaml_parser_initialize(&parser))
        return error_at(error, -ENOMEM, file, 0, "out of memory");
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *) data, size);
    int status = read_events(&reader, &parser);
    yaml_parser_delete(&parser);
    if (status == 0)
        *ret_root = reader.root;
    return status;
}

int yaml_read(struct arena *arena, const char *path, struct yaml_node **ret_root,
              struct error *error)
{
    AUTO_FREE char *data = NULL;
    size_t size = 0;
    int status = file_read(path, FILE_LIMIT, &data, &size, error);

    if (status < 0)
        return status;
    return yaml_parse(arena, path, data, size, ret_root, error);
}

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
    if (!map || map->kind != YAML_MAP)
        return NULL;
    for (const struct yaml_node *node = map->children; node; node = node->next) {
        if (strcmp(node->key, key) == 0)
            return node;
    }
    return NULL;
}

/* ---- Typed readings ------------------------------------------------------------------------- */

static int wrong_type(const struct yaml_node *node, const char *expected, struct error *error)
{
    static const char *const kinds[] = { "", "a list", "a map" };
    const char *key = node->key ? node->key : "value";

    if (node->kind == YAML_SCALAR)
        return error_at(error, -EINVAL, node->file, node->line,
                        "%.100s: expected %s, found '%.100s'", key, expected, node->text);
    return error_at(error, -EINVAL, node->file, node->line, "%.100s: expected %s, found %s", key,
                    expected, kinds[node->kind]);
}

bool yaml_is_null(const struct yaml_node *node)
{
    static const char *const words[] = { "", "~", "null", "Null", "NULL" };

    if (!node || node->kind != YAML_SCALAR || node->quoted)
        return !node;
    for (size_t i = 0; i < COUNT(words); i++) {
        if (strcmp(node->text, words[i]) == 0)
            return true;
    }
    return false;
}

int yaml_as_bool(const struct yaml_node *node, bool *ret, struct error *error)
{
    /* Both YAML 1.1's words, which legacy packages use, and YAML 1.2's. */
    static const struct {
        const char *word;
        bool value;
    } words[] = {
        { "true", true }, { "false", false }, { "yes", true },
        { "no", false },  { "on", true },     { "off", false },
    };

    for (size_t i = 0; node->kind == YAML_SCALAR && !node->quoted && i < COUNT(words); i++) {
        if (strcasecmp(node->text, words[i].word) == 0) {
            *ret = words[i].value;
            return 0;
        }
    }
    return wrong_type(node, "true or false", error);
}

int yaml_as_int(const struct yaml_node *node, int64_t low, int64_t high, int64_t *ret,
                struct error *error)
{
    const char *text = node->kind == YAML_SCALAR ? node->text : "";
    size_t sign = text[0] == '-' || text[0] == '+';
    char *end = NULL;

    if (node->quoted || !text[sign] || text[sign + strspn(text + sign, "0123456789")])
        return wrong_type(node, "a whole number", error);
    errno = 0;
    long long value = strtoll(text, &end, 10);
    if (errno == ERANGE || value < low || value > high)
        return error_at(error, -EINVAL, node->file, node->line,
                        "%.100s: %.100s is not between %lld and %lld",
                        node->key ? node->key : "value", text, (long long) low, (long long) high);
    *ret = value;
    return 0;
}

/* YAML's spellings of infinity, or a decimal number and nothing behind it. */
static bool parse_double(const char *text, double *ret)
{
    size_t sign = text[0] == '-' || text[0] == '+';
    char *end = NULL;

    if (strcasecmp(text + sign, ".inf") == 0) {
        *ret = text[0] == '-' ? -INFINITY : INFINITY;
        return true;
    }
    /* strtod() would also take "nan", "infinity" and hexadecimal. */
    if (!text[0] || text[strspn(text, "0123456789+-.eE")])
        return false;
    *ret = strtod(text, &end);
    return end != text && !*end;
}

int yaml_as_double(const struct yaml_node *node, double low, double high, double *ret,
                   struct error *error)
{
    double value;

    if (node->kind != YAML_SCALAR || node->quoted || !parse_double(node->text, &value))
        return wrong_type(node, "a number", error);
    if (value < low || value > high)
        return error_at(error, -EINVAL, node->file, node->line,
                        "%.100s: %.100s is not between %g and %g", node->key ? node->key : "value",
                        node->text, low, high);
    *ret = value;
    return 0;
}

int yaml_as_string(const struct yaml_node *node, const char **ret, struct error *error)
{
    if (node->kind != YAML_SCALAR || yaml_is_null(node))
        return wrong_type(node, "a text", error);
    *ret = node->text;
    return 0;
}

static const char word_space[] = " \t\r\n";

/* Takes one word off *text as a shell would, without its expansions, and puts it at `word`; returns
 * the end of what was written. A quote that is not closed is a character like any other. */
static char *take_word(const char **text, char *word)
{
    size_t length = 0;
    const char *at = *text;
    char quote = '\0';

    for (; *at && (quote || !strchr(word_space, *at)); at++) {
        if (quote && *at == quote)
            quote = '\0';
        else if (!quote && (*at == '"' || *at == '\'') && strchr(at + 1, *at))
            quote = *at;
        else if (*at == '\\' && at[1] && (!quote || (quote == '"' && strchr("\"\\", at[1]))))
            word[length++] = *++at;
        else
            word[length++] = *at;
    }
    word[length] = '\0';
    *text = at;
    return word + length + 1;
}

static int split_words(struct arena *arena, const char *text, const char **words, size_t *count)
{
    /* All words fit where the text did: what ends each took a place there, too. */
    char *place = arena_alloc(arena, strlen(text) + 1);

    *count = 0;
    if (!place)
        return -ENOMEM;
    for (text += strspn(text, word_space); *text; text += strspn(text, word_space)) {
        words[(*count)++] = place;
        place = take_word(&text, place);
    }
    return 0;
}

static int scalar_as_strings(struct arena *arena, const struct yaml_node *node, bool split,
                             const char **words, size_t *count)
{
    *count = 0;
    if (yaml_is_null(node))
        return 0;
    if (split)
        return split_words(arena, node->text, words, count);
    words[(*count)++] = node->text;
    return 0;
}

int yaml_as_strings(struct arena *arena, const struct yaml_node *node, bool split,
                    const char *const **ret, size_t *ret_count, struct error *error)
{
    if (node->kind == YAML_MAP)
        return wrong_type(node, "a text or a list of texts", error);
    /* A text has at most one word for every two characters. */
    size_t most = node->kind == YAML_LIST ? node->count : strlen(node->text) / 2 + 1;
    const char **words = arena_array(arena, most + 1, sizeof(*words));
    size_t count = 0;
    if (!words)
        return error_at(error, -ENOMEM, node->file, node->line, "out of memory");
    if (node->kind == YAML_SCALAR && scalar_as_strings(arena, node, split, words, &count) < 0)
        return error_at(error, -ENOMEM, node->file, node->line, "out of memory");
    if (node->kind == YAML_LIST) {
        for (const struct yaml_node *item = node->children; item; item = item->next) {
            if (yaml_as_string(item, &words[count++], error) < 0)
                return error_context(error, "%.100s", node->key ? node->key : "list");
        }
    }
    *ret = words;
    *ret_count = count;
    return 0;
}
