/* Inputs with two sizes: which ones are made, and what three answers say together. */

#include "judge/base/memory.h"
#include "judge/growth/product.h"
#include "tests/unit/unit.h"

#include <string.h>

static const struct package_second streams = { .name = "k", .size = 100000, .most = 250 };

static void sizes_are(enum product_axis axis, int64_t at, int64_t size, int64_t second)
{
    int64_t found = 0, found_second = 0;

    product_sizes(&streams, axis, at, &found, &found_second);
    ck_assert_int_eq(found, size);
    ck_assert_int_eq(found_second, second);
}

START_TEST(one_size_grows_beside_the_other_or_both_do)
{
    ck_assert_int_eq(product_most(&streams, PRODUCT_FIRST), 100000);
    ck_assert_int_eq(product_most(&streams, PRODUCT_SECOND), 250);
    ck_assert_int_eq(product_most(&streams, PRODUCT_BOTH), 250);
    sizes_are(PRODUCT_FIRST, 700, 700, 4);
    sizes_are(PRODUCT_SECOND, 16, 100000, 16);
    sizes_are(PRODUCT_BOTH, 250, 100000, 250);
    sizes_are(PRODUCT_BOTH, 5, 2000, 5);
    ck_assert(product_weight(&streams, PRODUCT_SECOND, 5) >
              product_weight(&streams, PRODUCT_BOTH, 5));
}
END_TEST

START_TEST(a_slow_program_gets_smaller_sizes)
{
    struct package_second less = product_scaled(&streams, 50000);

    ck_assert_int_eq(less.size, 50000);
    ck_assert_int_eq(less.most, 125);
    /* few are never too many */
    ck_assert_int_eq(product_scaled(&streams, 1000).most, 32);
    ck_assert_int_eq(product_scaled(&streams, 1).size, 32);
    ck_assert_int_eq(product_scaled(&streams, 300000).size, 100000);
}
END_TEST

#define OPEN GROWTH_UNKNOWN

static const struct row {
    enum growth_class first, second, both;
    const char *text, *reason; /* one of them */
} rows[] = {
    { GROWTH_LINEAR, GROWTH_LINEAR, GROWTH_SQUARE, "n k", NULL },
    { GROWTH_LINEAR, GROWTH_LINEAR, GROWTH_SQUARE_LOG, "n k", NULL },
    { GROWTH_LINEAR, GROWTH_LINEAR, GROWTH_LINEAR, "n + k", NULL },
    { GROWTH_LINEAR_LOG, GROWTH_LINEAR, GROWTH_LINEAR_LOG, "n log n + k", NULL },
    { GROWTH_LINEAR, GROWTH_LOG, GROWTH_LINEAR_LOG, "n log k", NULL },
    { GROWTH_LINEAR, GROWTH_CONSTANT, GROWTH_LINEAR, "n", NULL },
    { GROWTH_CONSTANT, GROWTH_SQUARE, GROWTH_SQUARE, "k^2", NULL },
    { GROWTH_CONSTANT, GROWTH_CONSTANT, GROWTH_CONSTANT, "1", NULL },
    { GROWTH_LINEAR, GROWTH_SQUARE, GROWTH_CUBE, "n k^2", NULL },
    { GROWTH_SQUARE, GROWTH_SQUARE, GROWTH_CUBE, "n^2 k^2", NULL },
    { GROWTH_LINEAR_LOG, GROWTH_LINEAR_LOG, GROWTH_SQUARE_LOG, "n k log n log k", NULL },
    { GROWTH_LINEAR_ROOT, GROWTH_ROOT, GROWTH_SQUARE, "n sqrt n sqrt k", NULL },
    { GROWTH_CONSTANT, GROWTH_EXPONENTIAL, GROWTH_EXPONENTIAL, "2^k", NULL },
    { GROWTH_LINEAR, GROWTH_EXPONENTIAL, GROWTH_EXPONENTIAL, NULL, "neither" },
    { GROWTH_LINEAR, GROWTH_LINEAR, GROWTH_CUBE, NULL, "neither" },
    { GROWTH_LINEAR, GROWTH_LINEAR, OPEN, NULL, "with both: it is open" },
    { OPEN, GROWTH_LINEAR, GROWTH_LINEAR, NULL, "with n: it is open" },
    { GROWTH_LINEAR, OPEN, GROWTH_LINEAR, NULL, "with k: it is open" },
    /* what does not grow with one needs nothing of both */
    { GROWTH_LINEAR, GROWTH_CONSTANT, OPEN, "n", NULL },
};

static struct growth_answer answer(enum growth_class class, double confidence)
{
    return (struct growth_answer){ .class = class,
                                   .confidence = class == OPEN ? 0 : confidence,
                                   .reason = class == OPEN ? "it is open" : NULL };
}

START_TEST(both_are_told_from_each_and_from_both)
{
    const struct row *row = &rows[_i];
    struct growth_product product = { .first = answer(row->first, 0.9),
                                      .second = answer(row->second, 0.8),
                                      .both = answer(row->both, 0.7) };
    AUTO_ARENA struct arena *arena = arena_new();

    ck_assert_int_eq(product_combine(arena, "k", "O(n k)", &product), 0);
    if (!row->text) {
        ck_assert_ptr_null(product.text);
        ck_assert_ptr_nonnull(strstr(product.reason, row->reason));
        ck_assert(product.confidence == 0);
        return;
    }
    ck_assert_str_eq(product.text, row->text);
    ck_assert_ptr_null(product.reason);
    bool constant = row->first == GROWTH_CONSTANT || row->second == GROWTH_CONSTANT;
    ck_assert(product.confidence == (constant ? 0.8 : 0.7));
}
END_TEST

START_TEST(the_second_is_held_against_what_is_expected_of_it)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct growth_product product = { .first = answer(GROWTH_LINEAR, 1),
                                      .second = answer(GROWTH_LINEAR, 1),
                                      .both = answer(GROWTH_SQUARE, 1) };
    static const struct {
        const char *expected;
        enum growth_verdict verdict;
    } verdicts[] = { { "O(n k)", GROWTH_AS_EXPECTED },
                     { "O(n log k)", GROWTH_WORSE },
                     { "O(n log k + k)", GROWTH_WORSE }, /* by both together */
                     { "O(n + k)", GROWTH_WORSE },
                     { "O(n^2 + k)", GROWTH_AS_EXPECTED },
                     { "O(n k^2)", GROWTH_BETTER },
                     { "O(n)", GROWTH_UNSURE },
                     { NULL, GROWTH_UNSURE } };

    for (size_t i = 0; i < COUNT(verdicts); i++) {
        ck_assert_int_eq(product_combine(arena, "k", verdicts[i].expected, &product), 0);
        ck_assert_msg(product.verdict == verdicts[i].verdict, "%s", verdicts[i].expected);
    }
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_product");
    TCase *tcase = tcase_create("all");

    tcase_add_test(tcase, one_size_grows_beside_the_other_or_both_do);
    tcase_add_test(tcase, a_slow_program_gets_smaller_sizes);
    tcase_add_loop_test(tcase, both_are_told_from_each_and_from_both, 0, (int) COUNT(rows));
    tcase_add_test(tcase, the_second_is_held_against_what_is_expected_of_it);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
