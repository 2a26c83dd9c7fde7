/*
 * Nothing is left: thousands of runs, honest and hostile, in rooms that are used again and in fresh
 * ones; descriptors, mounts, processes, groups and memory are counted before and after.
 *
 * ASSAY_TEST_FEWER=N makes an Nth of the runs (the sanitized build: tests/run). A descriptor,
 * mount, child or group that each run of a script loses shows after ten runs, all scripts' turn.
 * Memory takes the whole number: 2 MiB in 3,000 runs are 700 bytes a run. The address sanitizer
 * looks for that by itself.
 */
#include "sandbox/cgroup_internal.h"
#include "sandbox/sandbox.h"
#include "tests/unit/unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define RUNS 3000
#define FRESH_ROOMS 200
#define EMULATED_RUNS 300 /* where a run takes half a second */
#define EMULATED_ROOMS 20
#define MS ((uint64_t) 1000000)

static struct sandbox *sandbox;
static struct sandbox_error error;

static const struct sandbox_bind binds[] = {
    { .source = "/usr" },
    { .source = "/etc/alternatives", .optional = true },
};

/* What a judge could lose. */
struct counts {
    int descriptors, mounts, children, groups;
    long resident_kb;
};

static int count_lines(const char *path)
{
    FILE *file = fopen(path, "re");
    int lines = 0, letter;

    ck_assert_ptr_nonnull(file);
    while ((letter = getc(file)) != EOF)
        lines += letter == '\n';
    fclose(file);
    return lines;
}

static int count_entries(const char *path)
{
    DIR *directory = opendir(path);
    int entries = 0;

    ck_assert_ptr_nonnull(directory);
    while (readdir(directory))
        entries++;
    closedir(directory);
    return entries;
}

static int count_children(void)
{
    char path[64];
    int children = 0, pid;

    snprintf(path, sizeof(path), "/proc/self/task/%d/children", (int) getpid());
    FILE *file = fopen(path, "re");
    ck_assert_ptr_nonnull(file);
    while (fscanf(file, "%d", &pid) == 1)
        children++;
    fclose(file);
    return children;
}

static int count_groups(void)
{
    struct cgroup_host *host;
    char prefix[32], why[256];
    int count = 0;

    snprintf(prefix, sizeof(prefix), "assay-%ld-", (long) getpid());
    ck_assert_int_eq(cgroup_host_open(NULL, &host, why, sizeof(why), &error), 0);
    for (int i = 0; i < CGROUP_PLACES; i++) {
        int fd =
            host->place_fd[i] >= 0 ? openat(host->place_fd[i], ".", O_RDONLY | O_DIRECTORY) : -1;
        DIR *directory = fd >= 0 ? fdopendir(fd) : NULL;

        for (struct dirent *entry; directory && (entry = readdir(directory));)
            count += strncmp(entry->d_name, prefix, strlen(prefix)) == 0;
        if (directory)
            closedir(directory);
    }
    cgroup_host_close(host);
    return count;
}

static struct counts take_counts(void)
{
    struct counts counts = { .descriptors = count_entries("/proc/self/fd"),
                             .mounts = count_lines("/proc/self/mountinfo"),
                             .children = count_children(),
                             .groups = count_groups() };
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");

    ck_assert_int_eq(fscanf(file, "%*d %ld", &pages), 1);
    fclose(file);
    counts.resident_kb = pages * (sysconf(_SC_PAGESIZE) / 1024);
    return counts;
}

static void expect_same(const struct counts *before, const struct counts *after)
{
    ck_assert_int_eq(after->descriptors, before->descriptors);
    ck_assert_int_eq(after->mounts, before->mounts);
    ck_assert_int_eq(after->children, before->children);
    ck_assert_int_eq(after->groups, before->groups);
#ifndef __SANITIZE_ADDRESS__ /* which keeps what was freed for a while, and looks for leaks itself \
                              */
    ck_assert_int_lt(after->resident_kb, before->resident_kb + 2 * 1024);
#endif
}

static struct sandbox_room *open_room(void)
{
    struct sandbox_room_config config = { .profile = SANDBOX_PROFILE_COMPILER,
                                          .binds = binds,
                                          .bind_count = 2 };
    struct sandbox_room *room = NULL;

    ck_assert_msg(sandbox_room_open(sandbox, &config, &room, &error) == 0, "%s (%s)", error.message,
                  error.remedy);
    return room;
}

/* Most are honest and cheap; the others try to leave something. */
static const char *const scripts[] = {
    NULL,
    NULL,
    NULL,
    NULL,
    "echo out; echo err >&2; exit 3",
    "echo a >/box/a; mkdir -p /tmp/d/e /dev/shm/f; ln -s / /box/root",
    "(setsid sleep 100 >/dev/null 2>&1 &) ; exit 0",
    "kill -SEGV $$",
    "head -c 100000 /dev/zero",
    "exec /box/nothing",
};

static void run_one(struct sandbox_room *room, int index)
{
    const char *script = scripts[(size_t) index % (sizeof(scripts) / sizeof(scripts[0]))];
    const char *plain[] = { "/bin/true", NULL };
    const char *shell[] = { "/bin/sh", "-c", script, NULL };
    struct sandbox_run run = { .arguments = script ? shell : plain,
                               .input_fd = -1,
                               .output_fd = -1,
                               .error_fd = -1,
                               .limits = { .cpu_ns = 5000 * MS * (uint64_t) unit_slowness(),
                                           .memory_bytes = 64 << 20,
                                           .output_bytes = 10000 } };
    struct sandbox_result result;

    ck_assert_msg(sandbox_run(room, &run, &result, &error) == 0, "run %d: %s", index,
                  error.message);
    if (!script)
        ck_assert_msg(result.outcome == SANDBOX_EXITED && result.exit_status == 0,
                      "run %d ended with %s", index, sandbox_outcome_name(result.outcome));
    sandbox_result_clear(&result);
}

START_TEST(thousands_of_runs_leave_nothing)
{
    int runs = (unit_slowness() > 1 ? EMULATED_RUNS : RUNS) / unit_fewer();
    struct sandbox_room *room = open_room();

    for (int i = 0; i < 100; i++)
        run_one(room, i);
    struct counts before = take_counts();
    for (int i = 0; i < runs; i++)
        run_one(room, i);
    struct counts after = take_counts();
    expect_same(&before, &after);
    sandbox_room_free(room);
}
END_TEST

START_TEST(fresh_rooms_leave_nothing)
{
    struct counts before;
    int rooms = (unit_slowness() > 1 ? EMULATED_ROOMS : FRESH_ROOMS) / unit_fewer();

    for (int i = 0; i < rooms + 5; i++) {
        if (i == 5)
            before = take_counts();
        struct sandbox_room *room = open_room();
        run_one(room, i);
        sandbox_room_free(room);
    }
    struct counts after = take_counts();
    expect_same(&before, &after);
    sandbox_close(sandbox);
    sandbox = NULL;
    ck_assert_int_eq(count_groups(), 0);
}
END_TEST

/* init is the room's first process: the room goes with it, and is there again for the next run. */
START_TEST(a_room_whose_init_was_killed_is_revived)
{
    struct sandbox_room *room = open_room();
    char path[64];
    int pid;

    run_one(room, 0);
    struct counts before = take_counts();
    for (int i = 0; i < 20; i++) {
        snprintf(path, sizeof(path), "/proc/self/task/%d/children", (int) getpid());
        FILE *file = fopen(path, "re");
        ck_assert_int_eq(fscanf(file, "%d", &pid), 1);
        fclose(file);
        ck_assert_int_eq(kill(pid, SIGKILL), 0);
        usleep(10000);
        const char *arguments[] = { "/bin/true", NULL };
        struct sandbox_run run = {
            .arguments = arguments, .input_fd = -1, .output_fd = -1, .error_fd = -1
        };
        struct sandbox_result result;
        /* The run that meets the dead init is an error, never a result; the next one works. */
        if (sandbox_run(room, &run, &result, &error) == 0)
            sandbox_result_clear(&result);
        run_one(room, 0);
    }
    struct counts after = take_counts();
    expect_same(&before, &after);
    sandbox_room_free(room);
}
END_TEST

static void set_up(void)
{
    ck_assert_msg(sandbox_open(NULL, &sandbox, &error) == 0, "%s (%s)", error.message,
                  error.remedy);
}

static void tear_down(void)
{
    sandbox_close(sandbox);
}

static Suite *make_suite(void)
{
    Suite *suite = suite_create("sandbox_leaks");
    TCase *tests = tcase_create("leaks");

    tcase_set_timeout(tests, 150);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, thousands_of_runs_leave_nothing);
    tcase_add_test(tests, fresh_rooms_leave_nothing);
    tcase_add_test(tests, a_room_whose_init_was_killed_is_revived);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
