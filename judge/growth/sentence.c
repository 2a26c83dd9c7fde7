/* One or two sentences: how much slower twice the input is, what was expected, and when the limit
 * is missed. */

#include "judge/growth/sentence.h"

#include "judge/base/text.h"
#include "judge/growth/curve.h"

#include <math.h>
#include <string.h>

#define EXPECTED_BYTES 120
#define IN_STEP 0.2

double sentence_limit_size(enum growth_class class, double size, double seconds, double limit_s)
{
    double low = 1, high = size * 1024;

    if (class == GROWTH_UNKNOWN || class == GROWTH_CONSTANT || seconds <= 0)
        return 0;
    for (int i = 0; i < 100; i++) {
        double middle = (low + high) / 2;

        if (seconds * curve_value(class, middle, size) > limit_s)
            high = middle;
        else
            low = middle;
    }
    /* Two digits are all that it is good for. */
    double unit = pow(10, floor(log10(low)) - 1);
    return low > 10 ? round(low / unit) * unit : floor(low);
}

static const char *clean(struct arena *arena, const char *text)
{
    AUTO_FREE char *harmless = text_harmless(text, strlen(text), EXPECTED_BYTES);

    if (!harmless)
        return NULL;
    text_line(harmless);
    return arena_strdup(arena, harmless);
}

/* "60,000" */
static void put_number(double number, char *text, size_t size)
{
    char digits[32];
    size_t length, at = 0;

    snprintf(digits, sizeof(digits), "%.0f", number);
    length = strlen(digits);
    for (size_t i = 0; i < length && at + 2 < size; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            text[at++] = ',';
        text[at++] = digits[i];
    }
    text[at] = '\0';
}

static const char *expected_part(const struct growth *growth, const struct growth_answer *answer)
{
    static const char *const words[] = { [GROWTH_AS_EXPECTED] = ", as expected",
                                         [GROWTH_BETTER] = "; better than the expected ",
                                         [GROWTH_WORSE] = "; expected ",
                                         [GROWTH_UNSURE] = "; expected " };
    const char *expected = answer->expected ? clean(growth->arena, answer->expected) : "";

    if (!expected || !*expected)
        return expected;
    return arena_printf(growth->arena, "%s%s", words[answer->verdict],
                        answer->verdict == GROWTH_AS_EXPECTED ? "" : expected);
}

/* How much slower it is for one more, by the two largest sizes; 0: not known. */
static double times_for_one(const struct growth_answer *answer)
{
    if (answer->point_count < 2)
        return 0;
    const struct growth_point *last = &answer->points[answer->point_count - 1];
    double more = last->size - last[-1].size;

    return more > 0 && last[-1].count > 0 ? pow(last->count / last[-1].count, 1 / more) : 0;
}

/* Whether the two largest sizes are about as far apart as the class has it: other parts of a
 * program may still be most of it there. */
static bool is_in_step(const struct growth_answer *answer)
{
    if (answer->point_count == 0 || answer->class == GROWTH_EXPONENTIAL)
        return true;
    double size = answer->points[answer->point_count - 1].size;
    double expected = 1 / curve_value(answer->class, size / 2, size);

    return fabs(answer->doubling / expected - 1) <= IN_STEP;
}

static const char *time_part(const struct growth *growth)
{
    const struct growth_answer *time = &growth->time;
    const char *expected = expected_part(growth, time);
    const char *family = time->family ? clean(growth->arena, time->family) : "";

    if (!expected || !family)
        return NULL;
    if (time->class == GROWTH_UNKNOWN)
        return arena_printf(growth->arena, "How its time grows could not be told: %s",
                            time->reason ? time->reason : "nothing was measured");
    if (time->class == GROWTH_CONSTANT)
        return arena_printf(growth->arena, "It takes as long for any n%s", expected);
    bool explodes = time->class == GROWTH_EXPONENTIAL;

    return arena_printf(
        growth->arena, "%s %s it %.1f times slower%s its time grows as %s on \"%s\"%s",
        explodes ? "One more" : "Doubling n", explodes || is_in_step(time) ? "makes" : "made",
        explodes ? times_for_one(time) : time->doubling,
        explodes || is_in_step(time) ? ":" : " at the sizes that were measured; in the end",
        growth_class_name(time->class), family, expected);
}

static const char *space_part(const struct growth *growth)
{
    const struct growth_answer *space = &growth->space;
    const char *expected = expected_part(growth, space);
    bool other = space->family && growth->time.family && space->class != GROWTH_CONSTANT &&
                 strcmp(space->family, growth->time.family) != 0;
    const char *family = other ? clean(growth->arena, space->family) : "";

    if (!expected || !family)
        return NULL;
    if (space->class == GROWTH_UNKNOWN)
        return "";
    return arena_printf(growth->arena, " Its %smemory %s%s%s%s%s%s.",
                        growth->marked ? "extra " : "",
                        space->class == GROWTH_CONSTANT ? "is the same for any n" : "grows as ",
                        space->class == GROWTH_CONSTANT ? "" : growth_class_name(space->class),
                        other ? " on \"" : "", family, other ? "\"" : "", expected);
}

/* With the second size, as well. */
static const char *second_part(const struct growth *growth)
{
    static const char *const words[] = { [GROWTH_AS_EXPECTED] = ", as expected",
                                         [GROWTH_BETTER] = ", which is better than expected",
                                         [GROWTH_WORSE] = ", which is more than expected",
                                         [GROWTH_UNSURE] = "" };

    if (!growth->second || !growth->second->time.text)
        return "";
    const struct growth_product *time = &growth->second->time;
    const char *name = clean(growth->arena, growth->second->name);
    const char *what = clean(growth->arena, growth->second->what);

    if (!name || !what)
        return NULL;
    if (time->second.class == GROWTH_CONSTANT)
        return arena_printf(growth->arena, " It takes as long for any %s (%s).", name, what);
    return arena_printf(growth->arena, " With %s (%s) and n together its time grows as %s%s.", name,
                        what, time->text, words[time->verdict]);
}

const char *sentence_make(const struct growth *growth, const struct sentence_limit *limit)
{
    const char *time = time_part(growth), *space = space_part(growth);
    const char *second = second_part(growth);
    const char *missed = "";
    char number[48];

    if (limit->limit_s > 0) {
        put_number(limit->from_size, number, sizeof(number));
        missed = arena_printf(growth->arena, "; from about n = %s on it misses the %g s limit",
                              number, limit->limit_s);
    }
    if (!time || !space || !missed || !second)
        return NULL;
    return arena_printf(growth->arena, "%s%s.%s%s%s%s", time, missed, space, second,
                        growth->fault ? " What did not go well: " : "",
                        growth->fault ? growth->fault : "");
}
