/* What interview.yaml says to a judge. */
#include "tests/unit/problem_package.h"

#include <errno.h>
#include <string.h>

START_TEST(a_language_gets_its_part_of_the_time_limit)
{
    package_put_new("");
    package_put("interview.yaml", "time_factors: {c: 0.25, rust: 0.5}\nminutes: 20\n");
    package_expect_clean();
    ck_assert_uint_eq(package->time_factor_count, 2);
    ck_assert_double_eq(package_time_factor(package, "c"), 0.25);
    ck_assert_double_eq(package_time_factor(package, "rust"), 0.5);
    ck_assert_double_eq(package_time_factor(package, "cpp"), 1);
}
END_TEST

START_TEST(odd_factors_of_the_time_limit_are_faults_with_their_line)
{
    package_put_new("");
    package_put("interview.yaml", "minutes: 20\ntime_factors: [c, rust]\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    ck_assert_int_eq(package_expect_fault("expected a map of languages", false)->error.line, 2);
    package_put("interview.yaml", "time_factors:\n  c: 0\n  cpp: fast\n  rust: 1000\n  go: 2\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    ck_assert_int_eq(package_expect_fault("c: 0 is not between", false)->error.line, 2);
    ck_assert_int_eq(package_expect_fault("cpp: expected a number", false)->error.line, 3);
    ck_assert_int_eq(package_expect_fault("rust: 1000 is not between", false)->error.line, 4);
    ck_assert_uint_eq(package->time_factor_count, 1);
}
END_TEST

START_TEST(how_a_submission_grows_is_known)
{
    package_put_new("");
    package_put("submissions/accepted/other.py", "print(1)\n");
    package_put("interview.yaml",
                "complexity:\n  time: O(n)\n  references:\n    accepted/other.py: O(n log n)\n");
    package_expect_clean();
    ck_assert_uint_eq(package->submission_count, 2);
    for (size_t i = 0; i < package->submission_count; i++) {
        const struct package_submission *submission = &package->submissions[i];

        if (strcmp(submission->name, "accepted/other.py") == 0) {
            ck_assert_str_eq(submission->growth, "O(n log n)");
        } else {
            ck_assert_ptr_null(submission->growth);
        }
    }
}
END_TEST

START_TEST(odd_references_are_faults_with_their_line)
{
    package_put_new("");
    package_put("interview.yaml", "complexity:\n  references: [accepted/other.py]\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    ck_assert_int_eq(package_expect_fault("expected a map of submissions", false)->error.line, 2);
    package_put("interview.yaml", "complexity:\n  references:\n    accepted/none.py: O(n)\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    ck_assert_int_eq(package_expect_fault("accepted/none.py", false)->error.line, 3);
    package_put("submissions/accepted/other.py", "print(1)\n");
    package_put("interview.yaml", "complexity:\n  references:\n    accepted/other.py: O(fast)\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    ck_assert_int_eq(package_expect_fault("'O(fast)' is no class", false)->error.line, 3);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("problem_interview");
    TCase *tcase = tcase_create("reader");

    tcase_add_checked_fixture(tcase, package_setup, package_teardown);
    tcase_add_test(tcase, a_language_gets_its_part_of_the_time_limit);
    tcase_add_test(tcase, odd_factors_of_the_time_limit_are_faults_with_their_line);
    tcase_add_test(tcase, how_a_submission_grows_is_known);
    tcase_add_test(tcase, odd_references_are_faults_with_their_line);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
