#ifndef ASSAY_TRIAL_COMPARE_H
#define ASSAY_TRIAL_COMPARE_H

/*
 * The default output validator of the problem package format: token by token, in one pass, without
 * allocating.
 *
 * Source   Kattis/problem-package-format spec/2025-09.md, "Default output validator specification"
 *          and "General requirements" (the grammar of numbers).
 */

#include "judge/base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct compare_rules {
    bool case_sensitive;
    bool space_change_sensitive;
    bool absolute_given, relative_given;
    double absolute, relative; /* tolerances */
};

/* Reads the validator's arguments (NULL-terminated; NULL: none). `strict` is 2025-09: a tolerance
 * given twice is an error; before, flags of problem.yaml and of a test group meet, and the later
 * one holds.
 * Errors   -EINVAL an unknown flag, a tolerance that is missing, negative or no number.
 */
int compare_rules_parse(const char *const *arguments, bool strict, struct compare_rules *ret,
                        struct error *error);

enum compare_kind {
    COMPARE_TOKEN,     /* a token differs */
    COMPARE_NUMBER,    /* a number is further off than the tolerance */
    COMPARE_NO_NUMBER, /* a number is expected, something else was found */
    COMPARE_SPACE,     /* white space differs, where that matters */
    COMPARE_MISSING,   /* the output ends too early */
    COMPARE_EXTRA,     /* the output goes on */
};

/* The first difference. */
struct compare_difference {
    enum compare_kind kind;
    size_t line, column;                  /* 1-based, in the output; columns are bytes */
    size_t answer_line;                   /* 1-based, in the answer file */
    double expected_number, found_number; /* COMPARE_NUMBER */
    double allowed;                       /* COMPARE_NUMBER: the larger tolerance at this value */
    char expected[128];                   /* cut, and harmless to show; "" where there is none */
    char found[128];
};

/* Whether the output is accepted. *difference is filled when it is not. */
bool compare_outputs(const struct compare_rules *rules, const char *answer_data, size_t answer_size,
                     const char *output_data, size_t output_size,
                     struct compare_difference *difference);

/* "line 2, column 5: expected "7", found "8"", cut to `size`. */
void compare_describe(const struct compare_difference *difference, char *text, size_t size);

/* Reads a token as the format's grammar of numbers has it. False when it is none, or when no double
 * is near (1e999). Numbers of any length are read, in linear time. */
bool compare_number(const char *token, size_t size, double *ret);

#endif
