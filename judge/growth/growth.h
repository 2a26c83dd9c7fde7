#ifndef ASSAY_GROWTH_H
#define ASSAY_GROWTH_H

/*
 * How the time and memory of a submission rise with the size of its input: measured over inputs of
 * geometric sizes that the package's generator makes, and named as a class, or left open with a
 * reason.
 */

#include "judge/trial/trial.h"

#include <stdbool.h>
#include <stddef.h>

enum growth_class { /* from the slowest growing one on */
                    GROWTH_CONSTANT,
                    GROWTH_LOG,
                    GROWTH_ROOT,
                    GROWTH_LINEAR,
                    GROWTH_LINEAR_LOG,
                    GROWTH_LINEAR_ROOT,
                    GROWTH_SQUARE,
                    GROWTH_SQUARE_LOG,
                    GROWTH_CUBE,
                    GROWTH_EXPONENTIAL,
                    GROWTH_UNKNOWN, /* of an answer: none is sure enough */
};
#define GROWTH_CLASS_COUNT GROWTH_UNKNOWN

/* "n log n"; NULL for GROWTH_UNKNOWN. */
const char *growth_class_name(enum growth_class class);

enum growth_backend {
    GROWTH_INSTRUCTIONS, /* executed instructions, by pieces of code, under qemu-user */
    GROWTH_HARDWARE,     /* executed instructions of all processes, by the processor's counter */
    GROWTH_CPU_TIME,     /* the least of several runs */
    GROWTH_BACKENDS,
};
/* "instructions", "hardware instructions", "cpu time" */
const char *growth_backend_name(enum growth_backend backend);
/* Why it cannot be had on this host, one line with the remedy where there is one; "" where it can.
 */
void growth_backend_fault(enum growth_backend backend, char *text, size_t size);

struct growth_point {
    double size;
    double count;   /* instructions, nanoseconds, or bytes */
    double bytes;   /* of the input; 0: not known */
    double fitted;  /* by the class that was found; 0: none was */
    bool predicted; /* it was left out of the fit */
};

/* How much of a program, of its instructions at the largest size, grows in which class. Together
 * they are 1. */
struct growth_shares {
    double of[GROWTH_CLASS_COUNT];
    double unclear;  /* follows none, or is too little to tell */
    double transfer; /* a part of the former: follows the bytes of the input, or of the output */
    /* Pieces, however small, that rise by as much from each size to twice that, and their part; one
     * that does so exactly counts as three. */
    double steps;
    size_t step_count;
};

enum growth_verdict { GROWTH_AS_EXPECTED, GROWTH_BETTER, GROWTH_WORSE, GROWTH_UNSURE };
const char *growth_verdict_name(enum growth_verdict verdict); /* "as expected", … */

/* Of time, or of space. */
struct growth_answer {
    enum growth_class class, runner_up;
    double confidence;  /* from 0 to 1 */
    const char *reason; /* GROWTH_UNKNOWN: why; else NULL */
    const char *family; /* on whose inputs; NULL: nothing was measured */
    struct growth_point *points;
    size_t point_count;
    bool has_shares; /* of the time, where instructions are counted */
    struct growth_shares shares;
    double doubling;      /* count of the largest size over that of half of it; 0: not known */
    const char *expected; /* as the package has it; NULL: it does not say */
    enum growth_verdict verdict;
};

/* Of time, or of space, where inputs have two sizes. */
struct growth_product {
    const char *text;   /* "n k", "n + k", "n log k"; NULL: not known */
    double confidence;  /* from 0 to 1 */
    const char *reason; /* why it is not known; else NULL */
    /* n alone, the second alone, of which the classes speak as if it were n, and both together. */
    struct growth_answer first, second, both;
    enum growth_verdict verdict; /* with the second, and with both, against what is expected */
};

/* Inputs with a second size, of one family. */
struct growth_second {
    const char *name; /* "k" */
    const char *what; /* it counts */
    const char *family;
    struct growth_product time, space;
};

#define GROWTH_TIMED 3

/* CPU time, without the emulator, of inputs that were counted: a cross-check. */
struct growth_clock {
    /* Of the smallest, which says what starting takes, one in the middle, and the largest. */
    double sizes[GROWTH_TIMED], counts[GROWTH_TIMED];
    double seconds[GROWTH_TIMED]; /* the least of several runs */
    double power;   /* of the size, by which the time above the first rises between the others */
    double counted; /* likewise what was counted */
    bool differs;   /* time rises by much more: the program waits for something else */
};

#define GROWTH_BESIDE 10 /* sizes */

/* A submission of the package whose growth is known, on the same inputs: where counts alone do not
 * tell, it does, by having the same caches, tables and allocator. */
struct growth_beside {
    const char *name; /* "accepted/sort.cpp" */
    enum growth_class class;
    size_t count; /* of sizes, ascending */
    double sizes[GROWTH_BESIDE];
    double counts[GROWTH_BESIDE], beside[GROWTH_BESIDE]; /* the program's, and the reference's */
    double power; /* of the size, by which the first over the second rises, above the start */
    double error; /* standard error of that */
    double next;  /* the power, were it of the next class */
    bool same;    /* it does not rise or fall: both grow alike */
};

struct growth {
    struct arena *arena;
    const char *problem;  /* slug */
    const char *language; /* id */
    enum growth_backend backend;
    const char *backend_note; /* why not the better one; NULL */
    const char *memory; /* how memory is measured: "memory written" (under the emulator), "memory
                         * held", "peak memory" (of all of the room) */
    bool marked;        /* the candidate's function alone, without start, reading and printing */
    struct growth_answer time, space;
    struct growth_second *second; /* NULL: the package's inputs have one size, or it explodes */
    struct growth_clock *clock;   /* of `time`; NULL: not counted, or too quick to tell */
    struct growth_beside *beside; /* of `time`; NULL: it was clear, or there is no reference */
    const char *sentence;         /* for a candidate */
    const char *fault; /* a run that did not end well, an input that was not made, a reference that
                        * does not compile; NULL: none */
    double measured_s; /* how long it took */
};

struct growth_options {
    const char *language, *entry_point; /* NULL: found */
    bool no_cache;
    int jobs;      /* 0: as many as there are physical cores */
    int backend;   /* 1 + the only enum growth_backend to be used; 0: the best there is */
    double wall_s; /* for all, about; 0: 10 s, for Java, Kotlin, JavaScript and TypeScript 30 s */
    void (*progress)(void *context, const char *what, size_t done, size_t total);
    void *progress_context;
};

/* How many times as much an input of size `to` takes as one of `from`, by what a package expects:
 * "O(n log n)", of several letters the greatest that it may be. NAN where that cannot be read. */
double growth_expected_ratio(const char *expected, double from, double to);

/* Measures source files, which should be a right solution.
 * Owns     *ret is the caller's: growth_free().
 * Errors   -EINVAL the package makes no tests (generators/made.yaml), it does not compile, or the
 *          backend that was asked for cannot be had; as judge_submission().
 */
int growth_measure(struct judge *judge, const char *const *paths, size_t count,
                   const struct growth_options *options, struct growth **ret, struct error *error);
void growth_free(struct growth *growth);
/* Whether a package has what is needed. */
bool growth_is_possible(const struct package *package);

#endif
