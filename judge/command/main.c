/* The program: the table of its commands. Each command is a file of its own beside this one. */

#include "judge/command/command.h"

static const struct command *const commands[] = {
    &command_problems,
    &command_show,
    &command_start,
    &command_test,
    &command_submit,
    &command_grade,
    &command_review,
    &command_report,
    &command_score_evidence,
    &command_rubric,
    &command_growth,
    &command_stress,
    &command_verify,
    &command_generate,
    &command_new,
    &command_sandbox,
    &command_doctor,
    &command_languages,
    &command_help,
    &command_version,
    &command_complete,
    NULL,
};

int main(int argc, char **argv)
{
    return command_main(commands, argc, argv);
}
