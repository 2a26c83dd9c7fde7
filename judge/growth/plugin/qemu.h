#ifndef ASSAY_GROWTH_PLUGIN_QEMU_H
#define ASSAY_GROWTH_PLUGIN_QEMU_H

/*
 * The part of QEMU's plugin interface that count.c uses. Debian's qemu-user ships no header, so it
 * is declared here.
 *
 * Source   docs/devel/tcg-plugins.rst of QEMU 7.2, interface version 1.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PLUGIN_EXPORT __attribute__((visibility("default")))
#define PLUGIN_INTERFACE 1

typedef uint64_t qemu_plugin_id_t;
typedef uint32_t qemu_plugin_meminfo_t;

struct qemu_plugin_tb;   /* a translation block */
struct qemu_plugin_insn; /* an instruction of it */

/* Of the emulator; the fields behind these are of no use here. */
struct qemu_info {
    const char *target_name;
};

#define PLUGIN_CPUS 1024 /* threads that are told apart, by their number modulo this */

enum plugin_registers { PLUGIN_NO_REGISTERS };
enum plugin_access { PLUGIN_READS = 1, PLUGIN_WRITES = 2 };
enum plugin_operation { PLUGIN_ADD_U64 };

extern int qemu_plugin_version;
int qemu_plugin_install(qemu_plugin_id_t id, const struct qemu_info *info, int argc, char **argv);

uint64_t qemu_plugin_tb_vaddr(const struct qemu_plugin_tb *block); /* its first address */
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *block);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *block, size_t index);
const void *qemu_plugin_insn_data(const struct qemu_plugin_insn *instruction); /* its bytes */
size_t qemu_plugin_insn_size(const struct qemu_plugin_insn *instruction);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *instruction);
/* The name of the function that it is in, where the program's file says it; NULL. */
const char *qemu_plugin_insn_symbol(const struct qemu_plugin_insn *instruction);
void *qemu_plugin_insn_haddr(const struct qemu_plugin_insn *instruction); /* NULL: not known */
bool qemu_plugin_mem_is_store(qemu_plugin_meminfo_t info);
unsigned qemu_plugin_mem_size_shift(qemu_plugin_meminfo_t info);

void qemu_plugin_register_vcpu_tb_trans_cb(qemu_plugin_id_t id,
                                           void (*translated)(qemu_plugin_id_t id,
                                                              struct qemu_plugin_tb *block));
void qemu_plugin_register_vcpu_tb_exec_cb(struct qemu_plugin_tb *block,
                                          void (*executed)(unsigned cpu, void *context),
                                          enum plugin_registers registers, void *context);
void qemu_plugin_register_vcpu_tb_exec_inline(struct qemu_plugin_tb *block,
                                              enum plugin_operation operation, void *counter,
                                              uint64_t value);
void qemu_plugin_register_vcpu_mem_cb(struct qemu_plugin_insn *instruction,
                                      void (*accessed)(unsigned cpu, qemu_plugin_meminfo_t info,
                                                       uint64_t address, void *context),
                                      enum plugin_registers registers, enum plugin_access which,
                                      void *context);
void qemu_plugin_register_vcpu_syscall_cb(qemu_plugin_id_t id,
                                          void (*called)(qemu_plugin_id_t id, unsigned cpu,
                                                         int64_t number, uint64_t a1, uint64_t a2,
                                                         uint64_t a3, uint64_t a4, uint64_t a5,
                                                         uint64_t a6, uint64_t a7, uint64_t a8));
void qemu_plugin_register_vcpu_syscall_ret_cb(qemu_plugin_id_t id,
                                              void (*returned)(qemu_plugin_id_t id, unsigned cpu,
                                                               int64_t number, int64_t value));

#endif
