/* `assay problems`: the library, one line a package, broken ones too. */

#include "judge/base/memory.h"
#include "judge/command/command.h"
#include "judge/service/service.h"

#include <errno.h>

/* What was read, to be freed when the list is printed. */
struct loaded {
    struct package *package;
    struct service_package *service;
};

static void read_service(struct report_problem *problem, struct loaded *loaded)
{
    struct error error = { 0 };

    if (service_package_read(problem->directory, &loaded->service, &error) < 0)
        problem->errors = 1;
    problem->service = loaded->service;
}

/* Reads one package; what cannot be read stays NULL and has at least one error. */
static void read_problem(struct report_problem *problem, struct loaded *loaded)
{
    struct package_faults faults = { 0 };
    struct error error = { 0 };

    if (service_package_is(problem->directory)) {
        read_service(problem, loaded);
        return;
    }
    int code = package_read(problem->directory, &loaded->package, &faults, &error);
    problem->package = loaded->package;
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
    struct loaded *loaded;
    struct error error = { 0 };
    size_t count = 0;
    int code = 0;

    if (arena && problem_list(arena, &directories, &count, &error) < 0)
        return command_fail(command_status(&error), &error);
    problems = arena ? arena_array(arena, count + 1, sizeof(*problems)) : NULL;
    loaded = arena ? arena_array(arena, count + 1, sizeof(*loaded)) : NULL;
    if (!problems || !loaded)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    for (size_t i = 0; i < count; i++) {
        problems[i].directory = directories[i];
        read_problem(&problems[i], &loaded[i]);
    }
    if (settings->json)
        code = report_problems_json(stdout, problems, count);
    else
        report_problems_text(stdout, &style, problems, count);
    for (size_t i = 0; i < count; i++) {
        package_free(loaded[i].package);
        service_package_free(loaded[i].service);
    }
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
