#ifndef ASSAY_SERVICE_FILTER_H
#define ASSAY_SERVICE_FILTER_H

/*
 * The jq filters of a package's probes, by libjq.
 *
 * Compiling any filter takes libjq about 34 ms (it parses its own library each time) and running
 * one hardly anything, so all filters of a package become one program, that is told which is meant.
 *
 * Values are libjq's jv: each call says whether it consumes ("takes") or borrows one.
 */

#include "judge/base/error.h"

#include <jv.h>
#include <stddef.h>

struct filters;

/* The variables that a filter may use: grows while a probe is read, and is complete when
 * filters_compile() is called. */
struct filter_names {
    const char **items; /* borrowed texts */
    size_t count, capacity;
};

/* Whether `name` can be a variable: a letter or _, then letters, digits, _; at most 40. */
bool filter_name_valid(const char *name);
/* Adds a name once. -ENOMEM. */
int filter_names_add(struct filter_names *names, const char *name);
bool filter_names_have(const struct filter_names *names, const char *name);
void filter_names_clear(struct filter_names *names);

/* Owns: *ret is the caller's: filters_free(). */
int filters_new(struct filters **ret, struct error *error);
void filters_free(struct filters *filters);
/* Notes a filter; `text`, `file` and `names` are borrowed until filters_compile(). */
int filters_add(struct filters *filters, const char *text, const char *file, int line,
                const struct filter_names *names, size_t *ret_id, struct error *error);
/* Compiles all of them. Errors: -EINVAL at the place of the first that jq does not take. */
int filters_compile(struct filters *filters, struct error *error);
/* Runs one: *ret its first result (null where it has none). Takes `input`, borrows `variables` (an
 * object). Owns: *ret is the caller's: jv_free().
 * Errors   -EINVAL the filter ended with an error: jq's message alone. One that has not ended after
 *          10 s ends the process with status 3 and a line that names it. */
int filters_run(struct filters *filters, size_t id, jv input, jv variables, jv *ret,
                struct error *error);

#endif
