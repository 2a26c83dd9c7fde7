#ifndef ASSAY_SERVICE_ASKER_H
#define ASSAY_SERVICE_ASKER_H

/* Internal: the candidate's tests while they are asked (own_tests.c), over HTTP (ask_http.c) or by
 * mutants (ask_mutants.c, ask_lines.c). */

#include "judge/review/mutant.h"
#include "judge/service/host.h"
#include "judge/service/own_tests.h"

enum { ASK_BUILD_S = 300 };

struct asker {
    struct host *host;
    const struct own_tests_options *options;
    struct own_tests *tests;
    struct survivor *survivors;
    const char *quick_command; /* the tests' command, ending at a failure where the runner can */
    bool may_stop;             /* what good runs print never looks like a failure */
    double end_s;              /* of the budget */
    double limit_s;            /* of one run of the tests */
};

void asker_not_measurable(struct asker *asker, const char *why);
/* Copied; beyond a bound left out. */
int asker_add_survivor(struct asker *asker, const struct survivor *survivor, struct error *error);
/* A good run's output: does it look like that of a failure? */
void asker_learn(struct asker *asker, const struct host_run *run);
/* Runs the tests for nothing but whether they pass, and ends them at the first failure that is
 * seen. `variable` is one more of the environment, or NULL; `tick` as in struct host_watch. */
int asker_run(struct asker *asker, const char *variable,
              int (*tick)(void *context, struct error *error), void *context, struct host_run *ret,
              struct error *error);

/* Over HTTP. *ret_http: whether the tests talk to BASE_URL at all; else nothing was measured. */
int ask_over_http(struct asker *asker, bool *ret_http, struct error *error);
int ask_by_mutants(struct asker *asker, struct error *error);

/* ---- Which lines the tests execute ---------------------------------------------------------- */

struct ask_lines;

/* Runs the tests once with whatever tells which lines are executed, for the languages of `mutants`
 * that have something for it. What cannot be known is said in the result, and never an error.
 * Owns     *ret is the caller's: ask_lines_free(). */
int ask_lines_find(struct asker *asker, const struct mutants *mutants, struct ask_lines **ret,
                   struct error *error);
void ask_lines_free(struct ask_lines *lines);
/* False: its line is known never to be executed. */
bool ask_lines_reach(const struct ask_lines *lines, const struct mutant *mutant);
/* Executed lines of sources that have mutants; 0: not known, of no language. */
size_t ask_lines_count(const struct ask_lines *lines);
/* Why it is not known, for one language at least; NULL where it is for all. */
const char *ask_lines_why(const struct ask_lines *lines);

#endif
