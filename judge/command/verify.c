/*
 * `assay verify`: is a package what it says? Its format, its inputs, and each labelled submission
 * against its expected verdict. Text is printed package by package as they are done; the JSON array
 * at the end. A package that cannot be found is a result like a broken one, so that one mistake in
 * a list of a hundred does not cost the other results.
 */

#include "judge/base/memory.h"
#include "judge/command/command.h"
#include "judge/command/session.h"
#include "judge/report/service_report.h"
#include "judge/service/service.h"

#include <errno.h>
#include <string.h>

struct verify_settings {
    bool json, full, no_cache;
    uint64_t jobs;
    double time_limit_s;
    struct option_list only;
};

static const struct option_row options[] = {
    OPTION_JSON(struct verify_settings),
    OPTION_JOBS(struct verify_settings, "tests"),
    OPTION_TIME_LIMIT(struct verify_settings, "test"),
    { .name = "full",
      .letter = 'f',
      .type = OPTION_FLAG,
      .offset = offsetof(struct verify_settings, full),
      .help = "run every test, even when it is certain that a submission is as labelled" },
    { .name = "only",
      .type = OPTION_LIST,
      .value = "NAME",
      .offset = offsetof(struct verify_settings, only),
      .help = "of a service problem: this reference or faulty variant alone" },
    OPTION_NO_CACHE(struct verify_settings),
    { 0 },
};

/* The result of a package that could not be verified at all. */
static struct verification *failure(const char *name, const struct error *error)
{
    struct arena *arena = arena_new();
    struct verification *verification = arena ? arena_alloc(arena, sizeof(*verification)) : NULL;
    const char **errors = arena ? arena_array(arena, 2, sizeof(*errors)) : NULL;
    char text[1200];

    if (!verification || !errors) {
        arena_free(arena);
        return NULL;
    }
    error_format(error, text, sizeof(text));
    errors[0] = arena_strdup(arena, text);
    verification->arena = arena;
    verification->package = arena_strdup(arena, name);
    verification->errors = errors;
    if (!errors[0] || !verification->package) {
        arena_free(arena);
        return NULL;
    }
    return verification;
}

static enum command_exit status_of(const struct verification *verification)
{
    if (!verification->valid)
        return COMMAND_BAD_INPUT;
    return report_verification_tally(verification).unexpected ? COMMAND_REJECTED : COMMAND_PASSED;
}

/* ---- Services ------------------------------------------------------------------------------- */

struct check_lines {
    struct report_style style;
    bool silent;
};

static void print_check(void *context, const struct service_check *check)
{
    const struct check_lines *lines = context;

    if (lines->silent)
        return;
    report_service_check(stdout, &lines->style, check);
    fflush(stdout);
}

/* As the result of any other package: each check that failed is an error of it. */
static struct verification *convert(const char *directory,
                                    const struct service_verification *checks)
{
    struct arena *arena = arena_new();
    struct verification *verification = arena ? arena_alloc(arena, sizeof(*verification)) : NULL;
    const char **errors = arena ? arena_array(arena, checks->count + 1, sizeof(*errors)) : NULL;
    size_t failed = 0;

    if (!verification || !errors) {
        arena_free(arena);
        return NULL;
    }
    for (size_t i = 0; i < checks->count; i++) {
        const struct service_check *check = &checks->checks[i];
        if (check->good)
            continue;
        errors[failed] = arena_printf(arena, "%s: %s", check->name, check->message);
        if (!errors[failed++]) {
            arena_free(arena);
            return NULL;
        }
    }
    verification->arena = arena;
    verification->package = arena_strdup(arena, directory);
    verification->errors = errors;
    verification->valid = failed == 0;
    return verification;
}

static enum command_exit verify_service(struct session *session, const char *directory,
                                        const struct verify_settings *settings,
                                        struct verification **ret, bool *ret_told)
{
    AUTO_FREE const char **only = calloc(settings->only.count + 1, sizeof(*only));
    struct check_lines lines = { report_style_of(stdout), settings->json };
    struct service_verify_options verify_options = {
        .seed = 1, .full = settings->full, .progress = print_check, .context = &lines
    };
    struct service_verification *checks = NULL;
    struct service_package *package = NULL;
    struct error error = { 0 };

    for (size_t i = 0; only && i < settings->only.count; i++)
        only[i] = settings->only.items[i];
    verify_options.only = settings->only.count ? only : NULL;
    int code = only ? service_package_read(directory, &package, &error)
                    : error_set(&error, -ENOMEM, "out of memory");
    if (code == 0)
        code = service_verify(session->sandbox, package, &verify_options, &checks, &error);
    *ret = code == 0 ? convert(directory, checks) : failure(directory, &error);
    *ret_told = true;
    service_verification_free(checks);
    service_package_free(package);
    if (code < 0) {
        command_fail(COMMAND_BAD_INPUT, &error);
        return command_status(&error);
    }
    return *ret && (*ret)->valid ? COMMAND_PASSED : COMMAND_REJECTED;
}

/* ---- Packages ------------------------------------------------------------------------------- */

/* Finds and verifies one package. *ret is NULL only when memory is out; *ret_told when there was no
 * package to look at, which stderr was told. */
static enum command_exit verify_one(struct session *session, const char *name,
                                    const struct verify_settings *settings,
                                    struct verification **ret, bool *ret_told)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct report_progress progress;
    struct trial_options trial_options = {
        .full = settings->full,
        .jobs = (int) settings->jobs,
        .time_limit_s = settings->time_limit_s,
        .no_cache = settings->no_cache,
        .progress = report_progress_step,
        .progress_context = &progress,
    };
    struct error error = { 0 };
    const char *directory;
    int code;

    *ret = NULL;
    *ret_told = false;
    if (!arena)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    report_progress_begin(&progress, stderr, name);
    code = problem_find(arena, name, &directory, &error);
    if (code == 0 && service_package_is(directory)) {
        report_progress_end(&progress);
        return verify_service(session, directory, settings, ret, ret_told);
    }
    if (code == 0)
        code = verify_package(session->compiler, session->sandbox, directory, &trial_options, ret,
                              &error);
    report_progress_end(&progress);
    if (code == 0)
        return status_of(*ret);
    *ret = failure(name, &error);
    *ret_told = true;
    command_fail(COMMAND_BAD_INPUT, &error);
    return command_status(&error);
}

/* Of several packages, the worst result counts. */
static enum command_exit verify_all(const struct command_input *input, struct session *session,
                                    struct verification **results)
{
    const struct verify_settings *settings = input->settings;
    struct report_style style = report_style_of(stdout);
    enum command_exit worst = COMMAND_PASSED;

    for (int i = 0; i < input->count; i++) {
        bool told;
        enum command_exit status =
            verify_one(session, input->arguments[i], settings, &results[i], &told);

        worst = status > worst ? status : worst;
        if (!results[i])
            return command_printed(-ENOMEM, COMMAND_BROKEN);
        if (settings->json || told)
            continue;
        report_verification_text(stdout, &style, results[i]);
        fflush(stdout);
    }
    if (!settings->json)
        return worst;
    return command_printed(report_verifications_json(stdout,
                                                     (const struct verification *const *) results,
                                                     (size_t) input->count),
                           worst);
}

static enum command_exit run(const struct command_input *input)
{
    AUTO_FREE struct verification **results =
        calloc((size_t) input->count, sizeof(struct verification *));
    AUTO_SESSION struct session session = { 0 };
    enum command_exit status = session_open(&session);

    if (status != COMMAND_PASSED)
        return status;
    if (!results)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    status = verify_all(input, &session, results);
    for (int i = 0; i < input->count; i++)
        verification_free(results[i]);
    return status;
}

const struct command command_verify = {
    .name = "verify",
    .arguments = "PACKAGE...",
    .summary = "Check packages: format, inputs, and each labelled submission",
    .help =
        "PACKAGE is a slug (assay problems) or the path of a package. Exit status 0: all as\n"
        "labelled; 1: a verdict is not the expected one; 3: a package is broken, each fault is\n"
        "printed with its file and line. Submissions in languages that this machine lacks are\n"
        "skipped, and counted.\n",
    .options = options,
    .settings_bytes = sizeof(struct verify_settings),
    .least = 1,
    .most = -1,
    .isolates = true,
    .run = run,
};
