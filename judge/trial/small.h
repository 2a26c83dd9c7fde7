#ifndef ASSAY_TRIAL_SMALL_H
#define ASSAY_TRIAL_SMALL_H

/*
 * Internal: small random inputs of every family, with their answers: right submissions agree on
 * them, and wrong ones are found out.
 */

#include "judge/trial/checker.h"
#include "judge/trial/compare.h"
#include "judge/trial/make.h"
#include "judge/trial/player.h"

/* Where an input comes from. */
struct small {
    const struct package_family *family;
    int64_t size, seed;
    int64_t second; /* 0: the generator is not given one */
};

/* The input of a number: families in turn, sizes from 1 to SMALL_LARGEST over and over, a seed of
 * its own for each. Pure. */
#define SMALL_LARGEST 24
struct small small_input(const struct package_made *made, uint64_t seed, size_t number);

/* Generator, validators and reference of a package, compiled. Several threads may use them, each
 * with a desk of its own. */
struct smalls {
    struct judge *judge; /* borrowed */
    struct generator generator;
    struct checker checker;
    struct player reference;
    struct compare_rules rules; /* how an output is compared with the answer */
};

/* Owns     *ret is the caller's: smalls_free().
 * Errors   -ENOTSUP the outputs of the package are judged by a validator of its own, or it has no
 *          generators/made.yaml: the message says so; -EINVAL something of it does not compile. */
int smalls_new(struct judge *judge, bool no_cache, struct smalls *ret, struct error *error);
void smalls_free(struct smalls *smalls);

/* The rooms of one thread. */
struct small_desk {
    const struct smalls *smalls;
    struct sandbox_room *generator;
    struct checker_rooms checker;
    struct seat reference;
};
int small_desk_open(const struct smalls *smalls, int cpu, struct small_desk *ret,
                    struct error *error);
void small_desk_close(struct small_desk *desk);

/* An input and its answer. */
struct small_test {
    struct small from;
    char *input, *answer;
    size_t input_size, answer_size;
    char *fault; /* what is wrong with the package here: not valid, or no answer; NULL: nothing */
};
void small_test_clear(struct small_test *test);

/* Makes the inputs of some tests that have their `from` and nothing else, SMALL_BATCH at most in
 * one go where a start of the generator costs more than they do. Whether an input is valid is asked
 * by small_check(), its answer by small_answer(): both may give it a fault. Errors   the
 * generator's, the sandbox's; the tests have to be cleared then, too. */
#define SMALL_BATCH 8
int small_make(const struct small_desk *desk, struct small_test *tests, size_t count,
               struct error *error);
/* Asks the input validators. Nothing happens where there is a fault already. */
int small_check(const struct small_desk *desk, struct small_test *test, struct error *error);
/* Finds the answer. Likewise. */
int small_answer(const struct small_desk *desk, struct small_test *test, struct error *error);

#endif
