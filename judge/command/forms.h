#ifndef ASSAY_COMMAND_FORMS_H
#define ASSAY_COMMAND_FORMS_H

/* The forms that reports are written in, as options of the commands that write them: each names a
 * file, "-" being stdout. */

#include "judge/command/command.h"

#include <jansson.h>

struct form_settings {
    const char *html, *markdown, *sarif, *junit, *gradescope;
};

/* NOLINTBEGIN(bugprone-macro-parentheses): a name is one no more in parentheses */
#define FORM_OPTION(settings, field, form, what)                                                   \
    {                                                                                              \
        .name = #form, .type = OPTION_TEXT, .value = "FILE",                                       \
        .offset = offsetof(settings, field.form), .help = (what)                                   \
    }
/* NOLINTEND(bugprone-macro-parentheses) */

/* `field` of the settings of a command is its struct form_settings. */
#define FORM_OPTIONS(settings, field)                                                              \
    FORM_OPTION(settings, field, html, "write one page for a browser, without script or network"), \
        FORM_OPTION(settings, field, markdown, "write the review of a pull request"),              \
        FORM_OPTION(settings, field, sarif, "write the findings as SARIF 2.1.0"),                  \
        FORM_OPTION(settings, field, junit, "write tests and probes as JUnit's XML"),              \
        FORM_OPTION(settings, field, gradescope, "write Gradescope's results.json")

/* How many are asked for; of these, how many on stdout. */
size_t forms_wanted(const struct form_settings *settings, size_t *ret_on_stdout);
/* For commands that print their own report: that no form goes to stdout as well. Prints. */
enum command_exit forms_check_files(const struct form_settings *settings);
/* Writes each that is asked for; `scorecard` may be NULL. Prints what is wrong, and goes on with
 * the others. */
enum command_exit forms_write(const struct form_settings *settings, const json_t *evidence,
                              const json_t *scorecard);

#endif
