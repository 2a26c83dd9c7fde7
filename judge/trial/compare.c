/*
 * Theory of operation: two cursors, one over the answer file and one over the output, step from
 * token to token. Both are plain bytes in memory (the answer file is read by the caller), tokens
 * are spans of them, and nothing is copied but numbers (into a buffer of fixed size) and, once, the
 * first difference. So the comparison is linear and a token may be as large as the output.
 *
 * Why the grammar of 2025-09 for every version: older texts refer to IEEE 754's character
 * sequences, and older validators read whatever sscanf() reads: hexadecimal numbers too. No package
 * means those, while a program that prints "0x10" or "nan" for a number is wrong.
 */

#include "judge/trial/compare.h"

#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cursor {
    const unsigned char *at, *end, *line_start;
    size_t line;
};

struct token {
    const unsigned char *data;
    size_t size;
};

/* The format's six; isspace() depends on the locale. */
static inline bool is_space(unsigned char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static inline bool at_space(const struct cursor *cursor)
{
    return cursor->at < cursor->end && is_space(*cursor->at);
}

static inline void step(struct cursor *cursor)
{
    if (*cursor->at++ == '\n') {
        cursor->line++;
        cursor->line_start = cursor->at;
    }
}

static void skip_space(struct cursor *cursor)
{
    while (at_space(cursor))
        step(cursor);
}

static struct token next_token(struct cursor *cursor)
{
    const unsigned char *start = cursor->at;

    while (cursor->at < cursor->end && !is_space(*cursor->at))
        cursor->at++;
    return (struct token){ start, (size_t) (cursor->at - start) };
}

static struct cursor cursor_over(const char *data, size_t size)
{
    const unsigned char *start = (const unsigned char *) data;

    return (struct cursor){ start, start + size, start, 1 };
}

/* ---- Numbers ------------------------------------------------------------------------------- */

/* More digits than any double needs to be told from its neighbours (767). */
#define DIGITS_KEPT 800

/* A number in decimal: 0.d1d2d3… times ten to `exponent`, leading zeros left out. */
struct decimal {
    char digits[DIGITS_KEPT];
    size_t count;
    long exponent;
    bool negative;
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static void add_digit(struct decimal *decimal, char digit, bool after_point)
{
    if (decimal->count == 0 && digit == '0') {
        decimal->exponent -= after_point;
        return;
    }
    decimal->exponent += !after_point;
    if (decimal->count < DIGITS_KEPT)
        decimal->digits[decimal->count++] = digit;
}

/* [sign] (digits* "." digits+ | digits+ "." | digits+), up to the exponent. */
static const char *scan_significand(const char *at, const char *end, struct decimal *decimal)
{
    size_t seen = 0;

    for (; at < end && is_digit(*at); at++, seen++)
        add_digit(decimal, *at, false);
    if (at < end && *at == '.')
        for (at++; at < end && is_digit(*at); at++, seen++)
            add_digit(decimal, *at, true);
    return seen ? at : NULL;
}

/* ("e" | "E") [sign] digits+, and nothing after it. Saturates far beyond a double's range. */
static bool scan_exponent(const char *at, const char *end, long *ret)
{
    long value = 0;
    bool negative = false;

    if (at == end)
        return true;
    if (*at != 'e' && *at != 'E')
        return false;
    at++;
    if (at < end && (*at == '+' || *at == '-'))
        negative = *at++ == '-';
    if (at == end)
        return false;
    for (; at < end && is_digit(*at); at++)
        if (value < 1000000000)
            value = value * 10 + (*at - '0');
    *ret += negative ? -value : value;
    return at == end;
}

/* Up to 15 digits and a power of ten up to 22 are exact doubles, and so one division or
 * multiplication rounds once. Source: Clinger 1990, "How to read floating point numbers". */
static bool convert_small(const struct decimal *decimal, double *ret)
{
    static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                     1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                     1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
    long scale = decimal->exponent - (long) decimal->count;
    int64_t mantissa = 0;

    if (decimal->count > 15 || scale > 22 || scale < -22)
        return false;
    for (size_t i = 0; i < decimal->count; i++)
        mantissa = mantissa * 10 + (decimal->digits[i] - '0');
    *ret = scale < 0 ? (double) mantissa / powers[-scale] : (double) mantissa * powers[scale];
    return true;
}

static double convert(const struct decimal *decimal)
{
    char text[DIGITS_KEPT + 32];
    double value;

    if (decimal->count == 0)
        return 0;
    if (convert_small(decimal, &value))
        return value;
    snprintf(text, sizeof(text), "0.%.*se%ld", (int) decimal->count, decimal->digits,
             decimal->exponent);
    /* The "C" locale is glibc's static one: this allocates nothing. */
    locale_t locale = newlocale(LC_ALL_MASK, "C", (locale_t) 0);
    value = strtod_l(text, NULL, locale);
    freelocale(locale);
    return value;
}

bool compare_number(const char *token, size_t size, double *ret)
{
    struct decimal decimal;
    const char *at = token, *end = token + size;
    double value;

    decimal.count = 0;
    decimal.exponent = 0;
    decimal.negative = false;
    if (at < end && (*at == '+' || *at == '-'))
        decimal.negative = *at++ == '-';
    at = scan_significand(at, end, &decimal);
    if (!at || !scan_exponent(at, end, &decimal.exponent))
        return false;
    value = convert(&decimal);
    if (isinf(value))
        return false;
    *ret = decimal.negative ? -value : value;
    return true;
}

/* ---- Tokens -------------------------------------------------------------------------------- */

static inline unsigned char lower(unsigned char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (unsigned char) (byte + ('a' - 'A')) : byte;
}

static bool same_text(const struct compare_rules *rules, struct token a, struct token b)
{
    if (a.size != b.size)
        return false;
    if (memcmp(a.data, b.data, a.size) == 0)
        return true;
    if (rules->case_sensitive)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (lower(a.data[i]) != lower(b.data[i]))
            return false;
    return true;
}

static bool token_number(struct token token, double *ret)
{
    return compare_number((const char *) token.data, token.size, ret);
}

static bool near_enough(const struct compare_rules *rules, double expected, double found)
{
    double off = fabs(found - expected);

    return (rules->absolute_given && off <= rules->absolute) ||
           (rules->relative_given && off <= rules->relative * fabs(expected));
}

/* Fills only what only it knows: the kind and the numbers. */
static bool tokens_match(const struct compare_rules *rules, struct token expected,
                         struct token found, struct compare_difference *difference)
{
    double want, have;

    difference->kind = COMPARE_TOKEN;
    if (!(rules->absolute_given || rules->relative_given) || !token_number(expected, &want))
        return same_text(rules, expected, found);
    difference->kind = COMPARE_NO_NUMBER;
    if (!token_number(found, &have))
        return false;
    difference->kind = COMPARE_NUMBER;
    difference->expected_number = want;
    difference->found_number = have;
    difference->allowed = fmax(rules->absolute_given ? rules->absolute : 0,
                               rules->relative_given ? rules->relative * fabs(want) : 0);
    return near_enough(rules, want, have);
}

/* ---- The first difference ------------------------------------------------------------------ */

/* Length of the valid UTF-8 sequence at `at` that is fit to show, 0 when it is not. */
static size_t visible_sequence(const unsigned char *at, size_t left)
{
    size_t length = *at < 0x80 ? 1 : *at >= 0xc2 && *at < 0xe0 ? 2 : (*at & 0xf0) == 0xe0 ? 3 : 0;

    if (length == 0 || length > left || *at < 0x20 || *at == 0x7f)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    /* U+0080 to U+009F steer terminals; U+061C and U+2000 to U+206F are or have the marks that
     * reorder text; surrogates and overlong forms are no characters. */
    if ((*at == 0xc2 && at[1] < 0xa0) || (*at == 0xe0 && at[1] < 0xa0) ||
        (*at == 0xed && at[1] >= 0xa0) || (*at == 0xd8 && at[1] == 0x9c) ||
        (*at == 0xe2 && (at[1] == 0x80 || at[1] == 0x81)))
        return 0;
    return length;
}

/* Writes a token so that it can be shown: at most about 80 bytes of it, the rest as a count. */
static void excerpt(struct token token, char text[128])
{
    size_t used = 0, i = 0;

    while (i < token.size && used < 80) {
        size_t length = visible_sequence(token.data + i, token.size - i);

        if (length) {
            memcpy(text + used, token.data + i, length);
            used += length;
            i += length;
        } else {
            used += (size_t) snprintf(text + used, 128 - used, "\\x%02x", token.data[i++]);
        }
    }
    text[used] = '\0';
    if (i < token.size)
        snprintf(text + used, 128 - used, "... (%zu bytes)", token.size);
}

static bool differ(struct compare_difference *difference, enum compare_kind kind,
                   const struct cursor *answer, const struct cursor *output, struct token expected,
                   struct token found)
{
    difference->kind = kind;
    difference->line = output->line;
    difference->column = (size_t) (found.data - output->line_start) + 1;
    difference->answer_line = answer->line;
    excerpt(expected, difference->expected);
    excerpt(found, difference->found);
    return false;
}

/* Steps over the same white space on both sides. */
static bool same_space(struct cursor *answer, struct cursor *output,
                       struct compare_difference *difference)
{
    for (; at_space(answer); step(answer), step(output))
        if (output->at == output->end || *output->at != *answer->at)
            break;
    if (!at_space(answer) && !at_space(output))
        return true;
    return differ(difference, COMPARE_SPACE, answer, output,
                  (struct token){ answer->at, answer->at < answer->end },
                  (struct token){ output->at, output->at < output->end });
}

bool compare_outputs(const struct compare_rules *rules, const char *answer_data, size_t answer_size,
                     const char *output_data, size_t output_size,
                     struct compare_difference *difference)
{
    struct cursor answer = cursor_over(answer_data, answer_size);
    struct cursor output = cursor_over(output_data, output_size);

    memset(difference, 0, sizeof(*difference));
    for (;;) {
        if (rules->space_change_sensitive && !same_space(&answer, &output, difference))
            return false;
        skip_space(&answer);
        skip_space(&output);
        struct token expected = next_token(&answer), found = next_token(&output);

        if (expected.size == 0 && found.size == 0)
            return true;
        if (expected.size == 0)
            return differ(difference, COMPARE_EXTRA, &answer, &output, expected, found);
        if (found.size == 0)
            return differ(difference, COMPARE_MISSING, &answer, &output, expected, found);
        if (!tokens_match(rules, expected, found, difference))
            return differ(difference, difference->kind, &answer, &output, expected, found);
    }
}

/* A byte that cannot be seen, by its name. */
static const char *space_name(const char *excerpt)
{
    static const char *const names[][2] = {
        { "", "the end" },
        { " ", "a space" },
        { "\\x09", "a tab" },
        { "\\x0a", "a newline" },
        { "\\x0b", "a vertical tab" },
        { "\\x0c", "a form feed" },
        { "\\x0d", "a carriage return" },
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (strcmp(excerpt, names[i][0]) == 0)
            return names[i][1];
    return "other text";
}

void compare_describe(const struct compare_difference *difference, char *text, size_t size)
{
    char place[64];
    double off = fabs(difference->found_number - difference->expected_number);

    snprintf(place, sizeof(place), "line %zu, column %zu", difference->line, difference->column);
    switch (difference->kind) {
    case COMPARE_TOKEN:
        snprintf(text, size, "%s: expected \"%s\", found \"%s\"", place, difference->expected,
                 difference->found);
        break;
    case COMPARE_NUMBER:
        snprintf(text, size, "%s: expected %s, found %s (off by %.3g, allowed %.3g)", place,
                 difference->expected, difference->found, off, difference->allowed);
        break;
    case COMPARE_NO_NUMBER:
        snprintf(text, size, "%s: expected the number %s, found \"%s\"", place,
                 difference->expected, difference->found);
        break;
    case COMPARE_SPACE:
        snprintf(text, size, "%s: white space differs: expected %s, found %s", place,
                 space_name(difference->expected), space_name(difference->found));
        break;
    case COMPARE_MISSING:
        snprintf(text, size, "%s: the output ends, expected \"%s\" (line %zu of the answer)", place,
                 difference->expected, difference->answer_line);
        break;
    case COMPARE_EXTRA:
        snprintf(text, size, "%s: expected the end of the output, found \"%s\"", place,
                 difference->found);
        break;
    }
}

/* ---- Arguments ----------------------------------------------------------------------------- */

static const struct tolerance_flag {
    const char *name;
    bool absolute, relative;
} tolerance_flags[] = {
    { "float_tolerance", true, true },
    { "float_absolute_tolerance", true, false },
    { "float_relative_tolerance", false, true },
};

static const struct tolerance_flag *tolerance_flag(const char *name)
{
    for (size_t i = 0; i < sizeof(tolerance_flags) / sizeof(tolerance_flags[0]); i++)
        if (strcmp(name, tolerance_flags[i].name) == 0)
            return &tolerance_flags[i];
    return NULL;
}

static int set_tolerance(struct compare_rules *rules, const struct tolerance_flag *flag,
                         const char *value, bool strict, struct error *error)
{
    double tolerance;

    if (!value)
        return error_set(error, -EINVAL, "output validator flag %s lacks its number", flag->name);
    if (!compare_number(value, strlen(value), &tolerance) || tolerance < 0)
        return error_set(error, -EINVAL, "output validator flag %s: \"%s\" is not a tolerance",
                         flag->name, value);
    if (strict &&
        ((flag->absolute && rules->absolute_given) || (flag->relative && rules->relative_given)))
        return error_set(error, -EINVAL, "output validator flag %s: a tolerance is given twice",
                         flag->name);
    if (flag->absolute) {
        rules->absolute_given = true;
        rules->absolute = tolerance;
    }
    if (flag->relative) {
        rules->relative_given = true;
        rules->relative = tolerance;
    }
    return 0;
}

int compare_rules_parse(const char *const *arguments, bool strict, struct compare_rules *ret,
                        struct error *error)
{
    struct compare_rules rules = { 0 };

    for (const char *const *at = arguments; at && *at; at++) {
        const struct tolerance_flag *flag = tolerance_flag(*at);

        if (strcmp(*at, "case_sensitive") == 0) {
            rules.case_sensitive = true;
        } else if (strcmp(*at, "space_change_sensitive") == 0) {
            rules.space_change_sensitive = true;
        } else if (!flag) {
            error_set(error, -EINVAL, "unknown output validator flag \"%.100s\"", *at);
            error_remedy(error, "the default validator knows case_sensitive, "
                                "space_change_sensitive and float_*tolerance NUMBER");
            return -EINVAL;
        } else {
            int code = set_tolerance(&rules, flag, at[1], strict, error);

            if (code < 0)
                return code;
            at++;
        }
    }
    *ret = rules;
    return 0;
}
