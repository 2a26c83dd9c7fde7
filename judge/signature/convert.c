/*
 * Values go from text to text: what a person writes (call text, JSON-like) to the tokens of test
 * data, and back. There is no tree of values in between: both sides have the same order, so that
 * one pass over the type suffices, and a test of many megabytes costs no more than its size.
 * Recursion follows the type, whose depth is bounded, never the data.
 */
#include "judge/signature/internal.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

/* A text under way. */
struct cursor {
    const char *start, *at, *end;
    const char *what; /* "input" or "test data", for messages */
    struct error *error;
};

static int no_memory(struct cursor *cursor)
{
    return error_set(cursor->error, -ENOMEM, "out of memory");
}

static void skip_spaces(struct cursor *cursor)
{
    while (cursor->at < cursor->end && isspace((unsigned char) *cursor->at))
        cursor->at++;
}

/* The next few characters, for messages. */
static void peek_text(const struct cursor *cursor, char *text, size_t size)
{
    size_t length = 0;

    while (cursor->at + length < cursor->end && length < 20 && cursor->at[length] != '\n')
        length++;
    if (length == 0)
        snprintf(text, size, "the end");
    else
        snprintf(text, size, "'%.*s'", (int) length, cursor->at);
}

static int expected(struct cursor *cursor, const char *what)
{
    char found[64];

    peek_text(cursor, found, sizeof(found));
    return error_set(cursor->error, -EINVAL, "%s, column %zu: expected %s, found %s", cursor->what,
                     (size_t) (cursor->at - cursor->start) + 1, what, found);
}

static bool take(struct cursor *cursor, char c)
{
    skip_spaces(cursor);
    if (cursor->at >= cursor->end || *cursor->at != c)
        return false;
    cursor->at++;
    return true;
}

static int need(struct cursor *cursor, char c)
{
    char what[] = { '\'', c, '\'', '\0' };

    return take(cursor, c) ? 0 : expected(cursor, what);
}

static bool is_word(char c)
{
    return isalnum((unsigned char) c) || c == '_';
}

/* Takes a whole word. */
static bool take_word(struct cursor *cursor, const char *word)
{
    size_t length = strlen(word);

    skip_spaces(cursor);
    if ((size_t) (cursor->end - cursor->at) < length || memcmp(cursor->at, word, length) != 0 ||
        (cursor->at + length < cursor->end && is_word(cursor->at[length])))
        return false;
    cursor->at += length;
    return true;
}

/* ---- Strings ------------------------------------------------------------------------------- */

static int hex_digits(struct cursor *cursor, unsigned *ret)
{
    unsigned value = 0;

    for (int i = 0; i < 4; i++, cursor->at++) {
        if (cursor->at >= cursor->end || !isxdigit((unsigned char) *cursor->at))
            return expected(cursor, "four hexadecimal digits");
        char c = (char) tolower((unsigned char) *cursor->at);
        value = value * 16 + (unsigned) (isdigit((unsigned char) c) ? c - '0' : c - 'a' + 10);
    }
    *ret = value;
    return 0;
}

static size_t encode_utf8(unsigned code, char *bytes)
{
    if (code < 0x80) {
        bytes[0] = (char) code;
        return 1;
    }
    size_t count = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = count - 1; i > 0; i--, code >>= 6)
        bytes[i] = (char) (0x80 | (code & 0x3f));
    bytes[0] = (char) ((0xf00 >> count) | code);
    return count;
}

/* Behind "\u": one character, which may take two of them. */
static int unicode_escape(struct cursor *cursor, unsigned *ret)
{
    unsigned high, low;
    int code = hex_digits(cursor, &high);

    if (code < 0)
        return code;
    if (high == 0)
        return expected(cursor, "a character other than NUL before");
    if (high >= 0xd800 && high <= 0xdfff) {
        if (high >= 0xdc00 || cursor->end - cursor->at < 6 || memcmp(cursor->at, "\\u", 2) != 0)
            return expected(cursor, "the other half of a surrogate pair");
        cursor->at += 2;
        code = hex_digits(cursor, &low);
        if (code < 0)
            return code;
        if (low < 0xdc00 || low > 0xdfff)
            return expected(cursor, "the other half of a surrogate pair before");
        high = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
    }
    *ret = high;
    return 0;
}

static int put_character(unsigned code, struct buffer *out)
{
    static const char escaped[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *hit = code && code < 0x80 ? strchr(escaped, (int) code) : NULL;
    char bytes[4];

    if (hit)
        return buffer_printf(out, "\\%c", letters[hit - escaped]);
    if (code < 0x20)
        return buffer_printf(out, "\\u%04x", code);
    return buffer_append(out, bytes, encode_utf8(code, bytes));
}

/* One character of a literal, escaped or not. Bytes of UTF-8 go through one by one. */
static int string_step(struct cursor *cursor, struct buffer *out)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    unsigned char c = (unsigned char) *cursor->at++;
    unsigned code = 0;

    if (c < 0x20)
        return cursor->at--, expected(cursor, "a closing '\"' on the same line");
    if (c != '\\')
        return c < 0x80 ? put_character(c, out) : buffer_append(out, &(char){ (char) c }, 1);
    const char *hit = cursor->at < cursor->end && *cursor->at ? strchr(letters, *cursor->at) : NULL;
    if (hit) {
        cursor->at++;
        return put_character((unsigned char) meant[hit - letters], out);
    }
    if (cursor->at >= cursor->end || *cursor->at != 'u')
        return expected(cursor, "one of \" \\ / b f n r t u behind a backslash");
    cursor->at++;
    int status = unicode_escape(cursor, &code);
    return status < 0 ? status : put_character(code, out);
}

/* A JSON string literal, written again with the fewest escapes. */
static int copy_string(struct cursor *cursor, struct buffer *out)
{
    int code;

    skip_spaces(cursor);
    if (cursor->at >= cursor->end || *cursor->at != '"')
        return expected(cursor, "a string in double quotes");
    cursor->at++;
    code = buffer_puts(out, "\"");
    while (code == 0 && cursor->at < cursor->end && *cursor->at != '"')
        code = string_step(cursor, out);
    if (code < 0)
        return code == -ENOMEM ? no_memory(cursor) : code;
    if (cursor->at >= cursor->end)
        return expected(cursor, "a closing '\"'");
    cursor->at++;
    return buffer_puts(out, "\"") < 0 ? no_memory(cursor) : 0;
}

/* ---- Scalars ------------------------------------------------------------------------------- */

static const struct {
    const char *what;
    int64_t low, high;
} integers[] = {
    [SIGNATURE_INT] = { "an int", INT32_MIN, INT32_MAX },
    [SIGNATURE_LONG] = { "a long", INT64_MIN, INT64_MAX },
};

/* The characters of a number; copied, since the text may not end in a NUL. */
static size_t number_token(const struct cursor *cursor, char *token, size_t size)
{
    size_t length = 0;

    while (cursor->at + length < cursor->end && length < size - 1 &&
           (is_word(cursor->at[length]) || strchr("+-.", cursor->at[length])) &&
           cursor->at[length]) {
        token[length] = cursor->at[length];
        length++;
    }
    token[length] = '\0';
    return length;
}

static int copy_integer(struct cursor *cursor, enum signature_kind kind, struct buffer *out)
{
    char token[64], *end;
    char what[64];
    size_t length = number_token(cursor, token, sizeof(token));

    errno = 0;
    long long value = strtoll(token, &end, 10);
    if (length == 0 || *end || token[0] == '+' || errno || value < integers[kind].low ||
        value > integers[kind].high) {
        snprintf(what, sizeof(what), "%s (%lld to %lld)", integers[kind].what,
                 (long long) integers[kind].low, (long long) integers[kind].high);
        return expected(cursor, what);
    }
    cursor->at += length;
    return buffer_printf(out, "%lld", value) < 0 ? no_memory(cursor) : 0;
}

static int copy_double(struct cursor *cursor, struct buffer *out)
{
    char token[400], *end;
    size_t length = number_token(cursor, token, sizeof(token));
    double value = strtod(token, &end);

    if (length == 0 || *end || !isfinite(value) || strpbrk(token, "xXpP") || token[0] == '+')
        return expected(cursor, "a double");
    cursor->at += length;
    return buffer_puts(out, token) < 0 ? no_memory(cursor) : 0;
}

/* A value of one token. */
/* NOLINTNEXTLINE(misc-no-recursion): an optional holds no optional */
static int copy_flat(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    skip_spaces(cursor);
    switch (type->kind) {
    case SIGNATURE_INT:
    case SIGNATURE_LONG:
        return copy_integer(cursor, type->kind, out);
    case SIGNATURE_DOUBLE:
        return copy_double(cursor, out);
    case SIGNATURE_BOOL:
        for (int i = 0; i < 2; i++)
            if (take_word(cursor, i ? "true" : "false"))
                return buffer_puts(out, i ? "true" : "false") < 0 ? no_memory(cursor) : 0;
        return expected(cursor, "true or false");
    case SIGNATURE_OPTIONAL:
        if (take_word(cursor, "null"))
            return buffer_puts(out, "null") < 0 ? no_memory(cursor) : 0;
        return copy_flat(cursor, type->element, out);
    default:
        return expected(cursor, "a value");
    }
}

/* ---- From text ----------------------------------------------------------------------------- */

static int text_value(struct cursor *cursor, const struct signature_type *type, struct buffer *out);

static bool one_line(const struct signature_type *type)
{
    return type->kind == SIGNATURE_TREE || type->kind == SIGNATURE_LINKED ||
           (type->kind == SIGNATURE_LIST && type_is_flat(type->element));
}

/* A list in brackets: its length, then its elements. Those of one token share a line. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int text_list(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    AUTO_BUFFER struct buffer elements = { 0 };
    bool line = one_line(type);
    size_t count = 0;
    int code = need(cursor, '[');

    while (code == 0 && !take(cursor, ']')) {
        if (count > 0)
            code = need(cursor, ',');
        if (code == 0 && line && count > 0)
            code = buffer_puts(&elements, " ") < 0 ? no_memory(cursor) : 0;
        if (code == 0)
            code = line ? copy_flat(cursor, type->element, &elements)
                        : text_value(cursor, type->element, &elements);
        count++;
    }
    if (code < 0)
        return code;
    if (buffer_printf(out, "%zu\n", count) < 0 ||
        buffer_append(out, elements.data ? elements.data : "", elements.size) < 0 ||
        (line && buffer_puts(out, "\n") < 0))
        return no_memory(cursor);
    return 0;
}

/* Level by level; null where a child is missing. `slots`: places where a node may be. */
static int tree_token(struct cursor *cursor, const struct signature_type *type, size_t count,
                      size_t *slots, struct buffer *out)
{
    int code = 0;

    if (*slots == 0)
        return expected(cursor, "no more: this node has no parent");
    --*slots;
    if (count > 0 && buffer_puts(out, " ") < 0)
        return no_memory(cursor);
    if (take_word(cursor, "null"))
        return buffer_puts(out, "null") < 0 ? no_memory(cursor) : 0;
    code = copy_flat(cursor, type->element, out);
    *slots += 2;
    return code;
}

static int text_tree(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    AUTO_BUFFER struct buffer tokens = { 0 };
    size_t count = 0, slots = 1, kept = 0, kept_bytes = 0;
    int code = need(cursor, '[');

    while (code == 0 && !take(cursor, ']')) {
        size_t before = slots;

        if (count > 0)
            code = need(cursor, ',');
        skip_spaces(cursor);
        if (code == 0)
            code = tree_token(cursor, type, count++, &slots, &tokens);
        if (slots > before) {
            kept = count; /* nulls at the end say nothing */
            kept_bytes = tokens.size;
        }
    }
    if (code < 0)
        return code;
    if (buffer_printf(out, "%zu\n", kept) < 0 ||
        buffer_append(out, tokens.data ? tokens.data : "", kept_bytes) < 0 ||
        buffer_puts(out, "\n") < 0)
        return no_memory(cursor);
    return 0;
}

static int text_row(struct cursor *cursor, const struct signature_type *type, size_t *ret_count,
                    struct buffer *out)
{
    int code = need(cursor, '[');

    *ret_count = 0;
    while (code == 0 && !take(cursor, ']')) {
        if (*ret_count > 0)
            code = need(cursor, ',');
        if (code == 0 && *ret_count > 0 && buffer_puts(out, " ") < 0)
            code = no_memory(cursor);
        if (code == 0)
            code = copy_flat(cursor, type->element, out);
        ++*ret_count;
    }
    return code == 0 && buffer_puts(out, "\n") < 0 ? no_memory(cursor) : code;
}

static int text_matrix(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    AUTO_BUFFER struct buffer rows = { 0 };
    size_t count = 0, columns = 0, width;
    int code = need(cursor, '[');

    while (code == 0 && !take(cursor, ']')) {
        if (count > 0)
            code = need(cursor, ',');
        if (code == 0)
            code = text_row(cursor, type, &width, &rows);
        if (code == 0 && count > 0 && width != columns)
            code = expected(cursor, "rows of one length before");
        if (code == 0)
            columns = width;
        count++;
    }
    if (code < 0)
        return code;
    if (buffer_printf(out, "%zu %zu\n", count, columns) < 0 ||
        buffer_append(out, rows.data ? rows.data : "", rows.size) < 0)
        return no_memory(cursor);
    return 0;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int text_map(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    AUTO_BUFFER struct buffer entries = { 0 };
    size_t count = 0;
    int code = need(cursor, '{');

    while (code == 0 && !take(cursor, '}')) {
        if (count > 0)
            code = need(cursor, ',');
        if (code == 0)
            code = text_value(cursor, type->key, &entries);
        if (code == 0)
            code = need(cursor, ':');
        if (code == 0)
            code = text_value(cursor, type->element, &entries);
        count++;
    }
    if (code < 0)
        return code;
    if (buffer_printf(out, "%zu\n", count) < 0 ||
        buffer_append(out, entries.data ? entries.data : "", entries.size) < 0)
        return no_memory(cursor);
    return 0;
}

/* A value in lines of its own. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int text_value(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    int code;

    switch (type->kind) {
    case SIGNATURE_LIST:
    case SIGNATURE_LINKED:
        return text_list(cursor, type, out);
    case SIGNATURE_TREE:
        return text_tree(cursor, type, out);
    case SIGNATURE_MATRIX:
        return text_matrix(cursor, type, out);
    case SIGNATURE_MAP:
        return text_map(cursor, type, out);
    case SIGNATURE_OPTIONAL:
        if (take_word(cursor, "null"))
            return buffer_puts(out, "null\n") < 0 ? no_memory(cursor) : 0;
        return text_value(cursor, type->element, out);
    case SIGNATURE_STRING:
        code = copy_string(cursor, out);
        break;
    default:
        code = copy_flat(cursor, type, out);
    }
    return code == 0 && buffer_puts(out, "\n") < 0 ? no_memory(cursor) : code;
}

/* The word at the cursor. */
static size_t word_length(const struct cursor *cursor)
{
    size_t length = 0;

    while (cursor->at + length < cursor->end && is_word(cursor->at[length]))
        length++;
    return length;
}

/* All parameters and their types, for messages. */
static int wanted_parameters(struct cursor *cursor, const struct signature_call *call)
{
    AUTO_BUFFER struct buffer text = { 0 };
    int code = call->parameter_count ? 0 : buffer_puts(&text, "no parameters");

    for (size_t i = 0; i < call->parameter_count && code == 0; i++)
        code = buffer_printf(&text, "%s%s: %s", i ? ", " : "", call->parameters[i].name,
                             call->parameters[i].type->text);
    if (code == 0)
        error_remedy(cursor->error, "%s takes %s", call->name, text.data);
    return cursor->error->code;
}

static int find_parameter(struct cursor *cursor, const struct signature_call *call, size_t *ret)
{
    size_t length;

    skip_spaces(cursor);
    length = word_length(cursor);
    for (size_t i = 0; i < call->parameter_count; i++)
        if (length && strlen(call->parameters[i].name) == length &&
            memcmp(call->parameters[i].name, cursor->at, length) == 0) {
            cursor->at += length;
            *ret = i;
            return 0;
        }
    expected(cursor, "the name of a parameter");
    return wanted_parameters(cursor, call);
}

static int write_parts(struct cursor *cursor, const struct buffer *parts, size_t count,
                       struct buffer *out)
{
    for (size_t i = 0; i < count; i++)
        if (buffer_append(out, parts[i].data, parts[i].size) < 0)
            return no_memory(cursor);
    return 0;
}

/* One "name = value" after the other, in any order. */
static int text_named(struct cursor *cursor, const struct signature_call *call,
                      struct buffer *parts)
{
    size_t index = 0;
    int code = 0;

    for (size_t given = 0; code == 0; given++) {
        skip_spaces(cursor);
        if (cursor->at == cursor->end)
            break;
        if (given > 0)
            code = need(cursor, ',');
        if (code == 0)
            code = find_parameter(cursor, call, &index);
        if (code == 0 && parts[index].size)
            code = error_set(cursor->error, -EINVAL, "%s: '%s' is given twice", cursor->what,
                             call->parameters[index].name);
        if (code == 0)
            code = need(cursor, '=');
        if (code == 0)
            code = text_value(cursor, call->parameters[index].type, &parts[index]);
        if (code == -EINVAL && !cursor->error->remedy[0])
            wanted_parameters(cursor, call);
    }
    for (size_t i = 0; i < call->parameter_count && code == 0; i++)
        if (!parts[i].size) {
            error_set(cursor->error, -EINVAL, "%s: '%s' is missing", cursor->what,
                      call->parameters[i].name);
            code = wanted_parameters(cursor, call);
        }
    return code;
}

static int text_function(struct cursor *cursor, const struct signature_call *call,
                         struct buffer *out)
{
    struct buffer *parts = calloc(call->parameter_count, sizeof(*parts));
    int code = parts ? text_named(cursor, call, parts) : no_memory(cursor);

    if (code == 0)
        code = write_parts(cursor, parts, call->parameter_count, out);
    for (size_t i = 0; parts && i < call->parameter_count; i++)
        buffer_clear(&parts[i]);
    free(parts);
    return code;
}

/* "(value, value)"; a parameter may be named, but the order is that of the signature. */
static int text_arguments(struct cursor *cursor, const struct signature_call *call,
                          struct buffer *out)
{
    int code = need(cursor, '(');

    for (size_t i = 0; i < call->parameter_count && code == 0; i++) {
        if (i > 0)
            code = need(cursor, ',');
        if (code == 0 && take_word(cursor, call->parameters[i].name))
            code = need(cursor, '=');
        if (code == 0)
            code = text_value(cursor, call->parameters[i].type, out);
    }
    if (code == 0)
        code = need(cursor, ')');
    return code == -EINVAL ? wanted_parameters(cursor, call) : code;
}

static int method_named(struct cursor *cursor, const struct signature *signature, size_t *ret)
{
    size_t length;

    skip_spaces(cursor);
    length = word_length(cursor);
    for (size_t i = 1; i < signature->call_count; i++)
        if (length && strlen(signature->calls[i].name) == length &&
            memcmp(signature->calls[i].name, cursor->at, length) == 0) {
            cursor->at += length;
            *ret = i;
            return 0;
        }
    return expected(cursor, "the name of a method");
}

static int text_class(struct cursor *cursor, const struct signature *signature, struct buffer *out)
{
    AUTO_BUFFER struct buffer calls = { 0 };
    const char *name = name_in_case(signature->arena, signature->name, CASE_PASCAL);
    size_t count = 0, index = 0;
    int code = 0;

    if (!name)
        return no_memory(cursor);
    if (!take_word(cursor, name) && !take_word(cursor, signature->name))
        return expected(cursor, name);
    code = text_arguments(cursor, &signature->calls[0], out);
    while (code == 0) {
        skip_spaces(cursor);
        if (cursor->at == cursor->end)
            break;
        code = need(cursor, ',');
        if (code == 0)
            code = method_named(cursor, signature, &index);
        if (code == 0 && buffer_printf(&calls, "%s\n", signature->calls[index].name) < 0)
            code = no_memory(cursor);
        if (code == 0)
            code = text_arguments(cursor, &signature->calls[index], &calls);
        count++;
    }
    if (code == 0 && (buffer_printf(out, "%zu\n", count) < 0 ||
                      buffer_append(out, calls.data ? calls.data : "", calls.size) < 0))
        code = no_memory(cursor);
    return code;
}

int signature_input(const struct signature *signature, const char *text, struct buffer *out,
                    struct error *error)
{
    struct cursor cursor = { text, text, text + strlen(text), "input", error };

    *error = (struct error){ 0 };
    return signature->is_class ? text_class(&cursor, signature, out)
                               : text_function(&cursor, &signature->calls[0], out);
}

/* ---- To text ------------------------------------------------------------------------------- */

static int data_count(struct cursor *cursor, size_t *ret)
{
    char token[32], *end;
    size_t length;

    skip_spaces(cursor);
    length = number_token(cursor, token, sizeof(token));
    unsigned long long value = strtoull(token, &end, 10);
    if (length == 0 || *end || token[0] == '-' || token[0] == '+' ||
        value > (unsigned long long) (cursor->end - cursor->start))
        return expected(cursor, "a length");
    cursor->at += length;
    *ret = (size_t) value;
    return 0;
}

static int put(struct cursor *cursor, struct buffer *out, const char *text)
{
    return buffer_puts(out, text) < 0 ? no_memory(cursor) : 0;
}

static int data_value(struct cursor *cursor, const struct signature_type *type, struct buffer *out);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int data_elements(struct cursor *cursor, const struct signature_type *element, size_t count,
                         bool nulls, struct buffer *out)
{
    int code = put(cursor, out, "[");

    for (size_t i = 0; i < count && code == 0; i++) {
        if (i > 0)
            code = put(cursor, out, ", ");
        if (code == 0)
            code = nulls && take_word(cursor, "null") ? put(cursor, out, "null")
                                                      : data_value(cursor, element, out);
    }
    return code < 0 ? code : put(cursor, out, "]");
}

static int data_matrix(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    size_t rows, columns = 0;
    int code = data_count(cursor, &rows);

    if (code == 0)
        code = data_count(cursor, &columns);
    if (code == 0)
        code = put(cursor, out, "[");
    for (size_t i = 0; i < rows && code == 0; i++) {
        if (i > 0)
            code = put(cursor, out, ", ");
        if (code == 0)
            code = data_elements(cursor, type->element, columns, false, out);
    }
    return code < 0 ? code : put(cursor, out, "]");
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int data_map(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    size_t count = 0;
    int code = data_count(cursor, &count);

    if (code == 0)
        code = put(cursor, out, "{");
    for (size_t i = 0; i < count && code == 0; i++) {
        if (i > 0)
            code = put(cursor, out, ", ");
        if (code == 0)
            code = data_value(cursor, type->key, out);
        if (code == 0)
            code = put(cursor, out, ": ");
        if (code == 0)
            code = data_value(cursor, type->element, out);
    }
    return code < 0 ? code : put(cursor, out, "}");
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int data_value(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    size_t count = 0;
    int code;

    switch (type->kind) {
    case SIGNATURE_VOID:
        return take_word(cursor, "null") ? put(cursor, out, "null") : expected(cursor, "null");
    case SIGNATURE_STRING:
        return copy_string(cursor, out);
    case SIGNATURE_LIST:
    case SIGNATURE_LINKED:
    case SIGNATURE_TREE:
        code = data_count(cursor, &count);
        return code < 0
                   ? code
                   : data_elements(cursor, type->element, count, type->kind == SIGNATURE_TREE, out);
    case SIGNATURE_MATRIX:
        return data_matrix(cursor, type, out);
    case SIGNATURE_MAP:
        return data_map(cursor, type, out);
    case SIGNATURE_OPTIONAL:
        return take_word(cursor, "null") ? put(cursor, out, "null")
                                         : data_value(cursor, type->element, out);
    default:
        return copy_flat(cursor, type, out);
    }
}

static int data_end(struct cursor *cursor)
{
    skip_spaces(cursor);
    return cursor->at == cursor->end ? 0 : expected(cursor, "the end");
}

static int data_arguments(struct cursor *cursor, const struct signature_call *call, bool named,
                          struct buffer *out)
{
    int code = 0;

    for (size_t i = 0; i < call->parameter_count && code == 0; i++) {
        if (i > 0)
            code = put(cursor, out, ", ");
        if (code == 0 && named)
            code = put(cursor, out, call->parameters[i].name);
        if (code == 0 && named)
            code = put(cursor, out, " = ");
        if (code == 0)
            code = data_value(cursor, call->parameters[i].type, out);
    }
    return code;
}

static int data_one_call(struct cursor *cursor, const struct signature_call *call, const char *name,
                         struct buffer *out)
{
    int code = put(cursor, out, name);

    if (code == 0)
        code = put(cursor, out, "(");
    if (code == 0)
        code = data_arguments(cursor, call, false, out);
    return code < 0 ? code : put(cursor, out, ")");
}

static int data_class(struct cursor *cursor, const struct signature *signature, struct buffer *out)
{
    const char *name = name_in_case(signature->arena, signature->name, CASE_PASCAL);
    size_t count = 0, index = 0;
    int code = name ? data_one_call(cursor, &signature->calls[0], name, out) : no_memory(cursor);

    if (code == 0)
        code = data_count(cursor, &count);
    for (size_t i = 0; i < count && code == 0; i++) {
        code = method_named(cursor, signature, &index);
        if (code == 0)
            code = put(cursor, out, ", ");
        if (code == 0)
            code =
                data_one_call(cursor, &signature->calls[index], signature->calls[index].name, out);
    }
    return code;
}

int signature_call_text(const struct signature *signature, const char *data, size_t size,
                        struct buffer *out, struct error *error)
{
    struct cursor cursor = { data, data, data + size, "test data", error };
    int code = signature->is_class ? data_class(&cursor, signature, out)
                                   : data_arguments(&cursor, &signature->calls[0], true, out);

    return code < 0 ? code : data_end(&cursor);
}

/* Passes over the arguments of a call. */
static int skip_arguments(struct cursor *cursor, const struct signature_call *call)
{
    AUTO_BUFFER struct buffer ignored = { 0 };

    return data_arguments(cursor, call, false, &ignored);
}

/* One value a method that the input calls. */
static int class_results(const struct signature *signature, struct cursor *input,
                         struct cursor *output, struct buffer *out)
{
    size_t count = 0, index = 0;
    int code = skip_arguments(input, &signature->calls[0]);

    if (code == 0)
        code = data_count(input, &count);
    for (size_t i = 0; i < count && code == 0; i++) {
        code = method_named(input, signature, &index);
        if (code == 0)
            code = skip_arguments(input, &signature->calls[index]);
        if (code == 0 && i > 0)
            code = put(output, out, ", ");
        if (code == 0)
            code = data_value(output, signature->calls[index].result, out);
    }
    return code;
}

static int function_results(const struct signature_call *call, struct cursor *output,
                            struct buffer *out)
{
    bool first = call->result->kind == SIGNATURE_VOID;
    int code = first ? 0 : data_value(output, call->result, out);

    for (size_t i = 0; i < call->parameter_count && code == 0; i++) {
        if (!call->parameters[i].changed)
            continue;
        code = put(output, out, first ? "" : ", ");
        if (code == 0)
            code = put(output, out, call->parameters[i].name);
        if (code == 0)
            code = put(output, out, " = ");
        if (code == 0)
            code = data_value(output, call->parameters[i].type, out);
        first = false;
    }
    return code;
}

int signature_result_text(const struct signature *signature, const char *input, size_t input_size,
                          const char *output, size_t output_size, struct buffer *out,
                          struct error *error)
{
    struct cursor calls = { input, input, input + input_size, "test data", error };
    struct cursor cursor = { output, output, output + output_size, "output", error };
    int code = signature->is_class ? class_results(signature, &calls, &cursor, out)
                                   : function_results(&signature->calls[0], &cursor, out);

    return code < 0 ? code : data_end(&cursor);
}
