#ifndef ASSAY_SERVICE_OWN_TESTS_H
#define ASSAY_SERVICE_OWN_TESTS_H

/*
 * The candidate's own tests: do they pass, and would they notice a service that is wrong?
 *
 * Two ways. Over HTTP, where the tests talk to BASE_URL: they run against the package's references,
 * on which a good suite passes, then against its faulty variants and through a proxy that lies. By
 * mutants, where they never asked BASE_URL: small wrong changes are made in the candidate's
 * sources, one at a time.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/review/test_output.h"
#include "judge/service/host.h"
#include "sandbox/sandbox.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct procfile;
struct service_package;

enum tests_method { TESTS_NOT_MEASURABLE, TESTS_OVER_HTTP, TESTS_BY_MUTANTS };

const char *tests_method_name(enum tests_method method); /* "not measurable", "http", "mutants" */

/* A wrong service, or a wrong line, that no test noticed. */
struct survivor {
    const char *what; /* over HTTP: "faulty no-fsync", "proxy numbers"; else the mutant's kind */
    const char *text; /* what was wrong with it */
    const char *file; /* by mutants; NULL: over HTTP */
    unsigned line;
    const char *before, *after;
};

/* A source that was not changed. */
struct passed_over {
    const char *file, *why;
};

struct own_tests {
    struct arena *arena;
    const char *command;
    struct host_run run;       /* against the candidate's own service */
    struct test_output output; /* what it says of itself */
    bool by_base_url;          /* it passed only with its service running and BASE_URL set */
    enum tests_method method;
    const char *why; /* why not measurable; NULL otherwise */
    size_t requests; /* that arrived at the first reference */
    size_t references, references_passed;
    const char *failed_on; /* the first reference it failed on; NULL: none */
    size_t killed, total;
    size_t left_out; /* wrong ones there was no time for */
    size_t unseen;   /* over HTTP: faulty variants that no test could notice; they are not asked */
    /* By mutants: the lines of changed sources that the tests execute, 0 where that is not known;
     * of how many places for a mutant, how many are never executed, and so not asked. */
    size_t executed_lines, places, never_executed;
    const char *lines_why; /* why it is not known, for some of the sources at least; else NULL */
    const struct passed_over *passed_over;
    size_t passed_over_count;
    double low, high; /* of the kill rate, 95 % */
    const struct survivor *survivors;
    size_t survivor_count;
    double seconds;
};

struct own_tests_options {
    const struct service_package *package;
    const char *directory; /* the candidate's repository */
    const struct procfile *procfile;
    uint64_t seed;
    bool build_network; /* as in struct host_config */
    int home;           /* of host_save_home(); -1: the build starts with empty caches */
    double budget_s;    /* for asking wrong ones, after the first runs */
};

/* Owns     *ret is the caller's: own_tests_free(). What the tests do is never an error.
 * Errors   the room is broken; -ENOMEM. */
int own_tests_measure(struct sandbox *sandbox, const struct own_tests_options *options,
                      struct own_tests **ret, struct error *error);
void own_tests_free(struct own_tests *tests);

#endif
