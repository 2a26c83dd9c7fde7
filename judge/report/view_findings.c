/*
 * Findings by file and line, the worst first where two are at one line; praise apart; and what to
 * talk about with the candidate, which is made of all the rest: what only a person can rate, gates
 * that were not passed, what has to be mended, wrong changes that no test noticed, and facts that
 * could not be had.
 */

#include "judge/report/view.h"

#include "judge/base/memory.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MUST_FIX_TOLD = 8, SURVIVORS_TOLD = 3 };

static const char *const tones[SEVERITIES] = {
    [SEVERITY_MUST_FIX] = "bad",
    [SEVERITY_SHOULD_FIX] = "poor",
    [SEVERITY_CONSIDER] = "open",
    [SEVERITY_PRAISE] = "good",
};

enum severity view_severity(const json_t *finding)
{
    int severity = severity_find(view_text(finding, "severity"));

    return severity < 0 ? SEVERITY_CONSIDER : (enum severity) severity;
}

size_t view_count_findings(const json_t *evidence, enum severity severity)
{
    const json_t *findings = view_list(evidence, "findings");
    size_t count = 0;

    for (size_t i = 0; i < json_array_size(findings); i++)
        count += view_severity(json_array_get(findings, i)) == severity;
    return count;
}

/* ---- In order ---------------------------------------------------------------------------------
 */

struct placed {
    const json_t *finding;
    const char *file;
    double line;
    enum severity severity;
    size_t index;
};

static int compare(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    int files = strcmp(a->file, b->file);

    if (files != 0)
        return files;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->severity != b->severity)
        return a->severity < b->severity ? -1 : 1;
    return a->index < b->index ? -1 : 1;
}

/* All of them in order; 0 or -ENOMEM. Caller frees. */
static int place(const json_t *findings, struct placed **ret, size_t *ret_count)
{
    size_t count = json_array_size(findings);
    struct placed *items = memory_alloc((count + 1) * sizeof(*items));

    if (!items)
        return -ENOMEM;
    for (size_t i = 0; i < count; i++) {
        const json_t *finding = json_array_get(findings, i);
        double line = view_number(finding, "line");
        items[i] = (struct placed){ .finding = finding,
                                    .file = view_text(finding, "file"),
                                    .line = isfinite(line) ? line : 0,
                                    .severity = view_severity(finding),
                                    .index = i };
    }
    qsort(items, count, sizeof(*items), compare);
    *ret = items;
    *ret_count = count;
    return 0;
}

static json_t *finding_object(const struct placed *placed)
{
    const json_t *finding = placed->finding;
    struct json_object object = json_open();

    json_put_text(&object, "rule", view_text(finding, "rule"));
    json_put_text(&object, "severity", severity_names[placed->severity]);
    json_put_text(&object, "tone", tones[placed->severity]);
    json_put_text(&object, "principle", view_text(finding, "principle"));
    json_put_text(&object, "file", placed->file);
    if (placed->line > 0)
        view_put_format(&object, "line", "%.0f", placed->line);
    json_put_text(&object, "code", view_text(finding, "code"));
    json_put_text(&object, "message", view_text(finding, "message"));
    json_put_text(&object, "why", view_text(finding, "why"));
    json_put_text(&object, "remedy", view_text(finding, "remedy"));
    return json_close(&object);
}

/* What is to be mended, a list of findings for each file. */
static json_t *by_file(const struct placed *items, size_t count)
{
    json_t *files = json_array();

    for (size_t i = 0; i < count;) {
        const char *file = items[i].file;
        struct json_object object = json_open();
        json_t *list = json_array();

        for (; i < count && strcmp(items[i].file, file) == 0; i++)
            if (items[i].severity != SEVERITY_PRAISE)
                json_add(&list, finding_object(&items[i]));
        if (json_array_size(list) == 0) {
            json_decref(list);
            json_decref(object.json);
            continue;
        }
        json_put_text(&object, "file", *file ? file : "the repository");
        json_put_count(&object, "count", json_array_size(list));
        json_put(&object, "list", list);
        json_add(&files, json_close(&object));
    }
    return files;
}

static json_t *praise(const struct placed *items, size_t count)
{
    json_t *list = json_array();

    for (size_t i = 0; i < count; i++)
        if (items[i].severity == SEVERITY_PRAISE)
            json_add(&list, finding_object(&items[i]));
    return list;
}

static json_t *counts(const json_t *evidence)
{
    json_t *array = json_array();

    for (int i = 0; i < SEVERITIES; i++) {
        size_t count = view_count_findings(evidence, (enum severity) i);
        struct json_object object = json_open();
        json_put_count(&object, "count", count);
        json_put_text(&object, "severity", severity_names[i]);
        json_put_text(&object, "tone", count ? tones[i] : "open");
        json_add(&array, json_close(&object));
    }
    return array;
}

json_t *view_findings(const json_t *evidence)
{
    const json_t *findings = view_list(evidence, "findings");
    AUTO_FREE struct placed *items = NULL;
    struct json_object object = json_open();
    size_t count = 0;

    if (json_array_size(findings) == 0) {
        json_decref(object.json);
        return json_null();
    }
    if (place(findings, &items, &count) < 0) {
        json_decref(object.json);
        return NULL;
    }
    json_put(&object, "counts", counts(evidence));
    json_put(&object, "files", by_file(items, count));
    json_put_bool(&object, "praise_any", view_count_findings(evidence, SEVERITY_PRAISE) > 0);
    json_put(&object, "praise", praise(items, count));
    return json_close(&object);
}

/* ---- What to talk about -----------------------------------------------------------------------
 */

static void add_topic(json_t **topics, const char *about, const char *text, const char *file,
                      double line)
{
    struct json_object object = json_open();

    if (!*text) {
        json_decref(object.json);
        return;
    }
    json_put_text(&object, "about", about);
    json_put_text(&object, "text", text);
    if (file && *file)
        json_put_text(&object, "file", file);
    if (file && *file && line > 0)
        view_put_format(&object, "line", "%.0f", line);
    json_add(topics, json_close(&object));
}

static void add_criteria(json_t **topics, const json_t *criteria)
{
    for (size_t i = 0; i < json_array_size(criteria); i++) {
        const json_t *criterion = json_array_get(criteria, i);
        json_t *missing = view_missing(criterion);
        const char *title = view_text(criterion, "title");

        if (view_is_for_person(criterion))
            add_topic(topics, title, "is for a person to rate", NULL, 0);
        for (size_t k = 0; k < json_array_size(missing); k++) {
            const json_t *row = json_array_get(missing, k);
            AUTO_FREE char *text = NULL;
            if (asprintf(&text, "not known: %s (%s)", view_text(row, "fact"),
                         view_text(row, "reason")) >= 0)
                add_topic(topics, title, text, NULL, 0);
        }
        json_decref(missing);
    }
}

static void add_gates(json_t **topics, const json_t *gates)
{
    for (size_t i = 0; i < json_array_size(gates); i++)
        if (json_is_false(json_object_get(json_array_get(gates, i), "passed")))
            add_topic(topics, "Gate not passed", view_text(json_array_get(gates, i), "text"), NULL,
                      0);
}

static void add_must_fix(json_t **topics, const json_t *findings)
{
    size_t told = 0;
    char rest[64];

    for (size_t i = 0; i < json_array_size(findings); i++) {
        const json_t *finding = json_array_get(findings, i);
        if (view_severity(finding) == SEVERITY_MUST_FIX && told++ < MUST_FIX_TOLD)
            add_topic(topics, "Must fix", view_text(finding, "message"), view_text(finding, "file"),
                      view_number(finding, "line"));
    }
    if (told <= MUST_FIX_TOLD)
        return;
    snprintf(rest, sizeof(rest), "%zu more, in the review", told - MUST_FIX_TOLD);
    add_topic(topics, "Must fix", rest, NULL, 0);
}

static void add_survivors(json_t **topics, const json_t *survivors)
{
    for (size_t i = 0; i < json_array_size(survivors) && i < SURVIVORS_TOLD; i++) {
        const json_t *survivor = json_array_get(survivors, i);
        add_topic(topics, "No test notices", view_text(survivor, "what"),
                  view_text(survivor, "file"), view_number(survivor, "line"));
    }
}

json_t *view_discussion(const json_t *evidence, const json_t *scorecard)
{
    const json_t *grade = view_detail(evidence, "grade");
    json_t *topics = json_array();

    add_gates(&topics, view_list(scorecard, "gates"));
    add_must_fix(&topics, view_list(evidence, "findings"));
    add_criteria(&topics, view_list(scorecard, "criteria"));
    add_survivors(&topics, view_list(view_object(grade, "tests"), "survivors"));
    return topics;
}
