/*
 * The one table of what is known of each runtime: how it is made to do the same at every run, and
 * below which count its own doing hides the program's. Interpreters without a compiler inside: what
 * a JIT does, and when, would be counted too, and jumps.
 *
 * A nursery is filled with garbage before it is looked at, so it is made small where memory is
 * measured, and large where time is. There, a small one would be collected ever more often beside
 * what the program keeps; and one that only the larger inputs fill would begin to cost at some
 * size, and then rise faster than the program does.
 */

#include "judge/growth/runtimes.h"

#include "judge/growth/plugin/counts.h"
#include "judge/growth/spreading.h"

#include <string.h>

#define KIB 1024.0
#define MIB (1024 * KIB)

static const char *const none[] = { NULL };
/* Memory is moved by the same loop, whatever its size: from 2 KiB on an x86 would do it by one
 * instruction that repeats itself a byte at a time, ten times as many as before. Other machines do
 * not know these. */
#define ONE_WAY_TO_MOVE                                                                            \
    "glibc.cpu.x86_rep_movsb_threshold=0xffffffffffffffff:"                                        \
    "glibc.cpu.x86_rep_stosb_threshold=0xffffffffffffffff:"                                        \
    "glibc.cpu.x86_non_temporal_threshold=0xfffffffffffffff"
/* Large blocks are always given back, so that their memory is seen to be free. */
#define TUNABLES "GLIBC_TUNABLES=glibc.malloc.mmap_threshold=131072:" ONE_WAY_TO_MOVE

static const char *const native_environment[] = { TUNABLES, NULL };
static const char *const python_environment[] = { "PYTHONHASHSEED=0", TUNABLES, NULL };
static const char *const go_environment[] = { "GOMAXPROCS=1", NULL };
/* Garbage is not collected, unless there is very much; or before there is any worth mentioning, and
 * the program waits meanwhile: what it would allocate beside the collector would count as alive. */
#define GO_DEBUG "GODEBUG=asyncpreemptoff=1,cpu.erms=off"
static const char *const go_timing[] = { GO_DEBUG, "GOGC=off", "GOMEMLIMIT=512MiB", NULL };
static const char *const go_sizing[] = { GO_DEBUG ",gcstoptheworld=1", "GOGC=2", NULL };
static const char *const virtual_environment[] = { "GLIBC_TUNABLES=" ONE_WAY_TO_MOVE, NULL };
/* Without what HotSpot does every second, whether there is need or not. */
static const char *const jvm_arguments[] = { "-Xint", "-XX:+IgnoreUnrecognizedVMOptions",
                                             "-XX:+UnlockDiagnosticVMOptions",
                                             "-XX:GuaranteedSafepointInterval=0", NULL };
static const char *const jvm_timing[] = { "-Xmn48m", NULL };
/* The quick compiler alone, and not beside the program. */
static const char *const jvm_sizing[] = { "-agentpath:" SPREADING_HELD, "-XX:TieredStopAtLevel=1",
                                          "-Xbatch", NULL };
/* A child has none of its parent's threads, and would wait for those that work in the background.
 */
static const char *const node_arguments[] = {
    "--jitless",         "--v8-pool-size=0", "--no-expose-wasm",
    "--single-threaded", "--predictable",    "--no-flush-bytecode",
    "--hash-seed=1",     "--random-seed=1",  NULL
};
static const char *const node_timing[] = { "--max-semi-space-size=64", "--min-semi-space-size=64",
                                           NULL };
/* All garbage is collected whenever a small nursery is full. */
static const char held_js[] = SPREADING_DIRECTORY "/held.js";
static const char *const node_sizing[] = { "--max-semi-space-size=1",
                                           "--min-semi-space-size=1",
                                           "--gc-global",
                                           "--single-threaded",
                                           "--no-opt",
                                           "--expose-gc",
                                           "--hash-seed=1",
                                           "--random-seed=1",
                                           "-r",
                                           held_js,
                                           NULL };

/* The start of the runtime is counted, too, and differs by so much: what is seen of whole processes
 * under the emulator, and some more for what threads and the kernel's addresses do. */
#define HARDWARE(part, start)                                                                      \
    {                                                                                              \
        .tolerance = (part), .floor = (start), .jitter = (start)                                   \
    }
#define NATIVE(id)                                                                                 \
    {                                                                                              \
        .language = (id), .arguments = none, .environment = native_environment, .run_s = 3,        \
        .wall_s = 10, .time = { .tolerance = 0.02, .floor = 30, .flat = 16, .digit = 600 },        \
        .hardware = HARDWARE(0.02, 5e3), .space = {                                                \
            .uneven = true,                                                                        \
            .tolerance = 0.06,                                                                     \
            .floor = 256,                                                                          \
            .flat = 2 * KIB                                                                        \
        }                                                                                          \
    }
#define JVM(id)                                                                                    \
    {                                                                                              \
        .language = (id), .arguments = jvm_arguments, .timing = jvm_timing, .sizing = jvm_sizing,  \
        .environment = virtual_environment, .slow_start = true, .spreading = SPREAD_JVM,           \
        .bytecode = COUNTS_JVM, .held = true, .run_s = 6, .wall_s = 20,                            \
        .time = { .tolerance = 0.03, .floor = 5e3, .flat = 3e3, .jitter = 8e3 },                   \
        .lone = { .tolerance = 0.03, .floor = 30e3, .flat = 1500, .jitter = 50e3 },                \
        .hardware = HARDWARE(0.03, 2e6), .space = {                                                \
            .uneven = true,                                                                        \
            .tolerance = 0.08,                                                                     \
            .flat = 16 * KIB,                                                                      \
            .jitter = KIB / 2                                                                      \
        }                                                                                          \
    }
#define NODE(id)                                                                                   \
    {                                                                                              \
        .language = (id), .arguments = node_arguments, .timing = node_timing,                      \
        .sizing = node_sizing, .environment = virtual_environment, .slow_start = true,             \
        .spreading = SPREAD_NODE, .bytecode = COUNTS_V8, .held = true, .run_s = 6, .wall_s = 20,   \
        .time = { .tolerance = 0.03, .floor = 5e3, .flat = 2e3, .digit = 20e3, .jitter = 4e3 },    \
        .lone = { .tolerance = 0.03, .floor = 60e3, .flat = 1500, .jitter = 40e3 },                \
        .hardware = HARDWARE(0.03, 5e5), .space = {                                                \
            .uneven = true,                                                                        \
            .tolerance = 0.08,                                                                     \
            .flat = 96 * KIB,                                                                      \
            .hidden = 1100 * KIB,                                                                  \
            .hidden_least = 1100 * KIB,                                                            \
            .hidden_unit = 29,                                                                     \
            .jitter = 48 * KIB                                                                     \
        }                                                                                          \
    }

static const struct runtime runtimes[] = {
    NATIVE("c"),
    NATIVE("cpp"),
    NATIVE("rust"),
    { .language = "go",
      .arguments = none,
      .environment = go_environment,
      .timing_environment = go_timing,
      .sizing_environment = go_sizing,
      .apart = true,
      .bursts = true,
      .whole_flat = 5e3,
      .run_s = 3,
      .wall_s = 10,
      .time = { .tolerance = 0.025, .floor = 3e3, .flat = 300, .digit = 1500 },
      .hardware = HARDWARE(0.03, 1e5),
      .space = { .uneven = true, .tolerance = 0.08, .floor = 4 * KIB, .flat = 16 * KIB } },
    { .language = "python3",
      .arguments = none,
      .environment = python_environment,
      .slow_start = true,
      .spreading = SPREAD_PYTHON,
      .bytecode = COUNTS_CPYTHON,
      .held = true,
      .run_s = 3,
      .wall_s = 10,
      .time = { .tolerance = 0.02, .floor = 3e3, .flat = 300, .digit = 3e3 },
      .hardware = HARDWARE(0.02, 5e4),
      .space = { .uneven = true, .tolerance = 0.06, .flat = 64 * KIB, .jitter = 32 * KIB } },
    JVM("java"),
    JVM("kotlin"),
    NODE("javascript"),
    NODE("typescript"),
    { .arguments = none,
      .environment = none,
      .slow_start = true,
      .run_s = 10,
      .wall_s = 30,
      .time = { .tolerance = 0.03, .floor = 1e5 },
      .hardware = HARDWARE(0.03, 1e6),
      .space = { .uneven = true, .tolerance = 0.1, .floor = 8 * MIB, .flat = 64 * KIB } },
};

const struct decide_rules runtime_cpu_rules = { .tolerance = 0.12, .floor = 3e6 };
const struct decide_rules runtime_memory_rules = { .tolerance = 0.1,
                                                   .floor = 2 * MIB,
                                                   .flat = 512 * KIB };

const struct runtime *runtime_of(const char *language)
{
    const struct runtime *row = runtimes;

    while (row->language && strcmp(row->language, language) != 0)
        row++;
    return row;
}
