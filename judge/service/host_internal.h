#ifndef ASSAY_SERVICE_HOST_INTERNAL_H
#define ASSAY_SERVICE_HOST_INTERNAL_H

/* Internal: what the two halves of a host share: its room and commands (host.c), the life of its
 * service and of what runs beside it (host_life.c). */

#include "judge/service/host.h"
#include "judge/service/log.h"

#define HOST_BUILD_MEMORY ((uint64_t) 2047 << 20)
enum { HOST_OPEN_FILES = 16384 };

struct host {
    struct sandbox *sandbox;
    struct sandbox_room *room;
    struct client *client;
    struct arena *arena;
    const struct host_config *config;
    struct sandbox_program *program; /* the service; NULL: not started */
    struct log *log;
    const char *folder; /* of the service, below /box */
    char *command;
    const char **extra;   /* variables of the last start */
    bool bare;            /* it gets these alone: no PORT, no DATA_DIR */
    unsigned ports;       /* given out so far */
    unsigned data;        /* which directory of data */
    double first_start_s; /* on clock_now_s(); 0: never started */
    struct usage usage;
    int processes; /* that a look at a room without a service sees: its own and init's */
};

/* What a program gets, "NAME=value", later ones in the place of earlier ones; the lists may be
 * NULL. The caller's: free(). NULL when memory is out. */
const char **host_environment(const struct host *host, const char *const *first,
                              const char *const *second);
size_t host_count_words(const char *const *words);
/* How a program that was not good ended, for people. */
void host_say_end(const struct sandbox_result *result, double limit_s, char *reason, size_t size);
/* Kills what runs and starts a command with neither PORT nor DATA_DIR; does not wait. */
int host_launch_bare(struct host *host, const char *command, struct error *error);
/* A command of the judge's own in the room: that it fails is an error. */
int host_own_command(struct host *host, const char *command, struct error *error);
/* How many processes a shell in the room sees, itself included. */
int host_count_processes(struct host *host, int *ret, struct error *error);

#endif
