/*
 * Theory of operation: opening goes from what is cheap and most often wrong (a typing mistake in a
 * user's language table) to what takes milliseconds (finding a cgroup). Every failure is printed
 * here, once, and becomes the exit status.
 */

#include "judge/command/session.h"

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/command/near.h"
#include "judge/service/service.h"

#include <errno.h>
#include <string.h>

static void print_fault(void *context, const struct error *error)
{
    (void) context;
    command_fail(COMMAND_BAD_INPUT, error);
}

enum command_exit session_languages(struct language_table **ret)
{
    struct error error = { 0 };

    if (language_table_load(ret, print_fault, NULL, &error) < 0)
        return command_fail(command_status(&error), &error);
    return COMMAND_PASSED;
}

/* One line, whole: a remedy of the sandbox is often a command, and must not be cut. */
enum command_exit session_sandbox_fault(const struct sandbox_error *error)
{
    struct error code = { .code = error->code };
    bool remedy = error->remedy[0] != '\0';

    fprintf(stderr, "assay: %s%s%s%s\n", error->message, remedy ? " (" : "", error->remedy,
            remedy ? ")" : "");
    error_own(&code);
    return command_status(&code);
}

enum command_exit session_sandbox(const char *backend, struct sandbox **ret)
{
    struct sandbox_options options = { .backend = backend };
    struct sandbox_error error = { 0 };

    int code = sandbox_open(&options, ret, &error);
    enum command_exit status = code < 0 ? session_sandbox_fault(&error) : COMMAND_PASSED;

    /* -EINVAL: a backend that was asked for by name, and is not to be had. */
    return code == -EINVAL ? COMMAND_USAGE : status;
}

enum command_exit session_open(struct session *session)
{
    struct error error = { 0 };
    enum command_exit status;

    status = session_languages(&session->languages);
    if (status == COMMAND_PASSED)
        status = session_sandbox(NULL, &session->sandbox);
    if (status != COMMAND_PASSED)
        return status;
    if (compiler_new(session->languages, session->sandbox, &session->compiler, &error) < 0)
        return command_fail(command_status(&error), &error);
    if (compiler_cache_fault(session->compiler))
        fprintf(stderr, "assay: compiled programs are not kept: %s\n",
                compiler_cache_fault(session->compiler));
    return COMMAND_PASSED;
}

void session_close(struct session *session)
{
    compiler_free(session->compiler);
    sandbox_close(session->sandbox);
    language_table_free(session->languages);
    *session = (struct session){ 0 };
}

enum command_exit session_check_language(const struct session *session, const char *id)
{
    enum { LANGUAGES_MAX = 256 };
    const char *ids[LANGUAGES_MAX + 1] = { 0 };
    struct error error = { 0 };

    if (!id || language_find(session->languages, id))
        return COMMAND_PASSED;
    for (size_t i = 0; i < language_count(session->languages) && i < LANGUAGES_MAX; i++)
        ids[i] = language_at(session->languages, i)->id;
    error_set(&error, -EINVAL, "--language: unknown language '%s'", id);
    error_remedy(&error, "assay languages lists them");
    near_remedy(ids, id, "", &error);
    return command_fail(COMMAND_USAGE, &error);
}

/* Warnings are left to `assay verify`: a candidate can do nothing about them. */
static void print_faults(const struct package_faults *faults)
{
    for (size_t i = 0; i < faults->count; i++)
        if (!faults->faults[i].warning)
            command_fail(COMMAND_BAD_INPUT, &faults->faults[i].error);
}

/* Prints why a take-home is not for a command that judges programs. */
static enum command_exit refuse_service(const char *name, const char *directory)
{
    struct error error = { 0 };

    error_at(&error, -EINVAL, directory, 0, "this is a take-home service, not a program to judge");
    error_remedy(&error, "assay grade DIRECTORY --problem %s", name);
    return command_fail(COMMAND_BAD_INPUT, &error);
}

enum command_exit session_package(const char *name, struct package **ret)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct package_faults faults = { 0 };
    struct package *package = NULL;
    struct error error = { 0 };
    const char *directory;
    int code;

    if (!arena)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    if (problem_find(arena, name, &directory, &error) < 0)
        return command_fail(command_status(&error), &error);
    if (service_package_is(directory))
        return refuse_service(name, directory);
    code = package_read(directory, &package, &faults, &error);
    print_faults(&faults);
    if (code < 0 && !package_fault_errors(&faults))
        command_fail(COMMAND_BAD_INPUT, &error);
    if (code < 0 || package_fault_errors(&faults)) {
        package_faults_clear(&faults);
        package_free(package);
        return code < 0 ? command_status(&error) : COMMAND_BAD_INPUT;
    }
    package_faults_clear(&faults);
    *ret = package;
    return COMMAND_PASSED;
}

enum command_exit session_check_files(const struct command_input *input)
{
    struct error error = { 0 };

    for (int i = 1; i < input->count; i++)
        if (!file_exists(input->arguments[i]) && !file_is_directory(input->arguments[i])) {
            error_at(&error, -ENOENT, input->arguments[i], 0, "no such file");
            return command_fail(COMMAND_BAD_INPUT, &error);
        }
    return COMMAND_PASSED;
}

void session_free_judge(struct judge **judge)
{
    judge_free(*judge);
}

void session_free_package(struct package **package)
{
    package_free(*package);
}

enum command_exit session_begin(const struct command_input *input, const char *language,
                                struct session *session, struct package **ret)
{
    enum command_exit status = session_check_files(input);

    if (status == COMMAND_PASSED)
        status = session_package(input->arguments[0], ret);
    if (status == COMMAND_PASSED)
        status = session_open(session);
    return status == COMMAND_PASSED ? session_check_language(session, language) : status;
}
