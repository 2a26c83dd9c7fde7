/*
 * What both directions of conversion share: a place in a text, messages that name it, and the
 * values that are written alike on both sides, strings and scalars.
 */
#include "judge/signature/cursor.h"

#include "judge/signature/internal.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

int cursor_no_memory(struct cursor *cursor)
{
    return error_set(cursor->error, -ENOMEM, "out of memory");
}

void cursor_skip(struct cursor *cursor)
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

int cursor_expected(struct cursor *cursor, const char *what)
{
    char found[64];

    peek_text(cursor, found, sizeof(found));
    return error_set(cursor->error, -EINVAL, "%s, column %zu: expected %s, found %s", cursor->what,
                     (size_t) (cursor->at - cursor->start) + 1, what, found);
}

bool cursor_take(struct cursor *cursor, char c)
{
    cursor_skip(cursor);
    if (cursor->at >= cursor->end || *cursor->at != c)
        return false;
    cursor->at++;
    return true;
}

int cursor_need(struct cursor *cursor, char c)
{
    char what[] = { '\'', c, '\'', '\0' };

    return cursor_take(cursor, c) ? 0 : cursor_expected(cursor, what);
}

static bool is_word(char c)
{
    return isalnum((unsigned char) c) || c == '_';
}

/* Takes a whole word. */
bool cursor_take_word(struct cursor *cursor, const char *word)
{
    size_t length = strlen(word);

    cursor_skip(cursor);
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
            return cursor_expected(cursor, "four hexadecimal digits");
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
        return cursor_expected(cursor, "a character other than NUL before");
    if (high >= 0xd800 && high <= 0xdfff) {
        if (high >= 0xdc00 || cursor->end - cursor->at < 6 || memcmp(cursor->at, "\\u", 2) != 0)
            return cursor_expected(cursor, "the other half of a surrogate pair");
        cursor->at += 2;
        code = hex_digits(cursor, &low);
        if (code < 0)
            return code;
        if (low < 0xdc00 || low > 0xdfff)
            return cursor_expected(cursor, "the other half of a surrogate pair before");
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
        return cursor->at--, cursor_expected(cursor, "a closing '\"' on the same line");
    if (c != '\\')
        return c < 0x80 ? put_character(c, out) : buffer_append(out, &(char){ (char) c }, 1);
    const char *hit = cursor->at < cursor->end && *cursor->at ? strchr(letters, *cursor->at) : NULL;
    if (hit) {
        cursor->at++;
        return put_character((unsigned char) meant[hit - letters], out);
    }
    if (cursor->at >= cursor->end || *cursor->at != 'u')
        return cursor_expected(cursor, "one of \" \\ / b f n r t u behind a backslash");
    cursor->at++;
    int status = unicode_escape(cursor, &code);
    return status < 0 ? status : put_character(code, out);
}

/* A JSON string literal, written again with the fewest escapes. */
int cursor_copy_string(struct cursor *cursor, struct buffer *out)
{
    int code;

    cursor_skip(cursor);
    if (cursor->at >= cursor->end || *cursor->at != '"')
        return cursor_expected(cursor, "a string in double quotes");
    cursor->at++;
    code = buffer_puts(out, "\"");
    while (code == 0 && cursor->at < cursor->end && *cursor->at != '"')
        code = string_step(cursor, out);
    if (code < 0)
        return code == -ENOMEM ? cursor_no_memory(cursor) : code;
    if (cursor->at >= cursor->end)
        return cursor_expected(cursor, "a closing '\"'");
    cursor->at++;
    return buffer_puts(out, "\"") < 0 ? cursor_no_memory(cursor) : 0;
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
size_t cursor_number(const struct cursor *cursor, char *token, size_t size)
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
    size_t length = cursor_number(cursor, token, sizeof(token));

    errno = 0;
    long long value = strtoll(token, &end, 10);
    if (length == 0 || *end || token[0] == '+' || errno || value < integers[kind].low ||
        value > integers[kind].high) {
        snprintf(what, sizeof(what), "%s (%lld to %lld)", integers[kind].what,
                 (long long) integers[kind].low, (long long) integers[kind].high);
        return cursor_expected(cursor, what);
    }
    cursor->at += length;
    return buffer_printf(out, "%lld", value) < 0 ? cursor_no_memory(cursor) : 0;
}

static int copy_double(struct cursor *cursor, struct buffer *out)
{
    char token[400], *end;
    size_t length = cursor_number(cursor, token, sizeof(token));
    double value = strtod(token, &end);

    if (length == 0 || *end || !isfinite(value) || strpbrk(token, "xXpP") || token[0] == '+')
        return cursor_expected(cursor, "a double");
    cursor->at += length;
    return buffer_puts(out, token) < 0 ? cursor_no_memory(cursor) : 0;
}

/* A value of one token. */
/* NOLINTNEXTLINE(misc-no-recursion): an optional holds no optional */
int cursor_copy_flat(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    cursor_skip(cursor);
    switch (type->kind) {
    case SIGNATURE_INT:
    case SIGNATURE_LONG:
        return copy_integer(cursor, type->kind, out);
    case SIGNATURE_DOUBLE:
        return copy_double(cursor, out);
    case SIGNATURE_BOOL:
        for (int i = 0; i < 2; i++)
            if (cursor_take_word(cursor, i ? "true" : "false"))
                return buffer_puts(out, i ? "true" : "false") < 0 ? cursor_no_memory(cursor) : 0;
        return cursor_expected(cursor, "true or false");
    case SIGNATURE_OPTIONAL:
        if (cursor_take_word(cursor, "null"))
            return buffer_puts(out, "null") < 0 ? cursor_no_memory(cursor) : 0;
        return cursor_copy_flat(cursor, type->element, out);
    default:
        return cursor_expected(cursor, "a value");
    }
}

/* ---- Names ------------------------------------------------------------------------------------
 */

/* The word at the cursor. */
size_t cursor_word(const struct cursor *cursor)
{
    size_t length = 0;

    while (cursor->at + length < cursor->end && is_word(cursor->at[length]))
        length++;
    return length;
}

int cursor_method(struct cursor *cursor, const struct signature *signature, size_t *ret)
{
    size_t length;

    cursor_skip(cursor);
    length = cursor_word(cursor);
    for (size_t i = 1; i < signature->call_count; i++)
        if (length && strlen(signature->calls[i].name) == length &&
            memcmp(signature->calls[i].name, cursor->at, length) == 0) {
            cursor->at += length;
            *ret = i;
            return 0;
        }
    return cursor_expected(cursor, "the name of a method");
}
