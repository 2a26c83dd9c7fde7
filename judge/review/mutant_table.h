#ifndef ASSAY_REVIEW_MUTANT_TABLE_H
#define ASSAY_REVIEW_MUTANT_TABLE_H

/* Internal to mutant*.c: what the nodes of each grammar mean to mutants, as tables. */

#include "judge/review/mutant.h"

/* What a node is; the sum of several. */
enum mutant_role {
    ROLE_SKIP = 1 << 0,      /* nothing below is mutated */
    ROLE_OPERATORS = 1 << 1, /* its tokens may be operators of the table */
    ROLE_CONDITION = 1 << 2, /* its condition may be negated */
    ROLE_LOOP = 1 << 3,      /* likewise, but true stays true there */
    ROLE_NOT = 1 << 4,       /* a negation, where its token says so */
    ROLE_FUNCTION = 1 << 5,  /* has a type of its own to return */
    ROLE_RETURN = 1 << 6,
    ROLE_STATEMENT = 1 << 7, /* an expression as a statement */
    ROLE_DIRECT = 1 << 8,    /* a statement that may be left out as it is */
    ROLE_WRAP = 1 << 9,      /* around a call: await, ? */
    ROLE_CALL = 1 << 10,
    ROLE_ASSIGN = 1 << 11,
    ROLE_NUMBER = 1 << 12,
    ROLE_STRING = 1 << 13,
    ROLE_TRUTH = 1 << 14,   /* true or false, by its text */
    ROLE_FIXED = 1 << 15,   /* constants here are part of a type, a pattern or a label */
    ROLE_MESSAGE = 1 << 16, /* strings here are for people */
};

unsigned mutant_roles(enum syntax_language language, const char *type);

/* NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): rows read in this order */
struct mutant_operator {
    unsigned languages; /* bits: 1 << language */
    const char *from, *to;
    enum mutant_kind kind;
};

/* NULL where the token is no operator that is changed. */
const struct mutant_operator *mutant_operator(enum syntax_language language, const char *token);

enum mutant_call {
    CALL_PLAIN,
    CALL_SKIPPED, /* logging, metrics, assertions: nothing in it is mutated */
    CALL_ERROR,   /* its strings are messages */
    CALL_TIMED,   /* its numbers are waiting times */
    CALL_KEPT,    /* its arguments may change, but it is not left out */
};

/* By the text before the arguments. */
enum mutant_call mutant_call(enum syntax_language language, const char *callee, size_t size);

/* What a function that returns `type` may return instead; NULL where that is not known. "!" stands
 * for the opposite of a truth value. */
const char *mutant_zero(enum syntax_language language, const char *type, size_t size);

enum mutant_type { TYPE_OTHER, TYPE_NUMBER, TYPE_STRING };
enum mutant_type mutant_type(const char *type, size_t size);

/* One source's sites. */
int mutant_walk(struct mutants *mutants, const char *path, const struct syntax *syntax,
                const char *text, size_t size, struct error *error);

#endif
