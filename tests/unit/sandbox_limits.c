/*
 * Limits: each just under and just over it, on the best backend of this host and on the one that
 * needs no cgroup; and one outcome when several limits are passed at once.
 */
#include "sandbox/sandbox.h"
#include "tests/unit/unit.h"

#include <signal.h>
#include <stdbool.h>

#define MIB ((uint64_t) 1024 * 1024)
#define MS ((uint64_t) 1000000)

static const char *const backends[] = { NULL, "rlimit" };

static struct sandbox *sandbox;
static struct sandbox_error error;

static const struct sandbox_bind binds[] = {
    { .source = "/usr" },
    { .source = "/etc/alternatives", .optional = true },
};

static struct sandbox_room *open_room(const char *backend, uint64_t bytes, uint64_t inodes)
{
    const struct sandbox_options options = { .backend = backend };
    struct sandbox_room_config config = { .profile = SANDBOX_PROFILE_COMPILER,
                                          .binds = binds,
                                          .bind_count = 2,
                                          .scratch_bytes = bytes,
                                          .scratch_inodes = inodes };
    struct sandbox_room *opened = NULL;

    ck_assert_msg(sandbox_open(&options, &sandbox, &error) == 0, "%s (%s)", error.message,
                  error.remedy);
    ck_assert_msg(sandbox_room_open(sandbox, &config, &opened, &error) == 0, "%s (%s)",
                  error.message, error.remedy);
    return opened;
}

static void close_room(struct sandbox_room *room)
{
    sandbox_room_free(room);
    sandbox_close(sandbox);
}

/* `python`: the script is Python's, else the shell's; it knows `slowness`. */
static void run_script(struct sandbox_room *room, bool python, const char *script,
                       const struct sandbox_limits *limits, struct sandbox_result *result)
{
    char text[1024];
    const char *arguments[] = { python ? "/usr/bin/python3" : "/bin/sh", "-c", text, NULL };
    snprintf(text, sizeof(text), "slowness=%d\n%s", unit_slowness(), script);
    struct sandbox_run run = {
        .arguments = arguments, .input_fd = -1, .output_fd = -1, .error_fd = -1, .limits = *limits
    };

    ck_assert_msg(sandbox_run(room, &run, result, &error) == 0, "%s", error.message);
}

#define BURN(ms)                                                                                   \
    "import time\nend = slowness * " #ms " / 1000\nwhile time.process_time() < end:\n  pass\n"
#define FILL(mib) "block = bytearray(" #mib " << 20)\n"
#define FORK(count)                                                                                \
    "import os, time\nfor i in range(" #count "):\n  if os.fork() == 0:\n    time.sleep(5)\n"      \
    "    os._exit(0)\nprint('all')\n"

static const struct limit_row {
    const char *name;
    bool python;
    const char *script;
    struct sandbox_limits limits;
    enum sandbox_outcome outcome;
    int status;         /* exit status or signal */
    const char *output; /* NULL: any */
    bool exact;         /* a backend without cgroups does not promise it */
} limit_rows[] = {
    { "CPU under",
      true,
      BURN(300),
      { .cpu_ns = 500 * MS, .wall_ns = 20000 * MS },
      SANDBOX_EXITED,
      0,
      "",
      false },
    { "CPU over",
      true,
      BURN(700),
      { .cpu_ns = 500 * MS, .wall_ns = 20000 * MS },
      SANDBOX_CPU_LIMIT,
      0,
      NULL,
      false },
    { "CPU of a daemon over",
      true,
      "import os\nif os.fork() == 0:\n  os.setsid()\n  if os.fork() == 0:\n    while True:\n"
      "      pass\n  os._exit(0)\nimport time\ntime.sleep(30)\n",
      { .cpu_ns = 500 * MS, .wall_ns = 25000 * MS },
      SANDBOX_CPU_LIMIT,
      0,
      NULL,
      true },
    { "wall under", false, "sleep 0.2", { .wall_ns = 2000 * MS }, SANDBOX_EXITED, 0, "", false },
    { "wall over", false, "sleep 60", { .wall_ns = 300 * MS }, SANDBOX_WALL_LIMIT, 0, "", false },
    { "memory under", true, FILL(40), { .memory_bytes = 64 * MIB }, SANDBOX_EXITED, 0, "", false },
    { "memory over",
      true,
      FILL(80),
      { .memory_bytes = 64 * MIB },
      SANDBOX_MEMORY_LIMIT,
      0,
      NULL,
      true },
    { "output at the limit",
      false,
      "head -c 1000 /dev/zero | tr '\\0' x",
      { .output_bytes = 1000 },
      SANDBOX_EXITED,
      0,
      NULL,
      false },
    { "output over",
      false,
      "head -c 1001 /dev/zero | tr '\\0' x",
      { .output_bytes = 1000 },
      SANDBOX_OUTPUT_LIMIT,
      0,
      NULL,
      false },
    { "stderr at the limit",
      false,
      "head -c 1000 /dev/zero >&2",
      { .output_bytes = 1000 },
      SANDBOX_EXITED,
      0,
      "",
      false },
    { "stderr over",
      false,
      "head -c 1001 /dev/zero >&2",
      { .output_bytes = 1000 },
      SANDBOX_OUTPUT_LIMIT,
      0,
      "",
      false },
    { "processes at the limit",
      true,
      FORK(7),
      { .processes = 8 },
      SANDBOX_EXITED,
      0,
      "all\n",
      false },
    { "processes over", true, FORK(8), { .processes = 8 }, SANDBOX_EXITED, 1, "", false },
    { "open files at the limit",
      true,
      "files = [open('/dev/null') for i in range(17)]\nprint('all')",
      { .open_files = 20 },
      SANDBOX_EXITED,
      0,
      "all\n",
      false },
    { "open files over",
      true,
      "files = [open('/dev/null') for i in range(18)]\nprint('all')",
      { .open_files = 20 },
      SANDBOX_EXITED,
      1,
      "",
      false },
    { "file size at the limit",
      false,
      "head -c 1000 /dev/zero >f && wc -c <f",
      { .file_bytes = 1000 },
      SANDBOX_EXITED,
      0,
      "1000\n",
      false },
    { "file size over",
      false,
      "exec head -c 1001 /dev/zero >f",
      { .file_bytes = 1000 },
      SANDBOX_SIGNALLED,
      SIGXFSZ,
      "",
      false },
    { "stack is what was asked for",
      false,
      "ulimit -s",
      { .stack_bytes = 16 * MIB },
      SANDBOX_EXITED,
      0,
      "16384\n",
      false },
    /* Several at once: one outcome, always the same. */
    { "output and then wall",
      false,
      "head -c 2000 /dev/zero; sleep 60",
      { .output_bytes = 1000, .wall_ns = 300 * MS },
      SANDBOX_OUTPUT_LIMIT,
      0,
      NULL,
      false },
    { "memory before output",
      true,
      "import os\nos.write(1, b'x' * 1000)\n" FILL(80) "os.write(1, b'x')\n",
      { .memory_bytes = 64 * MIB, .output_bytes = 1000 },
      SANDBOX_MEMORY_LIMIT,
      0,
      NULL,
      true },
    { "a crash within the limits",
      false,
      "kill -SEGV $$",
      { .cpu_ns = 500 * MS },
      SANDBOX_SIGNALLED,
      SIGSEGV,
      "",
      false },
};

#define ROWS ((int) (sizeof(limit_rows) / sizeof(limit_rows[0])))

static void check_row(struct sandbox_room *room, const struct limit_row *row, const char *backend)
{
    struct sandbox_limits limits = row->limits;
    struct sandbox_result result;

    limits.cpu_ns *= (uint64_t) unit_slowness();
    limits.wall_ns *= (uint64_t) unit_slowness();
    run_script(room, row->python, row->script, &limits, &result);
    ck_assert_msg(result.outcome == row->outcome, "%s on %s: %s, status %d, signal %d, %s",
                  row->name, backend, sandbox_outcome_name(result.outcome), result.exit_status,
                  result.signal, result.error ? result.error : "");
    if (row->outcome == SANDBOX_EXITED)
        ck_assert_msg(result.exit_status == row->status, "%s: exit status %d", row->name,
                      result.exit_status);
    if (row->outcome == SANDBOX_SIGNALLED)
        ck_assert_msg(result.signal == row->status, "%s: signal %d", row->name, result.signal);
    if (row->output)
        ck_assert_str_eq(result.output ? result.output : "", row->output);
    if (row->limits.output_bytes) {
        ck_assert_uint_le(result.output_size, row->limits.output_bytes);
        ck_assert_uint_le(result.error_size, row->limits.output_bytes);
    }
    sandbox_result_clear(&result);
}

/* The run before in the same room must change nothing, so each row runs twice. */
START_TEST(each_limit_holds)
{
    const struct limit_row *row = &limit_rows[_i % ROWS];
    const char *backend = backends[_i / ROWS];

    if (backend && row->exact)
        return;
    struct sandbox_room *room = open_room(backend, 0, 0);
    for (int i = 0; i < 2; i++)
        check_row(room, row, backend ? backend : "the best backend");
    close_room(room);
}
END_TEST

START_TEST(a_cpu_limit_is_not_passed_by_much)
{
    const struct sandbox_limits limits = { .cpu_ns = 200 * MS * (uint64_t) unit_slowness(),
                                           .wall_ns = 20000 * MS * (uint64_t) unit_slowness() };
    struct sandbox_room *room = open_room(NULL, 0, 0);
    struct sandbox_result result;
    uint64_t least = UINT64_MAX;

    /* The best of three: the machine may be busy. */
    for (int i = 0; i < 3; i++) {
        run_script(room, true, BURN(5000), &limits, &result);
        ck_assert_int_eq(result.outcome, SANDBOX_CPU_LIMIT);
        ck_assert_uint_gt(result.cpu_ns, limits.cpu_ns);
        if (result.cpu_ns < least)
            least = result.cpu_ns;
        sandbox_result_clear(&result);
    }
    ck_assert_uint_le(least, limits.cpu_ns + 10 * MS * (uint64_t) unit_slowness());
    close_room(room);
}
END_TEST

/* The kernel refuses the write or ends the writer, as it sees fit. */
START_TEST(files_count_as_memory)
{
    const struct sandbox_limits limits = { .memory_bytes = 64 * MIB };
    struct sandbox_room *room = open_room(NULL, 0, 0);
    struct sandbox_result result;

    run_script(room, false, "head -c 40M /dev/zero >f; wc -c <f", &limits, &result);
    ck_assert_str_eq(result.output, "41943040\n");
    if (result.backend != SANDBOX_RLIMIT) {
        ck_assert_uint_gt(result.memory_bytes, 40 * MIB);
        sandbox_result_clear(&result);
        run_script(room, false, "head -c 80M /dev/zero >f; wc -c <f", &limits, &result);
        ck_assert(result.outcome == SANDBOX_MEMORY_LIMIT ||
                  (uint64_t) atoll(result.output) < limits.memory_bytes);
        sandbox_result_clear(&result);
        /* What was there before is gone, from the measure too. */
        run_script(room, false, ":", &limits, &result);
        ck_assert_uint_lt(result.memory_bytes, 8 * MIB);
    }
    sandbox_result_clear(&result);
    close_room(room);
}
END_TEST

/* Names that are not there are remembered by the kernel, and charged to the group that first asks
 * for them: here, nobody has asked for them before. Positive control: the first run is seen to fill
 * its memory with them. */
START_TEST(caches_of_a_run_are_no_memory_for_the_next)
{
    const struct sandbox_limits limits = { .memory_bytes = 64 * MIB };
    struct sandbox_room *room = open_room(NULL, 0, 0);
    struct sandbox_result result;

    run_script(room, true,
               "import os, time\nat = str(time.time_ns())\nfor i in range(200000):\n"
               "  os.path.exists('/usr/' + 'x' * 200 + at + str(i))\n",
               &limits, &result);
    ck_assert_int_eq(result.outcome, SANDBOX_EXITED);
    bool remembered = result.memory_bytes > 50 * MIB;

    if (result.backend != SANDBOX_RLIMIT) {
        sandbox_result_clear(&result);
        run_script(room, true, FILL(40), &limits, &result);
        ck_assert_int_eq(result.outcome, SANDBOX_EXITED);
        ck_assert_uint_gt(result.memory_bytes, 40 * MIB);
        sandbox_result_clear(&result);
        run_script(room, true, FILL(80), &limits, &result);
        ck_assert_int_eq(result.outcome, SANDBOX_MEMORY_LIMIT);
    }
    bool measured = result.backend != SANDBOX_RLIMIT;

    sandbox_result_clear(&result);
    close_room(room);
    if (measured && !remembered)
        unit_skip(
            "/usr is of a file system that remembers no names that are not there, such as 9p");
}
END_TEST

START_TEST(scratch_is_bounded_in_bytes_and_files)
{
    const struct sandbox_limits limits = { 0 };
    struct sandbox_room *room = open_room(NULL, 4 * MIB, 64);
    struct sandbox_result result;

    run_script(room, false, "head -c 3M /dev/zero >/box/f && echo fits", &limits, &result);
    ck_assert_msg(result.output, "%s: %s %s", sandbox_outcome_name(result.outcome), result.call,
                  result.error);
    ck_assert_str_eq(result.output, "fits\n");
    sandbox_result_clear(&result);
    run_script(room, false,
               "head -c 2M /dev/zero >/tmp/f && head -c 2M /dev/zero >/dev/shm/f && "
               "head -c 1M /dev/zero >/box/f || echo full",
               &limits, &result);
    ck_assert_str_eq(result.output, "full\n");
    sandbox_result_clear(&result);
    run_script(room, false, "for i in $(seq 100); do touch f$i || break; done; echo $i", &limits,
               &result);
    ck_assert_int_lt(atoi(result.output), 70);
    ck_assert_int_gt(atoi(result.output), 40);
    sandbox_result_clear(&result);
    close_room(room);
}
END_TEST

/* A flood reaches neither memory nor disk of the judge: what is over the limit is not kept. */
START_TEST(a_flood_is_cut_at_the_byte)
{
    const struct sandbox_limits limits = { .output_bytes = 100000, .wall_ns = 10000 * MS };
    struct sandbox_room *room = open_room(NULL, 0, 0);
    struct sandbox_result result;

    run_script(room, false, "yes", &limits, &result);
    ck_assert_int_eq(result.outcome, SANDBOX_OUTPUT_LIMIT);
    ck_assert_uint_eq(result.output_size, 100000);
    sandbox_result_clear(&result);
    close_room(room);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("sandbox_limits");
    TCase *limits = tcase_create("limits");

    tcase_set_timeout(limits, 60);
    tcase_add_loop_test(limits, each_limit_holds, 0, 2 * ROWS);
    tcase_add_test(limits, a_cpu_limit_is_not_passed_by_much);
    tcase_add_test(limits, files_count_as_memory);
    tcase_add_test(limits, caches_of_a_run_are_no_memory_for_the_next);
    tcase_add_test(limits, scratch_is_bounded_in_bytes_and_files);
    tcase_add_test(limits, a_flood_is_cut_at_the_byte);
    suite_add_tcase(suite, limits);
    return suite;
}

UNIT_MAIN(make_suite)
