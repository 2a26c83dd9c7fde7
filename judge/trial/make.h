#ifndef ASSAY_TRIAL_MAKE_H
#define ASSAY_TRIAL_MAKE_H

/*
 * Internal: tests that a package makes when they are needed (generators/made.yaml). Also the
 * generator alone, for inputs of other sizes.
 */

#include "judge/trial/judge.h"
#include "judge/trial/validate.h"

/* The package's generator, compiled. Several threads may use it, each with a room of its own. */
struct generator {
    const struct judge *judge; /* borrowed */
    struct validator *program;
};

/* Errors   -EINVAL there is none, or it does not compile; as validator_new(). */
int generator_new(struct judge *judge, struct generator *ret, struct error *error);
void generator_free(struct generator *generator);
int generator_room_open(const struct generator *generator, int cpu, struct sandbox_room **ret,
                        struct error *error);
/* Runs `generator FAMILY SIZE SEED`, with a second size behind it where `second` is not 0.
 * Owns     *ret_data is the caller's: free().
 * Errors   -EINVAL it did not end well, with what it said; the sandbox's. */
int generator_make(const struct generator *generator, struct sandbox_room *room, const char *family,
                   int64_t size, int64_t seed, int64_t second, char **ret_data, size_t *ret_size,
                   struct error *error);

#endif
