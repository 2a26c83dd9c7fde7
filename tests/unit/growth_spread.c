/* Which inputs a program is run on within its budget, one after the other in one process. */

/* NOLINTNEXTLINE(bugprone-suspicious-include): part of the plugin, not of the program */
#include "judge/growth/plugin/spread.c"
#include "tests/unit/unit.h"

#define TICK_S 0.02 /* of CPU time */

static void burn(double cpu_s)
{
    double now_s = own_cpu_s(), end_s = now_s + cpu_s;

    while (now_s < end_s)
        now_s = own_cpu_s();
}

/* Inputs of as many bytes as given, at the numbers that the program expects them at. */
static void put_inputs(const int *bytes, size_t inputs)
{
    for (size_t i = 0; i < inputs; i++) {
        int fd = memfd_create("input", 0);

        if (fd < 0 || ftruncate(fd, bytes[i]) < 0 || dup2(fd, (int) (COUNTS_INPUT + i)) < 0)
            _exit(CANNOT);
        if (fd != (int) (COUNTS_INPUT + i))
            close(fd);
    }
}

/* The number of the last input that was run, where each takes so many ticks. */
static uint64_t last_run(const char *letters, const int *bytes, const int *ticks, double all_s)
{
    struct counts *all =
        mmap(NULL, COUNTS_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    uint64_t last;
    int status;
    pid_t child;

    ck_assert_ptr_ne(all, MAP_FAILED);
    child = fork();
    if (child == 0) {
        put_inputs(bytes, strlen(letters));
        spread_begin(all, letters, all_s);
        for (;;) {
            spread_next();
            burn(ticks[all->begun - 1] * TICK_S);
        }
    }
    ck_assert_int_gt(child, 0);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
    last = all->begun;
    munmap(all, COUNTS_BYTES);
    return last;
}

START_TEST(warming_up_is_no_part_of_the_budget)
{
    const int bytes[] = { 9, 9, 9, 18, 36 }, ticks[] = { 4, 4, 4, 4, 4 };

    /* One is below the budget, and two are not. */
    ck_assert_uint_eq(last_run("--aaa", bytes, ticks, 5 * TICK_S), 4);
}
END_TEST

START_TEST(what_would_pass_the_budget_is_not_begun)
{
    const int bytes[] = { 10, 20, 40, 80 }, ticks[] = { 1, 2, 4, 8 };

    ck_assert_uint_eq(last_run("aaaa", bytes, ticks, 11 * TICK_S), 3);
    ck_assert_uint_eq(last_run("aaaa", bytes, ticks, 20 * TICK_S), 4);
}
END_TEST

START_TEST(behind_one_of_another_family_there_may_be_a_quick_one)
{
    const int bytes[] = { 10, 20, 21, 40, 41 }, ticks[] = { 1, 4, 1, 16, 1 };

    /* b, b, a, b: the last b would take too much, and the a behind it would not. */
    ck_assert_uint_eq(last_run("bbaba", bytes, ticks, 12 * TICK_S), 5);
    ck_assert_uint_eq(last_run("aabab", bytes, ticks, 12 * TICK_S), 3);
}
END_TEST

START_TEST(without_a_budget_all_are_run)
{
    const int bytes[] = { 10, 20, 40 }, ticks[] = { 1, 2, 4 };

    ck_assert_uint_eq(last_run("aaa", bytes, ticks, 0), 3);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_spread");
    TCase *tcase = tcase_create("all");

    tcase_add_test(tcase, warming_up_is_no_part_of_the_budget);
    tcase_add_test(tcase, what_would_pass_the_budget_is_not_begun);
    tcase_add_test(tcase, behind_one_of_another_family_there_may_be_a_quick_one);
    tcase_add_test(tcase, without_a_budget_all_are_run);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
