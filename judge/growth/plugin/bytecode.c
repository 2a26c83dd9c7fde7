#include "judge/growth/plugin/bytecode.h"

#include "judge/growth/plugin/counts.h"
#include "judge/growth/plugin/dispatch.h"

#include <string.h>

/* A piece of bytecode begins at so many bits of zeroes. */
#define PIECE_BITS 3
#define PAGE_MASK ((uint64_t) 4095)

/* What each execution of a block is told: its own place, and below it its instructions. */
#define COUNT_BITS 32

/* CPython: tables that blocks jump by. */
#define MOST_TABLES 8

/* A JVM: what an instruction becomes when it was executed, and what it was. */
#define FIRST_REWRITTEN 203

/* Pieces that were seen, by their address; of those that fall together, the last one. */
#define SEEN_BITS 16

struct seen {
    uint64_t address, words[2], place;
};

static enum { NONE, JVM, V8, CPYTHON } kind;
static struct {
    uint64_t begin, end;
} code;
static uint64_t *current[PLUGIN_CPUS]; /* NULL: none was seen yet */
static uint64_t *all_places;
static struct seen seen[1 << SEEN_BITS];
static uint8_t original[256]; /* of each byte of bytecode, one that stays the same */
static uint64_t jump_table;   /* of CPython; 0: not known */
static uint64_t guest_base;   /* where the program's address 0 would be */
static bool has_base;

void bytecode_begin(const char *interpreter, const char *target)
{
    kind = strcmp(target, "x86_64") != 0              ? NONE
           : strcmp(interpreter, COUNTS_JVM) == 0     ? JVM
           : strcmp(interpreter, COUNTS_V8) == 0      ? V8
           : strcmp(interpreter, COUNTS_CPYTHON) == 0 ? CPYTHON
                                                      : NONE;
    /* aload_0, iload, ldc, ldc_w, lookupswitch, return, getfield, putfield, invokevirtual */
    static const uint8_t rewritten[] = { 42, 21, 18, 19, 171, 177, 180, 181, 182 };

    for (size_t i = 0; i < sizeof(original); i++)
        original[i] = i < FIRST_REWRITTEN ? (uint8_t) i : 0;
    for (size_t i = 0; i < sizeof(rewritten); i++)
        original[rewritten[i]] = 0;
}

static void extend(uint64_t begin, uint64_t end)
{
    if (code.begin == code.end)
        code.begin = begin;
    if (begin < code.begin)
        code.begin = begin;
    if (end > code.end)
        code.end = end;
}

void bytecode_note_code(uint64_t address, uint64_t size)
{
    if (kind == JVM)
        extend(address, address + size);
}

/* ---- Pieces --------------------------------------------------------------------------------- */

static uint64_t word_at(uint64_t address)
{
    uint64_t word = 0;

    /* NOLINTNEXTLINE(performance-no-int-to-ptr): an address of the program, which it just read */
    memcpy(&word, (const void *) (uintptr_t) (guest_base + address), sizeof(word));
    return word;
}

static uint64_t mixed(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0xBF58476D1CE4E5B9);
    return hash ^ hash >> 29;
}

static uint64_t as_it_was(uint64_t word)
{
    uint8_t bytes[sizeof(word)];

    memcpy(bytes, &word, sizeof(word));
    for (size_t i = 0; i < sizeof(word); i++)
        bytes[i] = original[bytes[i]];
    memcpy(&word, bytes, sizeof(word));
    return word;
}

static uint64_t jvm_place(uint64_t address)
{
    struct seen *row = &seen[(address >> PIECE_BITS) & ((1 << SEEN_BITS) - 1)];
    bool whole = (address & PAGE_MASK) + sizeof(row->words) <= PAGE_MASK + 1;
    uint64_t words[2] = { word_at(address), whole ? word_at(address + sizeof(uint64_t)) : 0 };

    if (row->address == address && row->words[0] == words[0] && row->words[1] == words[1])
        return row->place;
    *row = (struct seen){ address, { words[0], words[1] }, 0 };
    row->place = counts_place(mixed(mixed(0, as_it_was(words[0])), as_it_was(words[1])));
    return row->place;
}

/* A place of bytecode, apart from those of other code. */
static uint64_t apart(uint64_t place)
{
    return kind == V8 ? place | COUNTS_RUNTIME : place;
}

static uint64_t place_of(uint64_t address)
{
    uint64_t piece = address >> PIECE_BITS;

    /* CPython's does not move; its pieces are of 16 bytes, as an instruction has up to ten. */
    if (!has_base || kind == CPYTHON)
        return apart(counts_place(piece >> (kind == CPYTHON)));
    return kind == JVM ? jvm_place(piece << PIECE_BITS)
                       : apart(counts_place(mixed(0, word_at(piece << PIECE_BITS))));
}

uint64_t bytecode_place_of_other(uint64_t address)
{
    uint64_t place = counts_place(address);

    return kind == V8 ? place & (COUNTS_RUNTIME - 1) : place;
}

bool bytecode_is_apart(void)
{
    return kind == V8;
}

/* ---- Code of the interpreter ---------------------------------------------------------------- */

/* The table by which a block of the emulator jumps at its end; 0: by none. */
static uint64_t table_of(const struct qemu_plugin_tb *block)
{
    size_t count = qemu_plugin_tb_n_insns(block);

    if (count < 2)
        return 0;
    const struct qemu_plugin_insn *load = qemu_plugin_tb_get_insn(block, count - 2);
    const struct qemu_plugin_insn *jump = qemu_plugin_tb_get_insn(block, count - 1);

    return dispatch_table(qemu_plugin_insn_data(load), qemu_plugin_insn_size(load),
                          qemu_plugin_insn_data(jump), qemu_plugin_insn_size(jump));
}

static bool loads_bytecode(const struct qemu_plugin_insn *instruction)
{
    const uint8_t *bytes = qemu_plugin_insn_data(instruction);
    size_t size = qemu_plugin_insn_size(instruction);

    return kind == JVM  ? dispatch_loads_for_jvm(bytes, size)
           : kind == V8 ? dispatch_loads_for_v8(bytes, size)
                        : dispatch_loads_for_cpython(bytes, size);
}

static bool has_load(const struct qemu_plugin_tb *block)
{
    for (size_t i = 0; i < qemu_plugin_tb_n_insns(block); i++)
        if (loads_bytecode(qemu_plugin_tb_get_insn(block, i)))
            return true;
    return false;
}

/* Whether the block jumps by the table that most blocks do which load 16 bits before. */
static bool jumps_as_most(const struct qemu_plugin_tb *block)
{
    static struct {
        uint64_t table, blocks;
    } tables[MOST_TABLES];
    uint64_t table = table_of(block), most = 0;
    size_t own = 0;

    if (!table || !has_load(block))
        return false;
    while (own < MOST_TABLES && tables[own].table && tables[own].table != table)
        own++;
    if (own == MOST_TABLES)
        return false;
    tables[own].table = table;
    tables[own].blocks++;
    for (size_t i = 0; i < MOST_TABLES; i++)
        most = tables[i].blocks > most ? tables[i].blocks : most;
    /* What was taken for the interpreter is none. */
    if (tables[own].blocks == most && table != jump_table) {
        jump_table = table;
        code.begin = code.end = 0;
    }
    return table == jump_table;
}

/* Finds what is part of an interpreter that the program has in its file. */
static bool is_dispatch(const struct qemu_plugin_tb *block)
{
    return kind == V8 ? has_load(block) : kind == CPYTHON && jumps_as_most(block);
}

static void dispatched(unsigned cpu, qemu_plugin_meminfo_t info, uint64_t address, void *context)
{
    (void) context;
    if (!qemu_plugin_mem_is_store(info))
        current[cpu % PLUGIN_CPUS] = &all_places[place_of(address)];
}

static void executed(unsigned cpu, void *context)
{
    uint64_t *place = current[cpu % PLUGIN_CPUS];

    if (!place)
        place = &all_places[(uintptr_t) context >> COUNT_BITS];
    *place += (uintptr_t) context & (((uintptr_t) 1 << COUNT_BITS) - 1);
}

/* The emulator says where in its own memory an instruction is. */
static void find_base(struct qemu_plugin_insn *instruction)
{
    uint64_t host = (uintptr_t) qemu_plugin_insn_haddr(instruction);

    if (has_base || !host)
        return;
    guest_base = host - qemu_plugin_insn_vaddr(instruction);
    has_base = true;
}

bool bytecode_count(struct qemu_plugin_tb *block, uint64_t *places)
{
    size_t count = qemu_plugin_tb_n_insns(block);
    uint64_t begin = qemu_plugin_tb_vaddr(block), own = apart(counts_place(begin));

    if (kind == NONE)
        return false;
    find_base(qemu_plugin_tb_get_insn(block, 0));
    bool dispatches = is_dispatch(block);

    if (dispatches)
        extend(begin, begin + 1);
    if (begin < code.begin || begin >= code.end)
        return false;

    /* NOLINTNEXTLINE(performance-no-int-to-ptr): the emulator only hands it on */
    void *context = (void *) (uintptr_t) (own << COUNT_BITS | count);

    qemu_plugin_register_vcpu_tb_exec_cb(block, executed, PLUGIN_NO_REGISTERS, context);
    all_places = places;
    for (size_t i = 0; i < count; i++) {
        struct qemu_plugin_insn *instruction = qemu_plugin_tb_get_insn(block, i);

        /* 7.2 takes the two kinds of access for each other; with both it cannot. */
        if ((kind == JVM || dispatches) && loads_bytecode(instruction))
            qemu_plugin_register_vcpu_mem_cb(instruction, dispatched, PLUGIN_NO_REGISTERS,
                                             PLUGIN_READS | PLUGIN_WRITES, NULL);
    }
    return true;
}
