#ifndef ASSAY_REVIEW_SYNTAX_INTERNAL_H
#define ASSAY_REVIEW_SYNTAX_INTERNAL_H

/* Internal to syntax*.c: the one place that knows tree-sitter's types. */

#include "judge/review/syntax.h"

#include <assert.h>
#include <string.h>
#include <tree_sitter/api.h>

struct syntax {
    enum syntax_language language;
    TSTree *tree;
    const char *text;
    size_t size;
};

/* NULL for SYNTAX_NONE and what is no language. */
const TSLanguage *syntax_grammar(enum syntax_language language);

/* A moment in the monotonic clock, against which progress is held. */
struct syntax_deadline {
    uint64_t at_ns;
    bool missed;
};

struct syntax_deadline syntax_deadline_in(unsigned timeout_ms);
bool syntax_deadline_check(struct syntax_deadline *deadline);

static_assert(sizeof(struct syntax_node) == sizeof(TSNode), "the same four numbers, two pointers");

static inline TSNode syntax_unwrap(struct syntax_node node)
{
    TSNode raw;

    memcpy(&raw, &node, sizeof(raw));
    return raw;
}

static inline struct syntax_node syntax_wrap(TSNode raw)
{
    struct syntax_node node;

    memcpy(&node, &raw, sizeof(node));
    return node;
}

#endif
