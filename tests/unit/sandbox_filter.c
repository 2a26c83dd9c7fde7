/*
 * The system call filters, tried for real: a forked child installs a profile's program and makes
 * one call. Arguments are bad on purpose (a null pointer, descriptor -1), so that EFAULT or EBADF
 * proves that the filter let the call through to the kernel, without doing anything. A forbidden
 * call is seen on the listener, as the judge sees it; its positive control is the same call in a
 * child without a filter.
 *
 * Each row is tried in all of its profiles. With ASSAY_TEST_FEWER (the sanitized build: tests/run)
 * it is tried in one of them, the next row in the next one: what differs between profiles is a
 * program that the kernel runs, and a fork of a sanitized process takes many times as long.
 */
#include "sandbox/filter.h"
#include "tests/unit/unit.h"

#include <asm/ioctls.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define BIT(profile) BIT_OF(SANDBOX_PROFILE_##profile)
#define BIT_OF(profile) (1u << (profile))
#define EVERY ((1u << SANDBOX_PROFILE_COUNT) - 1)
#define SERVICES (BIT(SERVICE) | BIT(OBSERVED))
#define BAD_POINTER 8L
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct filter_set *set;

struct call {
    const char *name;
    long arguments[6];
};

enum answer { RETURNED, FORBIDDEN, KILLED };

struct observed {
    enum answer answer;
    int error;     /* RETURNED: errno, 0 for success */
    char name[32]; /* FORBIDDEN */
    int signal;    /* KILLED */
};

/* What parent and child share: the child's result. */
struct slate {
    int done;
    int error;
};

static long make_call(const char *name, const long *a)
{
    if (strcmp(name, "i386") == 0) {
#if defined(__x86_64__)
        long result = 20; /* getpid of i386 */
        __asm__ volatile("int $0x80" : "+a"(result) : : "memory");
        return result;
#else
        errno = ENOSYS;
        return -1;
#endif
    }
    if (strcmp(name, "x32") == 0)
        return syscall(0x40000000 | SYS_getpid);
    if (strcmp(name, "unknown") == 0)
        return syscall(999);
    return syscall(seccomp_syscall_resolve_name(name), a[0], a[1], a[2], a[3], a[4], a[5]);
}

static void send_descriptor(int fd)
{
    char byte = 0, space[CMSG_SPACE(sizeof(int))] __attribute__((aligned(8))) = { 0 };
    struct iovec data = { .iov_base = &byte, .iov_len = 1 };
    struct msghdr message = {
        .msg_iov = &data,
        .msg_iovlen = 1,
        .msg_control = space,
        .msg_controllen = sizeof(space),
    };
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);

    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &fd, sizeof(int));
    if (sendmsg(FILTER_SEND_FD, &message, 0) != 1)
        _exit(98);
}

static int receive_descriptor(int socket)
{
    char byte, space[CMSG_SPACE(sizeof(int))] __attribute__((aligned(8)));
    struct iovec data = { .iov_base = &byte, .iov_len = 1 };
    struct msghdr message = {
        .msg_iov = &data,
        .msg_iovlen = 1,
        .msg_control = space,
        .msg_controllen = sizeof(space),
    };
    int fd = -1;

    ck_assert_int_eq(recvmsg(socket, &message, 0), 1);
    ck_assert_ptr_nonnull(CMSG_FIRSTHDR(&message));
    memcpy(&fd, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof(int));
    return fd;
}

static _Noreturn void child(const struct sock_fprog *program, const struct call *call,
                            struct slate *slate)
{
    if (program) {
        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
            _exit(96);
        int listener = (int) syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                                     SECCOMP_FILTER_FLAG_NEW_LISTENER, program);
        if (listener < 0)
            _exit(97);
        send_descriptor(listener);
    }
    /* A sanitizer's handler would make an ordinary exit of it. */
    signal(SIGSEGV, SIG_DFL);
    long result = make_call(call->name, call->arguments);
    slate->error = result < 0 ? errno : 0;
    slate->done = 1;
    _exit(0);
}

/* Waits for the child's end or for its forbidden call, which it is then killed for. */
static void watch(int listener, pid_t pid, struct observed *seen)
{
    int pidfd = (int) syscall(SYS_pidfd_open, pid, 0);
    struct pollfd polls[2] = { { .fd = pidfd, .events = POLLIN },
                               { .fd = listener, .events = POLLIN } };
    struct seccomp_notif notification = { 0 };

    ck_assert_int_ge(pidfd, 0);
    ck_assert_int_gt(poll(polls, 2, 10000), 0);
    if (polls[1].revents & POLLIN) {
        ck_assert_int_eq(ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &notification), 0);
        seen->answer = FORBIDDEN;
        filter_call_name(notification.data.arch, notification.data.nr, seen->name,
                         sizeof(seen->name));
        kill(pid, SIGKILL);
    }
    close(pidfd);
}

static struct observed observe(const struct sock_fprog *program, const struct call *call)
{
    struct observed seen = { .answer = RETURNED };
    struct slate *slate =
        mmap(NULL, sizeof(*slate), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int pair[2], status, listener = -1;

    ck_assert(slate != MAP_FAILED);
    ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
    pid_t pid = fork();
    if (pid == 0) {
        if (dup2(pair[1], FILTER_SEND_FD) != FILTER_SEND_FD)
            _exit(95);
        child(program, call, slate);
    }
    close(pair[1]);
    if (program)
        listener = receive_descriptor(pair[0]);
    watch(listener, pid, &seen);
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    if (WIFSIGNALED(status) && seen.answer != FORBIDDEN) {
        seen.answer = KILLED;
        seen.signal = WTERMSIG(status);
    } else if (seen.answer == RETURNED) {
        ck_assert_msg(slate->done, "child of '%s' ended with status %d", call->name, status);
        seen.error = slate->error;
    }
    if (listener >= 0)
        close(listener);
    close(pair[0]);
    munmap(slate, sizeof(*slate));
    return seen;
}

static void open_set(void)
{
    struct sandbox_error error;

    ck_assert_msg(filter_set_new(&set, &error) == 0, "%s", error.message);
}

static const struct sock_fprog *program_of(enum sandbox_profile profile)
{
    struct sandbox_error error = { 0 };
    const struct sock_fprog *program = filter_program(set, profile, &error);

    ck_assert_msg(program != NULL, "%s", error.message);
    return program;
}

static void close_set(void)
{
    filter_set_free(set);
    set = NULL;
}

/* Whether the row is tried in this profile: see the head. */
static bool has_turn(unsigned profiles, int profile, int row)
{
    unsigned before = profiles & (BIT_OF(profile) - 1);

    if (!(profiles & BIT_OF(profile)))
        return false;
    return unit_fewer() == 1 || __builtin_popcount(before) == row % __builtin_popcount(profiles);
}

#define NO_LOCKS (BIT(COMPILED) | BIT(INTERPRETER) | BIT(JVM) | BIT(NODE))

/* ---- Calls that reach the kernel, or fail harmlessly ------------------------------------------
 */

#define B BAD_POINTER

static const struct returning_case {
    struct call call;
    unsigned profiles;
    int error; /* what the kernel, or the row, answers */
} returning[] = {
    { { "read", { -1, B, 1 } }, EVERY, EBADF },
    { { "write", { -1, B, 1 } }, EVERY, EBADF },
    { { "openat", { AT_FDCWD, B, 0 } }, EVERY, EFAULT },
    { { "newfstatat", { AT_FDCWD, B, B, 0 } }, EVERY, EFAULT },
    { { "statx", { AT_FDCWD, B, 0, 0, B } }, EVERY, EFAULT },
    { { "close", { -1 } }, EVERY, EBADF },
    { { "mmap", { 0, 0, 0, MAP_ANONYMOUS | MAP_PRIVATE, -1, 0 } }, EVERY, EINVAL },
    { { "mmap", { 0, 0, 0, MAP_ANONYMOUS | MAP_PRIVATE | MAP_HUGETLB, -1, 0 } }, EVERY, EPERM },
    { { "fcntl", { -1, F_GETFD } }, EVERY, EBADF },
    { { "fsync", { -1 } }, EVERY & ~BIT(OBSERVED), 0 },
    { { "fadvise64", { -1, 0, 0, 4 } }, EVERY, 0 },
    { { "fadvise64", { -1, 0, 0, 2 } }, EVERY, EBADF },
    { { "fdatasync", { -1 } }, EVERY & ~BIT(OBSERVED), 0 },
    { { "msync", { 1, 1, MS_SYNC } }, EVERY & ~BIT(OBSERVED), 0 },
    { { "msync", { 1, 1, MS_ASYNC } }, EVERY, EINVAL },
    { { "fcntl", { -1, F_SETFL, 0 } }, EVERY, EBADF },
    { { "fcntl", { -1, F_SETLK, B } }, NO_LOCKS, ENOLCK },
    { { "fcntl", { -1, F_OFD_GETLK, B } }, NO_LOCKS, ENOLCK },
    { { "fcntl", { -1, F_SETLK, B } }, EVERY & ~NO_LOCKS, EBADF },
    { { "flock", { -1, 2 } }, NO_LOCKS, ENOLCK },
    { { "flock", { -1, 2 } }, EVERY & ~NO_LOCKS, EBADF },
    { { "prlimit64", { 0, RLIMIT_CORE, 0, B } }, EVERY, EFAULT },
    { { "prlimit64", { 0, RLIMIT_CORE, B, 0 } }, EVERY, EPERM },
    { { "prlimit64", { 0, RLIMIT_CPU, B, 0 } }, EVERY, EFAULT },
    { { "prlimit64", { 0, RLIMIT_NOFILE, B, 0 } }, EVERY, EFAULT },
    { { "prlimit64", { 0, RLIMIT_NPROC, B, 0 } }, EVERY, EFAULT },
    { { "prlimit64", { 0, RLIMIT_RTTIME, B, 0 } }, EVERY, EFAULT },
    { { "prlimit64", { 0, RLIMIT_MSGQUEUE, B, 0 } }, EVERY, EFAULT },
    { { "setrlimit", { RLIMIT_CORE, B } }, EVERY, EPERM },
    { { "setrlimit", { (long) (0x100000000 | RLIMIT_CORE), B } }, EVERY, EPERM },
    { { "setrlimit", { RLIMIT_STACK, B } }, EVERY, EFAULT },
    { { "inotify_init1", { 0 } }, EVERY & ~(BIT(COMPILED) | BIT(INTERPRETER)), EMFILE },
    { { "close_range", { 5, 4, 0 } }, EVERY, EINVAL },
    { { "dup3", { -1, 5, 0 } }, EVERY, EBADF },
    { { "execve", { B, 0, 0 } }, EVERY, EFAULT },
    { { "execveat", { -1, B, 0, 0, 0 } }, EVERY, EFAULT },
    { { "munmap", { 1, 0 } }, EVERY, EINVAL },
    { { "kill", { 0, 999 } }, EVERY, EINVAL },
    { { "getpid", { 0 } }, EVERY, 0 },
    { { "futex", { B, 0x7f } }, EVERY, ENOSYS },
    { { "clone", { CLONE_THREAD } }, EVERY, EINVAL },
    { { "clone3", { B, 0 } }, EVERY, ENOSYS },
    { { "prlimit64", { 0, 999, 0, 0 } }, EVERY, EINVAL },
    { { "setpriority", { 0, 0, 0 } }, EVERY, 0 },
    { { "sched_getaffinity", { 0, 8, B } }, EVERY, EFAULT },
    { { "sched_setaffinity", { 0, 8, B } }, EVERY, EPERM },
    { { "mlockall", { 1 } }, EVERY, EPERM },
    { { "setxattr", { B, B, B, 0, 0 } }, EVERY, EOPNOTSUPP },
    { { "setgroups", { 1, B } }, EVERY, EPERM },
    { { "mknodat", { AT_FDCWD, B, S_IFIFO | 0600, 0 } }, EVERY, EFAULT },
    { { "personality", { 0xffffffff } }, EVERY, 0 },
    { { "personality", { ADDR_NO_RANDOMIZE } }, EVERY, 0 },
    { { "prctl", { PR_SET_NAME, B } }, EVERY, EFAULT },
    { { "ioctl", { -1, TCGETS, 0 } }, EVERY, EBADF },
    { { "ioctl", { -1, FIONREAD, 0 } }, EVERY, EBADF },
    { { "ioctl", { -1, TCSETS, 0 } }, EVERY, ENOTTY },
    /* The kernel cuts an int to 32 bits: a filter that compared 64 would be passed by. */
    { { "ioctl", { -1, (long) (0x100000000 | TCSETS), 0 } }, EVERY, ENOTTY },
    { { "socketpair", { AF_UNIX, SOCK_STREAM, 0, B } }, EVERY, EFAULT },
    { { "sendto", { -1, B, 1, 0, 0, 0 } }, EVERY, EBADF },
    { { "sendmsg", { FILTER_SEND_FD, B, 0 } }, EVERY, EFAULT },
    { { "sendmsg", { -1, B, 0 } }, BIT(NODE) | SERVICES, EBADF },
    { { "memfd_create", { B, 0 } }, BIT(JVM) | BIT(NODE) | BIT(COMPILER) | SERVICES, EFAULT },
    { { "socket", { AF_UNIX, SOCK_STREAM, 0 } }, EVERY & ~SERVICES, EAFNOSUPPORT },
    { { "socket", { AF_INET6, SOCK_STREAM, 0 } }, BIT(JVM) | BIT(COMPILER), EAFNOSUPPORT },
    { { "socket", { AF_UNIX, SOCK_STREAM, 0 } }, SERVICES, 0 },
    { { "socket", { AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0 } }, SERVICES, 0 },
    { { "socket", { AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK, 0 } }, SERVICES, 0 },
    { { "bind", { -1, B, 0 } }, SERVICES, EBADF },
    { { "connect", { -1, B, 0 } }, SERVICES, EBADF },
    { { "accept4", { -1, B, B, 0 } }, SERVICES, EBADF },
    { { "setsockopt", { -1, 0, 0, B, 0 } }, SERVICES, EBADF },
    { { "io_uring_setup", { 1, B } }, BIT(NODE) | SERVICES, ENOSYS },
};

START_TEST(an_allowed_call_reaches_the_kernel_or_fails_as_its_row_says)
{
    const struct returning_case *test = &returning[_i];

    for (int profile = 0; profile < SANDBOX_PROFILE_COUNT; profile++) {
        if (!has_turn(test->profiles, profile, _i))
            continue;
        struct observed seen = observe(program_of(profile), &test->call);
        ck_assert_msg(seen.answer == RETURNED && seen.error == test->error,
                      "%s in profile %d: answer %d, errno %d (%s), wanted errno %d",
                      test->call.name, profile, (int) seen.answer, seen.error, strerror(seen.error),
                      test->error);
    }
}
END_TEST

/* ---- Calls that end the run --------------------------------------------------------------------
 */

static const struct forbidden_case {
    struct call call;
    unsigned profiles;
} forbidden[] = {
    /* In the observed profile init gets to know of these, and counts instead of ending the run. */
    { { "fsync", { -1 } }, BIT(OBSERVED) },
    { { "fdatasync", { -1 } }, BIT(OBSERVED) },
    { { "sync_file_range", { -1, 0, 0, 0 } }, BIT(OBSERVED) },
    { { "msync", { 1, 1, MS_SYNC } }, BIT(OBSERVED) },
    { { "openat", { AT_FDCWD, B, O_RDWR | O_DSYNC } }, BIT(OBSERVED) },
    { { "openat", { AT_FDCWD, B, O_RDWR | O_SYNC } }, BIT(OBSERVED) },
    { { "ptrace", { -1, 0, 0, 0 } }, EVERY },
    { { "process_vm_readv", { -1, B, 1, B, 1, 0 } }, EVERY },
    { { "process_vm_writev", { -1, B, 1, B, 1, 0 } }, EVERY },
    { { "pidfd_getfd", { -1, 0, 0 } }, EVERY },
    { { "mount", { B, B, B, 0, 0 } }, EVERY },
    { { "umount2", { B, 0 } }, EVERY },
    { { "pivot_root", { B, B } }, EVERY },
    { { "chroot", { B } }, EVERY },
    { { "open_tree", { -1, B, 0 } }, EVERY },
    { { "move_mount", { -1, B, -1, B, 0 } }, EVERY },
    { { "fsopen", { B, 0 } }, EVERY },
    { { "fsmount", { -1, 0, 0 } }, EVERY },
    { { "mount_setattr", { -1, B, 0, B, 0 } }, EVERY },
    { { "unshare", { 0x1 } }, EVERY },
    { { "setns", { -1, 0 } }, EVERY },
    { { "clone", { CLONE_NEWUSER | CLONE_THREAD } }, EVERY },
    { { "clone", { CLONE_NEWNET | CLONE_THREAD } }, EVERY },
    { { "clone", { CLONE_PARENT | CLONE_THREAD } }, EVERY },
    { { "keyctl", { -1, 0, 0, 0, 0 } }, EVERY },
    { { "add_key", { B, B, B, 0, 0 } }, EVERY },
    { { "request_key", { B, B, B, 0 } }, EVERY },
    { { "bpf", { -1, B, 0 } }, EVERY },
    { { "perf_event_open", { B, 0, -1, -1, 0 } }, EVERY },
    { { "userfaultfd", { -1 } }, EVERY },
    { { "io_uring_setup", { 0, B } }, EVERY & ~(BIT(NODE) | SERVICES) },
    { { "kexec_load", { 0, 99, B, 0 } }, EVERY },
    { { "init_module", { B, 0, B } }, EVERY },
    { { "finit_module", { -1, B, 0 } }, EVERY },
    { { "delete_module", { B, 0 } }, EVERY },
    { { "reboot", { 0, 0, 0, 0 } }, EVERY },
    { { "clock_settime", { -99, B } }, EVERY },
    { { "settimeofday", { B, B } }, EVERY },
    { { "clock_adjtime", { -99, B } }, EVERY },
    { { "swapon", { B, 0 } }, EVERY },
    { { "acct", { B } }, EVERY },
    { { "quotactl", { -1, B, 0, B } }, EVERY },
    { { "shmget", { 1, 0, 0 } }, EVERY },
    { { "shmat", { -1, 0, 0 } }, EVERY },
    { { "msgget", { 0x7fff1234, 0 } }, EVERY },
    { { "semget", { 0x7fff1234, -1, 0 } }, EVERY },
    { { "mq_open", { B, 0, 0, 0 } }, EVERY },
    { { "name_to_handle_at", { -1, B, B, B, 0 } }, EVERY },
    { { "open_by_handle_at", { -1, B, 0 } }, EVERY },
    { { "fanotify_init", { -1, 0 } }, EVERY },
    { { "seccomp", { 99, 0, 0 } }, EVERY },
    { { "prctl", { PR_SET_SECCOMP, 99, 0 } }, EVERY },
    { { "prctl", { PR_SET_PTRACER, 1, 0 } }, EVERY },
    { { "prlimit64", { 1, 99, 0, 0 } }, EVERY },
    { { "fcntl", { -1, F_SETLEASE, 0 } }, EVERY },
    { { "fcntl", { -1, F_NOTIFY, 1 } }, EVERY },
    { { "inotify_add_watch", { -1, B, 1 } }, BIT(COMPILED) | BIT(INTERPRETER) },
    { { "setpriority", { 99, 1, 0 } }, EVERY },
    { { "personality", { PER_LINUX32 } }, EVERY },
    { { "ioctl", { -1, TIOCSTI, 0 } }, EVERY },
    { { "ioctl", { -1, (long) (0x100000000 | TIOCSTI), 0 } }, EVERY },
    { { "ioctl", { -1, 0x541C, 0 } }, EVERY }, /* TIOCLINUX */
    { { "mknodat", { -1, B, S_IFCHR | 0600, 0x103 } }, EVERY },
    { { "sethostname", { B, 0 } }, EVERY },
    { { "setdomainname", { B, 0 } }, EVERY },
    { { "syslog", { 99, B, 0 } }, EVERY },
    { { "sync", { 0 } }, EVERY },
    { { "vmsplice", { -1, B, 1, 0 } }, EVERY },
    { { "process_madvise", { -1, B, 1, 0, 0 } }, EVERY },
    { { "socket", { AF_INET, SOCK_STREAM, 0 } }, BIT(COMPILED) | BIT(INTERPRETER) | BIT(NODE) },
    { { "socket", { AF_INET, SOCK_RAW, 1 } }, BIT(COMPILED) | BIT(INTERPRETER) | SERVICES },
    { { "socket", { AF_PACKET, SOCK_RAW, 0 } }, EVERY },
    { { "socket", { 38, SOCK_SEQPACKET, 0 } }, EVERY }, /* AF_ALG */
    { { "socket", { 40, SOCK_STREAM, 0 } }, EVERY },    /* AF_VSOCK */
    { { "connect", { -1, B, 0 } }, EVERY & ~SERVICES },
    { { "bind", { -1, B, 0 } }, EVERY & ~SERVICES },
    { { "sendmsg", { -1, B, 0 } }, EVERY & ~(BIT(NODE) | SERVICES) },
    { { "sendto", { -1, B, 1, 0, B, 16 } }, EVERY & ~SERVICES },
#if defined(__x86_64__)
    { { "iopl", { 99 } }, EVERY },
    { { "ioperm", { 0, 0, 2 } }, EVERY },
    { { "modify_ldt", { 99, B, 0 } }, EVERY },
#endif
};

START_TEST(a_forbidden_call_is_reported_by_name)
{
    const struct forbidden_case *test = &forbidden[_i];

    for (int profile = 0; profile < SANDBOX_PROFILE_COUNT; profile++) {
        if (!has_turn(test->profiles, profile, _i))
            continue;
        struct observed seen = observe(program_of(profile), &test->call);
        ck_assert_msg(seen.answer == FORBIDDEN, "%s in profile %d: answer %d, errno %d",
                      test->call.name, profile, (int) seen.answer, seen.error);
        ck_assert_str_eq(seen.name, test->call.name);
    }
}
END_TEST

/* The positive control: without a filter the same call gets an answer from the kernel. A kernel
 * built without a call says ENOSYS, which is noted: there the filter has nothing to take away. */
START_TEST(a_forbidden_call_is_answered_without_the_filter)
{
    struct observed seen = observe(NULL, &forbidden[_i].call);

    ck_assert_msg(seen.answer == RETURNED, "%s", forbidden[_i].call.name);
    if (seen.error == ENOSYS)
        fprintf(stderr, "note: this kernel has no %s\n", forbidden[_i].call.name);
}
END_TEST

START_TEST(a_number_without_a_call_is_reported_by_its_number)
{
    struct call call = { "unknown", { 0 } };
    struct observed seen = observe(program_of(SANDBOX_PROFILE_COMPILED), &call);

    ck_assert_int_eq(seen.answer, FORBIDDEN);
    ck_assert_str_eq(seen.name, "syscall 999");
    seen = observe(NULL, &call);
    ck_assert_int_eq(seen.answer, RETURNED);
    ck_assert_int_eq(seen.error, ENOSYS);
}
END_TEST

#if defined(__x86_64__)
START_TEST(a_call_of_another_architecture_kills)
{
    static const struct call foreign[] = { { "i386", { 0 } }, { "x32", { 0 } } };

    for (size_t i = 0; i < COUNT(foreign); i++) {
        /* Control: without the filter it is not SIGSYS. A kernel that lacks the mode
         * (ia32_emulation off) has no such call to make: the instruction ends the program, filter
         * or not. */
        struct observed bare = observe(NULL, &foreign[i]);

        ck_assert(bare.answer == RETURNED || bare.signal != SIGSYS);
        if (bare.answer != RETURNED)
            fprintf(stderr, "note: this kernel has no %s calls\n", foreign[i].name);
        for (int profile = 0; profile < SANDBOX_PROFILE_COUNT; profile++) {
            struct observed seen = observe(program_of(profile), &foreign[i]);

            ck_assert_int_eq(seen.answer, KILLED);
            ck_assert_int_eq(seen.signal, bare.answer == RETURNED ? SIGSYS : bare.signal);
        }
    }
}
END_TEST
#endif

/* ---- The table itself --------------------------------------------------------------------------
 */

START_TEST(every_row_names_known_calls_and_gives_a_reason)
{
    ck_assert_uint_gt(filter_row_count(), 0);
    ck_assert_ptr_null(filter_row_at(filter_row_count()));
    for (size_t i = 0; i < filter_row_count(); i++) {
        const struct filter_row *row = filter_row_at(i);
        char names[512], *rest = names, *name;

        ck_assert_msg(strlen(row->reason) >= 5, "row %zu (%s) has no reason", i, row->calls);
        ck_assert_msg(row->profiles != 0 && (row->profiles & ~EVERY) == 0, "%s", row->calls);
        ck_assert_uint_lt(strlen(row->calls), sizeof(names));
        strcpy(names, row->calls);
        while ((name = strsep(&rest, " ")))
            ck_assert_msg(seccomp_syscall_resolve_name(name) != __NR_SCMP_ERROR, "'%s'", name);
    }
}
END_TEST

START_TEST(every_profile_compiles_to_a_program_the_kernel_takes)
{
    for (int profile = 0; profile < SANDBOX_PROFILE_COUNT; profile++) {
        const struct sock_fprog *program = program_of(profile);
        ck_assert_ptr_nonnull(program);
        ck_assert_uint_gt(program->len, 50);
        ck_assert_uint_le(program->len, FILTER_LENGTH_MAX);
        ck_assert_ptr_eq(program, program_of(profile));
    }
}
END_TEST

START_TEST(names_of_calls)
{
    char name[32];

    filter_call_name(seccomp_arch_native(), SYS_ptrace, name, sizeof(name));
    ck_assert_str_eq(name, "ptrace");
    filter_call_name(seccomp_arch_native(), 999, name, sizeof(name));
    ck_assert_str_eq(name, "syscall 999");
    filter_call_name(AUDIT_ARCH_I386, 5, name, sizeof(name));
    ck_assert_str_eq(name, "i386 syscall 5");
    filter_call_name(AUDIT_ARCH_S390X, 5, name, sizeof(name));
    ck_assert_str_eq(name, "foreign syscall 5");
    filter_call_name(seccomp_arch_native(), SYS_ptrace, name, 4);
    ck_assert_str_eq(name, "ptr");
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("sandbox_filter");
    TCase *calls = tcase_create("calls");
    TCase *table = tcase_create("table");

    tcase_set_timeout(calls, 60);
    tcase_add_unchecked_fixture(calls, open_set, close_set);
    tcase_add_loop_test(calls, an_allowed_call_reaches_the_kernel_or_fails_as_its_row_says, 0,
                        COUNT(returning));
    tcase_add_loop_test(calls, a_forbidden_call_is_reported_by_name, 0, COUNT(forbidden));
    tcase_add_loop_test(calls, a_forbidden_call_is_answered_without_the_filter, 0,
                        COUNT(forbidden));
    tcase_add_test(calls, a_number_without_a_call_is_reported_by_its_number);
#if defined(__x86_64__)
    tcase_add_test(calls, a_call_of_another_architecture_kills);
#endif
    tcase_add_unchecked_fixture(table, open_set, close_set);
    tcase_add_test(table, every_row_names_known_calls_and_gives_a_reason);
    tcase_add_test(table, every_profile_compiles_to_a_program_the_kernel_takes);
    tcase_add_test(table, names_of_calls);
    suite_add_tcase(suite, calls);
    suite_add_tcase(suite, table);
    return suite;
}

UNIT_MAIN(make_suite)
