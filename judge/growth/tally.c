/*
 * Theory of operation: a page says how much of everything there was at certain moments, and the
 * differences are what counts. Since a hostile program can have written anything, differences end
 * at 0 and sums at what a double holds exactly: no page gives a number that is none.
 */

#include "judge/growth/tally.h"

#include <math.h>
#include <stdlib.h>

/* More than this no address space holds. */
#define MOST_GRAINS ((uint64_t) 1 << 43)
#define MOST_INSTRUCTIONS ((uint64_t) 1 << 53)

static double between(uint64_t from, uint64_t to, uint64_t most)
{
    uint64_t difference = to > from ? to - from : 0;

    return (double) (difference < most ? difference : most);
}

static double bytes(uint64_t from, uint64_t to)
{
    return between(from, to, MOST_GRAINS) * COUNTS_GRAIN;
}

/* The keys of an object come in the order in which they were added, for which V8 sorts them; nobody
 * calls that a logarithm of the program. */
static bool lists_keys(const struct counts *page, size_t place)
{
    return place < COUNTS_RUNTIME && (page->listing[place / 64] >> place % 64 & 1);
}

/* A wish that memory does not grant is no error: the whole is known. */
static struct block_counts *blocks_of(const struct counts *page)
{
    bool open = page->marks ? page->inside : page->reads > 0;
    struct block_counts *ret = page->marks || page->reads ? malloc(sizeof(*ret)) : NULL;

    for (size_t i = 0; ret && i < COUNTS_BLOCKS; i++) {
        uint64_t count = page->measured_blocks[i] + (open ? page->blocks[i] : 0);

        ret->counts[i] = lists_keys(page, i) ? 0 : between(0, count, MOST_INSTRUCTIONS);
    }
    if (ret)
        ret->next = NULL;
    return ret;
}

void tally_run(const struct counts *page, struct sample *sample)
{
    sample->written = NAN;
    sample->blocks = NULL;
    if (page->magic != COUNTS_MAGIC)
        return;
    sample->counted = true;
    sample->marked = page->marks > 0;
    sample->blocks = blocks_of(page);
    sample->written = between(0, page->written_bytes, MOST_INSTRUCTIONS);
    if (sample->marked) {
        /* A call that has not returned counts, too. */
        double open =
            page->inside ? between(page->since, page->instructions, MOST_INSTRUCTIONS) : 0;

        sample->count = between(0, page->marked_instructions, MOST_INSTRUCTIONS) + open;
        sample->space = bytes(0, page->fresh_peak);
    } else {
        bool read = page->reads > 0;

        sample->count =
            between(read ? page->read_instructions : 0, page->instructions, MOST_INSTRUCTIONS);
        sample->space = bytes(read ? page->read_grains : 0, page->grains_peak);
    }
}

double tally_held(const struct counts *page)
{
    if (page->magic != COUNTS_MAGIC || page->reads == 0)
        return NAN;
    return between(page->held, page->held_peak, MOST_GRAINS * COUNTS_GRAIN);
}

/* Which part of the whole an input took; where it has not ended, by instructions. */
static double part_of(const struct counts *page, double all, double cpu_s)
{
    double known = between(0, page->cpu_ns, MOST_INSTRUCTIONS) / 1e9;

    return page->cpu_ns && known <= cpu_s ? known / fmax(cpu_s, 1e-9)
                                          : between(0, page->instructions, MOST_INSTRUCTIONS) / all;
}

/* All but the last one that was begun have ended well; of that, the whole run tells. */
void tally_inputs(const struct counts *pages, size_t count, const struct sample *whole,
                  struct sample *ret)
{
    bool counted = pages[0].magic == COUNTS_MAGIC;
    size_t last = 0;
    double all = 1;

    for (size_t i = 1; i <= count; i++)
        if (counted && pages[i].magic == COUNTS_MAGIC) {
            all += between(0, pages[i].instructions, MOST_INSTRUCTIONS);
            last = i;
        }
    for (size_t i = 0; i < last; i++) {
        double share = part_of(&pages[i + 1], all, whole->cpu_s);

        if (pages[i + 1].magic != COUNTS_MAGIC)
            continue;
        ret[i] = *whole;
        if (i + 1 < last) {
            ret[i].verdict = VERDICT_AC;
            ret[i].message[0] = '\0';
        }
        ret[i].cpu_s *= share;
        ret[i].wall_s *= share;
        tally_run(&pages[i + 1], &ret[i]);
    }
    if (last > 0)
        return;
    ret[0] = *whole;
    ret[0].count = ret[0].space = 0;
    ret[0].counted = counted;
}
