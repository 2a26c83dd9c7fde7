#ifndef ASSAY_BASE_YAML_H
#define ASSAY_BASE_YAML_H

/*
 * A YAML document as a tree of nodes that know their line, so that every fault can be reported at
 * its place and reading goes on behind it. Parsing is libyaml's. Scalars stay text: whoever reads
 * a key decides its type with yaml_as_*().
 *
 * Why a tree and not libcyaml's schema tables: libcyaml stops at the first fault, and several keys
 * of the package format are unions (`validation`, `name`, `author`), which a table cannot say.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
    enum yaml_kind kind;
    int line;         /* 1-based */
    const char *file; /* as given to yaml_parse() */
    const char *text; /* YAML_SCALAR: the value, NUL-terminated, without NULs inside */
    bool quoted;      /* YAML_SCALAR: written in quotes or as a block: always a string */
    const char *key;  /* the key under which a map holds this node, else NULL */
    int key_line;
    struct yaml_node *children; /* first element of a list or first value of a map */
    struct yaml_node *next;     /* next sibling */
    size_t count;               /* of children */
};

/* Parses one document. An empty one gives *ret_root NULL and 0.
 * Owns     nodes live in `arena`.
 * Errors   -EINVAL not YAML, more than one document, a duplicate or non-scalar key, nesting over
 *          64 levels, more than 100,000 nodes, an alias, or bytes that are not UTF-8; -ENOMEM.
 */
int yaml_parse(struct arena *arena, const char *file, const char *data, size_t size,
               struct yaml_node **ret_root, struct error *error);

/* Reads and parses a file of at most 4 MiB. Errors as above and as open(2); -EFBIG. */
int yaml_read(struct arena *arena, const char *path, struct yaml_node **ret_root,
              struct error *error);

/* The value under `key` in a map, or NULL; NULL-safe. */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);

/* Typed readings of a scalar: 0 or -EINVAL with an error that names file, line, key and the type
 * expected; *ret is untouched on failure. A plain `null`, `~` or empty scalar is yaml_is_null(). */
bool yaml_is_null(const struct yaml_node *node);
int yaml_as_bool(const struct yaml_node *node, bool *ret, struct error *error);
int yaml_as_int(const struct yaml_node *node, int64_t low, int64_t high, int64_t *ret,
                struct error *error);
int yaml_as_double(const struct yaml_node *node, double low, double high, double *ret,
                   struct error *error);
int yaml_as_string(const struct yaml_node *node, const char **ret, struct error *error);
/* A list of strings; a lone scalar counts as a list of one when `split` is false, and is split into
 * words when it is true: at white space, with a shell's quotes and backslashes. *ret is a
 * NULL-terminated array in `arena`. */
int yaml_as_strings(struct arena *arena, const struct yaml_node *node, bool split,
                    const char *const **ret, size_t *ret_count, struct error *error);

#endif
