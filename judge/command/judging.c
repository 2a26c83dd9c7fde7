/*
 * Theory of operation: reading comes before judging, and each failure ends with the status that
 * says whose fault it was: the command line's, the package's or file's, the host's, or Assay's.
 */

#include "judge/command/judging.h"

#include "judge/base/memory.h"
#include "judge/command/reviewed.h"
#include "judge/command/session.h"
#include "judge/report/scorecard_report.h"

#include <errno.h>
#include <string.h>

static void free_trial(struct trial **trial)
{
    trial_free(*trial);
}

static void free_growth(struct growth **growth)
{
    growth_free(*growth);
}

static struct trial_options options_of(const struct judging_settings *settings, bool samples_only,
                                       struct report_progress *progress)
{
    return (struct trial_options){
        .samples_only = samples_only,
        .full = settings->full || samples_only,
        .reveal = settings->reveal,
        .jobs = (int) settings->jobs,
        .time_limit_s = settings->time_limit_s,
        .language = settings->language,
        .entry_point = settings->entry,
        .no_cache = settings->no_cache,
        .progress = report_progress_step,
        .progress_context = progress,
    };
}

/* How what was accepted grows. That it cannot be measured is a note, never a failure. */
static struct growth *measure_growth(const struct command_input *input, struct judge *judge,
                                     const struct package *package, const struct trial *trial,
                                     struct report_progress *progress, struct error *error)
{
    const struct judging_settings *settings = input->settings;
    struct growth_options options = { .language = settings->language,
                                      .entry_point = settings->entry,
                                      .jobs = (int) settings->jobs,
                                      .progress = report_progress_step,
                                      .progress_context = progress };
    struct growth *growth = NULL;

    if (settings->no_growth || trial->verdict != VERDICT_AC || !growth_is_possible(package))
        return NULL;
    if (growth_measure(judge, (const char *const *) input->arguments + 1, (size_t) input->count - 1,
                       &options, &growth, error) < 0)
        return NULL;
    return growth;
}

/* What is known of a submission to all tests. */
struct judged {
    const struct package *package;
    const char *const *files;
    size_t count;
    const struct trial *trial;
    const struct growth *growth;    /* NULL: not measured */
    const struct error *unmeasured; /* why it could not be; code 0: it was not tried */
    const struct reviewed *reviewed;
};

static const char *growth_note(const struct judged *judged)
{
    return judged->unmeasured->code ? judged->unmeasured->message : NULL;
}

static const char *no_growth_reason(const struct judging_settings *settings,
                                    const struct judged *judged)
{
    if (judged->unmeasured->code)
        return judged->unmeasured->message;
    if (judged->trial->verdict != VERDICT_AC)
        return "only what was accepted is measured";
    return settings->no_growth ? "it was not measured (--no-growth)"
                               : "the problem has no inputs of growing sizes";
}

static json_t *value_of(const struct judged *judged)
{
    return report_trial_value(judged->trial, judged->growth, growth_note(judged));
}

static enum command_exit score(const struct judging_settings *settings,
                               const struct outcome *outcome, const struct judged *judged,
                               json_t **ret)
{
    struct evidence_session session = { .minutes = settings->minutes };
    struct evidence *evidence = NULL;
    struct error error = { 0 };
    int code = evidence_of_trial(judged->trial, judged->package->name, judged->files, judged->count,
                                 judged->growth, no_growth_reason(settings, judged), &session,
                                 &evidence, &error);

    if (code < 0)
        return command_fail(COMMAND_BROKEN, &error);
    reviewed_put(judged->reviewed, evidence);
    if (outcome_has_readers(outcome))
        evidence_add_detail(evidence, "submit", value_of(judged));
    enum command_exit status = outcome_write(outcome, evidence, ret);
    evidence_free(evidence);
    return status;
}

static enum command_exit print_json(const struct judged *judged, json_t *scorecard,
                                    enum command_exit status)
{
    json_t *json = value_of(judged);
    int code = json_object_set(json, "scorecard", scorecard ? scorecard : json_null());
    code = json_object_set_new(json, "review", reviewed_json(judged->reviewed)) < 0 ? -1 : code;

    code = code < 0 ? -ENOMEM : evidence_print(stdout, json);
    json_decref(json);
    return command_printed(code, status);
}

static void print_growth(const struct report_style *style, const struct judged *judged)
{
    const char *note = growth_note(judged);

    if (judged->growth || note)
        printf("\n");
    if (judged->growth)
        report_growth_brief(stdout, style, judged->growth);
    else if (note)
        printf("growth was not measured: %s\n", note);
}

/* What it comes to, then why, then what could be better. */
static void print_text(const struct judged *judged, const json_t *scorecard)
{
    struct report_style style = report_style_of(stdout);

    report_verdict_text(stdout, &style, judged->trial);
    if (scorecard) {
        printf("\n");
        report_scorecard_text(stdout, &style, scorecard);
        printf("\n");
    }
    report_tests_text(stdout, &style, judged->trial);
    print_growth(&style, judged);
    reviewed_print(&style, judged->reviewed);
}

/* A scorecard that could not be made is told after the verdict, which stands by itself. */
static enum command_exit print_submission(const struct judging_settings *settings,
                                          const struct outcome *outcome,
                                          const struct judged *judged, enum command_exit status)
{
    json_t *scorecard = NULL;
    enum command_exit scored = score(settings, outcome, judged, &scorecard);

    if (scored != COMMAND_PASSED)
        status = scored;
    if (settings->json)
        status = print_json(judged, scorecard, status);
    else
        print_text(judged, scorecard);
    json_decref(scorecard);
    return status;
}

static enum command_exit print_samples(const struct judging_settings *settings,
                                       const struct trial *trial, enum command_exit status)
{
    struct report_style style = report_style_of(stdout);

    if (settings->json)
        return command_printed(report_trial_json(stdout, trial), status);
    report_trial_text(stdout, &style, trial);
    return status;
}

/* `outcome` NULL: the samples alone. */
static enum command_exit judge_files(const struct command_input *input, struct session *session,
                                     const struct package *package, const struct outcome *outcome)
{
    const struct judging_settings *settings = input->settings;
    AUTO_JUDGE struct judge *judge = NULL;
    CLEANUP(free_trial) struct trial *trial = NULL;
    CLEANUP(free_growth) struct growth *growth = NULL;
    struct error unmeasured = { 0 };
    struct report_progress progress;
    struct trial_options options;
    struct error error = { 0 };
    enum command_exit status;
    int code;

    report_progress_begin(&progress, stderr, package->slug);
    options = options_of(settings, !outcome, &progress);
    code = judge_new(session->compiler, session->sandbox, package, &judge, &error);
    const char *const *files = (const char *const *) input->arguments + 1;
    size_t count = (size_t) input->count - 1;
    if (code == 0)
        code = settings->own_input
                   ? judge_input(judge, settings->own_input, settings->expected, files, count,
                                 &options, &trial, &error)
                   : judge_submission(judge, files, count, &options, &trial, &error);
    if (code == 0 && outcome)
        growth = measure_growth(input, judge, package, trial, &progress, &unmeasured);
    report_progress_end(&progress);
    if (code != 0)
        return command_fail(command_status(&error), &error);
    status = trial->verdict == VERDICT_AC   ? COMMAND_PASSED
             : trial->verdict == VERDICT_JE ? COMMAND_BAD_INPUT
                                            : COMMAND_REJECTED;
    if (!outcome)
        return print_samples(settings, trial, status);
    struct reviewed reviewed = { 0 };
    struct judged judged = { package, files, count, trial, growth, &unmeasured, &reviewed };
    if (outcome_is_read(outcome))
        reviewed_program(files, count, &reviewed);
    status = print_submission(settings, outcome, &judged, status);
    reviewed_close(&reviewed);
    return status;
}

enum command_exit judging_run(const struct command_input *input, bool samples_only)
{
    const struct judging_settings *settings = input->settings;
    CLEANUP(outcome_close) struct outcome outcome = { 0 };
    AUTO_PACKAGE struct package *package = NULL;
    AUTO_SESSION struct session session = { 0 };
    enum command_exit status = COMMAND_PASSED;

    if (!samples_only)
        status = outcome_open(&settings->outcome, EVIDENCE_ALGORITHM, NULL, &outcome);
    if (status == COMMAND_PASSED)
        status = session_begin(input, settings->language, &session, &package);
    if (status != COMMAND_PASSED)
        return status;
    return judge_files(input, &session, package, samples_only ? NULL : &outcome);
}
