/* A reference on the same inputs: which classes, which sizes, and what their ratio says. */

#include "judge/growth/beside.h"
#include "judge/growth/curve.h"
#include "tests/unit/unit.h"

#include <math.h>
#include <string.h>

#define COUNT_OF(rows) (sizeof(rows) / sizeof(*(rows)))

START_TEST(a_reference_is_worth_it_where_the_answer_is_close)
{
    struct growth_answer time = { .class = GROWTH_LINEAR, .confidence = 0.9, .point_count = 8 };

    ck_assert(!beside_is_close(&time, GROWTH_INSTRUCTIONS));
    ck_assert(beside_is_close(&time, GROWTH_CPU_TIME));
    ck_assert(beside_is_close(&time, GROWTH_HARDWARE));
    time.confidence = 0.6;
    ck_assert(beside_is_close(&time, GROWTH_INSTRUCTIONS));
    time.class = GROWTH_EXPONENTIAL;
    ck_assert(!beside_is_close(&time, GROWTH_INSTRUCTIONS));
    time.class = GROWTH_UNKNOWN;
    time.confidence = 0;
    ck_assert(beside_is_close(&time, GROWTH_INSTRUCTIONS));
    time.point_count = 4;
    ck_assert(!beside_is_close(&time, GROWTH_INSTRUCTIONS));
}
END_TEST

START_TEST(likelier_classes_come_first_and_each_once)
{
    static const enum growth_class wanted[] = {
        GROWTH_SQUARE, GROWTH_LINEAR_LOG,  GROWTH_LOG,        GROWTH_ROOT,
        GROWTH_LINEAR, GROWTH_LINEAR_ROOT, GROWTH_SQUARE_LOG, GROWTH_CUBE,
    };
    struct growth_answer time = { .class = GROWTH_SQUARE, .runner_up = GROWTH_SQUARE };
    enum growth_class classes[GROWTH_CLASS_COUNT];

    ck_assert_uint_eq(beside_classes(&time, GROWTH_LINEAR_LOG, GROWTH_CPU_TIME, classes),
                      COUNT_OF(wanted));
    for (size_t i = 0; i < COUNT_OF(wanted); i++)
        ck_assert_int_eq(classes[i], wanted[i]);
    time.class = time.runner_up = GROWTH_UNKNOWN;
    ck_assert_uint_eq(beside_classes(&time, GROWTH_UNKNOWN, GROWTH_HARDWARE, classes),
                      COUNT_OF(wanted));
    ck_assert_int_eq(classes[0], GROWTH_LOG);
    /* By pieces, only what is likely anyhow. */
    ck_assert_uint_eq(beside_classes(&time, GROWTH_LINEAR, GROWTH_INSTRUCTIONS, classes), 1);
    ck_assert_int_eq(classes[0], GROWTH_LINEAR);
}
END_TEST

START_TEST(sizes_that_double_are_taken_up_to_what_is_short_enough)
{
    struct growth_point points[] = {
        { .size = 100, .count = 0 },  { .size = 200, .count = 1 },  { .size = 400, .count = 2 },
        { .size = 600, .count = 3 },  { .size = 800, .count = 4 },  { .size = 1600, .count = 5 },
        { .size = 3200, .count = 6 }, { .size = 6400, .count = 7 },
    };
    struct growth_answer time = { .points = points, .point_count = COUNT_OF(points) };
    struct growth_beside beside = { .count = 0 };

    ck_assert(beside_sizes(&time, 5000, &beside));
    ck_assert_uint_eq(beside.count, 5);
    ck_assert_double_eq(beside.sizes[0], 200);
    ck_assert_double_eq(beside.sizes[2], 800);
    ck_assert_double_eq(beside.counts[2], 4);
    ck_assert_double_eq(beside.sizes[4], 3200);
    ck_assert(!beside_sizes(&time, 2000, &beside));
}
END_TEST

/* Of a program: a part of the largest count that is of some class, the rest n; above a start. */
struct shape {
    enum growth_class class;
    double part, start;
};

static double count_of(const struct shape *shape, double size, double largest, double all)
{
    return all * (shape->start + shape->part * curve_value(shape->class, size, largest) +
                  (1 - shape->part) * curve_value(GROWTH_LINEAR, size, largest));
}

static const struct row {
    struct shape program, reference;
    enum growth_class label;
    double noise; /* every other count of the program is so much more */
    double range; /* of sizes */
    bool known, same;
} rows[] = {
    { { GROWTH_LINEAR, 1, 0 }, { GROWTH_LINEAR, 1, 0 }, GROWTH_LINEAR, 0, 64, true, true },
    { { GROWTH_LINEAR, 1, 0.2 }, { GROWTH_LINEAR, 1, 0.02 }, GROWTH_LINEAR, 0, 64, true, true },
    { { GROWTH_LINEAR_LOG, 1, 0 }, { GROWTH_LINEAR, 1, 0 }, GROWTH_LINEAR, 0, 64, true, false },
    { { GROWTH_LINEAR, 1, 0 }, { GROWTH_LINEAR_LOG, 1, 0 }, GROWTH_LINEAR_LOG, 0, 64, true, false },
    { { GROWTH_SQUARE, 1, 0 }, { GROWTH_SQUARE, 1, 0 }, GROWTH_SQUARE, 0.02, 64, true, true },
    { { GROWTH_SQUARE_LOG, 1, 0 }, { GROWTH_SQUARE, 1, 0 }, GROWTH_SQUARE, 0, 64, true, false },
    { { GROWTH_SQUARE, 1, 0 }, { GROWTH_LINEAR, 1, 0 }, GROWTH_LINEAR, 0, 64, true, false },
    { { GROWTH_CUBE, 1, 0 }, { GROWTH_CUBE, 1, 0 }, GROWTH_CUBE, 0.05, 64, true, true },
    /* On these inputs the reference does not do what its label says. */
    { { GROWTH_LINEAR, 1, 0 }, { GROWTH_LINEAR, 1, 0 }, GROWTH_SQUARE, 0, 64, false, false },
    /* Neither is pure, but both alike. */
    { { GROWTH_LINEAR_LOG, 0.3, 0 },
      { GROWTH_LINEAR_LOG, 0.3, 0 },
      GROWTH_LINEAR_LOG,
      0,
      64,
      true,
      true },
    /* Too noisy for a logarithm, too few sizes, too little above the start. */
    { { GROWTH_LINEAR, 1, 0 }, { GROWTH_LINEAR, 1, 0 }, GROWTH_LINEAR, 0.4, 64, true, false },
    { { GROWTH_LINEAR, 1, 0 }, { GROWTH_LINEAR, 1, 0 }, GROWTH_LINEAR, 0, 10, false, false },
    { { GROWTH_LINEAR, 1, 9 }, { GROWTH_LINEAR, 1, 0 }, GROWTH_LINEAR, 0, 64, false, false },
};

START_TEST(a_ratio_that_is_level_is_the_same_class)
{
    const struct row *row = &rows[_i];
    struct growth_beside beside = { .class = row->label, .count = 7 };
    double largest = 1000 * row->range;

    for (size_t i = 0; i < beside.count; i++) {
        double size = largest * pow(row->range, (double) i / 6 - 1);

        beside.sizes[i] = size;
        beside.counts[i] =
            count_of(&row->program, size, largest, 7e6) * (1 + (i % 2 ? row->noise : 0));
        beside.beside[i] = count_of(&row->reference, size, largest, 1e6);
    }
    ck_assert_int_eq(beside_compare(&beside), row->known);
    if (row->known)
        ck_assert_int_eq(beside.same, row->same);
}
END_TEST

START_TEST(what_was_not_run_says_nothing)
{
    struct growth_beside beside = { .class = GROWTH_LINEAR, .count = 7 };

    for (size_t i = 0; i < beside.count; i++)
        beside.sizes[i] = beside.counts[i] = pow(2, (double) i);
    ck_assert(!beside_compare(&beside));
}
END_TEST

START_TEST(what_decides_is_the_answer_and_as_sure_as_it_is_level)
{
    struct growth_answer time = { .class = GROWTH_ROOT,
                                  .confidence = 0.9,
                                  .runner_up = GROWTH_LINEAR };
    struct growth_beside beside = {
        .class = GROWTH_LINEAR, .power = 0.02, .error = 0.01, .next = 0.08, .same = true
    };

    beside_decide(&beside, &time);
    ck_assert_int_eq(time.class, GROWTH_LINEAR);
    ck_assert_int_eq(time.runner_up, GROWTH_ROOT);
    ck_assert_double_eq_tol(time.confidence, 1 - 0.03 / 0.08, 1e-9);
    time.confidence = 0.7;
    beside_decide(&beside, &time);
    ck_assert_double_eq(time.confidence, 0.7);
    time = (struct growth_answer){ .class = GROWTH_UNKNOWN,
                                   .runner_up = GROWTH_LINEAR,
                                   .reason = "none" };
    beside.power = beside.error = 0;
    beside_decide(&beside, &time);
    ck_assert_int_eq(time.class, GROWTH_LINEAR);
    ck_assert_int_eq(time.runner_up, GROWTH_UNKNOWN);
    ck_assert_ptr_null(time.reason);
    ck_assert_double_eq(time.confidence, 0.85);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_beside");
    TCase *tcase = tcase_create("beside");

    tcase_add_test(tcase, a_reference_is_worth_it_where_the_answer_is_close);
    tcase_add_test(tcase, likelier_classes_come_first_and_each_once);
    tcase_add_test(tcase, sizes_that_double_are_taken_up_to_what_is_short_enough);
    tcase_add_loop_test(tcase, a_ratio_that_is_level_is_the_same_class, 0, COUNT_OF(rows));
    tcase_add_test(tcase, what_was_not_run_says_nothing);
    tcase_add_test(tcase, what_decides_is_the_answer_and_as_sure_as_it_is_level);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
