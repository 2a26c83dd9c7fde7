/*
 * Resource groups: counters, limits, reset, removal, sweeping. The same tests run against whichever
 * cgroup backend the host has; a child that waits at a pipe plays the room's init.
 */

#include "sandbox/cgroup_internal.h"
#include "tests/unit/unit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MIB ((uint64_t) 1024 * 1024)
#define COUNTER_SLACK (MIB / 2) /* the kernel counts in batches of 64 pages a CPU */
#define MS ((uint64_t) 1000000)

/* What a run does: `amount` is in ms, bytes or processes. */
enum job { BURN, BURN_DOUBLE_FORKED, TOUCH, TOUCH_SPREAD, FORK_MANY };

static struct cgroup_host *host;
static struct cgroup *group;
static struct sandbox_error error;

/* ---- The run's side ------------------------------------------------------------------------ */

static uint64_t own_cpu_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (uint64_t) now.tv_sec * 1000000000u + (uint64_t) now.tv_nsec;
}

static int burn(uint64_t ms)
{
    uint64_t end = own_cpu_ns() + ms * 1000000u;

    while (own_cpu_ns() < end)
        ;
    return 0;
}

static int burn_double_forked(uint64_t ms)
{
    if (fork() == 0) {
        setsid();
        if (fork() == 0)
            _exit(burn(ms));
        _exit(0);
    }
    return 0;
}

static int touch(uint64_t bytes)
{
    char *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (memory == MAP_FAILED)
        return 1;
    memset(memory, 1, bytes);
    return 0;
}

/* Eight processes with an eighth each, all of them alive at once, unless one is killed. */
static int touch_spread(uint64_t bytes)
{
    int done[2], touched = 0;
    char byte;

    if (setpgid(0, 0) < 0 || pipe(done) < 0)
        return 1;
    for (int i = 0; i < 8; i++) {
        if (fork() != 0)
            continue;
        if (touch(bytes / 8) == 0 && write(done[1], "", 1) == 1)
            pause();
        _exit(1);
    }
    struct pollfd ready = { .fd = done[0], .events = POLLIN };
    while (touched < 8 && waitpid(-1, NULL, WNOHANG) == 0)
        if (poll(&ready, 1, 10) > 0)
            touched += read(done[0], &byte, 1) == 1;
    kill(0, SIGKILL);
    return 1;
}

/* How many it got, all of them alive at once. */
static int fork_many(uint64_t wanted)
{
    pid_t made[64];
    int count = 0;

    while ((uint64_t) count < wanted && count < 64) {
        pid_t pid = fork();

        if (pid == 0)
            for (;;)
                pause();
        if (pid < 0)
            break;
        made[count++] = pid;
    }
    for (int i = 0; i < count; i++)
        kill(made[i], SIGKILL);
    return count;
}

static int do_job(enum job job, uint64_t amount)
{
    switch (job) {
    case BURN:
        return burn(amount);
    case BURN_DOUBLE_FORKED:
        return burn_double_forked(amount);
    case TOUCH:
        return touch(amount);
    case TOUCH_SPREAD:
        return touch_spread(amount);
    case FORK_MANY:
        return fork_many(amount);
    }
    return -1;
}

/* Starts the run as init would: born into the group where there is one to be born into. */
static pid_t spawn(int birth_fd)
{
    struct clone_args arguments = { .exit_signal = SIGCHLD };
    char path[64];

    if (birth_fd >= 0) {
        snprintf(path, sizeof(path), "/proc/%ld/fd/%d", (long) getppid(), birth_fd);
        arguments.flags = CLONE_INTO_CGROUP;
        arguments.cgroup = (uint64_t) open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    }
    return (pid_t) syscall(SYS_clone3, &arguments, sizeof(arguments));
}

/* init: waits to be told, starts the run, reaps everything, exits with the run's exit status, or
 * 100 + the signal that ended it. */
static void be_init(int told, enum job job, uint64_t amount)
{
    int birth_fd, status, result = 99;

    prctl(PR_SET_CHILD_SUBREAPER, 1);
    if (read(told, &birth_fd, sizeof(birth_fd)) != sizeof(birth_fd))
        _exit(98);
    pid_t run = spawn(birth_fd);
    if (run == 0)
        _exit(do_job(job, amount));
    for (pid_t pid; (pid = wait(&status)) > 0;)
        if (pid == run)
            result = WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
    _exit(result);
}

/* ---- The judge's side ---------------------------------------------------------------------- */

/* As the judge and init do together; here the judge writes for init, which root may. */
static int try_to_enter_group(pid_t pid)
{
    int entries[CGROUP_PLACES];
    size_t count = cgroup_entries(group, entries);
    int status = cgroup_adopt(group, pid, &error);
    char text[16];

    int length = snprintf(text, sizeof(text), "%d", (int) pid);
    for (size_t i = 0; status == 0 && i < count; i++)
        status = write(entries[i], text, (size_t) length) > 0 ? 0 : -errno;
    return status;
}

static void enter_group(pid_t pid)
{
    ck_assert_int_eq(try_to_enter_group(pid), 0);
}

static int run_job(enum job job, uint64_t amount, uint64_t memory_bytes, uint32_t processes,
                   struct cgroup_usage *usage)
{
    int tell[2], status;

    ck_assert_int_eq(pipe2(tell, O_CLOEXEC), 0);
    pid_t init = fork();
    if (init == 0) {
        close(tell[1]);
        be_init(tell[0], job, amount);
    }
    close(tell[0]);
    enter_group(init);
    ck_assert_msg(cgroup_arm(group, memory_bytes, processes, &error) == 0, "%s", error.message);
    int birth_fd = cgroup_birth_fd(group);
    ck_assert_int_eq(write(tell[1], &birth_fd, sizeof(birth_fd)), sizeof(birth_fd));
    close(tell[1]);
    ck_assert_int_eq(waitpid(init, &status, 0), init);
    ck_assert_msg(cgroup_usage(group, usage, &error) == 0, "%s", error.message);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 200 + WTERMSIG(status);
}

static void open_group(void)
{
    char why[256] = "";

    ck_assert_int_eq(cgroup_host_open(NULL, &host, why, sizeof(why), &error), 0);
    ck_assert_msg(cgroup_new(host, &group, &error) == 0, "%s", error.message);
}

static void close_group(void)
{
    cgroup_free(group);
    cgroup_host_close(host);
}

/* Groups in the host's places whose names say that process `pid` made them; removes them, if that
 * is asked for. */
static int find_groups(const struct cgroup_host *in, pid_t pid, bool remove)
{
    char prefix[32];
    int count = 0;

    snprintf(prefix, sizeof(prefix), "assay-%ld-", (long) pid);
    for (int i = 0; i < CGROUP_PLACES; i++) {
        int fd = in->place_fd[i] >= 0 ? openat(in->place_fd[i], ".", O_RDONLY | O_DIRECTORY) : -1;
        DIR *directory = fd >= 0 ? fdopendir(fd) : NULL;

        for (struct dirent *entry; directory && (entry = readdir(directory));) {
            if (strncmp(entry->d_name, prefix, strlen(prefix)) != 0)
                continue;
            count++;
            if (remove)
                ck_assert_int_eq(cgroup_remove(in->place_fd[i], entry->d_name), 0);
        }
        if (directory)
            closedir(directory);
    }
    return count;
}

static int count_groups(const struct cgroup_host *in, pid_t pid)
{
    return find_groups(in, pid, false);
}

static void remove_groups(const struct cgroup_host *in, pid_t pid)
{
    ck_assert_int_gt(find_groups(in, pid, true), 0);
}

START_TEST(cpu_time_is_the_runs_own)
{
    struct cgroup_usage usage;

    ck_assert_int_eq(run_job(BURN, 100, 0, 0, &usage), 0);
    ck_assert_uint_ge(usage.cpu_ns, 98 * MS);
    ck_assert_uint_le(usage.cpu_ns, 100 * MS + 100 * MS * (uint64_t) unit_slowness());
    ck_assert_int_eq(run_job(BURN, 1, 0, 0, &usage), 0);
    ck_assert_uint_ge(usage.cpu_ns, MS * 9 / 10);
    ck_assert_uint_le(usage.cpu_ns, 50 * MS * (uint64_t) unit_slowness());
}
END_TEST

START_TEST(cpu_time_of_a_daemon_counts)
{
    struct cgroup_usage usage;

    ck_assert_int_eq(run_job(BURN_DOUBLE_FORKED, 100, 0, 0, &usage), 0);
    ck_assert_uint_ge(usage.cpu_ns, 98 * MS);
}
END_TEST

START_TEST(peak_memory_is_the_runs_own)
{
    struct cgroup_usage usage;

    ck_assert_int_eq(run_job(TOUCH, 50 * MIB, 0, 0, &usage), 0);
    ck_assert_uint_ge(usage.memory_bytes, 50 * MIB - COUNTER_SLACK);
    ck_assert_uint_le(usage.memory_bytes, 60 * MIB);
    ck_assert_int_eq(run_job(TOUCH, 5 * MIB, 0, 0, &usage), 0);
    ck_assert_uint_ge(usage.memory_bytes, 5 * MIB - COUNTER_SLACK);
    ck_assert_uint_le(usage.memory_bytes, 15 * MIB);
}
END_TEST

START_TEST(over_the_memory_limit_there_is_an_oom_kill)
{
    struct cgroup_usage usage;

    ck_assert_int_eq(run_job(TOUCH, 24 * MIB, 32 * MIB, 0, &usage), 0);
    ck_assert_uint_eq(usage.oom_kills, 0);
    ck_assert_int_eq(run_job(TOUCH, 64 * MIB, 32 * MIB, 0, &usage), 100 + SIGKILL);
    ck_assert_uint_ge(usage.oom_kills, 1);
    ck_assert_int_eq(run_job(TOUCH, 64 * MIB, 0, 0, &usage), 0);
    ck_assert_uint_eq(usage.oom_kills, 0);
}
END_TEST

/* Whichever of them the kernel picks, and whatever becomes of the others. */
START_TEST(a_limit_that_many_processes_pass_together_is_told)
{
    struct cgroup_usage usage;

    run_job(TOUCH_SPREAD, 64 * MIB, 0, 0, &usage);
    ck_assert_uint_eq(usage.oom_kills, 0);
    ck_assert_uint_ge(usage.memory_bytes, 64 * MIB - COUNTER_SLACK);
    run_job(TOUCH_SPREAD, 64 * MIB, 32 * MIB, 0, &usage);
    ck_assert_uint_ge(usage.oom_kills, 1);
    ck_assert_uint_eq(usage.host_kills, 0);
}
END_TEST

START_TEST(processes_are_limited_and_released)
{
    struct cgroup_usage usage;
    int made = run_job(FORK_MANY, 20, 0, 8, &usage);

    ck_assert_int_ge(made, 6);
    ck_assert_int_le(made, 8);
    ck_assert_int_eq(run_job(FORK_MANY, 20, 0, 0, &usage), 20);
}
END_TEST

START_TEST(a_freed_group_serves_again_and_goes_with_its_host)
{
    struct cgroup_host *next;
    struct cgroup *second;
    struct cgroup_usage usage;
    char why[256];

    int one = count_groups(host, getpid());
    ck_assert_int_gt(one, 0);
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(cgroup_new(host, &second, &error), 0);
        ck_assert_int_eq(count_groups(host, getpid()), 2 * one);
        ck_assert_int_eq(cgroup_arm(second, 64 * MIB, 8, &error), 0);
        ck_assert_int_eq(cgroup_usage(second, &usage, &error), 0);
        ck_assert_uint_eq(usage.oom_kills, 0);
        ck_assert_uint_lt(usage.memory_bytes, COUNTER_SLACK);
        cgroup_free(second);
    }
    cgroup_free(group);
    group = NULL;
    cgroup_host_close(host);
    host = NULL;
    ck_assert_int_eq(cgroup_host_open(NULL, &next, why, sizeof(why), &error), 0);
    int left = count_groups(next, getpid());
    cgroup_host_close(next);
    ck_assert_int_eq(left, 0);
}
END_TEST

START_TEST(what_is_left_in_a_group_ends_with_it)
{
    int status;
    pid_t left = fork();

    if (left == 0)
        for (;;)
            pause();
    enter_group(left);
    cgroup_free(group);
    group = NULL;
    ck_assert_int_eq(count_groups(host, getpid()), 0);
    ck_assert_int_eq(waitpid(left, &status, 0), left);
    ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}
END_TEST

/* Somebody else's doing: no counter may be made up then. */
START_TEST(a_group_that_was_removed_is_an_error)
{
    struct cgroup_usage usage;

    ck_assert_int_eq(run_job(BURN, 1, 0, 0, &usage), 0);
    remove_groups(host, getpid());
    ck_assert_int_eq(count_groups(host, getpid()), 0);
    ck_assert_int_lt(cgroup_usage(group, &usage, &error), 0);
    ck_assert_ptr_nonnull(strstr(error.message, "assay-"));
    ck_assert_int_lt(cgroup_arm(group, 64 * MIB, 0, &error), 0);
    ck_assert_int_lt(try_to_enter_group(getpid()), 0);
}
END_TEST

/* v2: what no counter shows. A run is killed as a whole and is never slowed down instead; swap,
 * where the kernel accounts for it, is none. */
START_TEST(a_v2_group_is_killed_whole_and_has_no_swap)
{
    struct cgroup_usage usage;
    char text[64];

    run_job(BURN, 1, 32 * MIB, 0, &usage);
    int run = cgroup_birth_fd(group);
    ck_assert_int_eq(cgroup_read_text(run, "memory.oom.group", text, sizeof(text)), 0);
    ck_assert_str_eq(text, "1");
    ck_assert_int_eq(cgroup_read_text(run, "memory.high", text, sizeof(text)), 0);
    ck_assert_str_eq(text, "max");
    if (cgroup_read_text(run, "memory.swap.max", text, sizeof(text)) == 0)
        ck_assert_str_eq(text, "0");
}
END_TEST

/* A judge that is killed frees nothing; the next one does. */
START_TEST(groups_of_dead_judges_are_swept)
{
    struct cgroup_host *next;
    char why[256];
    int status;
    pid_t judge = fork();

    if (judge == 0) {
        struct cgroup_host *own;
        struct cgroup *left;
        int code = cgroup_host_open(NULL, &own, why, sizeof(why), &error);

        _exit(code == 0 && cgroup_new(own, &left, &error) == 0 ? 0 : 1);
    }
    ck_assert_int_eq(waitpid(judge, &status, 0), judge);
    ck_assert_int_eq(status, 0);
    ck_assert_int_gt(count_groups(host, judge), 0);
    ck_assert_int_eq(cgroup_host_open(NULL, &next, why, sizeof(why), &error), 0);
    ck_assert_int_eq(count_groups(host, judge), 0);
    ck_assert_int_gt(count_groups(host, getpid()), 0);
    cgroup_host_close(next);
}
END_TEST

START_TEST(an_unknown_backend_is_refused)
{
    struct cgroup_host *none = NULL;
    char why[256];

    ck_assert_int_eq(cgroup_host_open("cgroup9", &none, why, sizeof(why), &error), -EINVAL);
    ck_assert_ptr_nonnull(strstr(error.message, "cgroup9"));
}
END_TEST

START_TEST(without_cgroups_the_reason_is_told)
{
    char why[256] = "";

    ck_assert_int_eq(cgroup_host_open(NULL, &host, why, sizeof(why), &error), 0);
    ck_assert_int_eq(cgroup_host_backend(host), SANDBOX_RLIMIT);
    ck_assert_str_ne(why, "");
    cgroup_host_close(host);
    unit_skip("no cgroup can be made here: %s", why);
}
END_TEST

static enum sandbox_backend best_backend(void)
{
    char why[256];

    if (cgroup_host_open(NULL, &host, why, sizeof(why), &error) < 0)
        return SANDBOX_RLIMIT;
    enum sandbox_backend backend = cgroup_host_backend(host);
    cgroup_host_close(host);
    return backend;
}

static Suite *make_suite(void)
{
    Suite *suite = suite_create("sandbox_cgroup");
    TCase *groups = tcase_create("groups");
    TCase *rest = tcase_create("host");
    enum sandbox_backend backend = best_backend();

    tcase_set_timeout(groups, 30);
    tcase_add_checked_fixture(groups, open_group, close_group);
    if (backend != SANDBOX_RLIMIT) {
        tcase_add_test(groups, cpu_time_is_the_runs_own);
        tcase_add_test(groups, cpu_time_of_a_daemon_counts);
        tcase_add_test(groups, peak_memory_is_the_runs_own);
        tcase_add_test(groups, over_the_memory_limit_there_is_an_oom_kill);
        tcase_add_test(groups, processes_are_limited_and_released);
        tcase_add_test(groups, a_limit_that_many_processes_pass_together_is_told);
        tcase_add_test(groups, a_freed_group_serves_again_and_goes_with_its_host);
        tcase_add_test(groups, what_is_left_in_a_group_ends_with_it);
        tcase_add_test(groups, a_group_that_was_removed_is_an_error);
        if (backend == SANDBOX_CGROUP2)
            tcase_add_test(groups, a_v2_group_is_killed_whole_and_has_no_swap);
        tcase_add_test(groups, groups_of_dead_judges_are_swept);
    } else {
        tcase_add_test(rest, without_cgroups_the_reason_is_told);
    }
    tcase_add_test(rest, an_unknown_backend_is_refused);
    suite_add_tcase(suite, groups);
    suite_add_tcase(suite, rest);
    return suite;
}

UNIT_MAIN(make_suite)
