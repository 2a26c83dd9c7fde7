/*
 * Theory of operation: one recursive walk over the tree of groups, in judging order. It imitates a
 * judge that runs one test after the other: once a group breaks on a rejected member, what follows
 * in it is not reached and does not count. The walk takes what is known so far, so that a scheduler
 * which runs tests side by side asks after each of them which tests still matter; when nothing that
 * counts is pending, its answer is the serial one, whatever ran in which order.
 *
 * What a group breaks on: legacy `on_reject`; in 2025-09 everything but a scored sum, whose other
 * members still bring points.
 */

#include "judge/trial/group.h"

#include <math.h>
#include <string.h>

struct walk {
    const struct package *package;
    const struct group_test *tests;
    bool samples_only;
    bool *reached;
    const char *fault;
};

/* Results of a group's members, as they come in. */
struct tally {
    size_t count; /* members that counted */
    bool pending;
    struct group_result first; /* first rejected member; verdict AC while there is none */
    struct group_result worst; /* worst member by severity */
    bool any_accepted;
    bool any_rejected; /* for certain, even if it is pending */
    double sum, min, max;
};

/* The order in which a grader picks the worst of several. */
static int severity(enum verdict verdict)
{
    static const int order[VERDICT_COUNT] = {
        [VERDICT_AC] = 0,  [VERDICT_WA] = 1,  [VERDICT_OLE] = 2,
        [VERDICT_TLE] = 3, [VERDICT_MLE] = 4, [VERDICT_RTE] = 5,
        [VERDICT_SV] = 6,  [VERDICT_CE] = 7,  [VERDICT_JE] = 8,
    };

    return order[verdict];
}

enum verdict group_worst(const struct group_test *tests, size_t count)
{
    enum verdict worst = VERDICT_AC;

    for (size_t i = 0; i < count; i++)
        if (tests[i].known && severity(tests[i].verdict) > severity(worst))
            worst = tests[i].verdict;
    return worst;
}

const char *group_unsupported(const struct package *package)
{
    for (size_t i = 0; i < package->group_count; i++)
        if (package->groups[i].custom_grader)
            return "custom graders (\"grading: custom\") are not supported";
    return NULL;
}

static bool is_2025(const struct package *package)
{
    return package->version == PACKAGE_2025_09;
}

/* "sample" and what is below it. */
static bool is_sample(const struct package_group *group)
{
    return strncmp(group->name, "sample", 6) == 0 &&
           (group->name[6] == '\0' || group->name[6] == '/');
}

static bool breaks(const struct walk *walk, const struct package_group *group)
{
    if (!is_2025(walk->package))
        return group->break_on_reject;
    if (!walk->package->scoring)
        return true;
    /* data/ itself and the samples bring no points, but neither do they end the judging. */
    if (group->parent < 0)
        return false;
    return is_sample(group) || group->aggregation != GROUP_SUM_AGGREGATION;
}

static void add(struct tally *tally, const struct group_result *member)
{
    tally->any_rejected |= member->rejected;
    if (member->pending) {
        tally->pending = true;
        return;
    }
    if (tally->count++ == 0) {
        tally->min = member->score;
        tally->max = member->score;
    }
    tally->sum += member->score;
    tally->min = fmin(tally->min, member->score);
    tally->max = fmax(tally->max, member->score);
    tally->any_accepted |= member->verdict == VERDICT_AC;
    if (member->verdict != VERDICT_AC && tally->first.verdict == VERDICT_AC)
        tally->first = *member;
    if (severity(member->verdict) > severity(tally->worst.verdict))
        tally->worst = *member;
}

static double tally_score(const struct tally *tally, enum group_score_mode mode)
{
    switch (mode) {
    case GROUP_SUM:
        return tally->sum;
    case GROUP_AVG:
        return tally->count ? tally->sum / (double) tally->count : 0;
    case GROUP_MIN:
        return tally->min;
    case GROUP_MAX:
        return tally->max;
    }
    return 0;
}

/* ---- Tests --------------------------------------------------------------------------------- */

static double legacy_score(const struct package_group *group, const struct group_test *test)
{
    if (test->verdict != VERDICT_AC)
        return group->reject_score;
    return test->has_score ? test->score : group->accept_score;
}

/* The largest score of one test in its group; infinity when it is unbounded. */
static double test_max_score(const struct package *package, const struct package_group *group)
{
    size_t tests = 0;

    if (!group->max_score_given || isnan(group->max_score))
        return INFINITY;
    if (group->aggregation == GROUP_MIN_AGGREGATION)
        return group->max_score;
    for (size_t i = 0; i < package->test_count; i++)
        tests += &package->groups[package->tests[i].group] == group;
    return tests ? group->max_score / (double) tests : 0;
}

static double score_2025(struct walk *walk, const struct package_group *group,
                         const struct group_test *test)
{
    double max = test_max_score(walk->package, group);

    if (test->verdict != VERDICT_AC || is_sample(group) || group->aggregation == GROUP_PASS_FAIL)
        return 0;
    if (test->has_score && test->score > max * (1 + 1e-9))
        walk->fault = "the validator's score exceeds the test's maximum";
    if (test->has_score)
        return test->score;
    if (isinf(max)) {
        walk->fault = "the validator gave no score.txt where the score is unbounded";
        return 0;
    }
    return test->has_multiplier ? test->multiplier * max : max;
}

static struct group_result test_result(struct walk *walk, int index)
{
    const struct group_test *test = &walk->tests[index];
    const struct package_test *of = &walk->package->tests[index];
    const struct package_group *group = &walk->package->groups[of->group];
    struct group_result result = { .verdict = VERDICT_AC, .decided_by = -1 };

    if (!test->known) {
        result.pending = true;
        return result;
    }
    result.verdict = test->verdict;
    result.rejected = test->verdict != VERDICT_AC;
    if (result.rejected)
        result.decided_by = index;
    if (walk->package->scoring)
        result.score =
            is_2025(walk->package) ? score_2025(walk, group, test) : legacy_score(group, test);
    return result;
}

/* ---- Groups -------------------------------------------------------------------------------- */

static struct group_result legacy_result(const struct package_group *group,
                                         const struct tally *tally)
{
    struct group_result result =
        group->verdict_mode == GROUP_FIRST_ERROR ? tally->first : tally->worst;

    if (group->verdict_mode == GROUP_ALWAYS_ACCEPT ||
        (group->accept_if_any_accepted && tally->any_accepted)) {
        result.verdict = VERDICT_AC;
        result.decided_by = -1;
    }
    result.rejected = tally->any_rejected && group->verdict_mode != GROUP_ALWAYS_ACCEPT &&
                      !(group->accept_if_any_accepted && (tally->any_accepted || tally->pending));
    result.score = tally->count ? tally_score(tally, group->score_mode) : 0;
    return result;
}

static struct group_result result_2025(struct walk *walk, const struct package_group *group,
                                       const struct tally *tally)
{
    struct group_result result = tally->first;

    result.rejected = tally->any_rejected;
    if (group->parent < 0) /* data/: the samples bring nothing */
        result.score = tally->sum;
    else if (is_sample(group))
        result.score = 0;
    else if (group->aggregation == GROUP_PASS_FAIL)
        result.score =
            tally->first.verdict == VERDICT_AC && group->max_score_given && !isnan(group->max_score)
                ? group->max_score
                : 0;
    else
        result.score = tally->count == 0                             ? 0
                       : group->aggregation == GROUP_MIN_AGGREGATION ? tally->min
                                                                     : tally->sum;
    if (!is_sample(group) && group->parent >= 0 && group->max_score_given &&
        result.score > group->max_score * (1 + 1e-9))
        walk->fault = "a group's score exceeds its maximum";
    return result;
}

static struct group_result grade(struct walk *walk, int index, bool stopped);

/* Whether every test of the group `name` that is known was accepted. *pending is set when some are
 * not known, which only tests that were never reached are in the end. */
static bool group_passed(const struct walk *walk, const char *name, bool *pending)
{
    size_t length = strlen(name);

    for (size_t i = 0; i < walk->package->test_count; i++) {
        const char *group = walk->package->groups[walk->package->tests[i].group].name;

        if (strncmp(group, name, length) != 0 || (group[length] && group[length] != '/'))
            continue;
        if (!walk->tests[i].known)
            *pending |= walk->reached[i];
        else if (walk->tests[i].verdict != VERDICT_AC)
            return false;
    }
    return true;
}

/* 2025-09 require_pass: false when a group that this one builds on was not passed. */
static bool requirements_met(const struct walk *walk, const struct package_group *group,
                             bool *pending)
{
    for (const char *const *name = group->require_pass; name && *name; name++)
        if (!group_passed(walk, *name, pending))
            return false;
    return true;
}

/* Whether the member is left out because only samples are asked for. */
static bool left_out(const struct walk *walk, int child)
{
    bool sample = child >= 0 ? walk->package->tests[child].sample
                             : is_sample(&walk->package->groups[-(child + 1)]);

    return walk->samples_only && !sample;
}

/* Judges the members in order. */
/* NOLINTNEXTLINE(misc-no-recursion): see grade() */
static void walk_members(struct walk *walk, const struct package_group *group, bool stopped,
                         struct tally *tally)
{
    for (size_t i = 0; i < group->child_count; i++) {
        int child = group->children[i];
        bool out = left_out(walk, child);
        struct group_result result;

        if (child >= 0) {
            walk->reached[child] = !stopped && !out;
            result = test_result(walk, child);
        } else {
            result = grade(walk, -(child + 1), stopped || out);
        }
        /* ignore_sample: judged and shown, but neither counted nor a reason to stop */
        if (group->ignore_sample && !walk->samples_only && child < 0 &&
            is_sample(&walk->package->groups[-(child + 1)]))
            continue;
        if (stopped || out)
            continue;
        add(tally, &result);
        if (result.rejected && breaks(walk, group))
            stopped = true;
    }
}

/* NOLINTNEXTLINE(misc-no-recursion): groups are as deep as the reader allows */
static struct group_result grade(struct walk *walk, int index, bool stopped)
{
    const struct package_group *group = &walk->package->groups[index];
    struct tally tally = { .first.decided_by = -1, .worst.decided_by = -1 };
    struct group_result result;
    bool waiting = false;
    bool met = requirements_met(walk, group, &waiting);

    walk_members(walk, group, stopped || !met, &tally);
    result =
        is_2025(walk->package) ? result_2025(walk, group, &tally) : legacy_result(group, &tally);
    if (!met)
        result.score = 0;
    result.pending = tally.pending || (met && waiting);
    return result;
}

void group_grade(const struct package *package, const struct group_test *tests, bool samples_only,
                 bool *reached, struct group_result *ret)
{
    struct walk walk = { package, tests, samples_only, reached, NULL };

    memset(reached, 0, package->test_count * sizeof(*reached));
    *ret = grade(&walk, 0, false);
    ret->has_score = package->scoring && !samples_only;
    if (ret->verdict != VERDICT_AC && !is_2025(package))
        ret->score = 0;
    if (walk.fault && !ret->pending && !samples_only) {
        ret->fault = walk.fault;
        ret->verdict = VERDICT_JE;
        ret->score = 0;
    }
}
