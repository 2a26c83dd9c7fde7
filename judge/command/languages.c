/* `assay languages`: the table of languages, and what this host has of it. */

#include "judge/base/memory.h"
#include "judge/command/command.h"
#include "judge/command/session.h"

#include <errno.h>

static enum command_exit run(const struct command_input *input)
{
    const struct json_settings *settings = input->settings;
    AUTO_SESSION struct session session = { 0 };
    AUTO_FREE struct report_language *rows = NULL;
    struct report_style style = report_style_of(stdout);
    enum command_exit status = session_open(&session);
    size_t count;

    if (status != COMMAND_PASSED)
        return status;
    count = language_count(session.languages);
    rows = calloc(count + 1, sizeof(*rows));
    if (!rows)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    for (size_t i = 0; i < count; i++) {
        rows[i].language = language_at(session.languages, i);
        rows[i].toolchain = compiler_toolchain(session.compiler, rows[i].language);
    }
    if (settings->json)
        return command_printed(report_languages_json(stdout, rows, count), COMMAND_PASSED);
    report_languages_text(stdout, &style, rows, count);
    return COMMAND_PASSED;
}

const struct command command_languages = {
    .name = "languages",
    .arguments = "",
    .summary = "List the languages, and which of them this machine has",
    .help = "Languages are rows of a YAML table. Rows of your own go into\n"
            "$XDG_CONFIG_HOME/assay/languages.yaml, or the file that ASSAY_LANGUAGES names.\n",
    .options = options_json,
    .settings_bytes = sizeof(struct json_settings),
    .isolates = true,
    .run = run,
};
