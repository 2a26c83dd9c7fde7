#include "judge/command/forms.h"

#include "judge/base/memory.h"
#include "judge/command/document.h"
#include "judge/report/documents.h"

#include <errno.h>
#include <string.h>

typedef int writer(FILE *file, const json_t *evidence, const json_t *scorecard);

static const struct form {
    const char *option;
    size_t offset;
    writer *write;
} forms[] = {
    { "--html", offsetof(struct form_settings, html), report_html },
    { "--markdown", offsetof(struct form_settings, markdown), report_markdown },
    { "--sarif", offsetof(struct form_settings, sarif), report_sarif },
    { "--junit", offsetof(struct form_settings, junit), report_junit },
    { "--gradescope", offsetof(struct form_settings, gradescope), report_gradescope },
};

static const char *target(const struct form_settings *settings, const struct form *form)
{
    return *(const char *const *) ((const char *) settings + form->offset);
}

static bool is_stdout(const char *path)
{
    return path && strcmp(path, "-") == 0;
}

size_t forms_wanted(const struct form_settings *settings, size_t *ret_on_stdout)
{
    size_t wanted = 0;

    *ret_on_stdout = 0;
    for (size_t i = 0; i < COUNT(forms); i++) {
        const char *path = target(settings, &forms[i]);
        wanted += path != NULL;
        *ret_on_stdout += is_stdout(path);
    }
    return wanted;
}

enum command_exit forms_check_files(const struct form_settings *settings)
{
    struct error error = { 0 };

    for (size_t i = 0; i < COUNT(forms); i++) {
        if (!is_stdout(target(settings, &forms[i])))
            continue;
        error_set(&error, -EINVAL, "%s: stdout has the report for the terminal already",
                  forms[i].option);
        error_remedy(&error, "name a file, or write --evidence FILE and make it with assay report");
        return command_fail(COMMAND_USAGE, &error);
    }
    return COMMAND_PASSED;
}

/* What a form is written of. */
struct source {
    writer *write;
    const json_t *evidence, *scorecard;
};

static int write_form(FILE *file, const void *what)
{
    const struct source *source = what;

    return source->write(file, source->evidence, source->scorecard);
}

enum command_exit forms_write(const struct form_settings *settings, const json_t *evidence,
                              const json_t *scorecard)
{
    enum command_exit status = COMMAND_PASSED;

    for (size_t i = 0; i < COUNT(forms); i++) {
        struct source source = { forms[i].write, evidence, scorecard };
        struct error error = { 0 };
        const char *path = target(settings, &forms[i]);
        if (path && document_write(path, write_form, &source, &error) < 0)
            status = command_fail(command_status(&error), &error);
    }
    return status;
}
