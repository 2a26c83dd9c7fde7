/*
 * What a submission is, told from its text alone: nothing of it runs to find out. A language says
 * by a pattern what starts a program of its own (a main function; where there is none, reading
 * stdin), and by another what defines a function. Patterns look at code in which comments and
 * literals are blank.
 *
 * What is not certain is left to the compiler and the driver: a sentence that is wrong would be
 * worse than a compiler's message.
 */
#include "judge/signature/internal.h"

#include "judge/base/text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const struct look_row {
    const char *language;
    const char *whole;      /* starts a program of its own */
    const char *definition; /* of a function NAME; group 1 is the opening parenthesis */
    bool body_follows;      /* it is a definition only when a '{' follows the parentheses */
    bool hash_comments, backticks, triple_quotes, lifetimes;
} rows[] = {
    { "c", "\\bmain\\s*\\(", "[\\w*>]\\s*\\bNAME\\s*(\\()", true, false, false, false, false },
    { "cpp", "\\bmain\\s*\\(", "[\\w*&>]\\s*\\bNAME\\s*(\\()", true, false, false, false, false },
    { "go", "\\bfunc\\s+main\\s*\\(", "\\bfunc\\s+NAME\\s*(\\()", false, false, true, false,
      false },
    { "java", "\\bvoid\\s+main\\s*\\(", "[\\w\\]>]\\s+NAME\\s*(\\()", true, false, false, true,
      false },
    { "javascript", "\\bprocess\\s*\\.\\s*stdin\\b|\\breadFileSync\\s*\\(\\s*[0,)]|\\breadline\\b",
      "\\bfunction\\s+NAME\\s*(\\()", false, false, true, false, false },
    { "kotlin", "\\bfun\\s+main\\s*\\(", "\\bfun\\s+NAME\\s*(\\()", false, false, false, true,
      false },
    { "python3", "\\binput\\s*\\(|\\bstdin\\b|\\bopen\\s*\\(\\s*0\\b|\\bfileinput\\b",
      "\\bdef\\s+NAME\\s*(\\()", false, true, false, true, false },
    { "rust", "\\bfn\\s+main\\s*\\(", "\\bfn\\s+NAME\\s*(?:<[^(]*>)?\\s*(\\()", false, false, false,
      false, true },
    { "typescript", "\\bprocess\\s*\\.\\s*stdin\\b|\\breadFileSync\\s*\\(\\s*[0,)]|\\breadline\\b",
      "\\bfunction\\s+NAME\\s*(\\()", false, false, true, false, false },
};

static const struct look_row *row_of(const char *language)
{
    for (size_t i = 0; i < COUNT(rows); i++)
        if (strcmp(rows[i].language, language) == 0)
            return &rows[i];
    return NULL;
}

/* ---- Code alone ---------------------------------------------------------------------------- */

/* The end of a text in quotes that closes on its line; `at` itself where it does not. */
static size_t quoted_end(const char *text, size_t size, size_t at, bool lines)
{
    char quote = text[at];

    for (size_t i = at + 1; i < size && (lines || text[i] != '\n'); i++) {
        if (text[i] == quote)
            return i + 1;
        i += text[i] == '\\';
    }
    return at;
}

static size_t comment_end(const char *text, size_t size, size_t at, const char *close)
{
    const char *end = memmem(text + at, size - at, close, strlen(close));

    return end ? (size_t) (end - text) + strlen(close) : size;
}

/* The end of the comment or literal at `at`; `at` itself where there is none. */
static size_t blank_end(const struct look_row *row, const char *text, size_t size, size_t at)
{
    const char *rest = text + at;
    size_t left = size - at;

    if (row->hash_comments ? *rest == '#' : left > 1 && memcmp(rest, "//", 2) == 0) {
        const char *end = memchr(rest, '\n', left);
        return end ? (size_t) (end - text) : size;
    }
    if (!row->hash_comments && left > 2 && memcmp(rest, "/*", 2) == 0)
        return comment_end(text, size, at + 2, "*/");
    if (row->triple_quotes && left > 2 &&
        (memcmp(rest, "\"\"\"", 3) == 0 || (row->hash_comments && memcmp(rest, "'''", 3) == 0)))
        return comment_end(text, size, at + 3, *rest == '"' ? "\"\"\"" : "'''");
    if (*rest == '"' || (*rest == '`' && row->backticks))
        return quoted_end(text, size, at, *rest == '`');
    if (*rest != '\'')
        return at;
    size_t end = quoted_end(text, size, at, false);
    return row->lifetimes && end > at + 6 && rest[1] != '\\' ? at : end;
}

char *look_code_only(const char *language, const char *text, size_t size)
{
    const struct look_row *row = row_of(language);
    char *code = row ? calloc(size + 1, 1) : NULL;

    if (!code)
        return NULL;
    for (size_t at = 0; at < size;) {
        size_t end = blank_end(row, text, size, at);

        if (end == at) {
            code[at] = isascii((unsigned char) text[at]) && text[at] ? text[at] : ' ';
            at++;
        }
        for (; at < end; at++)
            code[at] = text[at] == '\n' ? '\n' : ' ';
    }
    code[size] = '\0';
    return code;
}

/* ---- Names --------------------------------------------------------------------------------- */

/* Whether a pattern is found; start of its group. A pattern of ours compiles, unless memory is out:
 * that reads as not found, and the compiler has the last word. */
static bool found(const char *text, const char *code, unsigned group, size_t *ret_start)
{
    struct pattern *pattern;
    struct error ignored;

    if (pattern_new(text, &pattern, &ignored) < 0)
        return false;
    bool hit = pattern_find(pattern, code, strlen(code), group, ret_start, NULL);
    pattern_free(pattern);
    return hit;
}

static bool has_word(const char *code, const char *word)
{
    size_t length = strlen(word);

    for (const char *at = strstr(code, word); at; at = strstr(at + 1, word)) {
        bool before = at > code && (isalnum((unsigned char) at[-1]) || at[-1] == '_');

        if (!before && !isalnum((unsigned char) at[length]) && at[length] != '_')
            return true;
    }
    return false;
}

/* Letters and digits alone, in lowercase. */
static size_t plain_word(const char *word, size_t length, char *out, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < length && count + 1 < size; i++)
        if (isalnum((unsigned char) word[i]))
            out[count++] = (char) tolower((unsigned char) word[i]);
    out[count] = '\0';
    return count;
}

/* How many letters have to change, be added or taken away (Levenshtein). */
static size_t distance(const char *one, size_t one_size, const char *two, size_t two_size)
{
    size_t row[64] = { 0 };

    for (size_t k = 0; k <= two_size; k++)
        row[k] = k;
    for (size_t i = 1; i <= one_size; i++) {
        size_t corner = row[0];

        row[0] = i;
        for (size_t k = 1; k <= two_size; k++) {
            size_t best = corner + (one[i - 1] != two[k - 1]);

            if (row[k] + 1 < best)
                best = row[k] + 1;
            if (row[k - 1] + 1 < best)
                best = row[k - 1] + 1;
            corner = row[k];
            row[k] = best;
        }
    }
    return row[two_size];
}

/* A word of the source that was perhaps meant; NULL: none. */
static const char *near_word(const char *code, const char *wanted, struct arena *arena)
{
    char plain[60], other[60];
    size_t size = plain_word(wanted, strlen(wanted), plain, sizeof(plain));
    size_t nearest = size / 4 + 1, length = 0;
    const char *best = NULL;

    for (const char *at = code; *at; at += length + (at[length] != '\0')) {
        length = 0;
        while (isalnum((unsigned char) at[length]) || at[length] == '_')
            length++;
        size_t other_size = length > 2 ? plain_word(at, length, other, sizeof(other)) : 0;
        if (other_size == 0)
            continue;
        size_t far = distance(plain, size, other, other_size);
        if (far < nearest) {
            nearest = far;
            best = arena_strndup(arena, at, length);
        }
    }
    return best;
}

/* ---- Parameters ---------------------------------------------------------------------------- */

/* How many parameters are between the parentheses at `at`, and how many of them have a default.
 * *ret_end: behind them. False where that cannot be told: one takes any number. */
static bool count_parameters(const struct look_row *row, const char *at, size_t *ret_count,
                             size_t *ret_defaults, const char **ret_end)
{
    int depth = 0;
    bool empty = true;

    *ret_count = *ret_defaults = 0;
    for (; *at; at++) {
        if (strchr("([{", *at) || (*at == '<' && depth > 0))
            depth++;
        else if (strchr(")]}", *at) || (*at == '>' && depth > 1 && at[-1] != '-' && at[-1] != '='))
            depth--;
        else if (*at == ',' && depth == 1)
            ++*ret_count;
        else if (*at == '=' && depth == 1 && at[1] != '>')
            ++*ret_defaults;
        else if (depth == 1 && (strncmp(at, "...", 3) == 0 || (row->hash_comments && *at == '*') ||
                                strncmp(at, "vararg", 6) == 0))
            return false;
        else if (!isspace((unsigned char) *at))
            empty = false;
        if (depth == 0) {
            *ret_end = at + 1;
            *ret_count += !empty;
            return true;
        }
        if (*at == ',' && depth == 1) { /* a comma may be the last thing */
            const char *next = at + 1 + strspn(at + 1, " \n\t\r");
            *ret_count -= *next == ')';
        }
    }
    return false;
}

static const char *definition_pattern(const struct look_row *row, const char *name,
                                      struct arena *arena)
{
    const char *hole = strstr(row->definition, "NAME");

    return arena_printf(arena, "%.*s%s%s", (int) (hole - row->definition), row->definition, name,
                        hole + strlen("NAME"));
}

/* A sentence when the function is defined once, with another number of parameters; else NULL. */
static const char *look_at_parameters(const struct look_row *row, const struct signature_call *call,
                                      const char *name, const char *code, const char *declaration,
                                      struct arena *arena)
{
    const char *pattern = definition_pattern(row, name, arena);
    size_t start, again, count, defaults;
    const char *end;

    if (!pattern || !found(pattern, code, 1, &start) ||
        !count_parameters(row, code + start, &count, &defaults, &end))
        return NULL;
    if (row->body_follows && end[strspn(end, " \n\t\r")] != '{')
        return NULL;
    if (found(pattern, code + start + 1, 1, &again))
        return NULL;
    if (call->parameter_count >= count - (defaults < count ? defaults : count) &&
        call->parameter_count <= count)
        return NULL;
    return arena_printf(arena, "%s takes %zu parameter%s here, and is called with %zu: %s", name,
                        count, count == 1 ? "" : "s", call->parameter_count, declaration);
}

/* ---- All together -------------------------------------------------------------------------- */

static const char *missing(const char *what, const char *name, const char *code,
                           const char *declaration, struct arena *arena)
{
    const char *near = near_word(code, name, arena);

    if (near)
        return arena_printf(arena, "there is no %s %s, but a name like it, %s; what is called: %s",
                            what, name, near, declaration);
    return arena_printf(arena, "there is no %s %s; what is called: %s", what, name, declaration);
}

/* How a call is named in the source. */
static const char *name_of_call(const struct signature *signature, const char *language, size_t i,
                                struct arena *arena)
{
    bool is_c = strcmp(language, "c") == 0;
    const char *name = signature->calls[i].name;

    if (!signature->is_class)
        return name_in_case(arena, name, template_case(language, "function"));
    if (is_c)
        return arena_printf(arena, "%s_%s", signature->name, i ? name : "new");
    return i ? name_in_case(arena, name, template_case(language, "method"))
             : name_in_case(arena, name, CASE_PASCAL);
}

/* Looks for all that is called. *ret stays NULL when it is there. */
static int look_for_calls(const struct signature *signature, const struct look_row *row,
                          const char *code, struct arena *arena, const char **ret)
{
    const char *declaration = signature_declaration(signature, row->language, arena);

    if (!declaration)
        return -ENOMEM;
    for (size_t i = 0; i < signature->call_count; i++) {
        const char *name = name_of_call(signature, row->language, i, arena);
        const char *what = !signature->is_class ? "function" : i ? "method" : "class";

        if (!name)
            return -ENOMEM;
        if (!has_word(code, name)) {
            *ret = missing(what, name, code, declaration, arena);
            return *ret ? 0 : -ENOMEM;
        }
    }
    if (!signature->is_class) {
        const char *name = name_of_call(signature, row->language, 0, arena);
        *ret = look_at_parameters(row, &signature->calls[0], name, code, declaration, arena);
    }
    return 0;
}

int signature_look(const struct signature *signature, const char *language, const char *text,
                   size_t size, struct arena *arena, enum signature_style *ret,
                   const char **ret_fault)
{
    const struct look_row *row = row_of(language);
    AUTO_FREE char *code = look_code_only(language, text, size);
    const char *fault = NULL;

    if (!row) { /* a language without a driver: whole programs alone */
        *ret = SIGNATURE_WHOLE_PROGRAM;
        return 0;
    }
    if (!code)
        return -ENOMEM;
    if (found(row->whole, code, 0, NULL)) {
        *ret = SIGNATURE_WHOLE_PROGRAM;
        return 0;
    }
    int status = look_for_calls(signature, row, code, arena, &fault);
    if (status < 0)
        return status;
    *ret = fault ? SIGNATURE_FAULTY : SIGNATURE_FUNCTION;
    if (fault)
        *ret_fault = fault;
    return 0;
}
