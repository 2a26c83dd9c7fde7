/* `assay score`: evidence in, scorecard out; the same bytes each time. */

#include "judge/command/command.h"
#include "judge/command/scoring.h"
#include "judge/report/scorecard_report.h"

struct score_settings {
    bool json;
    struct scoring_settings scoring;
};

static const struct option_row options[] = {
    OPTION_JSON(struct score_settings),
    SCORING_OPTIONS(struct score_settings, scoring),
    { 0 },
};

static enum command_exit run(const struct command_input *input)
{
    const struct score_settings *settings = input->settings;
    struct report_style style = report_style_of(stdout);
    struct evidence *evidence = NULL;
    json_t *scorecard = NULL;
    enum command_exit status = command_evidence_read(input->arguments[0], &evidence);

    if (status == COMMAND_PASSED)
        status = command_score(&settings->scoring, evidence, &scorecard);
    if (status == COMMAND_PASSED && settings->json)
        status = command_printed(evidence_print(stdout, scorecard), status);
    else if (status == COMMAND_PASSED)
        report_scorecard_text(stdout, &style, scorecard);
    json_decref(scorecard);
    evidence_free(evidence);
    return status;
}

const struct command command_score_evidence = {
    .name = "score",
    .arguments = "EVIDENCE",
    .summary = "Score evidence by a rubric",
    .help =
        "EVIDENCE is what assay submit and assay grade write with --evidence FILE, or - for\n"
        "standard input. Without --rubric, the rubric is algorithm or takehome, as the evidence\n"
        "is. The same evidence and rubric give the same scorecard, byte for byte.\n\n"
        "Exit status 0 whatever the recommendation.\n",
    .options = options,
    .settings_bytes = sizeof(struct score_settings),
    .least = 1,
    .most = 1,
    .run = run,
};
