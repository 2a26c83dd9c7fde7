/* What `assay grade` found, as a page shows it: the service, its probes by group, its own tests. */

#include "judge/report/view.h"

#include <math.h>
#include <string.h>

enum { SURVIVORS_SHOWN = 20 };

json_t *view_service(const json_t *grade)
{
    const json_t *service = view_object(grade, "service"), *build = view_object(service, "build");
    struct json_object object = json_open();

    if (!service) {
        json_decref(object.json);
        return json_null();
    }
    json_put_text(&object, "source", view_text(service, "source"));
    json_put_text(&object, "web", view_text(service, "web"));
    json_put_bool(&object, "ready", view_true(service, "ready"));
    json_put_text(&object, "reason", view_text(service, "reason"));
    view_put_duration(&object, "start", view_number(service, "start_s"));
    view_put_bytes(&object, "memory", view_number(service, "memory_bytes"));
    view_put_duration(&object, "cpu", view_number(service, "cpu_s"));
    view_put_duration(&object, "build_time", view_number(build, "seconds"));
    json_put_text(&object, "build_command", view_text(build, "command"));
    if (json_is_false(json_object_get(build, "good"))) {
        json_put_text(&object, "build_failed", view_text(build, "reason"));
        json_put_text(&object, "build_output", view_text(build, "output"));
    }
    return json_close(&object);
}

static json_t *probe_object(const json_t *probe)
{
    struct json_object object = json_open();
    const char *status = view_text(probe, "status");
    bool passed = strcmp(status, "pass") == 0, skipped = strcmp(status, "skipped") == 0;

    json_put_text(&object, "id", view_text(probe, "id"));
    json_put_text(&object, "title", view_text(probe, "title"));
    json_put_text(&object, "status", passed ? "passed" : skipped ? "skipped" : "failed");
    json_put_text(&object, "tone", passed ? "good" : skipped ? "open" : "bad");
    view_put_duration(&object, "time", view_number(probe, "seconds"));
    json_put_bool(&object, "says", !passed);
    if (!passed) {
        json_put_text(&object, "message", view_text(probe, "message"));
        json_put_text(&object, "why", view_text(probe, "why"));
        json_put_text(&object, "reproduce", view_text(probe, "reproduce"));
    }
    return json_close(&object);
}

/* Those from `from` on that are of one group; *ret: the first behind them. */
static json_t *group_object(const json_t *probes, size_t from, size_t *ret)
{
    const char *group = view_text(json_array_get(probes, from), "group");
    struct json_object object = json_open();
    json_t *list = json_array();
    size_t at = from, passed = 0;

    for (; at < json_array_size(probes); at++) {
        const json_t *probe = json_array_get(probes, at);
        if (strcmp(view_text(probe, "group"), group) != 0)
            break;
        passed += strcmp(view_text(probe, "status"), "pass") == 0;
        json_add(&list, probe_object(probe));
    }
    json_put_text(&object, "group", group);
    view_put_format(&object, "sum", "%zu of %zu", passed, at - from);
    json_put_text(&object, "tone", passed == at - from ? "good" : "bad");
    json_put(&object, "list", list);
    *ret = at;
    return json_close(&object);
}

json_t *view_probes(const json_t *grade)
{
    const json_t *probes = view_list(grade, "probes");
    struct json_object object = json_open();
    json_t *groups = json_array();
    double passed = view_number(grade, "passed");

    for (size_t at = 0; at < json_array_size(probes);)
        json_add(&groups, group_object(probes, at, &at));
    if (json_array_size(probes) == 0) {
        json_decref(groups);
        json_decref(object.json);
        return json_null();
    }
    if (isfinite(passed))
        view_put_format(&object, "passed", "%.0f", passed);
    json_put_count(&object, "total", json_array_size(probes));
    json_put(&object, "groups", groups);
    return json_close(&object);
}

static json_t *survivor_object(const json_t *survivor)
{
    struct json_object object = json_open();

    json_put_text(&object, "what", view_text(survivor, "what"));
    json_put_text(&object, "text", view_text(survivor, "text"));
    json_put_text(&object, "file", view_text(survivor, "file"));
    if (view_number(survivor, "line") > 0)
        view_put_format(&object, "line", "%.0f", view_number(survivor, "line"));
    json_put_text(&object, "before", view_text(survivor, "before"));
    json_put_text(&object, "after", view_text(survivor, "after"));
    return json_close(&object);
}

static void put_kill_rate(struct json_object *object, const json_t *tests)
{
    double killed = view_number(tests, "killed"), total = view_number(tests, "total");

    if (!(total > 0 && killed >= 0))
        return;
    view_put_format(object, "rate", "%.0f %%", 100 * killed / total);
    view_put_format(object, "killed", "%.0f of %.0f", killed, total);
    if (isfinite(view_number(tests, "low")))
        view_put_format(object, "range", "%.0f to %.0f %%", 100 * view_number(tests, "low"),
                        100 * view_number(tests, "high"));
    json_put_text(object, "of",
                  strcmp(view_text(tests, "method"), "http") == 0 ? "wrong services"
                                                                  : "wrong changes of its sources");
}

json_t *view_own_tests(const json_t *grade)
{
    const json_t *tests = view_object(grade, "tests"), *run = view_object(tests, "run");
    const json_t *survivors = view_list(tests, "survivors");
    struct json_object object = json_open();
    json_t *list = json_array();

    if (!tests) {
        json_decref(list);
        json_decref(object.json);
        return json_null();
    }
    for (size_t i = 0; i < json_array_size(survivors) && i < SURVIVORS_SHOWN; i++)
        json_add(&list, survivor_object(json_array_get(survivors, i)));
    json_put_text(&object, "command", view_text(tests, "command"));
    json_put_bool(&object, "good", view_true(run, "good"));
    json_put_text(&object, "reason", view_text(run, "reason"));
    if (!view_true(run, "good"))
        json_put_text(&object, "output", view_text(run, "output"));
    view_put_format(&object, "sum", "%.0f passed, %.0f failed, %.0f skipped",
                    fmax(0, view_number(tests, "passed")), fmax(0, view_number(tests, "failed")),
                    fmax(0, view_number(tests, "skipped")));
    put_kill_rate(&object, tests);
    json_put_text(&object, "why", view_text(tests, "why"));
    json_put(&object, "survivors", list);
    return json_close(&object);
}
