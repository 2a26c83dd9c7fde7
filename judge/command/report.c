/*
 * `assay report`: the documents of one submission, evidence and scorecard, as files for people and
 * other programs. It runs nothing and looks at nothing else, so that a report can be made anew, in
 * another form, long after the submission was judged.
 */

#include "judge/base/memory.h"
#include "judge/command/forms.h"
#include "judge/command/rubrics.h"

#include <errno.h>

struct report_settings {
    const char *scorecard;
    struct form_settings forms;
};

static const struct option_row options[] = {
    { .name = "scorecard",
      .type = OPTION_TEXT,
      .value = "FILE",
      .offset = offsetof(struct report_settings, scorecard),
      .help = "the scorecard of the same submission (assay score)" },
    FORM_OPTIONS(struct report_settings, forms),
    { 0 },
};

static void free_json(json_t **json)
{
    json_decref(*json);
}

/* At least one report is asked for; more than one on stdout would be none. */
static enum command_exit check_targets(const struct form_settings *settings)
{
    struct error error = { 0 };
    size_t on_stdout, wanted = forms_wanted(settings, &on_stdout);

    if (wanted > 0 && on_stdout <= 1)
        return COMMAND_PASSED;
    error_set(&error, -EINVAL,
              wanted ? "only one report can go to stdout" : "no report is asked for");
    error_remedy(&error, "give --html, --markdown, --sarif, --junit or --gradescope, each a FILE");
    return command_fail(COMMAND_USAGE, &error);
}

static enum command_exit run(const struct command_input *input)
{
    const struct report_settings *settings = input->settings;
    CLEANUP(free_json) json_t *evidence = NULL;
    CLEANUP(free_json) json_t *scorecard = NULL;
    struct evidence *read = NULL;
    enum command_exit status = check_targets(&settings->forms);

    if (status == COMMAND_PASSED)
        status = command_evidence_read(input->arguments[0], &read);
    if (status != COMMAND_PASSED)
        return status;
    evidence = evidence_json(read);
    evidence_free(read);
    if (!evidence)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    if (settings->scorecard)
        status = command_scorecard_read(settings->scorecard, &scorecard);
    return status == COMMAND_PASSED ? forms_write(&settings->forms, evidence, scorecard) : status;
}

const struct command command_report = {
    .name = "report",
    .arguments = "EVIDENCE.json",
    .summary = "Write what is known of a submission as HTML, Markdown, SARIF, ...",
    .help = "EVIDENCE.json is what a submission's tests, probes and review found out "
            "(docs/reports.md), as `submit` and `grade` write it with --evidence; - is stdin.\n"
            "FILE may be -: stdout. The same documents give the same reports; nothing is run.\n",
    .options = options,
    .settings_bytes = sizeof(struct report_settings),
    .least = 1,
    .most = 1,
    .run = run,
};
