/* A graded service as JSON. */

#include "judge/report/service_report.h"

#include "judge/base/memory.h"
#include "judge/report/json.h"
#include "judge/report/scorecard_report.h"

#include <errno.h>
#include <math.h>
#include <string.h>

enum { OUTPUT_BYTES = 64 << 10 };

static json_t *load_json(const struct load_figures *load)
{
    struct json_object object = json_open();

    json_put_number(&object, "rate", load->rate);
    json_put_count(&object, "sent", (uint64_t) load->sent);
    json_put_count(&object, "answered", (uint64_t) load->answered);
    json_put_count(&object, "failed", (uint64_t) load->failed);
    json_put_number(&object, "p50", load->p50);
    json_put_number(&object, "p95", load->p95);
    json_put_number(&object, "p99", load->p99);
    json_put_number(&object, "max", load->max);
    return json_close(&object);
}

static json_t *probe_json(const struct probe_result *result)
{
    struct json_object object = json_open();
    const struct probe *probe = result->probe;

    json_put_text(&object, "id", probe->id);
    json_put_text(&object, "title", probe->title);
    json_put_text(&object, "group", probe->group);
    json_put_text(&object, "aspect", probe_aspect_name(probe->aspect));
    json_put_text(&object, "status", probe_status_name(result->status));
    json_put_seconds(&object, "seconds", result->seconds);
    json_put_text(&object, "message", result->message);
    json_put_text(&object, "why", probe->why);
    json_put_text(&object, "reproduce", result->reproduce);
    json_put(&object, "load", result->load.sent > 0 ? load_json(&result->load) : json_null());
    json_put_text(&object, "file", probe->file);
    json_put_count(&object, "line", (uint64_t) result->line);
    return json_close(&object);
}

static json_t *run_json(const char *command, const struct host_run *run)
{
    struct json_object object = json_open();
    size_t skipped = run->output_size > OUTPUT_BYTES ? run->output_size - OUTPUT_BYTES : 0;

    json_put_text(&object, "command", command);
    json_put_bool(&object, "good", run->good);
    json_put_text(&object, "reason", run->reason);
    json_put_seconds(&object, "seconds", run->seconds);
    json_put_text(&object, "output", run->output ? run->output + skipped : "");
    return json_close(&object);
}

/* Lists of [seconds, CPU seconds, bytes]: short, since there are hundreds. */
static json_t *usage_json(const struct usage *usage)
{
    json_t *samples = json_array();

    for (size_t i = 0; i < usage->count; i++) {
        const struct usage_sample *sample = &usage->samples[i];
        json_t *row = json_array();
        json_add(&row, json_real(round(sample->at_s * 1e3) / 1e3));
        json_add(&row, json_real(round((double) sample->cpu_ns / 1e6) / 1e3));
        json_add(&row, json_integer((json_int_t) sample->memory_bytes));
        json_add(&samples, row);
    }
    return samples;
}

static json_t *service_json(const struct grading *grading)
{
    struct json_object object = json_open();

    json_put_text(&object, "source", grading->procfile.source);
    json_put(&object, "build",
             grading->has_build ? run_json(grading->procfile.build, &grading->build) : json_null());
    json_put_bool(&object, "build_network", grading->build_network);
    json_put_text(&object, "web", grading->procfile.web);
    json_put_bool(&object, "ready", grading->ready);
    json_put_text(&object, "reason", grading->not_ready);
    json_put_seconds(&object, "start_s", grading->start_s);
    json_put(&object, "stops", grading->end_known ? json_boolean(grading->stops) : json_null());
    json_put(&object, "logs", grading->end_known ? json_boolean(grading->logs) : json_null());
    json_put_count(&object, "memory_bytes", grading->memory_bytes);
    json_put_seconds(&object, "cpu_s", (double) grading->cpu_ns / 1e9);
    json_put(&object, "usage", usage_json(&grading->usage));
    return json_close(&object);
}

static json_t *survivor_json(const struct survivor *survivor)
{
    struct json_object object = json_open();

    json_put_text(&object, "what", survivor->what);
    json_put_text(&object, "text", survivor->text);
    json_put_text(&object, "file", survivor->file);
    json_put(&object, "line", survivor->file ? json_integer(survivor->line) : json_null());
    json_put_text(&object, "before", survivor->before);
    json_put_text(&object, "after", survivor->after);
    return json_close(&object);
}

static json_t *passed_over_json(const struct passed_over *passed_over)
{
    struct json_object object = json_open();

    json_put_text(&object, "file", passed_over->file);
    json_put_text(&object, "why", passed_over->why);
    return json_close(&object);
}

static json_t *own_tests_json(const struct own_tests *tests)
{
    struct json_object object = json_open();
    json_t *survivors = json_array();
    json_t *passed_over = json_array();
    bool measured = tests->method != TESTS_NOT_MEASURABLE;

    for (size_t i = 0; i < tests->passed_over_count; i++)
        json_add(&passed_over, passed_over_json(&tests->passed_over[i]));
    for (size_t i = 0; i < tests->survivor_count; i++)
        json_add(&survivors, survivor_json(&tests->survivors[i]));
    json_put_text(&object, "command", tests->command);
    json_put(&object, "run", run_json(tests->command, &tests->run));
    json_put_bool(&object, "base_url", tests->by_base_url);
    json_put_text(&object, "format", test_format_name(tests->output.format));
    json_put_count(&object, "passed", tests->output.passed);
    json_put_count(&object, "failed", tests->output.failed);
    json_put_count(&object, "skipped", tests->output.skipped);
    json_put_text(&object, "method", tests_method_name(tests->method));
    json_put_text(&object, "why", tests->why);
    json_put_count(&object, "references", tests->references);
    json_put_count(&object, "references_passed", tests->references_passed);
    json_put_text(&object, "failed_on", tests->failed_on);
    json_put(&object, "killed", measured ? json_integer((json_int_t) tests->killed) : json_null());
    json_put(&object, "total", measured ? json_integer((json_int_t) tests->total) : json_null());
    json_put(&object, "low", measured ? json_real(tests->low) : json_null());
    json_put(&object, "high", measured ? json_real(tests->high) : json_null());
    json_put_count(&object, "left_out", tests->left_out);
    json_put_count(&object, "unseen", tests->unseen);
    json_put(&object, "executed_lines",
             tests->executed_lines ? json_integer((json_int_t) tests->executed_lines)
                                   : json_null());
    json_put_text(&object, "lines_why", tests->lines_why);
    json_put_count(&object, "places", tests->places);
    json_put_count(&object, "never_executed", tests->never_executed);
    json_put(&object, "passed_over", passed_over);
    json_put(&object, "survivors", survivors);
    json_put_seconds(&object, "seconds", tests->seconds);
    return json_close(&object);
}

json_t *report_grading_value(const struct grading *grading)
{
    struct json_object object = json_open();
    json_t *probes = json_array();

    for (size_t i = 0; i < grading->count; i++)
        json_add(&probes, probe_json(&grading->results[i]));
    json_put_text(&object, "problem", grading->package->slug);
    json_put_text(&object, "directory", grading->directory);
    json_put_count(&object, "seed", grading->seed);
    json_put_count(&object, "passed", grading_count(grading, PROBE_PASSED));
    json_put_count(&object, "failed", grading_count(grading, PROBE_FAILED));
    json_put_count(&object, "skipped", grading_count(grading, PROBE_SKIPPED));
    json_put(&object, "service", service_json(grading));
    json_put(&object, "probes", probes);
    json_put(&object, "tests",
             grading->own_tests ? own_tests_json(grading->own_tests) : json_null());
    json_put_seconds(&object, "seconds", grading->seconds);
    return json_close(&object);
}
