#ifndef ASSAY_JUDGING_H
#define ASSAY_JUDGING_H

/* What `assay test` and `assay submit` share: their options and the judging itself. */

#include "judge/command/command.h"
#include "judge/command/outcome.h"

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
        { .name = "jobs",                                                                          \
          .letter = 'j',                                                                           \
          .type = OPTION_COUNT,                                                                    \
          .value = "N",                                                                            \
          .low = 0,                                                                                \
          .high = 256,                                                                             \
          .fallback = "0",                                                                         \
          .offset = offsetof(struct judging_settings, jobs),                                       \
          .help = "tests at the same time; 0: as many as there are cores" },                       \
        { .name = "language",                                                                      \
          .letter = 'l',                                                                           \
          .type = OPTION_TEXT,                                                                     \
          .value = "LANGUAGE",                                                                     \
          .offset = offsetof(struct judging_settings, language),                                   \
          .help = "instead of telling it by file ending (assay languages)" },                      \
        { .name = "entry",                                                                         \
          .type = OPTION_TEXT,                                                                     \
          .value = "NAME",                                                                         \
          .offset = offsetof(struct judging_settings, entry),                                      \
          .help = "main file or class, when there are several files" },                            \
        { .name = "time-limit",                                                                    \
          .type = OPTION_SECONDS,                                                                  \
          .value = "SECONDS",                                                                      \
          .low = 0.01,                                                                             \
          .high = 3600,                                                                            \
          .offset = offsetof(struct judging_settings, time_limit_s),                               \
          .help = "CPU time for each test, instead of the package's" },                            \
    {                                                                                              \
        .name = "no-cache", .type = OPTION_FLAG,                                                   \
        .offset = offsetof(struct judging_settings, no_cache),                                     \
        .help = "compile even what was compiled before"                                            \
    }

/* Judges the files arguments[1 …] for the problem arguments[0], and prints the report. */
enum command_exit judging_run(const struct command_input *input, bool samples_only);

#endif
