/*
 * cgroup v2: one hierarchy; a room has a group R with the children R/init and R/run.
 *
 * A group with controllers for its children may hold no process itself, so init gets a child of its
 * own, and runs are born into the other by clone3(CLONE_INTO_CGROUP): R/run holds the run and
 * nothing else, and no migration is paid.
 *
 * The kernel lets init do that only if it may write cgroup.procs of R and of R/run, and if both
 * children lie within init's cgroup namespace (mount option nsdelegate). Hence
 *   - init is first put into R itself, unshares its cgroup namespace there, so that R is its root,
 *     and is moved on to R/init by the first cgroup_arm();
 *   - both files are made writable for everybody. That opens nothing to others: who moves a process
 *     must also be allowed to write to the common ancestor of its old group and the new one, and
 *     for a process from outside of R that lies above R.
 *
 * Where memory.peak can be reset (Linux 6.12: a write to it starts a new peak for that descriptor)
 * R/run is kept from run to run. Otherwise it is removed and made anew, which is why
 * cgroup_birth_fd() may change with every cgroup_arm().
 *
 * The judge's own group, where rooms are made, must have no process in it either. A judge that is
 * alone in its group (systemd's delegated scope, or the first process of a container) moves itself
 * into a leaf below, and back at the end.
 *
 * Source   kernel, admin-guide/cgroup-v2.rst; clone(2), CLONE_INTO_CGROUP; cgroup_namespaces(7)
 */

#include "sandbox/cgroup_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define LEAF "assay-judge"
#define ENABLE "+memory +pids"
#define DISABLE "-memory -pids"
/* What the kernel asks for at once, at most. */
#define CHARGE_LARGEST ((uint64_t) 64 * 4096)

enum {
    MEMORY_MAX,
    MEMORY_CURRENT,
    MEMORY_PEAK,
    MEMORY_STAT,
    MEMORY_EVENTS,
    PIDS_MAX,
    CPU_STAT,
    FILE_COUNT
};
static const struct {
    const char *name;
    int flags;
} files[FILE_COUNT] = {
    [MEMORY_MAX] = { "memory.max", O_RDWR },     [MEMORY_CURRENT] = { "memory.current", O_RDONLY },
    [MEMORY_PEAK] = { "memory.peak", O_RDWR },   [MEMORY_EVENTS] = { "memory.events", O_RDONLY },
    [PIDS_MAX] = { "pids.max", O_RDWR },         [CPU_STAT] = { "cpu.stat", O_RDONLY },
    [MEMORY_STAT] = { "memory.stat", O_RDONLY },
};

/* What memory.events says. */
struct oom {
    uint64_t begun; /* "oom": how often the group's own limit made the kernel look for a victim */
    uint64_t kills; /* "oom_kill": victims, whatever they were killed for */
};

struct group {
    struct cgroup base;
    char name[96];
    int room_fd; /* R */
    int run_fd;  /* R/run, -1 before the first cgroup_arm() */
    bool used;   /* R/run has had a run */
    bool can_reset_peak;
    int file[FILE_COUNT];
    uint64_t limit, process_limit; /* as last written */
    uint64_t floor,
        limit_floor; /* in use before the run, and how much of it the limit allows for */
    uint64_t cpu_base_us;
    struct oom oom_base;
};

static struct group *group_of(struct cgroup *group)
{
    return (struct group *) group;
}

/* ---- Host ---------------------------------------------------------------------------------- */

static int write_pid(int directory_fd, const char *file, pid_t pid)
{
    char text[32];

    snprintf(text, sizeof(text), "%d", (int) pid);
    return cgroup_write_text(directory_fd, file, text);
}

static bool lists_controllers(const char *list)
{
    return cgroup_has_word(list, " ", "memory") && cgroup_has_word(list, " ", "pids");
}

static bool is_alone(int directory_fd)
{
    char text[128], own[32];

    snprintf(own, sizeof(own), "%d", (int) getpid());
    return cgroup_read_text(directory_fd, "cgroup.procs", text, sizeof(text)) == 0 &&
           strcmp(text, own) == 0;
}

static int move_to_leaf(int directory_fd)
{
    if (mkdirat(directory_fd, LEAF, 0755) < 0 && errno != EEXIST)
        return -errno;
    return write_pid(directory_fd, LEAF "/cgroup.procs", getpid());
}

static void move_back(int directory_fd)
{
    if (write_pid(directory_fd, "cgroup.procs", getpid()) == 0)
        unlinkat(directory_fd, LEAF, AT_REMOVEDIR);
}

/* Makes the controllers available to the children of a group. */
static int enable(int directory_fd, bool own, bool *ret_moved)
{
    char text[256];

    if (cgroup_read_text(directory_fd, "cgroup.subtree_control", text, sizeof(text)) == 0 &&
        lists_controllers(text))
        return 0;
    int result = cgroup_write_text(directory_fd, "cgroup.subtree_control", ENABLE);
    if (result != -EBUSY || !own || !is_alone(directory_fd))
        return result;
    result = move_to_leaf(directory_fd);
    if (result < 0)
        return result;
    result = cgroup_write_text(directory_fd, "cgroup.subtree_control", ENABLE);
    if (result < 0)
        move_back(directory_fd);
    else
        *ret_moved = true;
    return result;
}

/* memory.peak came with Linux 5.19, and a group at the top has none, so that only a new one shows
 * it. Without it no result could say how much memory a run had. */
static int find_peak(int directory_fd)
{
    char name[96];
    int result = cgroup_name_new(name, sizeof(name));
    if (result < 0)
        return result;
    if (mkdirat(directory_fd, name, 0755) < 0)
        return -errno;
    int fd = cgroup_open_file(directory_fd, name, O_RDONLY | O_DIRECTORY);
    result = fd < 0 ? fd : faccessat(fd, "memory.peak", F_OK, 0) < 0 ? -ENOTSUP : 0;
    cgroup_close_fd(&fd);
    unlinkat(directory_fd, name, AT_REMOVEDIR);
    return result;
}

static int check_place(int fd, const char *path, struct sandbox_error *error)
{
    char text[256];
    int result = cgroup_read_text(fd, "cgroup.controllers", text, sizeof(text));
    if (result < 0)
        return cgroup_fail(error, result, "cannot read cgroup.controllers of %s", path);
    if (!lists_controllers(text))
        return cgroup_fail(error, -ENOTSUP, "memory and pids are not among the controllers of %s",
                           path);
    if (faccessat(fd, ".", W_OK | X_OK, AT_EACCESS) < 0)
        return cgroup_fail(error, -errno, "cannot make groups in %s", path);
    return 0;
}

/* Puts the judge back, so that its group can hold processes again. Another judge's rooms beside
 * ours make it fail, and then it stays as it is. */
static void leave_place(struct cgroup_host *host, int fd)
{
    if (host->moved && cgroup_write_text(fd, "cgroup.subtree_control", DISABLE) == 0)
        move_back(fd);
    host->moved = false;
}

static int prepare_place(struct cgroup_host *host, int fd, const char *path, bool own,
                         struct sandbox_error *error)
{
    int result = enable(fd, own, &host->moved);
    if (result == -EBUSY)
        return cgroup_fail(error, result, "%s has other processes than the judge in it", path);
    if (result < 0)
        return cgroup_fail(error, result, "cannot enable controllers in %s", path);
    result = find_peak(fd);
    if (result < 0) {
        leave_place(host, fd);
        return cgroup_fail(error, result, "no group with memory.peak (Linux 5.19) in %s", path);
    }
    return 0;
}

static int open_place(struct cgroup_host *host, const char *path, bool own,
                      struct sandbox_error *error)
{
    int fd = cgroup_open_file(AT_FDCWD, path, O_RDONLY | O_DIRECTORY);
    if (fd < 0)
        return cgroup_fail(error, fd, "cannot open %s", path);
    int result = check_place(fd, path, error);
    if (result == 0)
        result = prepare_place(host, fd, path, own, error);
    if (result < 0)
        close(fd);
    else
        host->place_fd[0] = fd;
    return result;
}

/* Cuts `path` to the group above it; whether that may be used as well: because it was delegated to
 * us together with the group that we are in, or because nobody else manages groups here. systemd
 * marks what it delegates. */
static bool go_up(char *path, size_t top)
{
    char mark = '0';

    if (strlen(path) <= top)
        return false;
    bool ours = strcmp(strrchr(path, '/'), "/" LEAF) == 0 || !cgroup_systemd_runs();
    *strrchr(path, '/') = '\0';
    return ours || (getxattr(path, "user.delegate", &mark, 1) == 1 && mark == '1');
}

static int open_host(struct cgroup_host *host, struct sandbox_error *error)
{
    char path[PATH_MAX];
    size_t top;
    int result = cgroup_place_find(NULL, path, &top);
    if (result < 0)
        return cgroup_fail(error, result, "the v2 hierarchy is not mounted here");
    result = open_place(host, path, true, error);
    while (result < 0 && go_up(path, top))
        result = open_place(host, path, false, NULL);
    if (result == 0)
        cgroup_sweep(host->place_fd[0]);
    return result;
}

static void close_host(struct cgroup_host *host)
{
    leave_place(host, host->place_fd[0]);
}

/* ---- Making and removing ------------------------------------------------------------------- */

static void close_run(struct group *group)
{
    for (int i = 0; i < FILE_COUNT; i++)
        cgroup_close_fd(&group->file[i]);
    cgroup_close_fd(&group->run_fd);
}

static void free_group(struct cgroup *base)
{
    struct group *group = group_of(base);

    close_run(group);
    cgroup_close_fd(&group->room_fd);
    cgroup_remove(base->host->place_fd[0], group->name);
    free(group);
}

static int make_group(struct cgroup_host *host, struct cgroup **ret, struct sandbox_error *error)
{
    struct group *group = calloc(1, sizeof(*group));
    if (!group)
        return cgroup_fail(error, -ENOMEM, "no memory for a resource group");
    group->base.host = host;
    group->room_fd = group->run_fd = -1;
    for (int i = 0; i < FILE_COUNT; i++)
        group->file[i] = -1;
    int result = cgroup_name_new(group->name, sizeof(group->name));
    if (result < 0) {
        free(group);
        return cgroup_fail(error, result, "cannot read /proc/self/stat");
    }
    if (mkdirat(host->place_fd[0], group->name, 0755) < 0) {
        result = cgroup_fail(error, -errno, "cannot make the group %s", group->name);
        free(group);
        return result;
    }
    group->room_fd = cgroup_open_file(host->place_fd[0], group->name, O_RDONLY | O_DIRECTORY);
    if (group->room_fd < 0) {
        result = cgroup_fail(error, group->room_fd, "cannot open the group %s", group->name);
        free_group(&group->base);
        return result;
    }
    *ret = &group->base;
    return 0;
}

/* Undoes split(), for a room whose init has died and that gets another one. */
static int join(struct group *group)
{
    close_run(group);
    int result = cgroup_remove(group->room_fd, "run");
    if (result == 0 || result == -ENOENT)
        result = cgroup_remove(group->room_fd, "init");
    if (result == 0 || result == -ENOENT)
        result = cgroup_write_text(group->room_fd, "cgroup.subtree_control", DISABLE);
    return result;
}

static int adopt(struct cgroup *base, pid_t init, struct sandbox_error *error)
{
    struct group *group = group_of(base);
    int result = group->run_fd >= 0 ? join(group) : 0;

    if (result == 0)
        result = write_pid(group->room_fd, "cgroup.procs", init);
    if (result < 0)
        return cgroup_fail(error, result, "cannot move process %d into the group %s", (int) init,
                           group->name);
    return 0;
}

/* ---- The two halves of a room -------------------------------------------------------------- */

static int let_everybody_write(int directory_fd)
{
    int fd = cgroup_open_file(directory_fd, "cgroup.procs", O_WRONLY);
    if (fd < 0)
        return fd;
    int result = fchmod(fd, 0666) < 0 ? -errno : 0;
    close(fd);
    return result;
}

/* Moves what is in R on to R/init. The list is read again until it is empty, since what is moved
 * may have forked meanwhile. */
static int move_init(struct group *group)
{
    char text[4096];

    if (mkdirat(group->room_fd, "init", 0755) < 0 && errno != EEXIST)
        return -errno;
    for (;;) {
        int result = cgroup_read_text(group->room_fd, "cgroup.procs", text, sizeof(text));
        if (result < 0 || text[0] == '\0')
            return result;
        result = write_pid(group->room_fd, "init/cgroup.procs", (pid_t) strtol(text, NULL, 10));
        if (result < 0 && result != -ESRCH)
            return result;
    }
}

static int open_run_files(struct group *group)
{
    for (int i = 0; i < FILE_COUNT; i++) {
        int fd = cgroup_open_file(group->run_fd, files[i].name, files[i].flags);
        if (fd == -EACCES && i == MEMORY_PEAK) /* read-only before Linux 6.12 */
            fd = cgroup_open_file(group->run_fd, files[i].name, O_RDONLY);
        if (fd < 0)
            return fd;
        group->file[i] = fd;
    }
    return 0;
}

/* Swap is left as it is where the kernel does not account for it; oom.group kills the whole run
 * instead of one process of it. */
static int make_run(struct group *group)
{
    if (mkdirat(group->room_fd, "run", 0755) < 0 && errno != EEXIST)
        return -errno;
    group->run_fd = cgroup_open_file(group->room_fd, "run", O_RDONLY | O_DIRECTORY);
    if (group->run_fd < 0)
        return group->run_fd;
    int result = open_run_files(group);
    if (result == 0)
        result = let_everybody_write(group->run_fd);
    if (result == 0)
        result = cgroup_write_text(group->run_fd, "memory.oom.group", "1");
    if (result == 0)
        result = cgroup_write_text(group->run_fd, "memory.swap.max", "0");
    if (result == -ENOENT)
        result = 0;
    group->limit = group->process_limit = UINT64_MAX;
    group->can_reset_peak = cgroup_write_number(group->file[MEMORY_PEAK], 0) == 0;
    group->used = false;
    return result;
}

static int split(struct group *group)
{
    int result = move_init(group);
    if (result == 0)
        result = cgroup_write_text(group->room_fd, "cgroup.subtree_control", ENABLE);
    if (result == 0)
        result = let_everybody_write(group->room_fd);
    if (result == 0)
        result = make_run(group);
    if (result < 0)
        close_run(group);
    return result;
}

/* A run that is still there (a program beside others) keeps its group, and its peak. */
static int renew_run(struct group *group)
{
    if (!group->used || group->can_reset_peak)
        return 0;
    if (unlinkat(group->room_fd, "run", AT_REMOVEDIR) < 0)
        return errno == EBUSY ? 0 : -errno;
    close_run(group);
    return make_run(group);
}

static int birth_fd(const struct cgroup *base)
{
    return ((const struct group *) base)->run_fd;
}

/* ---- Limits and counters ------------------------------------------------------------------- */

static int set_limit(struct group *group, int file, uint64_t limit, uint64_t *last)
{
    if (limit == *last)
        return 0;
    int fd = group->file[file];
    int result = limit == UINT64_MAX ? (pwrite(fd, "max", 3, 0) < 0 ? -errno : 0)
                                     : cgroup_write_number(fd, limit);
    if (result == 0)
        *last = limit;
    return result;
}

static int read_oom(struct group *group, struct oom *ret)
{
    int result = cgroup_read_key(group->file[MEMORY_EVENTS], "oom", &ret->begun);
    if (result == 0)
        result = cgroup_read_key(group->file[MEMORY_EVENTS], "oom_kill", &ret->kills);
    return result;
}

static int set_limits(struct group *group, uint64_t memory_bytes, uint32_t processes)
{
    uint64_t limit;
    group->limit_floor = cgroup_needed_floor(group->file[MEMORY_STAT], group->floor, 0);
    if (memory_bytes == 0 || __builtin_add_overflow(memory_bytes, group->limit_floor, &limit))
        limit = UINT64_MAX;
    int result = set_limit(group, MEMORY_MAX, limit, &group->limit);
    if (result == 0)
        result =
            set_limit(group, PIDS_MAX, processes ? processes : UINT64_MAX, &group->process_limit);
    return result;
}

static int note_counters(struct group *group)
{
    int result = 0;
    if (group->can_reset_peak)
        result = cgroup_write_number(group->file[MEMORY_PEAK], 0);
    if (result == 0)
        result = cgroup_read_key(group->file[CPU_STAT], "usage_usec", &group->cpu_base_us);
    if (result == 0)
        result = read_oom(group, &group->oom_base);
    return result;
}

static int arm(struct cgroup *base, uint64_t memory_bytes, uint32_t processes,
               struct sandbox_error *error)
{
    struct group *group = group_of(base);
    int result = group->run_fd < 0 ? split(group) : renew_run(group);
    if (result < 0)
        return cgroup_fail(error, result, "cannot prepare the group %s for a run", group->name);
    result = cgroup_read_number(group->file[MEMORY_CURRENT], &group->floor);
    if (result == 0)
        result = set_limits(group, memory_bytes, processes);
    if (result < 0)
        return cgroup_fail(error, result, "cannot set the limits of %s", group->name);
    result = note_counters(group);
    if (result < 0)
        return cgroup_fail(error, result, "cannot reset the counters of %s", group->name);
    group->used = true;
    return 0;
}

static uint64_t above(uint64_t value, uint64_t base)
{
    return value > base ? value - base : 0;
}

static int read_cpu(struct cgroup *base, uint64_t *ret_cpu_ns)
{
    struct group *group = group_of(base);
    uint64_t total_us;
    if (group->run_fd < 0) {
        *ret_cpu_ns = 0;
        return 0;
    }
    int result = cgroup_read_key(group->file[CPU_STAT], "usage_usec", &total_us);
    if (result == 0)
        *ret_cpu_ns = above(total_us, group->cpu_base_us) * 1000;
    return result;
}

/* Kills without the group's own limit in play are for want of memory elsewhere. A run that the
 * judge kills before the kernel has found a victim shows none. */
static void tell_kills(const struct group *group, const struct oom *now, struct cgroup_usage *ret)
{
    uint64_t begun = above(now->begun, group->oom_base.begun);
    uint64_t kills = above(now->kills, group->oom_base.kills);

    if (begun == 0)
        ret->host_kills = kills;
    else
        ret->oom_kills = begun > kills ? begun : kills;
}

static int read_usage(struct cgroup *base, struct cgroup_usage *ret, struct sandbox_error *error)
{
    struct group *group = group_of(base);
    uint64_t cpu_ns = 0, peak = 0, now = 0;
    struct oom oom = { 0 };
    if (group->run_fd < 0) {
        *ret = (struct cgroup_usage){ 0 };
        return 0;
    }
    int result = read_cpu(base, &cpu_ns);
    if (result == 0)
        result = cgroup_read_number(group->file[MEMORY_PEAK], &peak);
    if (result == 0)
        result = cgroup_read_number(group->file[MEMORY_CURRENT], &now);
    if (result == 0)
        result = read_oom(group, &oom);
    if (result < 0)
        return cgroup_fail(error, result, "cannot read the counters of %s", group->name);
    *ret = (struct cgroup_usage){
        .cpu_ns = cpu_ns,
        /* At the limit, caches that were there before have made way for what was asked for. */
        .memory_bytes =
            above(peak, peak + CHARGE_LARGEST >= group->limit ? group->limit_floor : group->floor),
        .memory_now = above(now, group->floor),
    };
    tell_kills(group, &oom, ret);
    return 0;
}

/* Since Linux 6.11 a refused fork is counted in the group whose limit it was, which may be out of
 * sight; so what is looked at is only whether there can have been one. */
static bool forks_refused(struct cgroup *base, uint32_t processes)
{
    return !cgroup_room_for_processes(base->host->place_fd[0], processes);
}

static int oom_fd(const struct cgroup *base, short *ret_poll_events)
{
    *ret_poll_events = POLLPRI;
    return ((const struct group *) base)->file[MEMORY_EVENTS];
}

const struct cgroup_backend cgroup_backend_v2 = {
    .name = "cgroup2",
    .kind = SANDBOX_CGROUP2,
    .open = open_host,
    .close = close_host,
    .make = make_group,
    .free = free_group,
    .adopt = adopt,
    .birth_fd = birth_fd,
    .arm = arm,
    .cpu_ns = read_cpu,
    .usage = read_usage,
    .forks_refused = forks_refused,
    .oom_fd = oom_fd,
};
