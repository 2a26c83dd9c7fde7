/*
 * Theory of operation: a room of its own holds the candidate's repository (/box/app) and, over
 * HTTP, one of the package's services after the other (/box/variant). Each wrong one starts on
 * empty data. The order of what is asked is drawn from the seed, so that a budget that ends early
 * leaves a sample; what fails only for want of time (a run three times as long as the first) counts
 * as noticed.
 *
 * A mutant that does not compile, and a lie that changed nothing of what the tests do, say nothing
 * about the tests and are not counted.
 */
#include "judge/service/own_tests.h"

#include "judge/base/file.h"
#include "judge/review/interval.h"
#include "judge/review/mutant.h"
#include "judge/service/edits.h"
#include "judge/service/proxy.h"
#include "judge/service/service.h"

#include <errno.h>
#include <math.h>
#include <string.h>

enum {
    BUILD_S = 300,
    FIRST_RUN_S = 120,
    MUTANTS_MOST = 200,
    SURVIVORS_MOST = 100,
    ROOM_MEMORY = 1 << 30,
    SOURCE_BYTES = 1 << 20,
};

struct asker {
    struct host *host;
    const struct own_tests_options *options;
    struct own_tests *tests;
    struct survivor *survivors;
    double end_s;   /* of the budget */
    double limit_s; /* of one run of the tests */
};

/* A wrong service. */
struct wrong {
    const struct service_variant *faulty; /* NULL: a lie about `reference` */
    enum proxy_lie lie;
};

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

const char *tests_method_name(enum tests_method method)
{
    static const char *const names[] = { "not measurable", "http", "mutants" };

    return names[method];
}

static void not_measurable(struct asker *asker, const char *why)
{
    asker->tests->method = TESTS_NOT_MEASURABLE;
    asker->tests->why = why;
}

static int add_survivor(struct asker *asker, const struct survivor *survivor, struct error *error)
{
    struct own_tests *tests = asker->tests;
    struct survivor *slot = &asker->survivors[tests->survivor_count];

    if (tests->survivor_count == SURVIVORS_MOST)
        return 0;
    *slot = *survivor;
    slot->what = arena_strdup(tests->arena, survivor->what);
    slot->text = survivor->text ? arena_strdup(tests->arena, survivor->text) : NULL;
    slot->file = survivor->file ? arena_strdup(tests->arena, survivor->file) : NULL;
    slot->before = survivor->before ? arena_strdup(tests->arena, survivor->before) : NULL;
    slot->after = survivor->after ? arena_strdup(tests->arena, survivor->after) : NULL;
    if (!slot->what)
        return no_memory(error);
    tests->survivor_count++;
    return 0;
}

/* ---- The tests on the candidate's own service ------------------------------------------------ */

static int run_with_service(struct asker *asker, struct error *error)
{
    static const char *const extra[] = { "BASE_URL=http://127.0.0.1:8080", NULL };
    const struct procfile *procfile = asker->options->procfile;
    char reason[2000];
    double ready_s;
    int status =
        host_start(asker->host, procfile->web, true, NULL, &ready_s, reason, sizeof(reason), error);

    if (status < 0 || *reason)
        return status;
    struct host_run run = { 0 };
    status = host_command_beside(asker->host, procfile->test, extra, FIRST_RUN_S, NULL, NULL, &run,
                                 error);
    if (status < 0)
        return status;
    host_run_clear(&asker->tests->run);
    asker->tests->run = run;
    asker->tests->by_base_url = run.good;
    return host_kill(asker->host, error);
}

static int first_run(struct asker *asker, struct error *error)
{
    struct own_tests *tests = asker->tests;
    int status =
        host_command(asker->host, "app", tests->command, NULL, FIRST_RUN_S, &tests->run, error);

    if (status == 0 && !tests->run.good)
        status = run_with_service(asker, error);
    if (status == 0)
        status = test_output_read(tests->arena,
                                  (struct test_text){ tests->run.output, tests->run.output_size },
                                  NULL, 0, tests->run.exit_status, &tests->output, error);
    asker->limit_s = fmax(3 * tests->run.seconds + 5, 10);
    return status;
}

/* ---- Over HTTP ------------------------------------------------------------------------------ */

static int feed(void *context, struct error *error)
{
    return proxy_feed(context, error);
}

/* Puts a variant into the room and starts it on empty data. *ret_runs: whether it does. */
static int serve(struct asker *asker, const struct service_variant *variant, bool *ret_runs,
                 struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct procfile procfile = { 0 };
    char reason[2000] = "";
    double ready_s;

    *ret_runs = false;
    if (!arena)
        return no_memory(error);
    int status = host_kill(asker->host, error);
    if (status == 0)
        status = procfile_find(arena, variant->directory, &procfile, error);
    if (status == 0)
        status = host_add(asker->host, variant->directory, "variant", error);
    if (status == 0)
        status = edits_apply(asker->host, "variant", variant->directory, variant->edits,
                             variant->edit_count, error);
    if (status == 0 && procfile.build) {
        struct host_run build = { 0 };
        status = host_command(asker->host, "variant", procfile.build, NULL, BUILD_S, &build, error);
        if (status == 0 && !build.good)
            snprintf(reason, sizeof(reason), "not built");
        if (status == 0)
            host_run_clear(&build);
    }
    if (status < 0 || *reason)
        return status;
    host_serve_from(asker->host, "variant");
    status =
        host_start(asker->host, procfile.web, true, NULL, &ready_s, reason, sizeof(reason), error);
    *ret_runs = status == 0 && !*reason;
    return status;
}

/* The tests against what serves, through a proxy. */
static int ask_over_http(struct asker *asker, enum proxy_lie lie, bool *ret_passed,
                         size_t *ret_requests, size_t *ret_touched, struct error *error)
{
    struct proxy *proxy = NULL;
    char url[64];
    const char *extra[] = { url, NULL };
    struct host_run run = { 0 };
    int status = proxy_new(host_room(asker->host), HOST_PORT, host_next_port(asker->host), lie,
                           &proxy, error);

    if (status < 0)
        return status;
    snprintf(url, sizeof(url), "BASE_URL=http://127.0.0.1:%d", proxy_port(proxy));
    status = host_command_beside(asker->host, asker->tests->command, extra, asker->limit_s, feed,
                                 proxy, &run, error);
    if (status == 0) {
        *ret_passed = run.good;
        *ret_requests = proxy_requests(proxy);
        *ret_touched = proxy_touched(proxy);
        host_run_clear(&run);
    }
    proxy_free(proxy);
    return status;
}

static int ask_references(struct asker *asker, bool *passed, bool *ret_http, struct error *error)
{
    const struct service_package *package = asker->options->package;
    struct own_tests *tests = asker->tests;
    int status = 0;

    *ret_http = true;
    for (size_t i = 0; i < package->reference_count && status == 0 && *ret_http; i++) {
        const struct service_variant *reference = &package->references[i];
        size_t requests = 0, touched;
        bool runs;
        status = serve(asker, reference, &runs, error);
        if (status == 0 && !runs)
            continue;
        if (status == 0)
            status = ask_over_http(asker, PROXY_HONEST, &passed[i], &requests, &touched, error);
        *ret_http = requests > 0;
        if (tests->references == 0)
            tests->requests = requests;
        if (status < 0 || !*ret_http)
            break;
        tests->references++;
        tests->references_passed += passed[i];
        if (!passed[i] && !tests->failed_on)
            tests->failed_on = reference->name;
    }
    return status;
}

static uint64_t draw(uint64_t *state)
{
    *state += 0x9e3779b97f4a7c15u; /* splitmix64 */
    uint64_t value = *state;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

/* All lies, and the faulty variants of references on which the tests pass, in an order of chance.
 */
static size_t list_wrongs(const struct asker *asker, const bool *passed, struct wrong *wrongs)
{
    const struct service_package *package = asker->options->package;
    uint64_t state = asker->options->seed;
    size_t count = 0;

    for (int lie = PROXY_HONEST + 1; lie < PROXY_LIES; lie++)
        wrongs[count++] = (struct wrong){ .lie = (enum proxy_lie) lie };
    for (size_t i = 0; i < package->faulty_count; i++) {
        const struct service_variant *faulty = &package->faulty[i];
        bool fits = faulty->edit_count == 0;
        for (size_t k = 0; k < package->reference_count; k++)
            fits = fits || (passed[k] && package->references[k].directory == faulty->directory);
        if (fits)
            wrongs[count++] = (struct wrong){ .faulty = faulty };
    }
    for (size_t i = count; i > 1; i--) {
        size_t other = draw(&state) % i;
        struct wrong kept = wrongs[i - 1];
        wrongs[i - 1] = wrongs[other];
        wrongs[other] = kept;
    }
    return count;
}

static int ask_wrong(struct asker *asker, const struct wrong *wrong,
                     const struct service_variant *reference, struct error *error)
{
    struct own_tests *tests = asker->tests;
    size_t requests, touched = 0;
    bool runs, passed;
    char what[200];
    int status = serve(asker, wrong->faulty ? wrong->faulty : reference, &runs, error);

    if (status < 0 || !runs)
        return status;
    status = ask_over_http(asker, wrong->lie, &passed, &requests, &touched, error);
    if (status < 0 || (!wrong->faulty && touched == 0))
        return status;
    tests->total++;
    tests->killed += !passed;
    if (!passed)
        return 0;
    struct survivor survivor = { .what = what };
    snprintf(what, sizeof(what), wrong->faulty ? "faulty %s" : "proxy %s",
             wrong->faulty ? wrong->faulty->name : proxy_lie_name(wrong->lie));
    survivor.text = wrong->faulty ? wrong->faulty->wrong : proxy_lie_text(wrong->lie);
    return add_survivor(asker, &survivor, error);
}

static int ask_wrongs(struct asker *asker, const bool *passed, struct error *error)
{
    const struct service_package *package = asker->options->package;
    const struct service_variant *reference = package->references;
    AUTO_FREE struct wrong *wrongs =
        memory_alloc((package->faulty_count + PROXY_LIES) * sizeof(*wrongs));
    int status = 0;

    if (!wrongs)
        return no_memory(error);
    for (size_t i = package->reference_count; i > 0; i--)
        if (passed[i - 1])
            reference = &package->references[i - 1];
    size_t count = list_wrongs(asker, passed, wrongs);
    for (size_t i = 0; i < count && status == 0; i++) {
        if (client_clock() > asker->end_s) {
            asker->tests->left_out = count - i;
            break;
        }
        status = ask_wrong(asker, &wrongs[i], reference, error);
    }
    return status;
}

static int measure_over_http(struct asker *asker, bool *ret_http, struct error *error)
{
    size_t count = asker->options->package->reference_count;
    AUTO_FREE bool *passed = memory_alloc((count + 1) * sizeof(*passed));

    if (!passed)
        return no_memory(error);
    memset(passed, 0, (count + 1) * sizeof(*passed));
    int status = ask_references(asker, passed, ret_http, error);
    if (status < 0 || !*ret_http)
        return status;
    asker->tests->method = TESTS_OVER_HTTP;
    if (asker->tests->references_passed > 0)
        return ask_wrongs(asker, passed, error);
    not_measurable(asker, "the tests fail on every correct service of the problem");
    return 0;
}

/* ---- By mutants ------------------------------------------------------------------------------ */

/* What compilers say when a change is none that they take. */
static bool not_compiled(const struct host_run *run)
{
    static const char *const signs[] = { "[build failed]",    "[setup failed]",
                                         "could not compile", "COMPILATION ERROR",
                                         "SyntaxError",       "Compilation failed",
                                         "error TS" };

    for (size_t i = 0; i < COUNT(signs); i++)
        if (strstr(run->output, signs[i]))
            return true;
    return false;
}

/* Builds and tests what lies in the room. *ret_valid: whether it compiled. */
static int ask_changed(struct asker *asker, bool *ret_valid, bool *ret_passed, struct error *error)
{
    const struct procfile *procfile = asker->options->procfile;
    struct host_run run = { 0 };
    int status = 0;

    *ret_valid = true;
    if (procfile->build) {
        status = host_build(asker->host, "app", procfile->build, BUILD_S, &run, error);
        if (status < 0)
            return status;
        *ret_valid = run.good;
        host_run_clear(&run);
        if (!*ret_valid)
            return 0;
    }
    status = host_command(asker->host, "app", procfile->test, NULL, asker->limit_s, &run, error);
    if (status < 0)
        return status;
    *ret_passed = run.good;
    *ret_valid = run.good || !not_compiled(&run);
    host_run_clear(&run);
    return 0;
}

static int ask_mutant(struct asker *asker, const struct mutant *mutant, struct error *error)
{
    struct own_tests *tests = asker->tests;
    AUTO_FREE char *path = NULL;
    AUTO_FREE char *text = NULL;
    AUTO_FREE char *changed = NULL;
    size_t size, changed_size;
    bool valid = false, passed = false;

    if (asprintf(&path, "%s/%s", asker->options->directory, mutant->path) < 0)
        return no_memory(error);
    int status = file_read(path, SOURCE_BYTES, &text, &size, error);
    if (status == 0)
        status = mutant_apply(mutant, text, size, &changed, &changed_size, error);
    if (status == 0)
        status = host_put(asker->host, "app", mutant->path, changed, changed_size, error);
    if (status == 0)
        status = ask_changed(asker, &valid, &passed, error);
    if (status == 0)
        status = host_put(asker->host, "app", mutant->path, text, size, error);
    if (status < 0 || !valid)
        return status;
    tests->total++;
    tests->killed += !passed;
    if (!passed)
        return 0;
    return add_survivor(asker,
                        &(struct survivor){ .what = mutant_kind_name(mutant->kind),
                                            .file = mutant->path,
                                            .line = mutant->line,
                                            .before = mutant->before,
                                            .after = mutant->after },
                        error);
}

static int measure_by_mutants(struct asker *asker, struct error *error)
{
    struct mutants *mutants = NULL;
    const struct mutant **sample = NULL;
    size_t count = 0;
    int status = host_kill(asker->host, error);

    if (status == 0)
        status = mutants_find(asker->options->directory, &mutants, error);
    if (status < 0)
        return status;
    asker->tests->method = TESTS_BY_MUTANTS;
    status =
        mutants_sample(mutants, NULL, asker->options->seed, MUTANTS_MOST, &sample, &count, error);
    for (size_t i = 0; i < count && status == 0; i++) {
        if (client_clock() > asker->end_s) {
            asker->tests->left_out = count - i;
            break;
        }
        status = ask_mutant(asker, sample[i], error);
    }
    if (status == 0 && asker->tests->total == 0)
        not_measurable(asker, count == 0 ? "no source was found that can be changed"
                                         : "no changed source could be built and tested in time");
    free(sample);
    mutants_free(mutants);
    return status;
}

/* ---- The whole ------------------------------------------------------------------------------ */

static int build_app(struct asker *asker, struct error *error)
{
    const struct procfile *procfile = asker->options->procfile;
    struct host_run build = { 0 };

    if (!procfile->build)
        return 0;
    int status = host_build(asker->host, "app", procfile->build, BUILD_S, &build, error);
    if (status == 0)
        host_run_clear(&build);
    return status;
}

static int measure(struct asker *asker, struct error *error)
{
    bool http = false;
    int status = build_app(asker, error);

    if (status == 0)
        status = first_run(asker, error);
    asker->end_s = client_clock() + asker->options->budget_s;
    if (status < 0)
        return status;
    if (!asker->tests->run.good) {
        not_measurable(asker, "the tests fail on the candidate's own service");
        return 0;
    }
    status = measure_over_http(asker, &http, error);
    if (status < 0 || http)
        return status;
    if (asker->tests->by_base_url) {
        not_measurable(asker, "the tests pass only with BASE_URL, and sent nothing to it");
        return 0;
    }
    host_serve_from(asker->host, "app");
    return measure_by_mutants(asker, error);
}

int own_tests_measure(struct sandbox *sandbox, const struct own_tests_options *options,
                      struct own_tests **ret, struct error *error)
{
    struct arena *arena = arena_new();
    struct own_tests *tests = arena ? arena_alloc(arena, sizeof(*tests)) : NULL;
    struct host_config config = { .directory = options->directory,
                                  .ready_s = options->package->ready_s,
                                  .memory_bytes = ROOM_MEMORY,
                                  .environment = options->package->environment,
                                  .build_network = options->build_network };
    struct asker asker = { .options = options, .tests = tests };
    double start_s = client_clock();

    if (!tests) {
        arena_free(arena);
        return no_memory(error);
    }
    tests->arena = arena;
    tests->command = options->procfile->test;
    asker.survivors = arena_array(arena, SURVIVORS_MOST, sizeof(*asker.survivors));
    tests->survivors = asker.survivors;
    int status =
        asker.survivors ? host_new(sandbox, &config, &asker.host, error) : no_memory(error);
    if (status == 0)
        status = measure(&asker, error);
    host_free(asker.host);
    tests->seconds = client_clock() - start_s;
    if (tests->total > 0)
        interval_wilson(tests->killed, tests->total, 1.96, &tests->low, &tests->high);
    if (status < 0)
        own_tests_free(tests);
    else
        *ret = tests;
    return status;
}

void own_tests_free(struct own_tests *tests)
{
    if (!tests)
        return;
    host_run_clear(&tests->run);
    arena_free(tests->arena);
}
