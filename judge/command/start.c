/* `assay start`: what a candidate begins with, in the language that they choose. */

#include "judge/base/memory.h"
#include "judge/command/function.h"
#include "judge/command/session.h"

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

static enum command_exit run_with(const struct start_settings *settings,
                                  const struct package *package, const struct language_table *table)
{
    struct signature *signature = NULL;
    enum command_exit status = function_signature(package, &signature);

    if (status == COMMAND_PASSED)
        status = write_starter(package, signature, language_find(table, settings->language)->id,
                               settings->directory);
    signature_free(signature);
    return status;
}

static enum command_exit run(const struct command_input *input)
{
    const struct start_settings *settings = input->settings;
    struct session session = { 0 };
    struct package *package = NULL;
    struct error error = { 0 };
    enum command_exit status;

    if (!settings->language) {
        error_set(&error, -EINVAL, "--language is missing");
        error_remedy(&error, "assay start %s --language python3; assay languages lists them",
                     input->arguments[0]);
        return command_fail(COMMAND_USAGE, &error);
    }
    status = session_languages(&session.languages);
    if (status == COMMAND_PASSED)
        status = session_check_language(&session, settings->language);
    if (status == COMMAND_PASSED)
        status = session_package(input->arguments[0], &package);
    if (status == COMMAND_PASSED)
        status = run_with(settings, package, session.languages);
    package_free(package);
    session_close(&session);
    return status;
}

const struct command command_start = {
    .name = "start",
    .arguments = "PROBLEM",
    .summary = "Write a starter for a problem whose answer is a function or a class",
    .help =
        "PROBLEM is a slug (assay problems) or the path of a package. Prints the files that it\n"
        "wrote; one that is there already is never changed. What was written, filled in, goes to\n"
        "assay test and assay submit.\n",
    .options = options,
    .settings_bytes = sizeof(struct start_settings),
    .least = 1,
    .most = 1,
    .run = run,
};
