#ifndef ASSAY_RUBRICS_H
#define ASSAY_RUBRICS_H

/* Finding and reading rubrics and evidence for the commands that score. */

#include "judge/command/command.h"
#include "judge/rubric/rubric.h"

/* Reads the rubric that the user calls `name`: a path, or a name below $ASSAY_RUBRICS (separated by
 * colons), else rubrics/ of the checkout or installation. NULL: the one for evidence of `kind`.
 * Prints what is wrong. *ret is the caller's: rubric_free(). */
enum command_exit command_rubric_read(const char *name, enum evidence_kind kind,
                                      struct rubric **ret);
/* Names of the rubrics that are found so, sorted, NULL-terminated; in `arena`. */
int command_rubric_names(struct arena *arena, const char *const **ret, struct error *error);
/* What `assay rubric` does: "check", …; NULL-terminated. */
extern const char *const command_rubric_actions[];
/* Reads evidence from a file, "-" being stdin. Prints what is wrong. */
enum command_exit command_evidence_read(const char *path, struct evidence **ret);

/* Scores by the rubric called `name` (NULL: by kind), with ratings "criterion=level" of the command
 * line. Prints what is wrong. *ret is the caller's: json_decref(). */
enum command_exit command_score(const struct evidence *evidence, const char *name,
                                const struct option_list *ratings, json_t **ret);
/* Writes a document to a file. */
enum command_exit command_document_write(const char *path, const json_t *json);

/* How a command line says what is scored, and by what: `scoring` in the settings of a command. */
struct scoring_settings {
    const char *evidence, *rubric;
    bool no_scorecard;
    struct option_list ratings;
};

#define OPTION_RATING(settings)                                                                    \
    {                                                                                              \
        .name = "rating", .type = OPTION_LIST, .value = "CRITERION=LEVEL",                         \
        .offset = offsetof(settings, scoring.ratings),                                             \
        .help = "a person's rating, from 1 (strong no hire) to 4 (strong hire)"                    \
    }
#define OPTION_RUBRIC(settings)                                                                    \
    {                                                                                              \
        .name = "rubric", .type = OPTION_TEXT, .value = "RUBRIC",                                  \
        .offset = offsetof(settings, scoring.rubric),                                              \
        .help = "name or file of the rubric (assay rubric list)"                                   \
    }

/* Of `assay submit` and `assay grade`. */
#define SCORING_OPTIONS(settings)                                                                  \
    { .name = "evidence",                                                                          \
      .type = OPTION_TEXT,                                                                         \
      .value = "FILE",                                                                             \
      .offset = offsetof(settings, scoring.evidence),                                              \
      .help = "write all that was found out to FILE (docs/rubrics.md)" },                          \
        { .name = "no-scorecard",                                                                  \
          .type = OPTION_FLAG,                                                                     \
          .offset = offsetof(settings, scoring.no_scorecard),                                      \
          .help = "do not score by a rubric" },                                                    \
        OPTION_RUBRIC(settings), OPTION_RATING(settings)

/* Writes the evidence where it is asked for, and scores it; *ret stays NULL with --no-scorecard.
 * That it could not be scored is printed, and counts only where the command line says how: a
 * verdict stands without a scorecard. */
enum command_exit command_scoring(const struct scoring_settings *settings,
                                  const struct evidence *evidence, json_t **ret);

#endif
