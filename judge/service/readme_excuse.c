/*
 * When the failure of a command of the README proves nothing, by what it printed; and which
 * commands need not be executed, since the same was done before: the candidate's tests, which are
 * the last thing that a README does, and take longest. Set-up is executed whatever was done
 * elsewhere: that it works in a fresh copy is what the README is asked for.
 */
#include "judge/base/text.h"
#include "judge/service/readme_runner.h"
#include "judge/service/service.h"

#include <ctype.h>
#include <string.h>

/* ---- Excuses --------------------------------------------------------------------------------- */

static const char network_words[] =
    "(?i)temporary failure in name resolution|could not resolve (host|proxy)|network is "
    "unreachable|"
    "ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENOTCACHED|only-if-cached|no such host|name or service not "
    "known|"
    "getaddrinfo|GOPROXY|module lookup disabled|no matching distribution found|failed to (download|"
    "fetch)|cannot download|offline mode|--offline|no required module provides|unknownhost|"
    "could not transfer artifact|cannot find package";
/* What no network would have helped. */
static const char own_words[] =
    "(?i)missing script|could not open requirements file|no rule to make target|"
    "no such file or directory.*(requirements|package\\.json|go\\.mod|cargo\\.toml)|"
    "(could not read|enoent).*package\\.json|unknown command|no such option|unrecognized argument";
static const char absent_words[] =
    "(?i)(?:^|: )([\\w.+-]+): (?:command )?not found\\s*$|^/usr/bin/env: .([\\w.+-]+)";

const char *runner_excuse(const struct runner *runner, const struct readme_command *command,
                          const struct host_run *run)
{
    bool own = text_matches(own_words, run->output, run->output_size);

    if (strncmp(run->reason, "exited with", 11) != 0 &&
        strncmp(run->reason, "was ended by signal", 19) != 0)
        return run->reason;
    if (run->exit_status == 127 && text_matches(absent_words, run->output, run->output_size))
        return "a program that it needs is not installed here";
    if (command->network && !own && !runner->options->build_network)
        return "no network";
    if (!own && text_matches(network_words, run->output, run->output_size))
        return "no network";
    if (text_matches("No module named (pip|venv|ensurepip)|ensurepip is not", run->output,
                     run->output_size))
        return "a program that it needs is not installed here";
    if (runner->blocked_line)
        return runner->blocked_why;
    return NULL;
}

/* ---- Done before ----------------------------------------------------------------------------- */

static const char *skip_blanks(const char *text)
{
    while (isspace((unsigned char) *text))
        text++;
    return text;
}

/* But for blanks around and between words. */
static bool is_same_command(const char *one, const char *other)
{
    one = skip_blanks(one);
    other = skip_blanks(other);
    while (*one && *other) {
        bool blank = isspace((unsigned char) *one), blank_there = isspace((unsigned char) *other);
        if (blank != blank_there)
            break;
        if (blank) {
            one = skip_blanks(one);
            other = skip_blanks(other);
        } else if (*one++ != *other++) {
            return false;
        }
    }
    return !*skip_blanks(one) && !*skip_blanks(other);
}

bool runner_was_tested(const struct runner *runner, const struct readme_step *step)
{
    const struct readme_run *run = runner->run;

    if (!runner->options->tested || step->command->role != DO_TEST ||
        !is_same_command(runner->options->tested, step->command->text))
        return false;
    /* In another directory it may be another command. */
    for (const struct readme_step *before = run->steps; before < step; before++)
        if (!strncmp(before->command->text, "cd ", 3))
            return false;
    return true;
}

bool runner_was_built(const struct runner *runner)
{
    const char *build = runner->options->procfile->build;

    for (size_t i = 0; build && i < runner->run->count; i++) {
        const struct readme_step *step = &runner->run->steps[i];
        if (step->outcome == OUTCOME_PASSED && is_same_command(build, step->command->text))
            return true;
    }
    return !build;
}
