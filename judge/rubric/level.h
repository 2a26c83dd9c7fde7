#ifndef ASSAY_RUBRIC_LEVEL_H
#define ASSAY_RUBRIC_LEVEL_H

/* Internal: how a criterion gets its level, and the smallest change that would give a better one.
 */

#include "judge/rubric/rubric.h"

/* What counts for a condition where facts are missing. */
struct missing missing_of(const struct rubric *rubric, const struct criterion *criterion,
                          const struct condition *condition);
/* A condition by itself: TRUTH_UNKNOWN where a fact that it needs is not known, even if the others
 * would decide, so that which facts are known, and never their values, says what is open. */
enum truth condition_truth(const struct condition *condition, const struct evidence_fact *facts);
/* Whether it holds for `level`, after what `missing` says: never TRUTH_UNKNOWN. */
bool condition_holds(const struct rubric *rubric, const struct criterion *criterion,
                     const struct condition *condition, int level,
                     const struct evidence_fact *facts);

/* The level before caps. */
int criterion_reached(const struct rubric *rubric, const struct criterion *criterion,
                      const struct evidence_fact *facts);

enum { CHANGES_MOST = 40 };

struct change {
    int fact;
    bool was_known;
    double from, to;
};

/* The smallest change of facts, each to the better, by which the criterion is at `level` or above:
 * the fewest facts, and then the shortest way. Returns how many; 0: there is none. */
size_t criterion_changes(const struct rubric *rubric, const struct criterion *criterion,
                         const struct evidence_fact *facts, int level,
                         struct change changes[CHANGES_MOST]);

/* The facts that a criterion names, each once; at most `most`. Returns how many. */
size_t criterion_facts(const struct criterion *criterion, int *places, size_t most);
/* Values that could make a difference to the criterion, as expression_candidates(). */
size_t criterion_candidates(const struct criterion *criterion, const struct evidence_fact *facts,
                            int fact, double *values, size_t most);
/* Whether `value` is better than `other` for this fact. */
bool fact_is_better(const struct fact *row, double value, double other);

#endif
