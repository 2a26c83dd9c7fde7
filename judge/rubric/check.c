/*
 * What is wrong with a rubric that can be read. Some of it is arithmetic (weights, bounds); the
 * rest asks evidence that is drawn for it: the facts that a criterion names get values that its
 * conditions compare them with, best values and any others, from a fixed seed, so that the same
 * rubric always gets the same answer.
 */

#include "judge/rubric/level.h"

#include "judge/base/random.h"

#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

enum { DRAWS = 4000, FACTS_MOST = 40, VALUES_MOST = 24 };

struct draw {
    struct evidence_fact *facts;
    uint64_t state;
};

static void report(struct rubric_faults *faults, const char *file, int line, const char *format,
                   ...) __attribute__((format(printf, 4, 5)));

static void report(struct rubric_faults *faults, const char *file, int line, const char *format,
                   ...)
{
    char text[500];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    const char *kept = arena_strdup(faults->arena, text);
    if (!kept || array_reserve((void **) &faults->items, faults->count, &faults->capacity,
                               sizeof(*faults->items)) < 0) {
        faults->failed = true;
        return;
    }
    faults->items[faults->count++] = (struct rubric_fault){ file, line, kept };
}

void rubric_faults_clear(struct rubric_faults *faults)
{
    free(faults->items);
    faults->items = NULL;
    faults->count = faults->capacity = 0;
}

/* ---- Weights and bounds --------------------------------------------------------------------- */

static void check_weights(const struct rubric *rubric, struct rubric_faults *faults)
{
    double sum = 0;

    for (size_t i = 0; i < rubric->count; i++) {
        const struct criterion *criterion = rubric->criteria[i];

        sum += criterion->weight;
        if (criterion->weight <= 0)
            report(faults, criterion->file, criterion->weight_line,
                   "criterion %s: it has no weight", criterion->id);
    }
    if (fabs(sum - 1) > 0.001)
        report(faults, rubric->criteria[0]->file, rubric->criteria[0]->weight_line,
               "the weights add up to %.3f and not to 1", sum);
}

static void check_anchors(const struct criterion *criterion, struct rubric_faults *faults)
{
    bool conditions = false;

    for (int level = LEVEL_LOWEST; level <= LEVEL_HIGHEST; level++) {
        const struct level *row = &criterion->levels[level];

        conditions = conditions || row->count;
        if (!row->anchor)
            report(faults, criterion->file, row->line ? row->line : criterion->line,
                   "criterion %s: level %d has no anchor", criterion->id, level);
        if (row->count && criterion->by_person)
            report(faults, row->file, row->line,
                   "criterion %s: a person rates it, so that conditions do nothing", criterion->id);
    }
    if (!conditions && !criterion->by_person)
        report(faults, criterion->file, criterion->line,
               "criterion %s: no level has conditions; is it 'rated by: person'?", criterion->id);
}

/* How strict a bound is: of two of the same direction, the larger one lets less through. */
static double strictness(const struct bound *bound)
{
    bool upper = bound->operation == OP_LESS || bound->operation == OP_MOST;
    bool open = bound->operation == OP_LESS || bound->operation == OP_MORE;

    return (upper ? -bound->number : bound->number) + (open ? 1e-7 : 0);
}

static bool is_upper(const struct bound *bound)
{
    return bound->operation == OP_LESS || bound->operation == OP_MOST;
}

static void check_overlap(const struct criterion *criterion, const struct condition *lower, int low,
                          const struct condition *higher, int high, struct rubric_faults *faults)
{
    struct bound one, other;

    if (!expression_bound(lower->expression, &one) ||
        !expression_bound(higher->expression, &other) || one.fact != other.fact ||
        one.share != other.share || is_upper(&one) != is_upper(&other) ||
        one.operation == OP_EQUAL || other.operation == OP_EQUAL)
        return;
    if (strictness(&other) > strictness(&one))
        return;
    report(faults, higher->file, higher->line,
           "criterion %s: bounds overlap: '%.100s' of level %d lets through all that '%.100s' of "
           "level %d does",
           criterion->id, higher->expression->text, high, lower->expression->text, low);
}

static void check_bounds(const struct criterion *criterion, struct rubric_faults *faults)
{
    for (int high = LEVEL_LOWEST + 2; high <= LEVEL_HIGHEST; high++)
        for (int low = LEVEL_LOWEST + 1; low < high; low++)
            for (size_t i = 0; i < criterion->levels[high].count; i++)
                for (size_t k = 0; k < criterion->levels[low].count; k++)
                    check_overlap(criterion, &criterion->levels[low].when[k], low,
                                  &criterion->levels[high].when[i], high, faults);
}

/* ---- Drawing evidence ----------------------------------------------------------------------- */

static size_t draw_below(struct draw *draw, size_t limit)
{
    return limit ? (size_t) (random_draw(&draw->state) % limit) : 0;
}

static double most_of(const struct draw *draw, const struct fact *row)
{
    int place = row->most ? fact_find(row->most) : -1;

    return place >= 0 && draw->facts[place].state == FACT_KNOWN ? draw->facts[place].value
                                                                : row->high;
}

static double any_value(struct draw *draw, const struct fact *row)
{
    double most = most_of(draw, row);

    if (row->type == FACT_RATIO)
        return (double) draw_below(draw, 101) / 100;
    if (row->type == FACT_NUMBER)
        return (double) draw_below(draw, 12001) / 100;
    size_t limit = most < 60 ? (size_t) most + 1 : 60;
    return (double) draw_below(draw, limit);
}

static double best_value(const struct draw *draw, const struct fact *row, const double *values,
                         size_t count)
{
    double best = row->better == FACT_LESS ? 0 : fmin(most_of(draw, row), row->high);

    if (row->better == FACT_NEITHER)
        return count ? values[0] : 10;
    if (best < 1000 || row->better == FACT_LESS)
        return best;
    best = 0;
    for (size_t i = 0; i < count; i++)
        best = fmax(best, values[i]);
    return best;
}

static void set(struct draw *draw, int place, double value)
{
    const struct fact *row = fact_at((size_t) place);

    value = fmin(value, most_of(draw, row));
    draw->facts[place].state = FACT_KNOWN;
    draw->facts[place].value = value;
}

/* The values that conditions of the criterion, or one condition, compare this fact with. */
static size_t values_of(const struct criterion *criterion, const struct condition *condition,
                        const struct draw *draw, int place, double *values)
{
    return condition ? expression_candidates(condition->expression, draw->facts, place, values,
                                             VALUES_MOST)
                     : criterion_candidates(criterion, draw->facts, place, values, VALUES_MOST);
}

static void draw_fact(const struct criterion *criterion, const struct condition *condition,
                      struct draw *draw, int place, size_t good)
{
    const struct fact *row = fact_at((size_t) place);
    double values[VALUES_MOST];
    size_t found = values_of(criterion, condition, draw, place, values);

    if (draw_below(draw, 10) < good)
        set(draw, place, best_value(draw, row, values, found));
    else if (found && draw_below(draw, 4))
        set(draw, place, values[draw_below(draw, found)]);
    else
        set(draw, place, any_value(draw, row));
}

/* First the totals, so that the facts which they bound find their bounds. */
static void draw_facts(const struct criterion *criterion, const struct condition *condition,
                       struct draw *draw, const int *places, size_t count)
{
    /* How many of ten facts are at their best: levels at the top are narrow. */
    size_t good = draw_below(draw, 11);

    for (size_t i = 0; i < count; i++) {
        const struct fact *row = fact_at((size_t) places[i]);

        if (row->most)
            set(draw, fact_find(row->most),
                (double) (1 + draw_below(draw, draw_below(draw, 4) ? 20 : 300)));
    }
    for (size_t i = 0; i < count; i++)
        if (!fact_at((size_t) places[i])->most)
            draw_fact(criterion, condition, draw, places[i], good);
    for (size_t i = 0; i < count; i++)
        if (fact_at((size_t) places[i])->most)
            draw_fact(criterion, condition, draw, places[i], good);
}

/* ---- Conditions ----------------------------------------------------------------------------- */

static size_t facts_of(const struct condition *condition, int *places)
{
    struct level level = { .when = condition, .count = 1 };
    struct criterion criterion = { .levels = { [LEVEL_HIGHEST] = level } };

    return criterion_facts(&criterion, places, FACTS_MOST);
}

static void check_kinds(const struct rubric *rubric, const struct condition *condition,
                        const char *where, struct rubric_faults *faults)
{
    int places[FACTS_MOST];
    size_t count = facts_of(condition, places);

    for (size_t i = 0; i < count; i++) {
        const struct fact *row = fact_at((size_t) places[i]);

        if (!(row->kinds & rubric->kinds))
            report(faults, condition->file, condition->line,
                   "%s: %s is never part of the evidence that this rubric is for", where,
                   row->name);
    }
}

static void check_truth(const struct condition *condition, const char *where, struct draw *draw,
                        struct rubric_faults *faults)
{
    bool seen[TRUTH_TRUE + 1] = { false };
    int places[FACTS_MOST];
    size_t count = facts_of(condition, places);

    for (int i = 0; i < DRAWS && !(seen[TRUTH_FALSE] && seen[TRUTH_TRUE]); i++) {
        draw_facts(NULL, condition, draw, places, count);
        seen[condition_truth(condition, draw->facts)] = true;
    }
    if (!seen[TRUTH_TRUE])
        report(faults, condition->file, condition->line, "%s: '%.160s' is never true", where,
               condition->expression->text);
    else if (!seen[TRUTH_FALSE] && count)
        report(faults, condition->file, condition->line, "%s: '%.160s' is always true", where,
               condition->expression->text);
    else if (!count)
        report(faults, condition->file, condition->line, "%s: '%.160s' names no fact", where,
               condition->expression->text);
}

static void check_condition(const struct rubric *rubric, const struct condition *condition,
                            const char *where, struct draw *draw, struct rubric_faults *faults)
{
    check_kinds(rubric, condition, where, faults);
    check_truth(condition, where, draw, faults);
}

static void check_conditions(const struct rubric *rubric, const struct criterion *criterion,
                             struct draw *draw, struct rubric_faults *faults)
{
    char where[100];

    for (int level = LEVEL_LOWEST + 1; level <= LEVEL_HIGHEST; level++) {
        snprintf(where, sizeof(where), "criterion %.60s, level %d", criterion->id, level);
        for (size_t i = 0; i < criterion->levels[level].count; i++)
            check_condition(rubric, &criterion->levels[level].when[i], where, draw, faults);
    }
    snprintf(where, sizeof(where), "criterion %.60s, cap", criterion->id);
    for (size_t i = 0; i < criterion->cap_count; i++)
        check_condition(rubric, &criterion->caps[i].when, where, draw, faults);
}

/* ---- Levels --------------------------------------------------------------------------------- */

struct worsening {
    int fact, from_level, to_level;
    double from, to;
};

/* Whether a fact that gets better, by a step or to a value that a condition names, lowers the
 * level.
 */
static bool gets_worse(const struct rubric *rubric, const struct criterion *criterion,
                       struct draw *draw, int place, struct worsening *ret)
{
    const struct fact *row = fact_at((size_t) place);
    struct evidence_fact *fact = &draw->facts[place];
    double values[VALUES_MOST + 1], before = fact->value, most = most_of(draw, row);
    size_t count = criterion_candidates(criterion, draw->facts, place, values, VALUES_MOST);
    int level = criterion_level(rubric, criterion, draw->facts), after = level;

    count += fact_improve(row, before, most, &values[count]);
    for (size_t i = 0; i < count && after >= level; i++) {
        if (!fact_is_better(row, values[i], before) || values[i] > most)
            continue;
        fact->value = values[i];
        after = criterion_level(rubric, criterion, draw->facts);
        *ret = (struct worsening){ place, level, after, before, values[i] };
    }
    fact->value = before;
    return after < level;
}

static void check_monotone(const struct rubric *rubric, const struct criterion *criterion,
                           struct draw *draw, const int *places, size_t count, bool *told,
                           struct rubric_faults *faults)
{
    struct worsening found = { 0 };

    for (size_t i = 0; i < count && !*told; i++) {
        if (!gets_worse(rubric, criterion, draw, places[i], &found))
            continue;
        const struct fact *row = fact_at((size_t) found.fact);
        *told = true;
        report(faults, criterion->file, criterion->line,
               "criterion %s: when %s gets better (%.6g to %.6g%s), the level falls from %d to %d",
               criterion->id, row->name, found.from, found.to,
               row->type == FACT_WORD ? ", places in its list" : "", found.from_level,
               found.to_level);
    }
}

static void check_levels(const struct rubric *rubric, const struct criterion *criterion,
                         struct draw *draw, struct rubric_faults *faults)
{
    bool seen[LEVEL_HIGHEST + 1] = { false }, told = false;
    int places[FACTS_MOST];
    size_t count = criterion_facts(criterion, places, FACTS_MOST);

    for (int i = 0; i < DRAWS; i++) {
        draw_facts(criterion, NULL, draw, places, count);
        seen[criterion_level(rubric, criterion, draw->facts)] = true;
        if (i % 4 == 0)
            check_monotone(rubric, criterion, draw, places, count, &told, faults);
    }
    for (int level = LEVEL_LOWEST; level <= LEVEL_HIGHEST; level++) {
        const struct level *row = &criterion->levels[level];

        if (!seen[level])
            report(
                faults, row->line ? row->file : criterion->file,
                row->line ? row->line : criterion->line,
                "criterion %s: level %d (%s) cannot be reached: no evidence was found that gives "
                "just it",
                criterion->id, level, rubric_level_title(level));
    }
}

static void check_criterion(const struct rubric *rubric, const struct criterion *criterion,
                            struct draw *draw, struct rubric_faults *faults)
{
    size_t before = faults->count;

    check_anchors(criterion, faults);
    if (criterion->by_person)
        return;
    check_bounds(criterion, faults);
    check_conditions(rubric, criterion, draw, faults);
    /* Where a condition is never true, or bounds overlap, that says why a level is not reached. */
    if (faults->count == before)
        check_levels(rubric, criterion, draw, faults);
}

/* ---- The whole ------------------------------------------------------------------------------ */

static bool has_criterion(const struct rubric *rubric, const char *id)
{
    for (size_t i = 0; i < rubric->count; i++)
        if (!strcmp(rubric->criteria[i]->id, id))
            return true;
    return false;
}

static double least_need(const struct requirement *requirement, const char *criterion)
{
    for (size_t i = 0; i < requirement->need_count; i++)
        if (!strcmp(requirement->needs[i].criterion, criterion))
            return requirement->needs[i].level;
    return LEVEL_LOWEST;
}

/* The lowest score that goes with what the recommendation needs, for finding one that adds nothing.
 */
static double implied_score(const struct rubric *rubric, const struct requirement *requirement)
{
    double sum = 0;

    for (size_t i = 0; i < rubric->count; i++)
        sum += rubric->criteria[i]->weight * least_need(requirement, rubric->criteria[i]->id);
    return sum;
}

static void check_needs(const struct rubric *rubric, const struct requirement *requirement,
                        struct rubric_faults *faults)
{
    for (size_t i = 0; i < requirement->need_count; i++)
        if (!has_criterion(rubric, requirement->needs[i].criterion))
            report(faults, requirement->file, requirement->needs[i].line,
                   "needs: there is no criterion '%.60s'", requirement->needs[i].criterion);
}

static void check_overall(const struct rubric *rubric, struct rubric_faults *faults)
{
    if (!rubric->overall_line) {
        report(faults, rubric->file, 1, "'overall' is missing: what does a recommendation need?");
        return;
    }
    for (int level = LEVEL_LOWEST + 1; level <= LEVEL_HIGHEST; level++) {
        const struct requirement *row = &rubric->overall[level], *below = row - 1;

        if (!row->line) {
            report(faults, rubric->overall_file, rubric->overall_line,
                   "overall: level %d (%s) says nothing of what it needs", level,
                   rubric_level_title(level));
            continue;
        }
        check_needs(rubric, row, faults);
        if (row->score <= fmax(below->score, LEVEL_LOWEST) &&
            implied_score(rubric, row) <= fmax(below->score, LEVEL_LOWEST))
            report(faults, row->file, row->line,
                   "overall: bounds overlap: level %d needs a score of %.2f, and level %d %.2f",
                   level, row->score, level - 1, fmax(below->score, LEVEL_LOWEST));
    }
}

static void check_gates(const struct rubric *rubric, struct draw *draw,
                        struct rubric_faults *faults)
{
    char where[80];

    for (size_t i = 0; i < rubric->gate_count; i++) {
        const struct gate *gate = rubric->gates[i];
        /* As a criterion with two levels, so that the same search finds what is not monotone. */
        struct level level = { .when = &gate->that, .count = 1 };
        struct criterion criterion = { 0 };
        int places[FACTS_MOST];
        size_t count = facts_of(&gate->that, places);
        bool told = false;

        criterion.file = gate->that.file;
        criterion.line = gate->that.line;
        criterion.id = gate->id;
        criterion.levels[LEVEL_LOWEST + 1] = level;
        snprintf(where, sizeof(where), "gate %.60s", gate->id);
        check_condition(rubric, &gate->that, where, draw, faults);
        for (int k = 0; k < DRAWS / 4 && !told; k++) {
            draw_facts(&criterion, NULL, draw, places, count);
            check_monotone(rubric, &criterion, draw, places, count, &told, faults);
        }
    }
}

static int by_place(const void *left, const void *right)
{
    const struct rubric_fault *one = left, *other = right;
    int order = strcmp(one->file, other->file);

    return order ? order : (one->line > other->line) - (one->line < other->line);
}

void rubric_check(const struct rubric *rubric, struct rubric_faults *ret)
{
    AUTO_FREE struct evidence_fact *facts = calloc(fact_count(), sizeof(*facts));
    struct draw draw = { .facts = facts, .state = 1 };

    if (!facts) {
        ret->failed = true;
        return;
    }
    check_weights(rubric, ret);
    check_overall(rubric, ret);
    for (size_t i = 0; i < rubric->count; i++)
        check_criterion(rubric, rubric->criteria[i], &draw, ret);
    check_gates(rubric, &draw, ret);
    if (ret->count)
        qsort(ret->items, ret->count, sizeof(*ret->items), by_place);
}
