/*
 * A user's table of languages. Input: the table, then, behind 0xff, one that changes it.
 *
 * Properties: faults are one visible line with a file; in a table without a fault lists are whole,
 * numbers in their ranges, and every command can be put together: a word comes of each word.
 */
#include "judge/base/yaml.h"
#include "judge/language/row.h"
#include "judge/language/template.h"
#include "tests/fuzz/fuzz.h"

#include <errno.h>

static void check_fault(void *context, const struct error *error)
{
    (void) context;
    fuzz_check(error->code == -EINVAL && strcmp(error->file, "languages.yaml") == 0);
    fuzz_check(error->message[0] && fuzz_is_visible(error->message));
}

static void read_one(struct language_table *table, struct fuzz_input text, struct fault_sink *sink)
{
    struct yaml_node *root = NULL;
    struct error error;

    if (yaml_parse(table->arena, "languages.yaml", (const char *) text.data, text.size, &root,
                   &error) < 0)
        fault_add(sink, &error);
    else
        fuzz_check(table_read(table, root, sink) == 0);
}

static void check_step(struct arena *arena, const struct step_row *step)
{
    static const char *const files[] = { "a.c", "b.c", NULL };
    const struct template_values values = {
        .files = files, .main = "a.c", .class = "A", .out = "/out", .memory_mb = 64
    };
    word_list words = NULL;

    fuzz_check(template_expand(arena, step->command, &values, &words) == 0);
    fuzz_check(word_count(words) >= word_count(step->command) ||
               word_in(step->command, "{includes}"));
    fuzz_check(template_expand(arena, step->environment, &values, &words) == 0);
    fuzz_check(word_count(words) + 64 >= word_count(step->environment));
    fuzz_check(step->processes >= 1 && step->processes <= 4096);
    fuzz_check(step->time_s >= 0 && step->time_s <= 3600 && step->memory_mb >= 0 &&
               step->memory_mb <= 1 << 20);
    for (word_list bind = step->binds; *bind; bind++)
        fuzz_check((*bind)[0] == '/' || (*bind)[0] == '@');
}

static void check_language(const struct language_table *table, const struct language *language)
{
    const struct language_row *row = language->row;
    const char *const file[] = { "a.py", NULL };

    fuzz_check(language->endings[0] && language->aliases && language->name && row->run.command[0]);
    fuzz_check(row->compile.command[0] || row->keep_sources);
    for (word_list tool = row->tools; *tool; tool++)
        fuzz_check(table_tool(table, *tool));
    fuzz_check(language_find(table, language->id));
    (void) language_detect(table, file, 1);
    check_step(table->arena, &row->compile);
    check_step(table->arena, &row->run);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = { data, size };
    struct language_table *table = calloc(1, sizeof(*table));
    struct fault_sink sink = { .report = check_fault };

    table->arena = arena_new();
    read_one(table, fuzz_part(&input), &sink);
    read_one(table, input, &sink);
    table_check(table, &sink);
    for (size_t i = 0; i < language_count(table) && sink.count == 0; i++)
        check_language(table, language_at(table, i));
    language_table_free(table);
    return 0;
}
