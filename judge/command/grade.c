/*
 * `assay grade`: a candidate's repository against a service problem. Probes are printed as they are
 * played; when all is done, what it comes to, why, and what could be better. The status is that of
 * the probes, the candidate's own tests are told beside them.
 */

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/command/command.h"
#include "judge/command/outcome.h"
#include "judge/command/readme.h"
#include "judge/command/reviewed.h"
#include "judge/command/service.h"
#include "judge/command/session.h"
#include "judge/report/scorecard_report.h"
#include "judge/report/service_report.h"
#include "judge/review/history.h"

#include <errno.h>
#include <string.h>

struct grade_settings {
    bool json, no_tests, no_readme, build_network;
    uint64_t seed;
    double test_seconds;
    const char *problem;
    struct option_list probes;
    struct outcome_settings outcome;
};

static const struct option_row options[] = {
    OPTION_JSON(struct grade_settings),
    { .name = "problem",
      .letter = 'p',
      .type = OPTION_TEXT,
      .value = "PROBLEM",
      .offset = offsetof(struct grade_settings, problem),
      .help = "the slug or path of the service problem (needed)" },
    { .name = "seed",
      .type = OPTION_COUNT,
      .value = "N",
      .high = 1000000000,
      .fallback = "1",
      .offset = offsetof(struct grade_settings, seed),
      .help = "of names and moments: the same seed does the same" },
    { .name = "probe",
      .type = OPTION_LIST,
      .value = "ID",
      .offset = offsetof(struct grade_settings, probes),
      .help = "only this probe, without a scorecard; may be given several times" },
    { .name = "no-tests",
      .type = OPTION_FLAG,
      .offset = offsetof(struct grade_settings, no_tests),
      .help = "do not run the candidate's own tests" },
    { .name = "no-readme",
      .type = OPTION_FLAG,
      .offset = offsetof(struct grade_settings, no_readme),
      .help = "do not execute the commands of the README" },
    { .name = "test-seconds",
      .type = OPTION_SECONDS,
      .value = "SECONDS",
      .low = 0,
      .high = 3600,
      .fallback = "60",
      .offset = offsetof(struct grade_settings, test_seconds),
      .help = "for asking whether the candidate's tests notice wrong services" },
    { .name = "build-network",
      .type = OPTION_FLAG,
      .offset = offsetof(struct grade_settings, build_network),
      .help = "the build alone reaches this host's network, by slirp4netns" },
    OUTCOME_OPTIONS(struct grade_settings),
    { 0 },
};

struct lines {
    struct report_style style;
    const char *group;
};

static void print_line(void *context, const struct probe_result *result, size_t done, size_t total)
{
    struct lines *lines = context;

    (void) done;
    (void) total;
    report_probe_line(stdout, &lines->style, result, lines->group);
    fflush(stdout);
    lines->group = result->probe->group;
}

static void free_grading(struct grading **grading)
{
    grading_free(*grading);
}

static void free_history(struct history **history)
{
    history_free(*history);
}

static enum command_exit check_probes(const struct grade_settings *settings,
                                      const struct service_package *package)
{
    struct error error = { 0 };

    for (size_t i = 0; i < settings->probes.count; i++) {
        if (probes_find(package->probes, settings->probes.items[i]))
            continue;
        error_set(&error, -EINVAL, "--probe: %s has no probe '%.60s'", package->slug,
                  settings->probes.items[i]);
        error_remedy(&error, "`assay show %s` lists them", package->slug);
        return command_fail(COMMAND_USAGE, &error);
    }
    return COMMAND_PASSED;
}

static enum command_exit score(const struct outcome *outcome, const struct grading *grading,
                               const struct reviewed *reviewed, const struct looked *readme,
                               json_t **ret)
{
    struct evidence *evidence = NULL;
    struct error error = { 0 };

    if (evidence_of_grading(grading, &evidence, &error) < 0)
        return command_fail(COMMAND_BROKEN, &error);
    looked_put(readme, evidence);
    reviewed_put(reviewed, evidence);
    if (outcome_has_readers(outcome))
        evidence_add_detail(evidence, "grade",
                            report_readme_into(report_grading_value(grading), readme->run));
    enum command_exit status = outcome_write(outcome, evidence, ret);
    evidence_free(evidence);
    return status;
}

static enum command_exit print_json(const struct grading *grading, const struct reviewed *reviewed,
                                    const struct looked *readme, json_t *scorecard,
                                    enum command_exit status)
{
    json_t *json = report_readme_into(report_grading_value(grading), readme->run);
    int code = json_object_set(json, "scorecard", scorecard ? scorecard : json_null());

    code = json_object_set_new(json, "review", reviewed_json(reviewed)) < 0 ? -1 : code;
    code = code < 0 ? -ENOMEM : evidence_print(stdout, json);
    json_decref(json);
    return command_printed(code, status);
}

struct graded {
    const struct grading *grading;
    const struct looked *readme;
    const struct reviewed *reviewed;
    const json_t *scorecard; /* NULL: none */
};

static void print_text(const struct grade_settings *settings, const struct report_style *style,
                       const struct graded *graded)
{
    report_outcome_text(stdout, style, graded->grading);
    if (graded->scorecard) {
        printf("\n");
        report_scorecard_text(stdout, style, graded->scorecard);
    } else if (settings->probes.count) {
        printf("no scorecard: only some of the probes were played (--probe)\n");
    }
    report_grading_text(stdout, style, graded->grading);
    if (graded->readme->run)
        report_readme_text(stdout, style, graded->readme->run);
    reviewed_print(style, graded->reviewed);
}

static enum command_exit print(const struct grade_settings *settings, const struct outcome *outcome,
                               const struct grading *grading, const struct history *history,
                               const struct looked *readme, struct lines *lines)
{
    bool good = grading->ready && grading_count(grading, PROBE_FAILED) == 0;
    enum command_exit status = good ? COMMAND_PASSED : COMMAND_REJECTED;
    struct reviewed reviewed = { 0 };
    json_t *scorecard = NULL;

    if (outcome_is_read(outcome))
        reviewed_repository(grading, history, readme->run, &reviewed);
    enum command_exit scored = score(outcome, grading, &reviewed, readme, &scorecard);

    if (scored != COMMAND_PASSED)
        status = scored;
    if (settings->json) {
        status = print_json(grading, &reviewed, readme, scorecard, status);
    } else {
        struct graded graded = { grading, readme, &reviewed, scorecard };
        print_text(settings, &lines->style, &graded);
    }
    reviewed_close(&reviewed);
    json_decref(scorecard);
    return status;
}

static const char *why_no_readme(const struct grade_settings *settings)
{
    return settings->no_readme      ? "it was not asked for (--no-readme)"
           : settings->probes.count ? "only some probes were played (--probe)"
                                    : NULL;
}

static enum command_exit grade_directory(const struct command_input *input,
                                         const struct service_package *package,
                                         const struct outcome *outcome)
{
    const struct grade_settings *settings = input->settings;
    AUTO_FREE const char **only = calloc(settings->probes.count + 1, sizeof(*only));
    CLEANUP(free_grading) struct grading *grading = NULL;
    CLEANUP(free_history) struct history *history = NULL;
    CLEANUP(looked_close) struct looked readme = { 0 };
    struct lines lines = { .style = report_style_of(stdout) };
    struct grade_options grade_options = {
        .package = package,
        .problem = settings->problem,
        .directory = input->arguments[0],
        .seed = settings->seed,
        .only = settings->probes.count ? only : NULL,
        .probes_only = settings->no_tests,
        .build_network = settings->build_network,
        .own_tests_s = settings->test_seconds,
        .progress = settings->json ? NULL : print_line,
        .context = &lines,
    };
    struct sandbox *sandbox = NULL;
    struct error error = { 0 };

    if (!only)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    for (size_t i = 0; i < settings->probes.count; i++)
        only[i] = settings->probes.items[i];
    enum command_exit status = session_sandbox(NULL, &sandbox);
    if (status != COMMAND_PASSED)
        return status;
    int code = grade(sandbox, &grade_options, &grading, &error);
    /* The candidate's own directory: what is graded is a copy without .git. */
    if (code == 0)
        code = history_read(sandbox, input->arguments[0], NULL, &history, &error);
    if (code == 0)
        code = looked_open(sandbox, grading, why_no_readme(settings), &readme, &error);
    sandbox_close(sandbox);
    if (code < 0)
        return command_fail(command_status(&error), &error);
    return print(settings, outcome, grading, history, &readme, &lines);
}

static enum command_exit run(const struct command_input *input)
{
    const struct grade_settings *settings = input->settings;
    CLEANUP(outcome_close) struct outcome outcome = { 0 };
    struct service_package *package = NULL;
    struct error error = { 0 };

    if (!settings->problem) {
        error_set(&error, -EINVAL, "grade: which problem?");
        error_remedy(&error, "add --problem SLUG; `assay problems` lists them");
        return command_fail(COMMAND_USAGE, &error);
    }
    if (!file_is_directory(input->arguments[0])) {
        error_at(&error, -ENOENT, input->arguments[0], 0, "there is no such directory");
        return command_fail(COMMAND_BAD_INPUT, &error);
    }
    enum command_exit status = command_service(settings->problem, &package);
    if (status == COMMAND_PASSED)
        status = check_probes(settings, package);
    if (status == COMMAND_PASSED)
        status = outcome_open(&settings->outcome, EVIDENCE_SERVICE,
                              settings->probes.count ? "--probe" : NULL, &outcome);
    if (status == COMMAND_PASSED)
        status = grade_directory(input, package, &outcome);
    service_package_free(package);
    return status;
}

const struct command command_grade = {
    .name = "grade",
    .arguments = "DIRECTORY",
    .summary = "Grade a take-home service: build it, start it, attack it",
    .help =
        "DIRECTORY is a candidate's repository; its Procfile says how it is built, started and\n"
        "tested (docs/take-home.md). It runs in the sandbox, with no network but its own "
        "loopback,\n"
        "and every probe of the problem is played against it: requests, races, kill -9, restarts,\n"
        "load. A failed probe shows what was expected, what came, and the requests as curl "
        "lines.\n"
        "At the end: what the probes come to; a scorecard by the rubric of take-homes (assay "
        "rubric\n"
        "explain says more of it); the failures; the README; comments on the code.\n\n"
        "Exit status 0: every probe passed; 1: one failed, or it cannot be built or started.\n",
    .options = options,
    .settings_bytes = sizeof(struct grade_settings),
    .least = 1,
    .most = 1,
    .isolates = true,
    .run = run,
};
