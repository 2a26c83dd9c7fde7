/*
 * Counters of a room. Page faults are counted on any host that lets the judge count at all;
 * instructions where the machine has counters, and what is said where it has none.
 */
#include "sandbox/sandbox.h"
#include "tests/unit/unit.h"

#include <errno.h>
#include <math.h>
#include <stdbool.h>

#define PAGES_FEW 1000
#define PAGES_MORE 9000
/* Writes to `pages` pages of its own, none of them a huge one. */
#define TOUCH                                                                                      \
    "import mmap, os, sys, time\n"                                                                 \
    "def touch(pages):\n"                                                                          \
    "    m = mmap.mmap(-1, pages * 4096)\n"                                                        \
    "    m.madvise(15)\n"                                                                          \
    "    for i in range(pages): m[i * 4096] = 1\n"

static struct sandbox *sandbox;
static struct sandbox_error error;

static void set_up(void)
{
    ck_assert_msg(sandbox_open(NULL, &sandbox, &error) == 0, "%s (%s)", error.message,
                  error.remedy);
}

static void tear_down(void)
{
    sandbox_close(sandbox);
}

static int open_room(enum sandbox_counter counter, struct sandbox_room **ret)
{
    static const struct sandbox_bind binds[] = {
        { .source = "/usr" },
        { .source = "/etc/alternatives", .optional = true },
    };
    const struct sandbox_room_config config = {
        .profile = SANDBOX_PROFILE_COMPILER, .binds = binds, .bind_count = 2, .counter = counter
    };

    return sandbox_room_open(sandbox, &config, ret, &error);
}

/* Where the host lets nobody count, a room says so as the check does. */
static bool can_count(enum sandbox_counter counter)
{
    struct sandbox_error refused;
    struct sandbox_room *room = NULL;

    if (sandbox_counter_check(counter, &refused) == 0)
        return true;
    fprintf(stderr, "not counted here: %s (%s)\n", refused.message, refused.remedy);
    ck_assert(refused.code == -ENOTSUP || refused.code == -EPERM);
    ck_assert_int_gt(strlen(refused.message), 10);
    ck_assert_int_eq(open_room(counter, &room), refused.code);
    ck_assert_ptr_null(room);
    ck_assert_str_eq(error.message, refused.message);
    ck_assert_str_eq(error.remedy, refused.remedy);
    return false;
}

static struct sandbox_result run(struct sandbox_room *room, const char *script, long number)
{
    char text[1024], last[32];
    const char *arguments[] = { "/usr/bin/python3", "-c", text, last, NULL };
    struct sandbox_run once = { .arguments = arguments,
                                .input_fd = -1,
                                .output_fd = -1,
                                .error_fd = -1,
                                .limits = { .wall_ns =
                                                20000000000u * (uint64_t) unit_slowness() } };
    struct sandbox_result result;

    snprintf(text, sizeof(text), "%s", script);
    snprintf(last, sizeof(last), "%ld", number);
    ck_assert_msg(sandbox_run(room, &once, &result, &error) == 0, "%s", error.message);
    ck_assert_msg(result.outcome == SANDBOX_EXITED && result.exit_status == 0, "%s: %s",
                  sandbox_outcome_name(result.outcome), result.error ? result.error : "");
    return result;
}

static double counted(struct sandbox_room *room, const char *script, long number)
{
    struct sandbox_result result = run(room, script, number);

    ck_assert(result.is_counted);
    double count = (double) result.counted;

    sandbox_result_clear(&result);
    return count;
}

/* Its own work, a child's, and that of a child that is still there when the program ends. */
static const char *const workers[] = {
    TOUCH "touch(int(sys.argv[1]))\n",
    TOUCH "if os.fork() == 0:\n    touch(int(sys.argv[1])); os._exit(0)\nos.wait()\n",
    TOUCH "r, w = os.pipe()\n"
          "if os.fork() == 0:\n    touch(int(sys.argv[1])); os.write(w, b'1'); time.sleep(60)\n"
          "os.read(r, 1)\n",
};

START_TEST(all_processes_of_a_run_are_counted_and_no_other_run)
{
    struct sandbox_room *room = NULL;

    if (!can_count(SANDBOX_COUNT_FAULTS))
        return;
    ck_assert_int_eq(open_room(SANDBOX_COUNT_FAULTS, &room), 0);
    /* Several runs: from the second on, init's starter makes the program. */
    for (int round = 0; round < 2; round++) {
        double few = counted(room, workers[_i], PAGES_FEW);
        double more = counted(room, workers[_i], PAGES_MORE);

        ck_assert_double_gt(few, PAGES_FEW);
        ck_assert_double_le(fabs(more - few - (PAGES_MORE - PAGES_FEW)), 400);
    }
    sandbox_room_free(room);
}
END_TEST

START_TEST(instructions_are_counted_or_it_is_said_why_not)
{
    static const char loop[] = "import sys\nfor i in range(int(sys.argv[1])): pass\n";
    struct sandbox_room *room = NULL;

    if (!can_count(SANDBOX_COUNT_INSTRUCTIONS))
        return;
    ck_assert_int_eq(open_room(SANDBOX_COUNT_INSTRUCTIONS, &room), 0);
    double none = counted(room, loop, 0), once = counted(room, loop, 2000000) - none;
    double twice = counted(room, loop, 4000000) - none;

    ck_assert_double_gt(once, 2000000);
    ck_assert_double_le(fabs(twice / once - 2), 0.05);
    sandbox_room_free(room);
}
END_TEST

START_TEST(nothing_is_counted_unasked)
{
    struct sandbox_room *room = NULL;

    ck_assert_int_eq(open_room(SANDBOX_COUNT_NOTHING, &room), 0);
    struct sandbox_result result = run(room, workers[0], PAGES_FEW);

    ck_assert(!result.is_counted);
    ck_assert_uint_eq(result.counted, 0);
    sandbox_result_clear(&result);
    sandbox_room_free(room);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("sandbox_counter");
    TCase *tests = tcase_create("sandbox_counter");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 120 * unit_slowness());
    tcase_add_loop_test(tests, all_processes_of_a_run_are_counted_and_no_other_run, 0,
                        sizeof(workers) / sizeof(*workers));
    tcase_add_test(tests, instructions_are_counted_or_it_is_said_why_not);
    tcase_add_test(tests, nothing_is_counted_unasked);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
