/*
 * Theory of operation: a text is read as sum, product and power of n, logarithms and other letters.
 * Its value is a range of orders: powers of n and of log n, where a letter that is not n is
 * anything from 1 to n. What cannot be read is no opinion. Read for another letter, only that one
 * grows.
 */

#include "judge/growth/expect.h"

#include "judge/growth/curve.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_DEPTH 8

struct range {
    struct expect_order low, high;
};

struct reader {
    const char *at, *end;
    const char *letter; /* NULL: n, and other letters are anything; else all others are constant, */
    bool with_n;        /* but n, which grows with it */
    int depth;
    bool failed, found; /* the letter */
};

static const struct expect_order orders[GROWTH_CLASS_COUNT] = {
    [GROWTH_CONSTANT] = { 0, 0, false },   [GROWTH_LOG] = { 0, 1, false },
    [GROWTH_ROOT] = { 0.5, 0, false },     [GROWTH_LINEAR] = { 1, 0, false },
    [GROWTH_LINEAR_LOG] = { 1, 1, false }, [GROWTH_LINEAR_ROOT] = { 1.5, 0, false },
    [GROWTH_SQUARE] = { 2, 0, false },     [GROWTH_SQUARE_LOG] = { 2, 1, false },
    [GROWTH_CUBE] = { 3, 0, false },       [GROWTH_EXPONENTIAL] = { 0, 0, true },
};

struct expect_order expect_order(enum growth_class class)
{
    return orders[class];
}

static int compare(const struct expect_order *one, const struct expect_order *other)
{
    if (one->exponential != other->exponential)
        return one->exponential ? 1 : -1;
    if (one->power != other->power)
        return one->power > other->power ? 1 : -1;
    return (one->logs > other->logs) - (one->logs < other->logs);
}

/* ---- Reading -------------------------------------------------------------------------------- */

/* NOLINTBEGIN(misc-no-recursion): as deep as MOST_DEPTH, and a text is a line of a package */
static struct range read_sum(struct reader *reader);

static void skip_blanks(struct reader *reader)
{
    while (reader->at < reader->end && (*reader->at == ' ' || *reader->at == '|'))
        reader->at++;
}

static bool take(struct reader *reader, const char *word)
{
    size_t length = strlen(word);

    skip_blanks(reader);
    if ((size_t) (reader->end - reader->at) < length || strncmp(reader->at, word, length) != 0)
        return false;
    /* A word ends where it ends. */
    if (isalpha((unsigned char) *word) && reader->at + length < reader->end &&
        isalpha((unsigned char) reader->at[length]))
        return false;
    reader->at += length;
    return true;
}

static struct range fixed(double power, double logs)
{
    return (struct range){ { power, logs, false }, { power, logs, false } };
}

static struct range fail(struct reader *reader)
{
    reader->failed = true;
    return fixed(0, 0);
}

/* The logarithm of something from 1 to a power of n. */
static struct range log_of(struct range inner)
{
    struct range result = fixed(0, 0);

    result.low.logs = inner.low.power > 0 ? 1 : 0;
    result.high.logs = inner.high.power > 0 ? 1 : 0;
    if (inner.low.exponential || inner.high.exponential)
        return fixed(1, 0);
    return result;
}

static struct range scaled(struct range inner, double exponent)
{
    inner.low.power *= exponent;
    inner.low.logs *= exponent;
    inner.high.power *= exponent;
    inner.high.logs *= exponent;
    return inner;
}

static struct range read_factor(struct reader *reader);

/* What a factorial is, or an exponent makes of a number. */
static struct expect_order beyond_powers(struct expect_order order)
{
    return (struct expect_order){ 0, 0, order.exponential || order.power > 0 };
}

static struct range read_group(struct reader *reader)
{
    struct range inner = read_sum(reader);

    return take(reader, ")") ? inner : fail(reader);
}

static struct range read_number(struct reader *reader)
{
    char *end = NULL;

    (void) strtod(reader->at, &end);
    reader->at = end;
    skip_blanks(reader);
    if (reader->at < reader->end && *reader->at == '^') {
        reader->at++;
        struct range exponent = read_factor(reader);

        return (struct range){ beyond_powers(exponent.low), beyond_powers(exponent.high) };
    }
    return fixed(0, 0);
}

/* A size: n, or another letter (with digits or an index), whose name is one letter or in capitals.
 * Longer names are sizes too: "capacity". */
static struct range read_name(struct reader *reader)
{
    const char *start = reader->at;

    while (reader->at < reader->end && (isalnum((unsigned char) *reader->at) || *reader->at == '_'))
        reader->at++;
    size_t length = (size_t) (reader->at - start);

    if (reader->letter) {
        bool same =
            strlen(reader->letter) == length && strncasecmp(start, reader->letter, length) == 0;

        reader->found |= same;
        same |= reader->with_n && length == 1 && (*start == 'n' || *start == 'N');
        return fixed(same ? 1 : 0, 0);
    }
    if (length == 1 && (*start == 'n' || *start == 'N'))
        return fixed(1, 0);
    return (struct range){ { 0, 0, false }, { 1, 0, false } };
}

static struct range read_base(struct reader *reader)
{
    skip_blanks(reader);
    if (reader->at >= reader->end || reader->depth > MOST_DEPTH)
        return fail(reader);
    if (take(reader, "("))
        return read_group(reader);
    if (take(reader, "log") || take(reader, "lg") || take(reader, "ln") || take(reader, "log2"))
        return log_of(read_factor(reader));
    if (take(reader, "sqrt") || take(reader, "\xe2\x88\x9a"))
        return scaled(read_factor(reader), 0.5);
    if (isdigit((unsigned char) *reader->at))
        return read_number(reader);
    if (isalpha((unsigned char) *reader->at))
        return read_name(reader);
    return fail(reader);
}

static struct range read_power(struct reader *reader, struct range base)
{
    skip_blanks(reader);
    if (reader->at < reader->end && isdigit((unsigned char) *reader->at)) {
        char *end = NULL;
        double exponent = strtod(reader->at, &end);

        reader->at = end;
        return exponent <= 16 ? scaled(base, exponent) : fail(reader);
    }
    read_factor(reader);
    return (struct range){ base.low, { 0, 0, true } };
}

static struct range read_factor(struct reader *reader)
{
    reader->depth++;
    struct range base = read_base(reader);

    if (take(reader, "!"))
        base = (struct range){ beyond_powers(base.low), beyond_powers(base.high) };
    else if (take(reader, "^"))
        base = read_power(reader, base);
    else if (take(reader, "\xc2\xb2"))
        base = scaled(base, 2);
    else if (take(reader, "\xc2\xb3"))
        base = scaled(base, 3);
    reader->depth--;
    return base;
}

static void multiply(struct expect_order *one, const struct expect_order *other)
{
    one->power += other->power;
    one->logs += other->logs;
    one->exponential |= other->exponential;
}

static bool ends_product(struct reader *reader)
{
    skip_blanks(reader);
    return reader->failed || reader->at >= reader->end || strchr("+),", *reader->at) != NULL;
}

static struct range read_product(struct reader *reader)
{
    struct range product = read_factor(reader);

    while (!ends_product(reader)) {
        if (!take(reader, "*") && !take(reader, "\xc2\xb7"))
            take(reader, "\xc3\x97");
        struct range factor = read_factor(reader);

        multiply(&product.low, &factor.low);
        multiply(&product.high, &factor.high);
    }
    return product;
}

/* Where the others are constants, they may be so large that of n log k + k only log k shows: the
 * least is the one that grows least. */
static bool is_lower(const struct reader *reader, const struct range *more, const struct range *sum)
{
    const struct expect_order constant = { 0, 0, false };

    if (!reader->letter || reader->with_n || compare(&sum->low, &constant) == 0)
        return compare(&more->low, &sum->low) > 0;
    return compare(&more->low, &constant) > 0 && compare(&more->low, &sum->low) < 0;
}

static struct range read_sum(struct reader *reader)
{
    struct range sum = read_product(reader);

    while (!reader->failed && (take(reader, "+") || take(reader, ","))) {
        struct range more = read_product(reader);

        if (is_lower(reader, &more, &sum))
            sum.low = more.low;
        if (compare(&more.high, &sum.high) > 0)
            sum.high = more.high;
    }
    return sum;
}

/* NOLINTEND(misc-no-recursion) */

/* ---- As classes ----------------------------------------------------------------------------- */

/* The fastest growing class that is not above an order. */
static enum growth_class class_below(const struct expect_order *order)
{
    enum growth_class found = GROWTH_CONSTANT;

    for (size_t i = 0; i < GROWTH_CLASS_COUNT; i++)
        if (compare(&orders[i], order) <= 0)
            found = (enum growth_class) i;
    return found;
}

static enum growth_class class_above(const struct expect_order *order)
{
    for (size_t i = 0; i < GROWTH_CLASS_COUNT; i++)
        if (compare(&orders[i], order) >= 0)
            return (enum growth_class) i;
    return GROWTH_EXPONENTIAL;
}

/* Whether the text goes on with "a call", "per query" and the like. */
static bool is_each(const char *rest)
{
    static const char *const words[] = { " a call",
                                         " per ",
                                         " each",
                                         " a query",
                                         " for each",
                                         " a message",
                                         " an operation",
                                         " amortized per ",
                                         " amortised per ",
                                         " amortized a call",
                                         " amortised a call" };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strncmp(rest, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

/* The parenthesis that closes the one before `at`. */
static const char *closing(const char *at)
{
    for (int depth = 1; *at; at++) {
        depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
        if (depth == 0)
            return at;
    }
    return NULL;
}

/* What else a text is read for. */
struct wish {
    const char *letter; /* NULL: n alone */
    bool with_n, found; /* the letter */
};

/* The next O(...) of a text, and where it goes on behind it; false: there is none, or it cannot be
 * read. */
static bool next_order(const char **text, struct wish *wish, struct range *ret)
{
    const char *start = strstr(*text, "O(");
    const char *end = start ? closing(start + 2) : NULL;
    const struct expect_order one = { 1, 0, false };

    if (!end)
        return false;
    struct reader reader = {
        .at = start + 2, .end = end, .letter = wish->letter, .with_n = wish->with_n
    };

    *text = end + 1;
    *ret = read_sum(&reader);
    skip_blanks(&reader);
    if (reader.failed || reader.at != reader.end)
        return false;
    wish->found |= reader.found;
    /* n calls. */
    if ((!wish->letter || wish->with_n) && is_each(*text)) {
        multiply(&ret->low, &one);
        multiply(&ret->high, &one);
    }
    return true;
}

/* Whether the word before `at` is `word`. */
static bool is_behind(const char *text, const char *at, const char *word)
{
    size_t length = strlen(word);

    if ((size_t) (at - text) <= length + 1 || at[-1] != ' ')
        return false;
    const char *start = at - 1 - length;
    return strncmp(start, word, length) == 0 && !isalpha((unsigned char) start[-1]);
}

static struct expectation read_orders(const char *text, struct wish *wish)
{
    struct expectation result = { 0 };
    struct range range, more;
    const char *rest = text;

    if (!text || !next_order(&rest, wish, &range))
        return result;
    /* "or O(...)": as good; "and O(...)": beside it. What cannot be read there adds nothing. */
    for (const char *next = strstr(rest, "O("); next; next = strstr(rest, "O(")) {
        bool other = is_behind(text, next, "or"), beside = is_behind(text, next, "and");

        bool found = wish->found;

        rest = next;
        if (!next_order(&rest, wish, &more)) {
            rest = next + 2;
            continue;
        }
        wish->found = other || beside ? wish->found : found;
        if ((other && compare(&more.low, &range.low) < 0) ||
            (beside && compare(&more.low, &range.low) > 0))
            range.low = more.low;
        if ((other || beside) && compare(&more.high, &range.high) > 0)
            range.high = more.high;
    }
    result.known = true;
    result.low = class_below(&range.low);
    result.high = class_above(&range.high);
    return result;
}

struct expectation expect_read(const char *text)
{
    struct wish wish = { .letter = NULL };

    return read_orders(text, &wish);
}

struct expectation expect_read_letter(const char *text, const char *letter, bool with_n)
{
    for (const char *at = text; at; at = strstr(at + 1, "O(")) {
        struct wish wish = { .letter = letter, .with_n = with_n };
        struct expectation result = read_orders(at, &wish);

        if (wish.found)
            return result;
    }
    return (struct expectation){ 0 };
}

enum growth_verdict expect_judge(const struct expectation *expected, enum growth_class class)
{
    if (!expected->known || class == GROWTH_UNKNOWN)
        return GROWTH_UNSURE;
    return class < expected->low    ? GROWTH_BETTER
           : class > expected->high ? GROWTH_WORSE
                                    : GROWTH_AS_EXPECTED;
}

double growth_expected_ratio(const char *expected, double from, double to)
{
    struct expectation range = expect_read(expected);

    return range.known ? 1 / curve_value(range.high, from, to) : NAN;
}
