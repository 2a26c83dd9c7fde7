/* `assay start`: what a candidate begins with, in the language that they choose. */

#include "judge/base/memory.h"
#include "judge/command/function.h"
#include "judge/command/service.h"
#include "judge/command/session.h"
#include "judge/command/starter.h"

#include <errno.h>

struct start_settings {
    const char *language, *directory;
};

static const struct option_row options[] = {
    { .name = "language",
      .letter = 'l',
      .type = OPTION_TEXT,
      .value = "LANGUAGE",
      .offset = offsetof(struct start_settings, language),
      .help = "of the starter (assay languages); has to be given" },
    { .name = "dir",
      .letter = 'd',
      .type = OPTION_TEXT,
      .value = "DIRECTORY",
      .fallback = ".",
      .offset = offsetof(struct start_settings, directory),
      .help = "where to write it" },
    { 0 },
};

static enum command_exit write_starter(const struct package *package,
                                       const struct signature *signature, const char *language,
                                       const char *directory)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const struct signature_file *files = NULL;
    struct signature_example example;
    struct error error = { 0 };
    size_t count = 0;
    int code = arena ? signature_example_of(signature, package, arena, &example, &error) : -ENOMEM;

    if (code == 0)
        code = signature_starter(signature, language, &example, arena, &files, &count, &error);
    if (code == -ENOMEM)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    if (code < 0)
        return command_fail(COMMAND_BAD_INPUT, &error);
    return function_write(directory, files, count, false);
}

static enum command_exit start_function(const char *problem, const char *language,
                                        const char *directory)
{
    AUTO_PACKAGE struct package *package = NULL;
    struct signature *signature = NULL;
    enum command_exit status = session_package(problem, &package);

    if (status == COMMAND_PASSED)
        status = function_signature(package, &signature);
    if (status == COMMAND_PASSED)
        status = write_starter(package, signature, language, directory);
    signature_free(signature);
    return status;
}

static enum command_exit start_service(const char *problem, const char *language,
                                       const char *directory)
{
    struct service_package *package = NULL;
    enum command_exit status = command_service(problem, &package);

    if (status == COMMAND_PASSED)
        status = starter_write(package, language, directory);
    service_package_free(package);
    return status;
}

static enum command_exit run(const struct command_input *input)
{
    const struct start_settings *settings = input->settings;
    const char *problem = input->arguments[0];
    AUTO_SESSION struct session session = { 0 };
    struct error error = { 0 };
    enum command_exit status;

    if (!settings->language) {
        error_set(&error, -EINVAL, "--language is missing");
        error_remedy(&error, "assay start %s --language python3; assay languages lists them",
                     problem);
        return command_fail(COMMAND_USAGE, &error);
    }
    status = session_languages(&session.languages);
    if (status == COMMAND_PASSED)
        status = session_check_language(&session, settings->language);
    if (status != COMMAND_PASSED)
        return status;
    const char *language = language_find(session.languages, settings->language)->id;
    return command_service_is(problem) ? start_service(problem, language, settings->directory)
                                       : start_function(problem, language, settings->directory);
}

const struct command command_start = {
    .name = "start",
    .arguments = "PROBLEM",
    .summary = "Write a starter: of a function or a class, or of a take-home's repository",
    .help =
        "PROBLEM is a slug (assay problems) or the path of a package. Prints the files that it\n"
        "wrote; one that is there already is never changed. What was written, filled in, goes to\n"
        "assay test and assay submit; of a service problem it is a repository that starts as it\n"
        "stands, in go, java, javascript, python3 or typescript, and goes to assay grade.\n"
        "\n"
        "Compilers and libraries are those that assay languages names: what came with a later\n"
        "version of a language is not there (minOrNull in Kotlin 1.3, slices in Go 1.19).\n",
    .options = options,
    .settings_bytes = sizeof(struct start_settings),
    .least = 1,
    .most = 1,
    .run = run,
};
