#ifndef ASSAY_JUDGING_H
#define ASSAY_JUDGING_H

/* What `assay test` and `assay submit` share: their options and the judging itself. */

#include "judge/command/command.h"
#include "judge/command/outcome.h"
#include "judge/command/session.h"

struct judging_settings {
    bool json, full, reveal, no_cache;
    uint64_t jobs;
    double time_limit_s;
    const char *language, *entry;
    const char *own_input; /* `test` alone: --input */
    bool expected;
    bool no_growth; /* `submit` alone, from here on: --no-growth */
    double minutes;
    struct outcome_settings outcome;
};

/* Option rows that judge one submission; `test` lacks those that make no difference for samples. */
#define JUDGING_OPTIONS                                                                            \
    OPTION_JSON(struct judging_settings),                                                          \
        { .name = "full",                                                                          \
          .letter = 'f',                                                                           \
          .type = OPTION_FLAG,                                                                     \
          .offset = offsetof(struct judging_settings, full),                                       \
          .help = "run every test, also when the verdict is certain" },                            \
        OPTION_JOBS(struct judging_settings, "tests"), OPTIONS_PROGRAM(struct judging_settings),   \
        OPTION_TIME_LIMIT(struct judging_settings, "test"),                                        \
        OPTION_NO_CACHE(struct judging_settings)

/* Judges the files arguments[1 …] for the problem arguments[0], and prints the report. */
enum command_exit judging_run(const struct command_input *input, bool samples_only);

#endif
