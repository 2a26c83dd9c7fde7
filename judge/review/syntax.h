#ifndef ASSAY_REVIEW_SYNTAX_H
#define ASSAY_REVIEW_SYNTAX_H

/*
 * Sources as syntax trees (tree-sitter's). Sources are a candidate's, so that everything is
 * bounded: bytes, depth, and time; and nothing here recurses. A source with faults has a tree all
 * the same, with nodes that say so.
 */

#include "judge/base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum syntax_language {
    SYNTAX_NONE,
    SYNTAX_PYTHON,
    SYNTAX_GO,
    SYNTAX_JAVA,
    SYNTAX_JAVASCRIPT, /* JSX, too */
    SYNTAX_TYPESCRIPT,
    SYNTAX_TSX,
    SYNTAX_RUST,
    SYNTAX_C,
    SYNTAX_CPP,
    SYNTAX_KOTLIN,
    SYNTAX_LANGUAGES,
};

#define SYNTAX_BYTES ((size_t) 1 << 20) /* of one source */
#define SYNTAX_DEPTH 512                /* levels that are walked; what is deeper is passed over */
#define SYNTAX_PARSE_MS 10000           /* tens of milliseconds are usual */

/* By the file's ending; SYNTAX_NONE for those we do not read. A `.h` counts as C. */
enum syntax_language syntax_language_of(const char *path);
const char *syntax_language_name(enum syntax_language language); /* "Go" */

/* A parsed source. It refers to the text, which must live as long. */
struct syntax;

/* Owns     *ret is the caller's: syntax_free(). `text` is borrowed until then.
 * Errors   -EFBIG more than SYNTAX_BYTES; -ETIMEDOUT not parsed in `timeout_ms`; -EINVAL no such
 *          language; -ENOMEM.
 */
int syntax_parse(enum syntax_language language, const char *text, size_t size, unsigned timeout_ms,
                 struct syntax **ret, struct error *error);
void syntax_free(struct syntax *syntax);
enum syntax_language syntax_language(const struct syntax *syntax);

/* ---- Nodes: values, good as long as their tree --------------------------------------------------
 * A function that finds none returns a node for which syntax_is_none() holds; and of such a one all
 * the others say nothing (0, "", false). */
struct syntax_node {
    uint32_t context[4];
    const void *id, *tree;
};

struct syntax_node syntax_root(const struct syntax *syntax);
bool syntax_is_none(struct syntax_node node);
bool syntax_is_named(struct syntax_node node); /* not a mere token, as "+" is */
/* Something in it could not be parsed. */
bool syntax_has_error(struct syntax_node node);
const char *syntax_type(struct syntax_node node); /* the grammar's name; of a token, its text */
bool syntax_is(struct syntax_node node, const char *type);
bool syntax_same(struct syntax_node one, struct syntax_node other);
size_t syntax_start(struct syntax_node node); /* in bytes */
size_t syntax_end(struct syntax_node node);
unsigned syntax_line(struct syntax_node node);   /* 1-based */
unsigned syntax_column(struct syntax_node node); /* 1-based, in bytes */
/* The source text of the node: not terminated. */
const char *syntax_text(const struct syntax *syntax, struct syntax_node node, size_t *ret_size);
bool syntax_text_is(const struct syntax *syntax, struct syntax_node node, const char *text);
size_t syntax_child_count(struct syntax_node node);
struct syntax_node syntax_child(struct syntax_node node, size_t index);
size_t syntax_named_count(struct syntax_node node);
struct syntax_node syntax_named(struct syntax_node node, size_t index);
struct syntax_node syntax_field(struct syntax_node node, const char *field);
/* The node that it is in; it is looked for from the root on. */
struct syntax_node syntax_parent(struct syntax_node node);
/* The smallest node that holds these bytes. */
struct syntax_node syntax_at(const struct syntax *syntax, size_t start, size_t end);
/* The type as a number, below syntax_symbol_count(); several may have one name. */
unsigned syntax_symbol(struct syntax_node node);
unsigned syntax_symbol_count(enum syntax_language language);
const char *syntax_symbol_name(enum syntax_language language, unsigned symbol);

/* ---- Walking: each node before its children, without recursion ----------------------------------
 */
struct syntax_walk;

int syntax_walk_new(struct syntax_node from, struct syntax_walk **ret, struct error *error);
void syntax_walk_free(struct syntax_walk *walk);
/* The next node; false at the end. `enter` false passes over what is below the current one. */
bool syntax_walk_next(struct syntax_walk *walk, bool enter, struct syntax_node *ret);
/* Of the current node: how deep it is (0 where the walk began), the name of its field in its parent
 * ("" for none), and its ancestors, 1 being the parent. */
size_t syntax_walk_depth(const struct syntax_walk *walk);
const char *syntax_walk_field(const struct syntax_walk *walk);
struct syntax_node syntax_walk_ancestor(const struct syntax_walk *walk, size_t up);
/* Something was deeper than SYNTAX_DEPTH. */
bool syntax_walk_was_cut(const struct syntax_walk *walk);

/* ---- Queries (tree-sitter's patterns) ----------------------------------------------------------
 * Of predicates, #eq?, #not-eq?, #match?, #not-match? and #any-of? are known; any other is a fault
 * of the query. Patterns of #match? are PCRE2's. */
struct syntax_query;

struct syntax_capture {
    const char *name; /* without the '@' */
    struct syntax_node node;
};

#define SYNTAX_CAPTURES 32 /* of a match; further ones are left out */

/* Owns     *ret is the caller's: syntax_query_free().
 * Errors   -EINVAL, the error's line being that of the query, and its file unset; -ENOMEM.
 */
int syntax_query_new(enum syntax_language language, const char *text, struct syntax_query **ret,
                     struct error *error);
void syntax_query_free(struct syntax_query *query);
/* At which byte of the query its pattern `pattern` begins. */
size_t syntax_query_start(const struct syntax_query *query, unsigned pattern);

/* Called for each match; `pattern` is its number in the query. False ends the search. */
typedef bool syntax_match(void *context, unsigned pattern, const struct syntax_capture *captures,
                          size_t count);

/* Searches below `node`.
 * Errors   -EINVAL the query is another language's; -ETIMEDOUT; -ENOMEM.
 */
int syntax_query_run(struct syntax_query *query, const struct syntax *syntax,
                     struct syntax_node node, unsigned timeout_ms, syntax_match *match,
                     void *context, struct error *error);

#endif
