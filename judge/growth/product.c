#include "judge/growth/product.h"

#include "judge/base/memory.h"
#include "judge/growth/expect.h"

#include <errno.h>
#include <math.h>

/* What the second size is where the first grows alone: such a part of its largest, so that what it
 * makes by itself does not hide the first; with less, some programs do something else. */
#define PART_BESIDE 256
#define LEAST_BESIDE 4
#define FEW_SECOND 32   /* so many are never too many */
#define CLOSE_POWER 0.3 /* of the power that is expected */
#define MOST_POWER 3.0  /* that a class has */

static int64_t unit_of(const struct package_second *second)
{
    return second->size < second->most ? second->size : second->most;
}

int64_t product_most(const struct package_second *second, enum product_axis axis)
{
    return axis == PRODUCT_FIRST    ? second->size
           : axis == PRODUCT_SECOND ? second->most
                                    : unit_of(second);
}

void product_sizes(const struct package_second *second, enum product_axis axis, int64_t at,
                   int64_t *ret_size, int64_t *ret_second)
{
    int64_t beside = second->most / PART_BESIDE, unit = unit_of(second);

    *ret_size = axis == PRODUCT_FIRST    ? at
                : axis == PRODUCT_SECOND ? second->size
                                         : at * (second->size / unit);
    *ret_second = axis == PRODUCT_SECOND  ? at
                  : axis == PRODUCT_BOTH  ? at * (second->most / unit)
                  : beside > LEAST_BESIDE ? beside
                                          : LEAST_BESIDE;
}

double product_weight(const struct package_second *second, enum product_axis axis, int64_t at)
{
    int64_t size, beside;

    product_sizes(second, axis, at, &size, &beside);
    return (double) size * (double) beside;
}

static int64_t scaled(int64_t most, double share)
{
    int64_t least = most < FEW_SECOND ? most : FEW_SECOND,
            result = (int64_t) ((double) most * share);

    return result > least ? result : least;
}

struct package_second product_scaled(const struct package_second *second, int64_t measured)
{
    double share = fmin(1, (double) measured / (double) second->size);
    struct package_second result = *second;

    result.size = scaled(second->size, share);
    result.most = scaled(second->most, share);
    return result;
}

/* ---- As text -------------------------------------------------------------------------------- */

static int put(struct buffer *text, const char *before, const char *letter, const char *behind)
{
    return buffer_printf(text, "%s%s%s%s", text->size ? " " : "", before, letter, behind);
}

static int put_power(struct buffer *text, const struct expect_order *order, const char *letter)
{
    double whole = floor(order->power);
    char power[16] = "";
    int code = 0;

    if (order->exponential)
        return put(text, "2^", letter, "");
    if (whole > 1)
        snprintf(power, sizeof(power), "^%.0f", whole);
    if (whole > 0)
        code = put(text, "", letter, power);
    return code == 0 && order->power > whole ? put(text, "sqrt ", letter, "") : code;
}

static int put_logs(struct buffer *text, const struct expect_order *order, const char *letter)
{
    return order->logs > 0 ? put(text, "log ", letter, "") : 0;
}

static int put_class(struct buffer *text, const struct expect_order *order, const char *letter)
{
    int code = put_power(text, order, letter);

    return code == 0 ? put_logs(text, order, letter) : code;
}

static const char *text_of(struct arena *arena, const struct expect_order *first,
                           const struct expect_order *second, const char *name, bool sum)
{
    AUTO_BUFFER struct buffer text = { 0 };
    int code;

    if (sum) {
        code = put_class(&text, first, "n");
        if (code == 0)
            code = put(&text, "+ ", "", "");
        text.size -= text.size > 0; /* its blank, since what follows brings one */
        if (code == 0)
            code = put_class(&text, second, name);
    } else {
        code = put_power(&text, first, "n");
        code = code == 0 ? put_power(&text, second, name) : code;
        code = code == 0 ? put_logs(&text, first, "n") : code;
        code = code == 0 ? put_logs(&text, second, name) : code;
    }
    if (code == 0 && text.size == 0)
        code = put(&text, "1", "", "");
    return code == 0 ? arena_strdup(arena, text.data) : NULL;
}

/* ---- Deciding ------------------------------------------------------------------------------- */

static bool is_constant(const struct growth_answer *answer)
{
    return answer->class == GROWTH_CONSTANT;
}

static const char *why_not(struct arena *arena, const char *name, const char *what,
                           const struct growth_answer *answer)
{
    return arena_printf(arena, "%s%s: %s", what, name, answer->reason ? answer->reason : "?");
}

/* Whether what both make together is the sum of what each does; *ret_clear: it is one of the two.
 */
static bool is_sum(const struct expect_order *first, const struct expect_order *second,
                   const struct expect_order *both, bool *ret_clear)
{
    double product = fmin(first->power + second->power, MOST_POWER);
    double sum = fmax(first->power, second->power);

    *ret_clear =
        fabs(both->power - product) <= CLOSE_POWER || fabs(both->power - sum) <= CLOSE_POWER;
    if (first->exponential || second->exponential)
        *ret_clear = false;
    return fabs(both->power - sum) < fabs(both->power - product);
}

/* A reason, or NULL and the text. NULL for both: out of memory. */
static const char *combine(struct arena *arena, const char *name,
                           const struct growth_product *product, const char **ret_text)
{
    const struct growth_answer *first = &product->first, *second = &product->second;
    bool sum = false, clear = true;

    *ret_text = NULL;
    if (first->class == GROWTH_UNKNOWN)
        return why_not(arena, "n", "with ", first);
    if (second->class == GROWTH_UNKNOWN)
        return why_not(arena, name, "with ", second);
    struct expect_order of_first = expect_order(first->class);
    struct expect_order of_second = expect_order(second->class);

    if (!is_constant(first) && !is_constant(second)) {
        if (product->both.class == GROWTH_UNKNOWN)
            return why_not(arena, "", "with both", &product->both);
        struct expect_order both = expect_order(product->both.class);

        sum = is_sum(&of_first, &of_second, &both, &clear);
    }
    if (!clear)
        return "what both make together is neither their product nor their sum";
    *ret_text = text_of(arena, &of_first, &of_second, name, sum);
    return NULL;
}

int product_combine(struct arena *arena, const char *name, const char *expected,
                    struct growth_product *product)
{
    struct expectation alone = expect_read_letter(expected, name, false);
    struct expectation together = expect_read_letter(expected, name, true);

    product->reason = combine(arena, name, product, &product->text);
    if (!product->reason && !product->text)
        return -ENOMEM;
    product->confidence =
        product->reason ? 0 : fmin(product->first.confidence, product->second.confidence);
    if (!product->reason && !is_constant(&product->first) && !is_constant(&product->second))
        product->confidence = fmin(product->confidence, product->both.confidence);
    product->verdict = expect_judge(&alone, product->second.class);
    /* n k where n + k is expected: neither size shows it alone. */
    if (expect_judge(&together, product->both.class) == GROWTH_WORSE)
        product->verdict = GROWTH_WORSE;
    return 0;
}
