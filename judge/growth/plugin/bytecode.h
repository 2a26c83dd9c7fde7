#ifndef ASSAY_GROWTH_PLUGIN_BYTECODE_H
#define ASSAY_GROWTH_PLUGIN_BYTECODE_H

/*
 * The bytecode that a JVM's interpreter is at. In machine code, what reads the input and what sorts
 * it are the same few hundred templates, one for each kind of bytecode; only the address of the
 * bytecode says whose work it is.
 *
 * HotSpot writes the templates to executable memory when it starts. Each ends with loading the next
 * bytecode, of which r13 has the address, to ebx. On other machines than x86-64 it is counted by
 * templates.
 *
 * Source   OpenJDK 17, src/hotspot/cpu/x86/interp_masm_x86.cpp, dispatch_next() and
 *          load_unsigned_byte(); register_x86.hpp, r13 as rbcp.
 */

#include "judge/growth/plugin/qemu.h"

/* Executable memory that belongs to no file. */
void bytecode_note_code(uint64_t address, uint64_t size);

/* The block at this address is part of an interpreter that was made at run time. */
bool bytecode_is_interpreter(uint64_t address);

/* Its instructions are added to the place, of COUNTS_BLOCKS, of the bytecode that is executed; to
 * its own where none was seen, since this is another kind of code that is made at run time. */
void bytecode_count(struct qemu_plugin_tb *block, uint64_t *places);

#endif
