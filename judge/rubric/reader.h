#ifndef ASSAY_RUBRIC_READER_H
#define ASSAY_RUBRIC_READER_H

/* Internal: what both halves of the reader of rubrics share. All return 0 or a negative errno. */

#include "judge/rubric/rubric.h"

#include "judge/base/yaml.h"

struct reader {
    struct rubric *rubric;
    const struct rubric_source *source;
    const char *files[RUBRIC_DEPTH]; /* that are being read */
    size_t depth;
    struct error *error;
};

/* -EINVAL at the node. */
int rubric_reader_fault(struct reader *reader, const struct yaml_node *node, const char *format,
                        ...) __attribute__((format(printf, 3, 4)));
int rubric_reader_no_memory(struct reader *reader);
/* That `map` is a map with no other keys than these. */
int rubric_reader_keys(struct reader *reader, const struct yaml_node *map, const char *what,
                       const char *const *keys);
/* The text under a key; *ret stays where there is none. */
int rubric_reader_text(struct reader *reader, const struct yaml_node *map, const char *key,
                       const char **ret);
/* A level from `low` to 4. */
int rubric_reader_level(struct reader *reader, const struct yaml_node *node, int low, int *ret);
/* `missing:` of a map; *ret stays where it says nothing. */
int rubric_reader_missing(struct reader *reader, const struct yaml_node *map, struct missing *ret);
/* The condition under `key` of a map, and the sentence under `says`. */
int rubric_reader_said(struct reader *reader, const struct yaml_node *map, const char *key,
                       struct condition *ret);
/* The conditions of a level: one, or a list. */
int rubric_reader_conditions(struct reader *reader, const struct yaml_node *node,
                             struct level *level);

#endif
