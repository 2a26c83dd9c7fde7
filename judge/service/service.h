#ifndef ASSAY_SERVICE_H
#define ASSAY_SERVICE_H

/*
 * Take-home services: packages below problems/services/ (docs/probes.md), and grading a candidate's
 * repository against one: build it, start it in the sandbox, play every probe.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/service/host.h"
#include "judge/service/own_tests.h"
#include "judge/service/play.h"
#include "judge/service/probe.h"
#include "sandbox/sandbox.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Packages ------------------------------------------------------------------------------- */

struct service_edit {
    const char *file; /* below the reference */
    const char *find; /* stands in it exactly once */
    const char *replace;
    int line; /* in the faulty one's file */
};

struct service_variant {
    const char *name;             /* "python"; "no-fsync" */
    const char *directory;        /* the repository; of an edited one the reference's */
    const char *file;             /* a faulty one's own file, for messages; NULL for references */
    const char *wrong;            /* what is wrong with it; NULL for references */
    const char *const *caught_by; /* NULL-terminated ids of probes */
    bool unseen;                  /* no test that only talks HTTP to it could notice */
    const struct service_edit *edits;
    size_t edit_count;
};

struct service_package {
    struct arena *arena;
    const char *directory, *slug, *title;
    const char *statement_path;     /* NULL: none */
    const char *const *environment; /* "NAME=value", NULL-terminated */
    uint64_t memory_bytes;
    double ready_s;   /* how long the service may take to be ready */
    unsigned minutes; /* that a candidate has; 0: it does not say */
    struct probes *probes;
    const struct service_variant *references, *faulty;
    size_t reference_count, faulty_count;
};

/* Whether a package is one of a service: its interview.yaml says `type: service`. */
bool service_package_is(const char *directory);
/* Owns: *ret is the caller's: service_package_free(). Errors: -EINVAL the first fault, at its
 * place. */
int service_package_read(const char *directory, struct service_package **ret, struct error *error);
void service_package_free(struct service_package *package);

/* ---- How a repository is built and run ------------------------------------------------------ */

struct procfile {
    const char *build, *web, *test; /* shell commands; build and test NULL: none */
    const char *source;             /* "Procfile", or the convention: "go.mod (Go)" */
};

/* Reads the Procfile (lines `name: command`), or finds the convention that fits.
 * Errors   -EINVAL a Procfile without `web`, at its line; -ENOENT neither a Procfile nor a
 *          convention. */
int procfile_find(struct arena *arena, const char *directory, struct procfile *ret,
                  struct error *error);

/* ---- Grading -------------------------------------------------------------------------------- */

struct grade_options {
    const struct service_package *package;
    const char *problem;   /* what the user called the package; NULL: its slug */
    const char *directory; /* the candidate's repository */
    const struct service_edit *edits;
    size_t edit_count;
    uint64_t seed;
    const char *const *only; /* NULL-terminated ids of probes; NULL: all */
    bool probes_only;        /* the candidate's own tests are not run */
    bool build_network;      /* the candidate's build reaches the network, nothing else does */
    double own_tests_s;      /* for asking whether they notice what is wrong */
    /* After each probe; may be NULL. */
    void (*progress)(void *context, const struct probe_result *result, size_t done, size_t total);
    void *context;
};

struct grading {
    struct arena *arena;
    const struct service_package *package; /* borrowed */
    const char *problem;                   /* what the user called it */
    const char *directory;
    uint64_t seed;
    struct procfile procfile;
    bool has_build, build_good, build_network;
    struct host_run build;
    bool ready;
    double start_s;
    const char *not_ready; /* why; NULL when ready */
    /* Behind the probes, SIGTERM: whether it ended in time, and whether it had written anything
     * since its last start. Not looked at (!end_known) where it did not run, or only some probes
     * were wanted. */
    bool end_known, stops, logs;
    const char *not_stopped; /* why; NULL when it stops */
    struct probe_result *results;
    size_t count;
    uint64_t memory_bytes; /* the most that any probe saw */
    uint64_t cpu_ns;
    struct usage usage;          /* over time, while the probes were played */
    struct own_tests *own_tests; /* NULL: there are none, or they were not asked */
    double seconds;              /* the whole grading */
};

/* Owns     *ret is the caller's: grading_free(); `options` are borrowed for the call, their package
 *          until then.
 * Errors   those of procfile_find() and host_new(); -EINVAL an edit that does not fit. */
int grade(struct sandbox *sandbox, const struct grade_options *options, struct grading **ret,
          struct error *error);
void grading_free(struct grading *grading);
size_t grading_count(const struct grading *grading, enum probe_status status);

/* ---- Verifying a package -------------------------------------------------------------------- */

struct service_check {
    const char *name; /* "reference python", "faulty no-fsync", "probe exact-location" */
    bool good;
    const char *message; /* "" when good */
    double seconds;
};

struct service_verification {
    struct arena *arena;
    const char *slug;
    struct service_check *checks;
    size_t count, capacity;
};

struct service_verify_options {
    uint64_t seed;
    bool full;               /* every probe against every faulty one */
    const char *const *only; /* NULL-terminated names of references and faulty ones; NULL: all */
    void (*progress)(void *context, const struct service_check *check);
    void *context;
};

/* Every reference passes every probe; every faulty one fails each probe that it names; every probe
 * is named by a faulty one. Owns: *ret is the caller's: service_verification_free(). */
int service_verify(struct sandbox *sandbox, const struct service_package *package,
                   const struct service_verify_options *options, struct service_verification **ret,
                   struct error *error);
void service_verification_free(struct service_verification *verification);

#endif
