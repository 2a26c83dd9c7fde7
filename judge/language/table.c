/*
 * The table of languages: the copy of languages.yaml that is built into the program, then the
 * user's file, then the one that ASSAY_LANGUAGES names. Later files change the rows of earlier
 * ones key by key and add new ones.
 *
 * The shipped table is part of the program and not a file beside it, so that a program that was
 * copied or moved judges as before. languages.yaml stays its only source: the assembler reads it
 * (the Makefile knows of the dependency).
 */
#include "judge/base/embed.h"
#include "judge/base/file.h"
#include "judge/base/yaml.h"
#include "judge/language/row.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

EMBED(language_shipped_table, "judge/language/languages.yaml");

#define SHIPPED_NAME "languages.yaml (built in)"

bool word_in(word_list list, const char *word)
{
    for (; *list; list++)
        if (strcmp(*list, word) == 0)
            return true;
    return false;
}

size_t word_count(word_list list)
{
    size_t count = 0;

    while (list[count])
        count++;
    return count;
}

const struct tool_row *table_tool(const struct language_table *table, const char *id)
{
    for (size_t i = 0; i < table->tool_count; i++)
        if (strcmp(table->tools[i]->id, id) == 0)
            return table->tools[i];
    return NULL;
}

const struct set_row *table_set(const struct language_table *table, const char *name)
{
    for (size_t i = 0; i < table->set_count; i++)
        if (strcmp(table->sets[i]->name, name) == 0)
            return table->sets[i];
    return NULL;
}

void fault_add(struct fault_sink *sink, const struct error *error)
{
    if (sink->count++ == 0)
        sink->first = *error;
    if (sink->report)
        sink->report(sink->context, error);
}

static int read_shipped(struct language_table *table, struct fault_sink *sink, struct error *error)
{
    struct yaml_node *root = NULL;
    size_t size = (size_t) (language_shipped_table_end - language_shipped_table);
    int status = yaml_parse(table->arena, SHIPPED_NAME, language_shipped_table, size, &root, error);

    if (status < 0)
        return status;
    return table_read(table, root, sink);
}

/* A file that the user has; `required`: naming one that is missing is a fault. */
static int read_user_file(struct language_table *table, const char *path, bool required,
                          struct fault_sink *sink)
{
    struct yaml_node *root = NULL;
    struct error error = { 0 };
    const char *kept = arena_strdup(table->arena, path);

    if (!kept)
        return -ENOMEM;
    if (!required && !file_exists(path))
        return 0;
    int status = yaml_read(table->arena, kept, &root, &error);
    if (status == -ENOMEM)
        return status;
    if (status < 0) {
        fault_add(sink, &error);
        return 0;
    }
    return table_read(table, root, sink);
}

/* Where the user's own table is. *ret NULL: there is no place for one. */
static int user_file(char **ret)
{
    const char *config = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    char *path = NULL;
    int length = 0;

    if (config && config[0] == '/')
        length = asprintf(&path, "%s/assay/languages.yaml", config);
    else if (home && home[0] == '/')
        length = asprintf(&path, "%s/.config/assay/languages.yaml", home);
    if (length < 0)
        return -ENOMEM;
    *ret = path;
    return 0;
}

static int read_user_files(struct language_table *table, struct fault_sink *sink)
{
    const char *named = getenv("ASSAY_LANGUAGES");
    AUTO_FREE char *path = NULL;
    int status = user_file(&path);

    if (status == 0 && path)
        status = read_user_file(table, path, false, sink);
    if (status < 0)
        return status;
    return named && named[0] ? read_user_file(table, named, true, sink) : 0;
}

static int load_all(struct language_table *table, struct fault_sink *sink, struct error *error)
{
    int status = read_shipped(table, sink, error);

    if (status == 0)
        status = read_user_files(table, sink);
    if (status == -ENOMEM)
        return error_set(error, -ENOMEM, "out of memory while reading the table of languages");
    if (status < 0)
        return status;
    table_check(table, sink);
    if (sink->count == 0)
        return 0;
    *error = sink->first;
    error->code = -EINVAL;
    return -EINVAL;
}

int language_table_load(struct language_table **ret,
                        void (*report)(void *context, const struct error *error), void *context,
                        struct error *error)
{
    struct fault_sink sink = { .report = report, .context = context };
    struct language_table *table = calloc(1, sizeof(*table));

    if (!table || !(table->arena = arena_new())) {
        free(table);
        return error_set(error, -ENOMEM, "out of memory");
    }
    int status = load_all(table, &sink, error);
    if (status < 0) {
        language_table_free(table);
        return status;
    }
    *ret = table;
    return 0;
}

void language_table_free(struct language_table *table)
{
    if (!table)
        return;
    free(table->languages);
    free(table->tools);
    free(table->sets);
    arena_free(table->arena);
    free(table);
}

size_t language_count(const struct language_table *table)
{
    return table->language_count;
}

const struct language *language_at(const struct language_table *table, size_t index)
{
    return index < table->language_count ? &table->languages[index] : NULL;
}

static bool named(const struct language *language, const char *id)
{
    if (strcasecmp(language->id, id) == 0)
        return true;
    for (word_list alias = language->aliases; *alias; alias++)
        if (strcasecmp(*alias, id) == 0)
            return true;
    return false;
}

const struct language *language_find(const struct language_table *table, const char *id)
{
    for (size_t i = 0; i < table->language_count; i++)
        if (named(&table->languages[i], id))
            return &table->languages[i];
    return NULL;
}
