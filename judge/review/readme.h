#ifndef ASSAY_REVIEW_README_H
#define ASSAY_REVIEW_README_H

/*
 * A repository's README: which sections it has, which commands it gives, and what it claims of
 * endpoints, variables, ports and files. Nothing is executed here (judge/service/readme_run.h
 * does); claims are compared with the sources as far as these decide them. What cannot be decided
 * stays unverified: that is no fault, and earns nothing.
 *
 * The README is a candidate's: its size, the length of its lines, and how many commands and claims
 * are kept are bounded.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/review/review.h"

#include <stdbool.h>
#include <stddef.h>

enum readme_section {
    README_PURPOSE,
    README_SETUP,
    README_RUN,
    README_TEST,
    README_API,
    README_CONFIGURATION,
    README_DECISIONS,
    README_LIMITS,
    README_NEXT,
    README_SECTIONS,
};

extern const char *const readme_section_names[README_SECTIONS]; /* "purpose", ... */

/* What a command is for. */
enum readme_role {
    DO_PREPARE, /* installs, builds, sets variables: it ends */
    DO_START,   /* the service */
    DO_TEST,
    DO_ASK,   /* curl */
    DO_OTHER, /* not known: it may end or listen */
    DO_PASS,  /* not to be executed, and nothing depends on it */
    DO_NEED,  /* not to be executed, and what comes later may depend on it */
};
#define README_ROLES 7

extern const char *const readme_role_names[README_ROLES]; /* "prepare", ... */

/* A request as curl would send it. */
struct readme_request {
    bool plain; /* it is nothing but this request, to this machine, with no blanks to fill in */
    const char *method, *target, *body; /* body NULL: none */
    char **headers;                     /* "Name: value" */
    size_t header_count;
    int port; /* 0: another machine, or not known */
};

struct readme_command {
    int line, end_line;
    const char *text;   /* for a shell, without prompts */
    const char *shown;  /* on one line, fit to show */
    const char *reason; /* why it is not executed: DO_PASS, DO_NEED; else NULL */
    enum readme_role role;
    bool network; /* of a kind that mostly fetches something */
    int status;   /* of HTTP, as documented; 0: not */
    int status_line;
    struct readme_request request; /* DO_ASK */
    const char *answer; /* the object of JSON that is shown as its answer; NULL: none is */
    int answer_line;
};

enum readme_kind { CLAIM_ENDPOINT, CLAIM_VARIABLE, CLAIM_PORT, CLAIM_FILE, CLAIM_ANCHOR };
#define README_KINDS 5

extern const char *const readme_kind_names[README_KINDS]; /* "endpoint", ... */

enum readme_truth { CLAIM_OPEN, CLAIM_TRUE, CLAIM_FALSE };

extern const char *const readme_truth_names[3]; /* "not verified", "true", "false" */

struct readme_claim {
    enum readme_kind kind;
    int line;
    const char *text;            /* fit to show */
    const char *method, *target; /* CLAIM_ENDPOINT; of other kinds `target` is what is looked for */
    int port;                    /* CLAIM_PORT */
    bool spelled;                /* CLAIM_ENDPOINT: the whole path stands in a source */
    enum readme_truth truth;
    const char *reason; /* why it is true, false or not verified; NULL: nothing looked yet */
};

/* An endpoint that is there. */
struct readme_route {
    const char *text;   /* fit to show: "GET /notes/{id}" */
    const char *method; /* in capitals; "": not known */
    const char *path, *where;
    bool sample; /* the path has values in it, where a README may have blanks */
};

enum { README_WORDS = 15 }; /* patterns */

struct pattern;
struct readme_document;

struct readme {
    struct arena *arena;
    const char *file; /* "README.md" */
    const char *text; /* that was read */
    size_t size;
    bool cut;                      /* not all of it was read */
    int sections[README_SECTIONS]; /* the line where it begins; 0: there is none */
    bool has_tests;                /* the repository has: readme_read() */
    int template_line;             /* where a blank of a template was left; 0: nowhere */
    struct readme_command *commands;
    size_t command_count, command_capacity;
    struct readme_claim *claims;
    size_t claim_count, claim_capacity;
    struct readme_route *routes;
    size_t route_count, route_capacity;
    struct readme_document *documents; /* of OpenAPI, beside it (readme_documents.h) */
    size_t document_count;
    const char **nowhere; /* parts of the paths of requests that stand in no source */
    size_t nowhere_count;
    const char **anchors;
    size_t anchor_count, anchor_capacity;
    struct pattern *patterns[README_WORDS]; /* that were needed so far */
};

enum {
    README_BYTES = 128 << 10,
    README_COMMANDS = 200,
    README_CLAIMS = 400,
    README_ANCHORS = 4000,
};

/* Reads the text of a README.
 * Owns     *ret is the caller's: readme_free().
 * Errors   -ENOMEM. Nothing in a text is an error.
 * Source   GitHub Flavored Markdown 0.29, by libcmark-gfm.
 */
int readme_parse(const char *file, const char *text, size_t size, struct readme **ret,
                 struct error *error);
/* The README of a directory; *ret is NULL where there is none. No symbolic link is followed. The
 * claims are compared with the files that are there.
 * Errors   those of opening `directory`; -ENOMEM. */
int readme_read(const char *directory, struct readme **ret, struct error *error);
void readme_free(struct readme *readme);

/* Adds an endpoint of the service, as it is known to be there; `text` is made of the rest. What
 * says only that a service lives is none. All is copied. Errors   -ENOMEM. */
int readme_add_route(struct readme *readme, const struct readme_route *route, struct error *error);

/* Compares an answer with the one that the command shows: says in `out` how their members differ,
 * and nothing where they do not, or none is shown. Errors   -ENOMEM. */
int readme_compare_answer(const struct readme_command *command, const char *text, size_t size,
                          struct buffer *out);

/* Whether part of a path stands for something: "{id}", "CODE", ":id". */
bool readme_is_blank(const char *text, size_t size);
/* Whether a part of a path of a request stands in no source. */
bool readme_is_nowhere(const struct readme *readme, const char *part, size_t size);

/* What a fault is called, and why it matters: for findings, and for lists of rules. */
struct readme_rule {
    const char *id, *title, *why, *remedy;
    enum severity severity;
};

extern const struct readme_rule readme_rules[];
extern const size_t readme_rule_count;
const struct readme_rule *readme_rule_find(const char *id); /* NULL: there is none */

/* Adds the findings of what was found out so far: `readme` NULL is a repository without one.
 * `service`: it is the repository of a service, which has to be started.
 * Errors   -ENOMEM. */
int readme_review(const struct readme *readme, bool service, struct review *review,
                  struct error *error);
/* Adds one finding. `message` and `code` are made fit to show. */
int readme_finding(struct review *review, const struct readme *readme, const char *rule, int line,
                   const char *message, struct error *error);
/* As `assay review` does: where the directory is a repository, or has a README. Of the rules, those
 * of `only` (NULL-terminated; NULL: all). review_finish() is the caller's.
 * Errors   as readme_read(). */
int readme_review_directory(const char *directory, const char *const *only, struct review *review,
                            struct error *error);

#endif
