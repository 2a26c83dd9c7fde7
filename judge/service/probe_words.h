#ifndef ASSAY_SERVICE_PROBE_WORDS_H
#define ASSAY_SERVICE_PROBE_WORDS_H

/* Internal: the smaller things that probe files are made of. */

#include "judge/base/yaml.h"
#include "judge/service/probe.h"

/* One file being read. */
struct probe_reader {
    struct probes *probes;
    struct probe *probe;           /* the one being read */
    const struct yaml_node **uses; /* texts with ${…}: checked when all names are known */
    size_t use_count, use_capacity;
};

/* Fails with the line of `node`, when it is a map, at the first key that is not in `keys`
 * (NULL-terminated), or because it is no map. */
int words_check_keys(const struct yaml_node *node, const char *const *keys, const char *what,
                     struct error *error);
/* Seconds from "300ms", "2s", "1.5s". */
int words_duration(const struct yaml_node *node, double *ret, struct error *error);
int words_size(const struct yaml_node *node, uint64_t *ret, struct error *error);
/* A text in which ${…} may stand. */
int words_text(struct probe_reader *reader, const struct yaml_node *node, const char **ret,
               struct error *error);
/* A name for a variable, which the probe knows from now on. */
int words_name(struct probe_reader *reader, const struct yaml_node *node, const char *text,
               const char **ret, struct error *error);
int words_headers(struct probe_reader *reader, const struct yaml_node *node, struct headers *ret,
                  struct error *error);
int words_statuses(struct probe_reader *reader, const struct yaml_node *node,
                   struct status_set *ret, struct error *error);
int words_claims(struct probe_reader *reader, const struct yaml_node *node, struct claims *ret,
                 struct error *error);
int words_captures(struct probe_reader *reader, const struct yaml_node *node,
                   const struct capture **ret, size_t *ret_count, struct error *error);
int words_pattern(struct probe_reader *reader, const struct yaml_node *node, struct pattern **ret,
                  struct error *error);
/* A YAML value as JSON, by YAML's core schema. *ret is the probes'. */
int words_json(struct probe_reader *reader, const struct yaml_node *node, jv *ret,
               struct error *error);
/* Whether all ${…} of the probe name something that it knows. */
int words_check_uses(struct probe_reader *reader, struct error *error);

/* probe_read.c: the list of steps in `node`. */
int steps_read(struct probe_reader *reader, const struct yaml_node *node, struct steps *ret,
               struct error *error);

int words_no_memory(struct error *error);
void *words_array(struct probe_reader *reader, size_t count, size_t size);

#endif
