/* `assay submit`: a submission against every test. */

#include "judge/command/judging.h"

static const struct option_row options[] = {
    JUDGING_OPTIONS,
    { .name = "reveal",
      .letter = 'r',
      .type = OPTION_FLAG,
      .offset = offsetof(struct judging_settings, reveal),
      .help = "show the first difference on secret tests too" },
    { .name = "no-growth",
      .type = OPTION_FLAG,
      .offset = offsetof(struct judging_settings, no_growth),
      .help = "do not measure how what was accepted grows" },
    { .name = "minutes",
      .type = OPTION_SECONDS,
      .value = "MINUTES",
      .low = 0.1,
      .high = 100000,
      .offset = offsetof(struct judging_settings, minutes),
      .help = "how long the candidate took, for the scorecard" },
    OUTCOME_OPTIONS(struct judging_settings),
    { 0 },
};

static enum command_exit run(const struct command_input *input)
{
    return judging_run(input, false);
}

const struct command command_submit = {
    .name = "submit",
    .arguments = "PROBLEM FILE...",
    .summary = "Judge a submission on all tests",
    .help =
        "PROBLEM is a slug (assay problems) or the path of a package. The FILEs are one program;\n"
        "a directory stands for the files in it. Judging stops when the verdict is certain. How "
        "time and\n"
        "memory of an accepted one grow is measured, as by assay growth, where the package can. "
        "The\n"
        "verdict comes first, then a scorecard by the rubric of algorithm rounds (assay rubric "
        "explain\n"
        "says more of it), then the tests, the growth, and comments on the code.\n\n"
        "Verdicts: AC accepted; WA wrong answer; TLE, MLE, OLE over the time, memory or output\n"
        "limit; RTE the program crashed; CE it does not compile; SV it made a forbidden system\n"
        "call; JE the package's own validator failed (exit status 3).\n",
    .options = options,
    .settings_bytes = sizeof(struct judging_settings),
    .least = 2,
    .most = -1,
    .isolates = true,
    .run = run,
};
