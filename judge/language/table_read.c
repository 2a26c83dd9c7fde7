/*
 * From YAML to rows. What keys there are, of which kind and where their values go, is said by the
 * field tables below; one loop reads them all. A row that is there already is written over key by
 * key, which is how a user's file changes one flag and keeps the rest.
 *
 * A fault never stops the reading: it goes to the sink and the next key is looked at.
 */
#include "judge/base/yaml.h"
#include "judge/language/row.h"

#include <errno.h>
#include <string.h>

enum field_kind {
    FIELD_STRING,
    FIELD_STRINGS,
    FIELD_INTEGER,
    FIELD_BOOL,
    FIELD_PROFILE,
    FIELD_ENTRY,
    FIELD_ENVIRONMENT, /* a map, kept as "NAME=value" */
    FIELD_STEP,
};

struct field {
    const char *key;
    enum field_kind kind;
    size_t offset;
    int64_t low, high;
};

#define FIELD(type, member, what)                                                                  \
    {                                                                                              \
#member, what, offsetof(struct type, member), 0, 0                                         \
    }
#define NUMBER(type, member, least, most)                                                          \
    {                                                                                              \
#member, FIELD_INTEGER, offsetof(struct type, member), least, most                         \
    }

static const struct field tool_fields[] = {
    FIELD(tool_row, commands, FIELD_STRINGS), FIELD(tool_row, locate, FIELD_STRINGS),
    FIELD(tool_row, version, FIELD_STRINGS),  FIELD(tool_row, binds, FIELD_STRINGS),
    FIELD(tool_row, package, FIELD_STRING),
};

static const struct field step_fields[] = {
    FIELD(step_row, command, FIELD_STRINGS),   FIELD(step_row, environment, FIELD_ENVIRONMENT),
    FIELD(step_row, binds, FIELD_STRINGS),     FIELD(step_row, tools, FIELD_STRINGS),
    FIELD(step_row, profile, FIELD_PROFILE),   FIELD(step_row, memory_message, FIELD_STRING),
    NUMBER(step_row, processes, 1, 4096),      NUMBER(step_row, time_s, 1, 3600),
    NUMBER(step_row, memory_mb, 16, 1 << 20),  NUMBER(step_row, scratch_mb, 1, 1 << 20),
    NUMBER(step_row, overhead_mb, 0, 1 << 20),
};

static const struct field language_fields[] = {
    FIELD(language_row, name, FIELD_STRING),
    FIELD(language_row, aliases, FIELD_STRINGS),
    FIELD(language_row, endings, FIELD_STRINGS),
    FIELD(language_row, companions, FIELD_STRINGS),
    FIELD(language_row, tools, FIELD_STRINGS),
    FIELD(language_row, main, FIELD_STRINGS),
    FIELD(language_row, dialects, FIELD_STRINGS),
    FIELD(language_row, not_when, FIELD_STRING),
    FIELD(language_row, main_pattern, FIELD_STRING),
    FIELD(language_row, name_pattern, FIELD_STRING),
    FIELD(language_row, entry, FIELD_ENTRY),
    FIELD(language_row, keep_sources, FIELD_BOOL),
    FIELD(language_row, compile, FIELD_STEP),
    FIELD(language_row, run, FIELD_STEP),
};

static const char *const no_words[] = { NULL };

/* What a row has before its keys are read. */
static const struct step_row compile_defaults = {
    .command = no_words,
    .environment = no_words,
    .binds = (const char *const[]){ "@system", NULL },
    .tools = no_words,
    .profile = SANDBOX_PROFILE_COMPILER,
    .processes = 256,
    .time_s = 60,
    .memory_mb = 2048,
    .scratch_mb = 512,
};
static const struct step_row run_defaults = {
    .command = no_words,
    .environment = no_words,
    .binds = no_words,
    .tools = no_words,
    .profile = SANDBOX_PROFILE_COMPILED,
    .processes = 16,
};

struct reader {
    struct language_table *table;
    struct fault_sink *sink;
};

/* Takes the result of a reading: memory stops everything, all else is a fault. */
static int took(struct reader *reader, int status, const struct error *error)
{
    if (status == -ENOMEM)
        return status;
    if (status < 0)
        fault_add(reader->sink, error);
    return 0;
}

static int fault(struct reader *reader, const struct yaml_node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static int fault(struct reader *reader, const struct yaml_node *node, const char *format, ...)
{
    struct error error;
    char text[400];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    error_at(&error, -EINVAL, node->file, node->key ? node->key_line : node->line, "%s%s%s",
             node->key ? node->key : "", node->key ? ": " : "", text);
    fault_add(reader->sink, &error);
    return 0;
}

static int read_profile(struct reader *reader, const struct yaml_node *node, int64_t *ret)
{
    const char *name;
    enum sandbox_profile profile;
    struct error error;
    int status = yaml_as_string(node, &name, &error);

    if (status < 0)
        return took(reader, status, &error);
    if (sandbox_profile_parse(name, &profile) < 0)
        return fault(reader, node, "no profile of system calls is called \"%s\"", name);
    *ret = profile;
    return 0;
}

static int read_entry(struct reader *reader, const struct yaml_node *node, int64_t *ret)
{
    static const char *const names[] = { "none", "file", "class" };
    const char *name;
    struct error error;
    int status = yaml_as_string(node, &name, &error);

    if (status < 0)
        return took(reader, status, &error);
    for (size_t i = 0; i < COUNT(names); i++) {
        if (strcmp(names[i], name) == 0) {
            *ret = (int64_t) i;
            return 0;
        }
    }
    return fault(reader, node, "must be none, file or class, not \"%s\"", name);
}

static int read_environment(struct reader *reader, const struct yaml_node *node, word_list *ret)
{
    if (node->kind != YAML_MAP)
        return fault(reader, node, "must be a map of names and values");
    const char **words = arena_array(reader->table->arena, node->count + 1, sizeof(*words));
    size_t count = 0;

    if (!words)
        return -ENOMEM;
    for (const struct yaml_node *child = node->children; child; child = child->next) {
        const char *value;
        struct error error;
        int status = yaml_as_string(child, &value, &error);

        if (status < 0 && took(reader, status, &error) < 0)
            return -ENOMEM;
        if (status < 0)
            continue;
        words[count] = arena_printf(reader->table->arena, "%s=%s", child->key, value);
        if (!words[count++])
            return -ENOMEM;
    }
    *ret = words;
    return 0;
}

static int read_map(struct reader *reader, const struct yaml_node *map, const struct field *fields,
                    size_t count, void *row);

/* NOLINTNEXTLINE(misc-no-recursion): a step has no steps: two levels */
static int read_field(struct reader *reader, const struct yaml_node *node,
                      const struct field *field, void *row)
{
    char *place = (char *) row + field->offset;
    struct error error;
    size_t ignored;

    switch (field->kind) {
    case FIELD_STRING:
        return took(reader, yaml_as_string(node, (const char **) place, &error), &error);
    case FIELD_STRINGS:
        return took(reader,
                    yaml_as_strings(reader->table->arena, node, false, (word_list *) place,
                                    &ignored, &error),
                    &error);
    case FIELD_INTEGER:
        return took(reader, yaml_as_int(node, field->low, field->high, (int64_t *) place, &error),
                    &error);
    case FIELD_BOOL:
        return took(reader, yaml_as_bool(node, (bool *) place, &error), &error);
    case FIELD_PROFILE:
        return read_profile(reader, node, (int64_t *) place);
    case FIELD_ENTRY:
        return read_entry(reader, node, (int64_t *) place);
    case FIELD_ENVIRONMENT:
        return read_environment(reader, node, (word_list *) place);
    case FIELD_STEP:
        return read_map(reader, node, step_fields, COUNT(step_fields), place);
    }
    return 0;
}

/* NOLINTNEXTLINE(misc-no-recursion): see read_field() */
static int read_map(struct reader *reader, const struct yaml_node *map, const struct field *fields,
                    size_t count, void *row)
{
    if (map->kind != YAML_MAP)
        return fault(reader, map, "must be a map");
    for (const struct yaml_node *node = map->children; node; node = node->next) {
        const struct field *field = NULL;

        for (size_t i = 0; i < count && !field; i++)
            if (strcmp(fields[i].key, node->key) == 0)
                field = &fields[i];
        int status = field ? read_field(reader, node, field, row)
                           : fault(reader, node, "is not a key that is known here");
        if (status < 0)
            return status;
    }
    return 0;
}

static int read_set(struct reader *reader, const struct yaml_node *node)
{
    struct language_table *table = reader->table;
    struct set_row *row = (struct set_row *) table_set(table, node->key);
    struct error error;
    size_t ignored;

    if (!row) {
        if (array_reserve((void **) &table->sets, table->set_count, &table->set_capacity,
                          sizeof(struct set_row *)) < 0 ||
            !(row = arena_alloc(table->arena, sizeof(*row))))
            return -ENOMEM;
        *row = (struct set_row){ .name = node->key, .paths = no_words };
        table->sets[table->set_count++] = row;
    }
    return took(reader, yaml_as_strings(table->arena, node, false, &row->paths, &ignored, &error),
                &error);
}

static int read_tool(struct reader *reader, const struct yaml_node *node)
{
    struct language_table *table = reader->table;
    struct tool_row *row = (struct tool_row *) table_tool(table, node->key);

    if (!row) {
        if (array_reserve((void **) &table->tools, table->tool_count, &table->tool_capacity,
                          sizeof(struct tool_row *)) < 0 ||
            !(row = arena_alloc(table->arena, sizeof(*row))))
            return -ENOMEM;
        *row = (struct tool_row){ .id = node->key,
                                  .commands = no_words,
                                  .locate = no_words,
                                  .version = no_words,
                                  .binds = no_words };
        table->tools[table->tool_count++] = row;
    }
    return read_map(reader, node, tool_fields, COUNT(tool_fields), row);
}

static int new_language(struct language_table *table, const char *id, struct language_row **ret)
{
    if (array_reserve((void **) &table->languages, table->language_count, &table->language_capacity,
                      sizeof(struct language)) < 0)
        return -ENOMEM;
    struct language_row *row = arena_alloc(table->arena, sizeof(*row));
    if (!row)
        return -ENOMEM;
    *row = (struct language_row){ .id = id,
                                  .name = id,
                                  .aliases = no_words,
                                  .endings = no_words,
                                  .companions = no_words,
                                  .tools = no_words,
                                  .main = no_words,
                                  .dialects = no_words,
                                  .compile = compile_defaults,
                                  .run = run_defaults };
    table->languages[table->language_count++] = (struct language){ .id = id, .row = row };
    *ret = row;
    return 0;
}

static int read_language(struct reader *reader, const struct yaml_node *node)
{
    struct language_table *table = reader->table;
    struct language *language = NULL;
    struct language_row *row;

    for (size_t i = 0; i < table->language_count && !language; i++)
        if (strcmp(table->languages[i].id, node->key) == 0)
            language = &table->languages[i];
    if (language) {
        row = (struct language_row *) language->row;
    } else {
        if (new_language(table, node->key, &row) < 0)
            return -ENOMEM;
        language = &table->languages[table->language_count - 1];
    }
    row->file = node->file;
    row->line = node->key_line;
    int status = read_map(reader, node, language_fields, COUNT(language_fields), row);
    language->name = row->name;
    language->aliases = row->aliases;
    language->endings = row->endings;
    return status;
}

static const struct {
    const char *key;
    int (*read)(struct reader *reader, const struct yaml_node *node);
} sections[] = { { "sets", read_set }, { "tools", read_tool }, { "languages", read_language } };

static int read_section(struct reader *reader, const struct yaml_node *section)
{
    for (size_t i = 0; i < COUNT(sections); i++) {
        if (strcmp(sections[i].key, section->key) != 0)
            continue;
        if (section->kind != YAML_MAP)
            return fault(reader, section, "must be a map");
        for (const struct yaml_node *node = section->children; node; node = node->next) {
            int status = sections[i].read(reader, node);

            if (status < 0)
                return status;
        }
        return 0;
    }
    return fault(reader, section, "is none of sets, tools and languages");
}

int table_read(struct language_table *table, const struct yaml_node *root, struct fault_sink *sink)
{
    struct reader reader = { table, sink };

    if (!root)
        return 0;
    if (root->kind != YAML_MAP)
        return fault(&reader, root, "a table of languages must be a map");
    for (const struct yaml_node *section = root->children; section; section = section->next) {
        int status = read_section(&reader, section);

        if (status < 0)
            return status;
    }
    return 0;
}
