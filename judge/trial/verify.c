/*
 * Theory of operation: read the package, look at its inputs with its own input validators, then
 * judge every labelled submission. Those that bound the time limit come first: where the package
 * gives no limit, they are judged once, under the limit of the search, and their times decide the
 * limit for the others (that none of them passes it follows from how it is computed).
 *
 * What is wrong with the package is a result. Only a host that fails is an error.
 */

#include "judge/trial/verify.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* ---- Faults -------------------------------------------------------------------------------- */

int verify_add_fault(struct verify *verify, const struct error *fault, bool warning)
{
    char text[1200], shown[1300];
    const char *copy;

    error_format(fault, text, sizeof(text));
    snprintf(shown, sizeof(shown), "%s%s", warning ? "warning: " : "", text);
    if (!warning)
        verify->result->valid = false;
    copy = arena_strdup(verify->result->arena, shown);
    if (!copy || array_reserve((void **) &verify->faults, verify->fault_count,
                               &verify->fault_capacity, sizeof(*verify->faults)) < 0)
        return -ENOMEM;
    verify->faults[verify->fault_count++] = copy;
    return 0;
}

static int add_package_faults(struct verify *verify, const struct package_faults *faults)
{
    int code = 0;

    for (size_t i = 0; i < faults->count && code == 0; i++)
        code = verify_add_fault(verify, &faults->faults[i].error, faults->faults[i].warning);
    return code;
}

/* ---- Submissions --------------------------------------------------------------------------- */

/* Whether the failure is the host's and not the package's. */
static bool is_fatal(int code)
{
    return error_is_hosts(code) || code == -EPERM || code == -ENOTSUP;
}

static int judge_one(struct verify *verify, const struct package_submission *submission,
                     double time_limit_s, bool full, const bool *chosen, struct trial **ret,
                     bool *unsupported, struct error *error)
{
    struct attempt attempt = { .paths = &submission->path,
                               .path_count = 1,
                               .language = submission->language,
                               .entry_point = submission->entry_point,
                               .time_limit_s = time_limit_s,
                               .stop_on = expect_stop_on(submission),
                               .chosen = chosen,
                               .trusted = true };
    struct trial_options options = *verify->options;

    options.progress = NULL;
    options.reveal = true;
    options.samples_only = false;
    options.full = full || options.full || expect_needs_all(submission);
    return judge_attempt(verify->judge, &attempt, &options, ret, unsupported, error);
}

static int note_trial(struct verify *verify, const struct package_submission *submission,
                      const struct trial *trial, struct verified_submission *row)
{
    struct arena *arena = verify->result->arena;
    const char *fault = expect_check(arena, submission, trial, &row->verdict);
    const char *why = "";

    row->ok = !fault;
    row->language = arena_strdup(arena, trial->language);
    row->slowest_s = trial->slowest_s;
    if (fault && trial->compile_ok && trial->decided_by)
        for (size_t i = 0; i < trial->test_count; i++)
            if (strcmp(trial->tests[i].name, trial->decided_by) == 0)
                why = trial->tests[i].message;
    row->message =
        !fault ? ""
        : trial->compile_ok && trial->decided_by
            ? arena_printf(arena, "%s (%s%s%s)", fault, trial->decided_by, *why ? ": " : "", why)
            : fault;
    if (fault && row->message && trial->noise_note)
        row->message = arena_printf(arena, "%s\n%s", row->message, trial->noise_note);
    return row->message && row->language ? 0 : -ENOMEM;
}

/* A failing verdict that is not the expected one may be so only in this judge's order. */
static bool deserves_all_tests(const struct package_submission *submission,
                               const struct trial *trial, const struct verified_submission *row)
{
    return !row->ok && trial->compile_ok && trial->verdict != VERDICT_AC &&
           trial->verdict != VERDICT_JE && !submission->permitted && !submission->required &&
           (submission->expected & ~VERDICT_BIT(VERDICT_AC)) != 0;
}

static int no_trial(struct verify *verify, int code, bool unsupported, const struct error *fault,
                    struct verified_submission *row)
{
    char text[1200];

    if (!unsupported && is_fatal(code))
        return code;
    error_format(fault, text, sizeof(text));
    row->skipped = unsupported;
    row->verdict = VERDICT_JE;
    row->message = arena_strdup(verify->result->arena, text);
    return row->message ? 0 : -ENOMEM;
}

/* Judges it once more, and looks at it anew. */
static int judge_again(struct verify *verify, const struct package_submission *submission,
                       double time_limit_s, bool full, struct trial **trial,
                       struct verified_submission *row, struct error *error)
{
    bool unsupported;
    int code;

    trial_free(*trial);
    *trial = NULL;
    code = judge_one(verify, submission, time_limit_s, full, NULL, trial, &unsupported, error);
    return code < 0 ? code : note_trial(verify, submission, *trial, row);
}

static int reject(struct verified_submission *row, const char *message)
{
    row->ok = false;
    row->message = message;
    return message ? 0 : -ENOMEM;
}

/* The least time of each test in three runs, as far as it matters: a test that took too long is run
 * again. *ret is the slowest of them. */
static int least_times(struct verify *verify, const struct package_submission *submission,
                       double limit, const struct trial *trial, double *ret, struct error *error)
{
    struct arena *arena = verify->result->arena;
    double *times = arena_array(arena, trial->test_count + 1, sizeof(*times));
    bool *chosen = arena_array(arena, trial->test_count + 1, sizeof(*chosen));
    bool unsupported;

    if (!times || !chosen)
        return -ENOMEM;
    for (size_t i = 0; i < trial->test_count; i++)
        times[i] = trial->tests[i].cpu_s;
    for (int run = 0; run < 3; run++) {
        bool any = false;
        struct trial *again = NULL;

        *ret = 0;
        for (size_t i = 0; i < trial->test_count; i++) {
            any |= chosen[i] = limit < MARGIN_RIGHT * times[i];
            *ret = fmax(*ret, times[i]);
        }
        if (!any || run == 2)
            break;
        int code = judge_one(verify, submission, limit, false, chosen, &again, &unsupported, error);
        if (code < 0)
            return code;
        for (size_t i = 0; i < again->test_count; i++)
            if (again->tests[i].judged)
                times[i] = fmin(times[i], again->tests[i].cpu_s);
        trial_free(again);
    }
    return 0;
}

/* A right one: the limit leaves it several times its time. */
static int check_right(struct verify *verify, const struct package_submission *submission,
                       double limit, const struct trial *trial, struct verified_submission *row,
                       struct error *error)
{
    int code = least_times(verify, submission, limit, trial, &row->slowest_s, error);

    row->margin = row->slowest_s > 0 ? limit / row->slowest_s : 0;
    if (code < 0 || limit >= MARGIN_RIGHT * row->slowest_s)
        return code;
    return reject(row, arena_printf(verify->result->arena,
                                    "takes %.3f s: the limit is to leave it %g times as much",
                                    row->slowest_s, MARGIN_RIGHT));
}

/* A slow one was judged with 1.5 times the limit: it should have failed even so. */
static int check_slow(struct verify *verify, const struct package_submission *submission,
                      double limit, struct trial **trial, struct verified_submission *row,
                      struct error *error)
{
    if (row->ok) {
        row->margin = row->slowest_s / limit;
        return 0;
    }
    double slowest = row->slowest_s;
    int code = judge_again(verify, submission, limit, false, trial, row, error);

    if (code < 0 || !row->ok)
        return code;
    row->margin = slowest / limit;
    return reject(row, arena_printf(verify->result->arena,
                                    "takes %.3f s at most: it is to be %g times the limit", slowest,
                                    MARGIN_SLOW));
}

/* Whether a test has caught it: 1, 0, or -1 when it was not judged. */
static int is_caught(const struct trial *trial, const char *name)
{
    for (size_t i = 0; i < trial->test_count; i++)
        if (strcmp(trial->tests[i].name, name) == 0 && trial->tests[i].judged)
            return trial->tests[i].verdict != VERDICT_AC;
    return -1;
}

/* A wrong one: the test that it names catches it. Where the judging stopped before, that test is
 * run by itself. */
static int check_wrong(struct verify *verify, const struct package_submission *submission,
                       double limit, const struct trial *trial, struct verified_submission *row,
                       struct error *error)
{
    struct arena *arena = verify->result->arena;
    const char *name = claims_test(verify->package, submission, arena);
    int caught = name ? is_caught(trial, name) : 0;

    if (!name)
        return reject(row, "its first line names no test that catches it: \"Mistake: …; NAME.\"");
    if (caught < 0) {
        bool *chosen = arena_array(arena, trial->test_count + 1, sizeof(*chosen));
        struct trial *alone = NULL;
        bool unsupported;

        for (size_t i = 0; chosen && i < trial->test_count; i++)
            chosen[i] = strcmp(trial->tests[i].name, name) == 0;
        int code = chosen ? judge_one(verify, submission, limit, false, chosen, &alone,
                                      &unsupported, error)
                          : -ENOMEM;
        if (code < 0)
            return code;
        caught = is_caught(alone, name);
        trial_free(alone);
    }
    if (caught == 0)
        return reject(row, arena_printf(arena, "passes %s, which its first line names", name));
    return caught > 0 ? 0 : reject(row, arena_printf(arena, "%s was not judged", name));
}

static bool is_right(const struct package_submission *submission)
{
    return submission->expected == VERDICT_BIT(VERDICT_AC);
}

static bool is_wrong(const struct package_submission *submission)
{
    return strncmp(submission->name, "wrong_answer/", strlen("wrong_answer/")) == 0;
}

static int check_claims(struct verify *verify, const struct package_submission *submission,
                        double limit, struct trial **trial, struct verified_submission *row,
                        struct error *error)
{
    if (!claims_made(verify) || !(*trial)->compile_ok)
        return 0;
    if (submission->use_for_time_limit_upper)
        return check_slow(verify, submission, limit, trial, row, error);
    if (!row->ok)
        return 0;
    if (is_right(submission))
        return check_right(verify, submission, limit, *trial, row, error);
    return is_wrong(submission) ? check_wrong(verify, submission, limit, *trial, row, error) : 0;
}

static int verify_one(struct verify *verify, const struct package_submission *submission,
                      double time_limit_s, struct verified_submission *row, struct error *error)
{
    bool slow = claims_made(verify) && submission->use_for_time_limit_upper;
    double limit = slow ? MARGIN_SLOW * time_limit_s : time_limit_s;
    struct trial *trial = NULL;
    bool unsupported;
    int code = judge_one(verify, submission, limit, false, NULL, &trial, &unsupported, error);

    if (code < 0)
        return no_trial(verify, code, unsupported, error, row);
    code = note_trial(verify, submission, trial, row);
    if (code == 0 && deserves_all_tests(submission, trial, row))
        code = judge_again(verify, submission, limit, true, &trial, row, error);
    if (code == 0)
        code = check_claims(verify, submission, time_limit_s, &trial, row, error);
    if (code == 0 && submission->use_for_time_limit && trial->compile_ok &&
        trial->slowest_s < TIME_LIMIT_SEARCH_S)
        verify->slowest_s = fmax(verify->slowest_s, trial->slowest_s);
    trial_free(trial);
    return code;
}

/* Those that bound the limit first, and of the others those that take longest last. */
static int rank(const struct package_submission *submission)
{
    if (submission->use_for_time_limit)
        return submission->expected == VERDICT_BIT(VERDICT_AC) ? 0 : 1;
    return (submission->expected & VERDICT_BIT(VERDICT_TLE)) ? 3 : 2;
}

static int fill_row(struct verify *verify, const struct package_submission *submission,
                    struct verified_submission *row)
{
    *row =
        (struct verified_submission){ .path = arena_strdup(verify->result->arena, submission->name),
                                      .expected = submission->expected,
                                      .message = "" };
    return row->path ? 0 : -ENOMEM;
}

static void report_progress(struct verify *verify)
{
    if (verify->options->progress)
        verify->options->progress(verify->options->progress_context, "verify", verify->done,
                                  verify->package->submission_count);
}

/* Only the package's own limit is one of all languages. */
static double factor_of(const struct verify *verify, const struct package_submission *submission)
{
    struct attempt attempt = { .paths = &submission->path,
                               .path_count = 1,
                               .language = submission->language,
                               .trusted = true };

    if (verify->options->time_limit_s > 0 || verify->package->limits.time_s <= 0)
        return 1;
    return judge_time_factor(verify->judge, &attempt);
}

static int verify_rank(struct verify *verify, int wanted, double time_limit_s, struct error *error)
{
    int code = 0;

    for (size_t i = 0; i < verify->package->submission_count && code == 0; i++) {
        const struct package_submission *submission = &verify->package->submissions[i];

        if (rank(submission) != wanted)
            continue;
        report_progress(verify);
        code = verify_one(verify, submission, time_limit_s * factor_of(verify, submission),
                          &verify->result->submissions[i], error);
        if (code < 0 && error->code)
            error_context(error, "%s", submission->name);
        verify->done++;
    }
    report_progress(verify);
    return code;
}

/* The limit, as far as it is known before anything ran. */
static double known_limit(const struct verify *verify)
{
    if (verify->options->time_limit_s > 0)
        return verify->options->time_limit_s;
    if (verify->package->limits.time_s > 0)
        return verify->package->limits.time_s;
    return limit_recall(verify->judge);
}

static int verify_submissions(struct verify *verify, struct error *error)
{
    struct verification *result = verify->result;
    double limit = known_limit(verify);
    int code = 0;

    result->submission_count = verify->package->submission_count;
    result->submissions =
        arena_array(result->arena, result->submission_count + 1, sizeof(*result->submissions));
    if (!result->submissions)
        return -ENOMEM;
    for (size_t i = 0; i < result->submission_count; i++)
        if (fill_row(verify, &verify->package->submissions[i], &result->submissions[i]) < 0)
            return -ENOMEM;
    for (int wanted = 0; wanted <= 1 && code == 0; wanted++)
        code = verify_rank(verify, wanted, limit > 0 ? limit : TIME_LIMIT_SEARCH_S, error);
    if (code == 0 && limit <= 0 && verify->slowest_s >= 0) {
        limit = limit_from_slowest(&verify->package->limits, verify->slowest_s);
        limit_remember(verify->judge, limit);
    }
    result->time_limit_s = limit;
    for (int wanted = 2; wanted <= 3 && code == 0; wanted++)
        code = verify_rank(verify, wanted, limit > 0 ? limit : 10, error);
    return code;
}

/* ---- The package --------------------------------------------------------------------------- */

static int verify_with_judge(struct verify *verify, struct error *error)
{
    int code = judge_prepare_validators(verify->judge, error);

    if (code < 0)
        return is_fatal(code) ? code : verify_add_fault(verify, error, false);
    code = verify_generated(verify, error);
    if (code < 0)
        return code;
    code = judge_make_tests(verify->judge, verify->options, error);
    if (code < 0)
        return is_fatal(code) ? code : verify_add_fault(verify, error, false);
    code = verify_inputs(verify, error);
    if (code == 0)
        code = verify_submissions(verify, error);
    if (code < 0)
        return code;
    code = verify_agree(verify, error);
    return code < 0 && !is_fatal(code) ? verify_add_fault(verify, error, false) : code;
}

static int verify_read_package(struct verify *verify, struct compiler *compiler,
                               struct sandbox *sandbox, struct error *error)
{
    int code = judge_new(compiler, sandbox, verify->package, &verify->judge, error);

    if (code < 0)
        return is_fatal(code) ? code : verify_add_fault(verify, error, false);
    const struct package *package = verify->package;
    verify->package = verify->judge->package;
    code = verify_with_judge(verify, error);
    judge_free(verify->judge);
    verify->package = package;
    return code;
}

/* Reads and goes on as far as it makes sense. */
static int verify_all(struct verify *verify, struct compiler *compiler, struct sandbox *sandbox,
                      const char *directory, struct error *error)
{
    struct package_faults faults = { 0 };
    struct package *package = NULL;
    int code = package_read(directory, &package, &faults, error);
    bool readable = code == 0 && package && package_fault_errors(&faults) == 0;

    bool none = !package && (code == -ENOENT || code == -ENOTDIR) && !faults.count;
    if (none || error_is_hosts(code)) {
        package_faults_clear(&faults);
        package_free(package);
        return code;
    }
    int added = faults.count || code == 0 ? add_package_faults(verify, &faults)
                                          : verify_add_fault(verify, error, false);
    if (!readable)
        verify->result->valid = false;
    code = added;
    verify->package = package;
    if (code == 0 && readable)
        code = verify_read_package(verify, compiler, sandbox, error);
    package_faults_clear(&faults);
    package_free(package);
    return code;
}

static int keep_faults(struct verify *verify)
{
    const char **errors =
        arena_array(verify->result->arena, verify->fault_count + 1, sizeof(*errors));

    if (!errors)
        return -ENOMEM;
    if (verify->fault_count)
        memcpy(errors, verify->faults, verify->fault_count * sizeof(*errors));
    verify->result->errors = errors;
    return 0;
}

int verify_package(struct compiler *compiler, struct sandbox *sandbox, const char *directory,
                   const struct trial_options *options, struct verification **ret,
                   struct error *error)
{
    struct arena *arena = arena_new();
    struct verify verify = { .options = options, .slowest_s = -1 };
    int code = -ENOMEM;

    verify.result = arena ? arena_alloc(arena, sizeof(*verify.result)) : NULL;
    if (verify.result) {
        verify.result->arena = arena;
        verify.result->valid = true;
        verify.result->package = arena_strdup(arena, directory);
        error->code = 0;
        code = verify.result->package ? verify_all(&verify, compiler, sandbox, directory, error)
                                      : -ENOMEM;
    }
    if (code == 0)
        code = keep_faults(&verify);
    free(verify.faults);
    if (code < 0) {
        arena_free(arena);
        return code == -ENOMEM ? error_set(error, -ENOMEM, "out of memory") : code;
    }
    *ret = verify.result;
    return 0;
}

void verification_free(struct verification *verification)
{
    if (verification)
        arena_free(verification->arena);
}
