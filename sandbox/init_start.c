/*
 * One program's start, inside the room.
 *
 * init gives birth by clone3(CLONE_VM | CLONE_VFORK): no page tables are copied, and init sleeps
 * until the child has executed the program or ended. (The starter does the same, under its filter:
 * see init_starter.c.) Until then the child shares init's memory and
 * stack, but has its own descriptors, credentials and limits. It works downwards: first what needs
 * privilege (OOM score, ids), then no_new_privs, then the filter, then execve(2). After the filter
 * it hands the listener to init over FILTER_SEND_FD, so that a forbidden call can be named.
 *
 * Privilege: until setresuid the child has init's capabilities, which reach only what the room's
 * user namespace owns. What fails is left in shared->failed_step for init to report.
 */
#include "sandbox/filter.h"
#include "sandbox/protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/close_range.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define PARKED_FD 200 /* received descriptors wait above every number a program can ask for */

struct birth {
    struct init *init;
    bool filtered; /* the parent is the starter */
    int descriptors[DESCRIPTORS_MAX];
};

/* The frames of a child that has executed its program are still marked on the stack that it shared;
 * AddressSanitizer would take the next ones there for used after their end. */
#ifdef __SANITIZE_ADDRESS__
void __asan_handle_no_return(void);
#define FORGET_FRAMES() __asan_handle_no_return()
#else
#define FORGET_FRAMES() ((void) 0)
#endif

static _Noreturn void give_up(struct shared *shared, enum step step)
{
    shared->failed_code = errno;
    shared->failed_step = step;
    _exit(127);
}

static const char *string_at(const struct start_request *start, uint32_t offset)
{
    return start->strings + offset;
}

static int place_descriptors(const struct start_request *start, const int *descriptors)
{
    int parked[DESCRIPTORS_MAX];

    for (uint32_t i = 0; i < start->descriptor_count; i++) {
        parked[i] = fcntl(descriptors[i], F_DUPFD_CLOEXEC, PARKED_FD);
        if (parked[i] < 0)
            return -1;
    }
    if (close_range(0, ~0u, CLOSE_RANGE_CLOEXEC) < 0)
        return -1;
    for (uint32_t i = 0; i < start->descriptor_count; i++) {
        if (dup2(parked[i], start->numbers[i]) < 0)
            return -1;
    }
    return 0;
}

/* Hard limits can only be lowered: what is asked beyond them is cut to them. */
static int set_limits(const struct start_request *start)
{
    for (int i = 0; i < (int) RLIM_NLIMITS; i++) {
        struct rlimit limit;
        if (!start->limit_set[i])
            continue;
        if (getrlimit(i, &limit) < 0)
            return -1;
        if (start->limits[i].rlim_max < limit.rlim_max)
            limit.rlim_max = start->limits[i].rlim_max;
        limit.rlim_cur =
            start->limits[i].rlim_cur < limit.rlim_max ? start->limits[i].rlim_cur : limit.rlim_max;
        if (setrlimit(i, &limit) < 0)
            return -1;
    }
    return 0;
}

/* The kernel's choice in a shortage of memory is the program, never init; /proc is read-only in the
 * room, so a program cannot change it back. The entry belongs to the child's own uid only while its
 * memory, which is still init's, is dumpable; nobody could use that moment to look into init, since
 * programs have no capabilities and init has. */
static int offer_to_oom_killer(int proc)
{
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    int fd = openat(proc, "self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);

    if (fd < 0)
        return -1;
    ssize_t written = write(fd, "1000", 4);
    int saved = errno;
    close(fd);
    errno = saved;
    return written == 4 ? 0 : -1;
}

/* Under the filter, where capset(2) is not to be had, the change of ids has taken them: the kernel
 * clears them when the last id that was 0 becomes another. */
static int expect_no_capabilities(struct __user_cap_header_struct *header)
{
    struct __user_cap_data_struct sets[2];

    if (syscall(SYS_capget, header, sets) < 0)
        return -1;
    for (int i = 0; i < 2; i++) {
        if (sets[i].effective | sets[i].permitted | sets[i].inheritable) {
            errno = EPERM;
            return -1;
        }
    }
    return 0;
}

/* Raw calls: libc's would try to change the ids of threads that exist only in the judge. */
static int drop_privileges(const struct birth *birth)
{
    struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
    struct __user_cap_data_struct none[2] = { 0 };

    if (birth->init->shared->own_ids && (syscall(SYS_setresgid, ROOM_GID, ROOM_GID, ROOM_GID) < 0 ||
                                         syscall(SYS_setresuid, ROOM_UID, ROOM_UID, ROOM_UID) < 0))
        return -1;
    return birth->filtered ? expect_no_capabilities(&header)
                           : (int) syscall(SYS_capset, &header, none);
}

static int send_listener(int listener)
{
    char byte = 0;
    struct iovec data = { .iov_base = &byte, .iov_len = 1 };
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int))];
    } control = { 0 };
    struct msghdr message = {
        .msg_iov = &data,
        .msg_iovlen = 1,
        .msg_control = control.space,
        .msg_controllen = sizeof(control.space),
    };

    control.header.cmsg_level = SOL_SOCKET;
    control.header.cmsg_type = SCM_RIGHTS;
    control.header.cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(&control.header), &listener, sizeof(int));
    return sendmsg(FILTER_SEND_FD, &message, MSG_NOSIGNAL) == 1 ? 0 : -1;
}

int init_install_filter(struct shared *shared)
{
    struct sock_fprog filter = { .len = shared->filter_length, .filter = shared->filter };
    int listener = (int) syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                                 SECCOMP_FILTER_FLAG_NEW_LISTENER, &filter);

    if (listener < 0 || send_listener(listener) < 0)
        return -1;
    close(listener);
    return 0;
}

/* execvp(3) without its allocation; `argv` and `envp` point into the shared mapping. */
static void execute(struct start_request *start, char *const *argv, char *const *envp)
{
    const char *name = argv[0];
    const char *path = string_at(start, start->search_path);
    int code = ENOENT;

    if (strchr(name, '/')) {
        execve(name, argv, envp);
        return;
    }
    while (*path && *name) {
        char candidate[PATH_MAX];
        size_t length = strcspn(path, ":");
        if (length > 0 && length + 1 + strlen(name) < sizeof(candidate)) {
            memcpy(candidate, path, length);
            candidate[length] = '/';
            memcpy(candidate + length + 1, name, strlen(name) + 1);
            execve(candidate, argv, envp);
            if (errno != ENOENT && errno != ENOTDIR)
                code = errno;
        }
        path += length + (path[length] == ':');
    }
    errno = code;
}

static _Noreturn void child_main(struct birth *birth)
{
    static char *words[WORDS_MAX + 2];
    struct init *init = birth->init;
    struct shared *shared = init->shared;
    struct start_request *start = &shared->start;
    char **envp = words + start->argument_count + 1;

    for (uint32_t i = 0; i < start->argument_count; i++)
        words[i] = start->strings + start->words[i];
    words[start->argument_count] = NULL;
    for (uint32_t i = 0; i < start->environment_count; i++)
        envp[i] = start->strings + start->words[start->argument_count + i];
    envp[start->environment_count] = NULL;

    if (setsid() < 0)
        give_up(shared, STEP_PROCESS_GROUP);
    if (offer_to_oom_killer(init->proc) < 0)
        give_up(shared, STEP_OOM_SCORE);
    if (place_descriptors(start, birth->descriptors) < 0)
        give_up(shared, STEP_DESCRIPTORS);
    if (set_limits(start) < 0)
        give_up(shared, STEP_RESOURCE_LIMITS);
    if (drop_privileges(birth) < 0)
        give_up(shared, STEP_CAPABILITIES);
    if (chdir(string_at(start, start->directory)) < 0)
        give_up(shared, STEP_WORKING_DIRECTORY);
    umask(022);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (!birth->filtered && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
        give_up(shared, STEP_NO_NEW_PRIVILEGES);
    if (!birth->filtered && init_install_filter(shared) < 0)
        give_up(shared, STEP_FILTER);
    execute(start, words, envp);
    give_up(shared, STEP_EXECUTE);
}

/* As vfork(2), into a cgroup where there is one. The call is written out because the child goes on
 * in this very frame: a libc wrapper would return in the child and spoil the return address that
 * the parent needs afterwards. */
static __attribute__((noinline)) long give_birth(struct birth *birth, int birth_group)
{
    struct clone_args arguments = {
        .flags = CLONE_VM | CLONE_VFORK | (birth_group >= 0 ? CLONE_INTO_CGROUP : 0),
        .exit_signal = SIGCHLD,
        .cgroup = birth_group >= 0 ? (uint64_t) birth_group : 0,
    };
    long result;

#if defined(__x86_64__)
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "0"((long) SYS_clone3), "D"(&arguments), "S"(sizeof(arguments))
                     : "rcx", "r11", "memory");
#elif defined(__aarch64__)
    register long number __asm__("x8") = SYS_clone3;
    register long first __asm__("x0") = (long) &arguments;
    register long second __asm__("x1") = sizeof(arguments);
    __asm__ volatile("svc 0" : "+r"(first) : "r"(number), "r"(second) : "memory");
    result = first;
#else
#error "the sandbox knows x86-64 and aarch64"
#endif
    if (result == 0)
        child_main(birth);
    return result;
}

/* As give_birth(), by clone(2), whose flags a filter can see, and as a child of init. */
static __attribute__((noinline)) long give_birth_filtered(struct birth *birth)
{
    const unsigned long flags = FILTER_STARTER_FLAGS;
    pid_t *started = &birth->init->shared->started_pid;
    long result;

#if defined(__x86_64__)
    register long no_tid __asm__("r10") = 0;
    register long no_tls __asm__("r8") = 0;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "0"((long) SYS_clone), "D"(flags), "S"(0L), "d"(started), "r"(no_tid),
                       "r"(no_tls)
                     : "rcx", "r11", "memory");
#elif defined(__aarch64__)
    register long number __asm__("x8") = SYS_clone;
    register long first __asm__("x0") = (long) flags;
    register long second __asm__("x1") = 0;
    register long third __asm__("x2") = (long) started;
    register long fourth __asm__("x3") = 0;
    register long fifth __asm__("x4") = 0;
    __asm__ volatile("svc 0"
                     : "+r"(first)
                     : "r"(number), "r"(second), "r"(third), "r"(fourth), "r"(fifth)
                     : "memory");
    result = first;
#endif
    if (result == 0)
        child_main(birth);
    return result;
}

int init_start_filtered(struct init *init, const int *descriptors)
{
    struct shared *shared = init->shared;
    struct birth birth = { .init = init, .filtered = true };

    memcpy(birth.descriptors, descriptors, shared->start.descriptor_count * sizeof(int));
    shared->failed_step = STEP_NONE;
    long pid = give_birth_filtered(&birth);
    FORGET_FRAMES();
    if (pid < 0)
        errno = (int) -pid;
    return pid < 0 ? -1 : 0;
}

pid_t init_start(struct init *init, const int *descriptors, int birth_group,
                 struct failure *failure)
{
    struct shared *shared = init->shared;
    struct birth birth = { .init = init };

    memcpy(birth.descriptors, descriptors, shared->start.descriptor_count * sizeof(int));
    shared->failed_step = STEP_NONE;
    long pid = give_birth(&birth, birth_group);
    FORGET_FRAMES();
    if (pid < 0) {
        *failure = (struct failure){ .step = STEP_CLONE, .code = (int) -pid };
        return -1;
    }
    if (shared->failed_step != STEP_NONE) {
        *failure = (struct failure){ .step = shared->failed_step, .code = shared->failed_code };
        waitpid((pid_t) pid, NULL, __WALL); /* nobody shall see what is left of it */
        return -1;
    }
    return (pid_t) pid;
}
