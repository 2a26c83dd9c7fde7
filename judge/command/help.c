/* `assay help` and `assay version`: everything is printed from the table of commands. */

#include "judge/command/command.h"
#include "judge/command/near.h"

#include <errno.h>

static const char exit_statuses[] =
    "Exit status: 0 accepted or passed; 1 judged and not accepted; 2 wrong usage; 3 a package or\n"
    "file is wrong; 4 this host cannot isolate programs (assay doctor); 5 a fault of Assay's "
    "own.\n";

void command_print_overview(const struct command *const *table, FILE *file)
{
    fputs("Assay judges solutions to problems in a sandbox.\n\nusage: assay COMMAND "
          "[ARGUMENT]...\n\n",
          file);
    for (; *table; table++)
        if (!(*table)->hidden)
            fprintf(file, "  %-10s %s\n", (*table)->name, (*table)->summary);
    fprintf(file, "\nassay help COMMAND says more about one of them.\n%s", exit_statuses);
}

void command_print_help(const struct command *command, FILE *file)
{
    fprintf(file, "usage: assay %s%s%s%s\n\n%s.\n", command->name,
            command->raw ? "" : " [OPTION]...", *command->arguments ? " " : "", command->arguments,
            command->summary);
    if (*command->help)
        fprintf(file, "\n%s", command->help);
    if (command->raw)
        return;
    fputs("\nOptions:\n", file);
    options_help(command->options, file);
    fprintf(file, "\n%s", exit_statuses);
}

static enum command_exit run_help(const struct command_input *input)
{
    const char *names[32] = { 0 };
    const struct command *command;
    struct error error = { 0 };

    if (!input->count) {
        command_print_overview(input->table, stdout);
        return COMMAND_PASSED;
    }
    command = command_find(input->table, input->arguments[0]);
    if (command) {
        command_print_help(command, stdout);
        return COMMAND_PASSED;
    }
    for (size_t i = 0; i < 31 && input->table[i]; i++)
        names[i] = input->table[i]->name;
    error_set(&error, -EINVAL, "unknown command '%s'", input->arguments[0]);
    near_remedy(names, input->arguments[0], "assay help ", &error);
    return command_fail(COMMAND_USAGE, &error);
}

static enum command_exit run_version(const struct command_input *input)
{
    (void) input;
    puts("assay " ASSAY_VERSION);
    return COMMAND_PASSED;
}

const struct command command_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "Say what there is, or how one command is used",
    .help = "",
    .options = options_none,
    .most = 1,
    .run = run_help,
};

const struct command command_version = {
    .name = "version",
    .arguments = "",
    .summary = "Print the version",
    .help = "",
    .options = options_none,
    .run = run_version,
};
