/*
 * Theory of operation: a criterion starts at level 1 and climbs while all conditions of the next
 * level hold; caps are applied to where it stopped. What is missing is decided by which facts are
 * known alone, not by their values. So a fact that gets better can open or close nothing: it only
 * turns conditions from false to true, where the rubric's conditions are such.
 */

#include "judge/rubric/level.h"

#include <math.h>
#include <string.h>

const char *rubric_level_title(int level)
{
    static const char *const titles[] = { "open", "strong no hire", "no hire", "hire",
                                          "strong hire" };

    return titles[level];
}

struct missing missing_of(const struct rubric *rubric, const struct criterion *criterion,
                          const struct condition *condition)
{
    if (condition->missing.said)
        return condition->missing;
    if (criterion && criterion->missing.said)
        return criterion->missing;
    return rubric->missing;
}

enum truth condition_truth(const struct condition *condition, const struct evidence_fact *facts)
{
    const struct expression *expression = condition->expression;

    for (size_t i = 0; i < expression->count; i++) {
        const struct node *node = &expression->nodes[i];

        if (node->operation < OP_FACT || node->operation > OP_AT_LEAST)
            continue;
        if (facts[node->fact].state != FACT_KNOWN && expression_needs(expression, node->fact))
            return TRUTH_UNKNOWN;
    }
    return expression_evaluate(expression, facts);
}

bool condition_holds(const struct rubric *rubric, const struct criterion *criterion,
                     const struct condition *condition, int level,
                     const struct evidence_fact *facts)
{
    enum truth truth = condition_truth(condition, facts);
    struct missing missing = missing_of(rubric, criterion, condition);

    if (truth != TRUTH_UNKNOWN)
        return truth == TRUTH_TRUE;
    return missing.kind == MISSING_SKIP ||
           (missing.kind == MISSING_LEVEL && level <= missing.level);
}

/* LEVEL_OPEN, LEVEL_LOWEST, or LEVEL_HIGHEST where missing facts decide nothing. */
static int level_by_missing(const struct rubric *rubric, const struct criterion *criterion,
                            const struct evidence_fact *facts)
{
    size_t conditions = 0, skipped = 0;
    bool lowest = false;

    for (int level = LEVEL_LOWEST + 1; level <= LEVEL_HIGHEST; level++) {
        for (size_t i = 0; i < criterion->levels[level].count; i++) {
            const struct condition *condition = &criterion->levels[level].when[i];
            enum missing_kind kind = missing_of(rubric, criterion, condition).kind;

            conditions++;
            if (condition_truth(condition, facts) != TRUTH_UNKNOWN)
                continue;
            if (kind == MISSING_OPEN)
                return LEVEL_OPEN;
            skipped += kind == MISSING_SKIP;
            lowest = lowest || kind == MISSING_LOWEST;
        }
    }
    if (conditions == 0 || skipped == conditions)
        return LEVEL_OPEN;
    return lowest ? LEVEL_LOWEST : LEVEL_HIGHEST;
}

int criterion_reached(const struct rubric *rubric, const struct criterion *criterion,
                      const struct evidence_fact *facts)
{
    int most = criterion->by_person ? LEVEL_OPEN : level_by_missing(rubric, criterion, facts);
    int level = most > LEVEL_LOWEST ? LEVEL_LOWEST : most;

    while (level < most) {
        const struct level *next = &criterion->levels[level + 1];

        for (size_t i = 0; i < next->count; i++)
            if (!condition_holds(rubric, criterion, &next->when[i], level + 1, facts))
                return level;
        level++;
    }
    return level;
}

int criterion_level(const struct rubric *rubric, const struct criterion *criterion,
                    const struct evidence_fact *facts)
{
    int level = criterion_reached(rubric, criterion, facts);

    for (size_t i = 0; i < criterion->cap_count && level > LEVEL_LOWEST; i++) {
        const struct cap *cap = &criterion->caps[i];

        if (level > cap->at_most && condition_truth(&cap->when, facts) == TRUTH_TRUE)
            level = cap->at_most;
    }
    return level;
}

/* ---- The whole ------------------------------------------------------------------------------ */

static int level_of(const struct rubric *rubric, const int *levels, const char *criterion)
{
    for (size_t i = 0; i < rubric->count; i++)
        if (!strcmp(rubric->criteria[i]->id, criterion))
            return levels[i];
    return LEVEL_OPEN;
}

/* What a hire needs cannot be open; what a strong hire needs is then not reached. */
static bool needs_are_open(const struct rubric *rubric, const int *levels)
{
    for (int level = LEVEL_LOWEST + 1; level < LEVEL_HIGHEST; level++)
        for (size_t i = 0; i < rubric->overall[level].need_count; i++)
            if (level_of(rubric, levels, rubric->overall[level].needs[i].criterion) == LEVEL_OPEN)
                return true;
    return false;
}

static bool is_satisfied(const struct rubric *rubric, const int *levels,
                         const struct requirement *requirement, double score)
{
    if (score + 1e-9 < requirement->score)
        return false;
    for (size_t i = 0; i < requirement->need_count; i++) {
        const struct need *need = &requirement->needs[i];
        if (level_of(rubric, levels, need->criterion) < need->level)
            return false;
    }
    return true;
}

static void weigh(const struct rubric *rubric, const int *levels, struct overall *ret)
{
    double sum = 0, scored = 0, all = 0;

    for (size_t i = 0; i < rubric->count; i++) {
        const struct criterion *criterion = rubric->criteria[i];

        if (levels[i] != LEVEL_OPEN) {
            sum += criterion->weight * levels[i];
            scored += criterion->weight;
        }
        if (levels[i] != LEVEL_OPEN || !criterion->by_person)
            all += criterion->weight;
    }
    /* What is shown is what is compared. */
    ret->score = scored > 0 ? round(sum / scored * 100) / 100 : 0;
    ret->scored = all > 0 ? scored / all : 0;
}

void rubric_overall(const struct rubric *rubric, const int *levels,
                    const struct evidence_fact *facts, struct overall *ret)
{
    *ret = (struct overall){ .level = LEVEL_OPEN };
    weigh(rubric, levels, ret);
    if (ret->score <= 0 || ret->scored + 1e-9 < rubric->scored || needs_are_open(rubric, levels))
        return;
    ret->reached = LEVEL_LOWEST;
    while (ret->reached < LEVEL_HIGHEST &&
           is_satisfied(rubric, levels, &rubric->overall[ret->reached + 1], ret->score))
        ret->reached++;
    ret->level = ret->reached;
    for (size_t i = 0; i < rubric->gate_count; i++)
        if (condition_truth(&rubric->gates[i]->that, facts) == TRUTH_FALSE &&
            ret->level > rubric->gates[i]->at_most)
            ret->level = rubric->gates[i]->at_most;
}
