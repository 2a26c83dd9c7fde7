#ifndef ASSAY_COMMAND_OUTCOME_H
#define ASSAY_COMMAND_OUTCOME_H

/* What becomes of the evidence of `assay submit` and `assay grade`: a file, a scorecard, reports.
 * What the command line says of it is checked before anything is judged. */

#include "judge/command/forms.h"
#include "judge/command/scoring.h"

struct outcome_settings {
    const char *evidence;
    bool no_scorecard;
    struct scoring_settings scoring;
    struct form_settings forms;
};

/* `outcome` of the settings of a command. */
#define OUTCOME_OPTIONS(settings)                                                                  \
    { .name = "evidence",                                                                          \
      .type = OPTION_TEXT,                                                                         \
      .value = "FILE",                                                                             \
      .offset = offsetof(settings, outcome.evidence),                                              \
      .help = "write all that was found out to FILE (docs/rubrics.md)" },                          \
        FORM_OPTIONS(settings, outcome.forms),                                                     \
        { .name = "no-scorecard",                                                                  \
          .type = OPTION_FLAG,                                                                     \
          .offset = offsetof(settings, outcome.no_scorecard),                                      \
          .help = "do not score by a rubric" },                                                    \
        SCORING_OPTIONS(settings, outcome.scoring)

struct outcome {
    const struct outcome_settings *settings;
    struct scorer scorer;
};

/* `unscored`: the option that leaves so much out that there is nothing to score; NULL: none.
 * Prints what is wrong: a rubric or rating, a form on stdout. *ret is the caller's:
 * outcome_close(), on failure too. */
enum command_exit outcome_open(const struct outcome_settings *settings, enum evidence_kind kind,
                               const char *unscored, struct outcome *ret);
void outcome_close(struct outcome *outcome);
/* Whether anybody reads the evidence's details. */
bool outcome_has_readers(const struct outcome *outcome);
/* Writes the evidence where it is asked for, scores it, and writes the reports. Prints what could
 * not be done, and does the rest. *ret is the caller's, NULL without a scorecard. */
enum command_exit outcome_write(const struct outcome *outcome, const struct evidence *evidence,
                                json_t **ret);

#endif
