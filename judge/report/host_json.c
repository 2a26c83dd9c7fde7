/*
 * Theory of operation: the shapes of docs/json.md for what the host can do (`assay doctor`,
 * `assay languages`) and for one run in the sandbox (`assay sandbox`).
 */

#include "judge/report/json.h"

static const char *const check_states[] = {
    [SANDBOX_CHECK_OK] = "ok",
    [SANDBOX_CHECK_DEGRADED] = "degraded",
    [SANDBOX_CHECK_MISSING] = "missing",
};

int report_sandbox_json(FILE *file, const struct sandbox_result *result)
{
    struct json_object object = json_open();
    bool forbidden = result->outcome == SANDBOX_FORBIDDEN_CALL;
    bool failed = result->outcome == SANDBOX_FAILED_TO_START;

    json_put_text(&object, "outcome", sandbox_outcome_name(result->outcome));
    json_put(&object, "exit_status",
             result->exit_status < 0 || failed ? json_null() : json_integer(result->exit_status));
    json_put(&object, "signal", result->signal ? json_integer(result->signal) : json_null());
    json_put_text(&object, "call", forbidden ? result->call : NULL);
    json_put_text(&object, "reason", failed ? result->reason : NULL);
    json_put_seconds(&object, "cpu_s", (double) result->cpu_ns / 1e9);
    json_put_seconds(&object, "wall_s", (double) result->wall_ns / 1e9);
    json_put_count(&object, "memory_bytes", result->memory_bytes);
    json_put_text(&object, "backend", sandbox_backend_name(result->backend));
    json_put_bytes(&object, "stdout", result->output ? result->output : "", result->output_size);
    json_put_bytes(&object, "stderr", result->error ? result->error : "", result->error_size);
    return json_print(file, json_close(&object));
}

static json_t *language_object(const struct report_language *row)
{
    const struct language_toolchain *toolchain = row->toolchain;
    bool missing = toolchain && !toolchain->available;
    struct json_object object = json_open();

    json_put_text(&object, "id", row->language->id);
    json_put_text(&object, "name", row->language->name);
    json_put(&object, "aliases", json_texts(row->language->aliases));
    json_put(&object, "endings", json_texts(row->language->endings));
    json_put(&object, "available", toolchain ? json_boolean(toolchain->available) : json_null());
    json_put_text(&object, "version", toolchain && !missing ? toolchain->version : NULL);
    json_put_text(&object, "path", toolchain && !missing ? toolchain->path : NULL);
    json_put_text(&object, "missing", missing ? toolchain->missing : NULL);
    json_put_text(&object, "remedy", missing ? toolchain->remedy : NULL);
    return json_close(&object);
}

static json_t *languages_array(const struct report_language *languages, size_t count)
{
    json_t *array = json_array();

    for (size_t i = 0; i < count; i++)
        json_add(&array, language_object(&languages[i]));
    return array;
}

int report_languages_json(FILE *file, const struct report_language *languages, size_t count)
{
    return json_print(file, languages_array(languages, count));
}

static json_t *checks_array(const struct report_host *host)
{
    json_t *array = json_array();

    for (size_t i = 0; i < host->check_count; i++) {
        struct json_object object = json_open();

        json_put_text(&object, "name", host->checks[i].name);
        json_put_text(&object, "state", check_states[host->checks[i].state]);
        json_put_text(&object, "detail", host->checks[i].detail);
        json_put_text(&object, "remedy", host->checks[i].remedy[0] ? host->checks[i].remedy : NULL);
        json_add(&array, json_close(&object));
    }
    return array;
}

static json_t *libraries_array(const struct report_host *host)
{
    json_t *array = json_array();

    for (size_t i = 0; i < host->library_count; i++) {
        struct json_object object = json_open();

        json_put_text(&object, "name", host->libraries[i].name);
        json_put_text(&object, "version", host->libraries[i].version);
        json_add(&array, json_close(&object));
    }
    return array;
}

static json_t *backends_array(const struct report_host *host)
{
    json_t *array = json_array();

    for (size_t i = 0; i < host->backend_count; i++) {
        const struct report_backend *backend = &host->backends[i];
        struct json_object object = json_open();

        json_put_text(&object, "backend", backend->name);
        json_put_text(&object, "fault", *backend->fault ? backend->fault : NULL);
        json_add(&array, json_close(&object));
    }
    return array;
}

static json_t *isolation_object(const struct report_host *host)
{
    struct json_object object = json_open();

    json_put_bool(&object, "works", report_host_isolates(host));
    json_put_text(&object, "backend", host->backend);
    json_put_text(&object, "fault", host->isolation_fault);
    json_put_text(&object, "remedy", host->isolation_fault ? host->isolation_remedy : NULL);
    return json_close(&object);
}

int report_host_json(FILE *file, const struct report_host *host)
{
    struct json_object object = json_open();

    json_put(&object, "isolation", isolation_object(host));
    json_put(&object, "checks", checks_array(host));
    json_put(&object, "libraries", libraries_array(host));
    json_put(&object, "languages", languages_array(host->languages, host->language_count));
    json_put(&object, "growth", backends_array(host));
    return json_print(file, json_close(&object));
}
