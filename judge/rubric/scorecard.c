/*
 * The scorecard: every level with the conditions it rests on, and those with their facts. What is
 * written here is enough to explain it without rubric or evidence at hand.
 */

#include "judge/rubric/level.h"

#include <math.h>
#include <string.h>

struct card {
    const struct rubric *rubric;
    const struct evidence *evidence;
    const struct evidence_fact *facts;
    int *levels; /* of the criteria */
    bool *rated; /* by a person */
};

static json_t *whole(json_int_t number)
{
    return json_integer(number);
}

static json_t *level_json(int level)
{
    return level == LEVEL_OPEN ? json_null() : whole(level);
}

/* ---- Text of a condition -------------------------------------------------------------------- */

static int put_value(struct buffer *text, const struct card *card, int place)
{
    const struct fact *row = fact_at((size_t) place);
    const struct evidence_fact *fact = &card->facts[place];

    if (fact->state != FACT_KNOWN)
        return buffer_puts(text, "unknown");
    switch (row->type) {
    case FACT_BOOL:
        return buffer_puts(text, fact->value != 0 ? "yes" : "no");
    case FACT_WORD:
        return buffer_puts(text, row->words[(size_t) fact->value]);
    case FACT_RATIO:
        return buffer_printf(text, "%.0f %%", fact->value * 100);
    case FACT_COUNT:
        return buffer_printf(text, "%.0f", fact->value);
    default:
        return buffer_printf(text, "%.4g", fact->value);
    }
}

/* A sentence in which each {fact} is replaced by its value; the reader checked the names. */
static int put_sentence(struct buffer *text, const struct card *card, const char *says)
{
    char name[100];
    int status = 0;

    while (*says && status == 0) {
        size_t plain = strcspn(says, "{");
        status = buffer_append(text, says, plain);
        says += plain;
        if (!*says || status < 0)
            break;
        size_t length = strcspn(says + 1, "}");
        snprintf(name, sizeof(name), "%.*s", (int) length, says + 1);
        status = put_value(text, card, fact_find(name));
        says += length + 2;
    }
    return status;
}

static int put_expression(struct buffer *text, const struct card *card,
                          const struct expression *expression)
{
    const char *before = " (";
    int status = buffer_puts(text, expression->text);

    for (size_t i = 0; i < expression->count && status == 0; i++) {
        const struct node *node = &expression->nodes[i];

        if (node->operation < OP_FACT || node->operation > OP_AT_LEAST)
            continue;
        status = buffer_printf(text, "%s%s: ", before, fact_at((size_t) node->fact)->name);
        if (status == 0)
            status = put_value(text, card, node->fact);
        before = ", ";
    }
    return status == 0 && *before == ',' ? buffer_puts(text, ")") : status;
}

static json_t *condition_text(const struct card *card, const struct condition *condition)
{
    AUTO_BUFFER struct buffer text = { 0 };
    int status = condition->says ? put_sentence(&text, card, condition->says)
                                 : put_expression(&text, card, condition->expression);

    return status < 0 ? NULL : json_stringn(text.data ? text.data : "", text.size);
}

static json_t *condition_facts(const struct condition *condition)
{
    const struct expression *expression = condition->expression;
    json_t *list = json_array();

    for (size_t i = 0; list && i < expression->count; i++) {
        const struct node *node = &expression->nodes[i];
        bool before = false;

        if (node->operation < OP_FACT || node->operation > OP_AT_LEAST)
            continue;
        for (size_t k = 0; k < i && !before; k++)
            before = expression->nodes[k].operation >= OP_FACT &&
                     expression->nodes[k].operation <= OP_AT_LEAST &&
                     expression->nodes[k].fact == node->fact;
        if (!before)
            json_array_append_new(list, json_string(fact_at((size_t) node->fact)->name));
        if (node->operation == OP_SHARE)
            json_array_append_new(list, json_string(fact_at((size_t) node->most)->name));
    }
    return list;
}

static json_t *truth_json(enum truth truth)
{
    return truth == TRUTH_UNKNOWN ? json_null() : json_boolean(truth == TRUTH_TRUE);
}

static json_t *reason(const struct card *card, const struct condition *condition,
                      const char *effect)
{
    return json_pack("{so ss so so}", "text", condition_text(card, condition), "effect", effect,
                     "facts", condition_facts(condition), "holds",
                     truth_json(condition_truth(condition, card->facts)));
}

/* ---- A criterion ---------------------------------------------------------------------------- */

/* What one condition of a level did. */
static void put_effect(const struct card *card, const struct criterion *criterion,
                       const struct condition *condition, int level, int reached, char *text,
                       size_t size)
{
    static const char *const missing[] = { "not known: left open", "not known: the lowest level",
                                           "not known: passed over" };
    enum truth truth = condition_truth(condition, card->facts);
    struct missing policy = missing_of(card->rubric, criterion, condition);

    if (truth == TRUTH_UNKNOWN && policy.kind == MISSING_LEVEL)
        snprintf(text, size, "not known: holds up to level %d", policy.level);
    else if (truth == TRUTH_UNKNOWN)
        snprintf(text, size, "%s", missing[policy.kind]);
    else if (truth == TRUTH_FALSE)
        snprintf(text, size, "keeps it below level %d", level);
    else if (level <= reached)
        snprintf(text, size, "level %d reached", level);
    else
        snprintf(text, size, "holds for level %d", level);
}

static int add_caps(const struct card *card, const struct criterion *criterion, int reached,
                    json_t *reasons)
{
    char effect[40];

    for (size_t i = 0; i < criterion->cap_count; i++) {
        const struct cap *cap = &criterion->caps[i];

        if (condition_truth(&cap->when, card->facts) != TRUTH_TRUE)
            continue;
        bool binds = reached > cap->at_most;
        snprintf(effect, sizeof(effect), binds ? "capped at %d" : "no more than %d", cap->at_most);
        if (json_array_append_new(reasons, reason(card, &cap->when, effect)) < 0)
            return -ENOMEM;
    }
    return 0;
}

/* All conditions up to the first level that was not reached. */
static json_t *reasons_of(const struct card *card, const struct criterion *criterion)
{
    int reached = criterion_reached(card->rubric, criterion, card->facts);
    int last = reached == LEVEL_OPEN ? LEVEL_HIGHEST : reached + 1;
    json_t *reasons = json_array();
    char effect[60];

    for (int level = LEVEL_LOWEST + 1; level <= last && level <= LEVEL_HIGHEST; level++) {
        for (size_t i = 0; i < criterion->levels[level].count; i++) {
            const struct condition *condition = &criterion->levels[level].when[i];

            put_effect(card, criterion, condition, level, reached, effect, sizeof(effect));
            if (json_array_append_new(reasons, reason(card, condition, effect)) < 0) {
                json_decref(reasons);
                return NULL;
            }
        }
    }
    if (reasons && add_caps(card, criterion, reached, reasons) < 0) {
        json_decref(reasons);
        return NULL;
    }
    return reasons;
}

/* Whether the criterion asks for this fact and does not get it. */
static bool is_missed(const struct card *card, const struct criterion *criterion, int fact)
{
    if (card->facts[fact].state == FACT_KNOWN)
        return false;
    for (int level = LEVEL_LOWEST + 1; level <= LEVEL_HIGHEST; level++)
        for (size_t i = 0; i < criterion->levels[level].count; i++)
            if (expression_needs(criterion->levels[level].when[i].expression, fact))
                return true;
    for (size_t i = 0; i < criterion->cap_count; i++)
        if (expression_needs(criterion->caps[i].when.expression, fact))
            return true;
    return false;
}

static json_t *missing_json(const struct card *card, const struct criterion *criterion)
{
    json_t *list = json_array();

    for (size_t i = 0; list && i < fact_count(); i++) {
        const struct evidence_fact *fact = &card->facts[i];
        const char *why =
            fact->state == FACT_ABSENT ? fact->reason : "the evidence does not have it";

        if (is_missed(card, criterion, (int) i))
            json_array_append_new(list,
                                  json_pack("{ss ss}", "fact", fact_at(i)->name, "reason", why));
    }
    return list;
}

static json_t *change_json(const struct change *change)
{
    const struct fact *row = fact_at((size_t) change->fact);

    return json_pack("{ss so so}", "fact", row->name, "from",
                     change->was_known ? evidence_value(row, change->from) : json_null(), "to",
                     evidence_value(row, change->to));
}

static json_t *next_json(const struct card *card, const struct criterion *criterion, int level)
{
    struct change changes[CHANGES_MOST];
    json_t *list = json_array();

    if (level == LEVEL_OPEN || level == LEVEL_HIGHEST) {
        json_decref(list);
        return json_null();
    }
    size_t count = criterion_changes(card->rubric, criterion, card->facts, level + 1, changes);
    for (size_t i = 0; list && i < count; i++)
        json_array_append_new(list, change_json(&changes[i]));
    if (!count) {
        json_decref(list);
        return json_null();
    }
    return json_pack("{si so}", "level", level + 1, "changes", list);
}

static json_t *person_reasons(int level)
{
    char effect[30];

    if (level == LEVEL_OPEN)
        return json_array();
    snprintf(effect, sizeof(effect), "level %d", level);
    return json_pack("[{ss ss s[] sb}]", "text", "rated by a person", "effect", effect, "facts",
                     "holds", 1);
}

static json_t *text_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

static json_t *criterion_json(const struct card *card, size_t index)
{
    const struct criterion *criterion = card->rubric->criteria[index];
    int level = card->levels[index];
    bool person = card->rated[index], asked = !person && !criterion->by_person;
    const char *rated_by = person ? "person" : level == LEVEL_OPEN ? "open" : "evidence";

    return json_pack(
        "{ss ss so so so ss so ss so so so}", "id", criterion->id, "title", criterion->title,
        "about", text_or_null(criterion->about), "weight", json_real(criterion->weight), "level",
        level_json(level), "level_title", rubric_level_title(level), "anchor",
        text_or_null(level == LEVEL_OPEN ? NULL : criterion->levels[level].anchor), "rated_by",
        rated_by, "reasons", asked ? reasons_of(card, criterion) : person_reasons(level), "missing",
        asked ? missing_json(card, criterion) : json_array(), "next",
        asked ? next_json(card, criterion, level) : json_null());
}

/* ---- The whole ------------------------------------------------------------------------------ */

static json_t *gates_json(const struct card *card)
{
    json_t *list = json_array();

    for (size_t i = 0; list && i < card->rubric->gate_count; i++) {
        const struct gate *gate = card->rubric->gates[i];

        json_array_append_new(list, json_pack("{ss so so so}", "id", gate->id, "text",
                                              condition_text(card, &gate->that), "passed",
                                              truth_json(condition_truth(&gate->that, card->facts)),
                                              "facts", condition_facts(&gate->that)));
    }
    return list;
}

static void add_reason(json_t *reasons, bool holds, const char *effect, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void add_reason(json_t *reasons, bool holds, const char *effect, const char *format, ...)
{
    char text[300];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    json_array_append_new(reasons, json_pack("{ss ss s[] sb}", "text", text, "effect", effect,
                                             "facts", "holds", holds));
}

static int level_by_id(const struct card *card, const char *id)
{
    for (size_t i = 0; i < card->rubric->count; i++)
        if (!strcmp(card->rubric->criteria[i]->id, id))
            return card->levels[i];
    return LEVEL_OPEN;
}

static void add_requirement(const struct card *card, const struct overall *overall, int level,
                            json_t *reasons)
{
    const struct requirement *requirement = &card->rubric->overall[level];
    const char *title = rubric_level_title(level);
    bool enough = overall->score + 1e-9 >= requirement->score;
    char reached[40], kept[40];

    snprintf(reached, sizeof(reached), "level %d reached", level);
    snprintf(kept, sizeof(kept), "keeps it below level %d", level);
    const char *good = level <= overall->reached ? reached : "holds";
    if (requirement->score > 0)
        add_reason(reasons, enough, enough ? good : kept, "%s needs a score of %.2f: it is %.2f",
                   title, requirement->score, overall->score);
    for (size_t i = 0; i < requirement->need_count; i++) {
        const struct need *need = &requirement->needs[i];
        int has = level_by_id(card, need->criterion);
        bool holds = has >= need->level;

        if (has == LEVEL_OPEN)
            add_reason(reasons, false, kept, "%s needs %s at level %d: it is open", title,
                       need->criterion, need->level);
        else
            add_reason(reasons, holds, holds ? good : kept, "%s needs %s at level %d: it is %d",
                       title, need->criterion, need->level, has);
    }
}

static void add_gates(const struct card *card, const struct overall *overall, json_t *reasons)
{
    char effect[40];

    for (size_t i = 0; i < card->rubric->gate_count; i++) {
        const struct gate *gate = card->rubric->gates[i];

        if (condition_truth(&gate->that, card->facts) != TRUTH_FALSE)
            continue;
        snprintf(effect, sizeof(effect),
                 overall->reached > gate->at_most ? "capped at %d" : "no more than %d",
                 gate->at_most);
        json_array_append_new(reasons, reason(card, &gate->that, effect));
    }
}

/* Requirements up to the first that was not reached; of what is open, all that it would take. */
static json_t *overall_reasons(const struct card *card, const struct overall *overall)
{
    json_t *reasons = json_array();
    int last = overall->level == LEVEL_OPEN ? LEVEL_HIGHEST - 1 : overall->reached + 1;

    if (!reasons)
        return NULL;
    if (overall->score <= 0)
        add_reason(reasons, false, "left open", "no criterion was scored");
    else
        add_reason(reasons, overall->scored + 1e-9 >= card->rubric->scored,
                   overall->scored + 1e-9 >= card->rubric->scored ? "scored" : "left open",
                   "%.0f %% of the weight that evidence can give was scored, %.0f %% are needed",
                   overall->scored * 100, card->rubric->scored * 100);
    for (int level = LEVEL_LOWEST + 1; level <= last && level <= LEVEL_HIGHEST; level++)
        add_requirement(card, overall, level, reasons);
    add_gates(card, overall, reasons);
    return reasons;
}

static json_t *overall_json(const struct card *card)
{
    struct overall overall;

    rubric_overall(card->rubric, card->levels, card->facts, &overall);
    return json_pack("{so so ss so}", "score",
                     overall.score > 0 ? json_real(overall.score) : json_null(), "level",
                     level_json(overall.level), "recommendation", rubric_level_title(overall.level),
                     "reasons", overall_reasons(card, &overall));
}

static json_t *card_json(const struct card *card)
{
    const struct rubric *rubric = card->rubric;
    json_t *criteria = json_array(), *open = json_array();

    for (size_t i = 0; i < rubric->count && criteria && open; i++) {
        json_array_append_new(criteria, criterion_json(card, i));
        if (card->levels[i] == LEVEL_OPEN)
            json_array_append_new(open, json_string(rubric->criteria[i]->id));
    }
    bool whole_list = criteria && json_array_size(criteria) == rubric->count;
    json_t *json =
        json_pack("{ss si s{ss ss si} sO so so so so}", "format", "assay-scorecard", "version", 1,
                  "rubric", "id", rubric->id, "title", rubric->title, "version", rubric->version,
                  "subject", card->evidence->subject, "criteria", criteria, "gates",
                  gates_json(card), "overall", overall_json(card), "open", open);
    if (json && !whole_list) {
        json_decref(json);
        return NULL;
    }
    return json;
}

/* The place of the criterion that is rated; that behind the last: there is none. */
static size_t place_of(const struct rubric *rubric, const struct rating *rating)
{
    size_t k = 0;

    while (k < rubric->count && strcmp(rubric->criteria[k]->id, rating->criterion) != 0)
        k++;
    return k;
}

static int unknown_criterion(const struct rubric *rubric, const char *name, struct error *error)
{
    char names[160] = "";

    for (size_t i = 0; i < rubric->count; i++) {
        size_t used = strlen(names);
        snprintf(names + used, sizeof(names) - used, "%s%s", i ? ", " : "",
                 rubric->criteria[i]->id);
    }
    error_set(error, -EINVAL, "the rubric '%s' has no criterion '%.60s'", rubric->id, name);
    error_remedy(error, "it has %s", names);
    return -EINVAL;
}

int rubric_fits(const struct rubric *rubric, enum evidence_kind kind, const struct rating *ratings,
                size_t count, struct error *error)
{
    if (!(rubric->kinds & kind)) {
        error_set(error, -EINVAL, "the rubric '%s' is not for evidence of kind '%s'", rubric->id,
                  evidence_kind_name(kind));
        error_remedy(error, "choose another one with --rubric");
        return -EINVAL;
    }
    for (size_t i = 0; i < count; i++) {
        if (place_of(rubric, &ratings[i]) == rubric->count)
            return unknown_criterion(rubric, ratings[i].criterion, error);
        if (ratings[i].level < LEVEL_LOWEST || ratings[i].level > LEVEL_HIGHEST)
            return error_set(error, -EINVAL, "a rating is from 1 to 4, not %d", ratings[i].level);
    }
    return 0;
}

int rubric_score(const struct rubric *rubric, const struct evidence *evidence,
                 const struct rating *ratings, size_t rating_count, json_t **ret,
                 struct error *error)
{
    AUTO_FREE int *levels = calloc(rubric->count, sizeof(*levels));
    AUTO_FREE bool *rated = calloc(rubric->count, sizeof(*rated));
    struct card card = { .rubric = rubric,
                         .evidence = evidence,
                         .facts = evidence->facts,
                         .levels = levels,
                         .rated = rated };

    if (!levels || !rated)
        return error_set(error, -ENOMEM, "out of memory");
    int status = rubric_fits(rubric, evidence->kind, ratings, rating_count, error);
    if (status < 0)
        return status;
    for (size_t i = 0; i < rubric->count; i++)
        levels[i] = criterion_level(rubric, rubric->criteria[i], card.facts);
    for (size_t i = 0; i < rating_count; i++) {
        size_t k = place_of(rubric, &ratings[i]);
        levels[k] = ratings[i].level;
        rated[k] = true;
    }
    json_t *json = card_json(&card);
    if (!json)
        return error_set(error, -ENOMEM, "out of memory");
    *ret = json;
    return 0;
}
