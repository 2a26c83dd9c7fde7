#ifndef ASSAY_BASE_ERROR_H
#define ASSAY_BASE_ERROR_H

/*
 * Errors are values that the caller owns.
 *
 * A function that can fail returns 0 or a negative errno and fills the caller's `struct error`.
 * The storage is fixed, so that reporting works when memory is out. Layers add context on the way
 * up with error_context(). Only commands print errors; a verdict is data, never an error.
 */

#include <stdarg.h>

struct error {
    int code;          /* negative errno of the failure, 0 while there is none */
    int line;          /* 1-based line in `file`, 0 when there is none */
    char file[256];    /* the file that the message is about, "" when there is none */
    char message[512]; /* what is wrong, one line (see text_line()), no trailing full stop */
    char remedy[256];  /* what to do about it, "" when there is nothing to say */
};

/* Sets every field; returns `code` so that `return error_set(…)` reads well. */
int error_set(struct error *error, int code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* As error_set(), with the place in a file. `file` may be NULL, `line` 0. */
int error_at(struct error *error, int code, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Sets the remedy of an error that is already set. */
void error_remedy(struct error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Puts "<context>: " before the message. Returns error->code. */
int error_context(struct error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

struct sandbox_error;

/* Takes over what the sandbox says of a failure. Returns its code. */
int error_from_sandbox(struct error *error, const struct sandbox_error *from);

/* Writes "file:line: message (remedy)" into `text`, cut to `size`, always terminated. */
void error_format(const struct error *error, char *text, unsigned long size);

#endif
