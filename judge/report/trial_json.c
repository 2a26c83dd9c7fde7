/*
 * Theory of operation: the shapes of docs/json.md for `assay submit`, `assay test` and
 * `assay verify`. A test that was not run has nothing to say but its name, so it is not in `tests`
 * but in `not_run`: what was not measured is absent, never zero.
 */

#include "judge/report/json.h"
#include "judge/report/scorecard_report.h"

static json_t *noise_object(const struct trial_test *test)
{
    struct json_object object = json_open();

    json_put_number(&object, "slowdown", test->noise.slowdown);
    json_put_number(&object, "crowding", test->noise.crowding);
    json_put_bool(&object, "certain", !test->open);
    return json_close(&object);
}

static json_t *test_object(const struct trial_test *test)
{
    struct json_object object = json_open();

    json_put_text(&object, "name", test->name);
    json_put_text(&object, "group", test->group);
    json_put_text(&object, "verdict", verdict_name(test->verdict));
    json_put_seconds(&object, "cpu_s", test->cpu_s);
    json_put_seconds(&object, "wall_s", test->wall_s);
    json_put_count(&object, "memory_bytes", test->memory_bytes);
    if (test->has_score)
        json_put_number(&object, "score", test->score);
    json_put_bool(&object, "repeated", test->repeated);
    if (test->noise_known)
        json_put(&object, "noise", noise_object(test));
    json_put_text(&object, "message", test->message ? test->message : "");
    if (test->debug)
        json_put_text(&object, "debug", test->debug);
    if (test->call)
        json_put_text(&object, "call", test->call);
    if (test->expected)
        json_put_text(&object, "expected", test->expected);
    if (test->found)
        json_put_text(&object, "found", test->found);
    return json_close(&object);
}

static json_t *tests_array(const struct trial *trial)
{
    json_t *array = json_array();

    for (size_t i = 0; i < trial->test_count; i++)
        if (trial->tests[i].judged)
            json_add(&array, test_object(&trial->tests[i]));
    return array;
}

static json_t *not_run_array(const struct trial *trial)
{
    json_t *array = json_array();

    for (size_t i = 0; i < trial->test_count; i++)
        if (!trial->tests[i].judged)
            json_add(&array, json_text(trial->tests[i].name));
    return array;
}

static json_t *compile_object(const struct trial *trial)
{
    struct json_object object = json_open();

    json_put_bool(&object, "ok", trial->compile_ok);
    json_put_bool(&object, "cached", trial->compile_cached);
    json_put_seconds(&object, "seconds", trial->compile_s);
    json_put_text(&object, "message", trial->compile_message ? trial->compile_message : "");
    return json_close(&object);
}

static struct json_object trial_object(const struct trial *trial)
{
    struct json_object object = json_open();

    json_put_text(&object, "problem", trial->problem);
    json_put_text(&object, "language", trial->language);
    json_put_text(&object, "verdict", verdict_name(trial->verdict));
    json_put_text(&object, "decided_by", trial->decided_by);
    if (trial->has_score)
        json_put_number(&object, "score", trial->score);
    if (trial->fault)
        json_put_text(&object, "fault", trial->fault);
    json_put(&object, "compile", compile_object(trial));
    json_put_seconds(&object, "time_limit_s", trial->time_limit_s);
    json_put_text(&object, "time_limit_source", trial->time_limit_source);
    json_put_count(&object, "memory_limit_bytes", trial->memory_limit_bytes);
    json_put_text(&object, "backend", trial->backend);
    json_put_seconds(&object, "slowest_s", trial->slowest_s);
    json_put_text(&object, "noise_note", trial->noise_note);
    if (trial->unjudged)
        json_put_bool(&object, "unjudged", true);
    json_put(&object, "tests", tests_array(trial));
    json_put(&object, "not_run", not_run_array(trial));
    return object;
}

int report_trial_json(FILE *file, const struct trial *trial)
{
    struct json_object object = trial_object(trial);

    return json_print(file, json_close(&object));
}

json_t *report_trial_value(const struct trial *trial, const struct growth *growth, const char *note)
{
    struct json_object object = trial_object(trial);

    json_put(&object, "growth", growth ? json_growth(growth) : json_null());
    json_put_text(&object, "growth_note", note);
    return json_close(&object);
}

static json_t *expected_array(unsigned expected)
{
    json_t *array = json_array();

    for (unsigned verdict = 0; verdict < VERDICT_COUNT; verdict++)
        if (expected & VERDICT_BIT(verdict))
            json_add(&array, json_text(verdict_name(verdict)));
    return array;
}

static json_t *submission_object(const struct verified_submission *submission)
{
    struct json_object object = json_open();

    json_put_text(&object, "path", submission->path);
    json_put_text(&object, "language", submission->language);
    json_put(&object, "expected", expected_array(submission->expected));
    json_put_text(&object, "verdict",
                  submission->skipped ? NULL : verdict_name(submission->verdict));
    json_put_bool(&object, "ok", submission->ok);
    json_put_bool(&object, "skipped", submission->skipped);
    if (submission->skipped)
        json_put(&object, "slowest_s", json_null());
    else
        json_put_seconds(&object, "slowest_s", submission->slowest_s);
    if (submission->margin > 0)
        json_put_number(&object, "margin", submission->margin);
    else
        json_put(&object, "margin", json_null());
    json_put_text(&object, "message", submission->message ? submission->message : "");
    return json_close(&object);
}

static json_t *verification_object(const struct verification *verification)
{
    struct json_object object = json_open();
    json_t *submissions = json_array();

    for (size_t i = 0; i < verification->submission_count; i++)
        json_add(&submissions, submission_object(&verification->submissions[i]));
    json_put_text(&object, "package", verification->package);
    json_put_bool(&object, "valid", verification->valid);
    json_put(&object, "errors", json_texts(verification->errors));
    if (verification->valid)
        json_put_seconds(&object, "time_limit_s", verification->time_limit_s);
    else
        json_put(&object, "time_limit_s", json_null());
    json_put(&object, "submissions", submissions);
    json_put(&object, "small_inputs", json_integer((json_int_t) verification->small_inputs));
    json_put(&object, "compared", json_integer((json_int_t) verification->compared));
    return json_close(&object);
}

int report_verifications_json(FILE *file, const struct verification *const *verifications,
                              size_t count)
{
    json_t *array = json_array();

    for (size_t i = 0; i < count; i++)
        json_add(&array, verification_object(verifications[i]));
    return json_print(file, array);
}
