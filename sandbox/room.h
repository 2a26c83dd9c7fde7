#ifndef ASSAY_SANDBOX_ROOM_H
#define ASSAY_SANDBOX_ROOM_H

/* Internal: the judge's side of a room, shared by its files. */

#include "sandbox/cgroup.h"
#include "sandbox/filter.h"
#include "sandbox/protocol.h"
#include "sandbox/sandbox.h"

#include <errno.h>
#include <stdarg.h>

struct sandbox {
    struct cgroup_host *cgroups;
    struct filter_set *filters;
    struct network_set *networks;
    unsigned cpus;      /* online */
    char degraded[256]; /* why the backend is not a better one, "" */
};

struct sandbox_program {
    struct sandbox_room *room;
    bool running;
    bool used;
    struct reply end; /* REPLY_ENDED once it has ended */
    bool ended;
    uint64_t start_ns, end_ns;
};

struct sandbox_room {
    struct sandbox *sandbox;
    enum sandbox_profile profile;
    enum sandbox_counter counter;
    int counter_fd; /* -1: nothing is counted, or there is no init */
    struct room_plan *plan;
    struct shared *shared;
    struct cgroup *cgroup;
    pid_t init;  /* -1: no init (not started, or dead and reaped) */
    int init_fd; /* pidfd */
    int control;
    int starter;       /* takes one-shot starts, see init_starter.c; -1: there is none */
    bool no_starter;   /* there can be none */
    unsigned runs;     /* one-shots since init was made; counted as far as 2 */
    int network;       /* the namespace that init was cloned into, -1: it made its own */
    bool network_used; /* it may have sockets that outlive the room's processes */
    bool own_ids;
    bool broken; /* did not answer in time: only free it */
    bool dirty;  /* there may be files in the scratch: see room_make_clean() */
    uint64_t scratch_bytes;
    struct sandbox_program programs[PROGRAMS_MAX];
};

/* Sets the error and returns `code`, which stays a failure even where errno was still 0; analysers
 * see that here. */
#define sandbox_fail(error, code, ...) sandbox_failed(sandbox_set_error(error, code, __VA_ARGS__))
static inline int sandbox_failed(int code)
{
    return code < 0 ? code : -EIO;
}
int sandbox_set_error(struct sandbox_error *error, int code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void sandbox_remedy(struct sandbox_error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
uint64_t clock_now_ns(void);

/* doctor.c: what to do where no namespaces can be made. */
const char *doctor_namespace_remedy(void);

/* room_plan.c: the operations that make a room's root; all texts and trees belong to the plan. */
struct room_plan;
int room_plan_new(const struct sandbox_room_config *config, struct room_plan **ret,
                  struct sandbox_error *error);
void room_plan_free(struct room_plan *plan);
/* Makes fresh copies of the trees where the judge may (root); call before every cloning of init. */
int room_plan_open_trees(struct room_plan *plan, struct sandbox_error *error);
void room_plan_close_trees(struct room_plan *plan);
const struct room_operation *room_plan_operations(const struct room_plan *plan, size_t *ret_count);

/* room.c: starts init again when it has died. */
int room_revive(struct sandbox_room *room, struct sandbox_error *error);
/* Kills init and reaps it; the room can be revived. */
void room_kill(struct sandbox_room *room);
int room_send(struct sandbox_room *room, const struct request *request, const int *descriptors,
              size_t count, struct sandbox_error *error);
/* The same to the starter. -EPIPE: it is gone, and room->starter is -1. */
int room_send_starter(struct sandbox_room *room, const struct request *request,
                      const int *descriptors, size_t count, struct sandbox_error *error);
/* Sends it nothing any more, since it is gone or will be. */
void room_drop_starter(struct sandbox_room *room);
/* Makes a starter for the one-shot that comes next, where that pays and can be. Call it before
 * cgroup_arm(), and allow for one process more when room->starter is not -1 after it. */
void room_prepare_starter(struct sandbox_room *room);
/* One message of init's: 1 and *ret_reply; 0 none within timeout_ms (-1: forever); -EPIPE init is
 * gone. *ret_fd (may be NULL) gets a descriptor that came along, or -1. */
int room_receive(struct sandbox_room *room, int timeout_ms, struct reply *ret_reply, int *ret_fd);
/* Sends and waits for the answer; ends that are reported meanwhile are kept for their programs. */
int room_ask(struct sandbox_room *room, const struct request *request, const int *descriptors,
             size_t count, struct reply *ret_reply, int *ret_fd, struct sandbox_error *error);
/* Empties the scratch when a program or the judge left files there. Before cgroup_arm(): their
 * pages would count as the next run's, or be added to its limit as what the room needs itself. */
int room_make_clean(struct sandbox_room *room, struct sandbox_error *error);
bool room_has_program(const struct sandbox_room *room); /* a long-lived one that runs */
void room_note_end(struct sandbox_room *room, const struct reply *reply);
const char *room_step_text(enum step step);
int room_step_error(const struct sandbox_room *room, const struct reply *reply,
                    struct sandbox_error *error);

/* network.c: network namespaces of rooms that are gone, for rooms that come. */
int network_set_new(struct network_set **ret, struct sandbox_error *error);
void network_set_free(struct network_set *set);
/* Puts the calling thread into a namespace that nothing is in; -1: there is none. Else call
 * network_leave() at once when init has been cloned. */
int network_enter(struct network_set *set);
void network_leave(struct network_set *set);
/* Takes over `fd`, of a namespace whose processes are all dead. */
void network_keep(struct network_set *set, int fd);

/* counter.c: counts what descends from init, which must have no child yet. */
int counter_open(struct sandbox_room *room, struct sandbox_error *error);
void counter_close(struct sandbox_room *room);
/* All since then. False: nothing is counted, or not all was. */
bool counter_read(const struct sandbox_room *room, uint64_t *ret);

/* start.c: fills shared->start from `run` and asks init to start it; REPLY_DONE follows. `streams`
 * are stdin, stdout and stderr (-1: /dev/null). */
int room_send_start(struct sandbox_room *room, const struct sandbox_run *run, const int streams[3],
                    bool last, struct sandbox_error *error);
/* Whether a start that failed at this step is the program's affair (no such file, not executable)
 * and not the room's. */
bool room_step_is_programs(enum step step);
struct sandbox_limits room_effective_limits(const struct sandbox_room *room,
                                            const struct sandbox_limits *limits);
/* What the end of a program says, without limits: exit, signal, forbidden call. */
void room_read_end(const struct reply *reply, struct sandbox_result *result);

/* ---- shortage.c: what the host does not give ------------------------------------------------ */

/* Whether programs can be run at all, and one with these limits. Errors: -EIO, with a remedy. */
int shortage_check_open(struct sandbox_error *error);
int shortage_check_run(const struct sandbox_limits *limits, struct sandbox_error *error);
/* Whether a program that failed by itself may have done so for what it did not get. */
int shortage_check_end(const struct sandbox_room *room, const struct sandbox_limits *limits,
                       const struct sandbox_result *result, struct sandbox_error *error);
/* The error of a run in which the kernel killed for want of memory of the host's. */
int shortage_of_memory(struct sandbox_error *error);

#endif
