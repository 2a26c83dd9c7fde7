#ifndef ASSAY_SERVICE_HOST_H
#define ASSAY_SERVICE_HOST_H

/*
 * A candidate's repository in a room: its files, its build, and the life of its service.
 *
 * What the candidate's programs do wrong is a reason (a text for the candidate), never an error.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/service/client.h"
#include "judge/service/usage.h"
#include "sandbox/sandbox.h"

#include <stdbool.h>
#include <stdint.h>

enum { HOST_PORT = 8080 };

struct host;

struct host_config {
    const char *directory;          /* the repository */
    double ready_s;                 /* how long it may take until GET /healthz answers 200 */
    uint64_t memory_bytes;          /* of the running service */
    const char *const *environment; /* "NAME=value", NULL-terminated: for every program */
    bool build_network;             /* builds reach the network of this host */
};

/* How one command of the repository went. */
struct host_run {
    bool good; /* exited with 0 */
    double seconds;
    int exit_status;  /* -1: it was ended */
    char reason[256]; /* "exited with 1", "took more than 300 s"; "" when good */
    char *output;     /* stdout and stderr, as it came, capped; made harmless */
    size_t output_size;
};

void host_run_clear(struct host_run *run);

/* Makes the room and copies the repository to /box/app (.git and symbolic links are left out).
 * Owns     *ret is the caller's: host_free(). The texts of `config` are borrowed.
 * Errors   -EFBIG more than 20,000 files or 400 MiB; -ENOENT; -EPERM, -ENOTSUP no isolation. */
int host_new(struct sandbox *sandbox, const struct host_config *config, struct host **ret,
             struct error *error);
void host_free(struct host *host);
/* A port for the judge to listen on: none twice, so that what a service still sends to a receiver
 * that is gone never reaches another one. */
int host_next_port(struct host *host);
struct client *host_client(struct host *host);
struct sandbox_room *host_room(struct host *host);

/* Copies another repository to /box/FOLDER, in the place of what was there. */
int host_add(struct host *host, const char *directory, const char *folder, struct error *error);
/* The service is started in /box/FOLDER from now on (borrowed; "app" at first). */
void host_serve_from(struct host *host, const char *folder);

/* Runs a shell command in /box/FOLDER to its end; the service must not be running. `extra` are more
 * variables or NULL. */
int host_command(struct host *host, const char *folder, const char *command,
                 const char *const *extra, double limit_s, struct host_run *ret,
                 struct error *error);
/* The same for the command that builds a repository. With `build_network` it runs with a way out of
 * the room, which is closed again when it returns.
 * Errors   those of sandbox_uplink_start() too. */
int host_build(struct host *host, const char *folder, const char *command, double limit_s,
               struct host_run *ret, struct error *error);

/* What the judge does while a command runs. */
struct host_watch {
    int (*tick)(void *context, struct error *error); /* all the time; NULL: nothing */
    /* Looks at the last of the output now and then; true ends the command. NULL: never. */
    bool (*enough)(void *context, const char *output);
    void *context;
};

/* As host_command() in /box/app, beside the service where there is one; else what it started ends
 * with it. Of its output the last 64 KiB are kept. */
int host_command_beside(struct host *host, const char *command, const char *const *extra,
                        double limit_s, const struct host_watch *watch, struct host_run *ret,
                        struct error *error);
/* The home directory with the caches of compilers, for another room of the same grading: an archive
 * in a file without a name. Owns: *ret_fd is the caller's; -1 where there is nothing to keep. */
int host_save_home(struct host *host, int *ret_fd, struct error *error);
/* Fills the home directory from that. An archive that cannot be read (it is made of what the
 * candidate's programs left) leaves it empty, which costs time only. */
int host_load_home(struct host *host, int fd, struct error *error);
/* Removes what builds leave behind in the home directory, so that it does not count as memory;
 * where they had a network, only what is known as a cache, since dependencies may be there. */
int host_drop_caches(struct host *host, struct error *error);
/* Writes a file below /box/FOLDER; the service must not be running. */
int host_put(struct host *host, const char *folder, const char *path, const void *data, size_t size,
             struct error *error);

/* Starts the service by `command` and waits until GET /healthz answers 200. With
 * `fresh` DATA_DIR is a new, empty directory. `extra` are more variables or NULL. *ret_ready_s: how
 * long it took. `reason` says why it is not ready, "" when it is. */
int host_start(struct host *host, const char *command, bool fresh, const char *const *extra,
               double *ret_ready_s, char *reason, size_t reason_size, struct error *error);
/* Ports of the room on which something listens. */
struct host_ports {
    int items[32];
    size_t count;
};

/* All of them, where the kernel tells; else those of `wanted`. */
int host_listening(struct host *host, const struct host_ports *wanted, struct host_ports *ret,
                   struct error *error);
bool host_has_port(const struct host_ports *ports, int port);
/* Runs a command that may be the service, with neither PORT nor DATA_DIR. As soon as it listens on
 * a port of `wanted`, or for a while on any other, it is left running, as host_start() would, and
 * *ret_listens is true; else it has ended, or was ended after `limit_s`. */
int host_try(struct host *host, const char *command, const struct host_ports *wanted,
             double limit_s, bool *ret_listens, struct host_run *ret, struct error *error);
/* As the last host_start(), on the same data. */
int host_start_again(struct host *host, double *ret_ready_s, char *reason, size_t reason_size,
                     struct error *error);
/* SIGKILL for all of its processes, at once. */
int host_kill(struct host *host, struct error *error);
/* SIGTERM, and waits at most `limit_s` until it has ended. `reason` as in host_start(). */
int host_stop(struct host *host, double limit_s, char *reason, size_t reason_size,
              struct error *error);
/* Whether it still runs; else `reason` says how it ended. */
bool host_running(struct host *host, char *reason, size_t reason_size);
bool host_started(const struct host *host); /* and neither stopped nor killed since */

/* CPU time of the room, and its peak of memory. */
int host_usage(struct host *host, uint64_t *ret_cpu_ns, uint64_t *ret_memory_bytes,
               struct error *error);
/* Takes a sample of what is used, when it is time; called wherever the judge waits. */
void host_look(struct host *host);
/* The samples since the first start; borrowed. */
const struct usage *host_usage_series(const struct host *host);
/* How often a program of the room asked the kernel to write to the disk (fsync and the like), and
 * opened a file that does so by itself (O_SYNC, O_DSYNC), since the room was made. */
uint64_t host_syncs(struct host *host);
/* The end of what the service wrote since its last start, made harmless; caller frees. */
char *host_log_tail(struct host *host, size_t limit);

#endif
