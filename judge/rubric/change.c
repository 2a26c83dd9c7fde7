/*
 * Theory of operation: the smallest change that reaches a level is looked for among the values that
 * the conditions themselves name: first every fact alone, then every pair. Where that is not
 * enough, all facts are set to their best, and one after the other goes back as far as it may.
 * What was found by constants is then made as short as possible by halving.
 */

#include "judge/rubric/level.h"

#include <math.h>
#include <string.h>

enum { FACTS_MOST = CHANGES_MOST, VALUES_MOST = 24, HALVINGS = 40 };

struct search {
    const struct rubric *rubric;
    const struct criterion *criterion;
    int level;
    const struct evidence_fact *before;
    struct evidence_fact *facts; /* that are tried */
    int places[FACTS_MOST];
    double values[FACTS_MOST][VALUES_MOST]; /* better ones, from the nearest on */
    size_t value_counts[FACTS_MOST];
    size_t count;
};

bool fact_is_better(const struct fact *row, double value, double other)
{
    if (row->better == FACT_NEITHER)
        return false;
    return row->better == FACT_LESS ? value < other : value > other;
}

static void add_facts(const struct expression *expression, int *places, size_t *count, size_t most)
{
    for (size_t i = 0; i < expression->count; i++) {
        const struct node *node = &expression->nodes[i];
        size_t k = 0;

        if (node->operation < OP_FACT || node->operation > OP_AT_LEAST)
            continue;
        while (k < *count && places[k] != node->fact)
            k++;
        if (k == *count && *count < most)
            places[(*count)++] = node->fact;
    }
}

size_t criterion_facts(const struct criterion *criterion, int *places, size_t most)
{
    size_t count = 0;

    for (int level = LEVEL_LOWEST + 1; level <= LEVEL_HIGHEST; level++)
        for (size_t i = 0; i < criterion->levels[level].count; i++)
            add_facts(criterion->levels[level].when[i].expression, places, &count, most);
    for (size_t i = 0; i < criterion->cap_count; i++)
        add_facts(criterion->caps[i].when.expression, places, &count, most);
    return count;
}

static void add_values(const struct expression *expression, const struct evidence_fact *facts,
                       int fact, double *values, size_t *count, size_t most)
{
    double found[VALUES_MOST];

    if (!expression_names(expression, fact))
        return;
    size_t more = expression_candidates(expression, facts, fact, found, COUNT(found));
    for (size_t i = 0; i < more; i++) {
        size_t k = 0;

        while (k < *count && values[k] != found[i])
            k++;
        if (k == *count && *count < most)
            values[(*count)++] = found[i];
    }
}

size_t criterion_candidates(const struct criterion *criterion, const struct evidence_fact *facts,
                            int fact, double *values, size_t most)
{
    size_t count = 0;

    for (int level = LEVEL_LOWEST + 1; level <= LEVEL_HIGHEST; level++)
        for (size_t i = 0; i < criterion->levels[level].count; i++)
            add_values(criterion->levels[level].when[i].expression, facts, fact, values, &count,
                       most);
    for (size_t i = 0; i < criterion->cap_count; i++)
        add_values(criterion->caps[i].when.expression, facts, fact, values, &count, most);
    return count;
}

/* ---- Trying --------------------------------------------------------------------------------- */

static bool reached(const struct search *search)
{
    return criterion_level(search->rubric, search->criterion, search->facts) >= search->level;
}

static void put(struct search *search, size_t index, double value)
{
    struct evidence_fact *fact = &search->facts[search->places[index]];

    fact->state = FACT_KNOWN;
    fact->value = value;
}

static void take_back(struct search *search, size_t index)
{
    int place = search->places[index];

    search->facts[place] = search->before[place];
}

static double distance(const struct search *search, size_t index, double value)
{
    const struct evidence_fact *before = &search->before[search->places[index]];
    const struct fact *row = fact_at((size_t) search->places[index]);
    double scale = row->type == FACT_WORD || row->type == FACT_RATIO || row->type == FACT_BOOL
                       ? fmax(1, row->high)
                       : fmax(1, fmax(before->value, value));

    /* A fact that has to be found out first is further away than any that is known. */
    return before->state == FACT_KNOWN ? fabs(value - before->value) / scale : 2;
}

/* Only better values count, and those that its bound allows; the nearest first. */
static void keep_better(struct search *search, size_t index, const double *values, size_t count)
{
    int place = search->places[index];
    const struct fact *row = fact_at((size_t) place);
    const struct evidence_fact *before = &search->before[place];
    int bound = row->most ? fact_find(row->most) : -1;
    double *kept = search->values[index];
    size_t used = 0;

    for (size_t i = 0; i < count; i++) {
        bool better = before->state == FACT_KNOWN ? fact_is_better(row, values[i], before->value)
                                                  : row->better != FACT_NEITHER;

        if (!better || (bound >= 0 && search->before[bound].state == FACT_KNOWN &&
                        values[i] > search->before[bound].value))
            continue;
        size_t at = used++;
        for (; at > 0 && fact_is_better(row, kept[at - 1], values[i]); at--)
            kept[at] = kept[at - 1];
        kept[at] = values[i];
    }
    search->value_counts[index] = used;
}

static void prepare(struct search *search)
{
    double values[VALUES_MOST];
    size_t used = 0;

    search->count = criterion_facts(search->criterion, search->places, FACTS_MOST);
    for (size_t i = 0; i < search->count; i++) {
        search->places[used] = search->places[i];
        size_t count = criterion_candidates(search->criterion, search->before, search->places[i],
                                            values, COUNT(values));
        keep_better(search, used, values, count);
        used += search->value_counts[used] > 0;
    }
    search->count = used;
}

struct pick {
    size_t one, other; /* `other` == `one`: that fact alone */
    double first, second, cost;
};

static void try_pair(struct search *search, size_t one, size_t other, struct pick *best)
{
    for (size_t i = 0; i < search->value_counts[one]; i++) {
        put(search, one, search->values[one][i]);
        double cost = distance(search, one, search->values[one][i]);
        for (size_t k = 0; k < search->value_counts[other]; k++) {
            double value = search->values[other][k];
            double sum = other == one ? cost : cost + distance(search, other, value);

            if (other != one)
                put(search, other, value);
            if (sum < best->cost && reached(search))
                *best = (struct pick){ one, other, search->values[one][i], value, sum };
            if (other == one)
                break;
        }
    }
    take_back(search, one);
    take_back(search, other);
}

static bool try_few(struct search *search)
{
    struct pick best = { .cost = INFINITY };

    for (size_t i = 0; i < search->count; i++)
        try_pair(search, i, i, &best);
    for (size_t i = 0; i < search->count && isinf(best.cost); i++)
        for (size_t k = i + 1; k < search->count; k++)
            try_pair(search, i, k, &best);
    if (isinf(best.cost))
        return false;
    put(search, best.one, best.first);
    if (best.other != best.one)
        put(search, best.other, best.second);
    return true;
}

/* All at their best; then each goes back to where it was, or as near as it may. */
static bool try_all(struct search *search)
{
    for (size_t i = 0; i < search->count; i++)
        put(search, i, search->values[i][search->value_counts[i] - 1]);
    if (!reached(search))
        return false;
    for (size_t i = 0; i < search->count; i++) {
        take_back(search, i);
        for (size_t k = 0; !reached(search) && k < search->value_counts[i]; k++)
            put(search, i, search->values[i][k]);
    }
    return true;
}

/* Halves the way of one fact as long as the level stays reached. */
static void shorten(struct search *search, size_t index)
{
    int place = search->places[index];
    const struct fact *row = fact_at((size_t) place);
    double unit = row->type == FACT_RATIO || row->type == FACT_NUMBER ? 0.01 : 1;
    double low = search->before[place].value, good = search->facts[place].value;

    if (search->before[place].state != FACT_KNOWN)
        return;
    for (int i = 0; i < HALVINGS && fabs(good - low) > unit * 1.01; i++) {
        double middle = round((low + good) / 2 / unit) * unit;

        if (middle == low || middle == good)
            break;
        put(search, index, round(middle * 1e6) / 1e6);
        if (reached(search))
            good = search->facts[place].value;
        else
            low = middle;
    }
    put(search, index, good);
}

size_t criterion_changes(const struct rubric *rubric, const struct criterion *criterion,
                         const struct evidence_fact *facts, int level,
                         struct change changes[CHANGES_MOST])
{
    AUTO_FREE struct evidence_fact *tried = calloc(fact_count(), sizeof(*tried));
    AUTO_FREE struct search *search = calloc(1, sizeof(*search));
    size_t used = 0;

    if (!tried || !search)
        return 0;
    memcpy(tried, facts, fact_count() * sizeof(*tried));
    *search = (struct search){
        .rubric = rubric, .criterion = criterion, .level = level, .before = facts, .facts = tried
    };
    prepare(search);
    if (!try_few(search) && !try_all(search))
        return 0;
    for (size_t i = 0; i < search->count; i++) {
        int place = search->places[i];
        const struct evidence_fact *before = &facts[place];

        if (before->state == tried[place].state && before->value == tried[place].value)
            continue;
        shorten(search, i);
        changes[used++] = (struct change){ .fact = place,
                                           .was_known = before->state == FACT_KNOWN,
                                           .from = before->value,
                                           .to = tried[place].value };
    }
    return used;
}
