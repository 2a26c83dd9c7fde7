#ifndef ASSAY_SANDBOX_CGROUP_H
#define ASSAY_SANDBOX_CGROUP_H

/*
 * Internal: resource groups behind one interface, for cgroup v2, cgroup v1 and none.
 *
 * A `cgroup_host` is found once a process: where groups may be made. A `cgroup` belongs to a room:
 * its init process is in it from the start (v1), or in a child beside the one for runs (v2), so
 * that a run joins by birth and no migration is paid (migration takes a global kernel lock).
 *
 * The judge's side only; nothing here may be called between fork and exec.
 */

#include "sandbox/sandbox.h"

#include <sys/types.h>

#define CGROUP_PLACES 3 /* v1: memory, cpuacct, pids; v2: one */

struct cgroup_host;
struct cgroup;

/* Finds the best backend, or the one named. Sweeps what killed judges left behind (groups named
 * assay-PID-… whose PID is gone or another program). When only rlimits are left, *ret is a host of
 * kind SANDBOX_RLIMIT and `why` says what kept the better ones away. */
int cgroup_host_open(const char *backend, struct cgroup_host **ret, char *why, size_t why_size,
                     struct sandbox_error *error);
void cgroup_host_close(struct cgroup_host *host);
enum sandbox_backend cgroup_host_backend(const struct cgroup_host *host);

/* Makes the groups of one room, or takes those of a room that is gone. Swap is off for it. */
int cgroup_new(struct cgroup_host *host, struct cgroup **ret, struct sandbox_error *error);
/* Kills what is left inside (it should be nothing), removes the groups, or keeps empty ones for
 * another room until the host is closed. NULL is fine. */
void cgroup_free(struct cgroup *group);

/* Puts the room's init into its place: called by the judge right after clone, before anything runs
 * in the room, and again with another init when the first has died. init may unshare its cgroup
 * namespace between this and the next cgroup_arm(), and at no other time: v2 needs the room's
 * group, in which init is just then, to be the root of that namespace. */
int cgroup_adopt(struct cgroup *group, pid_t init, struct sandbox_error *error);
/* v1: the files into each of which init then has to write "0", by which it enters its groups.
 * Returns how many; borrowed. */
size_t cgroup_entries(const struct cgroup *group, int fds[CGROUP_PLACES]);
/* v2: the directory descriptor for clone3(CLONE_INTO_CGROUP) by which runs are born into the group;
 * -1 where runs inherit the group of init (v1) or there is none. It may be another one, of another
 * directory, after each cgroup_arm(). Borrowed. */
int cgroup_birth_fd(const struct cgroup *group);

/* Before a run: sets limits (written only when they differ from the last ones), resets or notes the
 * counters. memory_bytes and processes 0: no limit. */
int cgroup_arm(struct cgroup *group, uint64_t memory_bytes, uint32_t processes,
               struct sandbox_error *error);

struct cgroup_usage {
    uint64_t cpu_ns;       /* since cgroup_arm() */
    uint64_t memory_bytes; /* peak since cgroup_arm(), above what the room itself needs */
    uint64_t memory_now;   /* held now, above the same */
    uint64_t oom_kills;    /* since cgroup_arm(), because this group's own limit was reached */
    uint64_t host_kills;   /* because a group above, or the whole host, was out of memory */
};

/* CPU alone is cheap (one pread) and is what the timer asks for. */
int cgroup_cpu_ns(struct cgroup *group, uint64_t *ret_cpu_ns);
int cgroup_usage(struct cgroup *group, struct cgroup_usage *ret, struct sandbox_error *error);
/* Descriptor to poll for an out-of-memory kill, and the poll events to ask for; -1: none. When it
 * fires, call cgroup_usage() and look at oom_kills; it also drains the descriptor. Borrowed, until
 * the next cgroup_arm(). */
int cgroup_oom_fd(const struct cgroup *group, short *ret_poll_events);

/* Whether a fork of the run may have failed although it had fewer than `processes`: groups above
 * allow less. For runs that failed; reads several files. */
bool cgroup_forks_refused(struct cgroup *group, uint32_t processes);

/* Rows for `assay doctor`: which hierarchy is used, what it lacks, and the command that mends it.
 * Returns how many it wrote. */
size_t cgroup_doctor(struct sandbox_check *checks, size_t capacity);

/* See sandbox_delegate(): this is it, with the count of arguments known. */
int cgroup_delegate(int argc, char **argv);

#endif
