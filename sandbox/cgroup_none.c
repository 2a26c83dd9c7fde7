/*
 * No cgroup: what a room uses is sampled from /proc, and is approximate.
 *
 * The processes of a room are the descendants of its init: whoever loses its parent becomes a child
 * of init, the reaper of the pid namespace. A sample walks down /proc/PID/task/TID/children.
 *
 *   CPU     the CPU clock of each living process (nanoseconds, its ended threads included), and the
 *           time of ended children that were waited for (ticks, usually 10 ms). A process whose
 *           parent ignores SIGCHLD and that ends between two samples is missed.
 *   memory  anonymous and shared memory of all processes, summed, and the files in the room's
 *           scratch; pages shared since a fork count twice, page cache not at all. A peak between
 * samples is seen where it is one process's own (VmHWM).
 *
 * Nothing here enforces a limit: the judge's timer does, from these samples, besides the resource
 * limits (setrlimit) that each program starts with. An out-of-memory kill cannot happen.
 *
 * Source   proc_pid_task(5), proc_pid_status(5), proc_pid_stat(5); clock_getcpuclockid(3)
 */

#include "sandbox/cgroup_internal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#define MOST_PROCESSES 4096 /* of one room, in one sample */

struct group {
    struct cgroup base;
    pid_t init;
    uint64_t cpu_base, cpu_ns; /* cpu_ns never falls: ended processes may take theirs along */
    uint64_t floor, peak;
    pid_t pids[MOST_PROCESSES]; /* the walk's list */
};

struct sample {
    uint64_t cpu_ns;
    uint64_t memory_bytes;  /* of all */
    uint64_t largest_bytes; /* highest that one process, other than init, ever had */
};

static struct group *group_of(struct cgroup *group)
{
    return (struct group *) group;
}

/* ---- Walking ------------------------------------------------------------------------------- */

static size_t add_children_of_thread(struct group *group, size_t count, pid_t pid, int thread)
{
    char path[96];

    snprintf(path, sizeof(path), "/proc/%d/task/%d/children", (int) pid, thread);
    FILE *file = fopen(path, "re");
    if (!file)
        return count;
    int child;
    /* NOLINTNEXTLINE(cert-err34-c): the kernel wrote these numbers */
    while (count < MOST_PROCESSES && fscanf(file, "%d", &child) == 1)
        group->pids[count++] = child;
    fclose(file);
    return count;
}

static size_t add_children(struct group *group, size_t count, pid_t pid)
{
    char path[64];

    snprintf(path, sizeof(path), "/proc/%d/task", (int) pid);
    DIR *directory = opendir(path);
    if (!directory)
        return count;
    const struct dirent *entry;
    while ((entry = readdir(directory)))
        if (entry->d_name[0] != '.')
            count =
                add_children_of_thread(group, count, pid, (int) strtol(entry->d_name, NULL, 10));
    closedir(directory);
    return count;
}

/* ---- One process --------------------------------------------------------------------------- */

static uint64_t clock_of(pid_t pid)
{
    clockid_t clock;
    struct timespec now;

    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &now) < 0)
        return 0;
    return (uint64_t) now.tv_sec * 1000000000U + (uint64_t) now.tv_nsec;
}

/* User and system time of ended children that were waited for: fields 16 and 17 of stat. */
static uint64_t waited_for(pid_t pid)
{
    char path[64], text[1024];

    snprintf(path, sizeof(path), "/proc/%d/stat", (int) pid);
    if (cgroup_read_text(AT_FDCWD, path, text, sizeof(text)) < 0)
        return 0;
    const char *field = strrchr(text, ')');
    for (int i = 2; field && i < 16; i++)
        field = strchr(field + 1, ' ');
    long long user, system;
    /* NOLINTNEXTLINE(cert-err34-c): the kernel wrote these numbers */
    if (!field || sscanf(field, "%lld %lld", &user, &system) != 2 || user < 0 || system < 0)
        return 0;
    return (uint64_t) (user + system) * (1000000000U / (uint64_t) sysconf(_SC_CLK_TCK));
}

static uint64_t kilobytes(const char *status, const char *key)
{
    const char *line = strstr(status, key);
    return line ? strtoull(line + strlen(key), NULL, 10) * 1024 : 0;
}

static void add_memory(pid_t pid, pid_t init, struct sample *sample)
{
    char path[64], text[4096];

    snprintf(path, sizeof(path), "/proc/%d/status", (int) pid);
    if (cgroup_read_text(AT_FDCWD, path, text, sizeof(text)) < 0)
        return;
    uint64_t file = kilobytes(text, "\nRssFile:"), highest = kilobytes(text, "\nVmHWM:");
    uint64_t own = highest > file ? highest - file : 0;
    sample->memory_bytes += kilobytes(text, "\nRssAnon:") + kilobytes(text, "\nRssShmem:");
    if (own > sample->largest_bytes && pid != init)
        sample->largest_bytes = own;
}

/* Files of the scratch are memory, too. A plain user may look into the root of a program of the
 * room, by way of /proc, but not into that of init, which is not dumpable. */
static uint64_t scratch_in_use(const struct group *group, size_t count)
{
    for (size_t i = count; i-- > 0;) {
        char path[64];
        struct statfs use;

        snprintf(path, sizeof(path), "/proc/%d/root/box", (int) group->pids[i]);
        if (statfs(path, &use) == 0 && use.f_blocks >= use.f_bfree)
            return (uint64_t) (use.f_blocks - use.f_bfree) * (uint64_t) use.f_bsize;
    }
    return 0;
}

/* ---- Sampling ------------------------------------------------------------------------------ */

static void take_sample(struct group *group, bool memory, struct sample *sample)
{
    size_t count = 0;

    *sample = (struct sample){ 0 };
    if (group->init > 0)
        group->pids[count++] = group->init;
    for (size_t i = 0; i < count; i++) {
        pid_t pid = group->pids[i];
        count = add_children(group, count, pid);
        sample->cpu_ns += clock_of(pid) + waited_for(pid);
        if (memory)
            add_memory(pid, group->init, sample);
    }
    if (memory)
        sample->memory_bytes += scratch_in_use(group, count);
}

static int open_host(struct cgroup_host *host, struct sandbox_error *error)
{
    (void) host;
    char path[64];
    snprintf(path, sizeof(path), "/proc/self/task/%d/children", (int) getpid());
    if (access(path, R_OK) < 0)
        return cgroup_fail(error, -ENOTSUP, "neither cgroups nor %s can be used", path);
    return 0;
}

static int make_group(struct cgroup_host *host, struct cgroup **ret, struct sandbox_error *error)
{
    struct group *group = calloc(1, sizeof(*group));
    if (!group)
        return cgroup_fail(error, -ENOMEM, "no memory for a resource group");
    group->base.host = host;
    *ret = &group->base;
    return 0;
}

static void free_group(struct cgroup *base)
{
    free(group_of(base));
}

static int adopt(struct cgroup *base, pid_t init, struct sandbox_error *error)
{
    (void) error;
    group_of(base)->init = init;
    return 0;
}

static int arm(struct cgroup *base, uint64_t memory_bytes, uint32_t processes,
               struct sandbox_error *error)
{
    struct group *group = group_of(base);
    struct sample sample;
    (void) memory_bytes;
    (void) processes;
    (void) error;
    take_sample(group, true, &sample);
    group->cpu_base = sample.cpu_ns;
    group->cpu_ns = 0;
    group->floor = sample.memory_bytes;
    group->peak = 0;
    return 0;
}

static void update(struct group *group, const struct sample *sample)
{
    uint64_t cpu_ns = sample->cpu_ns > group->cpu_base ? sample->cpu_ns - group->cpu_base : 0;
    uint64_t sum = sample->memory_bytes > group->floor ? sample->memory_bytes - group->floor : 0;

    if (cpu_ns > group->cpu_ns)
        group->cpu_ns = cpu_ns;
    if (sum > group->peak)
        group->peak = sum;
    if (sample->largest_bytes > group->peak)
        group->peak = sample->largest_bytes;
}

static int read_cpu(struct cgroup *base, uint64_t *ret_cpu_ns)
{
    struct group *group = group_of(base);
    struct sample sample;
    take_sample(group, false, &sample);
    sample.memory_bytes = group->floor;
    update(group, &sample);
    *ret_cpu_ns = group->cpu_ns;
    return 0;
}

static int read_usage(struct cgroup *base, struct cgroup_usage *ret, struct sandbox_error *error)
{
    struct group *group = group_of(base);
    struct sample sample;
    (void) error;
    take_sample(group, true, &sample);
    update(group, &sample);
    *ret = (struct cgroup_usage){
        .cpu_ns = group->cpu_ns,
        .memory_bytes = group->peak,
        .memory_now = sample.memory_bytes > group->floor ? sample.memory_bytes - group->floor : 0,
    };
    return 0;
}

const struct cgroup_backend cgroup_backend_none = {
    .name = "rlimit",
    .kind = SANDBOX_RLIMIT,
    .open = open_host,
    .make = make_group,
    .free = free_group,
    .adopt = adopt,
    .arm = arm,
    .cpu_ns = read_cpu,
    .usage = read_usage,
};
