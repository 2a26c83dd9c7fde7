/*
 * cgroup v1: three hierarchies (memory, cpuacct, pids), one directory a room in each.
 *
 * The room's init enters all three once, by itself: a thread that moves itself needs no lock, while
 * to move another process the kernel waits for all forks and exits of the host, often for more than
 * ten milliseconds. Every run is forked from init and so is born inside.
 *
 * Between runs nothing moves: cgroup_arm() resets the peak (writing 0 to memory.max_usage_in_bytes)
 * and notes the other counters, and what a run used is the difference.
 *
 * The init lives in the same group, so what it needs itself (the "floor") is noted too: limits are
 * set that much higher and the peak is reported that much lower. What runs before left in caches is
 * no need of the room's and does not make limits higher (cgroup_needed_floor()). The kernel charges
 * in batches of 64 pages a CPU, which makes a peak differ from the truth by up to 256 KiB a CPU,
 * either way; limits are exact, since a charge that would fail is tried again with the bare need.
 *
 * Out of memory is told in two ways, both counted: the eventfd fires when the kernel begins to look
 * for a victim, memory.oom_control counts the victims. A run that is killed by the judge between
 * the two would show no victim. Both tell of shortages in the groups above and on the host as well;
 * those are told apart by the peak, which is at the limit when it was this group's own that was
 * reached. (failcnt, which should count just that, stays 0 in Linux 6.18.)
 *
 * Source   kernel, admin-guide/cgroup-v1/memory.rst, cpuacct.rst, pids.rst
 */

#include "sandbox/cgroup_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MEMORY, CPU, PIDS };
static const char *const controllers[CGROUP_PLACES] = { "memory", "cpuacct", "pids" };

/* Files that stay open. */
enum {
    MEMORY_LIMIT,
    MEMORY_AND_SWAP_LIMIT, /* absent where swap is not accounted for */
    MEMORY_USAGE,
    MEMORY_PEAK,
    MEMORY_STAT,
    MEMORY_OOM,
    CPU_USAGE,
    PIDS_LIMIT,
    PIDS_CURRENT,
    PIDS_EVENTS,
    MEMORY_TASKS, /* the three by which init enters */
    CPU_TASKS,
    PIDS_TASKS,
    FILE_COUNT
};
static const struct {
    int controller;
    const char *name;
    int flags;
    bool optional;
} files[FILE_COUNT] = {
    [MEMORY_LIMIT] = { MEMORY, "memory.limit_in_bytes", O_RDWR, false },
    [MEMORY_AND_SWAP_LIMIT] = { MEMORY, "memory.memsw.limit_in_bytes", O_RDWR, true },
    [MEMORY_USAGE] = { MEMORY, "memory.usage_in_bytes", O_RDONLY, false },
    [MEMORY_PEAK] = { MEMORY, "memory.max_usage_in_bytes", O_RDWR, false },
    [MEMORY_STAT] = { MEMORY, "memory.stat", O_RDONLY, false },
    [MEMORY_OOM] = { MEMORY, "memory.oom_control", O_RDONLY, false },
    [CPU_USAGE] = { CPU, "cpuacct.usage", O_RDONLY, false },
    [PIDS_LIMIT] = { PIDS, "pids.max", O_RDWR, false },
    [PIDS_CURRENT] = { PIDS, "pids.current", O_RDONLY, false },
    [PIDS_EVENTS] = { PIDS, "pids.events", O_RDONLY, true },
    [MEMORY_TASKS] = { MEMORY, "tasks", O_WRONLY, false },
    [CPU_TASKS] = { CPU, "tasks", O_WRONLY, false },
    [PIDS_TASKS] = { PIDS, "tasks", O_WRONLY, false },
};

#define NO_LIMIT ((uint64_t) INT64_MAX) /* rounded down to a page by the kernel: its own "none" */
#define INIT_PROCESSES 1
/* What the kernel asks for at once, at most, before it looks for a victim. */
#define CHARGE_LARGEST ((uint64_t) 64 * 4096)
/* The floor changes a little from run to run; limits are not written for less than this. */
#define FLOOR_STEP ((uint64_t) 256 * 1024)

struct group {
    struct cgroup base;
    char name[96];
    int file[FILE_COUNT];
    int oom_event;                 /* eventfd, -1 where the kernel has none */
    uint64_t limit, process_limit; /* as last written */
    uint64_t floor;                /* what is in use before the run */
    uint64_t limit_floor;          /* how much of that was added to the limit */
    uint64_t least_floor;          /* the lowest there was */
    uint64_t cpu_base, oom_base, oom_events, refused_base;
};

static struct group *group_of(struct cgroup *group)
{
    return (struct group *) group;
}

/* ---- Host ---------------------------------------------------------------------------------- */

static int open_place(const char *controller, int *ret_fd, struct sandbox_error *error)
{
    char path[PATH_MAX];
    size_t top;
    int result = cgroup_place_find(controller, path, &top);
    if (result < 0)
        return cgroup_fail(error, result, "the v1 controller %s is not mounted here", controller);
    int fd = cgroup_open_file(AT_FDCWD, path, O_RDONLY | O_DIRECTORY);
    if (fd < 0)
        return cgroup_fail(error, fd, "cannot open %s", path);
    if (faccessat(fd, ".", W_OK | X_OK, AT_EACCESS) < 0) {
        result = cgroup_fail(error, -errno, "cannot make groups in %s", path);
        close(fd);
        return result;
    }
    *ret_fd = fd;
    return 0;
}

static int open_host(struct cgroup_host *host, struct sandbox_error *error)
{
    for (int i = 0; i < CGROUP_PLACES; i++) {
        int result = open_place(controllers[i], &host->place_fd[i], error);
        if (result < 0) {
            while (i-- > 0)
                cgroup_close_fd(&host->place_fd[i]);
            return result;
        }
    }
    for (int i = 0; i < CGROUP_PLACES; i++)
        cgroup_sweep(host->place_fd[i]);
    return 0;
}

/* ---- Making and removing ------------------------------------------------------------------- */

static void free_group(struct cgroup *base)
{
    struct group *group = group_of(base);

    for (int i = 0; i < FILE_COUNT; i++)
        cgroup_close_fd(&group->file[i]);
    cgroup_close_fd(&group->oom_event);
    /* pids first: it forbids new processes while the rest is killed. */
    for (int i = CGROUP_PLACES; i-- > 0;)
        cgroup_remove(base->host->place_fd[i], group->name);
    free(group);
}

/* A process that has just ended may be counted for a moment; then the group is removed as ever, and
 * so it is when caches are left in it, which the next room would have to make room for. A group
 * that somebody removed underneath answers ENODEV. */
static bool is_reusable(struct cgroup *base)
{
    struct group *group = group_of(base);
    uint64_t processes, bytes;

    return cgroup_read_number(group->file[PIDS_CURRENT], &processes) == 0 && processes == 0 &&
           cgroup_read_number(group->file[MEMORY_USAGE], &bytes) == 0 &&
           bytes <= group->least_floor + CGROUP_CACHE_IGNORED;
}

/* Asks for an event when the group is out of memory. Some kernels (PREEMPT_RT) refuse; then the
 * counter at the end of the run has to do. */
static void register_oom_event(struct group *group, int directory_fd)
{
    char text[32];

    group->oom_event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    snprintf(text, sizeof(text), "%d %d", group->oom_event, group->file[MEMORY_OOM]);
    if (group->oom_event >= 0 && cgroup_write_text(directory_fd, "cgroup.event_control", text) < 0)
        cgroup_close_fd(&group->oom_event);
}

static int open_files(struct group *group, int controller, int directory_fd,
                      struct sandbox_error *error)
{
    for (int i = 0; i < FILE_COUNT; i++) {
        if (files[i].controller != controller)
            continue;
        int fd = cgroup_open_file(directory_fd, files[i].name, files[i].flags);
        if (fd < 0 && !files[i].optional)
            return cgroup_fail(error, fd, "cannot open %s of %s", files[i].name, group->name);
        group->file[i] = fd < 0 ? -1 : fd;
    }
    if (controller != MEMORY)
        return 0;
    /* 0 keeps anonymous memory out of swap even where swap is not accounted for. */
    int result = cgroup_write_text(directory_fd, "memory.swappiness", "0");
    if (result < 0)
        return cgroup_fail(error, result, "cannot switch off swap for %s", group->name);
    register_oom_event(group, directory_fd);
    return 0;
}

static int fill_group(struct group *group, struct sandbox_error *error)
{
    const int *place_fd = group->base.host->place_fd;

    for (int i = 0; i < CGROUP_PLACES; i++) {
        /* Controllers may be mounted together, and then the directory is there already. */
        if (mkdirat(place_fd[i], group->name, 0755) < 0 && errno != EEXIST)
            return cgroup_fail(error, -errno, "cannot make the %s group %s", controllers[i],
                               group->name);
        int fd = cgroup_open_file(place_fd[i], group->name, O_RDONLY | O_DIRECTORY);
        if (fd < 0)
            return cgroup_fail(error, fd, "cannot open the %s group %s", controllers[i],
                               group->name);
        int result = open_files(group, i, fd, error);
        close(fd);
        if (result < 0)
            return result;
    }
    return 0;
}

static int make_group(struct cgroup_host *host, struct cgroup **ret, struct sandbox_error *error)
{
    struct group *group = calloc(1, sizeof(*group));
    if (!group)
        return cgroup_fail(error, -ENOMEM, "no memory for a resource group");
    group->base.host = host;
    group->oom_event = -1;
    group->limit = NO_LIMIT;
    group->process_limit = UINT64_MAX;
    group->least_floor = UINT64_MAX;
    for (int i = 0; i < FILE_COUNT; i++)
        group->file[i] = -1;
    int result = cgroup_name_new(group->name, sizeof(group->name));
    if (result < 0) {
        free(group);
        return cgroup_fail(error, result, "cannot read /proc/self/stat");
    }
    result = fill_group(group, error);
    if (result < 0) {
        free_group(&group->base);
        return result;
    }
    *ret = &group->base;
    return 0;
}

static size_t entries(const struct cgroup *base, int fds[CGROUP_PLACES])
{
    const struct group *group = (const struct group *) base;

    for (int i = 0; i < CGROUP_PLACES; i++)
        fds[i] = group->file[MEMORY_TASKS + i];
    return CGROUP_PLACES;
}

/* ---- Limits -------------------------------------------------------------------------------- */

/* The limit of memory and swap together may never be the smaller one, so the order of the two
 * writes depends on the direction. A limit below what is in use makes the kernel reclaim and, when
 * that fails, say EBUSY; then everything reclaimable is dropped and it is tried once more. */
static int write_memory_limit(struct group *group, uint64_t limit)
{
    bool raise = limit > group->limit;
    const int order[] = { raise ? MEMORY_AND_SWAP_LIMIT : MEMORY_LIMIT,
                          raise ? MEMORY_LIMIT : MEMORY_AND_SWAP_LIMIT };

    for (int i = 0; i < 2; i++) {
        int fd = group->file[order[i]];
        int result = fd < 0 ? 0 : cgroup_write_number(fd, limit);
        if (result < 0)
            return result;
    }
    return 0;
}

static uint64_t limit_above(uint64_t floor, uint64_t memory_bytes)
{
    uint64_t limit;

    if (memory_bytes == 0 || __builtin_add_overflow(memory_bytes, floor, &limit) ||
        limit > NO_LIMIT)
        limit = NO_LIMIT;
    return limit;
}

static int set_memory_limit(struct group *group, uint64_t memory_bytes, struct sandbox_error *error)
{
    uint64_t floor =
        cgroup_needed_floor(group->file[MEMORY_STAT], group->floor, group->least_floor);
    uint64_t moved =
        floor > group->limit_floor ? floor - group->limit_floor : group->limit_floor - floor;
    if (moved < FLOOR_STEP)
        floor = group->limit_floor;
    uint64_t limit = limit_above(floor, memory_bytes);
    if (limit == group->limit)
        return 0;
    int result = write_memory_limit(group, limit);
    if (result == -EBUSY) {
        char file[128];
        snprintf(file, sizeof(file), "%s/memory.force_empty", group->name);
        cgroup_write_text(group->base.host->place_fd[MEMORY], file, "0");
        result = write_memory_limit(group, limit);
    }
    /* No cache, after all. */
    if (result == -EBUSY && cgroup_read_number(group->file[MEMORY_USAGE], &floor) == 0) {
        limit = limit_above(floor, memory_bytes);
        result = write_memory_limit(group, limit);
    }
    if (result < 0)
        return cgroup_fail(error, result, "cannot limit memory of %s to %llu bytes", group->name,
                           (unsigned long long) limit);
    group->limit = limit;
    group->limit_floor = floor;
    return 0;
}

static int set_process_limit(struct group *group, uint32_t processes, struct sandbox_error *error)
{
    uint64_t limit = processes == 0 ? UINT64_MAX : (uint64_t) processes + INIT_PROCESSES;
    if (limit == group->process_limit)
        return 0;
    int fd = group->file[PIDS_LIMIT];
    int result = processes == 0 ? (pwrite(fd, "max", 3, 0) < 0 ? -errno : 0)
                                : cgroup_write_number(fd, limit);
    if (result < 0)
        return cgroup_fail(error, result, "cannot limit %s to %u processes", group->name,
                           processes);
    group->process_limit = limit;
    return 0;
}

/* ---- Counters ------------------------------------------------------------------------------ */

static void drain_oom_event(struct group *group)
{
    uint64_t count;
    if (group->oom_event >= 0 && read(group->oom_event, &count, sizeof(count)) == sizeof(count))
        group->oom_events += count;
}

static int note_counters(struct group *group)
{
    int result = cgroup_write_number(group->file[MEMORY_PEAK], 0);
    if (result == 0)
        result = cgroup_read_number(group->file[CPU_USAGE], &group->cpu_base);
    if (result == 0)
        result = cgroup_read_key(group->file[MEMORY_OOM], "oom_kill", &group->oom_base);
    if (result == 0 && group->file[PIDS_EVENTS] >= 0)
        result = cgroup_read_key(group->file[PIDS_EVENTS], "max", &group->refused_base);
    drain_oom_event(group);
    group->oom_events = 0;
    return result;
}

static int arm(struct cgroup *base, uint64_t memory_bytes, uint32_t processes,
               struct sandbox_error *error)
{
    struct group *group = group_of(base);
    int result = cgroup_read_number(group->file[MEMORY_USAGE], &group->floor);
    if (result < 0)
        return cgroup_fail(error, result, "cannot read memory.usage_in_bytes of %s", group->name);
    if (group->floor < group->least_floor)
        group->least_floor = group->floor;
    result = set_memory_limit(group, memory_bytes, error);
    if (result == 0)
        result = set_process_limit(group, processes, error);
    if (result < 0)
        return result;
    result = note_counters(group);
    if (result < 0)
        return cgroup_fail(error, result, "cannot reset the counters of %s", group->name);
    return 0;
}

static uint64_t above(uint64_t value, uint64_t base)
{
    return value > base ? value - base : 0;
}

static int read_cpu(struct cgroup *base, uint64_t *ret_cpu_ns)
{
    struct group *group = group_of(base);
    uint64_t total;
    int result = cgroup_read_number(group->file[CPU_USAGE], &total);
    if (result == 0)
        *ret_cpu_ns = above(total, group->cpu_base);
    return result;
}

static int read_usage(struct cgroup *base, struct cgroup_usage *ret, struct sandbox_error *error)
{
    struct group *group = group_of(base);
    uint64_t cpu_ns = 0, peak = 0, now = 0, kills = 0;
    int result = read_cpu(base, &cpu_ns);
    if (result == 0)
        result = cgroup_read_number(group->file[MEMORY_PEAK], &peak);
    if (result == 0)
        result = cgroup_read_number(group->file[MEMORY_USAGE], &now);
    if (result == 0)
        result = cgroup_read_key(group->file[MEMORY_OOM], "oom_kill", &kills);
    if (result < 0)
        return cgroup_fail(error, result, "cannot read the counters of %s", group->name);
    drain_oom_event(group);
    kills = above(kills, group->oom_base);
    bool own = group->limit != NO_LIMIT && peak + CHARGE_LARGEST >= group->limit;
    *ret = (struct cgroup_usage){
        .cpu_ns = cpu_ns,
        /* At the limit, caches that were there before have made way for what was asked for. */
        .memory_bytes = above(peak, own && group->limit_floor < group->floor ? group->limit_floor
                                                                             : group->floor),
        .memory_now = above(now, group->floor),
        .oom_kills = !own                        ? 0
                     : kills > group->oom_events ? kills
                                                 : group->oom_events,
        .host_kills = own ? 0 : kills,
    };
    return 0;
}

/* The group where the fork was tried counts it, whichever group's limit it was. */
static bool forks_refused(struct cgroup *base, uint32_t processes)
{
    struct group *group = group_of(base);
    uint64_t refused = 0;

    return group->file[PIDS_EVENTS] >= 0 &&
           cgroup_read_key(group->file[PIDS_EVENTS], "max", &refused) == 0 &&
           refused > group->refused_base &&
           !cgroup_room_for_processes(base->host->place_fd[PIDS], processes);
}

static int oom_fd(const struct cgroup *base, short *ret_poll_events)
{
    *ret_poll_events = POLLIN;
    return ((const struct group *) base)->oom_event;
}

const struct cgroup_backend cgroup_backend_v1 = {
    .name = "cgroup1",
    .kind = SANDBOX_CGROUP1,
    .open = open_host,
    .make = make_group,
    .free = free_group,
    .is_reusable = is_reusable,
    .entries = entries,
    .arm = arm,
    .cpu_ns = read_cpu,
    .usage = read_usage,
    .forks_refused = forks_refused,
    .oom_fd = oom_fd,
};
