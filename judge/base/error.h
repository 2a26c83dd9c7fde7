#ifndef ASSAY_BASE_ERROR_H
#define ASSAY_BASE_ERROR_H

/*
 * Errors are values that the caller owns.
 *
 * A function that can fail returns 0 or a negative errno and fills the caller's `struct error`.
 * The storage is fixed, so that reporting works when memory is out. Layers add context on the way
 * up with error_context(). Only commands print errors; a verdict is data, never an error.
 */

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct error {
    int code;          /* negative errno of the failure, 0 while there is none */
    int line;          /* 1-based line in `file`, 0 when there is none */
    char file[256];    /* the file that the message is about, "" when there is none */
    char message[512]; /* what is wrong, one line (see text_line()), no trailing full stop */
    char remedy[256];  /* what to do about it, "" when there is nothing to say */
};

/* Sets every field; returns `code` so that `return error_set(…)` reads well. */
#define error_set(error, code, ...) error_at(error, code, NULL, 0, __VA_ARGS__)

/* As error_set(), with the place in a file. `file` may be NULL, `line` 0. */
#define error_at(error, code, file, line, ...)                                                     \
    error_failed(error_put(error, code, file, line, __VA_ARGS__))

/* Sets the remedy of an error that is already set. */
void error_remedy(struct error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Puts "<context>: " before the message. Returns error->code. */
#define error_context(error, ...) error_failed(error_prefix(error, __VA_ARGS__))

/* Whether a failure says nothing of what was looked at: the host is short of something, or broken,
 * and another time the same would do. */
bool error_is_hosts(int code);
/* For a failure with Assay's own files, which never is the user's mistake: a code that would be
 * taken for one ("no such file") becomes -EIO. Returns error->code. */
int error_own(struct error *error);

struct sandbox_error;

/* Takes over what the sandbox says of a failure, as error_own() does. Returns its code. */
#define error_from_sandbox(error, from) error_failed(error_take(error, from))

/* Writes "file:line: message (remedy)" into `text`, cut to `size`, always terminated. */
void error_format(const struct error *error, char *text, unsigned long size);

/* What failed is never taken for a success, not even where errno was still 0. It stands here, and
 * not behind the calls, so that compiler and analysers see at each `return error_set(…)` that the
 * caller gets a negative code. */
static inline int error_failed(int code)
{
    return code < 0 ? code : -EIO;
}

/* The work of the macros. */
int error_put(struct error *error, int code, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
int error_prefix(struct error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
int error_take(struct error *error, const struct sandbox_error *from);

#endif
