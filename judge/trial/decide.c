/*
 * Theory of operation: two tables. The first says which runtimes report an exhausted heap by an
 * ordinary exit, so that it is told from a crash. The second decides an interactive pair, where one
 * side's end makes the other one fail.
 *
 * Why the CPU limit given to the sandbox is above the time limit: the verdict compares the measured
 * time with the limit exactly, and a run that is just over can be told from one that never ends.
 * Only the former is worth a second run.
 */

#include "judge/trial/decide.h"

#include "judge/base/text.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

#define STDERR_LINES 10
#define STDERR_BYTES 1500

struct sandbox_limits decide_sandbox_limits(const struct decide_limits *limits, uint32_t processes)
{
    uint64_t margin = (uint64_t) ((double) limits->cpu_ns * DECIDE_NEAR);

    return (struct sandbox_limits){
        .cpu_ns = limits->cpu_ns + margin + 1000000,
        .wall_ns = limits->wall_ns,
        .memory_bytes = limits->memory_bytes + limits->memory_overhead,
        .output_bytes = limits->output_bytes,
        .processes = processes > 64 ? processes : 64,
    };
}

/* ---- One run ------------------------------------------------------------------------------- */

/* Runtimes that end by themselves when their heap is full. A C++ program's bad_alloc is not here:
 * it comes from one absurd request, never from a full cgroup. */
static const struct {
    const char *pattern;
    const char *what;
} heap_rows[] = {
    { "java\\.lang\\.OutOfMemoryError(?!: unable to create)", "java.lang.OutOfMemoryError" },
    { "^MemoryError\\b", "MemoryError" },
    { "JavaScript heap out of memory", "JavaScript heap out of memory" },
    { "^fatal error: runtime: (out of memory|cannot allocate memory)", "runtime: out of memory" },
    { "^memory allocation of [0-9]+ bytes failed", "memory allocation failed" },
};

static const char *exhausted_heap(const struct sandbox_result *result)
{
    for (size_t i = 0; result->error && i < COUNT(heap_rows); i++) {
        char pattern[128];

        snprintf(pattern, sizeof(pattern), "(?m)%s", heap_rows[i].pattern);
        if (text_matches(pattern, result->error, result->error_size))
            return heap_rows[i].what;
    }
    return NULL;
}

/* Appends the last lines of stderr, below what the message has so far. */
static int append_stderr(const struct sandbox_result *result, struct buffer *message)
{
    size_t end = result->error ? result->error_size : 0, start;
    int lines = 0;

    while (end > 0 && (result->error[end - 1] == '\n' || result->error[end - 1] == ' '))
        end--;
    for (start = end; start > 0 && end - start < STDERR_BYTES; start--)
        if (result->error[start - 1] == '\n' && ++lines == STDERR_LINES)
            break;
    if (start == end)
        return 0;
    if (buffer_puts(message, start > 0 ? "\n...\n" : "\n") < 0)
        return -ENOMEM;
    return buffer_append(message, result->error + start, end - start);
}

static double seconds(uint64_t ns)
{
    return (double) ns / 1e9;
}

static int over_time(const struct sandbox_result *result, const struct decide_limits *limits,
                     struct buffer *message)
{
    if (result->outcome == SANDBOX_WALL_LIMIT && result->cpu_ns <= limits->cpu_ns)
        return buffer_printf(message,
                             "stopped after %.1f s, of which it used %.2f s of CPU time: it slept "
                             "or waited for input",
                             seconds(result->wall_ns), seconds(result->cpu_ns));
    return buffer_printf(
        message, "used %s%.3g s of CPU time; the limit is %.3g s",
        result->outcome == SANDBOX_CPU_LIMIT ? "more than " : "",
        seconds(result->outcome == SANDBOX_CPU_LIMIT ? limits->cpu_ns : result->cpu_ns),
        seconds(limits->cpu_ns));
}

static int over_size(const char *what, uint64_t bytes, struct buffer *message)
{
    char size[32];

    text_bytes(bytes, size, sizeof(size));
    return buffer_printf(message, "%s more than %s", what, size);
}

static int signalled(const struct sandbox_result *result, struct buffer *message)
{
    const char *name = sigabbrev_np(result->signal);
    const char *text = sigdescr_np(result->signal);

    if (buffer_printf(message, "ended by signal %d (SIG%s: %s)", result->signal,
                      name ? name : "RTMIN", text ? text : "real-time signal") < 0)
        return -ENOMEM;
    return append_stderr(result, message);
}

static int exited(const struct sandbox_result *result, struct buffer *message)
{
    if (buffer_printf(message, "exit status %d", result->exit_status) < 0)
        return -ENOMEM;
    return append_stderr(result, message);
}

/* A program that ended by itself: well, with an error, or over the time limit. */
static int decide_ended(const struct sandbox_result *result, const struct decide_limits *limits,
                        enum verdict *ret, struct buffer *message)
{
    bool failed = result->outcome == SANDBOX_SIGNALLED || result->exit_status != 0;
    const char *heap = failed ? exhausted_heap(result) : NULL;

    if (result->cpu_ns > limits->cpu_ns) {
        *ret = VERDICT_TLE;
        return over_time(result, limits, message);
    }
    if (heap) {
        *ret = VERDICT_MLE;
        return buffer_printf(message, "the runtime's heap was full: %s", heap);
    }
    *ret = failed ? VERDICT_RTE : VERDICT_AC;
    if (!failed)
        return 0;
    return result->outcome == SANDBOX_SIGNALLED ? signalled(result, message)
                                                : exited(result, message);
}

/* What a compiler made and the kernel will not take: sources have ways to spoil the headers of
 * their program. Other failures to start (no such file, no memory) are not the submission's doing.
 */
static bool is_malformed(const struct sandbox_result *result)
{
    return result->start_error == ENOEXEC || result->start_error == ELIBBAD ||
           result->start_error == EINVAL;
}

int decide_run(const struct sandbox_result *result, const struct decide_limits *limits,
               enum verdict *ret, struct buffer *message)
{
    switch (result->outcome) {
    case SANDBOX_EXITED:
    case SANDBOX_SIGNALLED:
        return decide_ended(result, limits, ret, message);
    case SANDBOX_CPU_LIMIT:
    case SANDBOX_WALL_LIMIT:
        *ret = VERDICT_TLE;
        return over_time(result, limits, message);
    case SANDBOX_MEMORY_LIMIT:
        *ret = VERDICT_MLE;
        return over_size("used", limits->memory_bytes, message);
    case SANDBOX_OUTPUT_LIMIT:
        *ret = VERDICT_OLE;
        return over_size("wrote", limits->output_bytes, message);
    case SANDBOX_FORBIDDEN_CALL:
        *ret = VERDICT_SV;
        return buffer_printf(message, "forbidden system call: %s", result->call);
    case SANDBOX_FAILED_TO_START:
        break;
    }
    *ret = is_malformed(result) ? VERDICT_RTE : VERDICT_JE;
    return buffer_printf(message, "the program could not be started: %s", result->reason);
}

static bool near(double value, double limit)
{
    return value >= limit * (1 - DECIDE_NEAR) && value <= limit * (1 + DECIDE_NEAR);
}

bool decide_near_limit(const struct sandbox_result *result, const struct decide_limits *limits)
{
    double memory = (double) (limits->memory_bytes + limits->memory_overhead);

    switch (result->outcome) {
    case SANDBOX_CPU_LIMIT: /* stopped at DECIDE_NEAR beyond the limit */
    case SANDBOX_OUTPUT_LIMIT:
    case SANDBOX_FORBIDDEN_CALL:
    case SANDBOX_FAILED_TO_START:
        return false;
    case SANDBOX_WALL_LIMIT: /* one that only waited was not kept from its work by others */
        return result->cpu_ns > limits->cpu_ns / 10;
    case SANDBOX_MEMORY_LIMIT:
        return true;
    case SANDBOX_EXITED:
    case SANDBOX_SIGNALLED:
        break;
    }
    return near((double) result->cpu_ns, (double) limits->cpu_ns) ||
           near((double) result->memory_bytes, memory) ||
           near((double) result->wall_ns, (double) limits->wall_ns);
}

/* ---- A pair -------------------------------------------------------------------------------- */

enum match { NO, YES, ANY };

/* The first row that fits decides. Why this order: whoever ended first did so for reasons of its
 * own; what the other one did after that is a consequence (a broken pipe, an end of input) and
 * proves nothing. */
static const struct pair_row {
    enum match team_failed;
    enum match team_pipe;      /* the submission ended by SIGPIPE */
    int says;                  /* enum decide_says, -1: any */
    enum match validator_pipe; /* the interactor ended by SIGPIPE: only a submission that closes its
                                * input, or ends, makes that happen */
    enum match validator_first;
    enum decide_side side;
    const char *why;
} pair_rows[] = {
    { ANY, ANY, SAYS_REJECT, ANY, YES, SIDE_VALIDATOR, "rejected, whatever it did afterwards" },
    { YES, YES, SAYS_REJECT, ANY, ANY, SIDE_VALIDATOR, "SIGPIPE: the interactor had gone before" },
    { YES, ANY, SAYS_NOTHING, NO, YES, SIDE_VALIDATOR, "the interactor failed by itself" },
    { YES, ANY, -1, ANY, ANY, SIDE_TEAM, "failed, before or after it was accepted" },
    { NO, ANY, SAYS_NOTHING, YES, ANY, SIDE_LEFT, "left, or closed its input, while talked to" },
    { ANY, ANY, -1, ANY, ANY, SIDE_VALIDATOR, "ended well" },
};

static bool fits(enum match want, bool have)
{
    return want == ANY || (want == YES) == have;
}

enum decide_side decide_pair(const struct decide_pair *pair)
{
    const struct pair_row *row = pair_rows;

    while (!(fits(row->team_failed, pair->team != VERDICT_AC) &&
             fits(row->team_pipe, pair->team_signal == SIGPIPE) &&
             (row->says < 0 || row->says == (int) pair->says) &&
             fits(row->validator_pipe, pair->validator_signal == SIGPIPE) &&
             fits(row->validator_first, pair->validator_first)))
        row++; /* ends: the last row fits all */
    return row->side;
}
