/*
 * SARIF, for editors and code hosting: a rule for each that was hit, a result for each finding.
 * Praise is left out: such tools show what is to be mended. Columns of a finding are bytes, those
 * of SARIF characters, so that they are given where the two are the same; lines are always given.
 *
 * Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
 */

#include "judge/report/documents.h"
#include "judge/report/view.h"

#include "judge/base/memory.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"
#define ROOT_ID "%SRCROOT%"
#define FINGERPRINT "assayFinding/v1"
enum { LARGEST_PLACE = 1 << 30 };

static const char *level_of(const json_t *finding)
{
    static const char *const levels[SEVERITIES] = {
        [SEVERITY_MUST_FIX] = "error",
        [SEVERITY_SHOULD_FIX] = "warning",
        [SEVERITY_CONSIDER] = "note",
        [SEVERITY_PRAISE] = "note",
    };

    return levels[view_severity(finding)];
}

static bool is_praise(const json_t *finding)
{
    return view_severity(finding) == SEVERITY_PRAISE;
}

static const char *rule_of(const json_t *finding)
{
    const char *rule = view_text(finding, "rule");

    return *rule ? rule : "unnamed";
}

static json_t *message(const char *text)
{
    struct json_object object = json_open();

    json_put_text(&object, "text", *text ? text : "(no text)");
    return json_close(&object);
}

/* ---- Rules ------------------------------------------------------------------------------------
 */

static json_t *rule_object(const json_t *finding)
{
    const char *why = view_text(finding, "why"), *remedy = view_text(finding, "remedy");
    const char *principle = view_text(finding, "principle");
    struct json_object object = json_open(), level = json_open(), properties = json_open();
    const char *const tags[] = { *principle ? principle : NULL, NULL };

    json_put_text(&object, "id", rule_of(finding));
    json_put(&object, "shortDescription", message(view_text(finding, "message")));
    if (*why)
        json_put(&object, "fullDescription", message(why));
    if (*remedy)
        json_put(&object, "help", message(remedy));
    json_put_text(&level, "level", level_of(finding));
    json_put(&object, "defaultConfiguration", json_close(&level));
    json_put(&properties, "tags", json_texts(tags));
    json_put(&object, "properties", json_close(&properties));
    return json_close(&object);
}

/* The rules in the order of their first finding; `index` gets the place of each by its id. */
static json_t *rules_array(const json_t *findings, struct json_object *index)
{
    json_t *rules = json_array();

    for (size_t i = 0; i < json_array_size(findings); i++) {
        const json_t *finding = json_array_get(findings, i);
        if (is_praise(finding) || json_object_get(index->json, rule_of(finding)))
            continue;
        json_put_count(index, rule_of(finding), json_array_size(rules));
        json_add(&rules, rule_object(finding));
    }
    return rules;
}

/* ---- Results ----------------------------------------------------------------------------------
 */

/* A path as a relative URI. Source: RFC 3986, sections 3.3 and 4.2. */
static json_t *uri(const char *path)
{
    AUTO_BUFFER struct buffer text = { 0 };
    int code = 0;

    while (*path == '/')
        path++;
    for (; *path && code == 0; path++)
        if (isalnum((unsigned char) *path) || strchr("-._~/", *path))
            code = buffer_append(&text, path, 1);
        else
            code = buffer_printf(&text, "%%%02X", (unsigned char) *path);
    return code < 0 ? NULL : json_text(text.data ? text.data : "");
}

static bool is_ascii(const char *text)
{
    while (*text && (unsigned char) *text < 0x80)
        text++;
    return !*text;
}

/* A line or column; 0: there is none. */
static uint64_t place(const json_t *finding, const char *key)
{
    double number = view_number(finding, key);

    return number >= 1 && number <= LARGEST_PLACE ? (uint64_t) number : 0;
}

static json_t *region(const json_t *finding)
{
    struct json_object object = json_open();
    uint64_t line = place(finding, "line"), end_line = place(finding, "end_line");
    uint64_t column = place(finding, "column"), end_column = place(finding, "end_column");
    const char *code = view_text(finding, "code");
    bool in_order = end_line > line || (end_line == line && end_column >= column);

    json_put_count(&object, "startLine", line);
    if (end_line >= line)
        json_put_count(&object, "endLine", end_line);
    if (column && end_column && in_order && is_ascii(code)) {
        json_put_count(&object, "startColumn", column);
        json_put_count(&object, "endColumn", end_column);
    }
    if (*code)
        json_put(&object, "snippet", message(code));
    return json_close(&object);
}

static json_t *locations(const json_t *finding)
{
    struct json_object file = json_open(), physical = json_open(), location = json_open();
    json_t *array = json_array();

    json_put(&file, "uri", uri(view_text(finding, "file")));
    json_put_text(&file, "uriBaseId", ROOT_ID);
    json_put(&physical, "artifactLocation", json_close(&file));
    if (place(finding, "line"))
        json_put(&physical, "region", region(finding));
    json_put(&location, "physicalLocation", json_close(&physical));
    json_add(&array, json_close(&location));
    return array;
}

static json_t *result_object(const json_t *finding, const json_t *index)
{
    const char *fingerprint = view_text(finding, "fingerprint");
    struct json_object object = json_open(), prints = json_open();

    json_put_text(&object, "ruleId", rule_of(finding));
    json_put(&object, "ruleIndex", json_copy(json_object_get(index, rule_of(finding))));
    json_put_text(&object, "level", level_of(finding));
    json_put(&object, "message", message(view_text(finding, "message")));
    if (*view_text(finding, "file"))
        json_put(&object, "locations", locations(finding));
    if (*fingerprint)
        json_put_text(&prints, FINGERPRINT, fingerprint);
    json_put(&object, "partialFingerprints", json_close(&prints));
    return json_close(&object);
}

static json_t *results_array(const json_t *findings, const json_t *index)
{
    json_t *results = json_array();

    for (size_t i = 0; i < json_array_size(findings); i++)
        if (!is_praise(json_array_get(findings, i)))
            json_add(&results, result_object(json_array_get(findings, i), index));
    return results;
}

static json_t *root_object(void)
{
    struct json_object roots = json_open(), root = json_open();

    json_put(&root, "description", message("The root of the submission"));
    json_put(&roots, ROOT_ID, json_close(&root));
    return json_close(&roots);
}

int report_sarif(FILE *file, const json_t *evidence, const json_t *scorecard)
{
    const json_t *findings = view_list(evidence, "findings");
    struct json_object log = json_open(), run = json_open(), tool = json_open();
    struct json_object driver = json_open(), index = json_open();
    json_t *runs = json_array();

    (void) scorecard; /* it has no place in a file */
    json_put_text(&driver, "name", "Assay");
    json_put(&driver, "rules", rules_array(findings, &index));
    json_put(&tool, "driver", json_close(&driver));
    json_put(&run, "tool", json_close(&tool));
    json_put_text(&run, "columnKind", "unicodeCodePoints");
    json_put(&run, "originalUriBaseIds", root_object());
    json_put(&run, "results", results_array(findings, index.json));
    json_decref(index.json);
    json_add(&runs, json_close(&run));
    json_put_text(&log, "$schema", SCHEMA);
    json_put_text(&log, "version", "2.1.0");
    json_put(&log, "runs", runs);
    return json_print(file, json_close(&log));
}
