#ifndef ASSAY_LANGUAGE_ROW_H
#define ASSAY_LANGUAGE_ROW_H

/* Internal: the table's rows, as languages.yaml describes their keys. All text lives in the
 * table's arena; lists are NULL-terminated and never NULL after reading. */

#include "judge/language/language.h"

#include <stdint.h>

/* A list of words in fixed storage, NULL-terminated. */
typedef const char *const *word_list;

struct set_row {
    const char *name;
    word_list paths;
};

struct tool_row {
    const char *id;
    word_list commands;
    word_list locate; /* empty: the path found is the tool */
    word_list version;
    word_list binds;
    const char *package; /* NULL: no remedy known */
};

enum entry_kind { ENTRY_NONE, ENTRY_FILE, ENTRY_CLASS };

struct step_row {
    word_list command;
    word_list environment; /* "NAME=value" */
    word_list binds;
    word_list tools;
    int64_t profile; /* enum sandbox_profile */
    int64_t processes;
    int64_t time_s;
    int64_t memory_mb;
    int64_t scratch_mb;
    int64_t overhead_mb;
    const char *memory_message; /* NULL: none */
};

struct language_row {
    const char *id;
    const char *name;
    word_list aliases;
    word_list endings;
    word_list companions;
    word_list tools;
    word_list main;
    word_list dialects;
    const char *not_when; /* patterns; NULL: none */
    const char *main_pattern;
    const char *name_pattern;
    int64_t entry; /* enum entry_kind */
    bool keep_sources;
    struct step_row compile; /* an empty command: nothing to do */
    struct step_row run;
    const char *file; /* where the row was last described, for messages */
    int line;
};

struct language_table {
    struct arena *arena;
    struct language *languages;
    size_t language_count, language_capacity;
    struct tool_row **tools;
    size_t tool_count, tool_capacity;
    struct set_row **sets;
    size_t set_count, set_capacity;
};

const struct tool_row *table_tool(const struct language_table *table, const char *id);
const struct set_row *table_set(const struct language_table *table, const char *name);
bool word_in(word_list list, const char *word);
size_t word_count(word_list list);

/* ---- Reading (table_read.c) and checking (table_check.c) ------------------------------------ */

/* Where faults go while a table is read: every one is reported, the first is kept. */
struct fault_sink {
    void (*report)(void *context, const struct error *error);
    void *context;
    size_t count;
    struct error first;
};
void fault_add(struct fault_sink *sink, const struct error *error);

struct yaml_node;

/* Reads one document into the table, over the rows that are there. -ENOMEM, or 0 with the faults
 * in `sink`. */
int table_read(struct language_table *table, const struct yaml_node *root, struct fault_sink *sink);
/* What only a whole table can show: missing keys, unknown names, placeholders, patterns. */
void table_check(const struct language_table *table, struct fault_sink *sink);

#endif
