#ifndef ASSAY_SERVICE_README_RUNNER_H
#define ASSAY_SERVICE_README_RUNNER_H

/* Internal: what executing (readme_run.c) and asking (readme_ask.c) share. */

#include "judge/service/readme_run.h"

struct runner {
    const struct readme_run_options *options;
    struct readme_run *run;
    struct host *host;
    struct host_ports wanted; /* that the README names */
    struct host_ports ports;  /* on which the service listens */
    int served_line;          /* of the command that started it; 0: none runs */
    bool by_contract;         /* it was started with PORT, which the README does not say */
    int blocked_line;         /* what fails from now on may fail because of this line; 0: nothing */
    const char *blocked_why;
    int write_line;       /* of a request that should have changed something, and did not */
    bool bash, curl, ran; /* these are in the room; a command of the README was executed */
    double end_s;
};

/* Sets the outcome; `reason` is copied. Errors: -ENOMEM. */
int runner_settle(struct runner *runner, struct readme_step *step, enum readme_outcome outcome,
                  const char *rule, const char *reason, struct error *error);
/* Why the failure of a command proves nothing; NULL: it does. */
const char *runner_excuse(const struct runner *runner, const struct readme_command *command,
                          const struct host_run *run);
/* Whether it is what the candidate's tests passed by before. */
bool runner_was_tested(const struct runner *runner, const struct readme_step *step);
/* Whether a command of the README has done what the Procfile builds with, or that has nothing. */
bool runner_was_built(const struct runner *runner);
/* The text for a shell in the room, which goes on where the last command left off. In the run's
 * arena; NULL: memory was out. */
const char *runner_script(struct runner *runner, const char *text, const char *before);
/* Keeps the end of what a command wrote. */
int runner_keep_output(struct runner *runner, struct readme_step *step, const char *output,
                       struct error *error);
/* Sends one request of the README, and compares the answer. */
int runner_ask(struct runner *runner, struct readme_step *step, struct error *error);
/* Asks for the endpoints that nothing else has decided. */
int runner_ask_endpoints(struct runner *runner, struct error *error);

#endif
