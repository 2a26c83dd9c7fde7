#ifndef ASSAY_GROWTH_PLUGIN_COUNTS_H
#define ASSAY_GROWTH_PLUGIN_COUNTS_H

/*
 * What the plugin tells the judge: pages of shared memory, which is there whatever becomes of the
 * program, and from which a hostile one can only have lies about itself.
 *
 * A mark is an access(2) of a path, whose mode says which: X_OK begins what is measured, W_OK ends
 * it. Every runtime can do that without a library, it changes nothing, and it is cheap. Modes that
 * no runtime asks for by itself are of the programs that run another one on several inputs
 * (spread.py and its like); these are descriptors, from COUNTS_INPUT on.
 */

#include <stdint.h>

#define COUNTS_MAGIC UINT64_C(0x6173736179677277)
#define COUNTS_BLOCKS 8192 /* places for pieces of code, by a hash of their address */
/* Of V8, those of its own code, which has no bytecode, come first. */
#define COUNTS_RUNTIME (COUNTS_BLOCKS / 2)
#define COUNTS_PAGE (4096L + 2L * COUNTS_BLOCKS * 8)
#define COUNTS_INPUTS 29 /* pages of inputs, behind the program's own */
#define COUNTS_BYTES ((1L + COUNTS_INPUTS) * COUNTS_PAGE)
#define COUNTS_DESCRIPTOR 9 /* the page's number in the program; the plugin closes it */
#define COUNTS_INPUT 10
#define COUNTS_GRAIN 16 /* bytes of memory that are counted as one */

/* What shares a place is counted as one. The multiplier is Knuth's, of 64 bits. */
static inline uint64_t counts_place(uint64_t address)
{
    return address * UINT64_C(0x9E3779B97F4A7C15) >> 32 & (COUNTS_BLOCKS - 1);
}

/* What the plugin may be told, as NAME=VALUE. A letter for each input, the same for those of a
 * family, which are ascending ("": it reads what it finds); the first family is the one that
 * matters: where one of its inputs would take too much, it is over. */
#define COUNTS_SPREAD "inputs"
#define COUNTS_FIRST 'a'
#define COUNTS_WARM_UP '-' /* the letter of an input that only comes before the others */
/* Milliseconds of CPU time for all inputs but those: one that would take more is not begun. */
#define COUNTS_BUDGET "budget"
/* "lost": a child that waits for a thread of its parent has ended. */
#define COUNTS_HELPERS "helpers"
/* What is counted: no memory, or what is written to. */
#define COUNTS_OF "count"
#define COUNTS_TIME "time"
#define COUNTS_MEMORY "memory"
/* Whose interpreter it is. */
#define COUNTS_BYTECODE "code"
#define COUNTS_JVM "jvm"
#define COUNTS_V8 "v8"
#define COUNTS_CPYTHON "cpython"

enum {
    MARK_BEGIN = 1,
    MARK_END = 2,
    MARK_DONE = 3,     /* this input was run well: ends the process */
    MARK_CHILDREN = 5, /* is passed by a child of its own for each input, one after the other */
    MARK_NEXT = 6,   /* the next input is what is read now; ends the process where there is none */
    MARK_FAILED = 7, /* this input was not run well */
};

struct counts {
    uint64_t magic;        /* set last, when all is prepared */
    uint64_t instructions; /* executed so far, by all threads */
    uint64_t grains;       /* written to, and not given back since */
    uint64_t grains_peak;
    /* When stdin was first read: what came before is the start of the runtime. */
    uint64_t read_instructions, read_grains;
    uint64_t reads;
    uint64_t written_bytes; /* to standard output */
    /* Between the marks. */
    uint64_t marks; /* begins */
    uint64_t marked_instructions;
    uint64_t fresh_grains; /* first written to there */
    uint64_t fresh_peak;
    uint64_t since; /* instructions at the begin that has no end yet */
    uint64_t inside;
    uint64_t cpu_ns; /* of an input; 0: it has not ended */
    uint64_t begun;  /* the number of the last input, from 1; of the program's own page alone */
    /* Without the emulator (held.c): bytes that the process held when it first read its input, or
     * at the first begin, and the most from there on, or between the marks. */
    uint64_t held, held_peak;
    /* A bit for each of COUNTS_RUNTIME places: what a runtime does there is to list the keys of an
     * object. */
    uint64_t listing[COUNTS_RUNTIME / 64];
    /* Instructions of each piece (a translated block, or a few bytes of bytecode); and the same
     * from the first reading of the input on, or between the marks where there are any, less what
     * is in `blocks` as long as it goes on. */
    uint64_t blocks[COUNTS_BLOCKS];
    uint64_t measured_blocks[COUNTS_BLOCKS];
};

#endif
