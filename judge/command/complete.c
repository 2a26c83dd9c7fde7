/*
 * `assay complete WORD...`: what could stand for the last WORD, one candidate a line; the shell's
 * completion (docs/assay.bash) calls it at each Tab. The candidates come from the tables that the
 * program itself works with, so they cannot be out of date. Nothing is printed where a file name is
 * expected: the shell does that itself. It is hidden, and fails silently: a broken package must not
 * spoil a command line that is being typed.
 */

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/command/command.h"
#include "judge/command/rubrics.h"
#include "judge/service/service.h"

#include <string.h>

static void offer(const char *start, const char *prefix, const char *candidate)
{
    size_t length = strlen(prefix);

    if (!strncmp(start, prefix, length < strlen(start) ? length : strlen(start)) &&
        (strlen(start) <= length || !strncmp(start + length, candidate, strlen(start) - length)))
        printf("%s%s\n", prefix, candidate);
}

static void offer_commands(const struct command *const *table, const char *start)
{
    for (; *table; table++)
        if (!(*table)->hidden)
            offer(start, "", (*table)->name);
}

static void offer_options(const struct command *command, const char *start)
{
    for (const struct option_row *row = command->options; row->name; row++)
        offer(start, "--", row->name);
    offer(start, "--", "help");
}

/* Of services alone: those that `assay grade` knows. */
static void offer_problems(const char *start, bool services)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *const *directories;
    struct error error = { 0 };
    size_t count;

    if (!arena || problem_list(arena, &directories, &count, &error) < 0)
        return;
    for (size_t i = 0; i < count; i++)
        if (!services || service_package_is(directories[i]))
            offer(start, "", path_base(directories[i]));
}

static void offer_languages(const char *start)
{
    struct language_table *table = NULL;
    struct error error = { 0 };

    if (language_table_load(&table, NULL, NULL, &error) < 0)
        return;
    for (size_t i = 0; i < language_count(table); i++)
        offer(start, "", language_at(table, i)->id);
    language_table_free(table);
}

static void offer_rubrics(const char *start)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *const *names;
    struct error error = { 0 };

    if (!arena || command_rubric_names(arena, &names, &error) < 0)
        return;
    for (size_t i = 0; names[i]; i++)
        offer(start, "", names[i]);
}

/* The option whose value the word after `word` is, or NULL. */
static const struct option_row *valued_option(const struct command *command, const char *word)
{
    for (const struct option_row *row = command->options; row->name; row++) {
        bool named = !strncmp(word, "--", 2) && !strcmp(word + 2, row->name);
        bool lettered = row->letter && word[0] == '-' && word[1] == row->letter && !word[2];

        if ((named || lettered) && row->type != OPTION_FLAG)
            return row;
    }
    return NULL;
}

static void offer_values(const struct option_row *row, const char *start)
{
    for (size_t i = 0; row->choices && row->choices[i]; i++)
        offer(start, "", row->choices[i]);
    if (!strcmp(row->value, "LANGUAGE"))
        offer_languages(start);
    if (!strcmp(row->value, "RUBRIC"))
        offer_rubrics(start);
    if (!strcmp(row->value, "PROBLEM"))
        offer_problems(start, true);
}

static void offer_actions(const char *start)
{
    for (size_t i = 0; command_rubric_actions[i]; i++)
        offer(start, "", command_rubric_actions[i]);
}

/* Candidates for an argument; which one it is decides what its name in the usage line means. */
static void offer_arguments(const struct command_input *input, const struct command *command,
                            int position, const char *start)
{
    if (!strncmp(command->arguments, "PACKAGE...", strlen("PACKAGE...")) ||
        (!strncmp(command->arguments, "PROBLEM", strlen("PROBLEM")) && position == 0))
        offer_problems(start, false);
    else if (!strncmp(command->arguments, "ACTION", strlen("ACTION")) && position == 0)
        offer_actions(start);
    else if (!strcmp(command->arguments, "[COMMAND]") && position == 0)
        offer_commands(input->table, start);
}

static enum command_exit run(const struct command_input *input)
{
    char **words = input->arguments;
    int last = input->count - 1, position = 0;
    const struct command *command;
    const struct option_row *valued;

    if (last < 1) {
        offer_commands(input->table, last < 0 ? "" : words[0]);
        return COMMAND_PASSED;
    }
    command = command_find(input->table, words[0]);
    if (!command || command->hidden)
        return COMMAND_PASSED;
    for (int i = 1; i < last; i++) {
        if (command->until_argument && (!strcmp(words[i], "--") || words[i][0] != '-'))
            return COMMAND_PASSED;
        if (valued_option(command, words[i]))
            i++;
        else
            position += words[i][0] != '-';
    }
    valued = last > 1 ? valued_option(command, words[last - 1]) : NULL;
    if (valued)
        offer_values(valued, words[last]);
    else if (words[last][0] == '-')
        offer_options(command, words[last]);
    else
        offer_arguments(input, command, position, words[last]);
    return COMMAND_PASSED;
}

const struct command command_complete = {
    .name = "complete",
    .arguments = "WORD...",
    .summary = "Print what could stand for the last word of a command line",
    .help = "",
    .options = options_none,
    .most = -1,
    .raw = true,
    .hidden = true,
    .run = run,
};
