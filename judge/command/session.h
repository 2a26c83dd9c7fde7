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

/* Whether the files arguments[1 ...] are there: found out before a sandbox is opened or a package
 * read. Prints the first that is not. */
enum command_exit session_check_files(const struct command_input *input);

#endif
