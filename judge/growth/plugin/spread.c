#include "judge/growth/plugin/spread.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define CANNOT 125 /* its exit status */
#define SIGNALLED 128
/* By which power of the bytes what one more takes rises, at least and at most. */
#define LEAST_POWER 0.3
#define MOST_POWER 3
#define ALIKE 2 /* how many times as much one of the same bytes takes */

static struct counts *pages;
static uint64_t count; /* of inputs, which have numbers from 1 */
static char families[COUNTS_INPUTS];
static double budget_s;
static double spent_s[COUNTS_INPUTS]; /* CPU time of those that have ended; 0: was not begun */
static double started_s;

void spread_begin(struct counts *all_pages, const char *letters, double all_s)
{
    pages = all_pages;
    count = strnlen(letters, COUNTS_INPUTS);
    memcpy(families, letters, count);
    budget_s = all_s;
}

static struct counts *page_of(uint64_t index)
{
    return (void *) ((char *) pages + index * COUNTS_PAGE);
}

static void note_end(uint64_t index, double cpu_s)
{
    spent_s[index - 1] = cpu_s;
    page_of(index)->cpu_ns = 1 + (uint64_t) (cpu_s * 1e9);
}

static double bytes_of(uint64_t input)
{
    struct stat status;

    return fstat((int) (COUNTS_INPUT + input - 1), &status) == 0 ? (double) status.st_size : 0;
}

/* What a byte more took, from one input to another; 0: nothing, or they are as large. */
static double slope(uint64_t from, uint64_t to)
{
    double more = bytes_of(to) - bytes_of(from), rise_s = spent_s[to - 1] - spent_s[from - 1];

    return more > 0 && rise_s > 0 ? rise_s / more : 0;
}

/* What an input will take, by the last three of its family, as a power of its bytes; 0: nobody
 * knows. */
static double predict(uint64_t input)
{
    uint64_t last[3];
    int found = 0;

    for (uint64_t i = input; i-- > 1 && found < 3;)
        if (families[i - 1] == families[input - 1] && spent_s[i - 1] > 0)
            last[found++] = i;
    if (found < 2)
        return 0;
    double last_s = spent_s[last[0] - 1], rise = slope(last[1], last[0]);
    double more = bytes_of(input) - bytes_of(last[0]);
    double before = found > 2 ? slope(last[2], last[1]) : 0, power = LEAST_POWER;

    /* Inputs that are one number say nothing by their bytes. */
    if (!(rise > 0 && more > 0))
        return last_s * (more > 0 ? 1 : ALIKE);
    if (before > 0)
        power = log(rise / before) / log((bytes_of(last[0]) + bytes_of(last[1])) /
                                         (bytes_of(last[1]) + bytes_of(last[2])));
    power = fmin(fmax(power, LEAST_POWER), MOST_POWER);
    return last_s +
           more * rise *
               pow((bytes_of(input) + bytes_of(last[0])) / (bytes_of(last[0]) + bytes_of(last[1])),
                   power);
}

/* The first input behind one for which there is time; 0: none. */
static uint64_t next_input(uint64_t last)
{
    double all_s = 0;

    for (uint64_t i = 0; i < last; i++)
        if (families[i] != COUNTS_WARM_UP)
            all_s += spent_s[i];
    for (uint64_t next = last + 1; next <= count; next++) {
        if (budget_s <= 0 || all_s + predict(next) <= budget_s)
            return next;
        if (families[next - 1] == COUNTS_FIRST)
            return 0;
    }
    return 0;
}

_Noreturn void spread_end(bool well)
{
    _exit(!well);
}

/* ---- By children ---------------------------------------------------------------------------- */

/* It goes on counting at the same address, on a page of its own; its instructions are those since
 * it was born. */
static void be_child(uint64_t index)
{
    struct counts *own = page_of(index);

    *own = *pages;
    own->begun = own->instructions = 0;
    memset(own->blocks, 0, sizeof(own->blocks));
    if (dup2((int) (COUNTS_INPUT + index - 1), STDIN_FILENO) < 0 ||
        mremap(own, COUNTS_PAGE, COUNTS_PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, pages) == MAP_FAILED)
        _exit(CANNOT);
}

static double seconds_of(const struct timeval *time)
{
    return (double) time->tv_sec + (double) time->tv_usec / 1e6;
}

/* Ends as the child did. */
static _Noreturn void end_like(int status)
{
    if (WIFSIGNALED(status)) {
        sigset_t all;

        signal(WTERMSIG(status), SIG_DFL);
        sigfillset(&all);
        sigprocmask(SIG_UNBLOCK, &all, NULL);
        kill(getpid(), WTERMSIG(status));
        _exit(SIGNALLED + WTERMSIG(status));
    }
    _exit(WEXITSTATUS(status));
}

static void wait_for(pid_t child, uint64_t input)
{
    struct rusage usage = { 0 };
    int status = 0;
    pid_t ended;

    do
        ended = wait4(child, &status, 0, &usage);
    while (ended < 0 && errno == EINTR);
    if (ended < 0)
        _exit(CANNOT);
    if (status)
        end_like(status);
    note_end(input, seconds_of(&usage.ru_utime) + seconds_of(&usage.ru_stime));
}

void spread_children(void)
{
    for (uint64_t input = 0; (input = next_input(input));) {
        pid_t child = fork();

        if (child == 0) {
            be_child(input);
            return;
        }
        pages->begun = input;
        if (child < 0)
            _exit(CANNOT);
        wait_for(child, input);
    }
    _exit(0);
}

/* ---- In this process ------------------------------------------------------------------------ */

static double own_cpu_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

void spread_next(void)
{
    double now_s = own_cpu_s();
    uint64_t last = pages->begun;

    if (last > 0 && last <= count) {
        memcpy(page_of(last), pages, sizeof(*pages));
        note_end(last, now_s - started_s);
    }
    uint64_t next = next_input(last);

    if (!next || dup2((int) (COUNTS_INPUT + next - 1), STDIN_FILENO) < 0)
        _exit(0);
    started_s = now_s;
    memset(pages, 0, sizeof(*pages));
    pages->magic = COUNTS_MAGIC;
    pages->begun = next;
}
