/*
 * What the host does not give although a run was promised it. Such a run is an error, refused
 * before it starts where that can be seen, instead of being blamed for what it then could not do.
 *
 * Resource limits (ulimit) that the judge itself was started under: programs inherit them, and no
 * process may raise a hard limit again. Soft ones do not matter: a room's init raises them. Memory
 * and processes of the cgroups above: seen when the run has failed.
 *
 * Runs in the judge.
 */
#include "sandbox/room.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>

#define NANOSECONDS ((uint64_t) 1000000000)

static int refuse(const char *what, const char *letter, struct sandbox_error *error)
{
    sandbox_fail(error, -EIO,
                 "the limit on %s that assay was started under would hold for every "
                 "program as well",
                 what);
    sandbox_remedy(error, "raise it: ulimit -H%s unlimited", letter);
    return error->code;
}

static uint64_t hard_limit(int resource)
{
    struct rlimit limit;

    if (getrlimit((__rlimit_resource_t) resource, &limit) < 0 || limit.rlim_max == RLIM_INFINITY)
        return UINT64_MAX;
    return limit.rlim_max;
}

int shortage_check_open(struct sandbox_error *error)
{
    /* What is only reserved counts: no number is enough for the JVM, Node and Go. */
    if (hard_limit(RLIMIT_AS) != UINT64_MAX)
        return refuse("address space", "v", error);
    if (hard_limit(RLIMIT_DATA) != UINT64_MAX)
        return refuse("data", "d", error);
    if (hard_limit(RLIMIT_NOFILE) <= FILTER_SEND_FD) /* init needs that number */
        return refuse("open files", "n", error);
    return 0;
}

int shortage_check_run(const struct sandbox_limits *limits, struct sandbox_error *error)
{
    uint64_t cpu_s = hard_limit(RLIMIT_CPU);

    if (cpu_s != UINT64_MAX && (!limits->cpu_ns || cpu_s <= limits->cpu_ns / NANOSECONDS + 1))
        return refuse("CPU time", "t", error);
    if (hard_limit(RLIMIT_FSIZE) < limits->file_bytes)
        return refuse("the size of files", "f", error);
    if (hard_limit(RLIMIT_NOFILE) < limits->open_files)
        return refuse("open files", "n", error);
    return 0;
}

int shortage_check_end(const struct sandbox_room *room, const struct sandbox_limits *limits,
                       const struct sandbox_result *result, struct sandbox_error *error)
{
    if (result->signal == 0 && result->exit_status == 0)
        return 0;
    if (result->signal == SIGSEGV && hard_limit(RLIMIT_STACK) < limits->stack_bytes)
        return refuse("the stack", "s", error);
    if (!cgroup_forks_refused(room->cgroup, limits->processes))
        return 0;
    sandbox_fail(error, -EAGAIN,
                 "this host allows fewer processes than the limit of a program, "
                 "which may have failed for that");
    sandbox_remedy(error,
                   "raise the pids limit of the cgroup (docker run --pids-limit) to %u more than "
                   "there are",
                   limits->processes);
    return error->code;
}

int shortage_of_memory(struct sandbox_error *error)
{
    sandbox_fail(error, -EAGAIN,
                 "this host is out of memory: the kernel ended a program that was "
                 "within its own limit");
    sandbox_remedy(error,
                   "free memory, raise the limit of the cgroup that all this runs in, or run "
                   "less at the same time");
    return error->code;
}
