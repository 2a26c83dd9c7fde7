#ifndef ASSAY_TRIAL_PLAYER_H
#define ASSAY_TRIAL_PLAYER_H

/*
 * Internal: programs run on inputs that are no test of the package, such as one that a generator
 * has just made. What they print is an answer, or is compared with what another one prints.
 */

#include "judge/trial/judge.h"

/* A compiled program that reads an input and prints what belongs to it. Several threads may use it,
 * each with a seat of its own. */
struct player {
    const struct judge *judge; /* borrowed */
    struct program *program;
    struct decide_limits limits;
};

/* Compiles a submission, with the package's driver where it is a function. *unsupported: its
 * language is not on this host.
 * Owns     *ret is the caller's: player_free().
 * Errors   as judge_attempt(); -EINVAL also when it does not compile.
 */
int player_new(struct judge *judge, const struct attempt *attempt, bool no_cache,
               struct player *ret, bool *unsupported, struct error *error);
/* As above; where it does not compile, ret->program is NULL and *ret_message (in `arena`) says why.
 */
int player_try(struct judge *judge, const struct attempt *attempt, bool no_cache,
               struct arena *arena, struct player *ret, const char **ret_message, bool *unsupported,
               struct error *error);
void player_free(struct player *player);

/* A room for it; one thread's. */
struct seat {
    const struct player *player;
    struct sandbox_room *room;
};
int seat_open(const struct player *player, int cpu, struct seat *ret, struct error *error);
void seat_close(struct seat *seat);

/* One run. */
struct play {
    enum verdict verdict; /* AC: it ended well */
    char *output;         /* as it is; NULL unless it ended well */
    size_t output_size;
    double cpu_s;
    char *message; /* why it did not end well, harmless; NULL when it did */
};
void play_clear(struct play *play);

/* Runs it on an input.
 * Owns     *ret is filled: play_clear().
 * Errors   the sandbox failed; -ENOMEM.
 */
int seat_play(const struct seat *seat, const void *input, size_t size, struct play *ret,
              struct error *error);

#endif
