/* `assay test`: a submission against the samples, which are all shown. */

#include "judge/command/judging.h"

static const struct option_row options[] = { JUDGING_OPTIONS, { 0 } };

static enum command_exit run(const struct command_input *input)
{
    return judging_run(input, true);
}

const struct command command_test = {
    .name = "test",
    .arguments = "PROBLEM FILE...",
    .summary = "Judge a submission on the samples only",
    .help =
        "PROBLEM is a slug (assay problems) or the path of a package. The FILEs are one program;\n"
        "a directory stands for the files in it. Every sample is run, and for each that fails\n"
        "the first difference is shown.\n",
    .options = options,
    .settings_bytes = sizeof(struct judging_settings),
    .least = 2,
    .most = -1,
    .isolates = true,
    .run = run,
};
