#ifndef ASSAY_SANDBOX_FILTER_H
#define ASSAY_SANDBOX_FILTER_H

/*
 * Internal: system call filters. One libseccomp filter a profile, compiled once a
 * set; rooms install the finished BPF program.
 *
 * A call that no row allows ends in a user notification (SECCOMP_RET_USER_NOTIF), by which the
 * judge learns its number and ends the run; a call of another architecture (i386, x32) kills the
 * process.
 */

#include "sandbox/sandbox.h"

#include <linux/audit.h>
#include <linux/filter.h>

struct filter_set;

/* The descriptor number over which a starting program may send its notification descriptor to the
 * judge: sendmsg(2) is allowed on this number alone where a profile has no sockets. */
#define FILTER_SEND_FD 1023
/* The same for recvmsg(2), by which a room's starter gets its requests. */
#define FILTER_RECEIVE_FD 1022
/* The flags by which it bears a program. */
#define FILTER_STARTER_FLAGS (CLONE_VM | CLONE_VFORK | CLONE_PARENT | CLONE_PARENT_SETTID | SIGCHLD)

/* The only architecture whose calls get past the filter, as audit(7) calls it. */
#if defined(__x86_64__)
#define FILTER_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define FILTER_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "no audit architecture is known for this machine"
#endif

/* Instructions of one program, at the most; about 460 are used. */
#define FILTER_LENGTH_MAX 2048

int filter_set_new(struct filter_set **ret, struct sandbox_error *error);
void filter_set_free(struct filter_set *set);
/* The program of a profile; borrowed, valid as long as the set. Compiled at the first call; threads
 * may share a set.
 * Errors   NULL, and in error->code -ENOTSUP the kernel or libseccomp has no user notification;
 *          -EINVAL a row of the table is wrong (the message names it); -E2BIG; -ENOMEM; -EMFILE.
 */
const struct sock_fprog *filter_program(struct filter_set *set, enum sandbox_profile profile,
                                        struct sandbox_error *error);
/* Writes the name of a call ("ptrace"), or "syscall 999", or "i386 syscall 5". */
void filter_call_name(uint32_t architecture, int number, char *name, size_t size);

/* ---- The table (filter_table.c) -------------------------------------------------------------- */

/* A condition on one argument; all conditions of a row must hold. */
struct filter_condition {
    enum { FILTER_ANY, FILTER_EQUAL, FILTER_OTHER, FILTER_MASKED } kind;
    unsigned argument; /* 0 to 5 */
    uint64_t mask;     /* FILTER_MASKED: (argument & mask) == value */
    uint64_t value;    /* FILTER_OTHER: argument != value */
};

#define FILTER_CONDITIONS 3
#define FILTER_DONE (-1)

/* What the calls of one row may do, in which profiles, and why. */
struct filter_row {
    const char *calls; /* names, separated by single spaces */
    unsigned profiles; /* bit 1 << SANDBOX_PROFILE_… */
    int error;         /* 0: the call is carried out; else it fails with this errno, harmlessly;
                        * FILTER_DONE: it succeeds and does nothing */
    struct filter_condition conditions[FILTER_CONDITIONS];
    const char *reason; /* why this is safe, and who needs it */
};

size_t filter_row_count(void);
const struct filter_row *filter_row_at(size_t index);

#endif
