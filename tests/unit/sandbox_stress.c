/*
 * Every run ends as it did, whatever the one before in the same room was: thousands of short runs
 * from two threads, in rooms that are used again (where a starter bears the programs) and that are
 * replaced now and then (so that groups and networks change hands). Programs exit, crash, hit
 * limits, leave orphans, kill everybody, and make forbidden calls, in an order that is random but
 * the same each time.
 *
 *   STRESS_RUNS=N   runs of each thread; 250 suffice to go through all orders of two
 *
 * The programs are this very file: it is shown in the room, and does as its argument says. A build
 * with the sanitizers, which reserve more memory than a room has, shows the one without.
 */
#include "sandbox/sandbox.h"
#include "tests/unit/unit.h"

#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define MS ((uint64_t) 1000000)
#define MIB ((uint64_t) 1 << 20)
#define THREADS 2
/* A program that is not executed yet shares init's memory, which is large with the sanitizers. */
#ifdef __SANITIZE_ADDRESS__
#define MEMORY (512 * MIB)
#else
#define MEMORY (64 * MIB)
#endif
#define ROOM_LIFE 40 /* runs, at the most */
#define MARK "--in-the-room"

/* ---- In the room ----------------------------------------------------------------------------- */

/* Whether nobody else of our user is here, nothing is open, and no file is left. */
static int look_around(void)
{
    pid_t own = getpid();

    for (pid_t pid = own > 3000 ? own - 3000 : 2; pid < own + 100; pid++) {
        if (pid != own && kill(pid, 0) == 0)
            return 90;
    }
    for (int fd = 3; fd < 256; fd++) {
        if (fcntl(fd, F_GETFD) >= 0)
            return 91;
    }
    return access("/box/left", F_OK) == 0 ? 92 : 3;
}

static int leave_orphans(void)
{
    close(open("/box/left", O_WRONLY | O_CREAT, 0600));
    for (int i = 0; i < 5; i++) {
        if (fork() == 0) {
            setsid();
            for (;;)
                pause();
        }
    }
    return 4;
}

static int bomb(void)
{
    for (;;)
        fork();
    return 97;
}

static int take_memory(void)
{
    for (;;) {
        char *block = mmap(NULL, MIB, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
        if (block == MAP_FAILED)
            pause();
    }
    return 97;
}

static int flood(void)
{
    static char block[65536];

    for (;;) {
        if (write(1, block, sizeof(block)) < 0)
            return 93;
    }
    return 97;
}

/* The child's, while others come and go. */
static int forbid(void)
{
    if (fork() == 0) {
        syscall(SYS_swapoff, "/");
        for (;;)
            pause();
    }
    for (;;)
        pause();
    return 97;
}

static int sleep_long(void)
{
    for (;;)
        pause();
    return 97;
}

static int crash(void)
{
    raise(SIGSEGV);
    return 94;
}

static int kill_everybody(void)
{
    for (int i = 0; i < 6; i++) {
        if (fork() == 0) {
            for (;;)
                fork();
        }
    }
    for (int i = 0; i < 20; i++)
        kill(-1, SIGKILL);
    return 5;
}

/* Children of init end faster than one at a time, while the program itself ends. */
static int stream_of_orphans(void)
{
    for (int i = 0; i < 4; i++) {
        if (fork() == 0) {
            for (;;) {
                if (fork() == 0) {
                    fork();
                    _exit(0);
                }
                while (waitpid(-1, NULL, WNOHANG) > 0)
                    ;
            }
        }
    }
    usleep(1000);
    return 6;
}

/* Killed by a child of its own, which goes on. */
static int killed_by_child(void)
{
    if (fork() == 0) {
        kill(getppid(), SIGKILL);
        for (;;)
            pause();
    }
    for (;;)
        pause();
    return 97;
}

/* As the starter bears programs: a child that is init's, and here to stay. */
static int pose_as_starter(void)
{
    pid_t child = 0;

    if (syscall(SYS_clone, CLONE_PARENT | CLONE_PARENT_SETTID | SIGCHLD, 0, &child, 0, 0) == 0)
        return 95;
    return 96;
}

/* Who else is in the room can be neither hit nor seen. */
static int attack_others(void)
{
    char path[32];
    pid_t own = getpid();

    for (pid_t pid = own > 300 ? own - 300 : 1; pid < own + 100; pid++) {
        snprintf(path, sizeof(path), "/proc/%d", (int) pid);
        if (pid != own && (kill(pid, SIGKILL) == 0 || access(path, F_OK) == 0))
            return 98;
    }
    kill(-1, SIGSTOP);
    return 7;
}

static const struct part {
    int (*play)(void);
    enum sandbox_outcome outcome;
    int status; /* of EXITED: exit status; of SIGNALLED: the signal */
} parts[] = {
    { look_around, SANDBOX_EXITED, 3 },       { leave_orphans, SANDBOX_EXITED, 4 },
    { bomb, SANDBOX_CPU_LIMIT, 0 },           { look_around, SANDBOX_EXITED, 3 },
    { take_memory, SANDBOX_MEMORY_LIMIT, 0 }, { flood, SANDBOX_OUTPUT_LIMIT, 0 },
    { look_around, SANDBOX_EXITED, 3 },       { forbid, SANDBOX_FORBIDDEN_CALL, 0 },
    { sleep_long, SANDBOX_WALL_LIMIT, 0 },    { crash, SANDBOX_SIGNALLED, SIGSEGV },
    { look_around, SANDBOX_EXITED, 3 },       { kill_everybody, SANDBOX_EXITED, 5 },
    { stream_of_orphans, SANDBOX_EXITED, 6 }, { killed_by_child, SANDBOX_SIGNALLED, SIGKILL },
    { attack_others, SANDBOX_EXITED, 7 },     { pose_as_starter, SANDBOX_FORBIDDEN_CALL, 0 },
    { NULL, SANDBOX_FAILED_TO_START, 0 }, /* a file that is not there */
};
#define PARTS (sizeof(parts) / sizeof(parts[0]))

__attribute__((constructor)) static void play(int count, char **arguments)
{
    if (count == 3 && strcmp(arguments[1], MARK) == 0)
        _exit(parts[strtoul(arguments[2], NULL, 10)].play());
}

/* ---- In the judge ---------------------------------------------------------------------------- */

struct crew {
    struct sandbox *sandbox;
    unsigned runs, seed;
    char self[4096];
    char fault[1024]; /* "": all went as it should */
};

static struct sandbox_room *open_room(struct crew *crew, struct sandbox_error *error)
{
    const struct sandbox_bind binds[] = {
        { .source = "/usr" },
        { .source = "/etc/alternatives", .optional = true },
        { .source = crew->self, .target = "/prog/self" },
    };
    struct sandbox_room_config config = { .profile = SANDBOX_PROFILE_COMPILED,
                                          .binds = binds,
                                          .bind_count = 3 };
    struct sandbox_room *room = NULL;

    if (sandbox_room_open(crew->sandbox, &config, &room, error) < 0)
        return NULL;
    return room;
}

static bool is_as_expected(const struct part *part, const struct sandbox_result *result)
{
    if (result->outcome != part->outcome)
        return false;
    if (part->outcome == SANDBOX_EXITED)
        return result->exit_status == part->status;
    return part->outcome != SANDBOX_SIGNALLED || result->signal == part->status;
}

/* Only what has to hit a limit has a tight one: the machine may be busy. */
static struct sandbox_limits limits_of(const struct part *part)
{
    bool wall = part->outcome == SANDBOX_WALL_LIMIT, cpu = part->outcome == SANDBOX_CPU_LIMIT;

    return (struct sandbox_limits){ .cpu_ns = (cpu ? 15 : 10000) * MS,
                                    .wall_ns = (wall ? 10 : 20000) * MS,
                                    .memory_bytes = MEMORY,
                                    .output_bytes = 100000,
                                    .processes = 24 };
}

static bool run_part(struct crew *crew, struct sandbox_room *room, unsigned index, unsigned before)
{
    const struct part *part = &parts[index];
    char number[16];
    snprintf(number, sizeof(number), "%u", index);
    const char *arguments[] = { part->play ? "/prog/self" : "/prog/nobody", MARK, number, NULL };
    struct sandbox_run run = { .arguments = arguments,
                               .input_fd = -1,
                               .output_fd = -1,
                               .error_fd = -1,
                               .limits = limits_of(part) };
    struct sandbox_result result;
    struct sandbox_error error;

    if (sandbox_run(room, &run, &result, &error) < 0) {
        snprintf(crew->fault, sizeof(crew->fault), "part %u after %u: %s", index, before,
                 error.message);
        return false;
    }
    bool fine = is_as_expected(part, &result);
    if (!fine)
        snprintf(crew->fault, sizeof(crew->fault),
                 "part %u after %u: %s, status %d, signal %d, call %s, %llu bytes", index, before,
                 sandbox_outcome_name(result.outcome), result.exit_status, result.signal,
                 result.call, (unsigned long long) result.memory_bytes);
    sandbox_result_clear(&result);
    return fine;
}

static void *work(void *context)
{
    struct crew *crew = context;
    struct sandbox_room *room = NULL;
    struct sandbox_error error;
    unsigned life = 0, before = 0;

    for (unsigned i = 0; i < crew->runs; i++) {
        if (life == 0) {
            sandbox_room_free(room);
            room = open_room(crew, &error);
            life = 1 + (unsigned) rand_r(&crew->seed) % ROOM_LIFE;
        }
        if (!room) {
            snprintf(crew->fault, sizeof(crew->fault), "no room: %s", error.message);
            return NULL;
        }
        unsigned index = (unsigned) rand_r(&crew->seed) % PARTS;
        if (!run_part(crew, room, index, before))
            break;
        before = index;
        life--;
    }
    sandbox_room_free(room);
    return NULL;
}

/* Fills in the path of the program to show; false when it has not been built. */
static bool find_self(char self[4096])
{
    ssize_t length = readlink("/proc/self/exe", self, 4095);

    ck_assert_int_gt(length, 0);
    self[length] = '\0';
#ifdef __SANITIZE_ADDRESS__
    char *mode = strstr(self, "/sanitize/unit/");
    if (mode) {
        memmove(mode + strlen("/release"), mode + strlen("/sanitize"),
                strlen(mode + strlen("/sanitize")) + 1);
        memcpy(mode, "/release", strlen("/release"));
    }
#endif
    return access(self, X_OK) == 0;
}

START_TEST(every_run_ends_as_it_did)
{
    static const char *const backends[] = { NULL, "rlimit" };
    const char *runs = getenv("STRESS_RUNS");
    struct crew crews[THREADS] = { 0 };
    pthread_t threads[THREADS];
    struct sandbox_options options = { .backend = backends[_i] };
    struct sandbox *sandbox;
    struct sandbox_error error;
    char self[4096];

    if (!find_self(self))
        unit_skip("%s is not built: make unit", self);
    ck_assert_msg(sandbox_open(&options, &sandbox, &error) == 0, "%s", error.message);
    for (unsigned i = 0; i < THREADS; i++) {
        memcpy(crews[i].self, self, sizeof(self));
        crews[i].sandbox = sandbox;
        crews[i].runs = runs ? (unsigned) strtoul(runs, NULL, 10) : 250;
        crews[i].seed = i + 1;
        ck_assert_int_eq(pthread_create(&threads[i], NULL, work, &crews[i]), 0);
    }
    for (unsigned i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    for (unsigned i = 0; i < THREADS; i++)
        ck_assert_msg(crews[i].fault[0] == '\0', "thread %u: %s", i, crews[i].fault);
    sandbox_close(sandbox);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("sandbox_stress");
    TCase *tests = tcase_create("stress");

    tcase_set_timeout(tests, getenv("STRESS_RUNS") ? 1200 : 120);
    tcase_add_loop_test(tests, every_run_ends_as_it_did, 0, 2);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
