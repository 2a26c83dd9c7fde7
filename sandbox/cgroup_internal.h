#ifndef ASSAY_SANDBOX_CGROUP_INTERNAL_H
#define ASSAY_SANDBOX_CGROUP_INTERNAL_H

/* What the backends behind cgroup.h share: the table of functions that each fills, and reading,
 * writing, naming, emptying and removing of groups. */

#include "sandbox/cgroup.h"

#include <limits.h>
#include <pthread.h>
#include <stdbool.h>

#define CGROUP_SPARES 8

struct cgroup_host {
    const struct cgroup_backend *backend;
    int place_fd[CGROUP_PLACES]; /* directories in which groups are made; -1: none */
    bool moved;                  /* v2: the judge moved itself into a leaf; put back at the end */
    pthread_mutex_t lock;        /* of the spares */
    struct cgroup *spares[CGROUP_SPARES]; /* empty groups of rooms that are gone */
    size_t spare_count;
};

/* Every backend's own struct starts with this. */
struct cgroup {
    struct cgroup_host *host; /* borrowed */
};

/* open: makes `host` ready, or fails with the reason why this backend cannot be used here.
 * The other functions are those of cgroup.h; those that are NULL do nothing and succeed. */
struct cgroup_backend {
    const char *name; /* as in sandbox_options.backend */
    enum sandbox_backend kind;
    int (*open)(struct cgroup_host *host, struct sandbox_error *error);
    void (*close)(struct cgroup_host *host);
    int (*make)(struct cgroup_host *host, struct cgroup **ret, struct sandbox_error *error);
    void (*free)(struct cgroup *group);
    /* Whether the group of a room that is gone may serve another one: nothing is left in it, and
     * cgroup_arm() will reset whatever it counted. */
    bool (*is_reusable)(struct cgroup *group);
    int (*adopt)(struct cgroup *group, pid_t init, struct sandbox_error *error);
    size_t (*entries)(const struct cgroup *group, int fds[CGROUP_PLACES]);
    int (*birth_fd)(const struct cgroup *group);
    int (*arm)(struct cgroup *group, uint64_t memory_bytes, uint32_t processes,
               struct sandbox_error *error);
    int (*cpu_ns)(struct cgroup *group, uint64_t *ret_cpu_ns);
    int (*usage)(struct cgroup *group, struct cgroup_usage *ret, struct sandbox_error *error);
    bool (*forks_refused)(struct cgroup *group, uint32_t processes); /* NULL: cannot be told */
    int (*oom_fd)(const struct cgroup *group, short *ret_poll_events);
};

extern const struct cgroup_backend cgroup_backend_v1, cgroup_backend_v2, cgroup_backend_none;

/* ---- Files (cgroup_files.c) ---------------------------------------------------------------- */

/* Fills *error (NULL is fine) and returns `code`, a negative errno, whose text is added. */
__attribute__((format(printf, 3, 4))) int cgroup_fail(struct sandbox_error *error, int code,
                                                      const char *format, ...);

/* Whole small file as a string, without its last newline; cut at size - 1. */
int cgroup_read_text(int directory_fd, const char *name, char *text, size_t size);
int cgroup_write_text(int directory_fd, const char *name, const char *text);
/* The same on an open descriptor, at offset 0: what runs use. "max" reads as UINT64_MAX. */
int cgroup_read_number(int fd, uint64_t *ret);
int cgroup_write_number(int fd, uint64_t number);
/* The number behind `key` in a file of lines "key number"; 0 when no line has it. */
int cgroup_read_key(int fd, const char *key, uint64_t *ret);
/* How much of `usage`, what a group holds between two runs, the next limit has to allow for: the
 * room's own need, and files in its scratch. Caches of runs before (pages of the host's files,
 * names that were looked up) are charged to the group as well until the kernel takes them back;
 * added to the limit they would be memory for the next program. `least` is what the group held at
 * least. */
#define CGROUP_CACHE_IGNORED ((uint64_t) 2 << 20)
uint64_t cgroup_needed_floor(int stat_fd, uint64_t usage, uint64_t least);
int cgroup_open_file(int directory_fd, const char *name, int flags);
/* Whether `word` is one of those in `list`, which `separators` part. */
bool cgroup_has_word(const char *list, const char *separators, const char *word);
void cgroup_close_fd(int *fd);

/* ---- Places and names (cgroup_place.c) ----------------------------------------------------- */

/* Where this process is in the hierarchy of a v1 `controller`, or of v2 when it is NULL.
 * *ret_top is how many of the path's bytes name the mount itself.
 * Errors   -ENOENT no such mount; -EXDEV the process is outside what is mounted. */
int cgroup_place_find(const char *controller, char path[PATH_MAX], size_t *ret_top);
/* Whether the group and those above it allow so many processes more than they hold now. */
bool cgroup_room_for_processes(int place_fd, uint64_t wanted);
/* Name for a new group: assay-PID-START-PIDNS-N. */
int cgroup_name_new(char *name, size_t size);
/* Removes the groups in a directory whose owner is gone, with whatever still runs in them. */
void cgroup_sweep(int directory_fd);
/* Kills what is in the group and those below it until nothing is left, and removes them. */
int cgroup_remove(int parent_fd, const char *name);
/* Whether systemd manages this host, and so its groups. */
bool cgroup_systemd_runs(void);

#endif
