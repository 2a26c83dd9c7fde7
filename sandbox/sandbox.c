/*
 * What a process opens once: the place for cgroups, the compiled filters and the spare networks;
 * and the names of things.
 */
#include "sandbox/room.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const profile_names[SANDBOX_PROFILE_COUNT] = {
    [SANDBOX_PROFILE_COMPILED] = "compiled", [SANDBOX_PROFILE_INTERPRETER] = "interpreter",
    [SANDBOX_PROFILE_JVM] = "jvm",           [SANDBOX_PROFILE_NODE] = "node",
    [SANDBOX_PROFILE_COMPILER] = "compiler", [SANDBOX_PROFILE_SERVICE] = "service",
    [SANDBOX_PROFILE_OBSERVED] = "observed",
};

static const char *const outcome_names[] = {
    [SANDBOX_EXITED] = "exited",
    [SANDBOX_SIGNALLED] = "signalled",
    [SANDBOX_CPU_LIMIT] = "cpu_limit",
    [SANDBOX_WALL_LIMIT] = "wall_limit",
    [SANDBOX_MEMORY_LIMIT] = "memory_limit",
    [SANDBOX_OUTPUT_LIMIT] = "output_limit",
    [SANDBOX_FORBIDDEN_CALL] = "forbidden_call",
    [SANDBOX_FAILED_TO_START] = "failed_to_start",
};

static const char *const backend_names[] = {
    [SANDBOX_CGROUP2] = "cgroup2",
    [SANDBOX_CGROUP1] = "cgroup1",
    [SANDBOX_RLIMIT] = "rlimit",
};

const char *sandbox_profile_name(enum sandbox_profile profile)
{
    return profile_names[profile];
}

int sandbox_profile_parse(const char *name, enum sandbox_profile *ret)
{
    for (int i = 0; i < SANDBOX_PROFILE_COUNT; i++) {
        if (strcmp(name, profile_names[i]) == 0) {
            *ret = (enum sandbox_profile) i;
            return 0;
        }
    }
    return -EINVAL;
}

const char *sandbox_outcome_name(enum sandbox_outcome outcome)
{
    return outcome_names[outcome];
}

const char *sandbox_backend_name(enum sandbox_backend backend)
{
    return backend_names[backend];
}

int sandbox_open(const struct sandbox_options *options, struct sandbox **ret,
                 struct sandbox_error *error)
{
    struct sandbox *sandbox = calloc(1, sizeof(*sandbox));

    if (!sandbox)
        return sandbox_fail(error, -ENOMEM, "out of memory");
    int status = shortage_check_open(error);
    if (status == 0)
        status = cgroup_host_open(options ? options->backend : NULL, &sandbox->cgroups,
                                  sandbox->degraded, sizeof(sandbox->degraded), error);
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    sandbox->cpus = online > 0 ? (unsigned) online : 1;
    if (status == 0)
        status = filter_set_new(&sandbox->filters, error);
    if (status == 0)
        status = network_set_new(&sandbox->networks, error);
    if (status < 0) {
        sandbox_close(sandbox);
        return status;
    }
    *ret = sandbox;
    return 0;
}

void sandbox_close(struct sandbox *sandbox)
{
    if (!sandbox)
        return;
    filter_set_free(sandbox->filters);
    network_set_free(sandbox->networks);
    cgroup_host_close(sandbox->cgroups);
    free(sandbox);
}

enum sandbox_backend sandbox_backend(const struct sandbox *sandbox)
{
    return cgroup_host_backend(sandbox->cgroups);
}
