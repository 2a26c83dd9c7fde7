/*
 * Theory of operation: a table is the text from its name to the parenthesis that closes it, or to
 * where the class ends. In it, a pattern of the library finds the columns, and others what is said
 * of several columns at once. Types do not matter here, so they are all the same one.
 */

#include "judge/review/orm_internal.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#define UNIQUE "(?i)\\bunique\\s*=\\s*True|\\.unique\\(\\)|\\bunique:\\s*true"
#define PRIMARY                                                                                    \
    "(?i)\\bprimary_key\\s*=\\s*True|\\.primary\\(\\)|\\A\\s*increments|\\A\\s*bigIncrements"
#define INDEXED "(?i)\\b(?:db_)?index\\s*=\\s*True|\\.index\\(\\)"

/* How a library writes the parts of a table. */
struct dialect {
    const char *columns; /* groups: name, and what is said of it */
    const char *keys;    /* UNIQUE over several columns; group: the list */
    const char *indexes; /* an index over several columns; group: the list */
    const char *related; /* what is said of a column that makes an index of its own; or NULL */
    bool without_id;     /* names end without "_id", as the library takes both */
};

static const struct dialect alembic = {
    .columns = "\\bColumn\\(\\s*[\"'](\\w+)[\"']([^\\n]*)",
    .keys = "\\bUniqueConstraint\\(([^)]*)\\)",
    .indexes = "\\bIndex\\(\\s*[\"']\\w+[\"'],([^)]*)\\)",
};

static const struct dialect declared = {
    .columns =
        "^[ \\t]+(\\w+)\\s*(?::[^=\\n]*)?=\\s*(?:\\w+\\.)?(?:mapped_column|Column)\\(([^\\n]*)",
    .keys = "\\bUniqueConstraint\\(([^)]*)\\)",
    .indexes = "\\bIndex\\(\\s*[\"']\\w+[\"'],([^)]*)\\)",
};

static const struct dialect django = {
    .columns = "^[ \\t]+(\\w+)\\s*=\\s*models\\.(\\w+\\([^\\n]*)",
    .keys = "\\bUniqueConstraint\\(\\s*fields\\s*=\\s*[\\[(]([^\\])]*)|\\bunique_together\\s*=\\s*["
            "\\[(]+([^\\])]*)",
    .indexes = "\\bIndex\\(\\s*fields\\s*=\\s*[\\[(]([^\\])]*)|\\bindex_together\\s*=\\s*[\\[(]+([^"
               "\\])]*)",
    .related = "\\A(?:ForeignKey|OneToOneField|SlugField)\\b",
    .without_id = true,
};

static const struct dialect knex = {
    .columns = "\\.(?!index\\b|unique\\b|primary\\b|references\\b|inTable\\b)(?=\\w+\\(\\s*[\"'`]("
               "\\w+)[\"'`])(\\w+[^;\\n]*)",
    .keys = "\\.(?:unique|primary)\\(\\s*\\[?([^\\])]+)",
    .indexes = "\\.index\\(\\s*\\[?([^\\])]+)",
};

struct table {
    struct orm_part name;
    const struct dialect *dialect;
    struct buffer items, extra; /* inside of CREATE TABLE, and behind it */
};

static void table_clear(struct table *table)
{
    buffer_clear(&table->items);
    buffer_clear(&table->extra);
}

static int put_name(struct buffer *buffer, const struct dialect *dialect, struct orm_part name)
{
    bool cut =
        dialect->without_id && name.size > 3 && memcmp(name.text + name.size - 3, "_id", 3) == 0;

    return buffer_append(buffer, name.text, name.size - (cut ? 3 : 0));
}

/* "'a', '-b'" as "a, b DESC"; false where it names nothing. */
static int put_list(struct buffer *buffer, const struct dialect *dialect, struct orm_part list)
{
    AUTO_MATCHES struct orm_matches names = { 0 };
    struct orm_match match;
    bool first = true;
    int failed =
        orm_matches_begin(&names, "[\"'`](-?)(\\w+)(\\s+(?i:desc))?(?:\\s+(?i:asc))?[\"'`]", list);

    while (!failed && orm_matches_next(&names, &match)) {
        failed = buffer_puts(buffer, first ? "" : ", ");
        failed = failed ? failed : put_name(buffer, dialect, match.groups[1]);
        if (!failed && (match.groups[0].size || match.groups[2].size))
            failed = buffer_puts(buffer, " DESC");
        first = false;
    }
    return failed;
}

static int add_column(struct table *table, struct orm_part name, struct orm_part said)
{
    const struct dialect *dialect = table->dialect;
    bool unique = orm_part_has(said, UNIQUE), primary = orm_part_has(said, PRIMARY);
    bool indexed =
        orm_part_has(said, INDEXED) || (dialect->related && orm_part_has(said, dialect->related));
    int failed = put_name(&table->items, dialect, name);

    failed = failed ? failed
                    : buffer_printf(&table->items, " x%s, ",
                                    primary  ? " PRIMARY KEY"
                                    : unique ? " UNIQUE"
                                             : "");
    if (failed || !indexed)
        return failed;
    failed = buffer_printf(&table->extra, "; CREATE INDEX ON %.*s (", (int) table->name.size,
                           table->name.text);
    failed = failed ? failed : put_name(&table->extra, dialect, name);
    return failed ? failed : buffer_puts(&table->extra, ")");
}

static struct orm_part first_group(const struct orm_match *match)
{
    return match->groups[0].size ? match->groups[0] : match->groups[1];
}

/* What is said of several columns: `unique` within the table, else behind it. */
static int add_lists(struct table *table, const char *pattern, struct orm_part body, bool unique)
{
    AUTO_MATCHES struct orm_matches lists = { 0 };
    struct buffer *to = unique ? &table->items : &table->extra;
    struct orm_match match;
    int failed = orm_matches_begin(&lists, pattern, body);

    while (!failed && orm_matches_next(&lists, &match)) {
        failed = unique ? buffer_puts(to, "UNIQUE (")
                        : buffer_printf(to, "; CREATE INDEX ON %.*s (", (int) table->name.size,
                                        table->name.text);
        failed = failed ? failed : put_list(to, table->dialect, first_group(&match));
        failed = failed ? failed : buffer_puts(to, unique ? "), " : ")");
    }
    return failed;
}

static int put_table(struct table *table, struct orm_part body, bool create, struct buffer *sql)
{
    AUTO_MATCHES struct orm_matches columns = { 0 };
    struct orm_match match;
    int failed = orm_matches_begin(&columns, table->dialect->columns, body);

    while (!failed && create && orm_matches_next(&columns, &match))
        failed = add_column(table, match.groups[0], match.groups[1]);
    failed = failed ? failed : add_lists(table, table->dialect->keys, body, true);
    failed = failed ? failed : add_lists(table, table->dialect->indexes, body, false);
    if (!failed && create)
        failed = buffer_printf(sql, "CREATE TABLE %.*s (%s rest x)", (int) table->name.size,
                               table->name.text, table->items.data ? table->items.data : "");
    return failed || !table->extra.size ? failed : buffer_puts(sql, table->extra.data);
}

/* Up to the parenthesis that closes the one in the match. */
static int table_in_parentheses(const struct review_file *file, struct orm_match *match,
                                const struct dialect *dialect, bool create, struct buffer *sql)
{
    CLEANUP(table_clear) struct table table = { .name = match->groups[0], .dialect = dialect };
    const char *open = memchr(file->plain + match->start, '(', match->end - match->start);
    size_t end = orm_closing(file->plain, file->size, (size_t) (open - file->plain));
    struct orm_part body = { file->plain + match->end, end > match->end ? end - match->end : 0 };

    return put_table(&table, body, create, sql);
}

/* Up to the next thing that stands at the beginning of a line. */
static int table_of_class(const struct review_file *file, const struct orm_match *match,
                          const struct dialect *dialect, struct buffer *sql)
{
    CLEANUP(table_clear) struct table table = { .name = match->groups[0], .dialect = dialect };
    size_t end = match->end;

    while (end < file->size && !(file->plain[end] == '\n' && end + 1 < file->size &&
                                 !strchr(" \t\r\n)#", file->plain[end + 1])))
        end++;
    return put_table(&table, (struct orm_part){ file->plain + match->end, end - match->end }, true,
                     sql);
}

int orm_alembic_table(const struct review_file *file, struct orm_match *match, struct buffer *sql)
{
    return table_in_parentheses(file, match, &alembic, true, sql);
}

int orm_alembic_index(const struct review_file *file, struct orm_match *match, struct buffer *sql)
{
    bool unique = orm_part_has(match->groups[2], UNIQUE);
    int failed = buffer_printf(sql, "CREATE %sINDEX ON %.*s (", unique ? "UNIQUE " : "",
                               (int) match->groups[0].size, match->groups[0].text);

    (void) file;
    failed = failed ? failed : put_list(sql, &alembic, match->groups[1]);
    return failed ? failed : buffer_puts(sql, ")");
}

/* The name of the class whose body `at` is in; empty: none begins before it in the file. */
static struct orm_part class_around(const struct review_file *file, size_t at)
{
    static const char word[] = "\nclass ";
    size_t from = at;

    while (from > 0 &&
           !(from + strlen(word) <= at && memcmp(file->plain + from, word, strlen(word)) == 0))
        from--;
    if (strncmp(file->plain + from, word, strlen(word)) != 0)
        return (struct orm_part){ "", 0 };
    const char *name = file->plain + from + strlen(word);
    return (struct orm_part){ name, strspn(name, "abcdefghijklmnopqrstuvwxyz"
                                                 "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") };
}

/* Texts of SQL name the table, and queries of the library the class: both are declared. */
int orm_declared_table(const struct review_file *file, struct orm_match *match, struct buffer *sql)
{
    struct orm_match by_class = *match;
    int failed = table_of_class(file, match, &declared, sql);

    by_class.groups[0] = class_around(file, match->start);
    if (failed || by_class.groups[0].size == 0 ||
        (by_class.groups[0].size == match->groups[0].size &&
         strncasecmp(by_class.groups[0].text, match->groups[0].text, match->groups[0].size) == 0))
        return failed;
    failed = buffer_puts(sql, "; ");
    return failed ? failed : table_of_class(file, &by_class, &declared, sql);
}

int orm_django_model(const struct review_file *file, struct orm_match *match, struct buffer *sql)
{
    int failed = table_of_class(file, match, &django, sql);

    return failed ? failed
                  : buffer_printf(sql, "; CREATE UNIQUE INDEX ON %.*s (id)",
                                  (int) match->groups[0].size, match->groups[0].text);
}

int orm_knex_table(const struct review_file *file, struct orm_match *match, struct buffer *sql)
{
    return table_in_parentheses(file, match, &knex, true, sql);
}

int orm_knex_change(const struct review_file *file, struct orm_match *match, struct buffer *sql)
{
    return table_in_parentheses(file, match, &knex, false, sql);
}
