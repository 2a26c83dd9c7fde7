/*
 * What it costs to start a program: by posix_spawn(3) alone, in a room that is used again, in a
 * fresh room, and by bubblewrap, all in one interleaved run, so that the machine's moods hit them
 * alike. And by how much a CPU limit is passed.
 *
 *   launch PROGRAM SPINNER COUNT GAP_MS [BWRAP]
 *
 * PROGRAM is static; SPINNER uses CPU time for ever. GAP_MS is slept between two launches. Prints
 * one JSON object: microseconds, and milliseconds for the limit.
 */
#include "sandbox/sandbox.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#define MOST 10000
#define OVERSHOOT_RUNS 20
#define OVERSHOOT_LIMIT_NS 100000000u

enum way { SPAWN, REUSED, FRESH, BWRAP, WAYS };
static const char *const way_names[] = { "spawn", "reused", "fresh", "bwrap" };

static struct sandbox *sandbox;
static struct sandbox_room *reused;
static char *program, *spinner, *bwrap;
static double samples[WAYS][MOST];

extern char **environ;

static double now_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static void give_up(const char *what, const struct sandbox_error *error)
{
    fprintf(stderr, "launch: %s: %s (%s)\n", what, error->message, error->remedy);
    exit(1);
}

static struct sandbox_room *open_room(void)
{
    const struct sandbox_bind binds[] = { { .source = program, .target = "/prog/true" },
                                          { .source = spinner, .target = "/prog/spin" } };
    struct sandbox_room_config config = { .binds = binds, .bind_count = 2 };
    struct sandbox_room *room;
    struct sandbox_error error;

    if (sandbox_room_open(sandbox, &config, &room, &error) < 0)
        give_up("opening a room", &error);
    return room;
}

/* With every limit that judging uses. */
static void run_in(struct sandbox_room *room, const char *path, uint64_t cpu_ns,
                   struct sandbox_result *result)
{
    const char *arguments[] = { path, NULL };
    struct sandbox_run run = {
        .arguments = arguments,
        .input_fd = -1,
        .output_fd = -1,
        .error_fd = -1,
        .limits = { .cpu_ns = cpu_ns, .memory_bytes = 256u << 20, .processes = 64 },
    };
    struct sandbox_error error;

    if (sandbox_run(room, &run, result, &error) < 0)
        give_up("a run", &error);
}

static void check_true(const struct sandbox_result *result)
{
    if (result->outcome == SANDBOX_EXITED && result->exit_status == 0)
        return;
    fprintf(stderr, "launch: the program ended with %s\n", sandbox_outcome_name(result->outcome));
    exit(1);
}

static void spawn(char *const *arguments)
{
    pid_t pid;
    int status = posix_spawn(&pid, arguments[0], NULL, NULL, arguments, environ);

    if (status != 0 || waitpid(pid, &status, 0) < 0 || status != 0) {
        fprintf(stderr, "launch: %s does not work here\n", arguments[0]);
        exit(1);
    }
}

static void launch(enum way way)
{
    char *const plain[] = { program, NULL };
    char *const wrapped[] = { bwrap,           "--unshare-all", "--die-with-parent",
                              "--new-session", "--ro-bind",     program,
                              "/true",         "--proc",        "/proc",
                              "--dev",         "/dev",          "--tmpfs",
                              "/tmp",          "/true",         NULL };
    struct sandbox_result result;
    struct sandbox_room *room;

    switch (way) {
    case SPAWN:
        spawn(plain);
        return;
    case REUSED:
        run_in(reused, "/prog/true", 1000000000u, &result);
        check_true(&result);
        sandbox_result_clear(&result);
        return;
    case FRESH:
        room = open_room();
        run_in(room, "/prog/true", 1000000000u, &result);
        check_true(&result);
        sandbox_result_clear(&result);
        sandbox_room_free(room);
        return;
    case BWRAP:
        spawn(wrapped);
        return;
    case WAYS:
        return;
    }
}

static int compare(const void *left, const void *right)
{
    double one = *(const double *) left, two = *(const double *) right;

    return (one > two) - (one < two);
}

static double quantile(double *values, int count, double part)
{
    qsort(values, (size_t) count, sizeof(*values), compare);
    return values[(int) (part * (count - 1) + 0.5)];
}

static void measure(int count, int gap_ms)
{
    int ways = bwrap ? WAYS : BWRAP;

    for (int i = -5; i < count; i++) { /* the first five warm up */
        for (int way = 0; way < ways; way++) {
            double start = now_us();

            launch((enum way) way);
            if (i >= 0)
                samples[way][i] = now_us() - start;
            if (gap_ms)
                nanosleep(&(struct timespec){ .tv_nsec = gap_ms * 1000000L }, NULL);
        }
    }
    printf("{\"count\": %d, \"gap_ms\": %d, \"backend\": \"%s\"", count, gap_ms,
           sandbox_backend_name(sandbox_backend(sandbox)));
    for (int way = 0; way < ways; way++)
        printf(", \"%s\": {\"median_us\": %.1f, \"p95_us\": %.1f}", way_names[way],
               quantile(samples[way], count, 0.5), quantile(samples[way], count, 0.95));
}

static void measure_overshoot(void)
{
    double over[OVERSHOOT_RUNS];

    for (int i = 0; i < OVERSHOOT_RUNS; i++) {
        struct sandbox_result result;

        run_in(reused, "/prog/spin", OVERSHOOT_LIMIT_NS, &result);
        if (result.outcome != SANDBOX_CPU_LIMIT) {
            fprintf(stderr, "launch: the spinner ended with %s\n",
                    sandbox_outcome_name(result.outcome));
            exit(1);
        }
        over[i] = (double) (result.cpu_ns - OVERSHOOT_LIMIT_NS) / 1e6;
        sandbox_result_clear(&result);
    }
    printf(", \"overshoot_ms\": {\"median\": %.3f, \"most\": %.3f}}\n",
           quantile(over, OVERSHOOT_RUNS, 0.5), quantile(over, OVERSHOOT_RUNS, 1));
}

int main(int argc, char **argv)
{
    struct sandbox_error error;

    if (argc < 5 || atoi(argv[3]) < 1 || atoi(argv[3]) > MOST) {
        fprintf(stderr, "usage: launch PROGRAM SPINNER COUNT GAP_MS [BWRAP]\n");
        return 2;
    }
    program = argv[1];
    spinner = argv[2];
    bwrap = argc > 5 ? argv[5] : NULL;
    if (sandbox_open(NULL, &sandbox, &error) < 0)
        give_up("no sandbox", &error);
    reused = open_room();
    measure(atoi(argv[3]), atoi(argv[4]));
    measure_overshoot();
    sandbox_room_free(reused);
    sandbox_close(sandbox);
    return 0;
}
