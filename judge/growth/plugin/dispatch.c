#include "judge/growth/plugin/dispatch.h"

#include <string.h>

/* movzx r32, byte or word [...]: a prefix, two bytes of opcode, then registers and addressing. */
#define OPCODE_1 0x0F
#define OPCODE_BYTE 0xB6
#define OPCODE_WORD 0xB7
#define SCALED 4 /* addressing by another byte: scale, index, base */
#define LEAST_BYTES 5
/* HotSpot's. */
#define REX_BASE 0x41
#define REX_SIGNIFICANT 0xF9 /* without what extends index and target */
#define TARGET_EBX 3
#define BASE_R13 5 /* with REX.B */
/* V8's. */
#define REX_BOTH 0x43
#define REX_TARGET 0x04
#define R9 1
#define R12 4
/* CPython's; a prefix is only there for r8 to r15. */
#define REX 0x40
#define REX_MASK 0xF0
#define ABSOLUTE 5 /* without an offset, it is relative to the instruction */
/* mov rN, [table + rM * 8]; jmp rN, below r8. */
#define REX_WIDE 0x48
#define OPCODE_MOV 0x8B
#define TARGET_OF(mode) ((mode) >> 3 & 7)
#define MODE_SCALED 0x04
#define MODE_WITHOUT_TARGET 0xC7
#define BY_EIGHT 0xC5 /* without a base */
#define BY_EIGHT_MASK 0xC7
#define TABLE_BYTES 8
#define OPCODE_JUMP 0xFF
#define JUMP_MODE 0xE0
#define JUMP_BYTES 2

bool dispatch_loads_for_jvm(const uint8_t *bytes, size_t size)
{
    if (size < LEAST_BYTES || (bytes[0] & REX_SIGNIFICANT) != REX_BASE || bytes[1] != OPCODE_1 ||
        bytes[2] != OPCODE_BYTE)
        return false;
    int mode = bytes[3] >> 6, base = bytes[3] & 7;

    if (base == SCALED)
        base = bytes[4] & 7;
    return TARGET_OF(bytes[3]) == TARGET_EBX && (mode == 1 || mode == 2) && base == BASE_R13;
}

bool dispatch_loads_for_v8(const uint8_t *bytes, size_t size)
{
    if (size < LEAST_BYTES || (bytes[0] & ~REX_TARGET) != REX_BOTH || bytes[1] != OPCODE_1 ||
        bytes[2] != OPCODE_BYTE || (bytes[3] & 7) != SCALED || bytes[3] >> 6 > 1)
        return false;
    int scale = bytes[4] >> 6, index = bytes[4] >> 3 & 7, base = bytes[4] & 7;

    return scale == 0 && ((index == R9 && base == R12) || (index == R12 && base == R9));
}

bool dispatch_loads_for_cpython(const uint8_t *bytes, size_t size)
{
    size_t prefix = size > 0 && (bytes[0] & REX_MASK) == REX;

    if (size < prefix + 3 || bytes[prefix] != OPCODE_1 || bytes[prefix + 1] != OPCODE_WORD)
        return false;
    int mode = bytes[prefix + 2] >> 6, base = bytes[prefix + 2] & 7;

    return base != SCALED && (mode == 1 || (mode == 0 && base != ABSOLUTE));
}

uint64_t dispatch_table(const uint8_t *load, size_t load_size, const uint8_t *jump,
                        size_t jump_size)
{
    uint32_t table = 0;

    if (load_size != TABLE_BYTES || load[0] != REX_WIDE || load[1] != OPCODE_MOV ||
        (load[2] & MODE_WITHOUT_TARGET) != MODE_SCALED || (load[3] & BY_EIGHT_MASK) != BY_EIGHT)
        return 0;
    if (jump_size != JUMP_BYTES || jump[0] != OPCODE_JUMP ||
        jump[1] != (JUMP_MODE | TARGET_OF(load[2])))
        return 0;
    memcpy(&table, load + 4, sizeof(table));
    return table;
}
