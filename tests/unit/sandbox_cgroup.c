/*
 * Resource groups: counters, limits, reset, removal, sweeping. The same tests run against whichever
 * cgroup backend the host has; a child that waits at a pipe plays the room's init.
 */

#include "sandbox/cgroup_internal.h"
#include "tests/unit/unit.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MIB ((uint64_t) 1024 * 1024)

/* An init that forks a run for each number it reads from its pipe, and answers with its status. */
enum job { BURN, BURN_DOUBLE_FORKED, TOUCH, FORK_MANY };
struct order {
    enum job job;
    uint64_t amount; /* ms, bytes, processes */
    int birth_fd;
};
struct fixture {
    struct cgroup_host *host;
    struct cgroup *group;
    pid_t init;
    int orders, answers;
};

static uint64_t own_cpu_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (uint64_t) now.tv_sec * 1000000000u + (uint64_t) now.tv_nsec;
}

static void burn(uint64_t ms)
{
    uint64_t end = own_cpu_ns() + ms * 1000000u;
    while (own_cpu_ns() < end)
        ;
}

static int fork_many(uint64_t wanted)
{
    int made = 0;
    for (uint64_t i = 0; i < wanted; i++) {
        pid_t pid = fork();
        if (pid == 0)
            for (;;)
                pause();
        if (pid < 0)
            break;
        made++;
    }
    kill(0, SIGTERM); /* the run is a process group: all of it, and itself not */
    return made;
}

static int do_job(const struct order *order)
{
    switch (order->job) {
    case BURN:
        burn(order->amount);
        return 0;
    case BURN_DOUBLE_FORKED:
        if (fork() == 0) {
            setsid();
            burn(order->amount);
            _exit(0);
        }
        return 0;
    case TOUCH: {
        char *memory = mmap(NULL, order->amount, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
        if (memory == MAP_FAILED)
            return 1;
        memset(memory, 1, order->amount);
        return 0;
    }
    case FORK_MANY:
        setpgid(0, 0);
        signal(SIGTERM, SIG_IGN);
        return fork_many(order->amount);
    }
    return 1;
}

static pid_t spawn(int birth_fd)
{
    struct clone_args arguments = { .exit_signal = SIGCHLD };
    if (birth_fd >= 0) {
        arguments.flags = CLONE_INTO_CGROUP;
        arguments.cgroup = (uint64_t) birth_fd;
    }
    return (pid_t) syscall(SYS_clone3, &arguments, sizeof(arguments));
}
