/*
 * Resource groups: the front of three backends, cgroup v2, cgroup v1, and none.
 *
 * Runs in the judge, with the judge's own rights. Backends are tried in the order of the table, and
 * the first that this host lets us use is taken; each says why it cannot be used, and when only the
 * last is left, the reasons of the others are passed on for `assay doctor`. On a host with both
 * hierarchies mounted a controller belongs to just one of them, so that the order of v2 and v1
 * decides nothing. A shortage of the moment is no reason for a worse backend: it is an error.
 *
 * Making and removing a group costs the kernel more than everything else about it, so that the
 * group of a room that is gone is kept for the next one where the backend can tell that it is
 * empty. To a new room it is what a group is to the next run of the same room: cgroup_arm() sets
 * limits and counters anew either way.
 */

#include "sandbox/cgroup_internal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct cgroup_backend *const backends[] = {
    &cgroup_backend_v2,
    &cgroup_backend_v1,
    &cgroup_backend_none,
};

static void note_reason(char *why, size_t size, const char *name, const char *reason)
{
    size_t used = strlen(why);
    if (used < size)
        snprintf(why + used, size - used, "%s%s: %s", used ? "; " : "", name, reason);
}

static bool is_shortage(int code)
{
    return code == -ENOMEM || code == -EMFILE || code == -ENFILE || code == -EIO || code == -ENOSPC;
}

static int try_backends(struct cgroup_host *host, const char *wanted, char *why, size_t why_size,
                        struct sandbox_error *error)
{
    int result =
        cgroup_fail(error, -EINVAL, "%s is no backend: cgroup2, cgroup1 or rlimit", wanted);

    for (size_t i = 0; i < sizeof(backends) / sizeof(backends[0]); i++) {
        if (wanted && strcmp(wanted, backends[i]->name) != 0)
            continue;
        struct sandbox_error reason = { 0 };
        for (int j = 0; j < CGROUP_PLACES; j++)
            host->place_fd[j] = -1;
        result = backends[i]->open(host, &reason);
        if (result == 0) {
            host->backend = backends[i];
            return 0;
        }
        if (error)
            *error = reason;
        if (is_shortage(result))
            return result;
        note_reason(why, why_size, backends[i]->name, reason.message);
    }
    return wanted ? -EINVAL : result;
}

int cgroup_host_open(const char *backend, struct cgroup_host **ret, char *why, size_t why_size,
                     struct sandbox_error *error)
{
    char unwanted[1] = "";
    struct cgroup_host *host = calloc(1, sizeof(*host));
    if (!host)
        return cgroup_fail(error, -ENOMEM, "no memory for the resource groups");
    if (!why || why_size == 0) {
        why = unwanted;
        why_size = sizeof(unwanted);
    }
    why[0] = '\0';
    int result = try_backends(host, backend, why, why_size, error);
    if (result < 0) {
        free(host);
        return result;
    }
    pthread_mutex_init(&host->lock, NULL);
    *ret = host;
    return 0;
}

void cgroup_host_close(struct cgroup_host *host)
{
    if (!host)
        return;
    while (host->spare_count > 0)
        host->backend->free(host->spares[--host->spare_count]);
    pthread_mutex_destroy(&host->lock);
    if (host->backend->close)
        host->backend->close(host);
    for (int i = 0; i < CGROUP_PLACES; i++)
        cgroup_close_fd(&host->place_fd[i]);
    free(host);
}

enum sandbox_backend cgroup_host_backend(const struct cgroup_host *host)
{
    return host->backend->kind;
}

int cgroup_new(struct cgroup_host *host, struct cgroup **ret, struct sandbox_error *error)
{
    struct cgroup *spare = NULL;

    pthread_mutex_lock(&host->lock);
    if (host->spare_count > 0)
        spare = host->spares[--host->spare_count];
    pthread_mutex_unlock(&host->lock);
    if (!spare)
        return host->backend->make(host, ret, error);
    *ret = spare;
    return 0;
}

static bool keep_spare(struct cgroup *group)
{
    struct cgroup_host *host = group->host;
    bool kept = false;

    if (!host->backend->is_reusable || !host->backend->is_reusable(group))
        return false;
    pthread_mutex_lock(&host->lock);
    if (host->spare_count < CGROUP_SPARES) {
        host->spares[host->spare_count++] = group;
        kept = true;
    }
    pthread_mutex_unlock(&host->lock);
    return kept;
}

void cgroup_free(struct cgroup *group)
{
    if (group && !keep_spare(group))
        group->host->backend->free(group);
}

int cgroup_adopt(struct cgroup *group, pid_t init, struct sandbox_error *error)
{
    return group->host->backend->adopt ? group->host->backend->adopt(group, init, error) : 0;
}

size_t cgroup_entries(const struct cgroup *group, int fds[CGROUP_PLACES])
{
    return group->host->backend->entries ? group->host->backend->entries(group, fds) : 0;
}

int cgroup_birth_fd(const struct cgroup *group)
{
    return group->host->backend->birth_fd ? group->host->backend->birth_fd(group) : -1;
}

int cgroup_arm(struct cgroup *group, uint64_t memory_bytes, uint32_t processes,
               struct sandbox_error *error)
{
    return group->host->backend->arm(group, memory_bytes, processes, error);
}

int cgroup_cpu_ns(struct cgroup *group, uint64_t *ret_cpu_ns)
{
    return group->host->backend->cpu_ns(group, ret_cpu_ns);
}

int cgroup_usage(struct cgroup *group, struct cgroup_usage *ret, struct sandbox_error *error)
{
    return group->host->backend->usage(group, ret, error);
}

bool cgroup_forks_refused(struct cgroup *group, uint32_t processes)
{
    return group->host->backend->forks_refused &&
           group->host->backend->forks_refused(group, processes);
}

int cgroup_oom_fd(const struct cgroup *group, short *ret_poll_events)
{
    return group->host->backend->oom_fd ? group->host->backend->oom_fd(group, ret_poll_events) : -1;
}
