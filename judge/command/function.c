/* Reading a signature for a command, and writing what was generated. */

#include "judge/command/function.h"

#include "judge/base/file.h"
#include "judge/command/session.h"

#include <errno.h>
#include <string.h>

#define FILE_LIMIT ((size_t) 4 * 1024 * 1024)

enum command_exit function_signature(const struct package *package, struct signature **ret)
{
    struct error error = { 0 };
    int code = signature_read(package->directory, ret, &error);

    if (code < 0)
        return command_fail(command_status(&error), &error);
    if (*ret)
        return COMMAND_PASSED;
    error_set(&error, -EINVAL, "%s: the problem has no function signature", package->slug);
    error_remedy(&error, "write a program that reads standard input; assay show %s", package->slug);
    return command_fail(COMMAND_BAD_INPUT, &error);
}

/* Whether the file is there; with that text, or another one. */
static bool is_there(const char *path, const char *text, bool *ret_same)
{
    AUTO_FREE char *data = NULL;
    struct error ignored;
    size_t size;

    *ret_same = false;
    if (!file_exists(path))
        return false;
    if (file_read(path, FILE_LIMIT, &data, &size, &ignored) == 0)
        *ret_same = size == strlen(text) && memcmp(data, text, size) == 0;
    return true;
}

static int write_file(const char *path, const char *text, struct error *error)
{
    AUTO_FREE char *parent = strdup(path);

    if (!parent)
        return error_set(error, -ENOMEM, "out of memory");
    *strrchr(parent, '/') = '\0';
    int code = file_make_directories(parent, 0777, error);
    return code < 0 ? code : file_write_atomic(path, text, strlen(text), 0644, error);
}

enum command_exit function_write(const char *directory, const struct signature_file *files,
                                 size_t count, bool replace)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct error error = { 0 };
    bool same;

    for (size_t i = 0; i < count; i++) {
        const char *path = arena ? arena_printf(arena, "%s/%s", directory, files[i].path) : NULL;

        if (!path)
            return command_printed(-ENOMEM, COMMAND_BROKEN);
        if (!replace && is_there(path, files[i].text, &same) && !same) {
            error_at(&error, -EEXIST, path, 0, "is there already, and stays as it is");
            error_remedy(&error, "remove it, or name another directory: --dir");
            return command_fail(COMMAND_BAD_INPUT, &error);
        }
    }
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(arena, "%s/%s", directory, files[i].path);

        if (!path)
            return command_printed(-ENOMEM, COMMAND_BROKEN);
        if (is_there(path, files[i].text, &same) && same)
            continue;
        if (write_file(path, files[i].text, &error) < 0)
            return command_fail(command_status(&error), &error);
        printf("%s\n", path);
    }
    return COMMAND_PASSED;
}

static enum command_exit generate(const struct package *package)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const struct signature_file *files = NULL;
    struct signature *signature = NULL;
    struct error error = { 0 };
    size_t count = 0;
    enum command_exit status = function_signature(package, &signature);

    if (status == COMMAND_PASSED && !arena)
        status = command_printed(-ENOMEM, COMMAND_BROKEN);
    if (status == COMMAND_PASSED &&
        signature_package_files(signature, package, arena, &files, &count, &error) < 0)
        status = command_fail(command_status(&error), &error);
    if (status == COMMAND_PASSED)
        status = function_write(package->directory, files, count, true);
    signature_free(signature);
    return status;
}

enum command_exit function_generate(const char *name)
{
    struct package *package = NULL;
    enum command_exit status = session_package(name, &package);

    if (status == COMMAND_PASSED)
        status = generate(package);
    package_free(package);
    return status;
}
