/*
 * Theory of operation: what all commands share. A command line is checked whole before anything is
 * done; a mistake costs one line on stderr, with the word that was probably meant, and status 2.
 * Results are flushed and checked here once, so that a full disk is not taken for success.
 */

#include "judge/command/command.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"
#include "judge/command/near.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>

const struct option_row options_none[] = { { 0 } };
const struct option_row options_json[] = { OPTION_JSON(struct json_settings), { 0 } };

enum { COMMANDS_MAX = 32 };

/* How an error's code maps to the exit status; what is not here is a fault of Assay's own. */
static const struct {
    int code;
    enum command_exit status;
} statuses[] = {
    { -ENOENT, COMMAND_BAD_INPUT },       { -ENOTDIR, COMMAND_BAD_INPUT },
    { -EISDIR, COMMAND_BAD_INPUT },       { -EINVAL, COMMAND_BAD_INPUT },
    { -EFBIG, COMMAND_BAD_INPUT },        { -EACCES, COMMAND_BAD_INPUT },
    { -ELOOP, COMMAND_BAD_INPUT },        { -E2BIG, COMMAND_BAD_INPUT },
    { -ENAMETOOLONG, COMMAND_BAD_INPUT }, { -ENOTSUP, COMMAND_NO_ROOM },
    { -EPERM, COMMAND_NO_ROOM },
};

enum command_exit command_status(const struct error *error)
{
    for (size_t i = 0; i < COUNT(statuses); i++)
        if (statuses[i].code == error->code)
            return statuses[i].status;
    return COMMAND_BROKEN;
}

/* What can be done without memory to make a text harmless. */
static void keep_ascii(char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~')
            *text = '?';
}

enum command_exit command_fail(enum command_exit status, const struct error *error)
{
    char text[1200];

    error_format(error, text, sizeof(text));
    AUTO_FREE char *harmless = text_harmless(text, strlen(text), sizeof(text));
    if (!harmless)
        keep_ascii(text);
    fprintf(stderr, "assay: %s\n", harmless ? harmless : text);
    return status;
}

enum command_exit command_printed(int code, enum command_exit status)
{
    struct error error = { 0 };

    if (!code)
        return status;
    error_set(&error, code, "the report could not be printed: %s", strerror(-code));
    return command_fail(COMMAND_BROKEN, &error);
}

const struct command *command_find(const struct command *const *table, const char *name)
{
    for (; *table; table++)
        if (!strcmp((*table)->name, name))
            return *table;
    return NULL;
}

static enum command_exit unknown_command(const struct command *const *table, const char *name)
{
    const char *names[COMMANDS_MAX + 1] = { 0 };
    struct error error = { 0 };
    size_t count = 0;

    for (; *table && count < COMMANDS_MAX; table++)
        if (!(*table)->hidden)
            names[count++] = (*table)->name;
    error_set(&error, -EINVAL, "unknown command '%s'", name);
    error_remedy(&error, "assay help lists the commands");
    near_remedy(names, name, "assay ", &error);
    return command_fail(COMMAND_USAGE, &error);
}

static enum command_exit wrong_count(const struct command *command)
{
    struct error error = { 0 };

    error_set(&error, -EINVAL, "usage: assay %s [OPTION]... %s", command->name, command->arguments);
    error_remedy(&error, "assay help %s says more", command->name);
    return command_fail(COMMAND_USAGE, &error);
}

/* Parses, checks the number of arguments, and runs. */
static enum command_exit run_parsed(struct command_input *input, int argc, char **argv,
                                    void *settings)
{
    const struct command *command = input->command;
    struct option_rest rest;
    struct error error = { 0 };

    if (options_parse(command->options, command->until_argument, argc, argv, settings, &rest,
                      &error) < 0) {
        error_context(&error, "%s", command->name);
        return command_fail(COMMAND_USAGE, &error);
    }
    if (rest.help) {
        command_print_help(command, stdout);
        return COMMAND_PASSED;
    }
    if (rest.count < command->least || (command->most >= 0 && rest.count > command->most))
        return wrong_count(command);
    input->arguments = rest.arguments;
    input->count = rest.count;
    return command->run(input);
}

static enum command_exit run_with(struct command_input *input, int argc, char **argv,
                                  void *settings)
{
    const struct command *command = input->command;

    if (command->raw) {
        input->arguments = argv + 1;
        input->count = argc - 1;
        return command->run(input);
    }
    enum command_exit status = run_parsed(input, argc, argv, settings);
    options_clear(command->options, settings);
    return status;
}

static enum command_exit run_command(const struct command *const *table,
                                     const struct command *command, int argc, char **argv)
{
    void *settings = calloc(1, command->settings_bytes ? command->settings_bytes : 1);
    struct command_input input = { .command = command, .table = table, .settings = settings };

    if (!settings)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    enum command_exit status = run_with(&input, argc, argv, settings);
    free(settings);
    return status;
}

/* The forms that other programs have taught people: --help, -h, --version, -V. */
static const char *command_name(const char *word)
{
    static const struct {
        const char *word, *name;
    } forms[] = {
        { "--help", "help" }, { "-h", "help" }, { "--version", "version" }, { "-V", "version" }
    };

    for (size_t i = 0; i < COUNT(forms); i++)
        if (!strcmp(forms[i].word, word))
            return forms[i].name;
    return word;
}

/* Soft limits are what somebody set for a shell. The programs of this host that are asked where a
 * compiler is inherit them, as does whatever else the judge does. */
static void raise_soft_limits(void)
{
    static const int resources[] = { RLIMIT_AS, RLIMIT_DATA, RLIMIT_NOFILE };

    for (size_t i = 0; i < COUNT(resources); i++) {
        struct rlimit limit;

        if (getrlimit((__rlimit_resource_t) resources[i], &limit) < 0)
            continue;
        limit.rlim_cur = limit.rlim_max;
        setrlimit((__rlimit_resource_t) resources[i], &limit);
    }
}

int command_main(const struct command *const *table, int argc, char **argv)
{
    const struct command *command;
    enum command_exit status;

    if (argc < 2) {
        command_print_overview(table, stderr);
        return COMMAND_USAGE;
    }
    command = command_find(table, command_name(argv[1]));
    if (!command)
        return unknown_command(table, argv[1]);
    if (command->isolates) {
        raise_soft_limits();
        sandbox_delegate(argv); /* with the cgroups that there are, if it returns */
    }
    status = run_command(table, command, argc - 1, argv + 1);
    if (fflush(stdout) != 0 || ferror(stdout))
        return command_printed(-EIO, COMMAND_BROKEN);
    return status;
}
