#ifndef ASSAY_GROWTH_PLUGIN_BYTECODE_H
#define ASSAY_GROWTH_PLUGIN_BYTECODE_H

/*
 * The bytecode that an interpreter is at. In machine code, what reads the input and what sorts it
 * are the same few hundred handlers, one for each kind of bytecode; only the bytecode says whose
 * work it is.
 *
 * HotSpot writes its handlers to executable memory when it starts. Each ends with loading the next
 * bytecode, of which r13 has the address, to ebx. V8's are part of the program, behind the first of
 * those that load from a base in r12 and an offset in r9, among other builtins, which count as what
 * calls them. CPython's are one function, which a C compiler made: its blocks load the next
 * instruction, of 16 bits, look its handler up in a table and jump there; the table that most of
 * them use is the interpreter's. On other machines than x86-64, and where nothing of this is found,
 * it is counted by handlers.
 *
 * Bytecode of CPython is where it was when the first child was born. That of the others lies
 * elsewhere whenever a class is loaded again, or a function is compiled at another moment, so a
 * piece of it is known by what is in it: eight bytes (in a JVM with the eight behind them), which
 * are some three instructions and the numbers of what they refer to. HotSpot overwrites
 * instructions with faster ones, so all that this may happen to count as the same.
 *
 * Source   OpenJDK 17, src/hotspot/cpu/x86/interp_masm_x86.cpp, dispatch_next() and
 *          load_unsigned_byte(); register_x86.hpp, r13 as rbcp;
 *          src/hotspot/share/interpreter/bytecodes.hpp, codes behind _breakpoint.
 *          V8 11.3, src/codegen/x64/register-x64.h, kInterpreterBytecodeArrayRegister and
 *          kInterpreterBytecodeOffsetRegister; src/interpreter/interpreter-assembler.cc.
 *          CPython 3.11, Python/ceval.c, DISPATCH_GOTO().
 */

#include "judge/growth/plugin/qemu.h"

#include <stdbool.h>

/* `interpreter`: COUNTS_JVM, …, or none. */
void bytecode_begin(const char *interpreter, const char *target);

/* Executable memory that belongs to no file. */
void bytecode_note_code(uint64_t address, uint64_t size);

/* Where the block is part of an interpreter: its instructions are added to the place, of
 * COUNTS_BLOCKS, of the bytecode that is executed; to its own where none was seen. False where it
 * is not. */
bool bytecode_count(struct qemu_plugin_tb *block, uint64_t *places);

/* The place of a block that is part of none; and whether such blocks have places of their own, the
 * first COUNTS_RUNTIME. */
uint64_t bytecode_place_of_other(uint64_t address);
bool bytecode_is_apart(void);

#endif
