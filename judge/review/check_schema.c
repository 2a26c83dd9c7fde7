/*
 * Theory of operation: SQL is collected out of all files, from those of its own, from the literals
 * of sources that begin like a statement, and from what libraries say instead of it (orm.h); then
 * queries are held against the indexes that the schema has. Only tables whose CREATE TABLE is in
 * the repository are judged: of others we do not know the indexes.
 *
 * An index fits a query when it begins with the columns that are compared by `=`, in any order, and
 * then has the column of the range, or those of the order with its directions (all of them turned
 * round will do, too). An index of which the equal columns hold a unique one needs nothing more.
 */

#include "judge/review/check.h"
#include "judge/review/orm.h"
#include "judge/review/sql.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define STATEMENTS 5000
#define UNCLOSED 200 /* texts of several lines without an end, each looked for up to the file's */
#define NEAR 3000    /* bytes between a look and the insertion that trusts it */

struct statement {
    const struct review_file *file;
    size_t start, end;
    char *text; /* the literals joined */
    size_t size;
};

struct statements {
    struct statement *items;
    size_t count, capacity;
    struct sql_schema schema;
};

/* ---- Collecting ---------------------------------------------------------------------------------
 */

static bool begins_statement(const char *text, size_t size)
{
    static const char *const words[] = { "select", "insert", "create", "alter" };

    while (size > 0 && isspace((unsigned char) *text)) {
        text++;
        size--;
    }
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t length = strlen(words[i]);
        if (size > length && strncasecmp(text, words[i], length) == 0 &&
            isspace((unsigned char) text[length]))
            return true;
    }
    return false;
}

static int add_statement(struct statements *to, const struct review_file *file, size_t start,
                         size_t end, const char *text, size_t size)
{
    if (to->count >= STATEMENTS)
        return 0;
    char *copy = memory_alloc(size + 1);
    if (!copy ||
        array_reserve((void **) &to->items, to->count, &to->capacity, sizeof(*to->items)) < 0) {
        free(copy);
        return -ENOMEM;
    }
    memcpy(copy, text, size);
    copy[size] = '\0';
    to->items[to->count++] = (struct statement){ file, start, end, copy, size };
    return sql_schema_add(&to->schema, copy, size);
}

/* The literal that begins at `at`: where its text begins and ends, and behind it. */
static bool literal_at(const struct review_file *file, size_t at, size_t *ret_start,
                       size_t *ret_end, size_t *ret_behind)
{
    const char *text = file->plain;
    char quote = text[at];
    bool triple =
        quote != '`' && at + 2 < file->size && text[at + 1] == quote && text[at + 2] == quote;
    size_t start = at + (triple ? 3 : 1);

    for (size_t i = start; i < file->size; i++) {
        if (text[i] == '\\' && quote != '`') {
            i++;
        } else if (text[i] == quote && (!triple || (i + 2 < file->size && text[i + 1] == quote &&
                                                    text[i + 2] == quote))) {
            *ret_start = start;
            *ret_end = i;
            *ret_behind = i + (triple ? 3 : 1);
            return true;
        } else if (text[i] == '\n' && !triple && quote != '`') {
            return false;
        }
    }
    return false;
}

/* Literals with nothing between them but a plus: Python joins them, and others say so. */
static size_t next_literal(const struct review_file *file, size_t at)
{
    while (at < file->size &&
           (isspace((unsigned char) file->plain[at]) || strchr("+\\.", file->plain[at])))
        at++;
    if (at + 1 < file->size && (file->plain[at] == 'f' || file->plain[at] == 'r'))
        at++;
    return at < file->size && strchr("\"'`", file->plain[at]) ? at : file->size;
}

static int collect_literals(struct statements *to, const struct review_file *file)
{
    size_t unclosed = 0;

    for (size_t at = 0; at < file->size;) {
        AUTO_BUFFER struct buffer joined = { 0 };
        size_t start = 0, end = 0, behind = 0;

        if (!file->plain[at] || !strchr("\"'`", file->plain[at])) {
            at++;
            continue;
        }
        if (!literal_at(file, at, &start, &end, &behind)) {
            bool short_one = file->plain[at] != '`' && file->plain[at + 1] != file->plain[at];
            if (!short_one && ++unclosed > UNCLOSED)
                break;
            at++;
            continue;
        }
        if (!begins_statement(file->plain + start, end - start)) {
            at = behind;
            continue;
        }
        size_t place = start;
        for (;;) {
            if (buffer_append(&joined, file->plain + start, end - start) < 0 ||
                buffer_puts(&joined, " ") < 0)
                return -ENOMEM;
            at = behind;
            size_t more = next_literal(file, behind);
            if (more == file->size || !literal_at(file, more, &start, &end, &behind))
                break;
        }
        if (add_statement(to, file, place, at, joined.data, joined.size) < 0)
            return -ENOMEM;
    }
    return 0;
}

struct collecting {
    struct statements *to;
    const struct review_file *file;
};

static int take_orm(void *context, size_t start, size_t end, const char *sql, size_t size)
{
    const struct collecting *collecting = context;

    return add_statement(collecting->to, collecting->file, start, end, sql, size);
}

static int collect_file(struct statements *to, const struct review_file *file)
{
    if (file->language != SYNTAX_NONE) {
        struct collecting collecting = { to, file };
        int failed = collect_literals(to, file);
        return failed ? failed : orm_read(file, take_orm, &collecting);
    }
    for (size_t at = 0; at < file->size;) {
        const char *semicolon = memchr(file->plain + at, ';', file->size - at);
        size_t end = semicolon ? (size_t) (semicolon - file->plain) : file->size;
        while (at < end && isspace((unsigned char) file->plain[at]))
            at++;
        if (end > at && add_statement(to, file, at, end, file->plain + at, end - at) < 0)
            return -ENOMEM;
        at = end + 1;
    }
    return 0;
}

static int collect(struct reviewing *state, struct statements *ret)
{
    int failed = 0;

    for (size_t i = 0; i < state->count && !failed; i++) {
        if (!state->files[i].test && !state->files[i].marked && !state->files[i].settings &&
            state->files[i].plain)
            failed = collect_file(ret, &state->files[i]);
    }
    return failed;
}

static void clear(struct statements *statements)
{
    for (size_t i = 0; i < statements->count; i++)
        free(statements->items[i].text);
    free(statements->items);
    sql_schema_clear(&statements->schema);
}

/* ---- Uniqueness ---------------------------------------------------------------------------------
 */

static bool is_settled(const struct statements *all, const struct sql_select *select)
{
    for (size_t i = 0; i < all->schema.index_count; i++) {
        const struct sql_index *index = &all->schema.indexes[i];
        if (index->unique && strcmp(index->table, select->table) == 0 &&
            sql_index_within(index, &select->equal))
            return true;
    }
    return false;
}

/* Between the look and the insertion, the source turns away what is there already, and no other
 * function begins. */
static bool turns_away(const struct statement *look, const struct statement *insertion)
{
    static const char words[] =
        "(?i)already|conflict|409|exists|duplicate|taken|in use|not unique|IntegrityError";
    static const char function[] =
        "(?m)^\\h*"
        "(?:(?:pub(?:\\([^)]*\\))?|async|export|default|public|private|protected|static|"
        "suspend|override|final)\\s+)*(?:fn|def|func|function|fun)\\s+\\(?\\w";
    const char *between = look->file->plain + look->end;
    size_t size = insertion->start - look->end;

    return text_matches(words, between, size) && !text_matches(function, between, size);
}

/* Whether this looks for a row before inserting it, without a unique index that would settle it.
 * `unseen`: of a table where no schema at all is shown; else one of the schema. */
static bool is_uniqueness(const struct statements *all, size_t at, bool unseen,
                          struct sql_select *ret)
{
    const struct statement *look = &all->items[at];

    *ret = (struct sql_select){ 0 };
    /* What compares by size asks for an overlap, which no unique index could keep away. */
    if (!sql_select_read(look->text, look->size, ret) || ret->equal.count == 0 || ret->range[0] ||
        (unseen ? all->schema.table_count > 0 : !sql_schema_has(&all->schema, ret->table)) ||
        is_settled(all, ret))
        return false;
    for (size_t i = at + 1; i < all->count && all->items[i].file == look->file; i++) {
        const struct statement *other = &all->items[i];
        struct sql_insert insert = { 0 };
        bool fits = other->start > look->end && other->start - look->end < NEAR &&
                    sql_insert_read(other->text, other->size, &insert) && !insert.settles &&
                    strcmp(insert.table, ret->table) == 0;

        for (size_t k = 0; fits && k < ret->equal.count; k++)
            fits = sql_columns_have(&insert.columns, ret->equal.names[k]);
        if (fits && turns_away(look, other))
            return true;
    }
    return false;
}

/* ---- Queries and indexes ------------------------------------------------------------------------
 */

/* How many of the index's first columns are among the equal ones. */
static size_t led_by(const struct sql_index *index, const struct sql_columns *equal)
{
    size_t count = 0;

    while (count < index->columns.count && sql_columns_have(equal, index->columns.names[count]))
        count++;
    return count;
}

static bool orders(const struct sql_index *index, size_t from, const struct sql_select *select)
{
    bool turned = false;

    for (size_t i = 0; i < select->order.count; i++) {
        if (from + i >= index->columns.count)
            return i > 0; /* the rest is sorted among equal ones */
        if (strcmp(index->columns.names[from + i], select->order.names[i]) != 0)
            return false;
        bool differs = index->columns.descending[from + i] != select->order.descending[i];
        if (i == 0)
            turned = differs;
        else if (differs != turned)
            return false;
    }
    return true;
}

enum fit { FIT_NONE, FIT_FILTER, FIT_ALL };

static enum fit fit_of(const struct sql_index *index, const struct sql_select *select)
{
    if (strcmp(index->table, select->table) != 0)
        return FIT_NONE;
    if (index->unique && sql_index_within(index, &select->equal))
        return FIT_ALL;
    size_t led = led_by(index, &select->equal);
    const char *then = led < index->columns.count ? index->columns.names[led] : "";
    bool ordered = select->order.count > 0 && orders(index, led, select);
    bool ranged = select->range[0] && strcmp(then, select->range) == 0;

    if (led == 0 && !ranged && !ordered)
        return FIT_NONE;
    bool all_equal = led >= select->equal.count || led > 0;
    if (all_equal && (!select->order.count || !select->limited || ordered))
        return FIT_ALL;
    return FIT_FILTER;
}

static void text_of_columns(const struct sql_select *select, char *text, size_t size)
{
    size_t used = 0;

    text[0] = '\0';
    for (size_t i = 0; i < select->equal.count && used < size; i++)
        used += (size_t) snprintf(text + used, size - used, "%s%s", used ? ", " : "",
                                  select->equal.names[i]);
    for (size_t i = 0; i < select->order.count && used < size; i++) {
        if (!sql_columns_have(&select->equal, select->order.names[i]))
            used += (size_t) snprintf(text + used, size - used, "%s%s%s", used ? ", " : "",
                                      select->order.names[i],
                                      select->order.descending[i] ? " DESC" : "");
    }
    if (select->range[0] && !select->order.count && used < size)
        snprintf(text + used, size - used, "%s%s", used ? ", " : "", select->range);
}

static int judge_query(struct reviewing *state, const struct rule_find *find,
                       const struct statements *all, size_t at, struct error *error)
{
    const struct statement *statement = &all->items[at];
    struct sql_select select = { 0 };
    enum fit best = FIT_NONE;
    char columns[600];

    if (!sql_select_read(statement->text, statement->size, &select) ||
        !sql_schema_has(&all->schema, select.table))
        return 0;
    /* A sort of all rows without a filter is a report, and a list of a table its own business. */
    if (select.equal.count == 0 && !select.range[0] && !(select.order.count && select.limited))
        return 0;
    /* A state that is written out in full is asked for by work that runs now and then. */
    if (select.parameters == 0 && !select.limited)
        return 0;
    for (size_t i = 0; i < all->schema.index_count; i++) {
        enum fit fit = fit_of(&all->schema.indexes[i], &select);
        best = fit > best ? fit : best;
    }
    if (best == FIT_ALL)
        return 0;
    text_of_columns(&select, columns, sizeof(columns));
    const char *lack = best == FIT_NONE ? "no index begins with what it filters by"
                                        : "its order has no index behind the columns of the filter";
    struct rule_value values[] = { { "table", select.table, strlen(select.table) },
                                   { "columns", columns, strlen(columns) },
                                   { "lack", lack, strlen(lack) } };
    struct rule_hit hit = { find,           statement->file, statement->start,
                            statement->end, values,          COUNT(values) };
    return rule_emit(state, &hit, error);
}

int check_query_index(struct reviewing *state, const struct rule_find *find, struct error *error)
{
    struct statements all = { 0 };
    int failed = collect(state, &all) < 0 ? error_set(error, -ENOMEM, "out of memory") : 0;

    for (size_t i = 0; i < all.count && !failed; i++) {
        if (all.items[i].file->language != SYNTAX_NONE && check_looks_at(find, all.items[i].file))
            failed = judge_query(state, find, &all, i, error);
    }
    clear(&all);
    return failed;
}

static int judge_look(struct reviewing *state, const struct rule_find *find,
                      const struct statements *all, size_t at, bool unseen, struct error *error)
{
    const struct statement *look = &all->items[at];
    struct sql_select select;

    if (!is_uniqueness(all, at, unseen, &select))
        return 0;
    struct rule_value values[] = { { "table", select.table, strlen(select.table) },
                                   { "column", select.equal.names[0],
                                     strlen(select.equal.names[0]) } };
    struct rule_hit hit = { find, look->file, look->start, look->end, values, COUNT(values) };
    return rule_emit(state, &hit, error);
}

static int judge_looks(struct reviewing *state, const struct rule_find *find, bool unseen,
                       struct error *error)
{
    struct statements all = { 0 };
    int failed = collect(state, &all) < 0 ? error_set(error, -ENOMEM, "out of memory") : 0;

    for (size_t i = 0; i < all.count && !failed; i++) {
        if (all.items[i].file->language != SYNTAX_NONE && check_looks_at(find, all.items[i].file))
            failed = judge_look(state, find, &all, i, unseen, error);
    }
    clear(&all);
    return failed;
}

int check_unique_in_code(struct reviewing *state, const struct rule_find *find, struct error *error)
{
    return judge_looks(state, find, false, error);
}

int check_unique_unseen(struct reviewing *state, const struct rule_find *find, struct error *error)
{
    return judge_looks(state, find, true, error);
}
