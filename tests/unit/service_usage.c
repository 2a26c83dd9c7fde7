#include "judge/service/usage.h"

#include <check.h>
#include <stdlib.h>

static struct usage usage;

static void empty(void)
{
    usage = (struct usage){ 0 };
}

static void add(double at_s)
{
    ck_assert(usage_is_due(&usage, at_s));
    usage_add(&usage, &(struct usage_sample){ .at_s = at_s, .memory_bytes = 1000 });
}

START_TEST(the_first_is_due_at_once_and_the_next_a_quarter_of_a_second_later)
{
    empty();
    add(0);
    ck_assert(!usage_is_due(&usage, 0.24));
    add(0.25);
    ck_assert_uint_eq(usage.count, 2);
}
END_TEST

START_TEST(a_long_series_keeps_its_whole_length_in_samples_at_equal_distances)
{
    empty();
    const double at_s = 25000;
    for (int i = 0; i < 100000; i++)
        if (usage_is_due(&usage, 0.25 * i))
            add(0.25 * i);
    ck_assert_uint_le(usage.count, USAGE_MOST);
    ck_assert_uint_ge(usage.count, USAGE_MOST / 2);
    ck_assert_double_eq(usage.samples[0].at_s, 0);
    for (size_t i = 1; i < usage.count; i++)
        ck_assert_double_eq_tol(usage.samples[i].at_s - usage.samples[i - 1].at_s, usage.every_s,
                                usage.every_s / 100);
    ck_assert_double_ge(usage.samples[usage.count - 1].at_s, at_s - 2 * usage.every_s);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("service_usage");
    TCase *cases = tcase_create("usage");

    tcase_add_test(cases, the_first_is_due_at_once_and_the_next_a_quarter_of_a_second_later);
    tcase_add_test(cases, a_long_series_keeps_its_whole_length_in_samples_at_equal_distances);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
