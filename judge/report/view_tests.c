/* The tests of `assay submit` as a table, with a bar for the share of the time limit. */

#include "judge/report/view.h"

#include <math.h>
#include <string.h>

enum { BAR_WIDTH = 100 };

static json_t *test_object(const json_t *test, double limit_s)
{
    struct json_object object = json_open();
    const char *verdict = view_text(test, "verdict");
    double cpu_s = view_number(test, "cpu_s");
    double share = limit_s > 0 && cpu_s > 0 ? fmin(1, cpu_s / limit_s) : 0;
    bool accepted = strcmp(verdict, "AC") == 0;

    json_put_text(&object, "name", view_text(test, "name"));
    json_put_text(&object, "verdict", verdict);
    json_put_text(&object, "tone", accepted ? "good" : "bad");
    view_put_duration(&object, "cpu", cpu_s);
    view_put_bytes(&object, "memory", view_number(test, "memory_bytes"));
    view_put_format(&object, "bar", "%.1f", BAR_WIDTH * share);
    json_put_bool(&object, "failed", !accepted);
    json_put_text(&object, "message", view_text(test, "message"));
    json_put_text(&object, "call", view_text(test, "call"));
    json_put_text(&object, "debug", view_text(test, "debug"));
    if (!accepted) {
        json_put_text(&object, "expected", view_text(test, "expected"));
        json_put_text(&object, "found", view_text(test, "found"));
    }
    json_put_bool(&object, "says",
                  *view_text(test, "message") || *view_text(test, "debug") || !accepted);
    return json_close(&object);
}

json_t *view_tests(const json_t *submit)
{
    const json_t *tests = view_list(submit, "tests"), *compile = view_object(submit, "compile");
    struct json_object object = json_open();
    json_t *list = json_array();
    size_t passed = 0, count = json_array_size(tests);

    if (!submit) {
        json_decref(list);
        json_decref(object.json);
        return json_null();
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *test = json_array_get(tests, i);
        passed += strcmp(view_text(test, "verdict"), "AC") == 0;
        json_add(&list, test_object(test, view_number(submit, "time_limit_s")));
    }
    json_put_text(&object, "verdict", view_text(submit, "verdict"));
    json_put_text(&object, "decided_by", view_text(submit, "decided_by"));
    json_put_count(&object, "passed", passed);
    json_put_count(&object, "run", count);
    json_put_count(&object, "not_run", json_array_size(view_list(submit, "not_run")));
    view_put_duration(&object, "time_limit", view_number(submit, "time_limit_s"));
    view_put_bytes(&object, "memory_limit", view_number(submit, "memory_limit_bytes"));
    json_put_text(&object, "fault", view_text(submit, "fault"));
    json_put_text(&object, "noise", view_text(submit, "noise_note"));
    if (json_is_false(json_object_get(compile, "ok")))
        json_put_text(&object, "compile", view_text(compile, "message"));
    json_put(&object, "list", list);
    return json_close(&object);
}
