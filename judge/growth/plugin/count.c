/*
 * Theory of operation: this is no part of the judge, but of the emulator qemu-user, which loads it
 * and runs a submission in a room of the sandbox. It counts what the submission does, exactly and
 * the same at every run: instructions, a translation block at a time; and memory (grains.h).
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
#include "judge/growth/plugin/grains.h"
#include "judge/growth/plugin/helpers.h"
#include "judge/growth/plugin/qemu.h"
#include "judge/growth/plugin/spread.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define GO_SCANNER "fmt.(*ss)."
#define LISTING_PARTS 500 /* what is less of it is left out */

/* System calls by number, for each kind of machine that is emulated. */
struct call_numbers {
    const char *target;
    int64_t read, write, writev, mmap, munmap, mremap, madvise, access, faccessat, faccessat2,
        futex, clone;
};
static const struct call_numbers numbers_of[] = {
    { "x86_64", 0, 1, 20, 9, 11, 25, 28, 21, 269, 439, 202, 56 },
    { "aarch64", 63, 64, 66, 222, 215, 216, 233, -1, 48, 439, 98, 220 },
};

struct call {
    int64_t number;
    uint64_t a1, a2, a3, a4, a5;
};

/* The interface hands no context to all of its callbacks, so the state is the library's. */
static struct counts *counts;
static const struct call_numbers *numbers;
static struct call calls[PLUGIN_CPUS];
static bool is_spread; /* over several inputs */

PLUGIN_EXPORT int qemu_plugin_version = PLUGIN_INTERFACE;

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

/* Before the input is read, a runtime is made to list the keys of large objects, between the marks
 * (spread.js). Places where it did a fair part of that are noted. */
static void note_listing(uint64_t mode)
{
    static uint64_t before[COUNTS_RUNTIME];
    static bool begun;
    uint64_t all = 0;

    if (mode == MARK_BEGIN) {
        memcpy(before, counts->blocks, sizeof(before));
        begun = true;
    }
    if (mode != MARK_END || !begun)
        return;
    for (size_t i = 0; i < COUNTS_RUNTIME; i++)
        all += counts->blocks[i] - before[i];
    for (size_t i = 0; i < COUNTS_RUNTIME; i++)
        if ((counts->blocks[i] - before[i]) * LISTING_PARTS > all)
            counts->listing[i / 64] |= (uint64_t) 1 << i % 64;
    begun = false;
}

static void mark(uint64_t mode)
{
    /* Before the input was read it is a runtime that looks for its files. */
    if (!counts->reads) {
        if (is_spread && bytecode_is_apart())
            note_listing(mode);
        return;
    }
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

/* Marks of a program that runs another one on several inputs. */
static void mark_input(uint64_t mode)
{
    if (mode == MARK_CHILDREN) {
        spread_children();
        helpers_born();
    } else if (mode == MARK_NEXT) {
        spread_next();
    } else if (mode == MARK_DONE || mode == MARK_FAILED) {
        spread_end(mode == MARK_DONE);
    }
}

static void read_first(void)
{
    counts->read_instructions = counts->instructions;
    counts->read_grains = counts->grains;
    counts->grains_peak = counts->grains;
    begin_blocks(true);
}

static void called(qemu_plugin_id_t id, unsigned cpu, int64_t number, uint64_t a1, uint64_t a2,
                   uint64_t a3, uint64_t a4, uint64_t a5, uint64_t a6, uint64_t a7, uint64_t a8)
{
    uint64_t mode = number == numbers->access                                       ? a2
                    : number == numbers->faccessat || number == numbers->faccessat2 ? a3
                                                                                    : 0;

    (void) id;
    (void) a6;
    (void) a7;
    (void) a8;
    calls[cpu % PLUGIN_CPUS] = (struct call){ number, a1, a2, a3, a4, a5 };
    if (number == numbers->read && a1 == STDIN_FILENO && counts->reads++ == 0)
        read_first();
    mark(mode);
    if (is_spread)
        mark_input(mode);
    /* Without its helpers; what has read nothing has not even begun. */
    if (helpers_called(&(struct helpers_call){ cpu, number, a1, a2, a3, a4 }))
        spread_end(counts->reads > 0);
}

static void returned(qemu_plugin_id_t id, unsigned cpu, int64_t number, int64_t value)
{
    const struct call *call = &calls[cpu % PLUGIN_CPUS];

    (void) id;
    helpers_returned(&(struct helpers_call){ .cpu = cpu, .number = number }, value);
    if ((number == numbers->write || number == numbers->writev) && call->number == number &&
        call->a1 == STDOUT_FILENO && value > 0)
        counts->written_bytes += (uint64_t) value;
    if (call->number != number || (value < 0 && value > -4096))
        return;
    if (number == numbers->mmap && (call->a3 & PROT_EXEC) && (call->a4 & MAP_ANONYMOUS))
        bytecode_note_code((uint64_t) value, call->a2);
    if (!grains_are_watched())
        return;
    if (number == numbers->mmap) {
        grains_drop((uint64_t) value, call->a2);
    } else if (number == numbers->munmap ||
               (number == numbers->madvise &&
                (call->a3 == MADV_DONTNEED || call->a3 == MADV_FREE))) {
        grains_drop(call->a1, call->a2);
    } else if (number == numbers->mremap) {
        uint64_t kept = call->a2 < call->a3 ? call->a2 : call->a3;

        grains_drop(call->a1 + kept, call->a2 - kept);
        if ((uint64_t) value != call->a1)
            grains_move(call->a1, (uint64_t) value, kept);
    }
}

/* ---- Instructions -------------------------------------------------------------------------- */

/* Go's fmt.Fscan looks each digit up among all digits, from the first on: what that takes follows
 * neither n nor the bytes that were read, and is reading all the same. */
static bool is_scanner(const struct qemu_plugin_tb *block)
{
    const char *name = qemu_plugin_insn_symbol(qemu_plugin_tb_get_insn(block, 0));

    return name && strncmp(name, GO_SCANNER, strlen(GO_SCANNER)) == 0;
}

static void translated(qemu_plugin_id_t id, struct qemu_plugin_tb *block)
{
    size_t count = qemu_plugin_tb_n_insns(block);

    (void) id;
    qemu_plugin_register_vcpu_tb_exec_inline(block, PLUGIN_ADD_U64, &counts->instructions, count);
    if (!is_scanner(block) && !bytecode_count(block, counts->blocks))
        qemu_plugin_register_vcpu_tb_exec_inline(
            block, PLUGIN_ADD_U64,
            &counts->blocks[bytecode_place_of_other(qemu_plugin_tb_vaddr(block))], count);
    grains_watch(block);
}

static void register_all(qemu_plugin_id_t id)
{
    qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
    qemu_plugin_register_vcpu_syscall_cb(id, called);
    qemu_plugin_register_vcpu_syscall_ret_cb(id, returned);
}

/* The value of NAME=VALUE; "": there is none. */
static const char *argument(int argc, char **argv, const char *name)
{
    size_t length = strlen(name);

    for (int i = 0; i < argc; i++)
        if (strncmp(argv[i], name, length) == 0 && argv[i][length] == '=')
            return argv[i] + length + 1;
    return "";
}

PLUGIN_EXPORT int qemu_plugin_install(qemu_plugin_id_t id, const struct qemu_info *info, int argc,
                                      char **argv)
{
    void *pages =
        mmap(NULL, COUNTS_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, COUNTS_DESCRIPTOR, 0);
    const char *of = argument(argc, argv, COUNTS_OF);

    close(COUNTS_DESCRIPTOR);
    for (size_t i = 0; i < sizeof(numbers_of) / sizeof(numbers_of[0]); i++)
        if (strcmp(info->target_name, numbers_of[i].target) == 0)
            numbers = &numbers_of[i];
    if (pages == MAP_FAILED || !numbers)
        return 1;
    counts = pages;
    is_spread = *argument(argc, argv, COUNTS_SPREAD) != '\0';
    spread_begin(pages, argument(argc, argv, COUNTS_SPREAD),
                 strtod(argument(argc, argv, COUNTS_BUDGET), NULL) / 1e3);
    if (*argument(argc, argv, COUNTS_HELPERS))
        helpers_begin(numbers->futex, numbers->clone);
    bytecode_begin(argument(argc, argv, COUNTS_BYTECODE), info->target_name);
    if (strcmp(of, COUNTS_MEMORY) == 0)
        grains_begin(counts);
    register_all(id);
    counts->magic = COUNTS_MAGIC;
    return 0;
}
