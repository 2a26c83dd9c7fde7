#include "judge/growth/plugin/bytecode.h"

#include "judge/growth/plugin/counts.h"

#include <string.h>
#include <sys/mman.h>

/* A piece of bytecode begins at so many bits of zeroes. */
#define PIECE_BITS 3
#define PAGE_MASK ((uint64_t) 4095)

/* What each execution of a block is told: its own place, and below it its instructions. */
#define COUNT_BITS 32

/* movzx r32, byte [...]: a prefix, two bytes of opcode, then registers and addressing. */
#define OPCODE_1 0x0F
#define OPCODE_2 0xB6
#define SCALED 4 /* addressing by another byte: scale, index, base */
#define LEAST_BYTES 5
/* HotSpot: the target is ebx, the base r13, whatever the index. */
#define REX_BASE 0x41
#define REX_SIGNIFICANT 0xF9 /* without what extends index and target */
#define TARGET_EBX 3
#define BASE_R13 5 /* with REX.B */
/* V8: base and index are r9 and r12, in one order or the other. */
#define REX_BOTH 0x43
#define REX_TARGET 0x04
#define R9 1
#define R12 4

/* Pieces that were seen, by their address: room for many more than a program executes. */
#define SEEN_BITS 19
#define SEEN_TRIES 64

struct seen {
    uint64_t piece; /* address without its lowest bits; 0: none */
    uint64_t place;
};

static enum { NONE, JVM, V8 } kind;
static struct {
    uint64_t begin, end;
} code;
static uint64_t *current[PLUGIN_CPUS]; /* NULL: none was seen yet */
static uint64_t *all_places;
static struct seen *seen;
static uint64_t guest_base; /* where the program's address 0 would be */
static bool has_base;

void bytecode_begin(const char *interpreter, const char *target)
{
    kind = strcmp(target, "x86_64") != 0          ? NONE
           : strcmp(interpreter, COUNTS_JVM) == 0 ? JVM
           : strcmp(interpreter, COUNTS_V8) == 0  ? V8
                                                  : NONE;
    void *memory = mmap(NULL, sizeof(*seen) << SEEN_BITS, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    seen = memory == MAP_FAILED ? NULL : memory;
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

static uint64_t place_of_bytes(uint64_t piece)
{
    uint64_t address = piece << PIECE_BITS;
    uint64_t hash = word_at(address) * UINT64_C(0xBF58476D1CE4E5B9);

    if (kind == JVM && (address & PAGE_MASK) + 2 * sizeof(uint64_t) <= PAGE_MASK + 1)
        hash = (hash ^ hash >> 29 ^ word_at(address + sizeof(uint64_t))) *
               UINT64_C(0x94D049BB133111EB);
    return counts_place(hash ^ hash >> 32);
}

static uint64_t place_of(uint64_t address)
{
    uint64_t piece = address >> PIECE_BITS;

    if (!has_base)
        return counts_place(piece);
    if (kind == V8 || !seen)
        return place_of_bytes(piece);
    uint64_t at = piece * UINT64_C(0x9E3779B97F4A7C15) >> (64 - SEEN_BITS);

    for (int i = 0; i < SEEN_TRIES; i++) {
        struct seen *row = &seen[(at + (uint64_t) i) & (((uint64_t) 1 << SEEN_BITS) - 1)];

        if (row->piece == piece)
            return row->place;
        if (row->piece)
            continue;
        row->place = place_of_bytes(piece);
        row->piece = piece;
        return row->place;
    }
    return place_of_bytes(piece);
}

/* ---- Code of the interpreter ---------------------------------------------------------------- */

static bool loads_for_jvm(const uint8_t *bytes)
{
    int mode = bytes[3] >> 6, target = bytes[3] >> 3 & 7, base = bytes[3] & 7;

    if ((bytes[0] & REX_SIGNIFICANT) != REX_BASE)
        return false;
    if (base == SCALED)
        base = bytes[4] & 7;
    return target == TARGET_EBX && (mode == 1 || mode == 2) && base == BASE_R13;
}

static bool loads_for_v8(const uint8_t *bytes)
{
    int index = bytes[4] >> 3 & 7, base = bytes[4] & 7;

    return (bytes[0] & ~REX_TARGET) == REX_BOTH && (bytes[3] & 7) == SCALED && bytes[3] >> 6 <= 1 &&
           bytes[4] >> 6 == 0 && ((index == R9 && base == R12) || (index == R12 && base == R9));
}

static bool loads_bytecode(const struct qemu_plugin_insn *instruction)
{
    const uint8_t *bytes = qemu_plugin_insn_data(instruction);

    if (qemu_plugin_insn_size(instruction) < LEAST_BYTES || bytes[1] != OPCODE_1 ||
        bytes[2] != OPCODE_2)
        return false;
    return kind == JVM ? loads_for_jvm(bytes) : loads_for_v8(bytes);
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
    uint64_t begin = qemu_plugin_tb_vaddr(block), own = counts_place(begin);

    if (kind == NONE)
        return false;
    find_base(qemu_plugin_tb_get_insn(block, 0));
    for (size_t i = 0; kind == V8 && i < count; i++)
        if (loads_bytecode(qemu_plugin_tb_get_insn(block, i)))
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
        if (loads_bytecode(instruction))
            qemu_plugin_register_vcpu_mem_cb(instruction, dispatched, PLUGIN_NO_REGISTERS,
                                             PLUGIN_READS | PLUGIN_WRITES, NULL);
    }
    return true;
}
