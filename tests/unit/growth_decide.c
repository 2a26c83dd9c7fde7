/* Which class synthetic counts are given, with noise and lower terms, and when none. */

#include "judge/base/memory.h"
#include "judge/growth/curve.h"
#include "judge/growth/decide.h"
#include "tests/unit/unit.h"

#include <math.h>

#define MOST 32

static const struct decide_rules rules = { .tolerance = 0.02, .floor = 100 };

/* The same at every run: between -1 and 1. */
static double noise_at(size_t i)
{
    return sin((double) (i * i) * 12.9898 + (double) i * 78.233);
}

struct curve {
    enum growth_class class;
    double constant, linear, own; /* own: at the largest size, in instructions; so is linear */
    double noise;
    double low, ratio;
    size_t count;
    enum growth_class expected;
};

static void make_points(const struct curve *curve, struct growth_point *points)
{
    double largest = curve->low * pow(curve->ratio, (double) curve->count - 1);

    for (size_t i = 0; i < curve->count; i++) {
        double size = round(curve->low * pow(curve->ratio, (double) i));
        double count = curve->constant + curve->linear * curve_value(GROWTH_LINEAR, size, largest) +
                       curve->own * curve_value(curve->class, size, largest);

        points[i] = (struct growth_point){ .size = size,
                                           .count = count * (1 + curve->noise * noise_at(i)) };
    }
}

#define PURE(name)                                                                                 \
    {                                                                                              \
        name, 500, 0, 1e8, 0, 100, 2, 9, name                                                      \
    }
#define NOISY(name)                                                                                \
    {                                                                                              \
        name, 500, 0, 1e8, 0.01, 100, 2, 9, name                                                   \
    }

static const struct curve curves[] = {
    { GROWTH_CONSTANT, 1e6, 0, 0, 0, 100, 2, 9, GROWTH_CONSTANT },
    { GROWTH_CONSTANT, 1e6, 0, 0, 0.01, 100, 2, 9, GROWTH_CONSTANT },
    { GROWTH_LOG, 200, 0, 1000, 0, 100, 2, 9, GROWTH_LOG },
    PURE(GROWTH_ROOT),
    PURE(GROWTH_LINEAR),
    PURE(GROWTH_LINEAR_LOG),
    PURE(GROWTH_LINEAR_ROOT),
    PURE(GROWTH_SQUARE),
    PURE(GROWTH_SQUARE_LOG),
    PURE(GROWTH_CUBE),
    NOISY(GROWTH_ROOT),
    NOISY(GROWTH_LINEAR),
    NOISY(GROWTH_LINEAR_LOG),
    NOISY(GROWTH_LINEAR_ROOT),
    NOISY(GROWTH_SQUARE),
    NOISY(GROWTH_CUBE),
    /* sorting that is a part of a linear program */
    { GROWTH_LINEAR_LOG, 1e4, 4e7, 6e7, 0, 800, 2, 9, GROWTH_LINEAR_LOG },
    /* a linear program whose start is large */
    { GROWTH_LINEAR, 1e7, 0, 1e8, 0.002, 800, 2, 9, GROWTH_LINEAR },
    /* quadratic with a tiny constant, linear with a huge one */
    { GROWTH_SQUARE, 1e4, 9e7, 1e7, 0, 800, 2, 9, GROWTH_SQUARE },
    { GROWTH_LINEAR, 1e2, 0, 1e10, 0, 800, 2, 9, GROWTH_LINEAR },
    /* the sizes of subsets */
    { GROWTH_EXPONENTIAL, 1e4, 0, 1e9, 0, 4, 1.2, 10, GROWTH_EXPONENTIAL },
    /* too few sizes, and too close */
    { GROWTH_LINEAR, 0, 0, 1e8, 0, 100, 2, 4, GROWTH_UNKNOWN },
    { GROWTH_LINEAR, 0, 0, 1e8, 0, 100, 1.1, 9, GROWTH_UNKNOWN },
    /* all below what counts */
    { GROWTH_LINEAR, 0, 0, 90, 0, 100, 2, 9, GROWTH_UNKNOWN },
    /* noise alone */
    { GROWTH_CONSTANT, 1e6, 0, 0, 0.95, 100, 2, 9, GROWTH_UNKNOWN },
};

START_TEST(a_curve_has_its_class)
{
    const struct curve *curve = &curves[_i];
    struct growth_point points[MOST];
    struct growth_answer answer = { 0 };

    make_points(curve, points);
    decide_class(points, curve->count, &rules, &answer);
    ck_assert_msg(answer.class == curve->expected, "row %d: %s instead of %s (%s)", _i,
                  answer.class == GROWTH_UNKNOWN ? "unknown" : growth_class_name(answer.class),
                  curve->expected == GROWTH_UNKNOWN ? "unknown"
                                                    : growth_class_name(curve->expected),
                  answer.reason ? answer.reason : "");
    ck_assert_int_eq(answer.reason != NULL, answer.class == GROWTH_UNKNOWN);
    ck_assert(answer.confidence >= 0 && answer.confidence <= 1);
}
END_TEST

START_TEST(the_largest_sizes_are_predicted)
{
    struct growth_point points[MOST];
    struct growth_answer answer = { 0 };
    const struct curve curve = PURE(GROWTH_SQUARE);

    make_points(&curve, points);
    decide_class(points, curve.count, &rules, &answer);
    for (size_t i = 0; i < curve.count; i++) {
        ck_assert_int_eq(points[i].predicted, i >= curve.count - 2);
        ck_assert_msg(fabs(points[i].fitted / points[i].count - 1) < 0.01, "point %zu", i);
    }
    ck_assert(answer.doubling > 3.9 && answer.doubling < 4.1);
}
END_TEST

/* A runtime whose start is a hundred times what the program does, give or take its jitter. */
START_TEST(a_large_start_hides_no_growth)
{
    static const enum growth_class classes[] = { GROWTH_CONSTANT,   GROWTH_ROOT,   GROWTH_LINEAR,
                                                 GROWTH_LINEAR_LOG, GROWTH_SQUARE, GROWTH_LOG };
    const struct decide_rules large = {
        .tolerance = 0.03, .floor = 3e4, .flat = 1500, .jitter = 5e4
    };

    for (size_t i = 0; i < COUNT(classes); i++) {
        double own = classes[i] == GROWTH_CONSTANT ? 0 : classes[i] == GROWTH_ROOT ? 2.5e6 : 2e7;
        const struct curve curve = { classes[i], 5e7, 0, own, 0, 1000, 2, 9, classes[i] };
        struct growth_point points[MOST];
        struct growth_answer answer = { 0 };

        make_points(&curve, points);
        for (size_t p = 0; p < curve.count; p++)
            points[p].count += 2e4 * noise_at(p);
        decide_class(points, curve.count, &large, &answer);
        ck_assert_msg(answer.class == classes[i], "%s instead of %s",
                      answer.class == GROWTH_UNKNOWN ? "unknown" : growth_class_name(answer.class),
                      growth_class_name(classes[i]));
    }
}
END_TEST

/* Of a program that grows as n, with so much of another class, and so much that is unclear. */
static struct growth_answer decide_shares(enum growth_class whole_class, enum growth_class class,
                                          double share, double unclear)
{
    static struct growth_point points[MOST];
    const struct curve curve = { GROWTH_LINEAR, 500, 0, 1e8, 0, 100, 2, 9, GROWTH_LINEAR };
    struct growth_answer whole = { .points = points, .point_count = curve.count };
    struct growth_shares shares = { .unclear = unclear };

    make_points(&curve, points);
    whole.class = whole_class;
    whole.confidence = 0.7;
    shares.of[GROWTH_LINEAR] = 1 - share - unclear;
    shares.of[class] += share;
    decide_blocks(&whole, &shares, &rules);
    ck_assert(whole.has_shares && whole.confidence > 0 && whole.confidence < 1);
    return whole;
}

START_TEST(the_class_is_that_of_the_fastest_growing_part)
{
    struct growth_answer answer = decide_shares(GROWTH_LINEAR, GROWTH_LINEAR_LOG, 0.05, 0);

    ck_assert_int_eq(answer.class, GROWTH_LINEAR_LOG);
    ck_assert_int_eq(answer.runner_up, GROWTH_LINEAR);
    ck_assert(answer.points[0].fitted > 0);
    answer = decide_shares(GROWTH_UNKNOWN, GROWTH_SQUARE, 0.1, 0.1);
    ck_assert_int_eq(answer.class, GROWTH_SQUARE);
    ck_assert_ptr_null(answer.reason);
    /* of several, those above count with it */
    answer = decide_shares(GROWTH_LINEAR_LOG, GROWTH_LINEAR_LOG, 0.001, 0);
    ck_assert_int_eq(answer.class, GROWTH_LINEAR);
}
END_TEST

/* A little of a higher power is what a runtime does by the way, and no logarithm of a lower one. */
START_TEST(a_trace_of_a_power_is_no_logarithm)
{
    ck_assert_int_eq(decide_shares(GROWTH_LINEAR, GROWTH_CUBE, 0.012, 0).class, GROWTH_LINEAR);
    ck_assert_int_eq(decide_shares(GROWTH_LINEAR, GROWTH_SQUARE, 0.012, 0).class, GROWTH_LINEAR);
    ck_assert_int_eq(decide_shares(GROWTH_LINEAR, GROWTH_CUBE, 0.03, 0).class, GROWTH_CUBE);
    ck_assert_int_eq(decide_shares(GROWTH_LINEAR, GROWTH_SQUARE_LOG, 0.012, 0).class,
                     GROWTH_SQUARE_LOG);
    ck_assert_int_eq(decide_shares(GROWTH_LINEAR, GROWTH_LINEAR_ROOT, 0.012, 0).class,
                     GROWTH_LINEAR_LOG);
}
END_TEST

START_TEST(an_answer_that_a_little_would_change_is_less_sure)
{
    double clear = decide_shares(GROWTH_LINEAR_LOG, GROWTH_LINEAR_LOG, 0.3, 0).confidence;

    ck_assert_double_gt(clear, 0.9);
    ck_assert_double_lt(decide_shares(GROWTH_LINEAR, GROWTH_LINEAR_LOG, 0.3, 0).confidence, clear);
    ck_assert_double_lt(decide_shares(GROWTH_LINEAR_LOG, GROWTH_LINEAR_LOG, 0.01, 0).confidence,
                        0.9);
    ck_assert_double_lt(decide_shares(GROWTH_LINEAR_LOG, GROWTH_LINEAR_LOG, 0.3, 0.3).confidence,
                        0.9);
}
END_TEST

/* Over five sizes, n and n log n are the same curve, piece by piece as well. */
START_TEST(of_few_sizes_n_is_less_sure)
{
    struct growth_answer answer = decide_shares(GROWTH_LINEAR, GROWTH_LINEAR, 0.3, 0);
    struct growth_shares shares = { .of = { [GROWTH_LINEAR] = 1 } };

    ck_assert_double_gt(answer.confidence, 0.9);
    answer.point_count = 5;
    decide_blocks(&answer, &shares, &rules);
    ck_assert_int_eq(answer.class, GROWTH_LINEAR);
    ck_assert_double_lt(answer.confidence, 0.8);
}
END_TEST

/* What reads and writes hides the rest: a small part of all may be much of that. */
START_TEST(a_logarithm_counts_against_what_does_not_read_or_write)
{
    for (int i = 0; i < 2; i++) {
        static struct growth_point points[MOST];
        const struct curve curve = { GROWTH_LINEAR, 500, 0, 1e8, 0, 100, 2, 9, GROWTH_LINEAR };
        struct growth_answer whole = { .points = points,
                                       .point_count = curve.count,
                                       .class = GROWTH_LINEAR };
        struct growth_shares shares = { .transfer = i ? 0.95 : 0.3 };

        make_points(&curve, points);
        shares.of[GROWTH_LINEAR_LOG] = 0.004;
        shares.of[GROWTH_LINEAR] = 0.996;
        decide_blocks(&whole, &shares, &rules);
        ck_assert_int_eq(whole.class, i ? GROWTH_LINEAR_LOG : GROWTH_LINEAR);
    }
}
END_TEST

/* Of a program that reads one number: what it rises by, at most, and how much of it is a logarithm.
 */
static enum growth_class decide_one(enum growth_class whole_class, double rise, double logarithm)
{
    /* three digits more, of a few thousand each */
    const struct decide_rules digits = { .digit = 20e3 };
    static struct growth_point points[MOST];
    struct growth_answer whole = { .points = points, .point_count = 9, .class = whole_class };
    struct growth_shares shares = { .unclear = 0.2 };

    for (size_t i = 0; i < whole.point_count; i++)
        points[i] = (struct growth_point){ .size = 1e6 * exp2((double) i),
                                           .count = 1e6 * (1 + rise * (double) i / 8),
                                           .bytes = 8 + floor((double) i / 3) };
    shares.of[GROWTH_LOG] = logarithm;
    shares.of[GROWTH_CONSTANT] = 0.8 - logarithm;
    decide_blocks(&whole, &shares, &digits);
    return whole.class;
}

START_TEST(a_few_pieces_that_rise_evenly_are_a_logarithm)
{
    for (size_t pieces = 0; pieces < 6; pieces++) {
        struct growth_answer whole = { .class = GROWTH_CONSTANT };
        struct growth_shares shares = { .unclear = 0.2, .steps = 4e-4, .step_count = pieces };

        shares.of[GROWTH_CONSTANT] = 0.8;
        decide_blocks(&whole, &shares, &rules);
        ck_assert_int_eq(whole.class, pieces < 3 ? GROWTH_CONSTANT : GROWTH_LOG);
        shares.steps = 5e-5;
        whole.class = GROWTH_CONSTANT;
        decide_blocks(&whole, &shares, &rules);
        ck_assert_int_eq(whole.class, GROWTH_CONSTANT);
        /* beside something else that rises, it says nothing */
        shares.steps = 4e-4;
        shares.of[GROWTH_LINEAR] = 0.5;
        whole.class = GROWTH_LINEAR;
        decide_blocks(&whole, &shares, &rules);
        ck_assert_int_eq(whole.class, GROWTH_LINEAR);
    }
}
END_TEST

START_TEST(the_digits_of_one_number_are_no_logarithm)
{
    ck_assert_int_eq(decide_one(GROWTH_LOG, 0.03, 0), GROWTH_CONSTANT);
    ck_assert_int_eq(decide_one(GROWTH_CONSTANT, 0.05, 0), GROWTH_CONSTANT);
    ck_assert_int_eq(decide_one(GROWTH_CONSTANT, 0.05, 0.01), GROWTH_LOG);
    ck_assert_int_eq(decide_one(GROWTH_UNKNOWN, 0.05, 0.01), GROWTH_LOG);
    /* so much is not digits alone: of all, or for each of them */
    ck_assert_int_eq(decide_one(GROWTH_LOG, 0.15, 0), GROWTH_LOG);
    ck_assert_int_eq(decide_one(GROWTH_LOG, 1, 0), GROWTH_LOG);
}
END_TEST

/* Small numbers take no memory in Python: an element takes 97 bytes, and of many 125. */
START_TEST(an_element_that_takes_a_little_more_is_no_logarithm)
{
    const struct decide_rules memory = { .tolerance = 0.06, .floor = 100, .uneven = true };
    const double bytes[] = { 97.3, 96.9, 97.5, 110.5, 123.8, 126.4, 124.6 };
    struct growth_point points[7];
    struct growth_answer answer = { 0 };

    for (size_t i = 0; i < COUNT(points); i++) {
        double size = 97 * exp2((double) i);

        points[i] = (struct growth_point){ .size = size, .count = size * bytes[i] };
    }
    decide_class(points, COUNT(points), &memory, &answer);
    ck_assert_int_eq(answer.class, GROWTH_LINEAR);
    for (size_t i = 0; i < COUNT(points); i++)
        points[i].count = points[i].size * 16 * log2(points[i].size);
    decide_class(points, COUNT(points), &memory, &answer);
    ck_assert_int_eq(answer.class, GROWTH_LINEAR_LOG);
}
END_TEST

START_TEST(shares_change_nothing_that_they_do_not_know)
{
    ck_assert_int_eq(decide_shares(GROWTH_SQUARE, GROWTH_LINEAR_LOG, 0.1, 0.6).class,
                     GROWTH_SQUARE);
    ck_assert_int_eq(decide_shares(GROWTH_LOG, GROWTH_LINEAR_LOG, 0.1, 0).class, GROWTH_LOG);
    ck_assert_int_eq(decide_shares(GROWTH_EXPONENTIAL, GROWTH_LINEAR_LOG, 0.1, 0).class,
                     GROWTH_EXPONENTIAL);
}
END_TEST

START_TEST(over_close_sizes_only_what_explodes_is_told)
{
    struct growth_point points[6];
    struct growth_answer answer = { 0 };

    for (size_t i = 0; i < COUNT(points); i++)
        points[i] = (struct growth_point){ .size = 10 + (double) i,
                                           .count = 5000 + 100 * exp2(10 + (double) i) };
    decide_class(points, COUNT(points), &rules, &answer);
    ck_assert_int_eq(answer.class, GROWTH_EXPONENTIAL);
    for (size_t i = 0; i < COUNT(points); i++)
        points[i].count = 5000 + 100 * pow(points[i].size, 3);
    decide_class(points, COUNT(points), &rules, &answer);
    ck_assert_int_eq(answer.class, GROWTH_UNKNOWN);
}
END_TEST

/* As of a program that keeps all subsets, in a language that collects its garbage. */
START_TEST(what_explodes_unevenly_is_exponential)
{
    struct growth_point points[] = {
        { .size = 2, .count = 16e3 },   { .size = 3, .count = 29e3 },
        { .size = 4, .count = 31e3 },   { .size = 5, .count = 44e3 },
        { .size = 7, .count = 90e3 },   { .size = 10, .count = 461e3 },
        { .size = 14, .count = 7.4e6 }, { .size = 19, .count = 789e6 },
    };
    struct growth_answer answer = { 0 };

    decide_class(points, COUNT(points), &rules, &answer);
    ck_assert_int_eq(answer.class, GROWTH_EXPONENTIAL);
    ck_assert(answer.confidence > 0.5 && answer.confidence < 0.9);
}
END_TEST

/* As of Node, which executes 57 million instructions whatever the program does. */
START_TEST(what_explodes_above_a_large_start_is_exponential)
{
    const struct decide_rules node = { .tolerance = 0.03, .floor = 60e3, .jitter = 40e3 };
    struct growth_point points[8];
    const double sizes[] = { 2, 3, 4, 5, 6, 7, 10, 14 };
    struct growth_answer answer = { 0 };

    for (size_t i = 0; i < COUNT(points); i++)
        points[i] = (struct growth_point){ .size = sizes[i],
                                           .count = 56.8e6 + sizes[i] * 9000 * exp2(sizes[i]) };
    decide_class(points, COUNT(points), &node, &answer);
    ck_assert_int_eq(answer.class, GROWTH_EXPONENTIAL);
    for (size_t i = 0; i < COUNT(points); i++)
        points[i].count = 56.8e6 + 20e3 * pow(sizes[i], 3);
    decide_class(points, COUNT(points), &node, &answer);
    ck_assert_int_ne(answer.class, GROWTH_EXPONENTIAL);
}
END_TEST

/* V8 moves all of an array for each shift() once it is larger than 16,000 elements. */
START_TEST(beside_a_jump_close_sizes_are_enough)
{
    struct growth_point points[] = {
        { .size = 195, .count = 2.25e6 },   { .size = 391, .count = 2.6e6 },
        { .size = 781, .count = 3.29e6 },   { .size = 1563, .count = 4.75e6 },
        { .size = 3125, .count = 7.66e6 },  { .size = 6250, .count = 13.5e6 },
        { .size = 12500, .count = 25.1e6 }, { .size = 17678, .count = 152e6 },
        { .size = 25000, .count = 283e6 },  { .size = 35355, .count = 536e6 },
    };
    struct growth_answer answer = { 0 };

    decide_class(points, COUNT(points), &rules, &answer);
    ck_assert_int_eq(answer.class, GROWTH_SQUARE);
    ck_assert_ptr_null(answer.reason);
    /* without the one before it, the jump may be anywhere */
    points[7] = points[8];
    points[8] = points[9];
    decide_class(points, COUNT(points) - 1, &rules, &answer);
    ck_assert_int_eq(answer.class, GROWTH_UNKNOWN);
}
END_TEST

/* Keys that collide from some size of the table on. */
START_TEST(after_a_jump_a_few_sizes_are_enough)
{
    struct growth_point points[] = {
        { .size = 156, .count = 237e3 },   { .size = 312, .count = 575e3 },
        { .size = 625, .count = 1.37e6 },  { .size = 1250, .count = 3.5e6 },
        { .size = 2500, .count = 7.5e6 },  { .size = 5000, .count = 132e6 },
        { .size = 10000, .count = 494e6 }, { .size = 20000, .count = 1937e6 },
    };
    struct growth_answer answer = { 0 };

    decide_class(points, COUNT(points), &rules, &answer);
    ck_assert_int_eq(answer.class, GROWTH_SQUARE);
    ck_assert_ptr_null(answer.reason);
    points[COUNT(points) - 1].count = 800e6;
    decide_class(points, COUNT(points), &rules, &answer);
    ck_assert_int_eq(answer.class, GROWTH_UNKNOWN);
    decide_class(points, COUNT(points) - 1, &rules, &answer);
    ck_assert_int_eq(answer.class, GROWTH_UNKNOWN);
    /* a higher one looks like an explosion, but for what comes after it */
    points[5].count = 900e6;
    points[6].count = 3600e6;
    decide_class(points, COUNT(points) - 1, &rules, &answer);
    ck_assert_int_eq(answer.class, GROWTH_UNKNOWN);
}
END_TEST

START_TEST(few_sizes_do_not_tell_n_log_n)
{
    struct growth_point points[MOST];
    struct growth_answer answer = { 0 };
    const struct curve curve = { GROWTH_LINEAR_LOG, 500, 0, 1e8, 0, 100, 2, 4, GROWTH_UNKNOWN };

    make_points(&curve, points);
    decide_class(points, curve.count, &rules, &answer);
    ck_assert(answer.class != GROWTH_LINEAR_LOG);
}
END_TEST

START_TEST(what_changes_little_is_constant)
{
    struct growth_point points[MOST];
    struct growth_answer answer = { 0 };
    const struct curve curve = { GROWTH_LINEAR, 100, 0, 900, 0, 100, 2, 9, GROWTH_CONSTANT };
    struct decide_rules flat = rules;

    make_points(&curve, points);
    flat.flat = 1000;
    decide_class(points, curve.count, &flat, &answer);
    ck_assert_int_eq(answer.class, GROWTH_CONSTANT);
    flat.flat = 500;
    decide_class(points, curve.count, &flat, &answer);
    ck_assert_int_ne(answer.class, GROWTH_CONSTANT);
}
END_TEST

START_TEST(too_small_to_be_seen_is_not_constant)
{
    struct growth_point points[MOST];
    struct growth_answer answer = { 0 };
    const struct curve curve = { GROWTH_LINEAR, 10, 0, 50, 0, 2, 2, 9, GROWTH_UNKNOWN };
    struct decide_rules flat = rules;

    make_points(&curve, points);
    flat.flat = 4096;
    decide_class(points, curve.count, &flat, &answer);
    ck_assert_int_eq(answer.class, GROWTH_UNKNOWN);
    ck_assert_ptr_nonnull(answer.reason);
}
END_TEST

START_TEST(a_few_bytes_more_are_not_a_square)
{
    struct growth_point points[MOST];
    struct growth_answer answer = { 0 };
    const struct curve square = { GROWTH_SQUARE, 300, 0, 1700, 0, 2, 1.4, 9, GROWTH_UNKNOWN };
    const struct decide_rules memory = {
        .uneven = true, .tolerance = 0.06, .floor = 256, .flat = 2048
    };

    make_points(&square, points);
    decide_class(points, square.count, &memory, &answer);
    ck_assert_int_eq(answer.class, GROWTH_UNKNOWN);
    for (size_t i = 0; i < square.count; i++)
        points[i].count = 300 + 40 * (points[i].count - 300);
    decide_class(points, square.count, &memory, &answer);
    ck_assert_int_eq(answer.class, GROWTH_SQUARE);
}
END_TEST

/* Memory of runtimes that keep some for themselves: KiB at seven sizes that double. */
static const struct memory_row {
    double first_size, kib[7];
    double hidden_kib;
    enum growth_class class;
} memory_rows[] = {
    /* a little, up and down */
    { 3125, { 350, 352, 331, 362, 349, 371, 358 }, 1100, GROWTH_CONSTANT },
    { 625, { 0, 0, 0, 4, 0, 4, 8 }, 1100, GROWTH_CONSTANT },
    /* so small that n of them would not be seen either */
    { 4, { 0, 0, 0, 0, 4, 4, 4 }, 0, GROWTH_UNKNOWN },
    { 300, { 0, 0, 0, 0, 0, 0, 4 }, 1100, GROWTH_UNKNOWN },
    /* above a start */
    { 1000, { 660, 720, 745, 1340, 1990, 3400, 5830 }, 1100, GROWTH_LINEAR },
    { 800, { 630, 650, 695, 840, 1000, 1290, 1950 }, 1100, GROWTH_LINEAR },
    { 50, { 200, 210, 240, 400, 1010, 3410, 13100 }, 1100, GROWTH_SQUARE },
    /* in tables that are four times as large at a time */
    { 625, { 12, 40, 28, 130, 670, 2560, 2570 }, 0, GROWTH_LINEAR },
    /* garbage that is collected now and then */
    { 3125, { 360, 365, 550, 780, 1390, 2720, 6800 }, 1100, GROWTH_LINEAR },
    /* only what is more than lay about before */
    { 625, { 0, 0, 0, 0, 4, 170, 1200 }, 1100, GROWTH_LINEAR },
    { 800, { 1880, 1880, 1876, 1890, 1905, 1910, 2310 }, 1100, GROWTH_LINEAR },
    { 900, { 1284, 1284, 1280, 1480, 2320, 4550, 8900 }, 1100, GROWTH_LINEAR },
    { 1600, { 684, 664, 720, 664, 684, 676, 1260 }, 700, GROWTH_LINEAR },
    /* hardly ever a cube */
    { 16, { 4, 8, 32, 60, 448, 7724, 37196 }, 0, GROWTH_UNKNOWN },
    { 781, { 2344, 2352, 2308, 2290, 2372, 3292, 5144 }, 700, GROWTH_LINEAR },
    { 625, { 0, 0, 0, 170, 490, 980, 1940 }, 1100, GROWTH_LINEAR },
    { 6, { 332, 340, 340, 356, 520, 796, 2168 }, 1100, GROWTH_SQUARE },
    { 100, { 0, 0, 0, 0, 300, 3200, 15000 }, 1100, GROWTH_SQUARE },
    /* nor a square of less than a bit for each pair */
    { 3125, { 340, 340, 340, 342, 345, 370, 500 }, 1100, GROWTH_UNKNOWN },
    /* nor a logarithm of what differs anyhow */
    { 96, { 4, 8, 8, 12, 12, 16, 16 }, 0, GROWTH_UNKNOWN },
};

START_TEST(memory_is_told_above_what_the_runtime_keeps)
{
    const struct memory_row *row = &memory_rows[_i];
    const struct decide_rules memory = { .uneven = true,
                                         .tolerance = 0.08,
                                         .flat = 96 * 1024,
                                         .jitter = 48 * 1024,
                                         .hidden_unit = 29,
                                         .hidden = row->hidden_kib * 1024,
                                         .hidden_least = row->hidden_kib * 1024 };
    struct growth_point points[MOST] = { { 0 } };
    struct growth_answer answer = { 0 };

    for (size_t i = 0; i < COUNT(row->kib); i++) {
        points[i].size = row->first_size * exp2((double) i);
        points[i].count = row->kib[i] * 1024;
    }
    decide_class(points, COUNT(row->kib), &memory, &answer);
    ck_assert_msg(answer.class == row->class, "row %d: class %d (%s)", _i, (int) answer.class,
                  answer.reason ? answer.reason : "");
    ck_assert(answer.class == GROWTH_UNKNOWN || answer.confidence >= 0.5);
}
END_TEST

START_TEST(memory_that_is_counted_has_its_logarithm)
{
    const struct decide_rules memory = {
        .uneven = true, .tolerance = 0.06, .floor = 256, .flat = 2048
    };
    struct growth_point points[MOST] = { { 0 } };
    struct growth_answer answer = { 0 };

    for (size_t i = 0; i < 9; i++) {
        points[i].size = 391 * exp2((double) i);
        points[i].count = 4 * points[i].size * log2(points[i].size);
    }
    decide_class(points, 9, &memory, &answer);
    ck_assert_int_eq(answer.class, GROWTH_LINEAR_LOG);
    /* What is not seen of the small ones makes none. */
    for (size_t i = 0; i < 9; i++)
        points[i].count = fmax(52 * points[i].size - 4096, 1024);
    decide_class(points, 9, &memory, &answer);
    ck_assert_int_eq(answer.class, GROWTH_LINEAR);
}
END_TEST

START_TEST(nothing_measured_is_no_answer)
{
    struct growth_point points[MOST] = { { 0 } };
    struct growth_answer answer = { 0 };

    decide_class(points, 0, &rules, &answer);
    ck_assert_int_eq(answer.class, GROWTH_UNKNOWN);
    ck_assert_ptr_nonnull(answer.reason);
    for (size_t i = 0; i < 9; i++)
        points[i].size = (double) (i + 1);
    decide_class(points, 9, &rules, &answer);
    ck_assert_int_eq(answer.class, GROWTH_UNKNOWN);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_decide");
    TCase *tcase = tcase_create("all");

    tcase_add_loop_test(tcase, a_curve_has_its_class, 0, (int) COUNT(curves));
    tcase_add_test(tcase, the_largest_sizes_are_predicted);
    tcase_add_test(tcase, a_large_start_hides_no_growth);
    tcase_add_test(tcase, the_class_is_that_of_the_fastest_growing_part);
    tcase_add_test(tcase, a_trace_of_a_power_is_no_logarithm);
    tcase_add_test(tcase, an_answer_that_a_little_would_change_is_less_sure);
    tcase_add_test(tcase, of_few_sizes_n_is_less_sure);
    tcase_add_test(tcase, a_logarithm_counts_against_what_does_not_read_or_write);
    tcase_add_test(tcase, a_few_pieces_that_rise_evenly_are_a_logarithm);
    tcase_add_test(tcase, the_digits_of_one_number_are_no_logarithm);
    tcase_add_test(tcase, an_element_that_takes_a_little_more_is_no_logarithm);
    tcase_add_test(tcase, shares_change_nothing_that_they_do_not_know);
    tcase_add_test(tcase, over_close_sizes_only_what_explodes_is_told);
    tcase_add_test(tcase, what_explodes_unevenly_is_exponential);
    tcase_add_test(tcase, what_explodes_above_a_large_start_is_exponential);
    tcase_add_test(tcase, after_a_jump_a_few_sizes_are_enough);
    tcase_add_test(tcase, beside_a_jump_close_sizes_are_enough);
    tcase_add_test(tcase, few_sizes_do_not_tell_n_log_n);
    tcase_add_test(tcase, what_changes_little_is_constant);
    tcase_add_test(tcase, too_small_to_be_seen_is_not_constant);
    tcase_add_test(tcase, a_few_bytes_more_are_not_a_square);
    tcase_add_loop_test(tcase, memory_is_told_above_what_the_runtime_keeps, 0,
                        (int) COUNT(memory_rows));
    tcase_add_test(tcase, memory_that_is_counted_has_its_logarithm);
    tcase_add_test(tcase, nothing_measured_is_no_answer);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
