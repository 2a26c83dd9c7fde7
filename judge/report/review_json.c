/*
 * Theory of operation: the shapes of docs/json.md for `assay review`: the measures, the findings,
 * and the rules that there are.
 */

#include "judge/report/json.h"
#include "judge/report/review_report.h"

json_t *json_finding(const struct finding *finding)
{
    struct json_object object = json_open();

    json_put_text(&object, "rule", finding->rule);
    json_put_text(&object, "severity", severity_names[finding->severity]);
    json_put_text(&object, "principle", finding->principle);
    json_put_text(&object, "file", finding->file);
    json_put_count(&object, "line", (uint64_t) finding->line);
    json_put_count(&object, "column", (uint64_t) finding->column);
    json_put_count(&object, "end_line", (uint64_t) finding->end_line);
    json_put_count(&object, "end_column", (uint64_t) finding->end_column);
    json_put_text(&object, "code", finding->code);
    json_put_text(&object, "message", finding->message);
    json_put_text(&object, "why", finding->why);
    json_put_text(&object, "remedy", finding->remedy);
    json_put_text(&object, "fingerprint", finding->fingerprint);
    return json_close(&object);
}

json_t *json_findings(const struct review *review)
{
    json_t *array = json_array();

    for (size_t i = 0; i < review->count; i++)
        json_add(&array, json_finding(&review->findings[i]));
    return array;
}

static void put_extreme(struct json_object *object, const char *key,
                        const struct review_extreme *extreme)
{
    struct json_object inner = json_open();

    json_put_count(&inner, "value", extreme->value);
    json_put_text(&inner, "where", extreme->where);
    json_put(object, key, json_close(&inner));
}

json_t *json_measures(const struct review_measures *measures)
{
    struct json_object object = json_open();

    json_put_count(&object, "files", measures->files);
    json_put_count(&object, "lines", measures->lines);
    json_put_count(&object, "test_files", measures->test_files);
    json_put_count(&object, "test_lines", measures->test_lines);
    json_put_count(&object, "functions", measures->functions);
    put_extreme(&object, "longest", &measures->longest);
    put_extreme(&object, "nesting", &measures->nesting);
    put_extreme(&object, "cyclomatic", &measures->cyclomatic);
    put_extreme(&object, "cognitive", &measures->cognitive);
    put_extreme(&object, "parameters", &measures->parameters);
    json_put_count(&object, "duplicated_lines", measures->duplicated_lines);
    json_put_count(&object, "names", measures->names);
    json_put_count(&object, "meaningless_names", measures->meaningless_names);
    json_put_count(&object, "commented_out", measures->commented_out);
    json_put_count(&object, "debug_output", measures->debug_output);
    json_put_count(&object, "magic_numbers", measures->magic_numbers);
    return json_close(&object);
}

static json_t *largest_commit(const struct history *history)
{
    const struct history_commit *largest = history_largest(history);
    struct json_object object = json_open();

    if (!largest) {
        json_decref(json_close(&object));
        return json_null();
    }
    json_put_text(&object, "id", largest->id);
    json_put_text(&object, "subject", largest->subject);
    json_put_count(&object, "lines", largest->lines);
    return json_close(&object);
}

json_t *json_history(const struct history *history)
{
    struct json_object object = json_open();

    if (!history) {
        json_decref(json_close(&object));
        return json_null();
    }
    json_put_bool(&object, "read", !history->absent);
    json_put_text(&object, "reason", history->absent ? history->absent : history->why);
    json_put_bool(&object, "complete", !history->absent && !history->why && !history->shallow);
    if (!history->absent) {
        json_put_text(&object, "head", history->head);
        json_put_count(&object, "commits", history->commit_count);
        json_put(&object, "largest_commit", largest_commit(history));
        json_put_count(&object, "poor_messages", history_poor_messages(history));
        json_put_count(&object, "unwanted_files", history_unwanted_files(history));
    }
    return json_close(&object);
}

static json_t *json_base(const struct report_reviewed *reviewed)
{
    struct json_object object = json_open();

    if (!reviewed->base || !reviewed->history) {
        json_decref(json_close(&object));
        return json_null();
    }
    json_put_text(&object, "revision", reviewed->base);
    json_put_text(&object, "commit", reviewed->history->base);
    json_put_count(&object, "changed_files", reviewed->history->touched_count);
    return json_close(&object);
}

static json_t *json_generated(const struct review *review)
{
    json_t *names = json_array();

    for (size_t i = 0; i < review->generated_count; i++)
        json_add(&names, json_string(review->generated[i]));
    return names;
}

static void put_review(struct json_object *object, const struct report_reviewed *reviewed)
{
    const struct review *review = reviewed->review;
    struct json_object counts = json_open();

    for (int i = 0; i < SEVERITIES; i++)
        json_put_count(&counts, severity_keys[i], review->counts[i]);
    json_put(object, "counts", json_close(&counts));
    json_put(object, "measures", json_measures(&review->measures));
    json_put(object, "history", json_history(reviewed->history));
    json_put(object, "findings", json_findings(review));
    json_put(object, "generated_files", json_generated(review));
    json_put_count(object, "omitted_files", review->omitted);
    json_put_bool(object, "cut", review->cut);
}

json_t *json_review(const struct report_reviewed *reviewed)
{
    struct json_object object = json_open();

    put_review(&object, reviewed);
    return json_close(&object);
}

int report_review_json(FILE *file, const struct report_reviewed *reviewed)
{
    struct json_object object = json_open();

    json_put_text(&object, "directory", reviewed->directory);
    json_put(&object, "base", json_base(reviewed));
    put_review(&object, reviewed);
    return json_print(file, json_close(&object));
}

int report_rules_json(FILE *file, const struct report_rule *rules, size_t count)
{
    json_t *array = json_array();

    for (size_t i = 0; i < count; i++) {
        struct json_object object = json_open();
        json_put_text(&object, "id", rules[i].id);
        json_put_text(&object, "title", rules[i].title);
        json_put_text(&object, "severity", severity_names[rules[i].severity]);
        json_put_text(&object, "principle", rules[i].principle);
        json_put_text(&object, "why", rules[i].why);
        json_put_text(&object, "remedy", rules[i].remedy);
        json_add(&array, json_close(&object));
    }
    return json_print(file, array);
}
