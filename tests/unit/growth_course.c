/* What is known of the inputs of a family. */

#include "judge/growth/course.h"
#include "tests/unit/unit.h"

#include <math.h>

/* Seven sizes that double, with inputs of so many bytes. */
static bool is_limited(const double bytes[7], struct course *ret_part)
{
    struct course course = { .most = 64000 };

    for (size_t i = 0; i < 7; i++)
        course_add(&course, &(struct course_point){
                                .size = INT64_C(1000) << i, .count = 1, .bytes = bytes[i] });
    return course_even_part(&course, ret_part);
}

START_TEST(sizes_at_which_inputs_no_longer_grow_are_known)
{
    struct course part;

    ck_assert(!is_limited((const double[]){ 1, 2, 4, 8, 16, 32, 64 }, &part));
    ck_assert(is_limited((const double[]){ 1, 2, 4, 8, 16, 32, 48 }, &part));
    ck_assert_uint_eq(part.count, 6);
    ck_assert_int_eq(part.points[5].size, 32000);
    /* too few are left */
    ck_assert(!is_limited((const double[]){ 1, 2, 4, 8, 16, 24, 30 }, &part));
    /* one number, or now and then a digit more: that is no limit */
    ck_assert(!is_limited((const double[]){ 5, 5, 5, 6, 6, 6, 6 }, &part));
    ck_assert(!is_limited((const double[]){ 1, 1.4, 4, 5, 16, 32, 48 }, &part));
}
END_TEST

START_TEST(a_generator_that_stops_is_told_from_one_that_begins)
{
    struct course course = { .most = 1000 };

    course_note_input(&course, 10, "too small");
    course_note_input(&course, 20, NULL);
    ck_assert(!course_lacks_inputs(&course));
    course_note_input(&course, 1000, "too large");
    course_note_input(&course, 500, "this, too");
    ck_assert(course_lacks_inputs(&course));
    ck_assert_str_eq(course.unmade, "too large");
    course = (struct course){ .most = 1000 };
    course_note_input(&course, 5, "broken");
    ck_assert(course_lacks_inputs(&course));
}
END_TEST

/* A batch has ended; nothing tells the class yet. */
START_TEST(beside_a_jump_there_are_more_sizes)
{
    static const struct decide_rules decide = { .tolerance = 0.03, .floor = 100 };
    const struct plan_rules rules = {
        .wall_s = 20, .run_s = 6, .batches = true, .counts = true, .decide = &decide
    };
    static const double counts[] = { 2.25e6, 2.6e6, 3.29e6, 4.75e6, 7.66e6, 13.5e6, 25.1e6, 283e6 };
    struct course course = { .most = 100000, .timed = true };
    int64_t size = 0;

    for (size_t i = 0; i < COUNT(counts); i++) {
        course_begin(&course, llround(100000 / exp2(9 - (double) i)));
        course_add(&course, &(struct course_point){ .size = llround(100000 / exp2(9 - (double) i)),
                                                    .count = counts[i],
                                                    .wall_s = counts[i] / 2e8 });
    }
    course.running = 0;
    course.ceiling = 50000;
    ck_assert(course_next_size(&rules, &course, 10, &size));
    ck_assert_int_eq(size, 17678);
    course_begin(&course, size);
    ck_assert(course_next_size(&rules, &course, 10, &size));
    ck_assert_int_eq(size, 35355);
    /* there is no time for it */
    ck_assert(!course_next_size(&rules, &course, 3, &size));
    /* it rose before, too */
    course.points[6].count = 60e6;
    ck_assert(!course_next_size(&rules, &course, 10, &size));
}
END_TEST

/* By the first look alone, ten times as large a size would be begun. */
START_TEST(in_a_batch_no_size_is_made_that_the_second_look_rules_out)
{
    static const struct decide_rules decide = { .tolerance = 0.03, .floor = 100 };
    const struct plan_rules rules = {
        .wall_s = 20, .run_s = 6, .batches = true, .counts = true, .families = 1, .decide = &decide
    };
    struct course course = { .most = 400000, .look = { 0.33, 0 } };
    int64_t size, largest = 0, least = INT64_MAX;
    double at = (double) course_look_size(&rules, &course, 1, 0);

    course.levels[0] = (struct course_level){ .count = 1e8, .cpu_s = 0.3 };
    for (size_t i = 0; i < 10 && course_next_size(&rules, &course, 20, &size); i++) {
        course_begin(&course, size);
        largest = size > largest ? size : largest;
        least = size < least ? size : least;
    }
    ck_assert_double_le(0.3 * (double) largest / at, rules.run_s / 2);
    ck_assert_double_gt(0.3 * 2 * (double) largest / at, rules.run_s / 2);
    /* Smaller ones have taken its place. */
    ck_assert_int_le(least, 400000 / 1024);
    /* What is hardly more than the start says nothing. */
    course.tried_count = 0;
    course.levels[0].cpu_s = 0.05;
    for (largest = 0; course_next_size(&rules, &course, 20, &size);) {
        course_begin(&course, size);
        largest = size > largest ? size : largest;
    }
    ck_assert_int_gt(largest, 100000);
    /* What it rose by says more than what it took. */
    course.tried_count = 0;
    course.levels[0] = (struct course_level){ .count = 1e8, .cpu_s = 0.9 };
    course.levels[1] = (struct course_level){ .count = 2e8, .cpu_s = 1.1 };
    for (largest = 0; course_next_size(&rules, &course, 20, &size);) {
        course_begin(&course, size);
        largest = size > largest ? size : largest;
    }
    ck_assert_int_gt(largest, 100000);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_course");
    TCase *tcase = tcase_create("all");

    tcase_add_test(tcase, beside_a_jump_there_are_more_sizes);
    tcase_add_test(tcase, sizes_at_which_inputs_no_longer_grow_are_known);
    tcase_add_test(tcase, a_generator_that_stops_is_told_from_one_that_begins);
    tcase_add_test(tcase, in_a_batch_no_size_is_made_that_the_second_look_rules_out);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
