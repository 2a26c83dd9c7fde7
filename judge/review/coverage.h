#ifndef ASSAY_REVIEW_COVERAGE_H
#define ASSAY_REVIEW_COVERAGE_H

/* Which lines a candidate's tests executed, from what the usual tools write. What they write is the
 * candidate's to forge: bounded, and never a path that is opened. */

#include "judge/base/error.h"

#include <stdbool.h>
#include <stddef.h>

/* Lines of files. */
struct line_set;

#define LINE_SET_FILES 10000
#define LINE_SET_LAST 200000 /* lines behind it are left out */

/* `root` is the candidate's directory as the tools saw it, NULL where that is not known: with it,
 * absolute paths below are exact. Copied. NULL when memory is out. */
struct line_set *line_set_new(const char *root);
void line_set_free(struct line_set *set);
/* 0 or -ENOMEM; lines and files beyond the bounds are left out. */
int line_set_add(struct line_set *set, const char *path, size_t path_size, unsigned first,
                 unsigned last);
/* Whether the line of a file below the candidate's directory is in. Tools write paths in ways of
 * their own (absolute, below a module's name, below a source directory): the file meant is the one
 * whose path agrees over the most components from the right, all of one of the two. */
bool line_set_has(const struct line_set *set, const char *path, unsigned line);
size_t line_set_count(const struct line_set *set); /* lines */

enum coverage_format {
    COVERAGE_UNKNOWN,
    COVERAGE_GO,        /* go test -coverprofile */
    COVERAGE_LCOV,      /* lcov.info: coverage.py, c8, node, gcov */
    COVERAGE_COBERTURA, /* XML: coverage.py and others */
    COVERAGE_JACOCO,    /* XML */
};

const char *coverage_format_name(enum coverage_format format);

#define COVERAGE_BYTES ((size_t) 64 << 20)

/* Adds the executed lines of a report to `set`; a report may be one of several.
 * Errors   -EINVAL no format that we know, or broken XML; -EFBIG; -ENOMEM.
 */
int coverage_read(const char *text, size_t size, struct line_set *set,
                  enum coverage_format *ret_format, struct error *error);

#endif
