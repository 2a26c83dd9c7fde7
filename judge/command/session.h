#ifndef ASSAY_SESSION_H
#define ASSAY_SESSION_H

/* What every command needs that judges: the table of languages, the sandbox, the compiler. */

#include "judge/command/command.h"

struct session {
    struct language_table *languages;
    struct sandbox *sandbox;
    struct compiler *compiler;
};

/* Opens all three; prints what went wrong. COMMAND_PASSED, or the exit status to end with; close it
 * in any case. */
enum command_exit session_open(struct session *session);
void session_close(struct session *session);
#define AUTO_SESSION CLEANUP(session_close)

/* The table alone; prints every fault of it, and fails when it has any. */
enum command_exit session_languages(struct language_table **ret);
/* Opens the sandbox alone, with the backend named or NULL for the best. */
enum command_exit session_sandbox(const char *backend, struct sandbox **ret);
/* Prints "assay: message (remedy)"; returns the exit status that fits. */
enum command_exit session_sandbox_fault(const struct sandbox_error *error);

/* The language of --language: NULL stays NULL; prints and fails with COMMAND_USAGE when unknown. */
enum command_exit session_check_language(const struct session *session, const char *id);

/* Finds and reads a package for judging; a broken one has all its faults printed.
 * Owns     *ret is the caller's: package_free(). */
enum command_exit session_package(const char *name, struct package **ret);
void session_free_package(struct package **package);
#define AUTO_PACKAGE CLEANUP(session_free_package)
void session_free_judge(struct judge **judge);
#define AUTO_JUDGE CLEANUP(session_free_judge)

/* How most of these commands begin, with the arguments PROBLEM FILE...: the files are there, the
 * package is read, the session opened, `language` (--language) known. Prints what is wrong. Both
 * are the caller's in any case. */
enum command_exit session_begin(const struct command_input *input, const char *language,
                                struct session *session, struct package **ret);

/* Options that such commands share. */
#define OPTION_JOBS(settings, what)                                                                \
    {                                                                                              \
        .name = "jobs", .letter = 'j', .type = OPTION_COUNT, .value = "N", .high = 256,            \
        .fallback = "0", .offset = offsetof(settings, jobs),                                       \
        .help = what " at the same time; 0: as many as there are cores"                            \
    }
#define OPTION_TIME_LIMIT(settings, what)                                                          \
    {                                                                                              \
        .name = "time-limit", .type = OPTION_SECONDS, .value = "SECONDS", .low = 0.01,             \
        .high = 3600, .offset = offsetof(settings, time_limit_s),                                  \
        .help = "CPU time for each " what ", instead of the package's"                             \
    }
/* --language and --entry. */
#define OPTIONS_PROGRAM(settings)                                                                  \
    { .name = "language",                                                                          \
      .letter = 'l',                                                                               \
      .type = OPTION_TEXT,                                                                         \
      .value = "LANGUAGE",                                                                         \
      .offset = offsetof(settings, language),                                                      \
      .help = "instead of telling it by file ending (assay languages)" },                          \
    {                                                                                              \
        .name = "entry", .type = OPTION_TEXT, .value = "NAME",                                     \
        .offset = offsetof(settings, entry),                                                       \
        .help = "main file or class, when there are several files"                                 \
    }
#define OPTION_NO_CACHE(settings)                                                                  \
    {                                                                                              \
        .name = "no-cache", .type = OPTION_FLAG, .offset = offsetof(settings, no_cache),           \
        .help = "compile even what was compiled before"                                            \
    }

/* Whether the files arguments[1 ...] are there: found out before a sandbox is opened or a package
 * read. Prints the first that is not. */
enum command_exit session_check_files(const struct command_input *input);

#endif
