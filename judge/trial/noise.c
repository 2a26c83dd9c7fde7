/*
 * Theory of operation: CPU time is not the same twice. Neighbours take cache, memory bandwidth and
 * the other hyperthread, a hypervisor takes whole slices, clocks change. None of that can be
 * subtracted; but it can be said how large it is where a verdict hangs on it.
 *
 * Nothing is measured for runs that are far from a limit. A run near one is repeated alone, and
 * before and after that a fixed piece of work is timed on the same core: how much slower than at
 * its best it is, and how long it waited for the core. The piece mixes arithmetic, which hardly
 * anything disturbs, with a walk through as much memory as a second-level cache holds, which
 * everything disturbs, so that it suffers about as much as ordinary programs do. The time that a
 * hypervisor stole during the run, and two unequal times of the submission itself, count as well.
 *
 * The best time is remembered in the cache directory until the machine starts anew, as a neighbour
 * that is busy from start to end of one judging would pass for normal otherwise.
 *
 * All this is evidence of noise, not proof of quiet: a verdict that is called open may be right.
 */

#include "judge/trial/noise.h"

#include "judge/base/file.h"

#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LINES 8192u /* of 64 bytes: 512 KiB */
#define STEPS (2 * LINES)
#define ROUNDS 1000000u
#define PIECES 8

/* ---- Deciding ------------------------------------------------------------------------------ */

static bool stopped_by_wall(const struct noise_run *run)
{
    return run->verdict == VERDICT_TLE && run->cpu_s <= run->cpu_limit_s;
}

bool noise_leaves_open(const struct noise *noise, const struct noise_run *run)
{
    if (run->verdict != VERDICT_TLE && run->verdict != VERDICT_AC)
        return false;
    /* The part of its time in which it waited for the core, at this crowding, explains most of the
     * time that it did not run. One that slept has too little CPU time for that. */
    if (stopped_by_wall(run))
        return run->cpu_s * (noise->crowding - 1) >= (run->wall_s - run->cpu_s) / 2;
    return run->cpu_s <= run->cpu_limit_s * noise->slowdown &&
           run->cpu_s * noise->slowdown >= run->cpu_limit_s;
}

struct noise noise_worse(const struct noise *one, const struct noise *other)
{
    return (struct noise){
        .slowdown = one->slowdown > other->slowdown ? one->slowdown : other->slowdown,
        .crowding = one->crowding > other->crowding ? one->crowding : other->crowding,
    };
}

struct noise noise_between(double first_cpu_s, double second_cpu_s)
{
    double least = first_cpu_s < second_cpu_s ? first_cpu_s : second_cpu_s;
    double most = first_cpu_s < second_cpu_s ? second_cpu_s : first_cpu_s;

    return (struct noise){ .slowdown = least > 0 ? most / least : 1, .crowding = 1 };
}

struct noise noise_of_theft(double stolen_s, double cpu_s)
{
    /* At least half is the program's own: a clock that jumps must not make noise without end. */
    double most = cpu_s / 2, part = stolen_s < most ? stolen_s : most;

    return (struct noise){ .slowdown = part > 0 ? cpu_s / (cpu_s - part) : 1, .crowding = 1 };
}

void noise_describe(const struct noise *noise, const struct noise_run *run, char *text, size_t size)
{
    if (stopped_by_wall(run))
        snprintf(text, size,
                 "the machine was busy: a fixed piece of work took %.1f times as long as the CPU "
                 "time that it used",
                 noise->crowding);
    else
        snprintf(
            text, size,
            "the machine was noisy: the same work took up to %.2f times as long as at its best",
            noise->slowdown);
}

/* ---- The piece of work --------------------------------------------------------------------- */

struct noise_meter {
    uint32_t (*lines)[16]; /* a cycle: the first word of each is the number of the next */
    uint64_t best_ns;      /* of a piece; 0: none yet */
    uint64_t known_ns;     /* what the file says */
    volatile uint32_t sink;
};

static uint64_t clock_ns(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (uint64_t) now.tv_sec * 1000000000u + (uint64_t) now.tv_nsec;
}

static uint32_t walk(const struct noise_meter *meter)
{
    uint32_t at = 0;

    for (uint32_t i = 0; i < STEPS; i++)
        at = meter->lines[at][0];
    return at;
}

static uint32_t compute(void)
{
    uint32_t state = 1, sum = 0;

    for (uint32_t i = 0; i < ROUNDS; i++) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        sum += state;
    }
    return sum;
}

/* Times one piece; returns its CPU time. */
static uint64_t do_piece(struct noise_meter *meter)
{
    uint64_t start = clock_ns(CLOCK_THREAD_CPUTIME_ID);

    meter->sink = compute();
    meter->sink = walk(meter);
    return clock_ns(CLOCK_THREAD_CPUTIME_ID) - start;
}

/* ---- The best time ------------------------------------------------------------------------- */

/* Differently compiled judges take different times. */
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
#define BUILD_NAME "noise"
#else
#define BUILD_NAME "noise-debug"
#endif

static const char *best_path(struct arena *arena)
{
    const char *directory;
    struct error ignored;

    if (!arena || path_cache_directory(arena, &directory, &ignored) < 0)
        return NULL;
    return arena_printf(arena, "%s/%s", directory, BUILD_NAME);
}

/* Which start of the machine this is; "" when the kernel does not tell. */
static void boot_name(char name[64])
{
    AUTO_FCLOSE FILE *file = NULL;

    name[0] = '\0';
    file = fopen("/proc/sys/kernel/random/boot_id", "re");
    if (file && fscanf(file, "%63s", name) != 1)
        name[0] = '\0';
}

static void recall_best(struct noise_meter *meter)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *path = best_path(arena);
    AUTO_FREE char *text = NULL;
    struct error ignored;
    char boot[64], *end;
    size_t size;

    boot_name(boot);
    size_t length = strlen(boot);
    if (!path || !boot[0] || file_read(path, 256, &text, &size, &ignored) < 0 ||
        strncmp(text, boot, length) != 0 || text[length] != ' ')
        return;
    unsigned long long best = strtoull(text + length + 1, &end, 10);
    if (end > text + length + 1)
        meter->best_ns = meter->known_ns = best;
}

static void remember_best(struct noise_meter *meter)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *path = best_path(arena);
    struct error ignored;
    char boot[64], text[128];

    boot_name(boot);
    snprintf(text, sizeof(text), "%s %llu\n", boot, (unsigned long long) meter->best_ns);
    if (path && boot[0])
        file_write_atomic(path, text, strlen(text), 0600, &ignored);
}

struct noise_meter *noise_meter_new(void)
{
    struct noise_meter *meter = memory_alloc(sizeof(*meter));
    void *lines = NULL;

    if (!meter || posix_memalign(&lines, 4096, LINES * sizeof(*meter->lines)) != 0) {
        free(meter);
        return NULL;
    }
    *meter = (struct noise_meter){ .lines = lines };
    /* One cycle through all, each step far from the last. Source: Hull and Dobell, 1962: the
     * increment is odd, the factor is 1 modulo 4. */
    for (uint32_t i = 0; i < LINES; i++)
        meter->lines[i][0] = (i * 1664525u + 1013904223u) % LINES;
    recall_best(meter);
    return meter;
}

void noise_meter_free(struct noise_meter *meter)
{
    if (!meter)
        return;
    if (meter->best_ns && meter->best_ns != meter->known_ns)
        remember_best(meter);
    free(meter->lines);
    free(meter);
}

/* ---- Measuring ----------------------------------------------------------------------------- */

static struct noise time_pieces(struct noise_meter *meter)
{
    uint64_t cpu_ns = 0, wall_ns, start;

    meter->sink = walk(meter); /* a program has just filled the caches with its own */
    start = clock_ns(CLOCK_MONOTONIC);
    for (int i = 0; i < PIECES; i++) {
        uint64_t piece_ns = do_piece(meter);

        cpu_ns += piece_ns;
        if (!meter->best_ns || piece_ns < meter->best_ns)
            meter->best_ns = piece_ns;
    }
    wall_ns = clock_ns(CLOCK_MONOTONIC) - start;
    return (struct noise){ .slowdown = (double) cpu_ns / (double) (PIECES * meter->best_ns),
                           .crowding = wall_ns > cpu_ns ? (double) wall_ns / (double) cpu_ns : 1 };
}

struct noise noise_probe(struct noise_meter *meter, int cpu)
{
    cpu_set_t before, only;
    bool moved;

    CPU_ZERO(&only);
    if (cpu >= 0)
        CPU_SET((size_t) cpu, &only);
    moved = cpu >= 0 && sched_getaffinity(0, sizeof(before), &before) == 0 &&
            sched_setaffinity(0, sizeof(only), &only) == 0;
    struct noise noise = time_pieces(meter);

    if (moved)
        sched_setaffinity(0, sizeof(before), &before);
    return noise;
}

#define STEAL_FIELD 8

double noise_stolen_s(int cpu)
{
    AUTO_FCLOSE FILE *file = NULL;
    char name[24], line[512];

    file = fopen("/proc/stat", "re");
    if (cpu >= 0)
        snprintf(name, sizeof(name), "cpu%d ", cpu);
    else
        snprintf(name, sizeof(name), "cpu ");
    /* Source: proc_stat(5): user nice system idle iowait irq softirq steal. */
    while (file && fgets(line, sizeof(line), file)) {
        if (strncmp(line, name, strlen(name)) != 0)
            continue;
        unsigned long long ticks = 0;
        char *field = line + strlen(name);
        for (int i = 0; i < STEAL_FIELD; i++)
            ticks = strtoull(field, &field, 10);
        return (double) ticks / (double) sysconf(_SC_CLK_TCK);
    }
    return 0;
}
