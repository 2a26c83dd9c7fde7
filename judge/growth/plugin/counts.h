#ifndef ASSAY_GROWTH_PLUGIN_COUNTS_H
#define ASSAY_GROWTH_PLUGIN_COUNTS_H

/*
 * What the plugin tells the judge: pages of shared memory, which is there whatever becomes of the
 * program, and from which a hostile one can only have lies about itself.
 *
 * A mark is an access(2) of a path with one of two modes: X_OK begins what is measured, W_OK ends
 * it. Every runtime can do that without a library, it changes nothing, and it is cheap.
 */

#include <stdint.h>

#define COUNTS_MAGIC UINT64_C(0x6173736179677277)
#define COUNTS_BLOCKS 8192 /* places for pieces of code, by a hash of their address */
#define COUNTS_PAGE (4096L + 2L * COUNTS_BLOCKS * 8)
#define COUNTS_CHILDREN 12 /* pages of children, behind the program's own */
#define COUNTS_BYTES ((1L + COUNTS_CHILDREN) * COUNTS_PAGE)
#define COUNTS_DESCRIPTOR 9 /* the page's number in the program; the plugin closes it */
#define COUNTS_GRAIN 16     /* bytes of memory that are counted as one */

/* What shares a place is counted as one. The multiplier is Knuth's, of 64 bits. */
static inline uint64_t counts_place(uint64_t address)
{
    return address * UINT64_C(0x9E3779B97F4A7C15) >> 32 & (COUNTS_BLOCKS - 1);
}

/* What the plugin may be asked for. */
#define COUNTS_MEMORY "memory"      /* memory written to, from the start */
#define COUNTS_MEMORY_LATER "later" /* from the first reading of the input */
#define COUNTS_SPREAD_TIME "time"   /* no memory, but each child of the program by itself */
#define COUNTS_SPREAD "spread"      /* as the first, and each child of the program by itself */

enum { MARK_BEGIN = 1, MARK_END = 2 };

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
    uint64_t forks; /* children that have pages; of the program's own page alone */
    /* Instructions of each piece (a translated block; on a JVM, 16 bytes of bytecode); and the same
     * from the first reading of the input on, or between the marks where there are any, less what
     * is in `blocks` as long as it goes on. */
    uint64_t blocks[COUNTS_BLOCKS];
    uint64_t measured_blocks[COUNTS_BLOCKS];
};

#endif
