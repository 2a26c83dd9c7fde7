#ifndef ASSAY_SIGNATURE_SMALLER_H
#define ASSAY_SIGNATURE_SMALLER_H

/* Internal: what smaller.c and smaller_numbers.c share. */

#include "judge/signature/signature.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NONE ((size_t) -1)

enum node_kind { NODE_GROUP, NODE_ITEM, NODE_NUMBER, NODE_STRING };

struct node {
    enum node_kind kind;
    size_t start, end; /* in the text; of a group without its brackets */
    size_t parent, next, child, last;
    size_t count;  /* of a group: items */
    int64_t value; /* of a number */
    char bracket;  /* that opens a group; 0: the whole text */
};

struct span {
    size_t start, end;
    char text[32]; /* instead */
};

/* The text as a tree, and the step that is looked for. */
struct search {
    const char *text;
    size_t size;
    struct node *nodes;
    size_t count, capacity;
    bool too_deep;
    size_t step; /* counts down to the one that is wanted */
    struct span *spans;
    size_t span_count, span_capacity;
};

/* A part of the text that something else comes in the place of; in the order of the text. 0 or
 * -ENOMEM. */
int smaller_span(struct search *search, size_t start, size_t end, const char *text);
/* Whether this is the step; counts it. */
bool smaller_is_step(struct search *search);

/* Kinds of steps: 1 it was found, 0 not among these, -ENOMEM. */
int smaller_step_ranks(struct search *search);
int smaller_step_divide(struct search *search);
int smaller_step_together(struct search *search);

#endif
