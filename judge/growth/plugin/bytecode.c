#include "judge/growth/plugin/bytecode.h"

#include "judge/growth/plugin/counts.h"

/* Bytecodes so close to each other are one piece: some six of them. */
#define CLOSE_BITS 4

/* What each execution of a block is told: its own place, and below it its instructions. */
#define COUNT_BITS 32

/* movzx ebx, byte [r13 + ...]: REX.B, two bytes of opcode, then registers and addressing. */
#define REX_BASE 0x41
#define REX_SIGNIFICANT 0xF9 /* without what extends index and target */
#define OPCODE_1 0x0F
#define OPCODE_2 0xB6
#define TARGET_EBX 3
#define BASE_R13 5 /* with REX.B */
#define BASE_SCALED 4
#define LEAST_BYTES 5

static struct {
    uint64_t begin, end;
} code;
static uint64_t *current[PLUGIN_CPUS]; /* NULL: none was seen yet */
static uint64_t *all_places;

void bytecode_note_code(uint64_t address, uint64_t size)
{
    if (code.begin == code.end)
        code.begin = code.end = address;
    if (address < code.begin)
        code.begin = address;
    if (address + size > code.end)
        code.end = address + size;
}

bool bytecode_is_interpreter(uint64_t address)
{
    return address >= code.begin && address < code.end;
}

static bool loads_bytecode(const struct qemu_plugin_insn *instruction)
{
    const uint8_t *bytes = qemu_plugin_insn_data(instruction);

    if (qemu_plugin_insn_size(instruction) < LEAST_BYTES ||
        (bytes[0] & REX_SIGNIFICANT) != REX_BASE || bytes[1] != OPCODE_1 || bytes[2] != OPCODE_2)
        return false;
    int mode = bytes[3] >> 6, target = bytes[3] >> 3 & 7, base = bytes[3] & 7;

    if (base == BASE_SCALED)
        base = bytes[4] & 7;
    return target == TARGET_EBX && (mode == 1 || mode == 2) && base == BASE_R13;
}

static void dispatched(unsigned cpu, qemu_plugin_meminfo_t info, uint64_t address, void *context)
{
    (void) context;
    if (!qemu_plugin_mem_is_store(info))
        current[cpu % PLUGIN_CPUS] = &all_places[counts_place(address >> CLOSE_BITS)];
}

static void executed(unsigned cpu, void *context)
{
    uint64_t *place = current[cpu % PLUGIN_CPUS];

    if (!place)
        place = &all_places[(uintptr_t) context >> COUNT_BITS];
    *place += (uintptr_t) context & (((uintptr_t) 1 << COUNT_BITS) - 1);
}

void bytecode_count(struct qemu_plugin_tb *block, uint64_t *places)
{
    size_t count = qemu_plugin_tb_n_insns(block);
    uint64_t own = counts_place(qemu_plugin_tb_vaddr(block));

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
}
