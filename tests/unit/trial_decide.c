/* Verdicts from ends of programs, and of pairs. */

#include "judge/trial/decide.h"
#include "judge/trial/judge.h"
#include "tests/unit/unit.h"

#include <errno.h>
#include <signal.h>

#define SECOND 1000000000ull
#define MIB (1ull << 20)

static const struct decide_limits limits = {
    .cpu_ns = 2 * SECOND,
    .wall_ns = 5 * SECOND,
    .memory_bytes = 256 * MIB,
    .output_bytes = 8 * MIB,
};

static const struct run_row {
    const char *name;
    enum sandbox_outcome outcome;
    int exit_status, signal;
    double cpu_s, wall_s;
    const char *error;
    enum verdict verdict;
    const char *message; /* part of it */
} run_rows[] = {
    { "good", SANDBOX_EXITED, 0, 0, 0.5, 0.6, "", VERDICT_AC, "" },
    { "good with noise", SANDBOX_EXITED, 0, 0, 0.5, 0.6, "debug: MemoryError?\n", VERDICT_AC, "" },
    { "exactly the limit", SANDBOX_EXITED, 0, 0, 2.0, 2.0, "", VERDICT_AC, "" },
    { "just over", SANDBOX_EXITED, 0, 0, 2.000001, 2.1, "", VERDICT_TLE, "limit is 2 s" },
    { "slow and crashed", SANDBOX_SIGNALLED, -1, SIGSEGV, 2.1, 2.1, "", VERDICT_TLE, "2.1 s" },
    { "far over", SANDBOX_CPU_LIMIT, -1, SIGKILL, 2.21, 2.3, "", VERDICT_TLE, "more than 2 s" },
    { "asleep", SANDBOX_WALL_LIMIT, -1, SIGKILL, 0.01, 5, "", VERDICT_TLE, "slept or waited" },
    { "exit 1", SANDBOX_EXITED, 1, 0, 0.1, 0.1, "Traceback\nKeyError: 3\n", VERDICT_RTE,
      "exit status 1\nTraceback\nKeyError: 3" },
    { "42 is an error", SANDBOX_EXITED, 42, 0, 0.1, 0.1, "", VERDICT_RTE, "exit status 42" },
    { "crash", SANDBOX_SIGNALLED, -1, SIGSEGV, 0.1, 0.1, "", VERDICT_RTE, "11 (SIGSEGV" },
    { "memory", SANDBOX_MEMORY_LIMIT, -1, SIGKILL, 0.1, 0.1, "", VERDICT_MLE, "256 MiB" },
    { "flood", SANDBOX_OUTPUT_LIMIT, -1, SIGKILL, 0.1, 0.1, "", VERDICT_OLE, "8 MiB" },
    { "no start", SANDBOX_FAILED_TO_START, -1, 0, 0, 0, "", VERDICT_JE, "could not be started" },
    { "java heap", SANDBOX_EXITED, 1, 0, 0.1, 0.1,
      "Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space\n", VERDICT_MLE,
      "java.lang.OutOfMemoryError" },
    { "java threads", SANDBOX_EXITED, 1, 0, 0.1, 0.1,
      "java.lang.OutOfMemoryError: unable to create native thread\n", VERDICT_RTE, "exit status" },
    { "python heap", SANDBOX_EXITED, 1, 0, 0.1, 0.1, "Traceback\nMemoryError\n", VERDICT_MLE,
      "MemoryError" },
    { "python says it otherwise", SANDBOX_EXITED, 1, 0, 0.1, 0.1, "my MemoryErrors\n", VERDICT_RTE,
      "exit status 1" },
    { "node heap", SANDBOX_SIGNALLED, -1, SIGABRT, 0.1, 0.1,
      "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n",
      VERDICT_MLE, "heap" },
    { "go heap", SANDBOX_EXITED, 2, 0, 0.1, 0.1, "fatal error: runtime: out of memory\n",
      VERDICT_MLE, "heap" },
    { "rust heap", SANDBOX_SIGNALLED, -1, SIGABRT, 0.1, 0.1,
      "memory allocation of 1073741824 bytes failed\n", VERDICT_MLE, "heap" },
    { "bad_alloc", SANDBOX_SIGNALLED, -1, SIGABRT, 0.1, 0.1,
      "terminate called after throwing an instance of 'std::bad_alloc'\n", VERDICT_RTE, "SIGABRT" },
};

START_TEST(ends_become_verdicts)
{
    const struct run_row *row = &run_rows[_i];
    AUTO_FREE char *error = strdup(row->error);
    AUTO_BUFFER struct buffer message = { 0 };
    struct sandbox_result result = {
        .outcome = row->outcome,
        .exit_status = row->exit_status,
        .signal = row->signal,
        .cpu_ns = (uint64_t) (row->cpu_s * 1e9),
        .wall_ns = (uint64_t) (row->wall_s * 1e9),
        .error = error,
        .error_size = strlen(error),
    };
    enum verdict verdict = VERDICT_CE;

    ck_assert_int_eq(decide_run(&result, &limits, &verdict, &message), 0);
    ck_assert_msg(verdict == row->verdict, "%s gave %s", row->name, verdict_name(verdict));
    ck_assert_msg(strstr(message.data ? message.data : "", row->message), "%s said \"%s\"",
                  row->name, message.data);
}
END_TEST

START_TEST(a_program_that_the_kernel_will_not_take_is_the_submissions_fault)
{
    static const struct {
        int code;
        enum verdict verdict;
    } rows[] = { { ENOEXEC, VERDICT_RTE }, { ELIBBAD, VERDICT_RTE }, { EINVAL, VERDICT_RTE },
                 { ENOENT, VERDICT_JE },   { ENOMEM, VERDICT_JE },   { EACCES, VERDICT_JE } };

    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO_BUFFER struct buffer message = { 0 };
        struct sandbox_result result = { .outcome = SANDBOX_FAILED_TO_START,
                                         .start_error = rows[i].code };
        enum verdict verdict;

        ck_assert_int_eq(decide_run(&result, &limits, &verdict, &message), 0);
        ck_assert_int_eq(verdict, rows[i].verdict);
    }
}
END_TEST

START_TEST(a_forbidden_call_is_named)
{
    AUTO_BUFFER struct buffer message = { 0 };
    struct sandbox_result result = { .outcome = SANDBOX_FORBIDDEN_CALL, .call = "ptrace" };
    enum verdict verdict;

    ck_assert_int_eq(decide_run(&result, &limits, &verdict, &message), 0);
    ck_assert_int_eq(verdict, VERDICT_SV);
    ck_assert_str_eq(message.data, "forbidden system call: ptrace");
}
END_TEST

START_TEST(only_the_last_lines_of_stderr_are_told)
{
    AUTO_BUFFER struct buffer message = { 0 }, error = { 0 };
    enum verdict verdict;

    for (int i = 0; i < 1000; i++)
        buffer_printf(&error, "line %d\n", i);
    struct sandbox_result result = {
        .outcome = SANDBOX_EXITED, .exit_status = 3, .error = error.data, .error_size = error.size
    };

    ck_assert_int_eq(decide_run(&result, &limits, &verdict, &message), 0);
    ck_assert_ptr_nonnull(strstr(message.data, "exit status 3\n...\nline 990\n"));
    ck_assert_ptr_nonnull(strstr(message.data, "line 999"));
    ck_assert_ptr_null(strstr(message.data, "line 989\n"));
}
END_TEST

static const struct near_row {
    const char *name;
    enum sandbox_outcome outcome;
    double cpu_s, wall_s;
    uint64_t memory_mib;
    bool near;
} near_rows[] = {
    { "easy", SANDBOX_EXITED, 0.5, 0.5, 10, false },
    { "just below 90 %", SANDBOX_EXITED, 1.79, 1.8, 10, false },
    { "just above 90 %", SANDBOX_EXITED, 1.81, 1.9, 10, true },
    { "just below 110 %", SANDBOX_EXITED, 2.19, 2.3, 10, true },
    { "stopped beyond", SANDBOX_CPU_LIMIT, 2.2, 2.3, 10, false },
    { "memory below 90 %", SANDBOX_EXITED, 0.1, 0.1, 229, false },
    { "memory above 90 %", SANDBOX_EXITED, 0.1, 0.1, 232, true },
    { "out of memory", SANDBOX_MEMORY_LIMIT, 0.1, 0.1, 256, true },
    { "waited up to the wall limit", SANDBOX_WALL_LIMIT, 0.1, 5, 10, false },
    { "worked up to the wall limit", SANDBOX_WALL_LIMIT, 0.3, 5, 10, true },
    { "near the wall limit", SANDBOX_EXITED, 0.1, 4.7, 10, true },
    { "forbidden", SANDBOX_FORBIDDEN_CALL, 2, 2, 10, false },
};

START_TEST(runs_near_a_limit_are_known)
{
    const struct near_row *row = &near_rows[_i];
    struct sandbox_result result = {
        .outcome = row->outcome,
        .cpu_ns = (uint64_t) (row->cpu_s * 1e9),
        .wall_ns = (uint64_t) (row->wall_s * 1e9),
        .memory_bytes = row->memory_mib * MIB,
    };

    ck_assert_msg(decide_near_limit(&result, &limits) == row->near, "%s", row->name);
}
END_TEST

START_TEST(the_sandbox_stops_runs_beyond_the_repeated_band)
{
    struct sandbox_limits given = decide_sandbox_limits(&limits, 0);
    struct sandbox_result result = { .outcome = SANDBOX_EXITED, .cpu_ns = given.cpu_ns };

    ck_assert(!decide_near_limit(&result, &limits)); /* whatever runs that long is far over */
    ck_assert_uint_ge(given.cpu_ns, limits.cpu_ns);
    ck_assert_uint_eq(given.memory_bytes, limits.memory_bytes);
    ck_assert_uint_eq(decide_sandbox_limits(&limits, 200).processes, 200);
}
END_TEST

static const struct pair_test {
    const char *name;
    struct decide_pair pair;
    enum decide_side side;
} pair_tests[] = {
    { "both well", { VERDICT_AC, 0, SAYS_ACCEPT, 0, true }, SIDE_VALIDATOR },
    { "rejected", { VERDICT_AC, 0, SAYS_REJECT, 0, true }, SIDE_VALIDATOR },
    { "rejected after it left", { VERDICT_AC, 0, SAYS_REJECT, 0, false }, SIDE_VALIDATOR },
    { "rejected, then broken pipe",
      { VERDICT_RTE, SIGPIPE, SAYS_REJECT, 0, true },
      SIDE_VALIDATOR },
    { "broken pipe seen first", { VERDICT_RTE, SIGPIPE, SAYS_REJECT, 0, false }, SIDE_VALIDATOR },
    { "rejected, then crashed", { VERDICT_RTE, 0, SAYS_REJECT, 0, true }, SIDE_VALIDATOR },
    { "rejected, then looped", { VERDICT_TLE, SIGKILL, SAYS_REJECT, 0, true }, SIDE_VALIDATOR },
    { "crashed, then rejected", { VERDICT_RTE, SIGSEGV, SAYS_REJECT, 0, false }, SIDE_TEAM },
    { "out of time, then rejected", { VERDICT_TLE, SIGKILL, SAYS_REJECT, 0, false }, SIDE_TEAM },
    { "accepted, then crashed", { VERDICT_RTE, SIGSEGV, SAYS_ACCEPT, 0, true }, SIDE_TEAM },
    { "accepted, then looped", { VERDICT_TLE, SIGKILL, SAYS_ACCEPT, 0, true }, SIDE_TEAM },
    { "crashed, interactor confused", { VERDICT_RTE, 0, SAYS_NOTHING, 0, false }, SIDE_TEAM },
    { "interactor crashed first", { VERDICT_RTE, SIGPIPE, SAYS_NOTHING, 0, true }, SIDE_VALIDATOR },
    { "interactor fails, program well", { VERDICT_AC, 0, SAYS_NOTHING, 0, true }, SIDE_VALIDATOR },
    { "left while talked to", { VERDICT_AC, 0, SAYS_NOTHING, SIGPIPE, false }, SIDE_LEFT },
    { "closed its input", { VERDICT_AC, 0, SAYS_NOTHING, SIGPIPE, true }, SIDE_LEFT },
    { "closed its input, crashed",
      { VERDICT_RTE, SIGSEGV, SAYS_NOTHING, SIGPIPE, true },
      SIDE_TEAM },
};

START_TEST(pairs_are_decided_by_who_failed_first)
{
    const struct pair_test *test = &pair_tests[_i];

    ck_assert_msg(decide_pair(&test->pair) == test->side, "%s", test->name);
}
END_TEST

static const struct protocol_row {
    const char *name;
    const char *source;
    const char *testlib; /* NULL: none */
    enum validator_protocol protocol;
} protocol_rows[] = {
    { "plain C++", "#include <cstdio>\nint main() { return 42; }", NULL, PROTOCOL_FORMAT },
    { "Python", "import sys\nsys.exit(43)", NULL, PROTOCOL_FORMAT },
    { "testlib as it is",
      "#include \"testlib.h\"\nint main(int c, char **v) { registerTestlibCmd(c, v); quitf(_ok, "
      "\"\"); }",
      "#define OK_EXIT_CODE 0\n", PROTOCOL_TESTLIB },
    { "testlib from a directory", "#include \"lib/testlib.h\"\n", "#define OK_EXIT_CODE 0\n",
      PROTOCOL_TESTLIB },
    { "testlib changed for the format", "#include \"testlib.h\"\n", "#   define OK_EXIT_CODE 42\n",
      PROTOCOL_FORMAT },
    { "exit codes defined before", "#define OK_EXIT_CODE 42\n#include \"testlib.h\"\n",
      "#ifndef OK_EXIT_CODE\n#define OK_EXIT_CODE 0\n", PROTOCOL_FORMAT },
    { "a wrapper of its own", "#include \"testlib.h\"\nvoid ok() { exit(42); }",
      "#define OK_EXIT_CODE 0\n", PROTOCOL_FORMAT },
    { "42 as a number in a test", "#include \"testlib.h\"\nint n = ouf.readInt(1, 42);",
      "#define OK_EXIT_CODE 0\n", PROTOCOL_TESTLIB },
    { "a comment on it", "// does without #include \"testlib.h\"\n", NULL, PROTOCOL_FORMAT },
};

START_TEST(the_protocol_of_a_validator_is_told_from_its_text)
{
    const struct protocol_row *row = &protocol_rows[_i];
    const char *sources[] = { row->source, NULL };

    ck_assert_msg(validator_protocol_of(sources, row->testlib) == row->protocol, "%s", row->name);
}
END_TEST

static const struct limit_row {
    double factor, resolution, slowest, limit;
} limit_rows[] = {
    { 5, 1, 0, 1 },        { 5, 1, 0.1, 1 }, { 5, 1, 0.2, 1 },     { 5, 1, 0.21, 2 },
    { 5, 1, 1.3, 7 },      { 2, 1, 0.6, 2 }, { 2, 0.5, 0.6, 1.5 }, { 2, 0.1, 0.05, 0.1 },
    { 2, 0.1, 0.06, 0.2 }, { 3, 2, 1.5, 6 },
};

START_TEST(derived_limits_are_rounded_up)
{
    const struct limit_row *row = &limit_rows[_i];
    struct package_limits given = { .ac_to_time_limit = row->factor,
                                    .time_resolution_s = row->resolution };

    ck_assert_double_eq_tol(limit_from_slowest(&given, row->slowest), row->limit, 1e-9);
}
END_TEST

/* ---- What packages say of submissions ----------------------------------------------------- */

#define AC VERDICT_BIT(VERDICT_AC)
#define WA VERDICT_BIT(VERDICT_WA)
#define TLE VERDICT_BIT(VERDICT_TLE)
#define RTE VERDICT_BIT(VERDICT_RTE)

static const struct expect_row {
    const char *name;
    unsigned expected, permitted, required;
    enum verdict total;
    enum verdict tests[4];
    bool ok;
} expect_rows[] = {
    { "accepted", AC, 0, 0, VERDICT_AC, { 0 }, true },
    { "accepted is wrong", AC, 0, 0, VERDICT_WA, { VERDICT_WA }, false },
    { "wrong", WA, 0, 0, VERDICT_WA, { 0, VERDICT_WA }, true },
    { "wrong passes", WA, 0, 0, VERDICT_AC, { 0 }, false },
    { "slow, wrong before", TLE, 0, 0, VERDICT_WA, { VERDICT_WA, VERDICT_TLE }, true },
    { "crashes, wrong before", RTE, 0, 0, VERDICT_WA, { VERDICT_WA, VERDICT_RTE }, true },
    { "wrong, crashes before", WA, 0, 0, VERDICT_RTE, { VERDICT_RTE, VERDICT_WA }, false },
    { "one of two", WA | TLE, 0, 0, VERDICT_TLE, { VERDICT_TLE }, true },
    { "permitted and required", WA, AC | WA, WA, VERDICT_WA, { 0, VERDICT_WA }, true },
    { "one is not permitted", WA, AC | WA, WA, VERDICT_WA, { VERDICT_WA, VERDICT_RTE }, false },
    { "none as required", WA, AC | WA, WA, VERDICT_AC, { 0 }, false },
    { "required alone", WA | TLE | RTE, 0, WA | TLE | RTE, VERDICT_RTE, { 0, VERDICT_RTE }, true },
};

START_TEST(trials_are_held_against_what_the_package_says)
{
    const struct expect_row *row = &expect_rows[_i];
    AUTO_ARENA struct arena *arena = arena_new();
    struct trial_test tests[4];
    struct package_submission submission = { .expected = row->expected,
                                             .permitted = row->permitted,
                                             .required = row->required };
    struct trial trial = {
        .verdict = row->total, .compile_ok = true, .tests = tests, .test_count = 4
    };
    enum verdict verdict;

    for (int i = 0; i < 4; i++)
        tests[i] = (struct trial_test){
            .name = "secret/a", .verdict = row->tests[i], .judged = true, .message = ""
        };
    const char *fault = expect_check(arena, &submission, &trial, &verdict);

    ck_assert_msg(!fault == row->ok, "%s: %s", row->name, fault ? fault : "ok");
    if (row->ok)
        ck_assert_msg(row->expected & VERDICT_BIT(verdict), "%s", row->name);
}
END_TEST

START_TEST(judging_stops_where_the_answer_is_known)
{
    struct package_submission legacy = { .expected = WA };
    struct package_submission wrong = { .expected = WA, .permitted = AC | WA, .required = WA };
    struct package_submission good = { .expected = AC, .permitted = AC };
    struct package_rule rule = { "secret/a*", AC, 0 };
    struct package_submission scoped = {
        .expected = WA, .required = WA, .rules = &rule, .rule_count = 1
    };

    ck_assert_uint_eq(expect_stop_on(&legacy), 0);
    ck_assert(expect_stop_on(&wrong) & WA);
    ck_assert(expect_stop_on(&wrong) & RTE);
    ck_assert(!(expect_stop_on(&wrong) & AC));
    ck_assert(expect_stop_on(&good) & TLE);
    ck_assert(!(expect_stop_on(&good) & AC));
    ck_assert_uint_eq(expect_stop_on(&scoped), 0);
    ck_assert(expect_needs_all(&scoped));
}
END_TEST

/* A loop test over a table. */
#define ADD_ROWS(test, table) tcase_add_loop_test(decide, test, 0, (int) COUNT(table))

static Suite *make_suite(void)
{
    Suite *suite = suite_create("trial_decide");
    TCase *decide = tcase_create("decide");

    ADD_ROWS(ends_become_verdicts, run_rows);
    tcase_add_test(decide, a_program_that_the_kernel_will_not_take_is_the_submissions_fault);
    tcase_add_test(decide, a_forbidden_call_is_named);
    tcase_add_test(decide, only_the_last_lines_of_stderr_are_told);
    ADD_ROWS(runs_near_a_limit_are_known, near_rows);
    tcase_add_test(decide, the_sandbox_stops_runs_beyond_the_repeated_band);
    ADD_ROWS(pairs_are_decided_by_who_failed_first, pair_tests);
    ADD_ROWS(the_protocol_of_a_validator_is_told_from_its_text, protocol_rows);
    ADD_ROWS(derived_limits_are_rounded_up, limit_rows);
    ADD_ROWS(trials_are_held_against_what_the_package_says, expect_rows);
    tcase_add_test(decide, judging_stops_where_the_answer_is_known);
    suite_add_tcase(suite, decide);
    return suite;
}

UNIT_MAIN(make_suite)
