#ifndef ASSAY_SERVICE_README_RUN_H
#define ASSAY_SERVICE_README_RUN_H

/*
 * A README taken at its word: its commands are executed in their order, in a fresh copy of the
 * repository in a room of its own; its requests are sent to the service that they have started.
 *
 * What cannot be tried in a sandbox, or failed only because something before it could not be, is
 * not verified: neither true nor false.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/review/readme.h"
#include "judge/service/host.h"
#include "sandbox/sandbox.h"

#include <stdbool.h>
#include <stddef.h>

struct procfile;

enum readme_outcome { OUTCOME_UNVERIFIED, OUTCOME_PASSED, OUTCOME_FAILED };
#define README_OUTCOMES 3

extern const char *const readme_outcome_names[README_OUTCOMES]; /* "not verified", ... */

struct readme_step {
    const struct readme_command *command;
    enum readme_outcome outcome;
    bool done;           /* it had its turn */
    const char *reason;  /* why it failed or is not verified; "" */
    const char *rule;    /* of the finding, where it failed; NULL: another one says it */
    const char *output;  /* its end, made harmless; of a request the answer; "" */
    const char *differs; /* how the answer is not the one that is shown; "" */
    int status;          /* of the answer; 0: none */
    double seconds;
};

struct readme_run_options {
    const char *directory;
    const struct procfile *procfile; /* NULL: none; starts what the README does not say */
    const char *const *environment;  /* "NAME=value", NULL-terminated: for every command */
    bool build_network;              /* what installs reaches the network of this host */
    const char *tested; /* the command by which the candidate's tests passed before; NULL: none */
    double ready_s, total_s;
};

struct readme_run {
    struct arena *arena;
    struct readme *readme;     /* NULL: there is none */
    struct readme_step *steps; /* one for each of its commands */
    size_t count;
    enum readme_outcome setup; /* set-up and start gave a running service */
    const char *setup_reason;  /* why not; "" */
    int setup_line;            /* of the start; 0: there is none */
    bool executed;             /* else only the text was read */
    size_t unreached;          /* commands that there was no time for */
    double seconds, limit_s;
};

/* Reads the README of the repository and executes it; `sandbox` NULL: it is read only.
 * Owns     *ret is the caller's: readme_run_free(). What its commands do is never an error.
 * Errors   those of readme_read() and host_new(); -ENOMEM. */
int readme_run(struct sandbox *sandbox, const struct readme_run_options *options,
               struct readme_run **ret, struct error *error);
void readme_run_free(struct readme_run *run);
/* The findings of text and run. */
int readme_run_review(const struct readme_run *run, struct review *review, struct error *error);
size_t readme_run_count(const struct readme_run *run, enum readme_outcome outcome);

#endif
