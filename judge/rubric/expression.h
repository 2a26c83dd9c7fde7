#ifndef ASSAY_RUBRIC_EXPRESSION_H
#define ASSAY_RUBRIC_EXPRESSION_H

/*
 * Conditions over facts: expressions of jq, in that part of the language which always ends (no
 * loops, no recursion, no functions of one's own). What is taken means what jq means by it, with
 * the prelude of docs/rubrics.md; a test holds the two together.
 *
 * Beyond jq there is the third answer: where a fact is not known, neither is what depends on it
 * (Kleene's strong logic: `or` is true when one side is, whatever the other).
 */

#include "judge/evidence/evidence.h"

enum truth { TRUTH_FALSE, TRUTH_UNKNOWN, TRUTH_TRUE };

enum { EXPRESSION_NODES = 200, EXPRESSION_BYTES = 2000, EXPRESSION_DEPTH = 40 };

enum operation {
    OP_NUMBER,
    OP_TEXT,
    OP_BOOL,
    OP_FACT,     /* `fact` */
    OP_SHARE,    /* `fact` over the fact that bounds it, `most` */
    OP_KNOWN,    /* `fact` */
    OP_AT_LEAST, /* `fact` is the word `number` of its list, or a later one */
    OP_NOT,
    OP_AND,
    OP_OR,
    OP_EQUAL,
    OP_UNEQUAL,
    OP_LESS,
    OP_MOST,
    OP_MORE,
    OP_LEAST,
    OP_ADD,
    OP_SUBTRACT,
    OP_MULTIPLY,
    OP_DIVIDE,
    OP_OTHERWISE, /* // */
    OP_IF,
    OP_FLOOR,
    OP_CEIL,
    OP_ARRAY, /* items[a … a + b) */
    OP_MIN,   /* of an array, its items; so are those that follow */
    OP_MAX,
    OP_SUM,
    OP_ANY,
    OP_ALL,
    OP_LENGTH,
    OP_IN, /* `a` is one of items[b … b + c) */
};

enum value_type { TYPE_BOOL, TYPE_NUMBER, TYPE_TEXT, TYPE_ARRAY };

/* Operands are nodes that come before. */
struct node {
    enum operation operation;
    enum value_type type;
    int a, b, c;
    int fact, most;
    bool optional; /* a fact on the left of // */
    double number;
    const char *text;
};

struct expression {
    const char *text;
    struct node *nodes; /* the last one is the result */
    size_t count;
    const int *items;
};

/* Parses a condition. `file` and `line` are where it stands.
 * Owns     *ret lives in `arena`.
 * Errors   -EINVAL what is wrong, at its place; -ENOMEM. */
int expression_parse(struct arena *arena, const char *text, const char *file, int line,
                     struct expression **ret, struct error *error);
/* `facts`: as struct evidence has them. */
enum truth expression_evaluate(const struct expression *expression,
                               const struct evidence_fact *facts);
/* Whether the expression names the fact at this place of the catalogue. */
bool expression_names(const struct expression *expression, int fact);
/* Whether it has to be known: it is named outside of the left side of //, and not asked with
 * known().
 */
bool expression_needs(const struct expression *expression, int fact);
/* Values of one fact that could make a difference: what it is compared with, while all others are
 * as they are, and the next ones; the ends of its range. At most `most`; the number of them. */
size_t expression_candidates(const struct expression *expression, const struct evidence_fact *facts,
                             int fact, double *values, size_t most);

/* A condition that is one bound of one fact (or of its share): fact OPERATION number. */
struct bound {
    int fact;
    bool share;
    enum operation operation; /* OP_LESS, OP_MOST, OP_MORE, OP_LEAST, OP_EQUAL */
    double number;
};
bool expression_bound(const struct expression *expression, struct bound *ret);

#endif
