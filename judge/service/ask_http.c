/*
 * Theory of operation: one of the package's services after the other runs in the tests' room: the
 * references (/box/reference-N, built once), then the faulty variants (/box/variant) and the first
 * reference on which the tests pass, behind a proxy that lies. Each starts on empty data.
 *
 * What no test could notice is left out: variants that are marked so, and lies that changed nothing
 * of what the tests do.
 */
#include "judge/service/asker.h"

#include "judge/base/clock.h"
#include "judge/base/random.h"
#include "judge/service/edits.h"
#include "judge/service/proxy.h"
#include "judge/service/service.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* A wrong service. */
struct wrong {
    const struct service_variant *faulty; /* NULL: a lie about `reference` */
    enum proxy_lie lie;
    const char *group; /* of what is wrong with it */
    size_t round;      /* how many of its group come before */
    size_t place;      /* by chance */
};

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

static int feed(void *context, struct error *error)
{
    return proxy_feed(context, error);
}

/* Builds what lies in a folder and starts it on empty data. *ret_runs: whether it does. */
static int start_from(struct asker *asker, const char *folder, const struct procfile *procfile,
                      bool build_first, bool *ret_runs, struct error *error)
{
    char reason[2000] = "";
    double ready_s;
    int status = 0;

    *ret_runs = false;
    if (build_first && procfile->build) {
        struct host_run build = { 0 };
        status =
            host_command(asker->host, folder, procfile->build, NULL, ASK_BUILD_S, &build, error);
        bool good = build.good;
        host_run_clear(&build);
        if (status < 0 || !good)
            return status;
    }
    host_serve_from(asker->host, folder);
    status =
        host_start(asker->host, procfile->web, true, NULL, &ready_s, reason, sizeof(reason), error);
    *ret_runs = status == 0 && !*reason;
    return status;
}

/* Puts a variant into the room and starts it. A reference's folder stays, with what was built. */
static int serve(struct asker *asker, const struct service_variant *variant, const char *folder,
                 bool is_there, bool *ret_runs, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct procfile procfile = { 0 };

    *ret_runs = false;
    if (!arena)
        return no_memory(error);
    int status = host_kill(asker->host, error);
    if (status == 0)
        status = procfile_find(arena, variant->directory, &procfile, error);
    if (status == 0 && !is_there)
        status = host_add(asker->host, variant->directory, folder, error);
    if (status == 0 && !is_there)
        status = edits_apply(asker->host, folder, variant->directory, variant->edits,
                             variant->edit_count, error);
    if (status < 0)
        return status;
    return start_from(asker, folder, &procfile, !is_there, ret_runs, error);
}

struct through {
    bool passed;
    size_t requests, touched; /* of proxy.h */
};

/* The tests against what serves, through a proxy. */
static int ask_through(struct asker *asker, enum proxy_lie lie, struct through *ret,
                       struct error *error)
{
    struct proxy *proxy = NULL;
    char url[64];
    struct host_run run = { 0 };
    int status = proxy_new(host_room(asker->host), HOST_PORT, host_next_port(asker->host), lie,
                           &proxy, error);

    if (status < 0)
        return status;
    snprintf(url, sizeof(url), "BASE_URL=http://127.0.0.1:%d", proxy_port(proxy));
    status = asker_run(asker, url, feed, proxy, &run, error);
    if (status == 0) {
        *ret = (struct through){ run.good, proxy_requests(proxy), proxy_touched(proxy) };
        asker_learn(asker, &run);
        host_run_clear(&run);
    }
    proxy_free(proxy);
    return status;
}

static void name_folder(size_t reference, char folder[32])
{
    snprintf(folder, 32, "reference-%zu", reference);
}

static int ask_reference(struct asker *asker, size_t index, bool *ret_passed, bool *ret_http,
                         struct error *error)
{
    const struct service_variant *reference = &asker->options->package->references[index];
    struct own_tests *tests = asker->tests;
    struct through through = { 0 };
    char folder[32];
    bool runs;

    name_folder(index, folder);
    int status = serve(asker, reference, folder, false, &runs, error);
    if (status < 0 || !runs)
        return status;
    status = ask_through(asker, PROXY_HONEST, &through, error);
    *ret_http = through.requests > 0;
    if (status < 0 || !*ret_http)
        return status;
    if (tests->references++ == 0)
        tests->requests = through.requests;
    tests->references_passed += *ret_passed = through.passed;
    if (!through.passed && !tests->failed_on)
        tests->failed_on = reference->name;
    return 0;
}

static int ask_references(struct asker *asker, bool *passed, bool *ret_http, struct error *error)
{
    int status = 0;

    *ret_http = true;
    for (size_t i = 0; i < asker->options->package->reference_count && status == 0 && *ret_http;
         i++)
        status = ask_reference(asker, i, &passed[i], ret_http, error);
    return status;
}

/* ---- In which order ------------------------------------------------------------------------- */

static const char *group_of(const struct service_package *package, const struct wrong *wrong)
{
    if (!wrong->faulty)
        return proxy_lie_of_requests(wrong->lie) ? "lies about requests" : "lies about answers";
    const struct probe *probe = probes_find(package->probes, wrong->faulty->caught_by[0]);
    return probe ? probe->group : "";
}

/* All lies, and the faulty variants of references on which the tests pass. */
static size_t list_wrongs(struct asker *asker, const bool *passed, struct wrong *wrongs)
{
    const struct service_package *package = asker->options->package;
    size_t count = 0;

    for (int lie = PROXY_HONEST + 1; lie < PROXY_LIES; lie++)
        wrongs[count++] = (struct wrong){ .lie = (enum proxy_lie) lie };
    for (size_t i = 0; i < package->faulty_count; i++) {
        const struct service_variant *faulty = &package->faulty[i];
        bool fits = faulty->edit_count == 0;
        for (size_t k = 0; k < package->reference_count; k++)
            fits = fits || (passed[k] && package->references[k].directory == faulty->directory);
        asker->tests->unseen += fits && faulty->unseen;
        if (fits && !faulty->unseen)
            wrongs[count++] = (struct wrong){ .faulty = faulty };
    }
    return count;
}

static int by_round(const void *left, const void *right)
{
    const struct wrong *one = left, *other = right;

    if (one->round != other->round)
        return one->round < other->round ? -1 : 1;
    return one->place < other->place ? -1 : 1;
}

/* By chance, but one of each group, then the next of each: a budget that ends early has seen a
 * little of all that can be wrong. */
static void spread(const struct asker *asker, struct wrong *wrongs, size_t count)
{
    uint64_t state = asker->options->seed;

    for (size_t i = count; i > 1; i--) {
        size_t other = random_draw(&state) % i;
        struct wrong kept = wrongs[i - 1];
        wrongs[i - 1] = wrongs[other];
        wrongs[other] = kept;
    }
    for (size_t i = 0; i < count; i++) {
        wrongs[i].place = i;
        wrongs[i].group = group_of(asker->options->package, &wrongs[i]);
        for (size_t k = 0; k < i; k++)
            wrongs[i].round += !strcmp(wrongs[k].group, wrongs[i].group);
    }
    qsort(wrongs, count, sizeof(*wrongs), by_round);
}

/* ---- Asking --------------------------------------------------------------------------------- */

static int note_survivor(struct asker *asker, const struct wrong *wrong, struct error *error)
{
    const struct service_variant *faulty = wrong->faulty;
    char what[200];

    snprintf(what, sizeof(what), faulty ? "faulty %s" : "proxy %s",
             faulty ? faulty->name : proxy_lie_name(wrong->lie));
    return asker_add_survivor(
        asker,
        &(struct survivor){ .what = what,
                            .text = faulty ? faulty->wrong : proxy_lie_text(wrong->lie) },
        error);
}

/* `reference` is the index of the one that lies are about. */
static int ask_wrong(struct asker *asker, const struct wrong *wrong, size_t reference,
                     struct error *error)
{
    const struct service_package *package = asker->options->package;
    struct own_tests *tests = asker->tests;
    struct through through = { 0 };
    char folder[32] = "variant";
    bool runs;

    if (!wrong->faulty)
        name_folder(reference, folder);
    int status = serve(asker, wrong->faulty ? wrong->faulty : &package->references[reference],
                       folder, !wrong->faulty, &runs, error);
    if (status < 0 || !runs)
        return status;
    status = ask_through(asker, wrong->lie, &through, error);
    if (status < 0 || (!wrong->faulty && through.touched == 0))
        return status;
    tests->total++;
    tests->killed += !through.passed;
    return through.passed ? note_survivor(asker, wrong, error) : 0;
}

static int ask_wrongs(struct asker *asker, const bool *passed, struct error *error)
{
    const struct service_package *package = asker->options->package;
    AUTO_FREE struct wrong *wrongs =
        memory_alloc((package->faulty_count + PROXY_LIES) * sizeof(*wrongs));
    size_t reference = 0;
    int status = 0;

    if (!wrongs)
        return no_memory(error);
    while (!passed[reference])
        reference++;
    size_t count = list_wrongs(asker, passed, wrongs);
    spread(asker, wrongs, count);
    for (size_t i = 0; i < count && status == 0; i++) {
        if (clock_now_s() > asker->end_s) {
            asker->tests->left_out = count - i;
            break;
        }
        status = ask_wrong(asker, &wrongs[i], reference, error);
    }
    return status;
}

int ask_over_http(struct asker *asker, bool *ret_http, struct error *error)
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
    asker_not_measurable(asker, "the tests fail on every correct service of the problem");
    return 0;
}
