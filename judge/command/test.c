/* `assay test`: a submission against the samples, which are all shown. */

#include "judge/command/judging.h"

#include <errno.h>

static const struct option_row options[] = {
    JUDGING_OPTIONS,
    { .name = "input",
      .letter = 'i',
      .type = OPTION_TEXT,
      .value = "CALL",
      .offset = offsetof(struct judging_settings, own_input),
      .help = "instead of the samples, call a function with this: 'a = [1, 2], b = 3'" },
    { .name = "expected",
      .type = OPTION_FLAG,
      .offset = offsetof(struct judging_settings, expected),
      .help = "with --input: compare with a solution of the package" },
    { 0 },
};

static enum command_exit run(const struct command_input *input)
{
    const struct judging_settings *settings = input->settings;
    struct error error = { 0 };

    if (settings->expected && !settings->own_input) {
        error_set(&error, -EINVAL, "--expected goes with --input: samples have their answers");
        return command_fail(COMMAND_USAGE, &error);
    }
    return judging_run(input, true);
}

const struct command command_test = {
    .name = "test",
    .arguments = "PROBLEM FILE...",
    .summary = "Judge a submission on the samples only",
    .help =
        "PROBLEM is a slug (assay problems) or the path of a package. The FILEs are one program;\n"
        "a directory stands for the files in it. Every sample is run, and for each that fails\n"
        "the first difference is shown, and what the program wrote to stderr.\n\n"
        "With --input, a function or class is called with values of your own: JSON, with the\n"
        "names of the parameters, as in 'sizes = [2, 7], block = 9'; a class as in\n"
        "'SessionCache(2), put(1, 10), get(1)'. What it returns is shown.\n",
    .options = options,
    .settings_bytes = sizeof(struct judging_settings),
    .least = 2,
    .most = -1,
    .isolates = true,
    .run = run,
};
