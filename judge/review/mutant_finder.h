#ifndef ASSAY_REVIEW_MUTANT_FINDER_H
#define ASSAY_REVIEW_MUTANT_FINDER_H

/* Internal to mutant_*.c: a walk through one source that collects its sites. */

#include "judge/review/mutant_table.h"

/* What holds for all below a node. */
enum {
    BELOW_NO_STRINGS = 1 << 0,
    BELOW_NO_NUMBERS = 1 << 1,
};

struct name_set {
    struct {
        const char *text;
        uint32_t size;
    } items[1024]; /* names beyond that are forgotten */
    size_t count;
};

struct finder {
    struct mutants *mutants;
    struct syntax_walk *walk;
    const struct syntax *syntax;
    enum syntax_language language;
    const char *path, *text;
    size_t size;
    struct name_set numbers, strings; /* names declared with such types, anywhere in the source */
    unsigned char below[SYNTAX_DEPTH];
    uint16_t function[SYNTAX_DEPTH]; /* depth of the function around, itself included; 0 for none */
    const char *field[SYNTAX_DEPTH];
    struct syntax_node block[SYNTAX_DEPTH], last[SYNTAX_DEPTH]; /* a block and its last child */
    size_t depth;
    size_t tested_depth; /* the next sibling at this depth is a test (Rust); 0 for none */
    int failed;
};

static inline bool finder_is_script(const struct finder *finder)
{
    return finder->language == SYNTAX_JAVASCRIPT || finder->language == SYNTAX_TYPESCRIPT ||
           finder->language == SYNTAX_TSX;
}

/* Adds a mutant that puts a text in place of the bytes from `start` to `end`, which begin in
 * `node`'s line. `shown` is what people see of it, NULL for the same. Takes note of a failure. */
void finder_emit(struct finder *finder, enum mutant_kind kind, struct syntax_node node,
                 size_t start, size_t end, const char *replacement, const char *shown);
/* As above, put together from three parts: the middle one is the text of `kept`. */
void finder_emit_around(struct finder *finder, enum mutant_kind kind, struct syntax_node node,
                        const char *before, struct syntax_node kept, const char *after,
                        const char *shown);
/* The node without parentheses around it. */
struct syntax_node finder_unwrap(struct syntax_node node);
/* Whether a table of types says that the node is an operator's that already has a mutant which is
 * this one's opposite: ==, !=, a negation, a plain truth value. */
bool finder_has_opposite(const struct finder *finder, struct syntax_node node);
unsigned finder_roles(const struct finder *finder, struct syntax_node node);
struct syntax_node finder_function(const struct finder *finder); /* around the current node */

/* The current node is a `return`, or a function whose body is an expression. */
void finder_try_return(struct finder *finder, struct syntax_node node);
void finder_try_body(struct finder *finder, struct syntax_node function);
/* The current node is a statement. */
void finder_try_removal(struct finder *finder, struct syntax_node statement);

/* A token below a node with operators. */
void finder_try_operator(struct finder *finder, struct syntax_node token,
                         struct syntax_node parent);
/* Fills `numbers` and `strings`. */
int finder_collect_names(struct finder *finder, struct error *error);

/* Constants. */
void finder_try_number(struct finder *finder, struct syntax_node node);
void finder_try_string(struct finder *finder, struct syntax_node node);
void finder_try_truth(struct finder *finder, struct syntax_node node, struct syntax_node parent);

#endif
