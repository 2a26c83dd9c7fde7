#ifndef ASSAY_TRIAL_STRESS_H
#define ASSAY_TRIAL_STRESS_H

/* Internal: what the search for a counterexample and its shrinking share. */

#include "judge/trial/small.h"

/* A submission that is looked at. */
struct suspect {
    struct smalls smalls;
    struct player player;
    const struct trial_options *options;
};

/* The rooms of one thread. */
struct suspect_desk {
    const struct suspect *suspect;
    struct small_desk small;
    struct seat seat;
};
int suspect_desk_open(const struct suspect *suspect, int cpu, struct suspect_desk *ret,
                      struct error *error);
void suspect_desk_close(struct suspect_desk *desk);

/* What it did with an input whose answer is known. AC: as it should. */
struct conduct {
    enum verdict verdict;
    struct play play;
    char difference[512]; /* the first; WA alone */
};
void conduct_clear(struct conduct *conduct);
int suspect_run(const struct suspect_desk *desk, const struct small_test *test, struct conduct *ret,
                struct error *error);

/* Makes the call text smaller in steps, as long as the verdict stays the same and until `deadline`;
 * *text, by malloc, is replaced by what is left of it. */
struct shrunk {
    size_t steps;
    bool smallest;
};
int stress_shrink(const struct suspect *suspect, enum verdict verdict, double deadline, char **text,
                  struct shrunk *ret, struct error *error);

#endif
