#ifndef ASSAY_SANDBOX_PROTOCOL_H
#define ASSAY_SANDBOX_PROTOCOL_H

/*
 * Internal: what the judge and a room's init process say to each other.
 *
 * They share one mapping (struct shared) and a SOCK_SEQPACKET pair. The judge fills a part of the
 * mapping, then sends a request with its descriptors; init answers every request with one reply.
 * Besides, init sends REPLY_ENDED when a program has ended. Programs never see the mapping: it is
 * gone with execve(2), and the sockets are close-on-exec.
 */

#include "sandbox/filter.h"
#include "sandbox/sandbox.h"

#include <limits.h>
#include <linux/filter.h>
#include <sys/resource.h>
#include <sys/types.h>

#define PROGRAMS_MAX 16                        /* alive in one room at the same time */
#define DESCRIPTORS_MAX 35                     /* stdin, stdout, stderr, and 32 more */
#define INIT_DESCRIPTORS (DESCRIPTORS_MAX + 1) /* with one message: and a cgroup */
#define STRINGS_BYTES (256 * 1024)
#define WORDS_MAX 4096 /* argv and environment together, with their ends */
#define ROOM_UID 1000
#define ROOM_GID 1000

enum request_type {
    REQUEST_SET_UP = 1, /* user ids are mapped: set the room up */
    REQUEST_ADOPTED,    /* the cgroup is there: make it the root of the room's. Descriptors: files
                         * into which to write "0" first, by which init enters */
    REQUEST_START,      /* shared.start; descriptors: as start.numbers, then the birth group. A
                         * one-shot that started is not answered until REPLY_ENDED */
    REQUEST_KILL,       /* end every program; no reply of its own */
    REQUEST_STOP,       /* end every program, reply when none is left */
    REQUEST_SIGNAL,     /* argument[0] program, argument[1] signal */
    REQUEST_WIPE,
    REQUEST_PUT,     /* shared.path, argument[0] mode; descriptor: the data */
    REQUEST_BOX,     /* the reply carries a descriptor of /box */
    REQUEST_SOCKET,  /* argument[0..2] as socket(2); the reply carries it */
    REQUEST_STARTER, /* make one; the reply carries a socket that takes REQUEST_START of one-shots
                      * as `control` does, without a birth group and with a clean scratch */
};

struct request {
    enum request_type type;
    int argument[3];
};

enum reply_type {
    REPLY_READY = 1,    /* the room is set up, or failed to be (step, code) */
    REPLY_DONE,         /* the request was carried out, or failed */
    REPLY_ENDED,        /* a program ended */
    REPLY_STARTER_GONE, /* the starter ended, with no program alive; what it was sent is lost */
};

/* Where init or a starting program failed; the judge builds the message, see room_step_text(). */
enum step {
    STEP_NONE,
    STEP_IDENTITY,
    STEP_PRIVATE_MOUNTS,
    STEP_ROOT,
    STEP_DIRECTORY,
    STEP_BIND,
    STEP_LINK,
    STEP_ETC_FILE,
    STEP_PROC,
    STEP_SCRATCH,
    STEP_PIVOT,
    STEP_READ_ONLY,
    STEP_HOSTNAME,
    STEP_NETWORK_NAMESPACE,
    STEP_LOOPBACK,
    STEP_CGROUP,
    STEP_CGROUP_NAMESPACE,
    STEP_CAPABILITIES,
    STEP_PROCESS_GROUP,
    STEP_DESCRIPTORS,
    STEP_WORKING_DIRECTORY,
    STEP_RESOURCE_LIMITS,
    STEP_OOM_SCORE,
    STEP_NO_NEW_PRIVILEGES,
    STEP_FILTER,
    STEP_STARTER,
    STEP_CLONE,
    STEP_EXECUTE,
    STEP_PUT,
    STEP_SOCKET,
    STEP_COUNT
};

struct reply {
    enum reply_type type;
    int program;           /* REPLY_ENDED, and REPLY_DONE of REQUEST_START */
    int status;            /* REPLY_ENDED: as waitpid(2) */
    enum step step;        /* STEP_NONE: all went well */
    int code;              /* errno at that step */
    int item;              /* index of the operation that failed, where there is one */
    int call;              /* REPLY_ENDED: number of the forbidden call, -1 none */
    uint32_t architecture; /* of the forbidden call, AUDIT_ARCH_… */
    bool dirty;            /* REPLY_ENDED: there are files in the scratch */
    bool starter;          /* whether the room's starter lives */
};

/* One finished step of the set-up, in the order in which init carries them out. */
struct room_operation {
    enum {
        OPERATION_DIRECTORY,
        OPERATION_BIND,
        OPERATION_DEVICE,
        OPERATION_LINK,
        OPERATION_FILE
    } kind;
    const char *target; /* relative to the new root: no leading slash */
    const char *source; /* bind: host path; link: what it says; file: contents */
    int tree_fd;        /* bind: a detached copy made by the judge, -1: init makes it */
    bool is_file;       /* bind: the source is not a directory */
    bool optional;
    bool no_symlinks;
};

struct start_request {
    uint32_t argument_count; /* words[0 … argument_count], a NULL in between and at the end */
    uint32_t environment_count;
    uint32_t words[WORDS_MAX]; /* offsets into strings */
    uint32_t directory;        /* offset */
    uint32_t search_path;      /* offset of the value of PATH in the environment */
    uint32_t descriptor_count;
    int numbers[DESCRIPTORS_MAX]; /* number in the program of the n-th descriptor sent */
    bool last;                    /* one-shot: when it ends, end all others too */
    bool keep_files;
    bool has_birth_group; /* one more descriptor: the cgroup to be born into */
    struct rlimit limits[RLIM_NLIMITS];
    bool limit_set[RLIM_NLIMITS];
    char strings[STRINGS_BYTES];
};

struct shared {
    /* Set once, before init is cloned. */
    const struct room_operation *operations; /* in memory that init inherits */
    size_t operation_count;
    uint64_t scratch_bytes;
    uint64_t scratch_inodes;
    bool loopback;
    bool uplink; /* a way out may be made: uplink.c */
    int cpu;
    bool observe; /* calls that write to the disk are counted instead of forbidden */
    /* Written by init, read by the judge at any time: */
    _Atomic uint64_t syncs;
    /* Set before init is cloned: */
    bool make_network; /* it was not cloned into a namespace for the room */
    /* Set before REQUEST_SET_UP: */
    bool own_ids; /* root's way: init is uid 0 of the room, programs are uid 1000, other host ids */
    /* Set before REQUEST_ADOPTED, and copied here, since init was cloned before: */
    unsigned short filter_length;
    struct sock_filter filter[FILTER_LENGTH_MAX];
    /* Requests: */
    char path[PATH_MAX];
    struct start_request start;
    /* Written by a starting program or the starter, read by init. */
    enum step failed_step;
    int failed_code;
    /* Written by the kernel before a child of the starter runs; 0 when init has taken note. */
    pid_t started_pid;
};

/* The life of init; never returns. `control` is its end of the socket pair. */
_Noreturn void init_main(struct shared *shared, int control);

/* Internal to init: the set-up of mounts (init_mounts.c) and of one program (init_start.c). */
struct init {
    struct shared *shared;
    int control;
    int signals;       /* signalfd for SIGCHLD */
    int notifications; /* our end of the pair by which a starting program hands us its listener */
    int proc;          /* a writable procfs that is mounted nowhere */
    pid_t leaver;      /* takes the host's mounts off, 0: has done it */
    struct {
        pid_t pid;    /* 0: none */
        int listener; /* of the filter that its programs inherit */
        int children; /* the list of init's children, -1 before it is first read */
        bool doomed;  /* init has killed it */
    } starter;
    struct scratch {
        struct dir_state {
            uint64_t change_ns;
            uint32_t mode;
        } directories[3];
        bool made;
    } scratch;
    struct init_program {
        pid_t pid;    /* 0: free */
        int listener; /* -1: none */
        int call;
        uint32_t architecture;
        bool last;
        bool by_starter; /* a failed start is in shared->failed_step when it ends */
    } programs[PROGRAMS_MAX];
};

struct failure {
    enum step step;
    int code;
    int item;
};

/* Fills *failure from errno; returns -1. */
int init_fail(struct failure *failure, enum step step, int item);

/* Everything up to a room that is ready, or *failure. */
void init_set_up(struct init *init, struct failure *failure);
/* Each returns 0, or -1 with *failure filled. */
int init_mount_all(struct init *init, struct failure *failure); /* and the network */
int init_wipe(struct init *init, bool force, struct failure *failure);
/* Whether the scratch is as it was made. */
bool init_is_clean(const struct init *init);
/* Waits until nothing of the host's mounts is left; before anything else runs in the room. */
int init_await_leaver(struct init *init);
/* Starts the program of shared->start with these descriptors; returns its pid, or -1. */
pid_t init_start(struct init *init, const int *descriptors, int birth_group,
                 struct failure *failure);
/* Receives one message and its descriptors (close-on-exec). Returns the count of them, -1 when the
 * other side is gone. Flags as recvmsg(2). */
int init_receive(int socket, void *data, size_t size, int *descriptors, size_t capacity, int flags);

/* The starter (init_starter.c). Returns the judge's end of its socket, or -1. */
int init_make_starter(struct init *init, struct failure *failure);
void init_forget_starter(struct init *init);
/* Whether no process is left in the room but init and the starter. */
bool init_has_only_starter(struct init *init);
/* In the starter: installs the filter and hands its listener to init; as init_start(), with the
 * program as a child of init. */
int init_install_filter(struct shared *shared);
int init_start_filtered(struct init *init, const int *descriptors);

#endif
