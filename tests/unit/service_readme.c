/* How much of a README is executed: within its time, and what was run elsewhere before. */

#include "judge/service/readme_run.h"
#include "judge/service/service.h"
#include "tests/unit/unit.h"

#include "judge/base/file.h"

static char directory[64];
static struct sandbox *sandbox;
static struct error error;

static void begin(void)
{
    struct sandbox_options options = { 0 };
    struct sandbox_error fault = { 0 };

    strcpy(directory, "/tmp/assay-unit-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(directory));
    ck_assert_msg(sandbox_open(&options, &sandbox, &fault) == 0, "%s", fault.message);
}

static void end(void)
{
    file_remove_tree(directory, &error);
    sandbox_close(sandbox);
}

static struct readme_run *run_of(const char *text, const char *tested, double total_s)
{
    static const char *const environment[] = { NULL };
    const struct procfile procfile = { .web = NULL };
    const struct readme_run_options options = { .directory = directory,
                                                .procfile = &procfile,
                                                .environment = environment,
                                                .tested = tested,
                                                .ready_s = 5,
                                                .total_s = total_s };
    struct readme_run *run = NULL;
    char path[100];

    snprintf(path, sizeof(path), "%s/README.md", directory);
    ck_assert_int_eq(file_write_atomic(path, text, strlen(text), 0644, &error), 0);
    ck_assert_msg(readme_run(sandbox, &options, &run, &error) == 0, "%s", error.message);
    return run;
}

#define SLOW "# A\n\n```sh\nmkdir one\nrm -f x; sleep 40\nmkdir two\nmkdir three\n```\n"

START_TEST(what_is_not_reached_in_time_is_counted_and_no_failure)
{
    struct readme_run *run = run_of(SLOW, NULL, 4.0 * unit_slowness());

    ck_assert_uint_eq(run->count, 4);
    ck_assert_int_eq(run->steps[0].outcome, OUTCOME_PASSED);
    ck_assert_int_eq(run->steps[1].outcome, OUTCOME_UNVERIFIED);
    ck_assert_msg(strstr(run->steps[1].reason, "took more than"), "%s", run->steps[1].reason);
    ck_assert_str_eq(run->steps[2].reason, "no time was left");
    ck_assert_uint_eq(run->unreached, 2);
    ck_assert_uint_eq(readme_run_count(run, OUTCOME_FAILED), 0);
    ck_assert_double_lt(run->seconds, 30.0 * unit_slowness());
    readme_run_free(run);
}
END_TEST

/* The command fails, so that it shows whether it was run. */
#define TESTED "# A\n\n```sh\nmkdir made\nmake -f  absent.mk  test\n```\n"

START_TEST(tests_that_passed_before_are_not_run_again)
{
    struct readme_run *run = run_of(TESTED, "make -f absent.mk test", 20.0 * unit_slowness());

    ck_assert_uint_eq(run->count, 2);
    ck_assert_int_eq(run->steps[1].command->role, DO_TEST);
    ck_assert_int_eq(run->steps[0].outcome, OUTCOME_PASSED);
    ck_assert_int_eq(run->steps[1].outcome, OUTCOME_PASSED);
    ck_assert_str_eq(run->steps[1].reason, "run already, with the tests");
    ck_assert_uint_eq(run->unreached, 0);
    readme_run_free(run);
}
END_TEST

START_TEST(other_tests_are_run_and_so_is_all_that_is_no_test)
{
    static const struct {
        const char *text, *tested;
        size_t index;
    } rows[] = {
        { TESTED, NULL, 1 },
        { TESTED, "make -f absent.mk tests", 1 },
        { TESTED, "make -f absent.mk", 1 },
        { TESTED, "make -fabsent.mk test", 1 },
        { "# A\n\n```sh\nmkdir sub\ncd sub\nmake -f absent.mk test\n```\n",
          "make -f absent.mk test", 2 },
        { "# A\n\n```sh\nmkdir a/b\n```\n", "mkdir a/b", 0 },
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct readme_run *run = run_of(rows[i].text, rows[i].tested, 20.0 * unit_slowness());
        const struct readme_step *step = &run->steps[rows[i].index];
        ck_assert_msg(step->outcome != OUTCOME_PASSED, "row %zu: %s", i, step->reason);
        readme_run_free(run);
    }
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("service/readme");
    TCase *cases = tcase_create("executed");

    tcase_set_timeout(cases, 120 * unit_slowness());
    tcase_add_checked_fixture(cases, begin, end);
    tcase_add_test(cases, what_is_not_reached_in_time_is_counted_and_no_failure);
    tcase_add_test(cases, tests_that_passed_before_are_not_run_again);
    tcase_add_test(cases, other_tests_are_run_and_so_is_all_that_is_no_test);
    suite_add_tcase(suite, cases);
    return suite;
}

UNIT_MAIN(make_suite)
