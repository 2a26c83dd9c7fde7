/*
 * `assay generate`: what of a package is generated: starters and drivers from the signature in its
 * interview.yaml; with --tests also, as files, the tests that it makes when they are needed, for
 * judges that do not make any.
 */

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/command/function.h"
#include "judge/command/session.h"

#include <errno.h>

#define TEST_LIMIT ((size_t) PACKAGE_FILE_LIMIT)

struct generate_settings {
    bool tests;
};

static const struct option_row options[] = {
    { .name = "tests",
      .type = OPTION_FLAG,
      .offset = offsetof(struct generate_settings, tests),
      .help = "write the tests of generators/made.yaml to data/secret instead" },
    { 0 },
};

static int copy_file(struct arena *arena, const char *from, const char *to_directory,
                     const char *name, struct error *error)
{
    const char *path = name ? arena_printf(arena, "%s/%s", from, name) : NULL;
    const char *to = path ? arena_printf(arena, "%s/%s", to_directory, name) : NULL;
    AUTO_FREE char *data = NULL;
    size_t size = 0;
    int code = to ? file_read(path, TEST_LIMIT, &data, &size, error)
                  : error_set(error, -ENOMEM, "out of memory");

    if (code == 0)
        code = file_write_atomic(to, data, size, 0644, error);
    if (code == 0)
        printf("%s\n", to);
    return code;
}

static int copy_tests(const struct package *package, const char *made, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *secret = arena ? arena_printf(arena, "%s/data/secret", package->directory) : NULL;
    int code = secret ? file_make_directories(secret, 0777, error)
                      : error_set(error, -ENOMEM, "out of memory");

    for (size_t i = 0; i < package->test_count && code == 0; i++) {
        const struct package_make *make = package->tests[i].make;

        if (!make)
            continue;
        code = copy_file(arena, made, secret, arena_printf(arena, "%s.in", make->name), error);
        if (code == 0)
            code = copy_file(arena, made, secret, arena_printf(arena, "%s.ans", make->name), error);
    }
    return code;
}

static int make_tests(const struct session *session, const struct package *package,
                      struct error *error)
{
    struct report_progress progress;
    struct trial_options trial_options = { .progress = report_progress_step,
                                           .progress_context = &progress };
    struct judge *judge = NULL;
    int code = judge_new(session->compiler, session->sandbox, package, &judge, error);

    report_progress_begin(&progress, stderr, package->slug);
    if (code == 0)
        code = judge_make_tests(judge, &trial_options, error);
    report_progress_end(&progress);
    if (code == 0 && judge_test_directory(judge))
        code = copy_tests(package, judge_test_directory(judge), error);
    judge_free(judge);
    return code;
}

static enum command_exit write_tests(const struct session *session, const char *name)
{
    AUTO_PACKAGE struct package *package = NULL;
    struct error error = { 0 };
    enum command_exit status = session_package(name, &package);

    if (status != COMMAND_PASSED)
        return status;
    if (!package->made) {
        error_at(&error, -EINVAL, package->directory, 0,
                 "there is no generators/made.yaml: its tests are files already");
        return command_fail(COMMAND_BAD_INPUT, &error);
    }
    if (make_tests(session, package, &error) < 0)
        return command_fail(command_status(&error), &error);
    return COMMAND_PASSED;
}

static enum command_exit run(const struct command_input *input)
{
    const struct generate_settings *settings = input->settings;
    AUTO_SESSION struct session session = { 0 };
    enum command_exit worst = settings->tests ? session_open(&session) : COMMAND_PASSED;

    for (int i = 0; i < input->count && !(settings->tests && !session.compiler); i++) {
        enum command_exit status = settings->tests ? write_tests(&session, input->arguments[i])
                                                   : function_generate(input->arguments[i]);

        worst = status > worst ? status : worst;
    }
    return worst;
}

const struct command command_generate = {
    .name = "generate",
    .arguments = "PACKAGE...",
    .summary = "Write the starters and drivers that a package's signature gives",
    .help =
        "PACKAGE is a slug (assay problems) or the path of a package whose interview.yaml has a\n"
        "function or a class. Writes include/LANGUAGE and attachments/templates/LANGUAGE, and\n"
        "prints each file that it changed. With --tests, writes the tests that Assay makes when\n"
        "it needs them, so that the package works in other judges.\n",
    .options = options,
    .settings_bytes = sizeof(struct generate_settings),
    .least = 1,
    .most = -1,
    .run = run,
};
