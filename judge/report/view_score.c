/* The scorecard as a page shows it: a row a criterion, with the path to its level below. */

#include "judge/report/view.h"

#include "judge/base/memory.h"
#include "judge/rubric/rubric.h"

#include <math.h>
#include <string.h>

enum { MOVES_SHOWN = 4 };

static const char *const tones[LEVEL_HIGHEST + 1] = { "open", "bad", "poor", "fair", "good" };

int view_level(const json_t *object)
{
    double level = view_number(object, "level");

    return level >= LEVEL_LOWEST && level <= LEVEL_HIGHEST ? (int) level : LEVEL_OPEN;
}

static void put_level(struct json_object *object, const json_t *from)
{
    int level = view_level(from);
    const char *title = view_text(from, "level_title");
    json_t *steps = json_array();

    for (int i = 1; i <= LEVEL_HIGHEST; i++)
        json_add(&steps, json_pack("{s:b}", "on", i <= level));
    if (level)
        json_put_count(object, "level", (uint64_t) level);
    json_put_text(object, "level_title", *title ? title : rubric_level_title(level));
    json_put_text(object, "tone", tones[level]);
    json_put(object, "steps", steps);
}

static json_t *reason_object(const json_t *reason)
{
    struct json_object object = json_open();
    const json_t *holds = json_object_get(reason, "holds");

    if (json_is_string(reason))
        json_put_text(&object, "text", json_string_value(reason));
    else
        json_put_text(&object, "text", view_text(reason, "text"));
    json_put_text(&object, "effect", view_text(reason, "effect"));
    json_put_bool(&object, "fails", json_is_false(holds));
    json_put_text(&object, "mark", json_is_false(holds) ? "✗" : "✓");
    return json_close(&object);
}

/* What nobody knows gives no reason: it is listed as missing. */
static json_t *reasons_array(const json_t *reasons)
{
    json_t *array = json_array();

    for (size_t i = 0; i < json_array_size(reasons); i++) {
        const json_t *reason = json_array_get(reasons, i);
        if (!json_is_null(json_object_get(reason, "holds")))
            json_add(&array, reason_object(reason));
    }
    return array;
}

/* The row that has this reason; NULL: none has. */
static json_t *row_of(const json_t *rows, const char *reason)
{
    for (size_t i = 0; i < json_array_size(rows); i++)
        if (strcmp(view_text(json_array_get(rows, i), "reason"), reason) == 0)
            return json_array_get(rows, i);
    return NULL;
}

/* More than there are facts is nobody's scorecard, and would take long. */
json_t *view_missing(const json_t *criterion)
{
    const json_t *missing = view_list(criterion, "missing");
    json_t *rows = json_array();

    for (size_t i = 0; i < json_array_size(missing) && i < fact_count(); i++) {
        const json_t *item = json_array_get(missing, i);
        const char *reason = view_text(item, "reason"), *fact = view_text(item, "fact");
        json_t *row = row_of(rows, reason);
        json_t *facts = row ? json_sprintf("%s, %s", view_text(row, "fact"), fact) : NULL;
        if (row && json_object_set_new(row, "fact", facts) < 0) {
            json_decref(rows);
            return NULL;
        }
        if (!row)
            json_add(&rows, json_pack("{s:s, s:s}", "fact", fact, "reason", reason));
    }
    return rows;
}

bool view_is_for_person(const json_t *criterion)
{
    return view_level(criterion) == LEVEL_OPEN &&
           json_array_size(view_list(criterion, "missing")) == 0;
}

static json_t *change_object(const json_t *change)
{
    struct json_object object = json_open();
    char text[128];

    json_put_text(&object, "fact", view_text(change, "fact"));
    view_value(json_object_get(change, "from"), text, sizeof(text));
    json_put_text(&object, "from", text);
    view_value(json_object_get(change, "to"), text, sizeof(text));
    json_put_text(&object, "to", text);
    return json_close(&object);
}

/* The smallest change of facts that would reach the next level; null: there is none to show. */
static json_t *next_object(const json_t *next)
{
    const json_t *changes = view_list(next, "changes");
    struct json_object object = json_open();
    json_t *array = json_array();

    if (json_array_size(changes) == 0) {
        json_decref(array);
        json_decref(object.json);
        return json_null();
    }
    for (size_t i = 0; i < json_array_size(changes) && i < MOVES_SHOWN; i++)
        json_add(&array, change_object(json_array_get(changes, i)));
    put_level(&object, next);
    json_put(&object, "changes", array);
    return json_close(&object);
}

static json_t *criterion_object(const json_t *criterion)
{
    struct json_object object = json_open();
    double weight = view_number(criterion, "weight");
    const char *title = view_text(criterion, "title");

    json_put_text(&object, "id", view_text(criterion, "id"));
    json_put_text(&object, "title", *title ? title : view_text(criterion, "id"));
    if (isfinite(weight))
        view_put_format(&object, "weight", "%.3g %%", 100 * weight);
    put_level(&object, criterion);
    json_put_text(&object, "anchor", view_text(criterion, "anchor"));
    json_put_bool(&object, "for_person", view_is_for_person(criterion));
    json_put(&object, "reasons", reasons_array(view_list(criterion, "reasons")));
    json_put(&object, "missing", view_missing(criterion));
    json_put(&object, "next", next_object(view_object(criterion, "next")));
    return json_close(&object);
}

static json_t *gate_object(const json_t *gate)
{
    const json_t *passed = json_object_get(gate, "passed");
    struct json_object object = json_open();
    const char *text = view_text(gate, "text");

    json_put_text(&object, "text", *text ? text : view_text(gate, "id"));
    json_put_text(&object, "tone",
                  json_is_true(passed)    ? "good"
                  : json_is_false(passed) ? "bad"
                                          : "open");
    json_put_text(&object, "word",
                  json_is_true(passed)    ? "passed"
                  : json_is_false(passed) ? "not passed"
                                          : "not known");
    return json_close(&object);
}

static json_t *each(const json_t *list, json_t *(*make)(const json_t *) )
{
    json_t *array = json_array();

    for (size_t i = 0; i < json_array_size(list); i++)
        json_add(&array, make(json_array_get(list, i)));
    return array;
}

json_t *view_scorecard(const json_t *scorecard)
{
    const json_t *overall = view_object(scorecard, "overall");
    const json_t *rubric = view_object(scorecard, "rubric");
    double score = view_number(overall, "score");
    const char *recommendation = view_text(overall, "recommendation");
    struct json_object object = json_open();
    int level = view_level(overall);

    if (!json_is_object(scorecard)) {
        json_decref(object.json);
        return json_null();
    }
    put_level(&object, overall);
    json_put_text(&object, "recommendation",
                  *recommendation ? recommendation : rubric_level_title(level));
    if (isfinite(score))
        view_put_format(&object, "number", "%.2f", score);
    json_put_text(&object, "rubric", view_text(rubric, "title"));
    json_put(&object, "reasons", reasons_array(view_list(overall, "reasons")));
    json_put(&object, "criteria", each(view_list(scorecard, "criteria"), criterion_object));
    json_put_bool(&object, "gates_any", json_array_size(view_list(scorecard, "gates")) > 0);
    json_put(&object, "gates", each(view_list(scorecard, "gates"), gate_object));
    return json_close(&object);
}
