/* What threads of Node do one after the other, as strace showed it. */

/* NOLINTNEXTLINE(bugprone-suspicious-include): part of the plugin, not of the program */
#include "judge/growth/plugin/helpers.c"
#include "tests/unit/unit.h"

enum {
    FUTEX = 202,
    CLONE = 56,
    READ = 0,
    MAIN = 0,
    WORKER = 1,
    OTHER = 2,
    HERE = 0x1000,
    THERE = 0x2000
};

static bool waits(unsigned cpu, uint64_t address)
{
    return helpers_called(&(struct helpers_call){
        cpu, FUTEX, address, FUTEX_WAIT_BITSET | FUTEX_PRIVATE_FLAG | FUTEX_CLOCK_REALTIME, 0, 0 });
}

static bool wakes(unsigned cpu, uint64_t address, uint64_t most)
{
    return helpers_called(
        &(struct helpers_call){ cpu, FUTEX, address, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, most, 0 });
}

static bool starts_thread(void)
{
    return helpers_called(&(struct helpers_call){ .cpu = MAIN, .number = CLONE });
}

static void returns(unsigned cpu, int64_t number, int64_t value)
{
    helpers_returned(&(struct helpers_call){ .cpu = cpu, .number = number }, value);
}

static void be_born(void)
{
    helpers_begin(FUTEX, CLONE);
    helpers_born();
}

START_TEST(who_is_alone_and_waits_is_waited_for_by_nobody)
{
    be_born();
    ck_assert(!helpers_called(&(struct helpers_call){ .cpu = MAIN, .number = READ }));
    ck_assert(!wakes(MAIN, HERE, 1));
    returns(MAIN, FUTEX, 0);
    ck_assert(waits(MAIN, HERE));
}
END_TEST

START_TEST(with_a_timeout_it_goes_on)
{
    be_born();
    ck_assert(
        !helpers_called(&(struct helpers_call){ MAIN, FUTEX, HERE, FUTEX_WAIT_BITSET, 0, 0x3000 }));
}
END_TEST

START_TEST(a_thread_that_was_just_started_will_wake_its_parent)
{
    be_born();
    ck_assert(!starts_thread());
    ck_assert(!waits(MAIN, HERE)); /* until it has begun */
    ck_assert(!wakes(WORKER, HERE, 1));
    ck_assert(!waits(WORKER, THERE)); /* for work; the parent is woken, but has not returned */
    returns(MAIN, FUTEX, 0);
    ck_assert(!wakes(MAIN, THERE, 1));
    returns(WORKER, FUTEX, 0);
    ck_assert(!waits(WORKER, THERE));
    ck_assert(waits(MAIN, HERE)); /* for one that its parent had */
}
END_TEST

START_TEST(the_last_one_to_wait_may_be_another)
{
    be_born();
    starts_thread();
    ck_assert(!waits(MAIN, HERE));
    ck_assert(waits(WORKER, THERE));
}
END_TEST

START_TEST(it_does_not_matter_which_one_is_woken)
{
    be_born();
    starts_thread();
    starts_thread();
    ck_assert(!waits(WORKER, THERE));
    ck_assert(!waits(OTHER, THERE));
    ck_assert(!wakes(MAIN, THERE, 1));
    returns(OTHER, FUTEX, 0); /* and not the first */
    ck_assert(!waits(MAIN, HERE));
    ck_assert(waits(OTHER, THERE));
}
END_TEST

START_TEST(a_thread_that_could_not_be_started_is_none)
{
    be_born();
    starts_thread();
    returns(MAIN, CLONE, -EAGAIN);
    ck_assert(waits(MAIN, HERE));
}
END_TEST

START_TEST(of_too_many_threads_nothing_is_said)
{
    be_born();
    starts_thread();
    ck_assert(!waits(MOST_THREADS, HERE));
    ck_assert(!waits(MAIN, HERE));
    ck_assert(!waits(WORKER, HERE));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_helpers");
    TCase *tcase = tcase_create("all");

    tcase_add_test(tcase, who_is_alone_and_waits_is_waited_for_by_nobody);
    tcase_add_test(tcase, with_a_timeout_it_goes_on);
    tcase_add_test(tcase, a_thread_that_was_just_started_will_wake_its_parent);
    tcase_add_test(tcase, the_last_one_to_wait_may_be_another);
    tcase_add_test(tcase, it_does_not_matter_which_one_is_woken);
    tcase_add_test(tcase, a_thread_that_could_not_be_started_is_none);
    tcase_add_test(tcase, of_too_many_threads_nothing_is_said);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
