#ifndef ASSAY_GROWTH_METER_H
#define ASSAY_GROWTH_METER_H

/* Internal: one run of a compiled program, and what it cost. */

#include "judge/growth/growth.h"
#include "judge/growth/plugin/counts.h"
#include "judge/growth/runtimes.h"
#include "judge/trial/judge.h"

/* The emulator, and what helps to measure, with it and without, in a directory of the cache that
 * rooms show. */
struct emulator {
    char path[256];                       /* "" when there is none */
    struct compiler_directory *directory; /* of the plugin, what spreads programs, held.so */
    struct program *jvm_spreader;         /* NULL: there is none, or no need of one */
    const char *fault;                    /* why there is none; NULL */
};

/* Looks for qemu-user on this host: sets path, or fault. */
void emulator_find(struct emulator *emulator);
/* The same, with all that helps to measure a runtime's programs. That there is none is no error.
 * Owns     emulator_close(), before the compiler.
 */
int emulator_open(struct judge *judge, const struct runtime *runtime, struct emulator *ret,
                  struct error *error);
void emulator_close(struct emulator *emulator);

struct meter {
    const struct judge *judge;
    const struct program *program; /* borrowed */
    const struct runtime *runtime;
    const struct emulator *emulator;
    enum growth_backend backend;
    bool timing;  /* memory is left out, where that is faster */
    bool holding; /* what the process holds, without the emulator: the runtime wastes none */
    bool alone;   /* one input a start, whatever the runtime could do */
    int repeats;  /* without the emulator: the least counts */
};

/* Instructions by translated block, hashed by their address: the same places at every run. */
struct block_counts {
    struct block_counts *next; /* for whoever keeps them */
    double counts[COUNTS_BLOCKS];
};

struct sample {
    double count;                /* instructions, or nanoseconds */
    double space;                /* bytes; NAN: left out */
    double bytes;                /* of the input */
    double written;              /* bytes of its output; NAN: not known */
    struct block_counts *blocks; /* malloc'ed, for the caller to free; NULL: not known */
    double cpu_s, wall_s;
    enum verdict verdict; /* AC: it ended well */
    bool ran;             /* false: one before it did not end well, or there is no input */
    bool counted;         /* the plugin was there, or the hardware counter */
    bool marked;          /* the marks were seen */
    bool broke_out;       /* it ended all that were to be run in the same process */
    char message[300];    /* why it did not end well, or there is no input; "" */
};

#define METER_INPUTS 27
#define METER_FAMILIES 26

struct meter_input {
    const char *data;
    size_t size;
    unsigned family; /* below METER_FAMILIES: what one takes says something of the next of the same
                      * number; where one of 0 would take too long, no other is begun */
};

/* Of all inputs together. */
struct meter_limits {
    double cpu_s, wall_s;
    double budget_s; /* CPU time: an input that would pass it is not begun; 0: none */
};

int meter_room_open(const struct meter *meter, int cpu, struct sandbox_room **ret,
                    struct error *error);
/* How its counts are to be read. */
const struct decide_rules *meter_rules(const struct meter *meter);
/* Whether it takes several inputs, each of which then costs less. */
bool meter_spreads(const struct meter *meter);
/* Runs it on an input, or on up to METER_INPUTS one after the other until one does not end well;
 * a sample each, which is not `ran` where it was not begun.
 * Errors   the sandbox failed; -ENOMEM. */
int meter_run(const struct meter *meter, struct sandbox_room *room,
              const struct meter_input *inputs, size_t count, const struct meter_limits *limits,
              struct sample *ret, struct error *error);

#endif
