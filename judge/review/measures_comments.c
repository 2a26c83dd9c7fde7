/*
 * Theory of operation: comments that follow one another are one; without their marks, each line
 * either looks like a statement of the language, or is prose, or could be both; the comment is code
 * when there is more of the first than of the second. What documents something may have examples
 * and is left alone.
 */

#include "judge/review/measures.h"

#include "judge/base/text.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define BRACES_CODE                                                                                \
    "^\\s*(?:(?:if|for|while|switch|func|function|fn|return|const|let|var|public|private|static|"  \
    "void|int|defer|throw|await|case|try|catch|new)\\b.*(?:[{;]|; *\\})|[\\w.\\[\\]>*-]+\\s*"      \
    "(?:=|:=|\\+=|-=)\\s*[^=].*;|\\w[\\w<>:&*\\[\\]]* +\\w+ = .*;|[\\w.>-]+\\([^;]*\\);|"          \
    "\\w+(?:\\.\\w+)+\\(.*\\)|\\w+(?:, *\\w+)* := [\\w.]+\\(.*\\)|\\}? *else(?: if\\b.*)? *\\{|"   \
    "return [\\w.]+\\(.*\\))\\s*$"
#define PYTHON_CODE                                                                                \
    "^\\s*(?:(?:if|for|while|elif|with|def|class)\\b [\\w.()\\[\\], =<>!'\"*]+:|else:|try:|"       \
    "except(?: [\\w.]+(?: as \\w+)?)?:|return [\\w.]+[(\\[].*[)\\]]|from [\\w.]+ import [\\w, ]+|" \
    "import [a-z_][\\w.]*|[\\w.\\[\\]'\"]+ [-+*/]?= (?:await )?[\\w.]+[(\\[].*[)\\]]|"             \
    "raise \\w+\\(.*\\)|(?:self|print|logger|log|db|os|conn|cursor)(?:\\.\\w+)*\\(.*\\))\\s*$"

static size_t strip_marker(const char *text, size_t size)
{
    size_t at = strspn(text, " \t") < size ? strspn(text, " \t") : size;

    while (at < size && text[at] && strchr("/#*! \t", text[at]))
        at++;
    return at;
}

/* "total += line.price": a statement, or what a text says of a value; it decides nothing. */
static bool is_small_assignment(const char *text, size_t size)
{
    const char *equals = memchr(text, '=', size);
    size_t name = 0, value = equals ? (size_t) (equals - text) + 1 : size;

    while (name < size && (isalnum((unsigned char) text[name]) || strchr("_.[]", text[name])))
        name++;
    while (value < size && text[value] == ' ')
        value++;
    return equals && name > 0 && equals - text - (long) name <= 2 && value < size &&
           !memchr(text + value, ' ', size - value);
}

static bool is_code(struct pattern *pattern, const char *text, size_t size)
{
    unsigned code = 0, prose = 0;

    for (size_t at = 0; at < size;) {
        const char *newline = memchr(text + at, '\n', size - at);
        size_t end = newline ? (size_t) (newline - text) : size;
        size_t start = at + strip_marker(text + at, end - at);
        size_t length = end - start;

        while (length > 0 && strchr(" \t\r*/", text[start + length - 1]))
            length--;
        if (length > 0 && pattern_find(pattern, text + start, length, 0, NULL, NULL))
            code++;
        else if (length > 1 && strncmp(text + start, "return ", 7) != 0 &&
                 !is_small_assignment(text + start, length) &&
                 strspn(text + start, " \t})];,") < length)
            prose++;
        at = end + 1;
    }
    return code > 0 && code > prose;
}

/* Whether the comment goes on with the next one: a block of lines. */
static bool goes_on(const char *text, const struct measures_span *one,
                    const struct measures_span *next)
{
    for (size_t i = one->end; i < next->start; i++) {
        if (!isspace((unsigned char) text[i]))
            return false;
    }
    return next->line <= one->line + 1;
}

static bool is_documenting(const char *text, size_t size)
{
    static const char *const begins[] = { "/**", "///", "//!", "#!/", "\"", "'", "r\"", "r'" };

    for (size_t i = 0; i < COUNT(begins); i++) {
        size_t length = strlen(begins[i]);
        if (size >= length && memcmp(text, begins[i], length) == 0)
            return true;
    }
    return false;
}

static int add_span(struct measures_source *to, size_t *capacity, const struct measures_span *span)
{
    if (array_reserve((void **) &to->commented_out, to->commented_out_count, capacity,
                      sizeof(*span)) < 0)
        return -ENOMEM;
    to->commented_out[to->commented_out_count++] = *span;
    return 0;
}

static int look_through(struct pattern *pattern, const char *text, size_t size,
                        struct measures_source *to)
{
    size_t capacity = 0, next = 0;
    int failed = 0;

    for (size_t i = 0; !failed && i < to->comment_count; i = next) {
        struct measures_span group = to->comments[i];

        for (next = i + 1; next < to->comment_count &&
                           goes_on(text, &to->comments[next - 1], &to->comments[next]);
             next++)
            group.end = to->comments[next].end;
        group.end = group.end < size ? group.end : size;
        if (!is_documenting(text + group.start, group.end - group.start) &&
            is_code(pattern, text + group.start, group.end - group.start))
            failed = add_span(to, &capacity, &group);
    }
    return failed;
}

int measures_take_comments(struct arena *arena, bool python, const char *text, size_t size,
                           struct measures_source *to, struct error *error)
{
    struct pattern *pattern = NULL;
    int failed = pattern_new(python ? PYTHON_CODE : BRACES_CODE, &pattern, error);

    if (failed < 0)
        return failed;
    failed = look_through(pattern, text, size, to);
    pattern_free(pattern);
    AUTO_FREE struct measures_span *found = to->commented_out;
    to->commented_out = arena_array(arena, to->commented_out_count + 1, sizeof(*found));
    if (failed < 0 || !to->commented_out)
        return error_set(error, -ENOMEM, "out of memory");
    if (found && to->commented_out_count)
        memcpy(to->commented_out, found, to->commented_out_count * sizeof(*found));
    return 0;
}
