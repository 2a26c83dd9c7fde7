/*
 * The files behind judge/rubric, which itself touches none. A rubric that another one extends is
 * looked for beside that one first, so that a folder of somebody's rubrics stands by itself.
 */

#include "judge/command/rubrics.h"

#include "judge/base/file.h"
#include "judge/command/document.h"
#include "judge/problem/problem.h"
#include "judge/report/scorecard_report.h"

#include <errno.h>
#include <string.h>

#define ENDING ".yaml"

/* ---- Finding -------------------------------------------------------------------------------- */

static int rubric_directories(struct arena *arena, const char *const **ret, size_t *ret_count,
                              struct error *error)
{
    return data_directories(arena, "ASSAY_RUBRICS", "rubrics", ret, ret_count, error);
}

static bool is_path(const char *name)
{
    size_t length = strlen(name), ending = strlen(ENDING);

    return strchr(name, '/') || (length > ending && !strcmp(name + length - ending, ENDING));
}

/* The directory that a file is in, with its slash; "" for the working directory. */
static const char *directory_of(struct arena *arena, const char *file)
{
    const char *slash = strrchr(file, '/');

    return slash ? arena_strndup(arena, file, (size_t) (slash - file) + 1) : "";
}

static int not_found(struct arena *arena, const char *name, struct error *error)
{
    const char *const *names = NULL;
    char text[160] = "";
    struct error ignored = { 0 };

    error_set(error, -ENOENT, "there is no rubric '%.100s'", name);
    if (command_rubric_names(arena, &names, &ignored) < 0 || !names)
        return -ENOENT;
    for (size_t i = 0; names[i]; i++) {
        size_t used = strlen(text);
        snprintf(text + used, sizeof(text) - used, "%s%s", i ? ", " : "", names[i]);
    }
    if (*text)
        error_remedy(error, "those that are there: %s", text);
    else
        error_remedy(error, "ASSAY_RUBRICS names the directory that has them");
    return -ENOENT;
}

/* `from`: the file that names it; NULL: the command line does. */
static int find_rubric(struct arena *arena, const char *name, const char *from, const char **ret,
                       struct error *error)
{
    const char *const *directories;
    const char *beside = from ? directory_of(arena, from) : "";
    size_t count;

    if (is_path(name)) {
        *ret = arena_printf(arena, "%s%s", *name == '/' ? "" : beside, name);
        return *ret ? 0 : error_set(error, -ENOMEM, "out of memory");
    }
    int status = rubric_directories(arena, &directories, &count, error);
    for (size_t i = from ? 0 : 1; i <= count && status == 0; i++) {
        *ret = i == 0 ? arena_printf(arena, "%s%s" ENDING, beside, name)
                      : arena_printf(arena, "%s/%s" ENDING, directories[i - 1], name);
        if (!*ret)
            return error_set(error, -ENOMEM, "out of memory");
        if (file_exists(*ret))
            return 0;
    }
    return status < 0 ? status : not_found(arena, name, error);
}

static int add_names(struct arena *arena, const char *directory, const char **names, size_t *count,
                     size_t most, struct error *error)
{
    const char *const *files;
    size_t file_count;

    if (!file_is_directory(directory))
        return 0;
    int status = file_list(arena, directory, &files, &file_count, error);
    for (size_t i = 0; i < file_count && status == 0 && *count < most; i++) {
        size_t length = strlen(files[i]), ending = strlen(ENDING);

        if (length <= ending || strcmp(files[i] + length - ending, ENDING) != 0)
            continue;
        names[*count] = arena_strndup(arena, files[i], length - ending);
        if (!names[(*count)++])
            return error_set(error, -ENOMEM, "out of memory");
    }
    return status;
}

int command_rubric_names(struct arena *arena, const char *const **ret, struct error *error)
{
    enum { MOST = 500 };
    const char *const *directories;
    const char **names = arena_array(arena, MOST + 1, sizeof(*names));
    size_t count = 0, found = 0;
    int status = names ? rubric_directories(arena, &directories, &count, error)
                       : error_set(error, -ENOMEM, "out of memory");

    for (size_t i = 0; status == 0 && i < count; i++)
        status = add_names(arena, directories[i], names, &found, MOST, error);
    if (status == 0)
        *ret = names;
    return status;
}

/* ---- Reading -------------------------------------------------------------------------------- */

static int load(void *context, const char *name, const char *from, char **ret_text,
                size_t *ret_size, char **ret_path, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *path = NULL;

    (void) context;
    if (!arena)
        return error_set(error, -ENOMEM, "out of memory");
    int status = find_rubric(arena, name, from, &path, error);
    if (status == 0)
        status = file_read(path, RUBRIC_BYTES, ret_text, ret_size, error);
    if (status < 0 || !path)
        return status;
    *ret_path = strdup(path);
    return *ret_path ? 0 : error_set(error, -ENOMEM, "out of memory");
}

enum command_exit command_rubric_read(const char *name, enum evidence_kind kind,
                                      struct rubric **ret)
{
    const struct rubric_source source = { .load = load };
    AUTO_FREE char *text = NULL;
    AUTO_FREE char *path = NULL;
    struct error error = { 0 };
    size_t size = 0;

    if (!name)
        name = kind == EVIDENCE_ALGORITHM ? "algorithm" : "takehome";
    int status = load(NULL, name, NULL, &text, &size, &path, &error);
    if (status == 0)
        status = rubric_read(path, text, size, &source, ret, &error);
    return status < 0 ? command_fail(command_status(&error), &error) : COMMAND_PASSED;
}

static enum command_exit read_evidence(const char *name, const char *text, size_t size,
                                       struct evidence **ret)
{
    struct error error = { 0 };
    int status = evidence_read(name, text, size, ret, &error);

    return status < 0 ? command_fail(command_status(&error), &error) : COMMAND_PASSED;
}

static enum command_exit read_text(const char *path, char **ret_text, size_t *ret_size)
{
    struct error error = { 0 };
    int status = document_read(path, EVIDENCE_BYTES, ret_text, ret_size, &error);

    return status < 0 ? command_fail(command_status(&error), &error) : COMMAND_PASSED;
}

enum command_exit command_evidence_read(const char *path, struct evidence **ret)
{
    AUTO_FREE char *text = NULL;
    size_t size = 0;
    enum command_exit status = read_text(path, &text, &size);

    return status == COMMAND_PASSED ? read_evidence(document_name(path), text, size, ret) : status;
}

/* *ret stays NULL where it is JSON, but no scorecard, and `other` allows that. */
static enum command_exit read_scorecard(const char *name, const char *text, size_t size, bool other,
                                        json_t **ret)
{
    struct error error = { 0 };
    json_error_t fault;
    json_t *json = json_loadb(text, size, JSON_REJECT_DUPLICATES, &fault);
    const char *format = json_string_value(json_object_get(json, "format"));

    if (other && (!format || strcmp(format, "assay-scorecard") != 0)) {
        json_decref(json);
        return COMMAND_PASSED;
    }
    if (!json)
        error_at(&error, json_error_code(&fault) == json_error_out_of_memory ? -ENOMEM : -EINVAL,
                 name, fault.line > 0 ? fault.line : 0, "not JSON: %.200s", fault.text);
    if (json && report_scorecard_check(name, json, &error) == 0) {
        *ret = json;
        return COMMAND_PASSED;
    }
    json_decref(json);
    return command_fail(command_status(&error), &error);
}

enum command_exit command_scorecard_read(const char *path, json_t **ret)
{
    AUTO_FREE char *text = NULL;
    size_t size = 0;
    enum command_exit status = read_text(path, &text, &size);

    return status == COMMAND_PASSED ? read_scorecard(document_name(path), text, size, false, ret)
                                    : status;
}

enum command_exit command_either_read(const char *path, struct evidence **ret_evidence,
                                      json_t **ret_scorecard)
{
    AUTO_FREE char *text = NULL;
    size_t size = 0;
    enum command_exit status = read_text(path, &text, &size);

    if (status == COMMAND_PASSED)
        status = read_scorecard(document_name(path), text, size, true, ret_scorecard);
    if (status != COMMAND_PASSED || *ret_scorecard)
        return status;
    return read_evidence(document_name(path), text, size, ret_evidence);
}
