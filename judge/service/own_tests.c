/*
 * Theory of operation: a room of its own holds the candidate's repository (/box/app). The tests run
 * once on the candidate's own service; then they are asked of wrong ones, over HTTP (ask_http.c) or
 * by mutants (ask_mutants.c). The order of what is asked is drawn from the seed, so that a budget
 * that ends early leaves a sample; what fails only for want of time (a run three times as long as
 * the first) counts as noticed.
 *
 * Of a wrong one only matters whether any test fails, so that a run ends at the first failure: by
 * the runner's own option, or as soon as the output shows one. The latter is not done where good
 * runs print what looks like a failure.
 */
#include "judge/service/own_tests.h"

#include "judge/base/clock.h"
#include "judge/review/interval.h"
#include "judge/service/asker.h"
#include "judge/service/service.h"

#include <errno.h>
#include <math.h>
#include <string.h>

enum {
    FIRST_RUN_S = 120,
    SURVIVORS_MOST = 100,
    ROOM_MEMORY = 1 << 30,
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

void asker_not_measurable(struct asker *asker, const char *why)
{
    asker->tests->method = TESTS_NOT_MEASURABLE;
    asker->tests->why = why;
}

int asker_add_survivor(struct asker *asker, const struct survivor *survivor, struct error *error)
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

/* ---- Whether they pass ---------------------------------------------------------------------- */

/* Runners that end at a failure when they are told so. Those that read it from the environment get
 * it there, since a command may be a script of the candidate's. */
static const char *const stop_early[] = { "PYTEST_ADDOPTS=-x", "GOFLAGS=-failfast" };

static const char *quick_command(struct arena *arena, const char *command)
{
    static const char unittest[] = "-m unittest", discover[] = " discover";
    const char *at = strstr(command, unittest);

    if (!at || !strchr(" \n", at[strlen(unittest)]))
        return command;
    at += strlen(unittest);
    /* Only the first word can be a command to unittest; behind an option it is a test's name. */
    if (strncmp(at, discover, strlen(discover)) == 0 && strchr(" \n", at[strlen(discover)]))
        at += strlen(discover);
    return arena_printf(arena, "%.*s -f%s", (int) (at - command), command, at);
}

void asker_learn(struct asker *asker, const struct host_run *run)
{
    if (run->good && test_output_failing(run->output))
        asker->may_stop = false;
}

struct asking {
    int (*tick)(void *context, struct error *error);
    void *context;
};

static int pass_tick(void *context, struct error *error)
{
    const struct asking *asking = context;

    return asking->tick ? asking->tick(asking->context, error) : 0;
}

static bool is_enough(void *context, const char *output)
{
    (void) context;
    return test_output_failing(output);
}

int asker_run(struct asker *asker, const char *variable,
              int (*tick)(void *context, struct error *error), void *context, struct host_run *ret,
              struct error *error)
{
    const char *extra[COUNT(stop_early) + 2] = { stop_early[0], stop_early[1], variable };
    struct asking asking = { tick, context };
    struct host_watch watch = { pass_tick, asker->may_stop ? is_enough : NULL, &asking };

    return host_command_beside(asker->host, asker->quick_command, extra, asker->limit_s, &watch,
                               ret, error);
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
    status =
        host_command_beside(asker->host, procfile->test, extra, FIRST_RUN_S, NULL, &run, error);
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
    asker_learn(asker, &tests->run);
    asker->limit_s = fmax(3 * tests->run.seconds + 5, 10);
    return status;
}

/* ---- The whole ------------------------------------------------------------------------------ */

static int build_app(struct asker *asker, struct error *error)
{
    const struct procfile *procfile = asker->options->procfile;
    struct host_run build = { 0 };

    if (!procfile->build)
        return 0;
    int status = host_build(asker->host, "app", procfile->build, ASK_BUILD_S, &build, error);
    if (status == 0)
        host_run_clear(&build);
    return status;
}

static int measure(struct asker *asker, struct error *error)
{
    bool http = false;
    int status =
        asker->options->home < 0 ? 0 : host_load_home(asker->host, asker->options->home, error);

    if (status == 0)
        status = build_app(asker, error);

    if (status == 0)
        status = first_run(asker, error);
    asker->end_s = clock_now_s() + asker->options->budget_s;
    if (status < 0)
        return status;
    if (!asker->tests->run.good) {
        asker_not_measurable(asker, "the tests fail on the candidate's own service");
        return 0;
    }
    status = ask_over_http(asker, &http, error);
    if (status < 0 || http)
        return status;
    if (asker->tests->by_base_url) {
        asker_not_measurable(asker, "the tests pass only with BASE_URL, and sent nothing to it");
        return 0;
    }
    host_serve_from(asker->host, "app");
    return ask_by_mutants(asker, error);
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
    struct asker asker = { .options = options, .tests = tests, .may_stop = true };
    double start_s = clock_now_s();

    if (!tests) {
        arena_free(arena);
        return no_memory(error);
    }
    tests->arena = arena;
    tests->command = options->procfile->test;
    asker.quick_command = quick_command(arena, tests->command);
    asker.survivors = arena_array(arena, SURVIVORS_MOST, sizeof(*asker.survivors));
    tests->survivors = asker.survivors;
    int status = asker.survivors && asker.quick_command
                     ? host_new(sandbox, &config, &asker.host, error)
                     : no_memory(error);
    if (status == 0)
        status = measure(&asker, error);
    host_free(asker.host);
    tests->seconds = clock_now_s() - start_s;
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
