#include "judge/command/outcome.h"

#include "judge/command/document.h"

#include <errno.h>

static bool says_how(const struct scoring_settings *scoring)
{
    return scoring->rubric || scoring->ratings.count > 0;
}

static enum command_exit nothing_to_score(const char *option)
{
    struct error error = { 0 };

    error_set(&error, -EINVAL, "%s: nothing is scored then that --rubric or --rating could decide",
              option);
    error_remedy(&error, "leave it out, or them");
    return command_fail(COMMAND_USAGE, &error);
}

/* A verdict stands without a scorecard: that the rubrics of this installation cannot be read ends
 * the command only where the command line says how to score. */
enum command_exit outcome_open(const struct outcome_settings *settings, enum evidence_kind kind,
                               const char *unscored, struct outcome *ret)
{
    enum command_exit status = forms_check_files(&settings->forms);

    *ret = (struct outcome){ .settings = settings };
    if (status != COMMAND_PASSED)
        return status;
    if (settings->no_scorecard)
        unscored = "--no-scorecard";
    if (unscored)
        return says_how(&settings->scoring) ? nothing_to_score(unscored) : COMMAND_PASSED;
    status = scorer_open(&settings->scoring, kind, &ret->scorer);
    return says_how(&settings->scoring) ? status : COMMAND_PASSED;
}

void outcome_close(struct outcome *outcome)
{
    scorer_close(&outcome->scorer);
}

bool outcome_has_readers(const struct outcome *outcome)
{
    size_t on_stdout;

    return outcome->settings->evidence || forms_wanted(&outcome->settings->forms, &on_stdout) > 0;
}

static int put_json(FILE *file, const void *json)
{
    return evidence_print(file, json);
}

static enum command_exit write_evidence(const char *path, const json_t *json)
{
    struct error error = { 0 };

    return document_write(path, put_json, json, &error) < 0
               ? command_fail(command_status(&error), &error)
               : COMMAND_PASSED;
}

static enum command_exit worse(enum command_exit status, enum command_exit other)
{
    return other == COMMAND_PASSED ? status : other;
}

static enum command_exit write_documents(const struct outcome *outcome,
                                         const struct evidence *evidence, const json_t *scorecard)
{
    const struct outcome_settings *settings = outcome->settings;
    enum command_exit status = COMMAND_PASSED;
    json_t *json = evidence_json(evidence);

    if (!json)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    if (settings->evidence)
        status = write_evidence(settings->evidence, json);
    status = worse(status, forms_write(&settings->forms, json, scorecard));
    json_decref(json);
    return status;
}

enum command_exit outcome_write(const struct outcome *outcome, const struct evidence *evidence,
                                json_t **ret)
{
    struct error error = { 0 };
    enum command_exit status = COMMAND_PASSED;

    if (evidence_finish(evidence, &error) < 0)
        return command_fail(COMMAND_BROKEN, &error);
    if (outcome->scorer.rubric)
        status = scorer_score(&outcome->scorer, evidence, ret);
    if (outcome_has_readers(outcome))
        status = worse(status, write_documents(outcome, evidence, *ret));
    return status;
}
