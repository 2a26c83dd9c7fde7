/* Which CPU each worker gets. */

#include "judge/base/memory.h"
#include "judge/trial/cores.h"
#include "tests/unit/unit.h"

#include <sched.h>

#define MOST 8

static const struct claim_row {
    const char *name;
    int cpus[MOST], cores[MOST]; /* as many as `count` */
    size_t count;
    int physical;
    int here;
    int claims[MOST + 1]; /* in this order; -1: none left */
} claim_rows[] = {
    { "one", { 0 }, { 0 }, 1, 1, 0, { 0, -1 } },
    { "two cores", { 0, 1 }, { 0, 1 }, 2, 2, 0, { 0, 1, -1 } },
    { "the present one comes first", { 0, 1, 2 }, { 0, 1, 2 }, 3, 3, 2, { 2, 0, 1, -1 } },
    { "hyperthreads side by side", { 0, 1, 2, 3 }, { 0, 0, 2, 2 }, 4, 2, -1, { 0, 2, 1, 3, -1 } },
    { "hyperthreads in two halves", { 0, 1, 2, 3 }, { 0, 1, 0, 1 }, 4, 2, 3, { 3, 0, 1, 2, -1 } },
    { "a restricted mask", { 5, 7 }, { 1, 3 }, 2, 2, 7, { 7, 5, -1 } },
    { "both threads of one core", { 2, 6 }, { 2, 2 }, 2, 1, 6, { 6, 2, -1 } },
    { "the present one is not ours", { 2, 3 }, { 2, 3 }, 2, 2, 0, { 2, 3, -1 } },
};

START_TEST(whole_cores_are_given_out_first)
{
    const struct claim_row *row = &claim_rows[_i];
    struct cores cores = { .count = row->count };

    for (size_t i = 0; i < row->count; i++)
        cores.rows[i] = (struct core_row){ .cpu = row->cpus[i], .core = row->cores[i] };
    ck_assert_msg(cores_physical(&cores) == row->physical, "%s", row->name);
    for (size_t i = 0; i <= row->count; i++) {
        int cpu = cores_claim(&cores, row->here);

        ck_assert_msg(cpu == row->claims[i], "%s: claim %zu gave %d", row->name, i, cpu);
    }
}
END_TEST

START_TEST(an_unknown_mask_is_one_core_and_none_to_claim)
{
    struct cores cores = { 0 };

    ck_assert_int_eq(cores_physical(&cores), 1);
    ck_assert_int_eq(cores_claim(&cores, 0), -1);
}
END_TEST

START_TEST(a_restricted_mask_is_seen)
{
    struct cores cores;
    cpu_set_t before, only;

    cores_find(&cores);
    ck_assert_int_eq(sched_getaffinity(0, sizeof(before), &before), 0);
    ck_assert_int_eq((int) cores.count, CPU_COUNT(&before));
    int last = cores.rows[cores.count - 1].cpu;
    CPU_ZERO(&only);
    CPU_SET((size_t) last, &only);
    ck_assert_int_eq(sched_setaffinity(0, sizeof(only), &only), 0);
    cores_find(&cores);
    ck_assert_int_eq((int) cores.count, 1);
    ck_assert_int_eq(cores_physical(&cores), 1);
    ck_assert_int_eq(cores_claim(&cores, 0), last);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("trial_cores");
    TCase *cores = tcase_create("cores");

    tcase_add_loop_test(cores, whole_cores_are_given_out_first, 0, (int) COUNT(claim_rows));
    tcase_add_test(cores, an_unknown_mask_is_one_core_and_none_to_claim);
    tcase_add_test(cores, a_restricted_mask_is_seen);
    suite_add_tcase(suite, cores);
    return suite;
}

UNIT_MAIN(make_suite)
