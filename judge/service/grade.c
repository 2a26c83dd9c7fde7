/*
 * Theory of operation: one host (a room) a grading. The repository is built in it, the service is
 * started, and the probes are played in the order of their files against the one service. It is
 * started anew, on empty data, for a probe that asks for it and after a probe with variables of its
 * own; on the same data when a probe left it stopped or dead. At the end the candidate's own tests
 * run in another room. What compilers cached while building is taken out of the first one, where it
 * would count as the service's memory, and put into the second, so that they need not start anew.
 */
#include "judge/service/service.h"

#include "judge/base/clock.h"
#include "judge/base/file.h"
#include "judge/service/edits.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { BUILD_S = 300, STOP_S = 5, REASON_BYTES = 4000 };

struct grader {
    struct host *host;
    const struct grade_options *options;
    struct grading *grading;
    bool own_variables; /* the service runs with some of the last probe's */
    int home;           /* what the build left in its home, for the tests; -1: nothing */
};

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* ---- Build and start ------------------------------------------------------------------------ */

static int build(struct grader *grader, struct error *error)
{
    struct grading *grading = grader->grading;

    grading->build_good = true;
    if (!grading->procfile.build)
        return 0;
    grading->has_build = true;
    int status =
        host_build(grader->host, "app", grading->procfile.build, BUILD_S, &grading->build, error);
    if (status == 0)
        grading->build_good = grading->build.good;
    return status;
}

/* "NAME=value" of a probe's variables; the caller's: free(). */
static const char **variables_of(struct arena *arena, const struct probe *probe)
{
    const char **all = memory_alloc((probe->environment.count + 1) * sizeof(*all));
    size_t count = 0;

    for (size_t i = 0; all && i < probe->environment.count; i++) {
        const struct header *item = &probe->environment.items[i];
        all[count] = arena_printf(arena, "%s=%s", item->name, item->value ? item->value : "");
        if (!all[count++]) {
            free(all);
            return NULL;
        }
    }
    if (all)
        all[count] = NULL;
    return all;
}

/* `reason` "" when it runs. */
static int start(struct grader *grader, const struct probe *probe, bool fresh, char *reason,
                 struct error *error)
{
    AUTO_FREE const char **variables = probe ? variables_of(grader->grading->arena, probe) : NULL;
    double ready_s;

    if (probe && !variables)
        return no_memory(error);
    int status = host_start(grader->host, grader->grading->procfile.web, fresh, variables, &ready_s,
                            reason, REASON_BYTES, error);
    grader->own_variables = probe && probe->environment.count > 0;
    if (status == 0 && !grader->grading->ready && !*reason) {
        grader->grading->ready = true;
        grader->grading->start_s = ready_s;
    }
    return status;
}

/* ---- Probes --------------------------------------------------------------------------------- */

static bool wanted(const struct grade_options *options, const struct probe *probe)
{
    if (!options->only)
        return true;
    for (const char *const *id = options->only; *id; id++)
        if (!strcmp(*id, probe->id))
            return true;
    return false;
}

/* The results of a grading hold what is allocated here, which gcc 12 loses sight of. */
#pragma GCC diagnostic push
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

static int without_service(struct probe_result *result, const struct probe *probe,
                           enum probe_status status, const char *message, struct error *error)
{
    *result = (struct probe_result){ .probe = probe,
                                     .status = status,
                                     .line = probe->line,
                                     .message = strdup(message),
                                     .reproduce = strdup("") };
    return result->message && result->reproduce ? 0 : no_memory(error);
}

#pragma GCC diagnostic pop

static int play(struct grader *grader, const struct probe *probe, struct probe_result *result,
                struct error *error)
{
    char reason[REASON_BYTES] = "", how[300];
    bool fresh = probe->fresh || grader->own_variables;
    int status = 0;

    if (fresh || !host_running(grader->host, how, sizeof(how)))
        status = start(grader, probe, fresh, reason, error);
    if (status == 0 && *reason)
        return without_service(result, probe, PROBE_FAILED, reason, error);
    if (status == 0)
        status = play_probe(grader->host, grader->options->package->probes, probe,
                            grader->options->seed, result, error);
    return status;
}

static int play_all(struct grader *grader, const char *skip, struct error *error)
{
    const struct probes *probes = grader->options->package->probes;
    const struct grade_options *options = grader->options;
    struct grading *grading = grader->grading;
    size_t total = 0;
    int status = 0;

    for (size_t i = 0; i < probes->count; i++)
        total += wanted(options, probes->items[i]);
    for (size_t i = 0; i < probes->count && status == 0; i++) {
        struct probe_result *result = &grading->results[grading->count];
        if (!wanted(options, probes->items[i]))
            continue;
        status = skip ? without_service(result, probes->items[i], PROBE_SKIPPED, skip, error)
                      : play(grader, probes->items[i], result, error);
        if (status < 0)
            return status;
        grading->count++;
        if (result->memory_bytes > grading->memory_bytes)
            grading->memory_bytes = result->memory_bytes;
        if (result->cpu_ns > grading->cpu_ns)
            grading->cpu_ns = result->cpu_ns;
        if (options->progress)
            options->progress(options->context, result, grading->count, total);
    }
    return status;
}

/* ---- The end -------------------------------------------------------------------------------- */

/* What the contract asks of the end, of a service that no probe is at any more. */
static int see_end(struct grader *grader, struct error *error)
{
    struct grading *grading = grader->grading;
    char reason[REASON_BYTES] = "", how[300];
    int status = 0;

    if (!grading->ready || grader->options->only)
        return 0;
    if (!host_running(grader->host, how, sizeof(how)))
        status = start(grader, NULL, true, reason, error);
    if (status < 0 || *reason)
        return status;
    status = host_stop(grader->host, STOP_S, reason, sizeof(reason), error);
    AUTO_FREE char *said = status == 0 ? host_log_tail(grader->host, 64) : NULL;
    if (status < 0)
        return status;
    grading->end_known = true;
    grading->stops = !*reason;
    grading->logs = said && said[strspn(said, " \t\r\n")];
    grading->not_stopped = *reason ? arena_strdup(grading->arena, reason) : NULL;
    return *reason && !grading->not_stopped ? no_memory(error) : 0;
}

/* ---- The candidate's tests ------------------------------------------------------------------ */

static bool asks_own_tests(const struct grader *grader)
{
    const struct grading *grading = grader->grading;

    return !grader->options->probes_only && grading->procfile.test && grading->build_good;
}

/* Before them the service ends: its room is not needed any more. */
static int ask_own_tests(struct grader *grader, struct sandbox *sandbox, struct error *error)
{
    struct grading *grading = grader->grading;
    const struct grade_options *options = grader->options;
    struct own_tests_options own = { .package = options->package,
                                     .home = grader->home,
                                     .directory = options->directory,
                                     .procfile = &grading->procfile,
                                     .seed = options->seed,
                                     .build_network = options->build_network,
                                     .budget_s = options->own_tests_s };

    if (!asks_own_tests(grader))
        return 0;
    return own_tests_measure(sandbox, &own, &grading->own_tests, error);
}

/* ---- The whole ------------------------------------------------------------------------------ */

static int grade_host(struct grader *grader, struct error *error)
{
    struct grading *grading = grader->grading;
    char reason[REASON_BYTES] = "";
    const char *skip = NULL;
    const struct grade_options *options = grader->options;
    int status = edits_apply(grader->host, "app", options->directory, options->edits,
                             options->edit_count, error);

    if (status == 0)
        status = build(grader, error);
    if (status == 0 && !grading->build_good) {
        grading->not_ready = "it was not built";
        return play_all(grader, "the build failed", error);
    }
    if (status == 0 && grading->has_build && asks_own_tests(grader))
        status = host_save_home(grader->host, &grader->home, error);
    if (status == 0)
        status = host_drop_caches(grader->host, error);
    if (status == 0)
        status = start(grader, NULL, true, reason, error);
    if (status == 0 && *reason) {
        grading->not_ready = arena_strdup(grading->arena, reason);
        skip = "the service did not start";
    }
    if (status == 0)
        status = play_all(grader, skip, error);
    if (status == 0)
        status = see_end(grader, error);
    grading->usage = *host_usage_series(grader->host);
    return status;
}

int grade(struct sandbox *sandbox, const struct grade_options *options, struct grading **ret,
          struct error *error)
{
    const struct service_package *package = options->package;
    struct arena *arena = arena_new();
    struct grading *grading = arena ? arena_alloc(arena, sizeof(*grading)) : NULL;
    struct host_config config = { .directory = options->directory,
                                  .ready_s = package->ready_s,
                                  .memory_bytes = package->memory_bytes,
                                  .environment = package->environment,
                                  .build_network = options->build_network };
    struct grader grader = { .options = options, .grading = grading, .home = -1 };
    double start_s = clock_now_s();

    if (!grading) {
        arena_free(arena);
        return no_memory(error);
    }
    *grading = (struct grading){ .arena = arena,
                                 .package = package,
                                 .seed = options->seed,
                                 .build_network = options->build_network };
    grading->directory = arena_strdup(arena, options->directory);
    grading->problem = arena_strdup(arena, options->problem ? options->problem : package->slug);
    grading->results = arena_array(arena, package->probes->count + 1, sizeof(*grading->results));
    int status = grading->directory && grading->problem && grading->results ? 0 : no_memory(error);
    if (status == 0)
        status = procfile_find(arena, options->directory, &grading->procfile, error);
    if (status == 0)
        status = host_new(sandbox, &config, &grader.host, error);
    if (status == 0)
        status = grade_host(&grader, error);
    host_free(grader.host);
    if (status == 0)
        status = ask_own_tests(&grader, sandbox, error);
    if (grader.home >= 0)
        close(grader.home);
    grading->seconds = clock_now_s() - start_s;
    if (status < 0)
        grading_free(grading);
    else
        *ret = grading;
    return status;
}

void grading_free(struct grading *grading)
{
    if (!grading)
        return;
    for (size_t i = 0; i < grading->count; i++)
        probe_result_clear(&grading->results[i]);
    host_run_clear(&grading->build);
    own_tests_free(grading->own_tests);
    arena_free(grading->arena);
}

size_t grading_count(const struct grading *grading, enum probe_status status)
{
    size_t count = 0;

    for (size_t i = 0; i < grading->count; i++)
        count += grading->results[i].status == status;
    return count;
}
