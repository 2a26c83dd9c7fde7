/* Which of the ways to measure is taken, and what is said of those that are not. */

#include "judge/base/memory.h"
#include "judge/growth/backend.h"
#include "tests/unit/unit.h"

#include <errno.h>

static const struct emulator there, none = { .fault = "no emulator" };

START_TEST(the_best_backend_that_there_is_measures)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct growth_options options = { .backend = 0 };
    struct sandbox_error refusal;
    enum growth_backend backend = GROWTH_BACKENDS;
    const char *note = NULL;
    struct error error = { 0 };
    bool counts = sandbox_counter_check(SANDBOX_COUNT_INSTRUCTIONS, &refusal) == 0;

    ck_assert_int_eq(
        backend_choose(&options, &there, GROWTH_INSTRUCTIONS, arena, &backend, &note, &error), 0);
    ck_assert_int_eq(backend, GROWTH_INSTRUCTIONS);
    ck_assert_ptr_null(note);
    ck_assert_int_eq(
        backend_choose(&options, &none, GROWTH_INSTRUCTIONS, arena, &backend, &note, &error), 0);
    ck_assert_int_eq(backend, counts ? GROWTH_HARDWARE : GROWTH_CPU_TIME);
    ck_assert(strncmp(note, "no emulator", 11) == 0);
    ck_assert(counts || strstr(note, refusal.message));
    ck_assert_int_eq(
        backend_choose(&options, &there, GROWTH_CPU_TIME, arena, &backend, &note, &error), 0);
    ck_assert_int_eq(backend, GROWTH_CPU_TIME);
}
END_TEST

START_TEST(a_backend_that_is_named_measures_or_none)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct growth_options options = { .backend = 1 + GROWTH_INSTRUCTIONS };
    enum growth_backend backend = GROWTH_BACKENDS;
    const char *note = NULL;
    struct error error = { 0 };

    ck_assert_int_eq(
        backend_choose(&options, &none, GROWTH_INSTRUCTIONS, arena, &backend, &note, &error),
        -EINVAL);
    ck_assert_str_eq(error.message, "cannot measure by instructions: no emulator");
    note = "it did not run";
    ck_assert_int_eq(
        backend_choose(&options, &there, GROWTH_HARDWARE, arena, &backend, &note, &error), -EINVAL);
    ck_assert_str_eq(error.message, "cannot measure by instructions: it did not run");
    note = NULL;
    options.backend = 1 + GROWTH_CPU_TIME;
    ck_assert_int_eq(
        backend_choose(&options, &there, GROWTH_INSTRUCTIONS, arena, &backend, &note, &error), 0);
    ck_assert_int_eq(backend, GROWTH_CPU_TIME);
    ck_assert_ptr_null(note);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_backend");
    TCase *tcase = tcase_create("backend");

    tcase_add_test(tcase, the_best_backend_that_there_is_measures);
    tcase_add_test(tcase, a_backend_that_is_named_measures_or_none);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
