#ifndef ASSAY_GROWTH_PLUGIN_DISPATCH_H
#define ASSAY_GROWTH_PLUGIN_DISPATCH_H

/*
 * Which instructions of x86-64 load the next bytecode in an interpreter. Pure: `bytes` and `size`
 * are one instruction.
 *
 * Source   Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2: MOVZX, MOV, JMP;
 *          REX prefixes, ModR/M and SIB bytes.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* HotSpot: a byte at r13 and an offset, whatever the index, to ebx. */
bool dispatch_loads_for_jvm(const uint8_t *bytes, size_t size);
/* V8: a byte at r12 + r9, and an offset. */
bool dispatch_loads_for_v8(const uint8_t *bytes, size_t size);
/* CPython: 16 bits at a register and an offset. So does much else: in a block that ends as below.
 */
bool dispatch_loads_for_cpython(const uint8_t *bytes, size_t size);
/* The table by which two instructions jump: one that loads an address from it, by an index of eight
 * bytes, and one that goes there; 0: they do something else. */
uint64_t dispatch_table(const uint8_t *load, size_t load_size, const uint8_t *jump,
                        size_t jump_size);

#endif
