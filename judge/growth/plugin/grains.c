/*
 * Theory of operation: grains are two bits each (written to; first written to between the marks) in
 * a table of two levels, whose lower one is mapped when it is needed.
 */

#include "judge/growth/plugin/grains.h"

#include <string.h>
#include <sys/mman.h>

#define PAGE ((uint64_t) 4096)
#define ADDRESS_BITS 47
#define CHUNK_BITS 24
#define CHUNK_COUNT ((uint64_t) 1 << (ADDRESS_BITS - CHUNK_BITS))
#define CHUNK_WORDS ((((uint64_t) 1 << CHUNK_BITS) / COUNTS_GRAIN) / 64)
#define PAGE_WORDS (PAGE / COUNTS_GRAIN / 64)

struct chunk {
    uint64_t written[CHUNK_WORDS];
    uint64_t fresh[CHUNK_WORDS];
};

/* The interface hands no context to all of its callbacks, so the state is the library's. */
static struct counts *counts;
static struct chunk **chunks; /* NULL: memory is not watched */

static void *map_zeroes(size_t size)
{
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    return memory == MAP_FAILED ? NULL : memory;
}

/* The part of the table for an address; NULL where nothing was written, unless it is `wanted`. */
static struct chunk *chunk_at(uint64_t address, bool wanted)
{
    uint64_t index = address >> CHUNK_BITS;

    if (index >= CHUNK_COUNT)
        return NULL;
    if (!chunks[index] && wanted)
        chunks[index] = map_zeroes(sizeof(struct chunk));
    return chunks[index];
}

static uint64_t word_of(uint64_t address)
{
    return (address & (((uint64_t) 1 << CHUNK_BITS) - 1)) / COUNTS_GRAIN / 64;
}

static void write_grain(uint64_t address)
{
    struct chunk *chunk = chunk_at(address, true);
    uint64_t word = word_of(address);
    uint64_t bit = (uint64_t) 1 << (address / COUNTS_GRAIN % 64);

    if (!chunk || (chunk->written[word] & bit))
        return;
    chunk->written[word] |= bit;
    if (++counts->grains > counts->grains_peak)
        counts->grains_peak = counts->grains;
    if (!counts->inside)
        return;
    chunk->fresh[word] |= bit;
    if (++counts->fresh_grains > counts->fresh_peak)
        counts->fresh_peak = counts->fresh_grains;
}

static void stored(unsigned cpu, qemu_plugin_meminfo_t info, uint64_t address, void *context)
{
    (void) cpu;
    (void) context;
    /* 7.2 calls this for loads too. */
    if (!qemu_plugin_mem_is_store(info))
        return;
    uint64_t last = address + ((uint64_t) 1 << qemu_plugin_mem_size_shift(info)) - 1;

    write_grain(address);
    if (last / COUNTS_GRAIN != address / COUNTS_GRAIN)
        write_grain(last);
}

static uint64_t count_bits(const uint64_t *words)
{
    uint64_t count = 0;

    for (uint64_t i = 0; i < PAGE_WORDS; i++)
        count += (uint64_t) __builtin_popcountll(words[i]);
    return count;
}

/* Forgets the grains of a page. */
static void drop_page(struct chunk *chunk, uint64_t address)
{
    uint64_t *written = &chunk->written[word_of(address)];
    uint64_t *fresh = &chunk->fresh[word_of(address)];

    counts->grains -= count_bits(written);
    counts->fresh_grains -= count_bits(fresh);
    memset(written, 0, PAGE_WORDS * sizeof(*written));
    memset(fresh, 0, PAGE_WORDS * sizeof(*fresh));
}

static uint64_t page_end(uint64_t address, uint64_t size)
{
    uint64_t end;

    if (__builtin_add_overflow(address, size, &end) || end > (uint64_t) 1 << ADDRESS_BITS)
        end = (uint64_t) 1 << ADDRESS_BITS;
    return end;
}

void grains_drop(uint64_t address, uint64_t size)
{
    uint64_t end = page_end(address, size);

    address &= ~(PAGE - 1);
    while (address < end) {
        struct chunk *chunk = chunk_at(address, false);

        if (chunk) {
            drop_page(chunk, address);
            address += PAGE;
        } else {
            address = ((address >> CHUNK_BITS) + 1) << CHUNK_BITS;
        }
    }
}

/* Pages that got another address. */
void grains_move(uint64_t from, uint64_t to, uint64_t size)
{
    uint64_t end = page_end(from, size);

    for (; from < end; from += PAGE, to += PAGE) {
        struct chunk *source = chunk_at(from, false);
        struct chunk *target = source ? chunk_at(to, true) : NULL;

        if (!source)
            continue;
        if (target) {
            memcpy(&target->written[word_of(to)], &source->written[word_of(from)], PAGE_WORDS * 8);
            memcpy(&target->fresh[word_of(to)], &source->fresh[word_of(from)], PAGE_WORDS * 8);
            memset(&source->written[word_of(from)], 0, PAGE_WORDS * 8);
            memset(&source->fresh[word_of(from)], 0, PAGE_WORDS * 8);
        } else {
            drop_page(source, from);
        }
    }
}

void grains_begin(struct counts *own_counts)
{
    counts = own_counts;
    chunks = map_zeroes(CHUNK_COUNT * sizeof(*chunks));
}

bool grains_are_watched(void)
{
    return chunks != NULL;
}

void grains_watch(struct qemu_plugin_tb *block)
{
    size_t count = qemu_plugin_tb_n_insns(block);

    for (size_t i = 0; chunks && i < count; i++)
        qemu_plugin_register_vcpu_mem_cb(qemu_plugin_tb_get_insn(block, i), stored,
                                         PLUGIN_NO_REGISTERS, PLUGIN_WRITES, NULL);
}
