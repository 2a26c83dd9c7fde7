/*
 * Theory of operation: this is no part of the judge, but of the emulator qemu-user, which loads it
 * and runs a submission in a room of the sandbox. It counts what the submission does, exactly and
 * the same at every run: instructions, a translation block at a time; and memory, as the set of
 * 16-byte grains that were written to and have not been given back to the kernel since.
 *
 * Grains are two bits each (written to; first written to between the marks) in a table of two
 * levels, whose lower one is mapped when it is needed. Whoever reuses memory that it had before
 * touches no new grain, as it should be. Pages that move (mremap) take their grains with them.
 *
 * The emulator's threads call in here at the same time. Each adds without a lock: runtimes are made
 * to run one thread at a time, and a count that is lost now and then does not matter.
 *
 * The program shares address space and descriptors with its emulator, so that it could write to
 * the counts. The page is private to the run, and the judge reads it as it would read any output
 * of the program.
 */

#include "judge/growth/plugin/bytecode.h"
#include "judge/growth/plugin/counts.h"
#include "judge/growth/plugin/qemu.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

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

/* System calls by number, for each kind of machine that is emulated. */
struct call_numbers {
    const char *target;
    int64_t read, write, writev, mmap, munmap, mremap, madvise, access, faccessat, faccessat2,
        clone, fork;
};
static const struct call_numbers numbers_of[] = {
    { "x86_64", 0, 1, 20, 9, 11, 25, 28, 21, 269, 439, 56, 57 },
    { "aarch64", 63, 64, 66, 222, 215, 216, 233, -1, 48, 439, 220, -1 },
};

struct call {
    int64_t number;
    uint64_t a1, a2, a3, a4, a5;
};

/* The interface hands no context to all of its callbacks, so the state is the library's. */
static struct counts *counts;
static struct chunk **chunks;
static const struct call_numbers *numbers;
static struct call calls[PLUGIN_CPUS];
static bool memory_later;
static bool spreads;  /* each child has a page of its own */
static bool is_child; /* one of them */

PLUGIN_EXPORT int qemu_plugin_version = PLUGIN_INTERFACE;

/* ---- Grains -------------------------------------------------------------------------------- */

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

static void drop_range(uint64_t address, uint64_t size)
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
static void move_range(uint64_t from, uint64_t to, uint64_t size)
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

/* ---- Marks and system calls ---------------------------------------------------------------- */

/* From here on, blocks are measured; what was measured before is kept or not. */
static void begin_blocks(bool anew)
{
    for (size_t i = 0; i < COUNTS_BLOCKS; i++)
        counts->measured_blocks[i] = (anew ? 0 : counts->measured_blocks[i]) - counts->blocks[i];
}

static void end_blocks(void)
{
    for (size_t i = 0; i < COUNTS_BLOCKS; i++)
        counts->measured_blocks[i] += counts->blocks[i];
}

static void mark(uint64_t mode)
{
    /* Before the input was read it is a runtime that looks for its files. */
    if (!counts->reads)
        return;
    if (mode == MARK_BEGIN && !counts->inside) {
        begin_blocks(counts->marks == 0);
        counts->inside = 1;
        counts->marks++;
        counts->since = counts->instructions;
    } else if (mode == MARK_END && counts->inside) {
        counts->inside = 0;
        counts->marked_instructions += counts->instructions - counts->since;
        end_blocks();
    }
}

static void watch_memory(qemu_plugin_id_t id);

static void called(qemu_plugin_id_t id, unsigned cpu, int64_t number, uint64_t a1, uint64_t a2,
                   uint64_t a3, uint64_t a4, uint64_t a5, uint64_t a6, uint64_t a7, uint64_t a8)
{
    (void) a6;
    (void) a7;
    (void) a8;
    calls[cpu % PLUGIN_CPUS] = (struct call){ number, a1, a2, a3, a4, a5 };
    if (number == numbers->read && a1 == 0 && counts->reads++ == 0) {
        counts->read_instructions = counts->instructions;
        counts->read_grains = counts->grains;
        counts->grains_peak = counts->grains;
        begin_blocks(true);
        if (memory_later)
            qemu_plugin_reset(id, watch_memory);
    } else if (number == numbers->access) {
        mark(a2);
    } else if (number == numbers->faccessat || number == numbers->faccessat2) {
        mark(a3);
    }
}

/* A child goes on counting at the same address, on a page of its own; its instructions are those
 * since it was born. What it shares with its parent is not new to it. */
static void be_child(void)
{
    uint64_t index = ++counts->forks;

    is_child = true;
    if (index > COUNTS_CHILDREN)
        return;
    struct counts *own = (void *) ((char *) counts + index * COUNTS_PAGE);

    *own = *counts;
    own->forks = 0;
    own->instructions = 0;
    memset(own->blocks, 0, sizeof(own->blocks));
    mremap(own, COUNTS_PAGE, COUNTS_PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, counts);
}

static void returned(qemu_plugin_id_t id, unsigned cpu, int64_t number, int64_t value)
{
    const struct call *call = &calls[cpu % PLUGIN_CPUS];

    (void) id;
    if (spreads && !is_child && value == 0 && (number == numbers->clone || number == numbers->fork))
        be_child();
    if ((number == numbers->write || number == numbers->writev) && call->number == number &&
        call->a1 == STDOUT_FILENO && value > 0)
        counts->written_bytes += (uint64_t) value;
    if (call->number != number || (value < 0 && value > -4096))
        return;
    if (number == numbers->mmap && (call->a3 & PROT_EXEC) && (call->a4 & MAP_ANONYMOUS))
        bytecode_note_code((uint64_t) value, call->a2);
    if (!chunks)
        return;
    if (number == numbers->mmap) {
        drop_range((uint64_t) value, call->a2);
    } else if (number == numbers->munmap ||
               (number == numbers->madvise &&
                (call->a3 == MADV_DONTNEED || call->a3 == MADV_FREE))) {
        drop_range(call->a1, call->a2);
    } else if (number == numbers->mremap) {
        uint64_t kept = call->a2 < call->a3 ? call->a2 : call->a3;

        drop_range(call->a1 + kept, call->a2 - kept);
        if ((uint64_t) value != call->a1)
            move_range(call->a1, (uint64_t) value, kept);
    }
}

/* ---- Instructions -------------------------------------------------------------------------- */

static void count_place(struct qemu_plugin_tb *block, size_t count)
{
    uint64_t address = qemu_plugin_tb_vaddr(block);

    if (bytecode_is_interpreter(address))
        bytecode_count(block, counts->blocks);
    else
        qemu_plugin_register_vcpu_tb_exec_inline(block, PLUGIN_ADD_U64,
                                                 &counts->blocks[counts_place(address)], count);
}

static void translated(qemu_plugin_id_t id, struct qemu_plugin_tb *block)
{
    size_t count = qemu_plugin_tb_n_insns(block);

    (void) id;
    qemu_plugin_register_vcpu_tb_exec_inline(block, PLUGIN_ADD_U64, &counts->instructions, count);
    count_place(block, count);
    for (size_t i = 0; chunks && i < count; i++)
        qemu_plugin_register_vcpu_mem_cb(qemu_plugin_tb_get_insn(block, i), stored,
                                         PLUGIN_NO_REGISTERS, PLUGIN_WRITES, NULL);
}

static void register_all(qemu_plugin_id_t id)
{
    qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
    qemu_plugin_register_vcpu_syscall_cb(id, called);
    qemu_plugin_register_vcpu_syscall_ret_cb(id, returned);
}

/* With COUNTS_MEMORY_LATER, memory is looked at from the first reading of the input on: all blocks
 * are translated anew. What a large runtime does to start would only take time. What it wrote to
 * then and writes to again counts as new, which is more than none, but the same for all inputs. */
static void watch_memory(qemu_plugin_id_t id)
{
    chunks = map_zeroes(CHUNK_COUNT * sizeof(*chunks));
    register_all(id);
}

PLUGIN_EXPORT int qemu_plugin_install(qemu_plugin_id_t id, const struct qemu_info *info, int argc,
                                      char **argv)
{
    void *page = mmap(NULL, COUNTS_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, COUNTS_DESCRIPTOR, 0);

    close(COUNTS_DESCRIPTOR);
    for (size_t i = 0; i < sizeof(numbers_of) / sizeof(numbers_of[0]); i++)
        if (strcmp(info->target_name, numbers_of[i].target) == 0)
            numbers = &numbers_of[i];
    if (page == MAP_FAILED || !numbers)
        return 1;
    counts = page;
    const char *wish = argc > 0 ? strrchr(argv[0], '=') : NULL;

    wish = wish ? wish + 1 : "";
    memory_later = strcmp(wish, COUNTS_MEMORY_LATER) == 0;
    bool both = strcmp(wish, COUNTS_SPREAD) == 0;

    spreads = both || strcmp(wish, COUNTS_SPREAD_TIME) == 0;
    if (both || strcmp(wish, COUNTS_MEMORY) == 0)
        chunks = map_zeroes(CHUNK_COUNT * sizeof(*chunks));
    register_all(id);
    counts->magic = COUNTS_MAGIC;
    return 0;
}
