/*
 * Theory of operation: a page says how much of everything there was at certain moments, and the
 * differences are what counts. Since a hostile program can have written anything, differences end
 * at 0 and sums at what a double holds exactly: no page gives a number that is none.
 */

#include "judge/growth/tally.h"

#include <math.h>

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

/* A program reads in pieces, and after the last reading it still takes that piece apart: as many
 * instructions a byte as before. What it does only when all is read is the rest. Where all came in
 * one piece, and nobody looked for more, the two cannot be told apart. */
static double after_reading(const struct counts *page)
{
    double rest = between(page->last_read_instructions, page->instructions, MOST_INSTRUCTIONS);
    double before =
        between(page->read_instructions, page->last_read_instructions, MOST_INSTRUCTIONS);

    if (!page->reads || (page->last_read_bytes && !page->read_bytes))
        return NAN;
    double last = page->last_read_bytes
                      ? before * (double) page->last_read_bytes / (double) page->read_bytes
                      : 0;
    return fmax(rest - last, 0);
}

void tally_run(const struct counts *page, struct sample *sample)
{
    sample->after = NAN;
    if (page->magic != COUNTS_MAGIC)
        return;
    sample->counted = true;
    sample->marked = page->marks > 0;
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
        sample->after = after_reading(page);
        if (sample->after > sample->count)
            sample->after = NAN; /* no honest page says so */
    }
}

/* All but the last child that was born have ended well; of the last, the whole run tells. What they
 * took together is shared out by their instructions. */
void tally_children(const struct counts *pages, size_t count, const struct sample *whole,
                    struct sample *ret)
{
    size_t born = 0;
    double all = 1;

    ret[0] = *whole;
    ret[0].count = ret[0].space = 0;
    ret[0].counted = pages[0].magic == COUNTS_MAGIC;
    while (ret[0].counted && born < count && born < pages[0].forks &&
           pages[born + 1].magic == COUNTS_MAGIC)
        all += between(0, pages[++born].instructions, MOST_INSTRUCTIONS);
    for (size_t i = 0; i < born; i++) {
        double share = between(0, pages[i + 1].instructions, MOST_INSTRUCTIONS) / all;

        ret[i] = *whole;
        if (i + 1 < born) {
            ret[i].verdict = VERDICT_AC;
            ret[i].message[0] = '\0';
        }
        ret[i].cpu_s *= share;
        ret[i].wall_s *= share;
        tally_run(&pages[i + 1], &ret[i]);
    }
}
