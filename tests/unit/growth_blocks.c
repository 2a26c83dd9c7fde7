/* Which class a piece of code has by its counts, and how the pieces add up. */

#include "judge/base/memory.h"
#include "judge/growth/blocks.h"
#include "judge/growth/plugin/counts.h"
#include "tests/unit/unit.h"

#include <math.h>
#include <stdlib.h>

#define POINTS 9
#define SMALLEST 400

/* A piece by itself, at sizes that double. */
struct piece {
    const char *what;
    double (*count)(double n, double digits);
    enum growth_class class;
    double least; /* of that class, in all */
};

/* Of the numbers from 1 to n, on average. */
static double digits_of(double n)
{
    double sum = 0, low = 1;

    for (int digits = 1; low <= n; digits++) {
        sum += digits * (fmin(n, low * 10 - 1) - low + 1);
        low *= 10;
    }
    return sum / n;
}

static double constant(double n, double digits)
{
    return 4000 + 0 * n * digits;
}

static double reading(double n, double digits)
{
    return n * (12 * digits + 3) + 77;
}

/* Digits behind the third: more of them an element, but no logarithm. */
static double long_numbers(double n, double digits)
{
    return n * (10 * digits - 25);
}

static double by_element(double n, double digits)
{
    return 15 * n + 300 + 0 * digits;
}

/* A table that doubles its size: between 1 and 2 times as much an element, up and down. */
static double in_steps(double n, double digits)
{
    return n * (20 + 15 * fabs(sin(log2(n) * 2.1))) + 0 * digits;
}

/* It rises fast at first, and then no more. */
static double that_settles(double n, double digits)
{
    return n * (35 - 17 * pow(0.6, log2(n / SMALLEST))) + 0 * digits;
}

/* Chunks that are moved, and by the small ones a lot of something else. */
static double that_falls_and_rises(double n, double digits)
{
    return n * n / 30 + 9e6 / n + 0 * digits;
}

static double of_a_sort(double n, double digits)
{
    return n * (4 * log2(n) - 12) + 0 * digits;
}

/* Which is about as large as the numbers are long, and not always full. */
static double of_a_heap(double n, double digits)
{
    return n * (20.5 * log2(n) - 68) * (1 + 0.008 * sin(7 * log2(n))) + 0 * digits;
}

static double of_a_tree(double n, double digits)
{
    return n * log2(n) * 3 + 9 * n + 0 * digits;
}

static double of_small_parts(double n, double digits)
{
    return n * fmax(6, 5 * log2(n / 1500)) + 0 * digits;
}

static double of_blocks(double n, double digits)
{
    return n * sqrt(n) + 4 * n + 0 * digits;
}

static double of_pairs(double n, double digits)
{
    return n * n / 8 - 20 * n + 0 * digits;
}

static double of_sorted_rows(double n, double digits)
{
    return n * n * (log2(n) - 1) + 0 * digits;
}

static double of_a_cube(double n, double digits)
{
    return n * n * n / 3 + n * n + 0 * digits;
}

/* A number of ten digits is taken apart in ten steps. */
static double of_digits(double n, double digits)
{
    return 3000 + 40 * floor(log10(n) + 1) + 0 * digits;
}

static double of_halving(double n, double digits)
{
    return 3000 + 40 * log2(n) + 0 * digits;
}

static const struct piece pieces[] = {
    { "constant", constant, GROWTH_CONSTANT, 1 },
    { "reading", reading, GROWTH_LINEAR, 1 },
    { "long numbers", long_numbers, GROWTH_LINEAR, 1 },
    { "by element", by_element, GROWTH_LINEAR, 1 },
    { "in steps", in_steps, GROWTH_LINEAR, 1 },
    { "that settles", that_settles, GROWTH_LINEAR, 1 },
    { "of a sort", of_a_sort, GROWTH_LINEAR_LOG, 1 },
    { "of a heap", of_a_heap, GROWTH_LINEAR_LOG, 0.8 },
    { "of a tree", of_a_tree, GROWTH_LINEAR_LOG, 0.7 },
    { "of blocks", of_blocks, GROWTH_LINEAR_ROOT, 1 },
    { "of pairs", of_pairs, GROWTH_SQUARE, 1 },
    { "that falls and rises", that_falls_and_rises, GROWTH_SQUARE, 0.9 },
    { "of sorted rows", of_sorted_rows, GROWTH_SQUARE_LOG, 0.9 },
    { "of a cube", of_a_cube, GROWTH_CUBE, 1 },
    { "of digits", of_digits, GROWTH_CONSTANT, 1 },
    { "of halving", of_halving, GROWTH_LOG, 1 },
};

/* Of several pieces at once, each in a place of its own. */
static bool share(const struct piece *const *parts, size_t count, struct growth_shares *ret)
{
    double *blocks = calloc((size_t) POINTS * COUNTS_BLOCKS, sizeof(*blocks));
    struct block_point points[POINTS];

    ck_assert_ptr_nonnull(blocks);
    for (size_t p = 0; p < POINTS; p++) {
        double n = SMALLEST * exp2((double) p), digits = digits_of(n);

        points[p] = (struct block_point){
            .size = n, .bytes = n * (digits + 1), .written = 7, .blocks = blocks + p * COUNTS_BLOCKS
        };
        for (size_t i = 0; i < count; i++)
            blocks[p * COUNTS_BLOCKS + 31 * i + 5] = floor(parts[i]->count(n, digits));
    }
    const struct block_series series = { .points = points, .count = POINTS };
    bool known = blocks_share(&series, ret);

    free(blocks);
    return known;
}

static double sum_of(const struct growth_shares *shares)
{
    double sum = shares->unclear;

    for (size_t i = 0; i < GROWTH_CLASS_COUNT; i++)
        sum += shares->of[i];
    return sum;
}

START_TEST(a_piece_has_its_class)
{
    const struct piece *piece = &pieces[_i];
    struct growth_shares shares;

    ck_assert(share(&piece, 1, &shares));
    ck_assert_msg(shares.of[piece->class] >= piece->least - 1e-9,
                  "%s: %s is %.3f of it, n is %.3f, n log n %.3f, unclear %.3f", piece->what,
                  growth_class_name(piece->class), shares.of[piece->class],
                  shares.of[GROWTH_LINEAR], shares.of[GROWTH_LINEAR_LOG], shares.unclear);
    ck_assert_double_eq_tol(sum_of(&shares), 1, 1e-9);
    if (piece->count == reading || piece->count == long_numbers)
        ck_assert_double_eq_tol(shares.transfer, 1, 1e-9);
    if (piece->class != GROWTH_LINEAR)
        ck_assert_double_eq(shares.transfer, 0);
}
END_TEST

static double of_work(double n, double digits)
{
    return 6000 * n + 0 * digits;
}

/* The chains of a table, which become longer until it is made larger. */
static double of_chains(double n, double digits)
{
    double largest = SMALLEST * exp2(POINTS - 1);

    return 8 * n * fmax(1, 8 * n / largest) + 0 * digits;
}

static double of_few_pairs(double n, double digits)
{
    return 64 * n * n / (SMALLEST * exp2(POINTS - 1)) + 0 * digits;
}

START_TEST(a_little_is_a_square_if_it_always_was)
{
    const struct piece work = { "work", of_work, GROWTH_LINEAR, 1 };
    const struct piece chains = { "chains", of_chains, GROWTH_UNKNOWN, 0 };
    const struct piece pairs = { "pairs", of_few_pairs, GROWTH_SQUARE, 0 };
    const struct piece *lately[] = { &work, &chains }, *always[] = { &work, &pairs };
    struct growth_shares shares;

    ck_assert(share(lately, COUNT(lately), &shares));
    ck_assert_double_eq(shares.of[GROWTH_SQUARE] + shares.of[GROWTH_CUBE], 0);
    ck_assert_double_eq_tol(shares.unclear, 0.0105, 0.001);
    ck_assert(share(always, COUNT(always), &shares));
    ck_assert_double_eq_tol(shares.of[GROWTH_SQUARE], 0.0105, 0.001);
}
END_TEST

/* Nobody knows what it is, but it is not taken for a class that it is not. */
START_TEST(a_logarithm_that_begins_late_is_no_root)
{
    const struct piece late = { "late", of_small_parts, GROWTH_LINEAR_LOG, 0 };
    const struct piece *part = &late;
    struct growth_shares shares;

    ck_assert(share(&part, 1, &shares));
    ck_assert_double_eq(shares.of[GROWTH_LINEAR_ROOT] + shares.of[GROWTH_SQUARE], 0);
}
END_TEST

START_TEST(pieces_add_up)
{
    const struct piece *const parts[] = { &pieces[1], &pieces[3], &pieces[6] };
    struct growth_shares shares;
    double n = SMALLEST * exp2(POINTS - 1), digits = digits_of(n);
    double all = reading(n, digits) + by_element(n, digits) + of_a_sort(n, digits);

    ck_assert(share(parts, COUNT(parts), &shares));
    ck_assert_double_eq_tol(shares.of[GROWTH_LINEAR_LOG], of_a_sort(n, digits) / all, 1e-6);
    ck_assert_double_eq_tol(shares.of[GROWTH_LINEAR],
                            (reading(n, digits) + by_element(n, digits)) / all, 1e-6);
}
END_TEST

/* What a table of libstdc++ has moved when n keys are in it, by the primes that it grows to. */
static double moved(double n)
{
    static const double tables[] = { 13,   29,   59,   127,   257,   541,
                                     1109, 2357, 5087, 10273, 20753, 42043 };
    double sum = 0;

    for (size_t i = 0; i < COUNT(tables); i++)
        sum += tables[i] < n ? tables[i] : 0;
    return 9 * sum;
}

static double sorted(double n)
{
    return 2 * n * log2(n) + 5 * n;
}

/* Of n log n, in counts at sizes that double from 195 on, checked at two in between, or not. */
static double log_share_of(double (*count)(double n), bool checked)
{
    static double blocks[8][COUNTS_BLOCKS], between[2][COUNTS_BLOCKS];
    struct block_point points[8], checks[2];
    struct growth_shares shares;

    for (size_t p = 0; p < COUNT(points); p++) {
        points[p] = (struct block_point){ .size = 195 * exp2((double) p), .blocks = blocks[p] };
        blocks[p][7] = count(points[p].size);
    }
    for (size_t i = 0; i < COUNT(checks); i++) {
        checks[i] = (struct block_point){ .size = 276 * exp2((double) i), .blocks = between[i] };
        between[i][7] = count(checks[i].size);
    }
    ck_assert(blocks_share(&(struct block_series){ .points = points,
                                                   .count = COUNT(points),
                                                   .checks = checks,
                                                   .check_count = checked ? COUNT(checks) : 0 },
                           &shares));
    return shares.of[GROWTH_LINEAR_LOG];
}

START_TEST(a_table_whose_sizes_nearly_double_is_no_logarithm)
{
    ck_assert_double_gt(log_share_of(moved, false), 0.3); /* so it seems */
    ck_assert_double_eq(log_share_of(moved, true), 0);
    ck_assert_double_gt(log_share_of(sorted, false), 0.7);
    ck_assert_double_gt(log_share_of(sorted, true), 0.7);
}
END_TEST

/* What a Kotlin program did for each digit of the ends of its edges, beside a text of one letter an
 * element: both a logarithm and the bytes follow it, the bytes better. */
START_TEST(digits_of_small_inputs_are_no_logarithm)
{
    static const double sizes[] = { 48, 97, 195, 391, 781, 1563 };
    static const double counts[] = { 67730, 151200, 366900, 836100, 1812000, 4034000 };
    static const double bytes[] = { 17.104, 17.938, 20.677, 22.465, 23.57, 25.784 };
    static double blocks[6][COUNTS_BLOCKS];
    struct block_point points[6];
    const struct block_series series = { .points = points, .count = COUNT(points) };
    struct growth_shares shares;

    for (size_t p = 0; p < COUNT(points); p++) {
        blocks[p][3] = counts[p];
        points[p] = (struct block_point){ .size = sizes[p],
                                          .bytes = sizes[p] * bytes[p],
                                          .blocks = blocks[p] };
    }
    ck_assert(blocks_share(&series, &shares));
    ck_assert_double_eq(shares.of[GROWTH_LINEAR_LOG], 0);
    /* unless the bytes are others */
    for (size_t p = 0; p < COUNT(points); p++)
        points[p].bytes = sizes[p] * 9;
    ck_assert(blocks_share(&series, &shares));
    ck_assert_double_gt(shares.of[GROWTH_LINEAR_LOG], 0.5);
}
END_TEST

/* What a Kotlin program did for each digit of queues that are small up to 24 of them. */
START_TEST(numbers_that_become_longer_once_are_no_logarithm)
{
    static const double sizes[] = { 10, 20, 39, 78, 156, 313, 625, 1250, 2500, 5000 };
    static const double counts[] = { 2852,   5402,   34115,   67928,   135555,
                                     271671, 542175, 1084050, 2167800, 4335300 };
    static const double bytes[] = { 32, 60, 265, 513, 1023, 2045, 4107, 8185, 16386, 32798 };
    static double blocks[10][COUNTS_BLOCKS];
    struct block_point points[10];
    const struct block_series series = { .points = points, .count = COUNT(points) };
    struct growth_shares shares;

    for (size_t p = 0; p < COUNT(points); p++) {
        blocks[p][3] = counts[p];
        points[p] =
            (struct block_point){ .size = sizes[p], .bytes = bytes[p], .blocks = blocks[p] };
    }
    ck_assert(blocks_share(&series, &shares));
    ck_assert_double_eq(shares.of[GROWTH_LINEAR], 1);
    ck_assert_double_eq(shares.transfer, 1);
}
END_TEST

/* What makes numbers above 256 in a Python program of n^2 log n steps. */
START_TEST(what_begins_with_larger_numbers_is_no_cube)
{
    static const double sizes[] = { 20, 39, 78, 156, 313, 625 };
    static const double counts[] = { 4240, 17440, 71450, 288900, 2081000, 11970000 };
    static double blocks[6][COUNTS_BLOCKS];
    struct block_point points[6];
    const struct block_series series = { .points = points, .count = COUNT(points) };
    struct growth_shares shares;

    for (int cube = 0; cube < 2; cube++) {
        for (size_t p = 0; p < COUNT(points); p++) {
            double n = sizes[p];

            blocks[p][3] = cube ? n * (n - 1) * (n - 2) / 6 : counts[p];
            points[p] = (struct block_point){ .size = n, .bytes = 9 * n, .blocks = blocks[p] };
        }
        ck_assert(blocks_share(&series, &shares));
        ck_assert_double_eq(shares.of[GROWTH_CUBE], cube);
        ck_assert_double_eq(shares.unclear, 1 - cube);
    }
}
END_TEST

/* A program that reads one number: a start of millions, its digits, and perhaps a loop that halves
 * it, which is less of it than any piece that is told otherwise. */
START_TEST(a_little_that_rises_at_each_doubling_is_seen)
{
    static double blocks[10][COUNTS_BLOCKS];
    struct block_point points[10];
    struct growth_shares shares;

    for (size_t p = 0; p < COUNT(points); p++) {
        double n = ceil(1e9 / exp2(9 - (double) p)), digits = floor(log10(n)) + 1;

        points[p] = (struct block_point){ .size = n, .bytes = digits + 1, .blocks = blocks[p] };
        blocks[p][0] = 8e6 + 300 * (double) (p % 3);
        for (size_t i = 1; i <= 4; i++)
            blocks[p][i] = 90 * digits;
        for (size_t i = 5; i <= 8; i++)
            blocks[p][i] = 12 * floor(log2(n));
    }
    const struct block_series series = { .points = points, .count = COUNT(points) };

    ck_assert(blocks_share(&series, &shares));
    ck_assert_uint_eq(shares.step_count, 4 * 3); /* exactly as much */
    ck_assert_double_eq_tol(shares.steps, 4 * 12 * 29 / 8e6, 1e-5);
    for (size_t p = 0; p < COUNT(points); p++)
        for (size_t i = 5; i <= 8; i++)
            blocks[p][i] = 0;
    ck_assert(blocks_share(&series, &shares));
    ck_assert_uint_eq(shares.step_count, 0);
}
END_TEST

START_TEST(few_points_share_nothing)
{
    static double blocks[COUNTS_BLOCKS];
    const struct block_point points[POINTS] = { { .size = 1, .blocks = blocks },
                                                { .size = 2, .blocks = blocks },
                                                { .size = 3, .blocks = blocks },
                                                { .size = 4, .blocks = blocks },
                                                { .size = 5, .blocks = blocks } };
    struct growth_shares shares;

    ck_assert(!blocks_share(&(struct block_series){ .points = points, .count = 0 }, &shares));
    ck_assert(!blocks_share(&(struct block_series){ .points = points, .count = 4 }, &shares));
    /* nothing was executed */
    ck_assert(!blocks_share(&(struct block_series){ .points = points, .count = 5 }, &shares));
}
END_TEST

/* The same numbers at every run. */
static uint32_t next(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

/* A page is what a program left there: whatever numbers it has, shares are shares. */
START_TEST(invented_counts_give_shares)
{
    static double blocks[POINTS][COUNTS_BLOCKS];
    struct block_point points[POINTS];
    struct growth_shares shares;
    uint32_t state = 1;

    for (size_t p = 0; p < POINTS; p++) {
        for (size_t i = 0; i < COUNTS_BLOCKS; i++)
            blocks[p][i] = next(&state) % 3 ? ldexp(1, (int) (next(&state) % 53)) : 0;
        points[p] = (struct block_point){ .size = (double) (p + 1) * (next(&state) % 50 + 1),
                                          .bytes = ldexp(1, (int) (next(&state) % 40)),
                                          .written = p % 2 ? NAN : 0,
                                          .blocks = blocks[p] };
    }
    ck_assert(blocks_share(
        &(struct block_series){
            .points = points, .count = 6, .checks = points + 6, .check_count = 3 },
        &shares));
    ck_assert_double_eq_tol(sum_of(&shares), 1, 1e-6);
    for (size_t i = 0; i < GROWTH_CLASS_COUNT; i++)
        ck_assert(shares.of[i] >= 0);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_blocks");
    TCase *tcase = tcase_create("all");

    tcase_add_loop_test(tcase, a_piece_has_its_class, 0, (int) COUNT(pieces));
    tcase_add_test(tcase, a_little_is_a_square_if_it_always_was);
    tcase_add_test(tcase, a_logarithm_that_begins_late_is_no_root);
    tcase_add_test(tcase, pieces_add_up);
    tcase_add_test(tcase, a_table_whose_sizes_nearly_double_is_no_logarithm);
    tcase_add_test(tcase, digits_of_small_inputs_are_no_logarithm);
    tcase_add_test(tcase, numbers_that_become_longer_once_are_no_logarithm);
    tcase_add_test(tcase, what_begins_with_larger_numbers_is_no_cube);
    tcase_add_test(tcase, a_little_that_rises_at_each_doubling_is_seen);
    tcase_add_test(tcase, few_points_share_nothing);
    tcase_add_test(tcase, invented_counts_give_shares);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
