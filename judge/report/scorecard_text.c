/*
 * Scorecards for people. They are read from the document alone, which may be somebody's file: every
 * text goes through table_clean(), and what is not there is a '?'.
 */

#include "judge/report/scorecard_report.h"

#include "judge/base/memory.h"
#include "judge/report/table.h"
#include "judge/rubric/rubric.h"

#include <string.h>

struct card {
    struct arena *arena;
    FILE *file;
    const struct report_style *style;
};

static const char *text_of(const struct card *card, const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));

    return text ? table_clean(card->arena, text) : "?";
}

static int level_of(const json_t *object)
{
    json_int_t level = json_integer_value(json_object_get(object, "level"));

    return level >= LEVEL_LOWEST && level <= LEVEL_HIGHEST ? (int) level : LEVEL_OPEN;
}

static enum report_colour level_colour(int level)
{
    return level == LEVEL_OPEN ? REPORT_FAINT : level <= 2 ? REPORT_BAD : REPORT_GOOD;
}

/* ---- Form ----------------------------------------------------------------------------------- */

static bool is_number_or_null(const json_t *json)
{
    return json_is_number(json) || json_is_null(json);
}

static int check_criterion(const char *file, const json_t *criterion, size_t index,
                           struct error *error)
{
    if (!json_is_string(json_object_get(criterion, "id")))
        return error_at(error, -EINVAL, file, 0, "/criteria/%zu/id: expected a text", index);
    if (!json_is_number(json_object_get(criterion, "weight")))
        return error_at(error, -EINVAL, file, 0, "/criteria/%zu/weight: expected a number", index);
    if (!is_number_or_null(json_object_get(criterion, "level")))
        return error_at(error, -EINVAL, file, 0, "/criteria/%zu/level: expected a number or null",
                        index);
    return 0;
}

int report_scorecard_check(const char *file, const json_t *scorecard, struct error *error)
{
    const char *format = json_string_value(json_object_get(scorecard, "format"));
    const json_t *criteria = json_object_get(scorecard, "criteria");
    const json_t *overall = json_object_get(scorecard, "overall");
    int status = 0;

    if (!format || strcmp(format, "assay-scorecard") != 0)
        return error_at(error, -EINVAL, file, 0, "/format: this is no scorecard");
    if (json_integer_value(json_object_get(scorecard, "version")) != 1)
        return error_at(error, -EINVAL, file, 0, "/version: expected 1");
    if (!json_is_object(overall))
        return error_at(error, -EINVAL, file, 0, "/overall: expected an object");
    if (!is_number_or_null(json_object_get(overall, "score")))
        return error_at(error, -EINVAL, file, 0, "/overall/score: expected a number or null");
    if (!json_is_array(criteria))
        return error_at(error, -EINVAL, file, 0, "/criteria: expected a list");
    for (size_t i = 0; i < json_array_size(criteria) && status == 0; i++)
        status = check_criterion(file, json_array_get(criteria, i), i, error);
    return status;
}

/* ---- The card ------------------------------------------------------------------------------- */

static void print_head(const struct card *card, const json_t *scorecard)
{
    const json_t *overall = json_object_get(scorecard, "overall");
    const json_t *score = json_object_get(overall, "score");
    enum report_colour colour = level_colour(level_of(overall));

    fprintf(card->file, "%s: %s%s%s", text_of(card, json_object_get(scorecard, "rubric"), "title"),
            report_colour_start(card->style, colour), text_of(card, overall, "recommendation"),
            report_colour_end(card->style, colour));
    if (json_is_number(score))
        fprintf(card->file, ", score %.2f of 4", json_number_value(score));
    fprintf(card->file, "\n");
}

/* The reason that stands for the level: a cap, else what keeps it from the next level, else what
 * reached it. */
static const char *short_reason(const struct card *card, const json_t *criterion)
{
    const json_t *capped = NULL, *kept = NULL, *held = NULL, *reason;
    const json_t *reasons = json_object_get(criterion, "reasons");

    for (size_t i = 0; (reason = json_array_get(reasons, i)) != NULL; i++) {
        const char *effect = json_string_value(json_object_get(reason, "effect"));
        const json_t *holds = json_object_get(reason, "holds");

        if (effect && !strncmp(effect, "capped", 6))
            capped = reason;
        else if (json_is_false(holds) && !kept)
            kept = reason;
        else if (json_is_true(holds))
            held = reason;
    }
    reason = capped ? capped : kept ? kept : held;
    return reason ? text_of(card, reason, "text") : "";
}

static const char *open_reason(const struct card *card, const json_t *criterion)
{
    const json_t *missing = json_array_get(json_object_get(criterion, "missing"), 0);
    const char *text = missing ? arena_printf(card->arena, "%s: %s", text_of(card, missing, "fact"),
                                              text_of(card, missing, "reason"))
                               : arena_printf(card->arena, "a person rates it: --rating %s=1...4",
                                              text_of(card, criterion, "id"));

    return text ? text : "?";
}

static void put_criterion(const struct card *card, struct table *table, const json_t *criterion)
{
    int level = level_of(criterion);

    table_line(table);
    table_cell(table, 0, REPORT_PLAIN, "%s", text_of(card, criterion, "title"));
    table_cell(table, 1, REPORT_FAINT, "%.0f %%",
               100 * json_number_value(json_object_get(criterion, "weight")));
    if (level != LEVEL_OPEN)
        table_cell(table, 2, level_colour(level), "%d", level);
    table_cell(table, 3, level_colour(level), "%s", rubric_level_title(level));
    table_cell(table, 4, REPORT_PLAIN, "%s",
               level == LEVEL_OPEN ? open_reason(card, criterion) : short_reason(card, criterion));
}

static void print_criteria(const struct card *card, const json_t *scorecard)
{
    struct table table;
    size_t index;
    json_t *criterion;

    table_begin(&table, "lrrll", 2, NULL);
    for (index = 0;
         (criterion = json_array_get(json_object_get(scorecard, "criteria"), index)) != NULL;
         index++)
        put_criterion(card, &table, criterion);
    table_end(&table, card->file, card->style);
}

/* What keeps the recommendation where it is. */
static void print_decision(const struct card *card, const json_t *scorecard)
{
    const json_t *overall = json_object_get(scorecard, "overall");
    size_t index;
    json_t *reason;

    for (index = 0; (reason = json_array_get(json_object_get(overall, "reasons"), index)) != NULL;
         index++) {
        const char *effect = json_string_value(json_object_get(reason, "effect"));
        bool capped = effect && !strncmp(effect, "capped", 6);

        if (capped)
            fprintf(card->file, "  %s, since this does not hold: %s\n",
                    text_of(card, reason, "effect"), text_of(card, reason, "text"));
        else if (json_is_false(json_object_get(reason, "holds")))
            fprintf(card->file, "  %s\n", text_of(card, reason, "text"));
    }
}

void report_scorecard_text(FILE *file, const struct report_style *style, const json_t *scorecard)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct card card = { .arena = arena, .file = file, .style = style };

    if (!arena)
        return;
    print_head(&card, scorecard);
    print_criteria(&card, scorecard);
    print_decision(&card, scorecard);
}

/* ---- The explanation ------------------------------------------------------------------------ */

static void print_value(const struct card *card, const json_t *value)
{
    if (json_is_string(value))
        fprintf(card->file, "%s", table_clean(card->arena, json_string_value(value)));
    else if (json_is_boolean(value))
        fprintf(card->file, "%s", json_is_true(value) ? "yes" : "no");
    else if (json_is_number(value))
        fprintf(card->file, "%.6g", json_number_value(value));
    else
        fprintf(card->file, "unknown");
}

static void print_reason(const struct card *card, const json_t *reason)
{
    const json_t *holds = json_object_get(reason, "holds");
    char mark = json_is_true(holds) ? '+' : json_is_false(holds) ? '-' : '?';
    const char *before = "  [";
    size_t index;
    json_t *fact;

    fprintf(card->file, "  %c %s: %s", mark, text_of(card, reason, "effect"),
            text_of(card, reason, "text"));
    for (index = 0; (fact = json_array_get(json_object_get(reason, "facts"), index)) != NULL;
         index++) {
        const char *name = json_string_value(fact);

        fprintf(card->file, "%s%s", before, name ? table_clean(card->arena, name) : "?");
        before = ", ";
    }
    fprintf(card->file, "%s\n", *before == ',' ? "]" : "");
}

/* Of what is open, the conditions that wait for facts are left out: the facts themselves follow. */
static void print_reasons(const struct card *card, const json_t *list, bool open)
{
    const json_t *reason;

    for (size_t i = 0; (reason = json_array_get(list, i)) != NULL; i++)
        if (!open || !json_is_null(json_object_get(reason, "holds")))
            print_reason(card, reason);
}

static void print_next(const struct card *card, const json_t *criterion)
{
    const json_t *next = json_object_get(criterion, "next");
    size_t index;
    json_t *change;

    if (!json_is_object(next))
        return;
    fprintf(card->file, "  for level %d:", level_of(next));
    for (index = 0; (change = json_array_get(json_object_get(next, "changes"), index)) != NULL;
         index++) {
        fprintf(card->file, "%s %s from ", index ? "," : "", text_of(card, change, "fact"));
        print_value(card, json_object_get(change, "from"));
        fprintf(card->file, " to ");
        print_value(card, json_object_get(change, "to"));
    }
    fprintf(card->file, "\n");
}

static void explain(const struct card *card, const json_t *criterion)
{
    int level = level_of(criterion);
    enum report_colour colour = level_colour(level);
    size_t index;
    json_t *missing;

    fprintf(card->file, "\n%s, %.0f %%: %s", text_of(card, criterion, "title"),
            100 * json_number_value(json_object_get(criterion, "weight")),
            report_colour_start(card->style, colour));
    if (level != LEVEL_OPEN)
        fprintf(card->file, "level %d, ", level);
    fprintf(card->file, "%s%s\n", rubric_level_title(level),
            report_colour_end(card->style, colour));
    if (json_is_string(json_object_get(criterion, "anchor")))
        fprintf(card->file, "  %s\n", text_of(card, criterion, "anchor"));
    print_reasons(card, json_object_get(criterion, "reasons"), level == LEVEL_OPEN);
    for (index = 0;
         (missing = json_array_get(json_object_get(criterion, "missing"), index)) != NULL; index++)
        fprintf(card->file, "  ? missing: %s: %s\n", text_of(card, missing, "fact"),
                text_of(card, missing, "reason"));
    if (level == LEVEL_OPEN && !json_array_size(json_object_get(criterion, "missing")))
        fprintf(card->file, "  ? %s\n", open_reason(card, criterion));
    print_next(card, criterion);
}

void report_explanation_text(FILE *file, const struct report_style *style, const json_t *scorecard)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct card card = { .arena = arena, .file = file, .style = style };
    size_t index;
    json_t *item;

    if (!arena)
        return;
    print_head(&card, scorecard);
    print_reasons(&card, json_object_get(json_object_get(scorecard, "overall"), "reasons"), false);
    for (index = 0; (item = json_array_get(json_object_get(scorecard, "gates"), index)) != NULL;
         index++)
        fprintf(file, "  %c gate %s: %s\n",
                json_is_true(json_object_get(item, "passed"))    ? '+'
                : json_is_false(json_object_get(item, "passed")) ? '-'
                                                                 : '?',
                text_of(&card, item, "id"), text_of(&card, item, "text"));
    for (index = 0; (item = json_array_get(json_object_get(scorecard, "criteria"), index)) != NULL;
         index++)
        explain(&card, item);
}

void report_faults_text(FILE *file, const struct rubric_faults *faults)
{
    for (size_t i = 0; i < faults->count; i++)
        fprintf(file, "%s:%d: %s\n", faults->items[i].file, faults->items[i].line,
                faults->items[i].message);
}
