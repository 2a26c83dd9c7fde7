#ifndef ASSAY_OPTIONS_H
#define ASSAY_OPTIONS_H

/*
 * Options of the command line from a table: one row says an option's names, type, range, default
 * and help; the parser, `--help`, the completion and the tests read the same rows.
 */

#include "judge/base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum option_type {
    OPTION_FLAG,    /* bool; takes no value */
    OPTION_COUNT,   /* uint64_t */
    OPTION_SECONDS, /* double */
    OPTION_BYTES,   /* uint64_t; "4096", "64K", "256M", "1GiB": units are powers of 1024 */
    OPTION_TEXT,    /* const char *, borrowed from argv */
    OPTION_CHOICE,  /* const char *, one of `choices` */
    OPTION_LIST,    /* struct option_list; may be given several times */
    OPTION_TYPE_COUNT
};

struct option_list {
    const char **items; /* borrowed from argv */
    size_t count, capacity;
};

struct option_row {
    const char *name; /* without "--"; NULL ends a table */
    char letter;      /* short form; 0: none */
    enum option_type type;
    const char *value;          /* what help calls the value: "SECONDS" */
    double low, high;           /* inclusive; for numbers (exact up to 2^53) */
    const char *fallback;       /* the default as a user would write it; NULL: zero or NULL */
    const char *const *choices; /* OPTION_CHOICE: NULL-terminated */
    size_t offset;              /* of the field in the command's settings */
    const char *help;
};

enum { OPTION_ROWS_MAX = 30 };

/* What is left of the command line. */
struct option_rest {
    bool help; /* --help or -h was given: nothing else was checked after it */
    char **arguments;
    int count;
};

/* Parses argv[1 …]; `settings` is zeroed, and gets the defaults first. With `until_argument`, the
 * first argument ends the options (for `assay sandbox ls -l`); else they may be mixed.
 * Owns     lists in the settings: options_clear(), on failure too. argv is reordered.
 * Errors   -EINVAL unknown option (the remedy names a near one), value missing or out of range.
 */
int options_parse(const struct option_row *rows, bool until_argument, int argc, char **argv,
                  void *settings, struct option_rest *ret, struct error *error);
void options_clear(const struct option_row *rows, void *settings);

/* One value by its row, stored at `field`; what options_parse() does with each. */
int option_store(const struct option_row *row, const char *text, void *field, struct error *error);
/* "64K", "256M", "1GiB" to bytes: 0 or -EINVAL, also when it does not fit. */
int option_bytes(const char *text, uint64_t *ret);

/* The lines of --help: names and values, help, range and default. */
void options_help(const struct option_row *rows, FILE *file);

#endif
