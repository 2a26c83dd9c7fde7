#ifndef ASSAY_TRIAL_CHECKER_H
#define ASSAY_TRIAL_CHECKER_H

/* Internal: a package's input validators, asked about inputs. */

#include "judge/trial/judge.h"

/* Asks one validator about one input, as the test says that it is to be called.
 * `name`: of the validator in the package. `input_fd`: sealed, at its start; borrowed.
 * Owns     *ret_fault is the caller's: why it is not valid; NULL: it is.
 * Errors   the sandbox's; -ENOMEM. */
int checker_ask_one(const struct validator *validator, const char *name,
                    const struct package *package, const struct package_test *test,
                    struct sandbox_room *room, int input_fd, char **ret_fault, struct error *error);

/* All of them, compiled. Several threads may use it, each with rooms of its own. */
struct checker {
    const struct judge *judge; /* borrowed */
    struct validator **validators;
    const char **names;
    size_t count;
};

/* Errors   as validator_new(). */
int checker_new(struct judge *judge, struct checker *ret, struct error *error);
void checker_free(struct checker *checker);

struct checker_rooms {
    const struct checker *checker;
    struct sandbox_room **rooms; /* one for each validator */
};
int checker_rooms_open(const struct checker *checker, int cpu, struct checker_rooms *ret,
                       struct error *error);
void checker_rooms_close(struct checker_rooms *rooms);

/* Asks all of them about an input that is no test, as if it was the package's first secret one.
 * Owns     *ret_fault is the caller's: what the first said that does not take it; NULL: it is
 * valid. */
int checker_ask(const struct checker_rooms *rooms, const void *data, size_t size, char **ret_fault,
                struct error *error);

#endif
