/*
 * Theory of operation: a query is a chain of calls, or a name that is put together of words. Each
 * part becomes a condition, a piece of the order, or the limit; one that is not understood ends it,
 * and nothing is said. Values are all the same one, a placeholder.
 */

#include "judge/review/orm_internal.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

struct query {
    struct orm_part table;
    struct buffer where, order;
    bool limited, odd; /* odd: something in it is not understood */
};

static void query_clear(struct query *query)
{
    buffer_clear(&query->where);
    buffer_clear(&query->order);
}

static bool is_name(struct orm_part part, const char *name)
{
    return part.size == strlen(name) && memcmp(part.text, name, part.size) == 0;
}

static int put_query(const struct query *query, struct buffer *sql)
{
    if (query->odd)
        return 0;
    int failed =
        buffer_printf(sql, "SELECT x FROM %.*s", (int) query->table.size, query->table.text);
    if (!failed && query->where.size)
        failed = buffer_printf(sql, " WHERE %s", query->where.data);
    if (!failed && query->order.size)
        failed = buffer_printf(sql, " ORDER BY %s", query->order.data);
    return failed || !query->limited ? failed : buffer_puts(sql, " LIMIT 1");
}

static int add_condition(struct query *query, const char *column, size_t size, const char *rest)
{
    return buffer_printf(&query->where, "%s%.*s %s", query->where.size ? " AND " : "", (int) size,
                         column, rest);
}

static int add_order(struct query *query, const char *column, size_t size, bool descending)
{
    return buffer_printf(&query->order, "%s%.*s%s", query->order.size ? ", " : "", (int) size,
                         column, descending ? " DESC" : "");
}

/* A value that is written out in full, unlike one that comes from a request. */
static const char *value_of(struct orm_part value)
{
    bool written =
        orm_part_has(value, "\\A\\s*(?:[\"'`\\d]|(?:True|False|None|true|false|null)\\b)");

    return written ? "= 1" : "= ?";
}

/* ---- Chains -------------------------------------------------------------------------------------
 */

typedef int take_call(struct query *query, struct orm_part name, struct orm_part arguments);

/* The calls behind `at`, one after another; where the chain ends. */
static int read_chain(const struct review_file *file, size_t at, struct query *query,
                      take_call *take, size_t *ret_end)
{
    const char *text = file->plain;
    int failed = 0;

    *ret_end = at;
    while (!failed) {
        while (at < file->size && isspace((unsigned char) text[at]))
            at++;
        if (at >= file->size || text[at] != '.')
            break;
        size_t name = ++at;
        while (at < file->size && (isalnum((unsigned char) text[at]) || text[at] == '_'))
            at++;
        if (at >= file->size || text[at] != '(')
            break;
        size_t end = orm_closing(text, file->size, at);
        struct orm_part arguments = { text + at + 1, end > at + 2 ? end - at - 2 : 0 };
        failed = take(query, (struct orm_part){ text + name, at - name }, arguments);
        *ret_end = at = end;
    }
    return failed;
}

/* ---- Django -------------------------------------------------------------------------------------
 */

/* "customer_id" is the column of the field "customer", and "pk" that of "id". */
static int add_django_condition(struct query *query, struct orm_part field, struct orm_part how,
                                struct orm_part value)
{
    bool cut = field.size > 3 && memcmp(field.text + field.size - 3, "_id", 3) == 0;
    size_t size = field.size - (cut ? 3 : 0);
    const char *column = is_name(field, "pk") ? "id" : field.text;

    if (how.size == 0 || is_name(how, "exact") || is_name(how, "in"))
        return add_condition(query, column, size, value_of(value));
    if (is_name(how, "isnull"))
        return add_condition(query, column, size, "IS NULL");
    if (orm_part_has(how, "\\A(?:[lg]te?|range)\\z"))
        return add_condition(query, column, size, "> ?");
    query->odd = true;
    return 0;
}

static int django_filter(struct query *query, struct orm_part arguments)
{
    AUTO_MATCHES struct orm_matches names = { 0 };
    struct orm_match match;
    int failed =
        orm_matches_begin(&names,
                          "(?:\\A|,)\\s*([a-z]\\w*?)(?:__(\\w+))?\\s*=(?!=)\\s*"
                          "((?:[^,()\\[\\]]|\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)|\\[[^\\]]*\\])*)",
                          arguments);
    size_t behind = 0;

    while (!failed && orm_matches_next(&names, &match)) {
        query->odd |= match.start != behind;
        behind = match.end;
        failed = add_django_condition(query, match.groups[0], match.groups[1], match.groups[2]);
    }
    query->odd |= behind + 2 < arguments.size;
    return failed;
}

static int django_order(struct query *query, struct orm_part arguments)
{
    AUTO_MATCHES struct orm_matches names = { 0 };
    struct orm_match match;
    int failed = orm_matches_begin(&names, "[\"'](-?)([a-z]\\w*)[\"']", arguments);

    query->odd |= orm_part_has(arguments, "__|\\?|[A-Z]|\\*");
    while (!failed && orm_matches_next(&names, &match))
        failed =
            add_order(query, match.groups[1].text, match.groups[1].size, match.groups[0].size > 0);
    return failed;
}

static int django_call(struct query *query, struct orm_part name, struct orm_part arguments)
{
    static const char neutral[] =
        "\\A(?:all|values|values_list|only|defer|count|exists|select_related|prefetch_related|"
        "select_for_update|iterator|update|delete|using)\\z";

    if (is_name(name, "filter") || is_name(name, "get"))
        return django_filter(query, arguments);
    if (is_name(name, "order_by"))
        return django_order(query, arguments);
    if (is_name(name, "first") || is_name(name, "last"))
        query->limited = true;
    else if (!orm_part_has(name, neutral))
        query->odd = true;
    return 0;
}

int orm_django_query(const struct review_file *file, struct orm_match *match, struct buffer *sql)
{
    CLEANUP(query_clear) struct query query = { .table = match->groups[0] };
    size_t end = match->end;
    int failed = read_chain(file, end, &query, django_call, &end);

    query.limited |= end < file->size && file->plain[end] == '[';
    match->end = end;
    query.odd |= query.where.size == 0 && !query.limited;
    return failed ? failed : put_query(&query, sql);
}

/* ---- SQLAlchemy ---------------------------------------------------------------------------------
 */

/* "Ticket.state == state, Ticket.room.in_(rooms)": what is compared in another way is not
 * understood, but for "!=", for which no index is any good. */
static int alchemy_where(struct query *query, struct orm_part arguments)
{
    AUTO_MATCHES struct orm_matches conditions = { 0 };
    struct orm_match match;
    int failed =
        orm_matches_begin(&conditions,
                          "(?:\\A|,)\\s*[A-Z]\\w*\\.([a-z]\\w*)\\s*(==|[<>]=?|!=|\\.in_(?=\\()|"
                          "\\.is_(?=\\()|\\.between(?=\\())\\s*"
                          "((?:[^,()\\[\\]]|\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)|\\[[^\\]]*\\])*)",
                          arguments);
    size_t behind = 0;

    while (!failed && orm_matches_next(&conditions, &match)) {
        struct orm_part how = match.groups[1];
        const char *rest = is_name(how, "==") || is_name(how, ".in_") ? value_of(match.groups[2])
                           : is_name(how, ".is_")                     ? "IS NULL"
                                                                      : "> ?";

        query->odd |= match.start != behind;
        behind = match.end;
        if (!is_name(how, "!="))
            failed = add_condition(query, match.groups[0].text, match.groups[0].size, rest);
    }
    query->odd |= behind + 2 < arguments.size;
    return failed;
}

static int alchemy_order(struct query *query, struct orm_part arguments)
{
    AUTO_MATCHES struct orm_matches columns = { 0 };
    struct orm_match match;
    int failed = orm_matches_begin(
        &columns, "(?:\\A|,)\\s*[A-Z]\\w*\\.([a-z]\\w*)(?:\\.(?:(desc)|asc)\\(\\))?\\s*(?=,|\\z)",
        arguments);
    size_t behind = 0;

    while (!failed && orm_matches_next(&columns, &match)) {
        query->odd |= match.start != behind;
        behind = match.end;
        failed =
            add_order(query, match.groups[0].text, match.groups[0].size, match.groups[1].size > 0);
    }
    query->odd |= behind < arguments.size;
    return failed;
}

static int alchemy_call(struct query *query, struct orm_part name, struct orm_part arguments)
{
    if (is_name(name, "where") || is_name(name, "filter"))
        return alchemy_where(query, arguments);
    if (is_name(name, "filter_by"))
        return django_filter(query, arguments);
    if (is_name(name, "order_by"))
        return alchemy_order(query, arguments);
    if (orm_part_has(name, "\\A(?:limit|first|scalar|one|one_or_none)\\z"))
        query->limited = true;
    else if (!orm_part_has(name, "\\A(?:all|offset|count|options|with_for_update|distinct|scalars|"
                                 "update|delete|execution_options)\\z"))
        query->odd = true;
    return 0;
}

int orm_alchemy_query(const struct review_file *file, struct orm_match *match, struct buffer *sql)
{
    CLEANUP(query_clear) struct query query = { .table = match->groups[0] };
    int failed = read_chain(file, match->end, &query, alchemy_call, &match->end);

    query.odd |= query.where.size == 0;
    return failed ? failed : put_query(&query, sql);
}

/* ---- knex ---------------------------------------------------------------------------------------
 */

/* where({ a, b: 1 }), where('a', 1), where('a', '<', 1). */
static int knex_where(struct query *query, struct orm_part arguments)
{
    bool object = orm_part_has(arguments, "\\A\\s*\\{");
    AUTO_MATCHES struct orm_matches names = { 0 };
    struct orm_match match;
    int failed =
        orm_matches_begin(&names,
                          object ? "(?:\\{|,)\\s*[\"']?(\\w+)()[\"']?\\s*(?::([^,{}]*))?(?=[,}])"
                                 : "\\A\\s*[\"'`](?:\\w+\\.)?(\\w+)[\"'`]\\s*,"
                                   "(?:\\s*[\"'](=|<=?|>=?|<>|!=|like|in)[\"']\\s*,)?(.*)",
                          arguments);
    bool any = false;

    while (!failed && orm_matches_next(&names, &match)) {
        struct orm_part how = match.groups[1];
        any = true;
        query->odd |= orm_part_has(how, "\\A(?:<>|!=|like|in)\\z");
        failed = add_condition(query, match.groups[0].text, match.groups[0].size,
                               how.size && !is_name(how, "=") ? "> ?" : value_of(match.groups[2]));
    }
    query->odd |= !any;
    return failed;
}

static int knex_order(struct query *query, struct orm_part arguments)
{
    AUTO_MATCHES struct orm_matches names = { 0 };
    struct orm_match match;
    int failed = orm_matches_begin(
        &names,
        "\\A\\s*[\"'`](?:\\w+\\.)?(\\w+)[\"'`]\\s*(?:,\\s*[\"'](?i:(desc)|asc)[\"'])?\\s*\\z",
        arguments);

    if (failed || !orm_matches_next(&names, &match)) {
        query->odd = true;
        return failed;
    }
    return add_order(query, match.groups[0].text, match.groups[0].size, match.groups[1].size > 0);
}

static int knex_call(struct query *query, struct orm_part name, struct orm_part arguments)
{
    if (is_name(name, "where") || is_name(name, "andWhere"))
        return knex_where(query, arguments);
    if (is_name(name, "orderBy"))
        return knex_order(query, arguments);
    if (is_name(name, "limit") || is_name(name, "first"))
        query->limited = true;
    else if (!orm_part_has(name, "\\A(?:select|offset|count|forUpdate|skipLocked|transacting|then|"
                                 "returning|pluck|catch)\\z"))
        query->odd = true;
    return 0;
}

int orm_knex_query(const struct review_file *file, struct orm_match *match, struct buffer *sql)
{
    CLEANUP(query_clear) struct query query = { .table = match->groups[0] };
    int failed = read_chain(file, match->end, &query, knex_call, &match->end);

    query.odd |= query.where.size == 0;
    return failed ? failed : put_query(&query, sql);
}

/* ---- Spring Data --------------------------------------------------------------------------------
 */

static int spring_condition(struct query *query, struct orm_part words)
{
    AUTO_BUFFER struct buffer column = { 0 };
    AUTO_MATCHES struct orm_matches ends = { 0 };
    struct orm_match match;
    int failed = orm_matches_begin(
        &ends,
        "(?:(LessThan|GreaterThan|Before|After|Between)(?:Equal)?|(In|Is|Equals)|(IsNull)|"
        "(Like|NotLike|StartingWith|EndingWith|Containing|Contains|Not|NotIn|IgnoreCase|True|False|"
        "NotNull|IsNotNull))\\z",
        words);
    const char *rest = "= ?";

    if (!failed && orm_matches_next(&ends, &match)) {
        query->odd |= match.groups[3].size > 0;
        rest = match.groups[0].size ? "> ?" : match.groups[2].size ? "IS NULL" : rest;
        words.size = match.start;
    }
    query->odd |= words.size == 0 || orm_part_has(words, "[a-z]Or[A-Z]");
    failed = failed ? failed : orm_put_snake(&column, words);
    return failed || query->odd ? failed : add_condition(query, column.data, column.size, rest);
}

static int spring_order(struct query *query, struct orm_part words)
{
    AUTO_MATCHES struct orm_matches names = { 0 };
    struct orm_match match;
    int failed = orm_matches_begin(&names, "([A-Z]\\w*?)(?:(Desc)|Asc|\\z)", words);

    while (!failed && orm_matches_next(&names, &match)) {
        AUTO_BUFFER struct buffer column = { 0 };
        failed = orm_put_snake(&column, match.groups[0]);
        failed =
            failed ? failed : add_order(query, column.data, column.size, match.groups[1].size > 0);
    }
    return failed;
}

/* The conditions up to OrderBy, one between each two "And". */
static int spring_words(struct query *query, struct orm_part words)
{
    const char *order = memmem(words.text, words.size, "OrderBy", 7);
    size_t size = order ? (size_t) (order - words.text) : words.size, at = 0;
    int failed = 0;

    while (!failed && at < size) {
        size_t end = at + 1;
        while (end < size && !(end + 3 < size && memcmp(words.text + end, "And", 3) == 0 &&
                               isupper((unsigned char) words.text[end + 3])))
            end++;
        failed = spring_condition(query, (struct orm_part){ words.text + at, end - at });
        at = end < size ? end + 3 : size;
    }
    if (!failed && order)
        failed = spring_order(query, (struct orm_part){ order + 7, words.size - size - 7 });
    return failed;
}

/* The table is that of the entity: its name in small letters, in the plural as most schemas have
 * it; a schema that names it otherwise is not judged. */
int orm_spring_query(const struct review_file *file, struct orm_match *match, struct buffer *sql)
{
    AUTO_BUFFER struct buffer table = { 0 };
    AUTO_MATCHES struct orm_matches entities = { 0 };
    struct orm_match entity;
    int failed = orm_matches_begin(
        &entities, "\\bRepository<\\s*([A-Z]\\w*)|\\b\\w+Repository<\\s*([A-Z]\\w*)",
        (struct orm_part){ file->plain, file->size });

    if (failed || !orm_matches_next(&entities, &entity))
        return failed;
    struct orm_part name = entity.groups[0].size ? entity.groups[0] : entity.groups[1];
    failed = orm_put_snake(&table, name);
    failed = failed ? failed : buffer_puts(&table, "s");
    if (failed)
        return failed;
    CLEANUP(query_clear)
    struct query query = { .table = { table.data, table.size },
                           .limited = match->groups[0].size > 0 };
    query.limited |= orm_part_has(match->groups[2], "Pageable|Limit\\b");
    failed = spring_words(&query, match->groups[1]);
    return failed ? failed : put_query(&query, sql);
}
