#ifndef ASSAY_SERVICE_PROBE_H
#define ASSAY_SERVICE_PROBE_H

/*
 * Probes as they are read from probes/NAME.yaml: docs/probes.md is their form. All of it lives as
 * long as the struct probes; nothing here changes while probes are played.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/base/text.h"
#include "judge/service/filter.h"

#include <jv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A filter that has to hold. */
struct claim {
    size_t filter;
    const char *text;
    const char *says; /* for the candidate; NULL: the filter itself is shown */
};

struct claims {
    const struct claim *items;
    size_t count;
};

struct header {
    const char *name;
    const char *value; /* may have ${…}; NULL: must be absent, or is not sent */
};

struct headers {
    const struct header *items;
    size_t count;
};

struct status_set {
    const int *items; /* 201, or 2 for 2xx */
    size_t count;
};

struct expectation {
    struct status_set statuses;
    struct headers headers;
    struct claims json, holds;
    const char *body;    /* exactly this; NULL: not asked */
    const char *same_as; /* the name of an earlier answer */
    struct pattern *matches;
    const char *matches_text;
    double within_s; /* 0: not asked */
};

struct capture {
    const char *name;
    size_t filter;
};

struct request {
    int line;
    const char *method, *target;
    struct headers headers;
    bool has_json;
    jv json;          /* strings in it may have ${…} */
    const char *body; /* NULL: none */
    double timeout_s;
    bool may_fail, durable;
    const char *as, *into; /* NULL: not named */
    const struct capture *captures;
    size_t capture_count;
    struct expectation expect;
    uint32_t copies;
};

enum step_kind {
    STEP_REQUEST,
    STEP_PARALLEL,
    STEP_REPEAT,
    STEP_SET,
    STEP_CHECK,
    STEP_WAIT,
    STEP_UNTIL,
    STEP_KILL,
    STEP_STOP,
    STEP_START,
    STEP_RESTART,
    STEP_CRASH,
    STEP_LOAD,
    STEP_SIGNED,
    STEP_MEMORY,
};

struct steps {
    const struct step *items;
    size_t count;
};

struct step {
    enum step_kind kind;
    int line;
    const struct request *requests; /* REQUEST, LOAD, UNTIL: one or none; PARALLEL, CRASH */
    size_t request_count;
    uint32_t times;   /* REPEAT, CRASH */
    uint32_t at_once; /* PARALLEL; 0: all */
    double seconds;   /* WAIT; UNTIL: the deadline; CRASH: the window; LOAD: how long */
    double rate;      /* LOAD */
    uint64_t bytes;   /* MEMORY */
    const char *as;
    struct claims claims;           /* PARALLEL, CHECK, UNTIL, LOAD */
    const struct capture *captures; /* SET */
    size_t capture_count;
    const char *receiver;       /* SIGNED */
    const char *const *secrets; /* SIGNED: NULL-terminated */
    struct steps steps;         /* REPEAT; CRASH: then */
};

enum reply_kind { REPLY_STATUS, REPLY_HANG, REPLY_RESET };

struct scripted_reply {
    enum reply_kind kind;
    int status;
    struct headers headers;
    const char *body;
    double after_s;
};

struct receiver_script {
    const char *name;
    const struct scripted_reply *replies;
    size_t count;
    const char *each; /* NULL: one script for all; "path"; "header:NAME" */
};

/* What a probe is about, for who scores the whole. */
enum probe_aspect {
    ASPECT_SPECIFICATION,
    ASPECT_PERSISTENCE, /* restarts, crashes, the disk */
    ASPECT_CONCURRENCY,
    ASPECT_SECURITY,
    ASPECT_LOAD,        /* many, fast, in bounded memory */
    ASPECT_OPERABILITY, /* stopping, failing dependencies */
    ASPECT_COUNT
};

struct probe {
    const char *file;
    int line;
    const char *id, *title, *group, *why; /* why may be NULL */
    enum probe_aspect aspect;
    bool fresh;
    struct headers environment; /* name and value */
    double time_s;
    const struct receiver_script *receivers;
    size_t receiver_count;
    struct steps steps;
    struct filter_names names;
};

struct probes {
    struct arena *arena;
    struct filters *filters;
    struct probe **items; /* in the order of files and in them */
    size_t count, capacity;
    jv *values; /* JSON bodies, freed with the rest */
    size_t value_count, value_capacity;
    struct pattern **patterns;
    size_t pattern_count, pattern_capacity;
};

/* Reads all files of `directory` that end in .yaml, and compiles their filters.
 * Owns     *ret is the caller's: probes_free().
 * Errors   -EINVAL the first fault, at its file and line; -ENOENT no such directory; -ENOMEM. */
int probes_read(const char *directory, struct probes **ret, struct error *error);
/* The same of one file's text, without compiling filters. */
int probes_parse(const char *file, const char *text, size_t size, struct probes **ret,
                 struct error *error);
void probes_free(struct probes *probes);
const struct probe *probes_find(const struct probes *probes, const char *id);

const char *probe_aspect_name(enum probe_aspect aspect);
/* What steps are called in probe files; for reports. */
const char *step_name(enum step_kind kind);

#endif
