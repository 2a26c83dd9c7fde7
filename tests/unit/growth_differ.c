/* What families of inputs differ in, beside what a program reads and writes. */

#include "judge/growth/differ.h"
#include "judge/growth/plugin/counts.h"
#include "tests/unit/unit.h"

#include <math.h>

#define FAMILIES 5
#define N 1000.0

enum { START, READ, WRITE, SORT, SAME };

static double blocks[FAMILIES][COUNTS_BLOCKS];
static struct differ_point points[FAMILIES];

/* Numbers of 2 to 6 digits; the more digits, the less there is to sort. */
static void put_families(void)
{
    static const double sorted[FAMILIES] = { 900, 850, 300, 250, 100 };

    for (size_t i = 0; i < FAMILIES; i++) {
        double digits = 2 + (double) i;

        blocks[i][START] = 5e6;
        blocks[i][READ] = N * (3000 + 8000 * digits);
        blocks[i][WRITE] = N * 700 * (9 - digits);
        blocks[i][SORT] = N * sorted[i];
        blocks[i][SAME] = N * 40;
        points[i] = (struct differ_point){ .size = N,
                                           .bytes = N * (digits + 1),
                                           .written = N * (9 - digits),
                                           .count = 0,
                                           .blocks = blocks[i] };
        for (size_t k = START; k <= SAME; k++)
            points[i].count += blocks[i][k];
    }
}

START_TEST(what_is_read_written_or_the_same_for_all_does_not_count)
{
    double counts[FAMILIES];

    put_families();
    ck_assert(differ_counts(points, FAMILIES, counts));
    for (size_t i = 0; i < FAMILIES; i++)
        ck_assert_double_eq_tol(counts[i], blocks[i][SORT] + 0.001 * points[i].count, 1e-3);
    /* By all of their instructions, it would be the other way round. */
    for (size_t i = 1; i < FAMILIES; i++) {
        ck_assert_double_lt(counts[i], counts[i - 1]);
        ck_assert_double_gt(points[i].count, points[i - 1].count);
    }
}
END_TEST

START_TEST(inputs_of_other_sizes_are_compared_by_the_element)
{
    double counts[FAMILIES];

    put_families();
    points[2].size *= 4;
    points[2].bytes *= 4;
    points[2].written *= 4;
    for (size_t k = READ; k <= SAME; k++)
        blocks[2][k] *= 4;
    ck_assert(differ_counts(points, FAMILIES, counts));
    ck_assert_double_eq_tol(counts[2], blocks[2][SORT] + 0.001 * points[2].count, 1e-3);
}
END_TEST

START_TEST(three_families_say_nothing)
{
    double counts[FAMILIES];

    put_families();
    ck_assert(!differ_counts(points, 3, counts));
    ck_assert(differ_counts(points, 4, counts));
}
END_TEST

START_TEST(a_piece_that_only_one_family_runs_is_its_own)
{
    double counts[FAMILIES];

    put_families();
    blocks[4][SAME + 1] = N * 2000;
    ck_assert(differ_counts(points, FAMILIES, counts));
    ck_assert_double_gt(counts[4], N * 2000);
    ck_assert_double_lt(counts[3], N * 1000);
}
END_TEST

START_TEST(what_is_its_own_rises_by_a_power)
{
    static double more[FAMILIES][COUNTS_BLOCKS];
    struct differ_point large[FAMILIES];
    double powers[FAMILIES];

    put_families();
    for (size_t i = 0; i < FAMILIES; i++) {
        large[i] = points[i];
        large[i].size *= 4;
        large[i].bytes *= 4;
        large[i].written *= 4;
        large[i].blocks = more[i];
        more[i][START] = blocks[i][START];
        for (size_t k = READ; k <= SAME; k++)
            more[i][k] = 4 * blocks[i][k];
    }
    more[2][SORT] *= 1.2; /* as a logarithm does, from 1,000 on */
    more[3][SORT] *= 4;
    ck_assert(differ_powers(points, large, FAMILIES, powers));
    ck_assert_double_eq_tol(powers[0], 1, 1e-9);
    ck_assert_double_eq_tol(powers[2], 1 + log(1.2) / log(4), 1e-9);
    ck_assert_double_eq_tol(powers[3], 2, 1e-9);
    ck_assert(!differ_powers(points, large, 3, powers));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_differ");
    TCase *tcase = tcase_create("all");

    tcase_add_test(tcase, what_is_read_written_or_the_same_for_all_does_not_count);
    tcase_add_test(tcase, inputs_of_other_sizes_are_compared_by_the_element);
    tcase_add_test(tcase, three_families_say_nothing);
    tcase_add_test(tcase, a_piece_that_only_one_family_runs_is_its_own);
    tcase_add_test(tcase, what_is_its_own_rises_by_a_power);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
