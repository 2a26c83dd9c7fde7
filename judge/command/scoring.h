#ifndef ASSAY_COMMAND_SCORING_H
#define ASSAY_COMMAND_SCORING_H

/* How a command line says what is scored and by what, and the scoring. */

#include "judge/command/rubrics.h"

struct scoring_settings {
    const char *rubric;
    struct option_list ratings;
};

/* NOLINTBEGIN(bugprone-macro-parentheses): a name is one no more in parentheses */
/* `field` of the settings of a command is its struct scoring_settings. */
#define SCORING_OPTIONS(settings, field)                                                           \
    { .name = "rubric",                                                                            \
      .type = OPTION_TEXT,                                                                         \
      .value = "RUBRIC",                                                                           \
      .offset = offsetof(settings, field.rubric),                                                  \
      .help = "name or file of the rubric (assay rubric list)" },                                  \
    {                                                                                              \
        .name = "rating", .type = OPTION_LIST, .value = "CRITERION=LEVEL",                         \
        .offset = offsetof(settings, field.ratings),                                               \
        .help = "a person's rating, from 1 (strong no hire) to 4 (strong hire)"                    \
    }
/* NOLINTEND(bugprone-macro-parentheses) */

/* A rubric and ratings that fit it. Zeroed: none. */
struct scorer {
    struct arena *arena;
    struct rubric *rubric;
    struct rating *ratings;
    size_t count;
};

/* Reads both. Prints what is wrong. *ret is the caller's: scorer_close(), on failure too. */
enum command_exit scorer_open(const struct scoring_settings *settings, enum evidence_kind kind,
                              struct scorer *ret);
void scorer_close(struct scorer *scorer);
/* Prints what is wrong. *ret is the caller's: json_decref(). */
enum command_exit scorer_score(const struct scorer *scorer, const struct evidence *evidence,
                               json_t **ret);
/* All three for evidence that is there. */
enum command_exit command_score(const struct scoring_settings *settings,
                                const struct evidence *evidence, json_t **ret);

#endif
