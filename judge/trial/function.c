/*
 * Function mode on the judge's side. A submission is looked at before it is compiled: one that
 * starts by itself is judged as any other, and the package's driver stays away; one that is only a
 * function is put beside the driver under the name that the driver expects; of one that is neither,
 * a sentence says what is missing, which no compiler would.
 */

#include "judge/trial/verify.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>

#define SOURCE_LIMIT ((size_t) 16 * 1024 * 1024)
#define SHOWN_BYTES ((size_t) 64 * 1024)
#define SAMPLE_BYTES ((size_t) 64 * 1024)

/* Notes, headers and data beside the sources decide nothing. */
static bool is_code(const char *name)
{
    static const char *const others[] = { "h", "hpp", "hh", "json", "md", "txt" };

    for (size_t i = 0; i < COUNT(others); i++)
        if (strcmp(path_ending(name), others[i]) == 0)
            return false;
    return true;
}

static int look_at_file(const struct judge *judge, const char *language,
                        const struct source_file *file, struct arena *arena,
                        enum signature_style *ret, const char **ret_fault, struct error *error)
{
    AUTO_FREE char *text = NULL;
    size_t size;
    int code = file_read(file->path, SOURCE_LIMIT, &text, &size, error);

    if (code == 0 &&
        signature_look(judge->signature, language, text, size, arena, ret, ret_fault) < 0)
        code = error_set(error, -ENOMEM, "out of memory");
    return code;
}

/* A name that no file of the driver's has. */
static bool is_drivers(const struct judge *judge, const char *language, const char *name)
{
    char path[4096];

    snprintf(path, sizeof(path), "%s/%s/%s", judge->package->include_directory, language, name);
    return file_exists(path);
}

/* Gives the source the name and the first lines that it needs beside the driver. */
static int fit_source(const struct judge *judge, const char *language, bool called,
                      struct source_file *file, struct arena *arena, struct error *error)
{
    const char *own = file->name;
    const char *fixed = called ? signature_source_name(judge->signature, language, arena) : NULL;

    file->prefix =
        signature_prefix(judge->signature, language, language_safe_name(arena, own), arena);
    if (fixed)
        file->name = fixed;
    else if (is_drivers(judge, language, own))
        file->name = arena_printf(arena, "solution_%s", own);
    return file->name && file->prefix ? 0 : error_set(error, -ENOMEM, "out of memory");
}

/* Which source the driver calls: the first that has what is called; -1 none. */
static int find_called(const struct judge *judge, const char *language,
                       const struct sources *sources, struct arena *arena,
                       struct function_look *look, long *ret, struct error *error)
{
    enum signature_style style = SIGNATURE_FUNCTION;
    const char *fault = NULL;
    int code = 0;

    *ret = -1;
    for (size_t i = 0; i < sources->count && code == 0; i++) {
        if (!is_code(sources->files[i].name))
            continue;
        code = look_at_file(judge, language, &sources->files[i], arena, &style, &fault, error);
        if (code == 0 && style == SIGNATURE_WHOLE_PROGRAM) {
            look->driver = false;
            return 0;
        }
        if (code == 0 && style == SIGNATURE_FUNCTION && *ret < 0)
            *ret = (long) i;
    }
    if (code == 0 && *ret < 0)
        look->fault = fault;
    return code;
}

int function_look(const struct judge *judge, const char *language, const struct sources *sources,
                  struct arena *arena, struct function_look *ret, struct error *error)
{
    long called = -1;
    int code;

    *ret = (struct function_look){ .driver = true };
    if (!judge->signature || !judge->package->include_directory)
        return 0;
    code = find_called(judge, language, sources, arena, ret, &called, error);
    for (size_t i = 0; i < sources->count && ret->driver && !ret->fault && code == 0; i++)
        if (is_code(sources->files[i].name))
            code =
                fit_source(judge, language, (long) i == called, &sources->files[i], arena, error);
    return code;
}

const char *function_hint(const struct judge *judge, const char *language, const char *message,
                          struct arena *arena)
{
    static const char *const drivers[] = { "driver.", "Main.", "main.",
                                           "solution::", "signature.h" };
    const char *declaration = signature_declaration(judge->signature, language, arena);
    bool about = false;

    for (size_t i = 0; i < COUNT(drivers); i++)
        about |= message && strstr(message, drivers[i]) != NULL;
    if (!declaration || !about)
        return "";
    return arena_printf(arena,
                        "\nThe driver calls what is declared so; another name, other parameters "
                        "or another result cannot be called:\n%s\n",
                        declaration);
}

/* ---- Verify -------------------------------------------------------------------------------- */

static int verify_file(struct verify *verify, const struct signature_file *file,
                       struct error *error)
{
    struct arena *arena = verify->result->arena;
    const char *path = arena_printf(arena, "%s/%s", verify->package->directory, file->path);
    AUTO_FREE char *text = NULL;
    struct error fault;
    size_t size = 0;
    int code = path ? file_read(path, SOURCE_LIMIT, &text, &size, error) : -ENOMEM;

    if (error_is_hosts(code))
        return code;
    if (code == 0 && size == strlen(file->text) && memcmp(text, file->text, size) == 0)
        return 0;
    error_at(&fault, -EINVAL, path, 0,
             code < 0 ? "is missing" : "is not what interview.yaml and the first sample give");
    error_remedy(&fault, "assay generate %s", verify->package->directory);
    return verify_add_fault(verify, &fault, false);
}

int verify_generated(struct verify *verify, struct error *error)
{
    const struct signature_file *files = NULL;
    size_t count = 0;
    int code = 0;

    if (!verify->judge->signature)
        return 0;
    code = signature_package_files(verify->judge->signature, verify->package, verify->result->arena,
                                   &files, &count, error);
    for (size_t i = 0; i < count && code == 0; i++)
        code = verify_file(verify, &files[i], error);
    return code;
}

/* ---- Results as texts ---------------------------------------------------------------------- */

static const char *shown_text(const struct buffer *text, struct arena *arena)
{
    if (text->size <= SHOWN_BYTES)
        return arena_strdup(arena, text->data ? text->data : "");
    return arena_printf(arena, "%.*s...", (int) SHOWN_BYTES, text->data);
}

/* A result, or NULL in *ret where the data are not of the format. */
static int result_text(const struct judge *judge, const char *input, size_t input_size,
                       const char *data, size_t size, struct arena *arena, const char **ret)
{
    AUTO_BUFFER struct buffer text = { 0 };
    struct error ignored;
    int code =
        signature_result_text(judge->signature, input, input_size, data, size, &text, &ignored);

    if (code == -EINVAL)
        return 0;
    *ret = code < 0 ? NULL : shown_text(&text, arena);
    return *ret ? 0 : -ENOMEM;
}

int function_note(const struct judge *judge, const struct package_test *test, const char *output,
                  size_t output_size, bool unjudged, struct arena *arena, struct trial_test *shown)
{
    AUTO_FREE char *input = NULL, *answer = NULL;
    AUTO_BUFFER struct buffer call = { 0 };
    size_t input_size, answer_size;
    struct error ignored;
    int code = file_read(test->input_path, SAMPLE_BYTES, &input, &input_size, &ignored);

    if (code < 0)
        return code == -ENOMEM ? code : 0;
    code = signature_call_text(judge->signature, input, input_size, &call, &ignored);
    if (code < 0)
        return code == -ENOMEM ? code : 0;
    shown->call = shown_text(&call, arena);
    if (!shown->call)
        return -ENOMEM;
    code = result_text(judge, input, input_size, output, output_size, arena, &shown->found);
    if (code == 0 && !unjudged &&
        file_read(test->answer_path, SAMPLE_BYTES, &answer, &answer_size, &ignored) == 0)
        code = result_text(judge, input, input_size, answer, answer_size, arena, &shown->expected);
    return code;
}
