#ifndef ASSAY_REVIEW_HISTORY_H
#define ASSAY_REVIEW_HISTORY_H

/*
 * The git history of a repository that nobody trusts: its commits, what is tracked, and which lines
 * a change touches. What git stores is parsed in a room (history_room.c); here are the data, the
 * findings on them, and what is left of a review that looks at a change alone.
 */

#include "judge/review/review.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sandbox;

#define HISTORY_COMMITS 20000 /* that are read */

struct history_commit {
    char id[41];
    int parents;
    const char *subject;  /* its beginning, fit to show */
    size_t subject_bytes; /* of all of it */
    bool body;            /* there is more than a subject */
    bool counted;         /* false: a merge, or it could not be compared with its parent */
    size_t lines;         /* added and removed; without what nobody writes: files of
                           * history_is_foreign(), and more than 5000 lines in one */
    size_t added;         /* of these */
};

struct history_file {
    const char *path; /* fit to show */
    uint64_t size;
    bool binary, program; /* has a NUL byte near its beginning; is machine code */
    bool old;             /* the base has it, too */
    const char *text;     /* of files named .env...: its beginning; else NULL */
};

struct history_secret {
    const char *path, *line;
    char commit[41];
};

/* What a change did to a file that is there now. */
struct history_touched {
    const char *path, *from; /* from: what it was called before, NULL for the same */
    bool added;              /* all of it is new */
    const int (*ranges)[2];  /* first and last line; where lines were taken out, those beside */
    size_t count;
};

enum history_end { HISTORY_ALL, HISTORY_COUNT, HISTORY_TIME, HISTORY_BROKEN };

struct history {
    struct arena *arena;
    const char *absent; /* why there is none to read; NULL: it was read */
    const char *why;    /* why `end` is no HISTORY_ALL, or files were not all seen; else NULL */
    enum history_end end;
    bool shallow;                   /* older commits were left out when it was cloned */
    bool files_cut;                 /* not all that is tracked was looked at */
    const char *base;               /* the full id of the base; NULL: none was asked for */
    char head[41];                  /* "" in a repository without a commit */
    struct history_commit *commits; /* from the newest; with a base, those since it */
    struct history_file *files;     /* of the newest commit */
    struct history_secret *secrets; /* lines of older commits that are gone since */
    struct history_touched *touched;
    size_t commit_count, file_count, secret_count, touched_count;
};

/* Reads the history of `directory`/.git, in a room of `sandbox`. Nothing there is executed or
 * written, and nothing elsewhere is read: a .git that is a file or a link is not followed.
 * `base` is a revision as git writes them, or NULL.
 * Owns     *ret is the caller's: history_free().
 * Errors   with a base: -ENOENT no such revision, or no repository; -EINVAL a bare one, or the
 *          change could not be worked out. Without one none of these: `absent` says why. -ENOMEM;
 *          those of sandbox_room_open().
 */
int history_read(struct sandbox *sandbox, const char *directory, const char *base,
                 struct history **ret, struct error *error);
void history_free(struct history *history);
/* Whether there is anything to open a sandbox for; else history_read() with NULL for it says why
 * not. */
bool history_is_there(const char *directory);
/* The version of libgit2 as the reader has it here, in a room of `sandbox`, or why it has none.
 * Errors   of sandbox_room_open(); -ENOEXEC: the reader does not run. */
int history_library(struct sandbox *sandbox, char *text, size_t size, struct error *error);
/* A history that could not be read, for this reason. NULL when memory is out. */
struct history *history_absent(const char *reason);

/* Adds findings on commits and tracked files: before review_finish(). Errors: -ENOMEM. */
int history_review(const struct history *history, struct review *review, struct error *error);
/* Leaves of the findings those on lines that the change touched; those without a line stay. Needs a
 * base; then review_finish(). */
void history_keep_touched(const struct history *history, struct review *review);

/* For facts. A merge, and the first commit, have no poor message. */
size_t history_poor_messages(const struct history *history);
size_t history_unwanted_files(const struct history *history);
/* NULL: no commit was counted. */
const struct history_commit *history_largest(const struct history *history);

/* Locks of package managers, vendored, built and generated files, and data: not written by hand. */
bool history_is_foreign(const char *path);

/* What the reader printed, to a history; for tests. A line that is no line of the reader's is
 * passed over.
 * Owns: *ret is the caller's. Errors: -ENOENT no such base; -ENOMEM. */
int history_parse(const char *text, size_t size, struct history **ret, struct error *error);

#endif
