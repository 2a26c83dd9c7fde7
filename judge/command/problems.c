/* `assay problems`: the library, one line a package, broken ones too. */

#include "judge/base/memory.h"
#include "judge/command/command.h"

#include <errno.h>

/* Reads one package; what cannot be read stays NULL and has at least one error. */
static void read_problem(const char *directory, struct report_problem *problem,
                         struct package **ret)
{
    struct package_faults faults = { 0 };
    struct error error = { 0 };
    int code = package_read(directory, ret, &faults, &error);

    problem->directory = directory;
    problem->package = *ret;
    problem->errors = package_fault_errors(&faults);
    if (code < 0 && !problem->errors)
        problem->errors = 1;
    package_faults_clear(&faults);
}

static enum command_exit run(const struct command_input *input)
{
    const struct json_settings *settings = input->settings;
    AUTO_ARENA struct arena *arena = arena_new();
    struct report_style style = report_style_of(stdout);
    const char *const *directories = NULL;
    struct report_problem *problems;
    struct package **packages;
    struct error error = { 0 };
    size_t count = 0;
    int code = 0;

    if (arena && problem_list(arena, &directories, &count, &error) < 0)
        return command_fail(command_status(&error), &error);
    problems = arena ? arena_array(arena, count + 1, sizeof(*problems)) : NULL;
    packages = arena ? arena_array(arena, count + 1, sizeof(struct package *)) : NULL;
    if (!problems || !packages)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    for (size_t i = 0; i < count; i++)
        read_problem(directories[i], &problems[i], &packages[i]);
    if (settings->json)
        code = report_problems_json(stdout, problems, count);
    else
        report_problems_text(stdout, &style, problems, count);
    for (size_t i = 0; i < count; i++)
        package_free(packages[i]);
    return command_printed(code, COMMAND_PASSED);
}

const struct command command_problems = {
    .name = "problems",
    .arguments = "",
    .summary = "List the problems of the library",
    .help =
        "The library is problems/ of the checkout or the installation, or the directories that\n"
        "ASSAY_PROBLEMS names, separated by colons.\n",
    .options = options_json,
    .settings_bytes = sizeof(struct json_settings),
    .run = run,
};
