/* `assay generate`: starters and drivers of a package, from the signature in its interview.yaml. */

#include "judge/command/function.h"

static enum command_exit run(const struct command_input *input)
{
    enum command_exit worst = COMMAND_PASSED;

    for (int i = 0; i < input->count; i++) {
        enum command_exit status = function_generate(input->arguments[i]);

        worst = status > worst ? status : worst;
    }
    return worst;
}

const struct command command_generate = {
    .name = "generate",
    .arguments = "PACKAGE...",
    .summary = "Write the starters and drivers that a package's signature gives",
    .help =
        "PACKAGE is a slug (assay problems) or the path of a package whose interview.yaml has a\n"
        "function or a class. Writes include/LANGUAGE and attachments/templates/LANGUAGE, and\n"
        "prints each file that it changed.\n",
    .options = options_none,
    .least = 1,
    .most = -1,
    .run = run,
};
