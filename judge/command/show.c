/*
 * `assay show`: the statement of a problem, under its limits and languages. Markdown and TeX are
 * text that a person can read as it is; of a PDF or HTML statement the path is shown. A service
 * problem's comes with its probes and with the page that all take-homes share, which is built into
 * the program.
 */

#include "judge/base/embed.h"
#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/command/command.h"
#include "judge/command/service.h"
#include "judge/command/session.h"
#include "judge/command/skeleton.h"
#include "judge/command/starter.h"
#include "judge/report/service_report.h"
#include "judge/signature/signature.h"

#include <string.h>

EMBED(skeleton_take_home, "docs/take-home.md");

enum { STATEMENT_BYTES = 1 << 20 };

static bool is_text(const char *path)
{
    static const char *const endings[] = { "md", "tex", "txt" };

    for (size_t i = 0; i < COUNT(endings); i++)
        if (!strcmp(path_ending(path), endings[i]))
            return true;
    return false;
}

static int read_texts(const struct package *package, struct signature **ret_signature,
                      char **ret_statement, struct error *error)
{
    size_t size;
    int status = signature_read(package->directory, ret_signature, error);

    if (status == 0 && package->statement_path && is_text(package->statement_path))
        status = file_read(package->statement_path, STATEMENT_BYTES, ret_statement, &size, error);
    return status;
}

static enum command_exit print_service(const struct service_package *package, bool json)
{
    struct report_style style = report_style_of(stdout);
    AUTO_FREE char *statement = NULL;
    struct error error = { 0 };
    size_t size;

    if (package->statement_path &&
        file_read(package->statement_path, STATEMENT_BYTES, &statement, &size, &error) < 0)
        return command_fail(command_status(&error), &error);
    struct report_service service = { .package = package,
                                      .statement = statement,
                                      .contract = skeleton_take_home,
                                      .languages = starter_languages };
    if (json)
        return command_printed(report_service_json(stdout, &service), COMMAND_PASSED);
    report_service_text(stdout, &style, &service);
    return COMMAND_PASSED;
}

static enum command_exit show_service(const char *name, bool json)
{
    struct service_package *package = NULL;
    enum command_exit status = command_service(name, &package);

    if (status == COMMAND_PASSED)
        status = print_service(package, json);
    service_package_free(package);
    return status;
}

static enum command_exit show_program(const char *name, bool json)
{
    struct report_style style = report_style_of(stdout);
    AUTO_FREE char *statement = NULL;
    struct package *package = NULL;
    AUTO_BUFFER struct buffer calls = { 0 };
    struct signature *signature = NULL;
    struct error error = { 0 };
    enum command_exit status = session_package(name, &package);

    if (status != COMMAND_PASSED)
        return status;
    if (read_texts(package, &signature, &statement, &error) < 0)
        status = command_fail(command_status(&error), &error);
    else if (signature && signature_describe(signature, &calls) < 0)
        status = command_printed(-ENOMEM, COMMAND_BROKEN);
    else if (json)
        status = command_printed(report_problem_json(stdout, package, calls.data, statement),
                                 COMMAND_PASSED);
    else
        report_problem_text(stdout, &style, package, calls.data, statement);
    signature_free(signature);
    package_free(package);
    return status;
}

static enum command_exit run(const struct command_input *input)
{
    const struct json_settings *settings = input->settings;
    const char *name = input->arguments[0];

    return command_service_is(name) ? show_service(name, settings->json)
                                    : show_program(name, settings->json);
}

const struct command command_show = {
    .name = "show",
    .arguments = "PROBLEM",
    .summary = "Show a problem: statement, limits, tests, languages",
    .help =
        "PROBLEM is a slug (assay problems) or the path of a package. Of a service problem, what\n"
        "is probed and what all take-homes have in common is shown, too.\n",
    .options = options_json,
    .settings_bytes = sizeof(struct json_settings),
    .least = 1,
    .most = 1,
    .run = run,
};
