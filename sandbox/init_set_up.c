/*
 * What init does before the room is ready: it closes what it inherited, takes its ids when the
 * judge has mapped them, has the mounts and the network made (init_mounts.c), gives up what
 * programs must not inherit, and enters the cgroup that the judge has prepared meanwhile.
 *
 * Cloned from a process that may have threads: only async-signal-safe calls.
 */
#include "sandbox/filter.h"
#include "sandbox/protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/close_range.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Descriptors 0 to 2 lead nowhere, `control` is kept, the sending end of the notification pair has
 * the number that the filters let through, all others are closed but the binds' trees. */
static int arrange_descriptors(struct init *init)
{
    int pair[2];

    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
        return -1;
    if (dup3(pair[1], FILTER_SEND_FD, O_CLOEXEC) < 0)
        return -1;
    close(pair[1]);
    init->notifications = pair[0];
    for (int fd = 0; fd <= 2; fd++)
        close(fd);
    for (int fd = 0; fd <= 2; fd++) {
        if (open("/dev/null", O_RDWR | O_CLOEXEC) != fd)
            return -1;
    }
    return 0;
}

static bool is_tree(const struct shared *shared, int fd)
{
    for (size_t i = 0; i < shared->operation_count; i++) {
        if (shared->operations[i].tree_fd == fd)
            return true;
    }
    return false;
}

/* Everything the judge had open, other rooms' control sockets above all: a copy of one here would
 * hide the judge's death from that room. What is kept lies close together, so that the gaps between
 * are few. */
static void close_inherited(const struct init *init)
{
    int highest = init->control;
    const struct shared *shared = init->shared;

    for (size_t i = 0; i < shared->operation_count; i++) {
        if (shared->operations[i].tree_fd > highest)
            highest = shared->operations[i].tree_fd;
    }
    int gap = 3;
    for (int fd = 3; fd <= highest; fd++) {
        if (fd != init->control && !is_tree(shared, fd))
            continue;
        if (gap < fd)
            close_range((unsigned) gap, (unsigned) fd - 1, 0);
        gap = fd + 1;
    }
    close_range((unsigned) gap, ~0u, 0);
}

static int take_identity(const struct init *init)
{
    if (!init->shared->own_ids)
        return 0;
    if (syscall(SYS_setgroups, 0, NULL) < 0 || syscall(SYS_setresgid, 0, 0, 0) < 0 ||
        syscall(SYS_setresuid, 0, 0, 0) < 0)
        return -1;
    return 0;
}

/* The bounding set is inherited by programs; init's own capabilities are not touched by it. The
 * kernel's capabilities are numbered without gaps. */
static int empty_bounding_set(void)
{
    for (int capability = 0; capability <= 63; capability++) {
        if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) < 0)
            return errno == EINVAL && capability > CAP_LAST_CAP ? 0 : -1;
    }
    return 0;
}

static int bring_up_loopback(void)
{
    struct ifreq request = { .ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING };
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

    if (fd < 0)
        return -1;
    int status = ioctl(fd, SIOCSIFFLAGS, &request);
    int saved = errno;
    close(fd);
    errno = saved;
    return status;
}

static int pin(int cpu)
{
    cpu_set_t set;

    if (cpu <= 0)
        return 0;
    CPU_ZERO(&set);
    CPU_SET((size_t) cpu - 1, &set);
    return sched_setaffinity(0, sizeof(set), &set);
}

/* Programs are promised what their own limits say, not what the judge's shell set for itself. What
 * the hard limits forbid, shortage.c refuses. */
static void raise_soft_limits(void)
{
    static const int resources[] = { RLIMIT_AS,    RLIMIT_DATA,  RLIMIT_CPU,
                                     RLIMIT_FSIZE, RLIMIT_STACK, RLIMIT_NPROC };

    for (size_t i = 0; i < sizeof(resources) / sizeof(resources[0]); i++) {
        struct rlimit limit;
        if (getrlimit((__rlimit_resource_t) resources[i], &limit) < 0)
            continue;
        limit.rlim_cur = limit.rlim_max;
        setrlimit((__rlimit_resource_t) resources[i], &limit);
    }
}

/* Limits that are the same for every program are inherited from init. */
static int lower_limits(void)
{
    static const struct {
        int resource;
        rlim_t most;
    } limits[] = {
        /* A handler of the host's (core_pattern with a pipe) would be started as root for a limit
         * of 0 too, to read what crashed; 1 alone means no dump at all (core(5), fs/coredump.c).
         * The filter keeps it there. */
        { RLIMIT_CORE, 1 },
        { RLIMIT_MEMLOCK, 64L * 1024 },
        { RLIMIT_MSGQUEUE, 0 },
        { RLIMIT_NICE, 0 },
        { RLIMIT_RTPRIO, 0 },
        /* Queued signals and timers count for the room and for the judge's user as well. */
        { RLIMIT_SIGPENDING, 1024 },
    };

    for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
        struct rlimit limit;
        if (getrlimit(limits[i].resource, &limit) < 0)
            return -1;
        if (limit.rlim_max > limits[i].most)
            limit.rlim_max = limits[i].most;
        limit.rlim_cur = limit.rlim_max;
        if (setrlimit(limits[i].resource, &limit) < 0)
            return -1;
    }
    return 0;
}

/* Handlers are the default ones: see clone_init(). */
static int watch_children(struct init *init)
{
    sigset_t set;

    sigfillset(&set);
    sigprocmask(SIG_SETMASK, &set, NULL);
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    init->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    return init->signals < 0 ? -1 : 0;
}

static int make_room(struct init *init, struct failure *failure)
{
    if (take_identity(init) < 0)
        return init_fail(failure, STEP_IDENTITY, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    umask(0);
    if (init_mount_all(init, failure) < 0)
        return -1;
    if (sethostname("assay", 5) < 0)
        return init_fail(failure, STEP_HOSTNAME, 0);
    if (init->shared->loopback && bring_up_loopback() < 0)
        return init_fail(failure, STEP_LOOPBACK, 0);
    raise_soft_limits();
    if (lower_limits() < 0 || pin(init->shared->cpu) < 0)
        return init_fail(failure, STEP_RESOURCE_LIMITS, 0);
    if (empty_bounding_set() < 0)
        return init_fail(failure, STEP_CAPABILITIES, 0);
    return 0;
}

/* Waits for the judge's next word on the way to a finished room, and the descriptors with it. */
static int await(const struct init *init, int descriptors[INIT_DESCRIPTORS])
{
    struct request request = { 0 };
    int count =
        init_receive(init->control, &request, sizeof(request), descriptors, INIT_DESCRIPTORS, 0);

    if (count < 0)
        _exit(0);
    return count;
}

/* Enters the groups of cgroup v1; elsewhere the judge has put init into its group. */
static int enter_groups(const int *entries, int count, struct failure *failure)
{
    for (int i = 0; i < count; i++) {
        if (failure->step == STEP_NONE && write(entries[i], "0", 1) != 1)
            init_fail(failure, STEP_CGROUP, 0);
        close(entries[i]);
    }
    if (failure->step == STEP_NONE && unshare(CLONE_NEWCGROUP) < 0)
        init_fail(failure, STEP_CGROUP_NAMESPACE, 0);
    return failure->step == STEP_NONE ? 0 : -1;
}

void init_set_up(struct init *init, struct failure *failure)
{
    int descriptors[INIT_DESCRIPTORS];

    close_inherited(init);
    if (watch_children(init) < 0 || arrange_descriptors(init) < 0)
        init_fail(failure, STEP_DESCRIPTORS, 0);
    await(init, descriptors);
    if (failure->step == STEP_NONE && make_room(init, failure) == 0)
        enter_groups(descriptors, await(init, descriptors), failure);
}
