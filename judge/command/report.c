/*
 * `assay report`: the documents of one submission, evidence and scorecard, as files for people and
 * other programs. It runs nothing and looks at nothing else, so that a report can be made anew, in
 * another form, long after the submission was judged.
 */

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/command/command.h"
#include "judge/report/documents.h"

#include <string.h>

enum { DOCUMENT_BYTES = 64 << 20, FILE_MODE = 0644 };

struct report_settings {
    const char *scorecard;
    const char *html, *markdown, *sarif, *junit, *gradescope;
};

#define FORM(form, what)                                                                           \
    {                                                                                              \
        .name = #form, .type = OPTION_TEXT, .value = "FILE",                                       \
        .offset = offsetof(struct report_settings, form), .help = (what)                           \
    }

static const struct option_row options[] = {
    { .name = "scorecard",
      .type = OPTION_TEXT,
      .value = "FILE",
      .offset = offsetof(struct report_settings, scorecard),
      .help = "the scorecard of the same submission (assay score)" },
    FORM(html, "write one page for a browser, without script or network"),
    FORM(markdown, "write the review of a pull request"),
    FORM(sarif, "write the findings as SARIF 2.1.0"),
    FORM(junit, "write tests and probes as JUnit's XML"),
    FORM(gradescope, "write Gradescope's results.json"),
    { 0 },
};

typedef int writer(FILE *file, const json_t *evidence, const json_t *scorecard);

static const struct form {
    size_t offset;
    writer *write;
} forms[] = {
    { offsetof(struct report_settings, html), report_html },
    { offsetof(struct report_settings, markdown), report_markdown },
    { offsetof(struct report_settings, sarif), report_sarif },
    { offsetof(struct report_settings, junit), report_junit },
    { offsetof(struct report_settings, gradescope), report_gradescope },
};

static const char *target(const struct report_settings *settings, const struct form *form)
{
    return *(const char *const *) ((const char *) settings + form->offset);
}

static void free_json(json_t **json)
{
    json_decref(*json);
}

static int read_document(const char *path, json_t **ret, struct error *error)
{
    AUTO_FREE char *text = NULL;
    json_error_t fault;
    size_t size = 0;
    int code = file_read(path, DOCUMENT_BYTES, &text, &size, error);

    if (code < 0)
        return code;
    *ret = json_loadb(text, size, JSON_REJECT_DUPLICATES, &fault);
    if (*ret)
        return 0;
    return json_error_code(&fault) == json_error_out_of_memory
               ? error_set(error, -ENOMEM, "out of memory")
               : error_at(error, -EINVAL, path, fault.line, "%s", fault.text);
}

/* Memory first, so that a report is whole or not there. */
static int write_form(const struct form *form, const char *path, const json_t *evidence,
                      const json_t *scorecard, struct error *error)
{
    AUTO_FREE char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);
    int code = file ? form->write(file, evidence, scorecard) : -ENOMEM;

    if (file && fclose(file) != 0 && code == 0)
        code = -ENOMEM;
    if (code < 0)
        return error_set(error, code == -EIO ? -ENOMEM : code, "the report could not be made");
    if (strcmp(path, "-") != 0)
        return file_write_atomic(path, text, size, FILE_MODE, error);
    fwrite(text, 1, size, stdout);
    return ferror(stdout) ? error_set(error, -EIO, "cannot write to stdout") : 0;
}

/* How many reports are asked for; more than one on stdout would be none. */
static enum command_exit count_targets(const struct report_settings *settings)
{
    struct error error = { 0 };
    size_t wanted = 0, on_stdout = 0;

    for (size_t i = 0; i < COUNT(forms); i++) {
        const char *path = target(settings, &forms[i]);
        wanted += path != NULL;
        on_stdout += path && strcmp(path, "-") == 0;
    }
    if (wanted > 0 && on_stdout <= 1)
        return COMMAND_PASSED;
    error_set(&error, -EINVAL,
              wanted ? "only one report can go to stdout" : "no report is asked for");
    error_remedy(&error, "give --html, --markdown, --sarif, --junit or --gradescope, each a FILE");
    return command_fail(COMMAND_USAGE, &error);
}

static enum command_exit run(const struct command_input *input)
{
    const struct report_settings *settings = input->settings;
    CLEANUP(free_json) json_t *evidence = NULL;
    CLEANUP(free_json) json_t *scorecard = NULL;
    enum command_exit status = count_targets(settings);
    struct error error = { 0 };
    int code;

    if (status != COMMAND_PASSED)
        return status;
    code = read_document(input->arguments[0], &evidence, &error);
    if (code == 0 && settings->scorecard)
        code = read_document(settings->scorecard, &scorecard, &error);
    if (code == 0)
        code = report_check(input->arguments[0], evidence, settings->scorecard, scorecard, &error);
    for (size_t i = 0; i < COUNT(forms) && code == 0; i++)
        if (target(settings, &forms[i]))
            code = write_form(&forms[i], target(settings, &forms[i]), evidence, scorecard, &error);
    return code == 0 ? COMMAND_PASSED : command_fail(command_status(&error), &error);
}

const struct command command_report = {
    .name = "report",
    .arguments = "EVIDENCE.json",
    .summary = "Write what is known of a submission as HTML, Markdown, SARIF, ...",
    .help = "EVIDENCE.json is what a submission's tests, probes and review found out "
            "(docs/reports.md).\n"
            "FILE may be -: stdout. The same documents give the same reports; nothing is run.\n",
    .options = options,
    .settings_bytes = sizeof(struct report_settings),
    .least = 1,
    .most = 1,
    .run = run,
};
