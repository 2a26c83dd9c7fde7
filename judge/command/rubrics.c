/*
 * The files behind judge/rubric, which itself touches none. A rubric that another one extends is
 * looked for beside that one first, so that a folder of somebody's rubrics stands by itself.
 */

#include "judge/command/rubrics.h"

#include "judge/base/file.h"
#include "judge/problem/problem.h"

#include <limits.h>
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
    error_remedy(error, "those that are there: %s", text);
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
    size_t count, found = 0;
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

static int read_all(FILE *file, char **ret_text, size_t *ret_size, struct error *error)
{
    AUTO_BUFFER struct buffer text = { 0 };
    char part[65536];
    size_t size;

    while ((size = fread(part, 1, sizeof(part), file)) > 0) {
        if (text.size + size > EVIDENCE_BYTES)
            return error_set(error, -EFBIG, "over 64 MiB");
        if (buffer_append(&text, part, size) < 0)
            return error_set(error, -ENOMEM, "out of memory");
    }
    *ret_size = text.size;
    *ret_text = text.data ? steal(&text.data) : strdup("");
    return *ret_text ? 0 : error_set(error, -ENOMEM, "out of memory");
}

enum command_exit command_evidence_read(const char *path, struct evidence **ret)
{
    AUTO_FREE char *text = NULL;
    struct error error = { 0 };
    bool piped = !strcmp(path, "-");
    size_t size = 0;
    int status = piped ? read_all(stdin, &text, &size, &error)
                       : file_read(path, EVIDENCE_BYTES, &text, &size, &error);

    if (status == 0)
        status = evidence_read(piped ? "stdin" : path, text, size, ret, &error);
    return status < 0 ? command_fail(command_status(&error), &error) : COMMAND_PASSED;
}

enum command_exit command_document_write(const char *path, const json_t *json)
{
    struct error error = { 0 };
    char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);
    int code = file ? evidence_print(file, json) : -ENOMEM;

    if (file && fclose(file) != 0)
        code = -ENOMEM;
    if (code == 0)
        code = file_write_atomic(path, text, size, 0644, &error);
    else
        error_set(&error, code, "%s could not be written", path);
    free(text);
    return code < 0 ? command_fail(COMMAND_BAD_INPUT, &error) : COMMAND_PASSED;
}

/* ---- Scoring -------------------------------------------------------------------------------- */

/* A level as a number, or in words: "hire". */
static int level_of(const char *text)
{
    if (text[0] >= '1' && text[0] <= '4' && !text[1])
        return text[0] - '0';
    for (int level = LEVEL_LOWEST; level <= LEVEL_HIGHEST; level++)
        if (!strcmp(text, rubric_level_title(level)))
            return level;
    return LEVEL_OPEN;
}

static int read_ratings(struct arena *arena, const struct option_list *list, struct rating *ratings,
                        struct error *error)
{
    for (size_t i = 0; i < list->count; i++) {
        const char *sign = strchr(list->items[i], '=');

        ratings[i].level = sign ? level_of(sign + 1) : LEVEL_OPEN;
        if (ratings[i].level == LEVEL_OPEN) {
            error_set(error, -EINVAL, "--rating: '%.80s' is no rating", list->items[i]);
            error_remedy(error, "as in --rating communication=3; levels go from 1 to 4");
            return -EINVAL;
        }
        ratings[i].criterion =
            arena_strndup(arena, list->items[i], (size_t) (sign - list->items[i]));
        if (!ratings[i].criterion)
            return error_set(error, -ENOMEM, "out of memory");
    }
    return 0;
}

enum command_exit command_score(const struct evidence *evidence, const char *name,
                                const struct option_list *ratings, json_t **ret)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct rating *given = arena ? arena_array(arena, ratings->count + 1, sizeof(*given)) : NULL;
    struct rubric *rubric = NULL;
    struct error error = { 0 };

    if (!given)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    if (read_ratings(arena, ratings, given, &error) < 0)
        return command_fail(COMMAND_USAGE, &error);
    enum command_exit status = command_rubric_read(name, evidence->kind, &rubric);
    if (status != COMMAND_PASSED)
        return status;
    int code = rubric_score(rubric, evidence, given, ratings->count, ret, &error);
    rubric_free(rubric);
    return code < 0 ? command_fail(command_status(&error), &error) : COMMAND_PASSED;
}

static enum command_exit write_evidence(const char *path, const struct evidence *evidence)
{
    json_t *json = evidence_json(evidence);
    enum command_exit status =
        json ? command_document_write(path, json) : command_printed(-ENOMEM, COMMAND_BROKEN);

    json_decref(json);
    return status;
}

enum command_exit command_scoring(const struct scoring_settings *settings,
                                  const struct evidence *evidence, json_t **ret)
{
    struct error error = { 0 };
    enum command_exit status = COMMAND_PASSED;

    if (evidence_finish(evidence, &error) < 0)
        return command_fail(COMMAND_BROKEN, &error);
    if (settings->evidence)
        status = write_evidence(settings->evidence, evidence);
    if (status != COMMAND_PASSED || settings->no_scorecard)
        return status;
    status = command_score(evidence, settings->rubric, &settings->ratings, ret);
    return settings->rubric || settings->ratings.count ? status : COMMAND_PASSED;
}
