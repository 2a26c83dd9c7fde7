/*
 * Theory of operation: a package without a time limit gets one from its own submissions: the
 * slowest run of those that have to pass, times the package's factor, rounded up. That takes as
 * long as judging all of them, so the result is kept in the cache directory, under a digest of
 * everything it depends on. File contents enter the digest by path, size and time of change: a
 * package can have gigabytes of tests, and a stale entry costs a wrong limit only where a file
 * changed while keeping all three.
 */

#include "judge/trial/judge.h"

#include "judge/base/file.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

double limit_from_slowest(const struct package_limits *limits, double slowest_s)
{
    double resolution = limits->time_resolution_s > 0 ? limits->time_resolution_s : 1;
    double exact = slowest_s * limits->ac_to_time_limit;
    double steps = ceil(exact / resolution - 1e-9);

    return (steps < 1 ? 1 : steps) * resolution;
}

/* ---- The cache ----------------------------------------------------------------------------- */

static void digest_path(struct digest_state *digest, const char *path)
{
    struct stat status;
    char line[128];

    if (stat(path, &status) < 0)
        memset(&status, 0, sizeof(status));
    snprintf(line, sizeof(line), " %lld %lld.%09ld\n", (long long) status.st_size,
             (long long) status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
    digest_add(digest, path, strlen(path));
    digest_add(digest, line, strlen(line));
}

static void digest_program(struct digest_state *digest, struct arena *arena, const char *path,
                           const char *package)
{
    struct sources sources = { 0 };
    struct error ignored;

    if (sources_add(&sources, arena, path, package, &ignored) < 0)
        return;
    for (size_t i = 0; i < sources.count; i++)
        digest_path(digest, sources.files[i].path);
}

/* Where the limit of this package is kept, in `arena`; NULL when it cannot be. */
static const char *cache_path(const struct judge *judge, struct arena *arena)
{
    const struct package *package = judge->package;
    struct digest_state *digest = digest_new();
    const char *directory;
    struct error ignored;
    char hex[65], factors[128];

    if (!digest)
        return NULL;
    snprintf(factors, sizeof(factors), "time limit 1 %g %g\n", package->limits.ac_to_time_limit,
             package->limits.time_resolution_s);
    digest_add(digest, factors, strlen(factors));
    for (size_t i = 0; i < package->test_count; i++) {
        digest_path(digest, package->tests[i].input_path);
        digest_path(digest, package->tests[i].answer_path);
    }
    for (size_t i = 0; i < package->submission_count; i++)
        if (package->submissions[i].use_for_time_limit)
            digest_program(digest, arena, package->submissions[i].path, package->directory);
    for (size_t i = 0; i < package->output_validator_count; i++)
        digest_program(digest, arena, package->output_validators[i].path, package->directory);
    digest_finish(digest, hex);
    if (path_cache_directory(arena, &directory, &ignored) < 0)
        return NULL;
    directory = arena_printf(arena, "%s/limits", directory);
    if (!directory || file_make_directories(directory, 0700, &ignored) < 0)
        return NULL;
    return arena_printf(arena, "%s/%s", directory, hex);
}

double limit_recall(struct judge *judge)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *path = arena ? cache_path(judge, arena) : NULL;
    AUTO_FREE char *text = NULL;
    struct error ignored;
    size_t size;

    if (judge->time_limit_s > 0)
        return judge->time_limit_s;
    if (!path || file_read(path, 64, &text, &size, &ignored) < 0)
        return 0;
    double seconds = strtod(text, NULL);

    if (seconds > 0 && seconds < 1e6)
        judge->time_limit_s = seconds;
    return judge->time_limit_s;
}

void limit_remember(struct judge *judge, double seconds)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *path = arena ? cache_path(judge, arena) : NULL;
    struct error ignored;
    char text[64];

    judge->time_limit_s = seconds;
    snprintf(text, sizeof(text), "%.9g\n", seconds);
    if (path)
        file_write_atomic(path, text, strlen(text), 0600, &ignored);
}

/* ---- Deriving ------------------------------------------------------------------------------ */

/* Judges one of the package's submissions. Its time counts when it did not run into the search's
 * own limit; one in a language that this host lacks does not count. */
static int time_submission(struct judge *judge, const struct package_submission *submission,
                           const struct trial_options *options, double *slowest,
                           struct error *error)
{
    struct attempt attempt = { .paths = &submission->path,
                               .path_count = 1,
                               .language = submission->language,
                               .entry_point = submission->entry_point,
                               .time_limit_s = TIME_LIMIT_SEARCH_S,
                               .stop_on = expect_stop_on(submission),
                               .trusted = true };
    struct trial_options quiet = { .jobs = options->jobs, .no_cache = options->no_cache };
    struct trial *trial;
    bool unsupported;
    int code = judge_attempt(judge, &attempt, &quiet, &trial, &unsupported, error);

    if (code < 0)
        return unsupported ? 0 : code;
    if (trial->compile_ok && trial->slowest_s < TIME_LIMIT_SEARCH_S && trial->slowest_s > *slowest)
        *slowest = trial->slowest_s;
    trial_free(trial);
    return 0;
}

static int derive(struct judge *judge, const struct trial_options *options, double *ret,
                  struct error *error)
{
    const struct package *package = judge->package;
    size_t total = 0, done = 0;
    double slowest = -1;

    for (size_t i = 0; i < package->submission_count; i++)
        total += package->submissions[i].use_for_time_limit;
    for (size_t i = 0; i < package->submission_count; i++) {
        if (!package->submissions[i].use_for_time_limit)
            continue;
        if (options->progress)
            options->progress(options->progress_context, "derive", done++, total);
        int code = time_submission(judge, &package->submissions[i], options, &slowest, error);

        if (code < 0)
            return error_context(error, "%s", package->submissions[i].name);
    }
    if (slowest < 0) {
        error_set(error, -EINVAL,
                  "%s has no time limit, and none of its submissions can be run here to find one",
                  package->slug);
        error_remedy(error, "give one: --time-limit SECONDS");
        return error->code;
    }
    *ret = limit_from_slowest(&package->limits, slowest);
    return 0;
}

int limit_find(struct judge *judge, const struct trial_options *options, double *ret_seconds,
               const char **ret_source, struct error *error)
{
    const struct package_limits *limits = &judge->package->limits;
    double seconds;
    int code;

    if (limits->time_s > 0) {
        *ret_seconds = limits->time_s;
        *ret_source = limits->time_source ? limits->time_source : "problem.yaml";
        return 0;
    }
    seconds = limit_recall(judge);
    if (seconds <= 0) {
        code = derive(judge, options, &seconds, error);
        if (code < 0)
            return code;
        limit_remember(judge, seconds);
    }
    *ret_seconds = seconds;
    *ret_source = TIME_LIMIT_DERIVED;
    return 0;
}

/* ---- Of a language ------------------------------------------------------------------------ */

int limit_check_factors(const struct judge *judge, struct error *error)
{
    const struct package *package = judge->package;

    for (size_t i = 0; i < package->time_factor_count; i++) {
        const char *id = package->time_factors[i].language;
        const struct language *language = language_find(compiler_table(judge->compiler), id);

        if (language && strcmp(language->id, id) == 0)
            continue;
        error_at(error, -EINVAL, package->directory, 0,
                 "interview.yaml: time_factors: \"%.60s\" is no language's id", id);
        error_remedy(error, "assay languages names them");
        return error->code;
    }
    return 0;
}

int limit_choose(struct judge *judge, const struct attempt *attempt,
                 const struct trial_options *options, struct trial *trial, struct error *error)
{
    const char *source = "--time-limit";
    double seconds = attempt->time_limit_s > 0 ? attempt->time_limit_s : options->time_limit_s;
    double factor = 1;
    int code = 0;

    if (seconds <= 0) {
        code = limit_find(judge, options, &seconds, &source, error);
        factor = package_time_factor(judge->package, trial->language);
    }
    if (code < 0)
        return code;
    trial->time_limit_s = seconds * factor;
    trial->time_limit_source =
        factor == 1
            ? arena_strdup(trial->arena, source)
            : arena_printf(trial->arena, "%s, times %g for %s", source, factor,
                           language_find(compiler_table(judge->compiler), trial->language)->name);
    return trial->time_limit_source ? 0 : error_set(error, -ENOMEM, "out of memory");
}
