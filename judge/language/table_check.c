/*
 * What only a whole table can show. Keys may come from several files, so a fault names the file
 * and line where the language was described last.
 */
#include "judge/base/text.h"
#include "judge/language/row.h"
#include "judge/language/template.h"

#include <errno.h>
#include <string.h>

struct check {
    const struct language_table *table;
    const struct language_row *row;
    struct fault_sink *sink;
};

static void fault(const struct check *check, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void fault(const struct check *check, const char *format, ...)
{
    struct error error;
    char text[400];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    error_at(&error, -EINVAL, check->row->file, check->row->line, "%s: %s", check->row->id, text);
    fault_add(check->sink, &error);
}

static void check_tools(const struct check *check, const char *key, word_list tools)
{
    for (; *tools; tools++)
        if (!table_tool(check->table, *tools))
            fault(check, "%s: there is no tool \"%s\"", key, *tools);
}

/* A step shows a tool's files; which tools are looked up at all is said once, for the language. */
static void check_step_tools(const struct check *check, const char *key, word_list tools)
{
    for (; *tools; tools++)
        if (!word_in(check->row->tools, *tools))
            fault(check, "%s: \"%s\" must be listed in tools too", key, *tools);
}

static void check_words(const struct check *check, const char *key, word_list words)
{
    for (; *words; words++) {
        size_t length;
        const char *wrong = template_fault(*words, check->row->tools, &length);

        if (wrong)
            fault(check, "%s: \"%.*s\" is no placeholder; a tool must be listed in tools", key,
                  (int) length, wrong);
    }
}

static void check_binds(const struct check *check, const char *key, word_list binds)
{
    for (; *binds; binds++) {
        if ((*binds)[0] == '@' && !table_set(check->table, *binds + 1))
            fault(check, "%s: there is no set \"%s\"", key, *binds + 1);
        else if ((*binds)[0] != '@' && (*binds)[0] != '/')
            fault(check, "%s: \"%s\" is no absolute path", key, *binds);
    }
}

static void check_step(const struct check *check, const char *name, const struct step_row *step)
{
    char key[64];

    snprintf(key, sizeof(key), "%s.command", name);
    check_words(check, key, step->command);
    snprintf(key, sizeof(key), "%s.environment", name);
    check_words(check, key, step->environment);
    snprintf(key, sizeof(key), "%s.tools", name);
    check_step_tools(check, key, step->tools);
    snprintf(key, sizeof(key), "%s.binds", name);
    check_binds(check, key, step->binds);
}

static void check_pattern(const struct check *check, const char *key, const char *text)
{
    struct pattern *pattern = NULL;
    struct error error;

    if (!text)
        return;
    if (pattern_new(text, &pattern, &error) < 0)
        fault(check, "%s: %s", key, error.message);
    pattern_free(pattern);
}

static void check_language(const struct check *check)
{
    const struct language_row *row = check->row;

    if (!row->endings[0])
        fault(check, "endings: a language needs at least one");
    if (!row->run.command[0])
        fault(check, "run.command: a language needs one");
    if (!row->compile.command[0] && !row->keep_sources)
        fault(check, "compile.command: needed where keep_sources is not true");
    check_tools(check, "tools", row->tools);
    check_step(check, "compile", &row->compile);
    check_step(check, "run", &row->run);
    check_pattern(check, "not_when", row->not_when);
    check_pattern(check, "main_pattern", row->main_pattern);
    check_pattern(check, "name_pattern", row->name_pattern);
}

void table_check(const struct language_table *table, struct fault_sink *sink)
{
    for (size_t i = 0; i < table->language_count; i++)
        check_language(&(struct check){ table, table->languages[i].row, sink });
}
