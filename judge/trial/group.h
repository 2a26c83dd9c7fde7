#ifndef ASSAY_TRIAL_GROUP_H
#define ASSAY_TRIAL_GROUP_H

/*
 * From the verdicts of tests to the one of the submission, through the tree of test groups: the
 * default grader of the legacy format, and the aggregation of 2025-09. Pure.
 *
 * Source   Kattis/problem-package-format spec/legacy.md, "Graders"; spec/2025-09.md, "Result
 *          aggregation".
 */

#include "judge/problem/problem.h"

/* What is known of one test. */
struct group_test {
    bool known; /* it has been judged */
    enum verdict verdict;
    bool has_score; /* the validator gave one */
    double score;
    bool has_multiplier; /* 2025-09 score_multiplier.txt */
    double multiplier;
};

struct group_result {
    bool pending;  /* tests that count are not known yet: the rest is provisional */
    bool rejected; /* certainly not accepted, whatever is pending */
    enum verdict verdict;
    bool has_score;
    double score;
    int decided_by;    /* index of a test, -1: all was accepted */
    const char *fault; /* JE: what is wrong with the package's scores, NULL: nothing */
};

/* Grades `tests` (one for each of package->tests). With `samples_only`, secret tests do not count.
 * reached[i] is set to whether judging one test after the other would get to test i, as far as is
 * known: a test that is not reached need not be run, and does not count if it was.
 */
void group_grade(const struct package *package, const struct group_test *tests, bool samples_only,
                 bool *reached, struct group_result *ret);

/* The worst verdict of the tests known, in the format's order of severity (legacy, worst_error);
 * VERDICT_AC when there is none. */
enum verdict group_worst(const struct group_test *tests, size_t count);

/* NULL, or why the package's groups cannot be graded (a custom grader). */
const char *group_unsupported(const struct package *package);

#endif
