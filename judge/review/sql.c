/*
 * Theory of operation: words, one after another, names in small letters and without quotes; on
 * these, a reader for each kind of statement. Numbers, texts and placeholders are all the same:
 * some value.
 */

#include "judge/review/sql.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Of all of a repository: no schema that people wrote comes near. */
#define TABLES 1000
#define INDEXES 4000

enum token_kind { TOKEN_END, TOKEN_WORD, TOKEN_VALUE, TOKEN_SIGN };

struct reader {
    const char *text;
    size_t size, at;
    enum token_kind kind;
    char word[SQL_NAME]; /* of a word, or a sign */
    size_t placeholders; /* so far */
};

/* ---- Words --------------------------------------------------------------------------------------
 */

static void keep(struct reader *reader, size_t start, size_t end)
{
    size_t length = 0;

    for (size_t i = start; i < end && length < SQL_NAME - 1; i++)
        reader->word[length++] = (char) tolower((unsigned char) reader->text[i]);
    reader->word[length] = '\0';
}

static bool is_word(char letter)
{
    return isalnum((unsigned char) letter) || letter == '_';
}

static void quoted(struct reader *reader, char quote)
{
    size_t start = ++reader->at;

    while (reader->at < reader->size && reader->text[reader->at] != quote)
        reader->at++;
    keep(reader, start, reader->at);
    reader->at += reader->at < reader->size;
    reader->kind = quote == '\'' ? TOKEN_VALUE : TOKEN_WORD;
}

/* What a program puts in: ?, $1, :name, @name, %s, %(name)s, ${…}, {…}. */
static bool placeholder(struct reader *reader)
{
    const char *text = reader->text + reader->at;
    size_t left = reader->size - reader->at, length = 1;

    if (!strchr("?$:@%{#", *text) || !*text)
        return false;
    if (*text == ':' && left > 1 && (text[1] == ':' || text[1] == '='))
        return false;
    if (*text == '{' || (left > 1 && text[1] == '{') || (left > 1 && text[1] == '(')) {
        while (length < left && text[length] != '}' && text[length] != ')')
            length++;
        length += length < left;
    }
    while (length < left && is_word(text[length]))
        length++;
    reader->at += length;
    reader->placeholders++;
    reader->kind = TOKEN_VALUE;
    return true;
}

static void next(struct reader *reader)
{
    while (reader->at < reader->size &&
           (isspace((unsigned char) reader->text[reader->at]) || reader->text[reader->at] == '\\'))
        reader->at++;
    reader->word[0] = '\0';
    reader->kind = TOKEN_END;
    if (reader->at >= reader->size)
        return;
    char letter = reader->text[reader->at];
    size_t start = reader->at;
    if (letter == '"' || letter == '`' || letter == '\'') {
        quoted(reader, letter);
    } else if (isdigit((unsigned char) letter)) {
        while (reader->at < reader->size &&
               (is_word(reader->text[reader->at]) || reader->text[reader->at] == '.'))
            reader->at++;
        reader->kind = TOKEN_VALUE;
    } else if (is_word(letter)) {
        while (reader->at < reader->size && is_word(reader->text[reader->at]))
            reader->at++;
        keep(reader, start, reader->at);
        reader->kind = TOKEN_WORD;
    } else if (!placeholder(reader)) {
        reader->at++;
        if (strchr("<>!=:|", letter))
            while (reader->at < reader->size && strchr("<>=:|", reader->text[reader->at]))
                reader->at++;
        keep(reader, start, reader->at);
        reader->kind = TOKEN_SIGN;
    }
}

static bool is(const struct reader *reader, const char *word)
{
    return reader->kind != TOKEN_END && reader->kind != TOKEN_VALUE &&
           strcmp(reader->word, word) == 0;
}

static bool accept(struct reader *reader, const char *word)
{
    if (!is(reader, word))
        return false;
    next(reader);
    return true;
}

static bool accept_all(struct reader *reader, const char *const *words)
{
    bool all = true;

    for (; *words && all; words++)
        all = accept(reader, *words);
    return all;
}

/* A name, without the schema before it. */
static bool name(struct reader *reader, char *ret)
{
    if (reader->kind != TOKEN_WORD)
        return false;
    memcpy(ret, reader->word, SQL_NAME);
    next(reader);
    while (is(reader, ".")) {
        next(reader);
        if (reader->kind != TOKEN_WORD)
            return false;
        memcpy(ret, reader->word, SQL_NAME);
        next(reader);
    }
    return true;
}

/* Behind an opening parenthesis, to behind the one that closes it. */
static void skip_parentheses(struct reader *reader)
{
    for (size_t depth = 1; depth > 0 && reader->kind != TOKEN_END; next(reader)) {
        if (is(reader, "("))
            depth++;
        else if (is(reader, ")"))
            depth--;
    }
}

static void add_column(struct sql_columns *columns, const char *column, bool descending)
{
    if (columns->count == SQL_COLUMNS)
        return;
    memcpy(columns->names[columns->count], column, SQL_NAME);
    columns->descending[columns->count++] = descending;
}

/* "(a, b DESC)"; false where something in it is no plain column. */
static bool column_list(struct reader *reader, struct sql_columns *ret)
{
    char column[SQL_NAME];

    if (!accept(reader, "("))
        return false;
    for (;;) {
        if (!name(reader, column) || is(reader, "(")) {
            skip_parentheses(reader);
            return false;
        }
        bool descending = is(reader, "desc");
        while (reader->kind != TOKEN_END && !is(reader, ",") && !is(reader, ")"))
            next(reader);
        add_column(ret, column, descending);
        if (accept(reader, ")"))
            return true;
        if (!accept(reader, ","))
            return false;
    }
}

/* ---- The schema ---------------------------------------------------------------------------------
 */

static int add_index(struct sql_schema *schema, const struct sql_index *index)
{
    if (index->columns.count == 0 || schema->index_count >= INDEXES)
        return 0;
    if (array_reserve((void **) &schema->indexes, schema->index_count, &schema->index_capacity,
                      sizeof(*schema->indexes)) < 0)
        return -ENOMEM;
    schema->indexes[schema->index_count++] = *index;
    return 0;
}

/* To the comma behind an item of CREATE TABLE, or its end; whether it says that it is unique. */
static bool skip_item(struct reader *reader)
{
    bool unique = false;

    while (reader->kind != TOKEN_END && !is(reader, ",") && !is(reader, ")")) {
        unique |= is(reader, "unique") || is(reader, "primary");
        if (accept(reader, "("))
            skip_parentheses(reader);
        else
            next(reader);
    }
    return unique;
}

/* [CONSTRAINT name] UNIQUE|PRIMARY KEY|KEY|INDEX [name] (columns); false for anything else. */
static bool table_constraint(struct reader *reader, struct sql_index *index)
{
    char word[SQL_NAME];

    if (accept(reader, "constraint"))
        (void) name(reader, word);
    index->unique = is(reader, "unique") || is(reader, "primary");
    if (!index->unique && !is(reader, "key") && !is(reader, "index"))
        return false;
    struct reader before = *reader;
    next(reader);
    while (is(reader, "key") || is(reader, "index"))
        next(reader);
    if (!is(reader, "("))
        (void) name(reader, word);
    if (is(reader, "("))
        return column_list(reader, &index->columns);
    *reader = before; /* a column that has such a name */
    return false;
}

static int table_item(struct reader *reader, struct sql_schema *schema, const char *table)
{
    static const char *const others[] = { "foreign", "check", "exclude", "like", "constraint" };
    struct sql_index index = { 0 };
    char column[SQL_NAME];

    memcpy(index.table, table, SQL_NAME);
    if (table_constraint(reader, &index)) {
        (void) skip_item(reader);
        return add_index(schema, &index);
    }
    for (size_t i = 0; i < COUNT(others); i++) {
        if (is(reader, others[i])) {
            (void) skip_item(reader);
            return 0;
        }
    }
    bool plain = name(reader, column);
    index.unique = skip_item(reader);
    if (!plain || !index.unique)
        return 0;
    index.columns.count = 0;
    add_column(&index.columns, column, false);
    return add_index(schema, &index);
}

static int create_table(struct reader *reader, struct sql_schema *schema)
{
    static const char *const maybe[] = { "if", "not", "exists", NULL };
    char table[SQL_NAME];

    (void) accept_all(reader, maybe);
    if (!name(reader, table) || !accept(reader, "(") || schema->table_count >= TABLES)
        return 0;
    if (array_reserve((void **) &schema->tables, schema->table_count, &schema->table_capacity,
                      sizeof(*schema->tables)) < 0)
        return -ENOMEM;
    memcpy(schema->tables[schema->table_count++], table, SQL_NAME);
    do {
        if (table_item(reader, schema, table) < 0)
            return -ENOMEM;
    } while (accept(reader, ","));
    return 0;
}

static int create_index(struct reader *reader, struct sql_schema *schema, bool unique)
{
    static const char *const maybe[] = { "if", "not", "exists", NULL };
    struct sql_index index = { .unique = unique };
    char word[SQL_NAME];

    (void) accept(reader, "concurrently");
    (void) accept_all(reader, maybe);
    if (!is(reader, "on"))
        (void) name(reader, word);
    if (!accept(reader, "on"))
        return 0;
    (void) accept(reader, "only");
    if (!name(reader, index.table))
        return 0;
    if (accept(reader, "using"))
        (void) name(reader, word);
    if (!column_list(reader, &index.columns) && index.columns.count == 0)
        return 0;
    while (reader->kind != TOKEN_END && !is(reader, ";")) {
        index.partial |= is(reader, "where");
        next(reader);
    }
    return add_index(schema, &index);
}

static int alter_table(struct reader *reader, struct sql_schema *schema)
{
    struct sql_index index = { 0 };

    while (is(reader, "if") || is(reader, "exists") || is(reader, "only"))
        next(reader);
    if (!name(reader, index.table))
        return 0;
    for (; reader->kind != TOKEN_END && !is(reader, ";"); next(reader)) {
        if (!is(reader, "add"))
            continue;
        next(reader);
        index.columns.count = 0;
        if (table_constraint(reader, &index) && add_index(schema, &index) < 0)
            return -ENOMEM;
        if (is(reader, ";"))
            break;
    }
    return 0;
}

int sql_schema_add(struct sql_schema *schema, const char *text, size_t size)
{
    struct reader reader = { .text = text, .size = size };
    int failed = 0;

    next(&reader);
    while (!failed && reader.kind != TOKEN_END) {
        if (accept(&reader, "create")) {
            while (is(&reader, "temp") || is(&reader, "temporary") || is(&reader, "unlogged"))
                next(&reader);
            bool unique = accept(&reader, "unique");
            if (accept(&reader, "table"))
                failed = create_table(&reader, schema);
            else if (accept(&reader, "index"))
                failed = create_index(&reader, schema, unique);
        } else if (accept(&reader, "alter") && accept(&reader, "table")) {
            failed = alter_table(&reader, schema);
        } else {
            next(&reader);
        }
    }
    return failed;
}

void sql_schema_clear(struct sql_schema *schema)
{
    free(schema->tables);
    free(schema->indexes);
}

bool sql_schema_has(const struct sql_schema *schema, const char *table)
{
    for (size_t i = 0; i < schema->table_count; i++) {
        if (strcmp(schema->tables[i], table) == 0)
            return true;
    }
    return false;
}

/* ---- Queries ------------------------------------------------------------------------------------
 */

/* The other side of a comparison: one value, or nothing that is understood. */
static bool value(struct reader *reader)
{
    if (reader->kind == TOKEN_VALUE) {
        next(reader);
    } else if (reader->kind == TOKEN_WORD) {
        next(reader);
        if (accept(reader, "("))
            skip_parentheses(reader);
        else if (is(reader, "."))
            return false; /* a column of another table */
    } else if (accept(reader, "(")) {
        skip_parentheses(reader);
    } else {
        return false;
    }
    while (is(reader, "::") || is(reader, "+") || is(reader, "-")) {
        next(reader);
        next(reader);
    }
    return true;
}

static bool condition(struct reader *reader, struct sql_select *select)
{
    char column[SQL_NAME];

    if (!name(reader, column) || is(reader, "("))
        return false;
    if (accept(reader, "=")) {
        add_column(&select->equal, column, false);
        return value(reader);
    }
    if (accept(reader, "is")) {
        bool negative = accept(reader, "not");
        if (!negative)
            add_column(&select->equal, column, false);
        return accept(reader, "null");
    }
    bool range = is(reader, "<") || is(reader, ">") || is(reader, "<=") || is(reader, ">=") ||
                 is(reader, "between");
    if (!range)
        return false;
    bool between = is(reader, "between");
    next(reader);
    if (!select->range[0])
        memcpy(select->range, column, SQL_NAME);
    return value(reader) && (!between || (accept(reader, "and") && value(reader)));
}

static bool conditions(struct reader *reader, struct sql_select *select)
{
    do {
        if (!condition(reader, select))
            return false;
    } while (accept(reader, "and"));
    return true;
}

static bool order(struct reader *reader, struct sql_select *select)
{
    char column[SQL_NAME];

    do {
        if (!name(reader, column) || is(reader, "("))
            return false;
        add_column(&select->order, column, is(reader, "desc"));
        if (!accept(reader, "desc"))
            (void) accept(reader, "asc");
    } while (accept(reader, ","));
    return true;
}

/* The list of what is selected, up to FROM. */
static bool skip_selected(struct reader *reader)
{
    while (reader->kind != TOKEN_END && !is(reader, "from") && !is(reader, ";")) {
        if (accept(reader, "("))
            skip_parentheses(reader);
        else
            next(reader);
    }
    return accept(reader, "from");
}

bool sql_select_read(const char *text, size_t size, struct sql_select *ret)
{
    struct reader reader = { .text = text, .size = size };
    struct sql_select select = { 0 };
    char alias[SQL_NAME];

    next(&reader);
    if (!accept(&reader, "select"))
        return false;
    bool exists = accept(&reader, "exists");
    if (exists && (!accept(&reader, "(") || !accept(&reader, "select")))
        return false;
    if (!skip_selected(&reader) || !name(&reader, select.table))
        return false;
    if (accept(&reader, "as") ||
        (reader.kind == TOKEN_WORD && !is(&reader, "where") && !is(&reader, "order") &&
         !is(&reader, "limit") && !is(&reader, "for")))
        (void) name(&reader, alias);
    if (accept(&reader, "where") && !conditions(&reader, &select))
        return false;
    if (accept(&reader, "order") && (!accept(&reader, "by") || !order(&reader, &select)))
        return false;
    select.limited = is(&reader, "limit") || is(&reader, "fetch");
    bool ended = reader.kind == TOKEN_END || is(&reader, ";") || is(&reader, "for") ||
                 (exists && is(&reader, ")"));
    if (!select.limited && !ended)
        return false;
    select.parameters = reader.placeholders;
    *ret = select;
    return true;
}

bool sql_insert_read(const char *text, size_t size, struct sql_insert *ret)
{
    struct reader reader = { .text = text, .size = size };
    struct sql_insert insert = { 0 };

    next(&reader);
    if (!accept(&reader, "insert"))
        return false;
    if (accept(&reader, "or") || accept(&reader, "ignore")) {
        insert.settles = true;
        if (!is(&reader, "into"))
            next(&reader);
    }
    if (!accept(&reader, "into") || !name(&reader, insert.table) ||
        !column_list(&reader, &insert.columns))
        return false;
    while (reader.kind != TOKEN_END) {
        insert.settles |= is(&reader, "conflict") || is(&reader, "duplicate");
        next(&reader);
    }
    *ret = insert;
    return true;
}

bool sql_columns_have(const struct sql_columns *columns, const char *column)
{
    for (size_t i = 0; i < columns->count; i++) {
        if (strcmp(columns->names[i], column) == 0)
            return true;
    }
    return false;
}

bool sql_index_within(const struct sql_index *index, const struct sql_columns *columns)
{
    for (size_t i = 0; i < index->columns.count; i++) {
        if (!sql_columns_have(columns, index->columns.names[i]))
            return false;
    }
    return index->columns.count > 0;
}
