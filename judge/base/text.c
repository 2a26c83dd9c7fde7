/*
 * Text of others, made fit to show, and patterns.
 *
 * text_harmless() reads a compiler's or a submission's output once, from left to right, and copies
 * what is text. Whatever could make a terminal do something (escape sequences, C0 and C1 controls,
 * the marks that reverse the reading direction) is left out.
 */
#define PCRE2_CODE_UNIT_WIDTH 8

#include "judge/base/text.h"

#include "judge/base/memory.h"

#include <errno.h>
#include <pcre2.h>
#include <stdint.h>
#include <string.h>

/* ---- Harmless text -------------------------------------------------------------------------- */

#define ESCAPE 0x1b
#define BELL 0x07
#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

/* Length of the escape sequence at `text`, which starts with ESC.
 * Source   ECMA-48: CSI 5.4 (final byte 0x40 to 0x7e), control strings 5.6 (end in ST). xterm also
 *          ends OSC with BEL. */
static size_t escape_length(const unsigned char *text, size_t size)
{
    size_t at = 2;

    if (size < 2)
        return size;
    if (text[1] == '[') {
        while (at < size && text[at] >= 0x20 && text[at] < 0x40)
            at++;
        return at < size && text[at] >= 0x40 && text[at] < 0x7f ? at + 1 : at;
    }
    if (text[1] && strchr("]PX^_", text[1])) {
        /* A string without its end takes the rest of the line, not of the text. */
        for (; at < size && text[at] != '\n'; at++) {
            if (text[at] == BELL)
                return at + 1;
            if (text[at] == ESCAPE && at + 1 < size && text[at + 1] == '\\')
                return at + 2;
        }
        return at;
    }
    while (at - 1 < size && text[at - 1] >= 0x20 && text[at - 1] < 0x30)
        at++;
    if (at - 1 < size && text[at - 1] >= 0x30 && text[at - 1] < 0x7f)
        return at;
    return at - 1;
}

size_t text_decode(const char *characters, size_t size, uint32_t *ret)
{
    const unsigned char *text = (const unsigned char *) characters;
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    size_t length = text[0] < 0x80             ? 1
                    : (text[0] & 0xe0) == 0xc0 ? 2
                    : (text[0] & 0xf0) == 0xe0 ? 3
                    : (text[0] & 0xf8) == 0xf0 ? 4
                                               : 0;

    if (length == 0 || length > size)
        return 0;
    uint32_t value = length == 1 ? text[0] : text[0] & (0x7fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((text[i] & 0xc0) != 0x80)
            return 0;
        value = value << 6 | (text[i] & 0x3f);
    }
    if (value < least[length] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return 0;
    *ret = value;
    return length;
}

bool text_is_control(uint32_t character)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        { 0x00, 0x08 },     { 0x0b, 0x1f },     /* C0 without tab and newline */
        { 0x7f, 0x9f },                         /* DEL and C1 */
        { 0x61c, 0x61c },                       /* Arabic letter mark: a direction mark */
        { 0x200e, 0x200f }, { 0x2028, 0x202e }, /* direction marks, line separators, overrides */
        { 0x2066, 0x2069 },                     /* direction isolates */
        { 0xfffe, 0xffff },                     /* no characters; XML forbids them */
    };

    for (size_t i = 0; i < COUNT(ranges); i++) {
        if (character >= ranges[i].first && character <= ranges[i].last)
            return true;
    }
    return false;
}

/* Appends the character at `text`, if it may be shown; returns how many bytes it took there. */
static int copy_character(struct buffer *buffer, const unsigned char *text, size_t size,
                          size_t *ret_length)
{
    uint32_t character = 0;

    if (text[0] == ESCAPE) {
        *ret_length = escape_length(text, size);
        return 0;
    }
    size_t length = text_decode((const char *) text, size, &character);
    *ret_length = length ? length : 1;
    if (length == 0)
        return buffer_puts(buffer, REPLACEMENT);
    return text_is_control(character) ? 0 : buffer_append(buffer, text, length);
}

char *text_harmless(const char *text, size_t size, size_t limit)
{
    AUTO_BUFFER struct buffer buffer = { 0 };
    const unsigned char *bytes = (const unsigned char *) text;
    size_t at = 0, length = 0;

    if (buffer_puts(&buffer, "") < 0)
        return NULL;
    while (at < size) {
        size_t before = buffer.size;
        if (copy_character(&buffer, bytes + at, size - at, &length) < 0)
            return NULL;
        if (buffer.size > limit) {
            buffer.size = before;
            buffer.data[before] = '\0';
            break;
        }
        at += length;
    }
    if (at < size && buffer_printf(&buffer, "%s[%zu more bytes not shown]\n",
                                   buffer.size && buffer.data[buffer.size - 1] != '\n' ? "\n" : "",
                                   size - at) < 0)
        return NULL;
    return steal(&buffer.data);
}

char *text_last_line(const char *text, size_t size, size_t limit)
{
    static const char blank[] = " \t\r\n";
    size_t start;

    while (size > 0 && (text[size - 1] == '\0' || strchr(blank, text[size - 1])))
        size--;
    for (start = size; start > 0 && text[start - 1] != '\n'; start--)
        ;
    char *line = text_harmless(size ? text + start : "", size - start, limit);

    if (line)
        text_line(line);
    return line;
}

void text_line(char *text)
{
    const unsigned char *from = (const unsigned char *) text;
    size_t left = strlen(text);
    char *to = text;

    while (left > 0) {
        uint32_t character = 0;
        size_t length = text_decode((const char *) from, left, &character);

        if (length == 0 || text_is_control(character) || *from == '\t' || *from == '\n') {
            *to++ = strchr("\t\n\r", *from) ? ' ' : '?';
            length += length == 0;
        } else {
            memmove(to, from, length);
            to += length;
        }
        from += length;
        left -= length;
    }
    *to = '\0';
}

/* ---- Patterns ------------------------------------------------------------------------------- */

struct pattern {
    pcre2_code *code;
    pcre2_match_data *match;
};

void pattern_free(struct pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_match_data_free(pattern->match);
    pcre2_code_free(pattern->code);
    free(pattern);
}

int pattern_new(const char *text, struct pattern **ret, struct error *error)
{
    int code = 0;
    PCRE2_SIZE offset = 0;
    PCRE2_UCHAR message[200];
    struct pattern *pattern = memory_alloc(sizeof(*pattern));

    if (!pattern)
        return error_set(error, -ENOMEM, "out of memory");
    pattern->match = NULL;
    pattern->code =
        pcre2_compile((PCRE2_SPTR) text, PCRE2_ZERO_TERMINATED,
                      PCRE2_MULTILINE | PCRE2_UTF | PCRE2_MATCH_INVALID_UTF, &code, &offset, NULL);
    if (!pattern->code) {
        pattern_free(pattern);
        pcre2_get_error_message(code, message, sizeof(message));
        return error_set(error, -EINVAL, "pattern '%s', position %zu: %s", text, (size_t) offset,
                         (const char *) message);
    }
    /* Where the JIT is not to be had (no executable memory), the interpreter does the same. */
    (void) pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
    pattern->match = pcre2_match_data_create_from_pattern(pattern->code, NULL);
    if (!pattern->match) {
        pattern_free(pattern);
        return error_set(error, -ENOMEM, "out of memory");
    }
    *ret = pattern;
    return 0;
}

unsigned pattern_group(const struct pattern *pattern, const char *name)
{
    int number = pcre2_substring_number_from_name(pattern->code, (PCRE2_SPTR) name);

    return number > 0 ? (unsigned) number : 0;
}

bool pattern_find_from(struct pattern *pattern, const char *text, size_t size, size_t from,
                       unsigned group, size_t *ret_start, size_t *ret_length)
{
    PCRE2_SPTR subject = (PCRE2_SPTR) text;
    int count = pcre2_match(pattern->code, subject, size, from, 0, pattern->match, NULL);

    if (count == PCRE2_ERROR_JIT_STACKLIMIT)
        count = pcre2_match(pattern->code, subject, size, from, PCRE2_NO_JIT, pattern->match, NULL);
    if (count < 0)
        return false;
    const PCRE2_SIZE *places = pcre2_get_ovector_pointer(pattern->match);
    size_t start = (size_t) group * 2;
    bool set = (int) group < count && places[start] != PCRE2_UNSET;
    if (ret_start)
        *ret_start = set ? places[start] : 0;
    if (ret_length)
        *ret_length = set ? places[start + 1] - places[start] : 0;
    return set;
}

bool pattern_find(struct pattern *pattern, const char *text, size_t size, unsigned group,
                  size_t *ret_start, size_t *ret_length)
{
    return pattern_find_from(pattern, text, size, 0, group, ret_start, ret_length);
}

bool text_matches(const char *pattern, const char *text, size_t size)
{
    struct pattern *compiled = NULL;
    struct error error;

    if (pattern_new(pattern, &compiled, &error) < 0)
        return false;
    bool found = pattern_find(compiled, text, size, 0, NULL, NULL);
    pattern_free(compiled);
    return found;
}

/* ---- Sizes ---------------------------------------------------------------------------------- */

void text_bytes(unsigned long long bytes, char *text, size_t size)
{
    static const char *const units[] = { "B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB" };
    double value = (double) bytes;
    size_t unit = 0;

    /* 1023.95 would be written as "1024.0". */
    while (value >= 1023.95 && unit + 1 < COUNT(units)) {
        value /= 1024;
        unit++;
    }
    bool whole = unit == 0 || value - (double) (unsigned long long) value < 0.05;
    snprintf(text, size, "%.*f %s", whole ? 0 : 1, value, units[unit]);
}
