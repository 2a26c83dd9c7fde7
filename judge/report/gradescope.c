/*
 * Gradescope's results.json, out of 100 points: with a scorecard a criterion is a test with its
 * share of them (level 1 has none, level 4 all), one that is open counts in neither sum; without
 * one, the share of tests and probes that passed. Secret tests are hidden from students there, as
 * Assay hides what they ask.
 *
 * Source: Gradescope, "Autograder Specifications", "Output format".
 */

#include "judge/report/documents.h"
#include "judge/report/view.h"

#include "judge/base/memory.h"
#include "judge/rubric/rubric.h"

#include <math.h>
#include <string.h>

enum { POINTS = 100 };

struct sum {
    double points, of;
};

static double rounded(double points)
{
    return round(points * 100) / 100;
}

/* ---- Criteria ---------------------------------------------------------------------------------
 */

static json_t *reasons_text(const json_t *criterion)
{
    const json_t *reasons = view_list(criterion, "reasons");
    AUTO_BUFFER struct buffer text = { 0 };
    int code = buffer_puts(&text, view_text(criterion, "anchor"));

    for (size_t i = 0; i < json_array_size(reasons) && code == 0; i++) {
        const json_t *reason = json_array_get(reasons, i),
                     *holds = json_object_get(reason, "holds");
        if (!json_is_null(holds))
            code = buffer_printf(&text, "\n%s %s (%s)", json_is_false(holds) ? "✗" : "✓",
                                 view_text(reason, "text"), view_text(reason, "effect"));
    }
    return code < 0 ? NULL : json_text(text.data);
}

static json_t *criterion_test(const json_t *criterion, struct sum *sum)
{
    struct json_object object = json_open();
    double weight = view_number(criterion, "weight");
    int level = view_level(criterion);
    double most = weight >= 0 && weight <= 1 ? POINTS * weight : 0;
    double points =
        level == LEVEL_OPEN ? NAN : most * (level - LEVEL_LOWEST) / (LEVEL_HIGHEST - LEVEL_LOWEST);

    json_put_text(&object, "name", view_text(criterion, "title"));
    if (isfinite(points)) {
        json_put_number(&object, "score", rounded(points));
        json_put_number(&object, "max_score", rounded(most));
        sum->points += points;
        sum->of += most;
    }
    json_put(&object, "output", reasons_text(criterion));
    json_put_text(&object, "visibility", "after_published");
    return json_close(&object);
}

/* ---- Tests and probes -------------------------------------------------------------------------
 */

static json_t *plain_test(const char *name, bool passed, const char *output, bool hidden)
{
    struct json_object object = json_open();

    json_put_text(&object, "name", name);
    json_put_text(&object, "status", passed ? "passed" : "failed");
    json_put_text(&object, "output", output);
    json_put_text(&object, "visibility", hidden ? "hidden" : "visible");
    return json_close(&object);
}

static void add_tests(json_t **tests, const json_t *list, struct sum *sum)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *test = json_array_get(list, i);
        const char *verdict = view_text(test, "verdict"), *message = view_text(test, "message");
        bool passed = strcmp(verdict, "AC") == 0;

        sum->points += passed;
        sum->of++;
        json_add(tests, plain_test(view_text(test, "name"), passed, *message ? message : verdict,
                                   strcmp(view_text(test, "group"), "sample") != 0));
    }
}

static void add_probes(json_t **tests, const json_t *list, struct sum *sum)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *probe = json_array_get(list, i);
        const char *status = view_text(probe, "status");
        bool passed = strcmp(status, "pass") == 0;

        sum->points += passed;
        sum->of++;
        json_add(tests,
                 plain_test(view_text(probe, "title"), passed, view_text(probe, "message"), false));
    }
}

/* ---- The whole --------------------------------------------------------------------------------
 */

int report_gradescope(FILE *file, const json_t *evidence, const json_t *scorecard)
{
    const json_t *criteria = view_list(scorecard, "criteria");
    const json_t *submit = view_detail(evidence, "submit");
    const json_t *compile = view_object(submit, "compile");
    struct sum plain = { 0 }, rated = { 0 };
    struct json_object object = json_open();
    json_t *tests = json_array();

    for (size_t i = 0; i < json_array_size(criteria); i++)
        json_add(&tests, criterion_test(json_array_get(criteria, i), &rated));
    add_tests(&tests, view_list(submit, "tests"), &plain);
    /* Those after the one that decided were not run: none of them is passed. */
    plain.of += (double) json_array_size(view_list(submit, "not_run"));
    add_probes(&tests, view_list(view_detail(evidence, "grade"), "probes"), &plain);
    const struct sum *sum = rated.of > 0 ? &rated : &plain;
    json_put_number(&object, "score", sum->of > 0 ? rounded(POINTS * sum->points / sum->of) : 0);
    json_put_text(&object, "output",
                  view_true(compile, "ok") || !compile
                      ? view_text(view_object(scorecard, "overall"), "recommendation")
                      : view_text(compile, "message"));
    json_put_text(&object, "output_format", "text");
    json_put_text(&object, "visibility", "visible");
    json_put(&object, "tests", tests);
    return json_print(file, json_close(&object));
}
