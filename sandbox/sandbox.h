#ifndef ASSAY_SANDBOX_H
#define ASSAY_SANDBOX_H

/*
 * The sandbox: runs a program that nobody trusts, under limits, and says how it ended.
 *
 *   sandbox_open()        once a process: finds a cgroup backend, compiles the syscall filters
 *   sandbox_room_open()   a room: namespaces, mounts, cgroup, an init process that waits
 *   sandbox_run()         one program in a room, from start to outcome
 *   sandbox_program_*()   several long-lived programs in one room
 *
 * There is no unsandboxed mode: when isolation cannot be had, sandbox_open() or sandbox_room_open()
 * fail and say what is missing and how to mend it. See sandbox/README.md for the threat model.
 *
 * Threads   a sandbox may be shared by threads; a room belongs to one thread at a time.
 * Units     times in nanoseconds, sizes in bytes; 0 in a limit means the default that its comment
 *           gives.
 * Errors    0 or a negative errno, with a struct sandbox_error of the caller's. What a program did
 *           is an outcome, never an error.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sandbox_error {
    int code;          /* negative errno */
    char message[512]; /* what failed, one line */
    char remedy[512];  /* what to do about it, "" when unknown */
};

/* ---- The host ------------------------------------------------------------------------------ */

struct sandbox;

enum sandbox_backend {
    SANDBOX_CGROUP2, /* every limit exact */
    SANDBOX_CGROUP1, /* every limit exact */
    SANDBOX_RLIMIT,  /* no usable cgroup: rlimits, and sampling of the room's processes */
};

struct sandbox_options {
    const char *backend; /* "cgroup2", "cgroup1" or "rlimit"; NULL: the best there is */
};

/* Owns     *ret is the caller's: sandbox_close(), after all its rooms.
 * Errors   -ENOTSUP a kernel facility is missing; -EPERM it may not be used; -EINVAL an unknown or
 *          unusable backend was asked for.
 */
int sandbox_open(const struct sandbox_options *options, struct sandbox **ret,
                 struct sandbox_error *error);
void sandbox_close(struct sandbox *sandbox);
enum sandbox_backend sandbox_backend(const struct sandbox *sandbox);
const char *sandbox_backend_name(enum sandbox_backend backend);

/* One thing that isolation needs, as `assay doctor` shows it. */
struct sandbox_check {
    const char *name;
    enum { SANDBOX_CHECK_OK, SANDBOX_CHECK_DEGRADED, SANDBOX_CHECK_MISSING } state;
    char detail[256];
    char remedy[512]; /* a command or a sentence; "" when OK */
};

/* Checks the host; returns how many rows it wrote (at most `capacity`; 16 are enough). */
size_t sandbox_doctor(struct sandbox_check *checks, size_t capacity);

/* ---- Rooms --------------------------------------------------------------------------------- */

struct sandbox_room;

/* Which system calls are allowed; the tables are in sandbox/filter_table.c. */
enum sandbox_profile {
    SANDBOX_PROFILE_COMPILED,    /* C, C++, Rust, Go */
    SANDBOX_PROFILE_INTERPRETER, /* Python, shells */
    SANDBOX_PROFILE_JVM,
    SANDBOX_PROFILE_NODE,
    SANDBOX_PROFILE_COMPILER, /* starts other programs, many files */
    SANDBOX_PROFILE_SERVICE,  /* as COMPILER, and TCP, UDP and unix sockets */
    SANDBOX_PROFILE_OBSERVED, /* as SERVICE; requests to write to the disk are counted */
    SANDBOX_PROFILE_COUNT
};

const char *sandbox_profile_name(enum sandbox_profile profile);
/* 0, or -EINVAL when no profile has that name. */
int sandbox_profile_parse(const char *name, enum sandbox_profile *ret);

/* A file or directory of the host, shown read-only in the room (nosuid, nodev). Sources are opened
 * with the judge's own rights, so a tree below a private home can be shown; what is inside it must
 * be readable by others. */
struct sandbox_bind {
    const char *source; /* absolute */
    const char *target; /* absolute, in the room; NULL: as source */
    bool optional;      /* a missing source is left out instead of an error */
    bool no_symlinks;   /* mount with nosymfollow */
};

struct sandbox_link {
    const char *target; /* what the symbolic link says */
    const char *path;   /* absolute, where it is in the room */
};

/* What is counted of a room's programs while they are in user mode, by perf_event_open(2). */
enum sandbox_counter {
    SANDBOX_COUNT_NOTHING,
    SANDBOX_COUNT_INSTRUCTIONS, /* by the processor, where it has counters for us */
    SANDBOX_COUNT_FAULTS,       /* page faults, which any kernel counts */
};

/* Whether a room can be opened with it here.
 * Errors   -ENOTSUP the machine or its kernel has none; -EPERM it may not be used. */
int sandbox_counter_check(enum sandbox_counter counter, struct sandbox_error *error);

struct sandbox_room_config {
    enum sandbox_profile profile;
    const struct sandbox_bind *binds; /* copied */
    size_t bind_count;
    const struct sandbox_link *links; /* copied */
    size_t link_count;
    uint64_t scratch_bytes;       /* /box, /tmp and /dev/shm together; default 256 MiB */
    uint64_t scratch_inodes;      /* likewise; default 16384 */
    bool loopback;                /* bring up 127.0.0.1 and ::1 of the room's own network */
    bool uplink;                  /* sandbox_uplink_start() may connect it; implies loopback */
    int cpu;                      /* 1 + the only CPU that programs may use; 0: any */
    enum sandbox_counter counter; /* of one-shot runs; their results have it */
};

/* Prepares a room. In it, besides the binds: /box (working directory, writable), /tmp, /dev/shm,
 * /dev/{null,zero,full,random,urandom,fd,stdin,stdout,stderr}, a read-only /proc of its own
 * processes, and an /etc with passwd, group, hosts and nsswitch.conf. Where /usr is bound, the
 * links /bin, /sbin, /lib, /lib64 are made as the host has them. Programs run as uid 1000, gid
 * 1000. Owns     *ret is the caller's: sandbox_room_free(). Everything in `config` is copied.
 * Errors   -ENOTSUP, -EPERM isolation, or the counter, cannot be had; -ENOENT a bind's source is
 *          missing.
 */
int sandbox_room_open(struct sandbox *sandbox, const struct sandbox_room_config *config,
                      struct sandbox_room **ret, struct sandbox_error *error);
/* Ends every program and removes every trace. */
void sandbox_room_free(struct sandbox_room *room);

/* Writes a file below /box, owned by the room's user; directories on the way are made.
 * `path` is relative, without "..". The room must have no program running.
 */
int sandbox_room_put(struct sandbox_room *room, const char *path, const void *data, size_t size,
                     unsigned mode, struct sandbox_error *error);
/* Opens a regular file that a program left below /box: no symbolic link is followed, nothing
 * outside /box reached, no fifo or device opened, at most `limit_bytes` large. The room must have
 * no program running. Owns: *ret_fd is the caller's.
 * Errors   -ENOENT, -ELOOP, -EXDEV, -EINVAL not a regular file, -EFBIG.
 * Source   openat2(2): RESOLVE_BENEATH, RESOLVE_NO_SYMLINKS, RESOLVE_NO_MAGICLINKS,
 * RESOLVE_NO_XDEV.
 */
int sandbox_room_collect(struct sandbox_room *room, const char *path, uint64_t limit_bytes,
                         int *ret_fd, struct sandbox_error *error);
/* Calls `visit` for each regular file below a directory of /box ("." for itself; depth at most 16),
 * with its path relative to `directory` and an open descriptor (closed afterwards). Symbolic links
 * and special files are passed over. Stops at, and returns, the first non-zero result. */
int sandbox_room_each_file(struct sandbox_room *room, const char *directory,
                           int (*visit)(void *context, const char *path, int fd, uint64_t size),
                           void *context, struct sandbox_error *error);
/* Removes what programs left in /box, /tmp and /dev/shm. Runs do it themselves, see keep_files. */
int sandbox_room_wipe(struct sandbox_room *room, struct sandbox_error *error);

/* ---- One run ------------------------------------------------------------------------------- */

struct sandbox_limits {
    uint64_t cpu_ns;       /* of all processes together; default none */
    uint64_t wall_ns;      /* default: 2 * cpu_ns + 1 s, or none when cpu_ns is 0 */
    uint64_t memory_bytes; /* of all processes and /box, /tmp, /dev/shm; default 2 GiB */
    uint64_t output_bytes; /* of stdout, and again of stderr; default 64 MiB */
    uint64_t stack_bytes;  /* default: memory_bytes */
    uint64_t file_bytes;   /* one file; default: the room's scratch */
    uint32_t processes;    /* and threads; default 64 */
    uint32_t open_files;   /* default 256 */
};

/* An extra descriptor for the program. */
struct sandbox_descriptor {
    int fd;     /* borrowed */
    int number; /* its number in the program, from 3 to 63 */
};

struct sandbox_run {
    const char *const *arguments;   /* argv, NULL-terminated; [0] has a slash or is found in PATH */
    const char *const *environment; /* NULL: PATH, HOME=/box, TMPDIR=/tmp, LANG=C.UTF-8 */
    const char *directory;          /* NULL: /box */
    struct sandbox_limits limits;
    int input_fd;  /* stdin, borrowed; -1: empty. See sandbox_seal_*() for files */
    int output_fd; /* stdout goes there, uncounted, borrowed; -1: captured in the result */
    int error_fd;  /* stderr likewise */
    uint64_t error_keep_bytes; /* of captured stderr, how much is kept; default 64 KiB */
    const struct sandbox_descriptor *descriptors;
    size_t descriptor_count;
    bool keep_files; /* leave /box, /tmp and /dev/shm as the run before left them */
};

enum sandbox_outcome {
    SANDBOX_EXITED,
    SANDBOX_SIGNALLED,
    SANDBOX_CPU_LIMIT,
    SANDBOX_WALL_LIMIT,
    SANDBOX_MEMORY_LIMIT,
    SANDBOX_OUTPUT_LIMIT,
    SANDBOX_FORBIDDEN_CALL,
    SANDBOX_FAILED_TO_START,
};

const char *sandbox_outcome_name(enum sandbox_outcome outcome);

/* How a run ended. When several limits were passed, the outcome is the first of: failed to start,
 * forbidden call, memory, output, CPU, wall, signal, exit. */
struct sandbox_result {
    enum sandbox_outcome outcome;
    enum sandbox_backend backend;
    int exit_status;       /* of the program itself, where it exited; else -1 */
    int signal;            /* that ended the program itself; else 0 */
    char call[32];         /* forbidden_call: its name, or its number when it has none */
    char reason[256];      /* failed_to_start: why */
    int start_error;       /* failed_to_start: the errno, ENOEXEC for what is no program */
    uint64_t cpu_ns;       /* user and system time of all processes */
    uint64_t wall_ns;      /* from start to end */
    uint64_t end_ns;       /* CLOCK_MONOTONIC at the end: orders the ends of runs together */
    uint64_t memory_bytes; /* peak of the whole room */
    bool is_counted;       /* false: nothing was to be, or the counter was in use meanwhile */
    uint64_t counted;      /* by the room's counter, of all processes */
    uint64_t output_bytes; /* written to a captured stdout, as far as it was read */
    char *output;          /* captured stdout, NUL added and not counted; at most the limit;
                            * NULL: nothing was printed */
    size_t output_size;
    char *error; /* captured stderr, its first error_keep_bytes */
    size_t error_size;
};

void sandbox_result_clear(struct sandbox_result *result);

/* Runs one program to its end. When it returns, no process of the run is left; files stay in /box
 * until the next run or sandbox_room_wipe().
 * Owns     *result is filled, whatever it held before: sandbox_result_clear().
 * Errors   the room is broken or could not be cleaned (free it); -ENOMEM. Then *result is empty.
 */
int sandbox_run(struct sandbox_room *room, const struct sandbox_run *run,
                struct sandbox_result *result, struct sandbox_error *error);

struct sandbox_job {
    struct sandbox_room *room; /* each job its own */
    const struct sandbox_run *run;
    struct sandbox_result *result;
    /* When this job ends, the others may go on for so long before they are stopped (their outcome
     * is then wall_limit); 0: as their limits say. */
    uint64_t grace_ns;
    /* The caller's copies of the ends of pipes that the program has. The call closes them when it
     * has noted the end of the program. Another job sees that a pipe has ended only then, so that
     * what it does about it is never noted before. Closed ones become -1. */
    int *close_fds;
    size_t close_count;
};

/* Runs several programs at the same time, each in its room with its own limits and measurements.
 * An interactive pair is two jobs whose input_fd and output_fd are the ends of two pipes, with the
 * same ends in close_fds. Whatever happens, all close_fds are closed. */
int sandbox_run_together(struct sandbox_job *jobs, size_t count, struct sandbox_error *error);

/* A read-only input that a program can neither change nor keep: a sealed memory file. The
 * descriptor is at offset 0; each run needs one of its own, since the offset is shared.
 * Why: a program with the judge's uid could open /proc/self/fd/0 for writing. */
int sandbox_seal_bytes(const void *data, size_t size, int *ret_fd, struct sandbox_error *error);
int sandbox_seal_file(const char *path, int *ret_fd, struct sandbox_error *error);
/* Replaces *fd, one of these, by a descriptor of the same data as if it was new: offset, flags and
 * signal of the old one, which a program may have changed, are gone. *fd stays when it fails. */
int sandbox_seal_renew(int *fd, struct sandbox_error *error);

/* ---- Several long-lived programs in one room ----------------------------------------------- */

struct sandbox_program;

/* Starts a program beside those that run in the room. memory, processes, open_files, stack and
 * file_bytes of the limits apply; CPU and wall do not. Captured streams are not possible: pass
 * output_fd and error_fd (-1: /dev/null). keep_files is implied.
 * Owns     *ret is the room's; it stays valid until sandbox_program_wait() gave its end, or the
 *          room is freed.
 */
int sandbox_program_start(struct sandbox_room *room, const struct sandbox_run *run,
                          struct sandbox_program **ret, struct sandbox_error *error);
/* Sends a signal to the program's process group. -ESRCH when it has ended. */
int sandbox_program_signal(struct sandbox_program *program, int signal_number,
                           struct sandbox_error *error);
/* Waits until the program has ended, at most timeout_ms (0: just looks). -ETIMEDOUT while it
 * runs. cpu_ns and memory_bytes in the result are the room's. */
int sandbox_program_wait(struct sandbox_program *program, int timeout_ms,
                         struct sandbox_result *result, struct sandbox_error *error);
struct sandbox_usage {
    uint64_t cpu_ns;       /* since the room was opened or last run */
    uint64_t memory_bytes; /* peak since then, of its programs and files */
    uint64_t memory_now;   /* what they hold just now */
};

int sandbox_room_usage(struct sandbox_room *room, struct sandbox_usage *ret,
                       struct sandbox_error *error);
/* How often programs of a room of SANDBOX_PROFILE_OBSERVED asked for data to be written to the
 * disk, since the room was opened: fsync, fdatasync, sync_file_range, msync with MS_SYNC, sync,
 * syncfs (which all succeed and do nothing, since the room's files are in memory), and open files
 * with O_SYNC or O_DSYNC, whose writes ask by themselves. A call counts when it is made. */
uint64_t sandbox_room_syncs(const struct sandbox_room *room);
/* Ends all programs of the room. */
int sandbox_room_stop(struct sandbox_room *room, struct sandbox_error *error);
/* A socket inside the room's network namespace, for the judge to connect or listen with.
 * Owns: *ret_fd is the caller's, close-on-exec. */
int sandbox_room_socket(struct sandbox_room *room, int domain, int type, int protocol, int *ret_fd,
                        struct sandbox_error *error);

/* ---- A way out of a room ------------------------------------------------------------------- */

/* Programs of a room have no network but the room's own. For a step that needs more (fetching
 * dependencies), a room that was opened with `uplink` can be connected for a while: by slirp4netns,
 * as an ordinary program of this host would be, with names resolved as this host does (10.0.2.3)
 * and without the host's loopback. Whatever else this host reaches, its local network too, the room
 * reaches then. */
struct sandbox_uplink;

/* Owns     *ret is the caller's: sandbox_uplink_end(), before the room is freed.
 * Errors   -ENOENT slirp4netns is not installed; -EIO, -ETIMEDOUT it cannot connect the room (no
 *          /dev/net/tun); -EINVAL the room was opened without `uplink`. */
int sandbox_uplink_start(struct sandbox_room *room, struct sandbox_uplink **ret,
                         struct sandbox_error *error);
/* Returns when the interface is gone. NULL is nothing. */
void sandbox_uplink_end(struct sandbox_uplink *uplink);

/* ---- Start of the judge -------------------------------------------------------------------- */

/* Gets a cgroup from systemd where one is needed to enforce limits exactly: executes this program
 * again through systemd-run(1), in a scope of its own, with the same process id and arguments
 * (without argv[0], which becomes the program's path). Call it first in main(), before there are
 * threads, open files or child processes.
 * Returns  0 when nothing needs to be done or can be done, a negative errno when executing failed;
 *          either way the program can go on with the cgroups that it has. Not at all otherwise.
 */
int sandbox_delegate(char *const *argv);

#endif
