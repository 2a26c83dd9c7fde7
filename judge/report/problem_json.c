/*
 * Theory of operation: the shapes of docs/json.md for `assay problems` and `assay show`. A package
 * that cannot be judged is listed with the number of its errors, and with what could be read.
 */

#include "judge/report/json.h"

#include "judge/service/service.h"

static const char *const version_names[] = {
    [PACKAGE_LEGACY] = "legacy",
    [PACKAGE_LEGACY_ICPC] = "legacy-icpc",
    [PACKAGE_2023_07_DRAFT] = "2023-07-draft",
    [PACKAGE_2025_09] = "2025-09",
};

static json_t *types_array(const struct package *package)
{
    const struct {
        bool holds;
        const char *name;
    } types[] = {
        { package->pass_fail, "pass-fail" },         { package->scoring, "scoring" },
        { package->interactive, "interactive" },     { package->multi_pass, "multi-pass" },
        { package->submit_answer, "submit-answer" },
    };
    json_t *array = json_array();

    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
        if (types[i].holds)
            json_add(&array, json_text(types[i].name));
    return array;
}

static json_t *factors_array(const struct package *package)
{
    json_t *array = json_array();

    for (size_t i = 0; i < package->time_factor_count; i++) {
        struct json_object object = json_open();

        json_put_text(&object, "language", package->time_factors[i].language);
        json_put_number(&object, "factor", package->time_factors[i].factor);
        json_add(&array, json_close(&object));
    }
    return array;
}

static void put_package(struct json_object *object, const struct package *package)
{
    const struct package_limits *limits = &package->limits;
    uint64_t samples = 0;

    for (size_t i = 0; i < package->test_count; i++)
        samples += package->tests[i].sample;
    json_put_text(object, "title", package->name);
    json_put_text(object, "format", version_names[package->version]);
    json_put(object, "types", types_array(package));
    if (limits->time_s > 0)
        json_put_seconds(object, "time_limit_s", limits->time_s);
    else
        json_put(object, "time_limit_s", json_null());
    json_put_text(object, "time_limit_source", limits->time_source);
    json_put(object, "time_factors", factors_array(package));
    json_put_count(object, "memory_limit_bytes", limits->memory_bytes);
    json_put_count(object, "output_limit_bytes", limits->output_bytes);
    json_put_count(object, "samples", samples);
    json_put_count(object, "secret_tests", package->test_count - samples);
    json_put(object, "languages",
             package->languages ? json_texts(package->languages) : json_null());
    json_put(object, "keywords", json_texts(package->keywords));
}

int report_problems_json(FILE *file, const struct report_problem *problems, size_t count)
{
    json_t *array = json_array();

    for (size_t i = 0; i < count; i++) {
        const struct package *package = problems[i].package;
        const struct service_package *service = problems[i].service;
        struct json_object object = json_open();

        json_put_text(&object, "problem", package ? package->slug : service ? service->slug : NULL);
        json_put_text(&object, "directory", problems[i].directory);
        json_put_bool(&object, "valid", (package || service) && !problems[i].errors);
        json_put_count(&object, "errors", problems[i].errors);
        if (package)
            put_package(&object, package);
        else if (service)
            json_put_service(&object, service);
        json_add(&array, json_close(&object));
    }
    return json_print(file, array);
}

int report_problem_json(FILE *file, const struct package *package, const char *signature,
                        const char *statement)
{
    struct json_object object = json_open();

    json_put_text(&object, "problem", package->slug);
    json_put_text(&object, "directory", package->directory);
    put_package(&object, package);
    json_put_text(&object, "signature", signature);
    json_put_text(&object, "statement_path", package->statement_path);
    json_put_text(&object, "statement", statement);
    return json_print(file, json_close(&object));
}
