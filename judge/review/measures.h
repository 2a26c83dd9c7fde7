#ifndef ASSAY_REVIEW_MEASURES_H
#define ASSAY_REVIEW_MEASURES_H

/*
 * What can be counted in a source, by its syntax tree.
 *
 * Source   cyclomatic complexity: McCabe, "A Complexity Measure", IEEE Transactions on Software
 *          Engineering 2(4), 1976: 1 + decisions. Decisions are if, each loop, each case that is
 *          not the default, catch, the conditional operator, and each && and || of conditions.
 *          cognitive complexity: Campbell, "Cognitive Complexity: a new way of measuring
 *          understandability", SonarSource, 2018 (version 1.7: 2023). Ours deviates: recursion
 *          costs nothing; what stands in the head of an if or a loop counts as inside it; a
 * function with a name inside another one is measured for itself and not in the outer one.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/review/syntax.h"

#include <stddef.h>
#include <stdint.h>

struct measures_function {
    const char *name; /* fit to show; "" for none */
    int line, end_line;
    unsigned lines;   /* that hold code: no blank ones, nor those with comments alone */
    unsigned nesting; /* how many if, loop, switch, catch and anonymous functions, at the deepest */
    unsigned cyclomatic, cognitive, parameters;
};

struct measures_span {
    size_t start, end; /* bytes */
    int line;
};

/* One token, for finding duplicates. */
struct measures_token {
    uint64_t hash;
    int line, end_line;
};

/* Of one source. All arrays are in the arena that was given. */
struct measures_source {
    unsigned lines;       /* that hold code */
    unsigned loose_lines; /* of these, outside of functions */
    struct measures_function *functions;
    size_t function_count;
    struct measures_span *comments; /* and strings that are documentation */
    size_t comment_count;
    struct measures_span *commented_out; /* comments that hold code */
    size_t commented_out_count;
    struct measures_span *test_parts; /* tests in a source that is none: Rust's `mod tests` */
    size_t test_part_count;
    struct measures_token *tokens; /* without comments and imports */
    size_t token_count;
    unsigned names, meaningless_names; /* declared: functions, variables, parameters */
    unsigned magic_numbers;
};

/* Measures a parsed source.
 * Errors   -ENOMEM.
 */
int measures_take(struct arena *arena, const struct syntax *syntax, const char *text, size_t size,
                  struct measures_source *ret, struct error *error);

/* Finds the comments that hold code, among those of `to`; a part of measures_take(). */
int measures_take_comments(struct arena *arena, bool python, const char *text, size_t size,
                           struct measures_source *to, struct error *error);

/* Which lines are found again elsewhere, in this source or another one: windows of tokens that are
 * the same, at least MEASURES_WINDOW of them.
 * Errors   -ENOMEM. */
#define MEASURES_WINDOW 60
int measures_duplicated(const struct measures_source *sources, size_t count, size_t *ret_lines,
                        struct error *error);

/* ---- What node types mean (measures_table.c) ----------------------------------------------------
 */
enum measures_role {
    MEASURES_FUNCTION = 1 << 0, /* with a name, or at least a place of its own */
    MEASURES_LAMBDA = 1 << 1,
    MEASURES_IF = 1 << 2,
    MEASURES_LOOP = 1 << 3,
    MEASURES_SWITCH = 1 << 4,
    MEASURES_CASE = 1 << 5,
    MEASURES_CATCH = 1 << 6,
    MEASURES_TERNARY = 1 << 7,
    MEASURES_LOGIC = 1 << 8,
    MEASURES_JUMP = 1 << 9,
    MEASURES_PARAMETERS = 1 << 10,
    MEASURES_COMMENT = 1 << 11,
    MEASURES_NUMBER = 1 << 12,
    MEASURES_USES_NUMBER = 1 << 13, /* where a number without a name is magic */
    MEASURES_NAMES_NUMBER = 1 << 14,
    MEASURES_IMPORT = 1 << 15,
    MEASURES_DECLARES = 1 << 16,
    MEASURES_IDENTIFIER = 1 << 17,
    MEASURES_ELSE = 1 << 18,
    MEASURES_ELIF = 1 << 19,
    MEASURES_STRING = 1 << 20, /* one token, whatever is in it */
};

/* The roles of a language's symbols, by number: a table that lives for ever, NULL when memory is
 * out. Made once a review: measures_roles_new(), free(). */
unsigned *measures_roles_new(enum syntax_language language);

#endif
