/*
 * Resource limits (ulimit) that the judge itself was started under. Programs inherit them, and no
 * process may raise a hard limit again; so a run that would get less than it was promised is
 * refused before it starts, instead of being blamed for what it then cannot do.
 *
 * Runs in the judge. Soft limits do not matter: a room's init raises them.
 */
#include "sandbox/room.h"

#include <errno.h>
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

int inherited_check_open(struct sandbox_error *error)
{
    /* What is only reserved counts: no number is enough for the JVM, Node and Go. */
    if (hard_limit(RLIMIT_AS) != UINT64_MAX)
        return refuse("address space", "v", error);
    if (hard_limit(RLIMIT_DATA) != UINT64_MAX)
        return refuse("data", "d", error);
    return 0;
}

int inherited_check_run(const struct sandbox_limits *limits, struct sandbox_error *error)
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

int inherited_check_crash(const struct sandbox_limits *limits, struct sandbox_error *error)
{
    return hard_limit(RLIMIT_STACK) < limits->stack_bytes ? refuse("the stack", "s", error) : 0;
}
