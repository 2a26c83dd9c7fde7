/*
 * Theory of operation: all queries of a language are compiled as one, made of their texts one after
 * another; by the byte at which a matched pattern begins, its rule is found again. Where the whole
 * does not compile, each is tried alone, so that the fault gets its file and line.
 */

#include "judge/review/rule.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define CAPTURE_SHOWN 80

/* ---- Queries ------------------------------------------------------------------------------------
 */

static int blame(const struct rule_find *find, enum syntax_language language, struct error *error)
{
    struct syntax_query *query = NULL;
    int failed = syntax_query_new(language, find->query, &query, error);

    syntax_query_free(query);
    if (failed == -EINVAL) {
        struct error wrong = *error;
        int line = find->query_line + (wrong.line > 0 ? wrong.line : 0);
        return error_at(error, -EINVAL, find->rule->file, line, "rule '%s', %s: %s", find->rule->id,
                        syntax_language_name(language), wrong.message);
    }
    return failed;
}

static int add_query(struct rules_query *to, size_t *capacity, struct buffer *text,
                     const struct rule_find *find)
{
    size_t room = *capacity;

    if (array_reserve((void **) &to->finds, to->count, &room, sizeof(*to->finds)) < 0 ||
        array_reserve((void **) &to->starts, to->count, capacity, sizeof(*to->starts)) < 0)
        return -ENOMEM;
    to->finds[to->count] = find;
    to->starts[to->count++] = text->size;
    return buffer_printf(text, "%s\n", find->query);
}

int rules_compile(struct rules *rules, enum syntax_language language, struct error *error)
{
    struct rules_query *to = &rules->queries[language];
    AUTO_BUFFER struct buffer text = { 0 };
    size_t capacity = 0;

    if (to->query)
        return 0;
    to->count = 0;
    if (buffer_puts(&text, "") < 0)
        return error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; i < rules->count; i++) {
        for (size_t k = 0; k < rules->items[i]->find_count; k++) {
            const struct rule_find *find = &rules->items[i]->finds[k];
            if (find->query && (find->languages & RULE_BIT(language)) &&
                add_query(to, &capacity, &text, find) < 0)
                return error_set(error, -ENOMEM, "out of memory");
        }
    }
    int failed = syntax_query_new(language, text.data, &to->query, error);
    for (size_t i = 0; failed == -EINVAL && i < to->count; i++) {
        int faulty = blame(to->finds[i], language, error);
        if (faulty < 0)
            return faulty;
    }
    return failed;
}

const struct rule_find *rules_query_find(const struct rules_query *query, unsigned pattern)
{
    size_t start = syntax_query_start(query->query, pattern), low = 0, high = query->count;

    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (query->starts[middle] <= start)
            low = middle;
        else
            high = middle;
    }
    return query->finds[low];
}

/* ---- Texts with captures ------------------------------------------------------------------------
 */

static const struct rule_value *value_of(const struct rule_value *values, size_t count,
                                         const char *name, size_t length)
{
    for (size_t i = 0; i < count; i++) {
        if (strlen(values[i].name) == length && memcmp(values[i].name, name, length) == 0)
            return &values[i];
    }
    return NULL;
}

/* Between the words of a name, an underscore may stand or not; capitals are up to the pattern. */
static int put_loose(struct buffer *buffer, const struct rule_value *value)
{
    for (size_t i = 0; i < value->size; i++) {
        char letter = value->text[i];
        bool hump =
            i > 0 && isupper((unsigned char) letter) && islower((unsigned char) value->text[i - 1]);
        if ((letter == '_' || hump) && buffer_puts(buffer, "_?") < 0)
            return -ENOMEM;
        if (isalnum((unsigned char) letter) && buffer_append(buffer, &letter, 1) < 0)
            return -ENOMEM;
    }
    return 0;
}

static int put_value(struct buffer *buffer, const struct rule_value *value, bool quoted)
{
    size_t size = value->size;

    if (!quoted && size > CAPTURE_SHOWN)
        size = CAPTURE_SHOWN;
    for (size_t i = 0; i < size; i++) {
        char letter = value->text[i];
        if (quoted && letter && !strchr("\n\r\t ", letter) && strchr("\\^$.[]|()?*+{}#-", letter) &&
            buffer_puts(buffer, "\\") < 0)
            return -ENOMEM;
        if (buffer_append(buffer, letter ? &letter : "?", 1) < 0)
            return -ENOMEM;
    }
    return !quoted && size < value->size ? buffer_puts(buffer, "…") : 0;
}

char *rule_expand(const char *text, const struct rule_value *values, size_t count, bool quoted)
{
    AUTO_BUFFER struct buffer buffer = { 0 };

    if (buffer_puts(&buffer, "") < 0)
        return NULL;
    for (const char *open = strstr(text, "${"); open; open = strstr(text, "${")) {
        size_t length = strcspn(open + 2, "}");
        if (!open[2 + length])
            break;
        size_t loose = open[2] == '~';
        const struct rule_value *value =
            length > loose ? value_of(values, count, open + 2 + loose, length - loose) : NULL;
        if (buffer_append(&buffer, text, (size_t) (open - text)) < 0 ||
            (value && (loose ? put_loose(&buffer, value) : put_value(&buffer, value, quoted)) < 0))
            return NULL;
        text = open + 2 + length + 1;
    }
    if (buffer_puts(&buffer, text) < 0)
        return NULL;
    return steal(&buffer.data);
}
