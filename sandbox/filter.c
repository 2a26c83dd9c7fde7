/*
 * From the table of filter_table.c to BPF programs, one a profile.
 *
 * libseccomp turns the rows into a program with a check of the architecture in front and a binary
 * tree of call numbers behind it; it is exported to a memory file and read back, because a room
 * installs it with one seccomp(2) call in a child that shares memory with its parent, where
 * libseccomp itself could not be used. Compiling costs more than a millisecond a profile, so that
 * it happens once, when the first room asks, and while that room's init is busy with its mounts.
 *
 * What no row names is SCMP_ACT_NOTIFY: the kernel stops the caller, the judge reads number and
 * architecture from the listener and ends the run. Calls of another architecture never get that
 * far: x32 and i386 numbers mean other things than the table says, so their caller is killed.
 */
#include "sandbox/filter.h"
#include "sandbox/room.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <pthread.h>
#include <seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define CALL_NAME_SIZE 64
#define MEMORY_BLOCKS 32 /* what one compilation needs, amply */
#define MEMORY_BLOCK_BYTES ((size_t) 64 * 1024)

struct filter_set {
    pthread_mutex_t lock; /* of programs that are not compiled yet: their filter is NULL */
    struct sock_fprog programs[SANDBOX_PROFILE_COUNT];
};

static unsigned comparisons(const struct filter_row *row, struct scmp_arg_cmp *compare)
{
    unsigned count = 0;

    for (unsigned i = 0; i < FILTER_CONDITIONS; i++) {
        const struct filter_condition *condition = &row->conditions[i];
        if (condition->kind == FILTER_ANY)
            continue;
        bool masked = condition->kind == FILTER_MASKED;
        compare[count++] = (struct scmp_arg_cmp){
            .arg = condition->argument,
            .op = masked                            ? SCMP_CMP_MASKED_EQ
                  : condition->kind == FILTER_OTHER ? SCMP_CMP_NE
                                                    : SCMP_CMP_EQ,
            .datum_a = masked ? condition->mask : condition->value,
            .datum_b = masked ? condition->value : 0,
        };
    }
    return count;
}

/* Copies the next name of a row's list; false at its end. */
static bool next_call(const char **list, char name[CALL_NAME_SIZE])
{
    size_t length = strcspn(*list, " ");

    if (length == 0 || length >= CALL_NAME_SIZE)
        return false;
    memcpy(name, *list, length);
    name[length] = '\0';
    *list += length;
    *list += strspn(*list, " ");
    return true;
}

/* In a room that observes, what asks for data on the disk is a notification: such a call gets no
 * rule, and opening a file only without O_DSYNC (which O_SYNC contains). True: no rule. */
static bool leave_to_init(const char *name, struct scmp_arg_cmp compare[FILTER_CONDITIONS],
                          unsigned *count)
{
    static const char *const calls[] = { "fsync", "fdatasync", "sync_file_range" };
    bool open = !strcmp(name, "open"), openat = !strcmp(name, "openat");

    for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
        if (!strcmp(name, calls[i]))
            return true;
    if (!strcmp(name, "msync")) /* asking is allowed, writing is a notification */
        return *count > 0 && compare[0].datum_b == MS_SYNC;
    if (open || openat)
        compare[(*count)++] = (struct scmp_arg_cmp){
            .arg = open ? 1 : 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = O_DSYNC, .datum_b = 0
        };
    return false;
}

static int add_row(scmp_filter_ctx context, const struct filter_row *row,
                   enum sandbox_profile profile, struct sandbox_error *error)
{
    uint32_t action = SCMP_ACT_ALLOW;
    struct scmp_arg_cmp compare[FILTER_CONDITIONS];
    unsigned row_count = comparisons(row, compare);
    char name[CALL_NAME_SIZE];

    if (row->error)
        action = SCMP_ACT_ERRNO(row->error == FILTER_DONE ? 0 : (uint32_t) row->error);
    for (const char *list = row->calls; next_call(&list, name);) {
        int number = seccomp_syscall_resolve_name(name);
        if (number == __NR_SCMP_ERROR)
            return sandbox_fail(error, -EINVAL, "the filter table names an unknown call '%s'",
                                name);
        if (number < 0)
            continue; /* a call of other architectures only, as open(2) on aarch64 */
        unsigned count = row_count;
        if (profile == SANDBOX_PROFILE_OBSERVED && leave_to_init(name, compare, &count))
            continue;
        int code = seccomp_rule_add_array(context, action, number, count, compare);
        if (code < 0)
            return sandbox_fail(error, code, "cannot add '%s' to the filter: %s", name,
                                strerror(-code));
    }
    return 0;
}

static int read_program(int fd, struct sock_fprog *ret)
{
    struct stat status;

    if (fstat(fd, &status) < 0)
        return -errno;
    size_t size = (size_t) status.st_size;
    size_t count = size / sizeof(struct sock_filter);
    if (count == 0 || count > FILTER_LENGTH_MAX)
        return -E2BIG;
    struct sock_filter *filter = malloc(size);
    if (!filter)
        return -ENOMEM;
    if (pread(fd, filter, size, 0) != (ssize_t) size) {
        free(filter);
        return -EIO;
    }
    *ret = (struct sock_fprog){ .len = (unsigned short) count, .filter = filter };
    return 0;
}

static int export_program(scmp_filter_ctx context, struct sock_fprog *ret,
                          struct sandbox_error *error)
{
    int fd = memfd_create("filter", MFD_CLOEXEC);

    if (fd < 0)
        return sandbox_fail(error, -errno, "cannot make a memory file: %s", strerror(errno));
    int code = seccomp_export_bpf(context, fd);
    if (code == 0)
        code = read_program(fd, ret);
    close(fd);
    if (code == -EFAULT) /* "internal libseccomp failure" */
        code = -ENOMEM;
    return code < 0 ? sandbox_fail(error, code, "cannot compile the system call filter: %s",
                                   strerror(-code))
                    : 0;
}

static int fill_context(scmp_filter_ctx context, enum sandbox_profile profile,
                        struct sandbox_error *error)
{
    int code = seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);

    if (code == 0)
        code = seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, 2);
    if (code == 0) /* the errno of a failed call, instead of ECANCELED for all */
        code = seccomp_attr_set(context, SCMP_FLTATR_API_SYSRAWRC, 1);
    if (code < 0)
        return sandbox_fail(error, code, "cannot set up the system call filter: %s",
                            strerror(-code));
    for (size_t i = 0; i < filter_row_count(); i++) {
        const struct filter_row *row = filter_row_at(i);
        if (!(row->profiles & (1u << profile)))
            continue;
        code = add_row(context, row, profile, error);
        if (code < 0)
            return code;
    }
    return 0;
}

/* libseccomp 2.5 frees memory twice, or loops, when it runs out of it in the middle. So it is only
 * asked where what it needs is there. */
static bool memory_suffices(void)
{
    void *blocks[MEMORY_BLOCKS];
    size_t count = 0;

    while (count < MEMORY_BLOCKS && (blocks[count] = malloc(MEMORY_BLOCK_BYTES)))
        count++;
    bool enough = count == MEMORY_BLOCKS;
    while (count > 0)
        free(blocks[--count]);
    return enough;
}

static int compile(enum sandbox_profile profile, struct sock_fprog *ret,
                   struct sandbox_error *error)
{
    if (!memory_suffices())
        return sandbox_fail(error, -ENOMEM, "out of memory for the system call filter");
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_NOTIFY);

    if (!context) {
        int code =
            sandbox_fail(error, -ENOTSUP, "libseccomp offers no user notification of system calls");
        sandbox_remedy(error, "use Linux 5.0 or later with CONFIG_SECCOMP_FILTER");
        return code;
    }
    int code = fill_context(context, profile, error);
    if (code == 0)
        code = export_program(context, ret, error);
    seccomp_release(context);
    return code;
}

int filter_set_new(struct filter_set **ret, struct sandbox_error *error)
{
    struct filter_set *set = calloc(1, sizeof(*set));

    if (!set)
        return sandbox_fail(error, -ENOMEM, "out of memory");
    pthread_mutex_init(&set->lock, NULL);
    *ret = set;
    return 0;
}

void filter_set_free(struct filter_set *set)
{
    if (!set)
        return;
    for (int profile = 0; profile < SANDBOX_PROFILE_COUNT; profile++)
        free(set->programs[profile].filter);
    pthread_mutex_destroy(&set->lock);
    free(set);
}

const struct sock_fprog *filter_program(struct filter_set *set, enum sandbox_profile profile,
                                        struct sandbox_error *error)
{
    struct sock_fprog *program = &set->programs[profile];
    int code = 0;

    pthread_mutex_lock(&set->lock);
    if (!program->filter)
        code = compile(profile, program, error);
    pthread_mutex_unlock(&set->lock);
    return code < 0 ? NULL : program;
}

/* libseccomp's own tokens for the architectures are the kernel's AUDIT_ARCH_… values. */
static const char *architecture_name(uint32_t architecture)
{
    static const struct {
        uint32_t architecture;
        const char *name;
    } names[] = {
        { AUDIT_ARCH_X86_64, "x86_64" },
        { AUDIT_ARCH_AARCH64, "aarch64" },
        { AUDIT_ARCH_I386, "i386" },
        { AUDIT_ARCH_ARM, "arm" },
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (names[i].architecture == architecture)
            return names[i].name;
    }
    return "foreign";
}

void filter_call_name(uint32_t architecture, int number, char *name, size_t size)
{
    if (architecture != seccomp_arch_native()) {
        snprintf(name, size, "%s syscall %d", architecture_name(architecture), number);
        return;
    }
    char *resolved = seccomp_syscall_resolve_num_arch(architecture, number);
    if (resolved)
        snprintf(name, size, "%s", resolved);
    else
        snprintf(name, size, "syscall %d", number);
    free(resolved);
}
