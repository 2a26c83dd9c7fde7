#ifndef ASSAY_REVIEW_REVIEW_H
#define ASSAY_REVIEW_REVIEW_H

/*
 * A repository read as a pull request: what its code measures, and findings by the rules of
 * rubrics/review. The repository is a candidate's: nothing of it is executed, symbolic links are
 * not followed, and files, bytes, depth and time are bounded.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"

#include <stdbool.h>
#include <stddef.h>

enum severity { SEVERITY_MUST_FIX, SEVERITY_SHOULD_FIX, SEVERITY_CONSIDER, SEVERITY_PRAISE };
#define SEVERITIES 4

extern const char *const severity_names[SEVERITIES]; /* "must fix", ... */
extern const char *const severity_keys[SEVERITIES];  /* as keys and in names: "must_fix", ... */
/* The severity of that name; -1: there is none such. NULL is none. */
int severity_find(const char *name);

struct finding {
    const char *rule;
    enum severity severity;
    const char *principle; /* a word: errors, limits, concurrency, data, security, ... */
    const char *file;      /* relative to the repository; fit to show, as all texts here */
    int line, column, end_line, end_column; /* from 1; columns in bytes, the end is behind */
    const char *code;                       /* the line of the hit, without its indentation */
    const char *message, *why, *remedy;
    char fingerprint[17]; /* 16 hex digits of rule, file and code, so that it outlives other lines;
                           * by review_finish() */
};

/* Of all sources but tests, which have their own line count. */
struct review_measures {
    size_t files, lines, test_files, test_lines; /* lines: those that hold code */
    size_t functions;
    /* The greatest of any function, and where that is: "path:line name". Of a program in a language
     * of scripts, what stands outside of functions has a length, too: it is where the work is done.
     */
    struct review_extreme {
        unsigned value;
        const char *where;
    } longest, nesting, cyclomatic, cognitive, parameters;
    size_t duplicated_lines;
    size_t names, meaningless_names; /* declared names, and those of them that say nothing */
    size_t commented_out;            /* blocks of comments that hold code */
    size_t debug_output;             /* findings of the rules for leftover debugging */
    size_t magic_numbers;
};

struct review {
    struct arena *arena;
    struct finding *findings; /* by severity, file, line: after review_finish() */
    size_t count, capacity;
    size_t counts[SEVERITIES];
    struct review_measures measures;
    size_t omitted; /* files that were too large or not parsed in time */
    /* Files that a program made, as their heads say, or their lines that nobody writes; in the
     * order of their names. */
    const char **generated;
    size_t generated_count;
    bool graded; /* as in the options */
    bool cut;    /* there was more than is read, or more findings than are kept */
};

struct review_options {
    const char *rules;       /* directory of the rules; NULL: the shipped ones */
    const char *const *only; /* ids of the rules that are applied, NULL-terminated; NULL: all */
    /* The files are one program, no repository: rules of repositories do not apply, and no file is
     * a test, or generated, whatever it calls itself. */
    bool program;
    /* The sources are graded: a head that calls a file generated, which anybody can write, hides
     * neither its size nor what must be fixed in it. Else such files are left alone. */
    bool graded;
};

#define REVIEW_FINDINGS 5000      /* that are kept */
#define REVIEW_FINDINGS_A_RULE 50 /* in one file: what is everywhere is said often enough */

/* Owns     *ret is the caller's: review_free().
 * Errors   -EINVAL a rule file is faulty (file and line are the error's), or an id of `only` is no
 *          rule; those of opening `directory`; -ENOMEM.
 */
int review_repository(const char *directory, const struct review_options *options,
                      struct review **ret, struct error *error);
/* The same of files, and of the files in directories, such as are submitted to a problem; they are
 * named by what is below the directory they are in. What cannot be read is omitted. */
int review_files(const char *const *paths, size_t count, const struct review_options *options,
                 struct review **ret, struct error *error);
void review_free(struct review *review);

/* For other readers of the repository (README, history): an empty review, further findings, whose
 * texts are copied, and the order, counts and fingerprints at the end. review_add() gives -ENOMEM;
 * beyond REVIEW_FINDINGS it sets `cut` alone. */
struct review *review_new(void);
int review_add(struct review *review, const struct finding *finding, struct error *error);
int review_finish(struct review *review, struct error *error);

/* Where the shipped rules are: review/ in the first of the directories of $ASSAY_RUBRICS that has
 * it, else in rubrics/ of the checkout or of the installation. In `arena`.
 * Errors   -ENOENT nowhere; -ENOMEM. */
int review_rules_directory(struct arena *arena, const char **ret, struct error *error);

#endif
