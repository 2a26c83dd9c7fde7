/*
 * Theory of operation: one room a README, with a fresh copy of the repository. Each command runs in
 * a shell of its own that begins with the directory and the variables that the last one left, as
 * they would be in one terminal. What may be the service is left running when it listens
 * (host_try.c): first as the README has it, and where that does not listen, once more with PORT and
 * DATA_DIR, which the contract of take-homes promises.
 *
 * A command fails only for what it says itself. Where a tool or a network is not there, where a
 * limit of the sandbox was met, or where an earlier line could not be verified, a failure proves
 * nothing, and the command is not verified.
 */
#include "judge/service/readme_run.h"

#include "judge/base/clock.h"
#include "judge/base/text.h"
#include "judge/service/readme_runner.h"
#include "judge/service/service.h"

#include <errno.h>
#include <string.h>

enum {
    COMMAND_S = 90,
    START_S = 30,
    OUTPUT_KEPT = 4000,
    ROOM_MEMORY = 1 << 30,
    CONTRACT_PORT = 8080
};

const char *const readme_outcome_names[README_OUTCOMES] = { "not verified", "passed", "failed" };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

int runner_settle(struct runner *runner, struct readme_step *step, enum readme_outcome outcome,
                  const char *rule, const char *reason, struct error *error)
{
    step->done = true;
    step->outcome = outcome;
    step->rule = rule;
    step->reason = arena_strdup(runner->run->arena, reason ? reason : "");
    return step->reason ? 0 : no_memory(error);
}

int runner_keep_output(struct runner *runner, struct readme_step *step, const char *output,
                       struct error *error)
{
    size_t size = output ? strlen(output) : 0;
    const char *from = size > OUTPUT_KEPT ? output + size - OUTPUT_KEPT : output;

    while (from && size > OUTPUT_KEPT && (*from & 0xc0) == 0x80)
        from++;
    step->output = arena_strdup(runner->run->arena, from ? from : "");
    return step->output ? 0 : no_memory(error);
}

/* ---- Shells ---------------------------------------------------------------------------------- */

static int append_quoted(struct buffer *out, const char *text)
{
    int status = buffer_puts(out, "'");

    for (; *text && status == 0; text++)
        status = *text == '\'' ? buffer_puts(out, "'\\''") : buffer_append(out, text, 1);
    return status == 0 ? buffer_puts(out, "'") : status;
}

const char *runner_script(struct runner *runner, const char *text, const char *before)
{
    static const char head[] =
        "PATH=/box/readme/bin:$PATH; set -a; [ -f /box/readme/state ] && . /box/readme/state\n"
        "cd \"$(cat /box/readme/directory 2>/dev/null || echo /box/app)\" || exit 1\n";
    static const char tail[] = "\nassay_status=$?\n{ export -p >/box/readme/state; pwd "
                               ">/box/readme/directory; } 2>/dev/null\n"
                               "exit $assay_status\n";
    AUTO_BUFFER struct buffer script = { 0 }, line = { 0 };

    if (buffer_printf(&script, "%s%s\n%s%s", head, before ? before : "", text, tail) < 0 ||
        buffer_printf(&line, "exec /bin/%s -c ", runner->bash ? "bash" : "sh") < 0 ||
        append_quoted(&line, script.data) < 0)
        return NULL;
    return arena_strdup(runner->run->arena, line.data);
}

/* ---- What came of it ----------------------------------------------------------------------- */

static int block(struct runner *runner, int line, const char *what, struct error *error)
{
    if (runner->blocked_line)
        return 0;
    runner->blocked_line = line;
    runner->blocked_why = arena_printf(runner->run->arena, "line %d %s", line, what);
    return runner->blocked_why ? 0 : no_memory(error);
}

/* A command that has ended. */
static int judge_run(struct runner *runner, struct readme_step *step, const struct host_run *run,
                     struct error *error)
{
    const char *why = run->good ? NULL : runner_excuse(runner, step->command, run);
    int status = runner_keep_output(runner, step, run->output, error);

    step->seconds = run->seconds;
    runner->ran = true;
    if (status < 0)
        return status;
    if (run->good)
        return runner_settle(runner, step, OUTCOME_PASSED, NULL, "", error);
    status = why ? runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL, why, error)
                 : runner_settle(runner, step, OUTCOME_FAILED, "readme-command-fails", run->reason,
                                 error);
    if (status < 0 || step->command->role == DO_TEST)
        return status;
    return block(runner, step->command->line, why ? "was not verified" : "failed", error);
}

/* ---- Commands that end ----------------------------------------------------------------------- */

static double left_s(const struct runner *runner, double most)
{
    double left = runner->end_s - clock_now_s();

    return left < most ? left : most;
}

static int execute(struct runner *runner, struct readme_step *step, struct host_run *ret,
                   struct error *error)
{
    const struct readme_command *command = step->command;
    const char *script = runner_script(runner, command->text, NULL);

    if (!script)
        return no_memory(error);
    if (runner->options->build_network && command->network && !host_started(runner->host))
        return host_build(runner->host, "app", script, left_s(runner, COMMAND_S), ret, error);
    return host_command_beside(runner->host, script, NULL, left_s(runner, COMMAND_S), NULL, ret,
                               error);
}

/* `cd` into what `git clone` would have made. */
static bool is_own_directory(const struct runner *runner, const struct readme_command *command)
{
    if (!text_matches("\\Acd\\s+[^/\\s]+/?\\s*\\z", command->text, strlen(command->text)))
        return false;
    if (!runner->ran)
        return true;
    for (size_t i = 0; i < runner->run->count; i++)
        if (!strncmp(runner->run->steps[i].command->text, "git clone", 9))
            return true;
    return false;
}

static int run_to_end(struct runner *runner, struct readme_step *step, struct error *error)
{
    const struct readme_command *command = step->command;
    struct host_run run = { 0 };
    bool ran = runner->ran;
    int status = execute(runner, step, &run, error);

    if (status < 0)
        return status;
    if (!run.good && is_own_directory(runner, command))
        status = runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL,
                               "the repository is the directory already", error);
    else
        status = judge_run(runner, step, &run, error);
    if (!strncmp(command->text, "cd ", 3))
        runner->ran = ran;
    host_run_clear(&run);
    return status;
}

/* Tests of a service that runs may need it to be configured in a way of their own. */
static int run_tests(struct runner *runner, struct readme_step *step, struct error *error)
{
    const char *text = step->command->text;
    struct host_run run = { 0 };

    if (text_matches("\\A(\\w+=\\S* +)*\\w*(URL|HOST|ADDR|PORT)\\w*=", text, strlen(text)) &&
        !runner->served_line)
        return runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL,
                             "it needs the service, and none runs", error);
    int status = execute(runner, step, &run, error);
    if (status < 0)
        return status;
    status = judge_run(runner, step, &run, error);
    if (status == 0 && step->outcome == OUTCOME_FAILED && runner->served_line &&
        text_matches("\\A(\\w+=\\S* +)*\\w*(URL|HOST|ADDR|PORT)\\w*=", text, strlen(text)) &&
        !text_matches("(?i)no such file|cannot find|not found|unknown|missing", run.output,
                      run.output_size))
        status = runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL,
                               "it failed against the service as it ran here", error);
    host_run_clear(&run);
    return status;
}

/* ---- The service ----------------------------------------------------------------------------- */

/* On which ports the README believes it. */
static void wanted_ports(const struct runner *runner, struct host_ports *ret)
{
    const struct readme *readme = runner->run->readme;

    *ret = (struct host_ports){ .items = { CONTRACT_PORT }, .count = 1 };
    for (size_t i = 0; i < readme->claim_count; i++) {
        const struct readme_claim *claim = &readme->claims[i];
        if (claim->kind == CLAIM_PORT && ret->count < COUNT(ret->items) &&
            !host_has_port(ret, claim->port))
            ret->items[ret->count++] = claim->port;
    }
}

/* What listens is not always ready yet. Whether /healthz ever answers is not the README's matter.
 */
static int wait_ready(struct runner *runner, struct error *error)
{
    double end_s = clock_now_s() + 5;
    struct client *client = NULL;
    int status = 0, answer = 0;

    for (size_t i = 0; i < runner->ports.count && status == 0 && answer == 0; i++) {
        status = client_new(host_room(runner->host), runner->ports.items[i], &client, error);
        while (status == 0) {
            struct exchange exchange = {
                .method = "GET", .target = "/healthz", .timeout_s = 2, .no_new_tries = true
            };
            struct client_run how = { 0 };
            status = client_run(client, &exchange, 1, &how, error);
            answer = exchange.status;
            exchange_clear(&exchange);
            if ((answer && answer < 500) || clock_now_s() > end_s)
                break;
            usleep(50000);
        }
        client_free(client);
        client = NULL;
    }
    return status;
}

/* Without the "&" that sends it to the background: the judge does not wait for it anyway. */
static const char *foreground(struct runner *runner, const char *text)
{
    size_t size = strlen(text);

    while (size && strchr(" \t\n&", text[size - 1]))
        size--;
    return arena_strndup(runner->run->arena, text, size);
}

/* Directories for data are there, the contract says. */
static const char make_data[] =
    "for assay_directory in $ASSAY_DATA; do mkdir -p \"$assay_directory\"; done\n";

static const char *data_directory(struct runner *runner, const char *text)
{
    const char *at = strstr(text, "DATA_DIR=");
    size_t size = at ? strcspn(at + 9, " \t\n\"'`$;&|") : 0;

    if (!size)
        return "";
    return arena_printf(runner->run->arena, "ASSAY_DATA='%.*s'\n%sunset ASSAY_DATA\n", (int) size,
                        at + 9, make_data);
}

static const char *contract(struct runner *runner)
{
    const struct readme *readme = runner->run->readme;
    int port = CONTRACT_PORT;

    for (size_t i = readme->command_count; i-- > 0;)
        if (readme->commands[i].request.port > 0)
            port = readme->commands[i].request.port;
    return arena_printf(runner->run->arena,
                        "export PORT=\"${PORT:-%d}\" DATA_DIR=\"${DATA_DIR:-/box/readme/data}\"\n"
                        "mkdir -p \"$DATA_DIR\"\n",
                        port);
}

static int try_once(struct runner *runner, struct readme_step *step, const char *before,
                    bool *ret_listens, struct host_run *run, struct error *error)
{
    const char *text = foreground(runner, step->command->text);
    const char *data = text ? data_directory(runner, text) : NULL;
    const char *all = data ? arena_printf(runner->run->arena, "%s%s", before, data) : NULL;
    const char *script = all ? runner_script(runner, text, all) : NULL;

    host_run_clear(run);
    return script ? host_try(runner->host, script, &runner->wanted, left_s(runner, START_S),
                             ret_listens, run, error)
                  : no_memory(error);
}

static int note_served(struct runner *runner, const struct readme_step *step, bool by_contract,
                       struct error *error)
{
    int status = host_listening(runner->host, &runner->wanted, &runner->ports, error);

    runner->served_line = step->command->line;
    runner->by_contract = by_contract;
    return status < 0 ? status : wait_ready(runner, error);
}

static void note_setup(struct runner *runner, const struct readme_step *step)
{
    struct readme_run *run = runner->run;
    bool start = step->command->role == DO_START;

    if (run->setup == OUTCOME_PASSED || (!start && step->outcome != OUTCOME_PASSED))
        return;
    if (step->outcome == OUTCOME_PASSED && !runner->served_line)
        return;
    run->setup_line = step->command->line;
    run->setup = step->outcome;
    run->setup_reason = step->reason;
}

static int start_service(struct runner *runner, struct readme_step *step, struct error *error)
{
    struct host_run run = { 0 };
    bool listens = false, by_contract = false;

    runner->served_line = 0;
    int status = try_once(runner, step, "", &listens, &run, error);
    if (status == 0 && !listens && !run.good && !runner->blocked_line &&
        step->command->role == DO_START && !runner_excuse(runner, step->command, &run)) {
        const char *before = contract(runner);
        by_contract = true;
        status = before ? try_once(runner, step, before, &listens, &run, error) : no_memory(error);
    }
    if (status == 0 && listens)
        status = note_served(runner, step, by_contract, error);
    if (status == 0)
        status = judge_run(runner, step, &run, error);
    if (status == 0 && (listens || step->command->role == DO_START))
        note_setup(runner, step);
    host_run_clear(&run);
    return status;
}

/* Where the README starts nothing, its requests are sent to the service as the Procfile starts it.
 */
static int serve_by_procfile(struct runner *runner, struct error *error)
{
    const struct procfile *procfile = runner->options->procfile;
    struct host_run build = { 0 };
    char reason[2000] = "";
    double ready_s;
    int status = 0;

    if (!procfile || !procfile->web)
        return 0;
    bool built = runner_was_built(runner);
    if (!built)
        status = host_build(runner->host, "app", procfile->build, left_s(runner, COMMAND_S), &build,
                            error);
    if (status == 0 && (built || build.good))
        status = host_start(runner->host, procfile->web, true, NULL, &ready_s, reason,
                            sizeof(reason), error);
    if (status == 0 && host_started(runner->host)) {
        status = host_listening(runner->host, &runner->wanted, &runner->ports, error);
        runner->served_line = -1;
        runner->by_contract = true;
    }
    host_run_clear(&build);
    return status;
}

/* ---- The steps ------------------------------------------------------------------------------- */

static int run_step(struct runner *runner, struct readme_step *step, struct error *error)
{
    const struct readme_command *command = step->command;
    char how[300];
    int status = 0;

    if (runner_was_tested(runner, step))
        return runner_settle(runner, step, OUTCOME_PASSED, NULL, "run already, with the tests",
                             error);
    if (clock_now_s() > runner->end_s - 1) {
        runner->run->unreached++;
        return runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL, "no time was left", error);
    }
    if (runner->served_line && !host_running(runner->host, how, sizeof(how)))
        runner->served_line = 0;
    switch (command->role) {
    case DO_NEED:
        status = block(runner, command->line, "was not executed", error);
        __attribute__((fallthrough));
    case DO_PASS:
        return status < 0
                   ? status
                   : runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL, command->reason, error);
    case DO_ASK:
        return runner->served_line ? runner_ask(runner, step, error) : 0;
    case DO_TEST:
        return run_tests(runner, step, error);
    case DO_START:
        return start_service(runner, step, error);
    case DO_OTHER:
        return runner->served_line ? run_to_end(runner, step, error)
                                   : start_service(runner, step, error);
    default:
        return run_to_end(runner, step, error);
    }
}

/* Requests that had their place before the start, among the first `count`. */
static int run_waiting(struct runner *runner, size_t count, struct error *error)
{
    int status = 0;

    for (size_t i = 0; i < count && status == 0 && runner->served_line; i++) {
        struct readme_step *step = &runner->run->steps[i];
        if (!step->done && step->command->role == DO_ASK)
            status = run_step(runner, step, error);
    }
    return status;
}

static bool starts_something(const struct readme_run *run)
{
    for (size_t i = 0; i < run->count; i++)
        if (run->steps[i].command->role == DO_START)
            return true;
    return false;
}

static int run_rest(struct runner *runner, struct error *error)
{
    struct readme_run *run = runner->run;
    int status = 0;

    if (!runner->served_line && !starts_something(run) && !runner->blocked_line)
        status = serve_by_procfile(runner, error);
    if (status == 0)
        status = run_waiting(runner, run->count, error);
    for (size_t i = 0; i < run->count && status == 0; i++) {
        if (!run->steps[i].done)
            status = runner_settle(runner, &run->steps[i], OUTCOME_UNVERIFIED, NULL,
                                   "no service ran that could be asked", error);
    }
    return status == 0 && runner->served_line ? runner_ask_endpoints(runner, error) : status;
}

static int run_all(struct runner *runner, struct error *error)
{
    struct readme_run *run = runner->run;
    int status = 0;

    for (size_t i = 0; i < run->count && status == 0; i++) {
        int served = runner->served_line;

        if (run->steps[i].done)
            continue;
        /* What is asked before the service runs waits for its start, in the order of the text. */
        status = run_step(runner, &run->steps[i], error);
        if (status == 0 && !served && runner->served_line)
            status = run_waiting(runner, i, error);
    }
    return status < 0 ? status : run_rest(runner, error);
}

/* ---- The whole ------------------------------------------------------------------------------- */

/* A curl that leaves the headers of its answers where the judge finds them. */
static const char curl_script[] = "#!/bin/sh\nexec /usr/bin/curl \"$@\" -D /box/readme/headers\n";

static int prepare_room(struct runner *runner, struct error *error)
{
    struct host_run run = { 0 };
    int status =
        host_put(runner->host, "readme", "bin/curl", curl_script, sizeof(curl_script) - 1, error);

    if (status == 0)
        status =
            host_command(runner->host, "app",
                         "mkdir -p /box/home && chmod +x /box/readme/bin/curl && [ -x /bin/bash ]",
                         NULL, 10, &run, error);
    runner->bash = run.good;
    host_run_clear(&run);
    if (status == 0)
        status = host_command(runner->host, "app", "[ -x /usr/bin/curl ]", NULL, 10, &run, error);
    runner->curl = run.good;
    host_run_clear(&run);
    return status;
}

static int execute_readme(struct sandbox *sandbox, struct runner *runner, struct error *error)
{
    const struct readme_run_options *options = runner->options;
    struct host_config config = { .directory = options->directory,
                                  .ready_s = options->ready_s,
                                  .memory_bytes = ROOM_MEMORY,
                                  .environment = options->environment,
                                  .build_network = options->build_network };
    int status = host_new(sandbox, &config, &runner->host, error);

    wanted_ports(runner, &runner->wanted);
    if (status == 0)
        status = prepare_room(runner, error);
    if (status == 0)
        status = run_all(runner, error);
    host_free(runner->host);
    runner->run->executed = status == 0;
    return status;
}

static int make_steps(struct readme_run *run, struct error *error)
{
    const struct readme *readme = run->readme;

    run->count = readme->command_count;
    run->steps = arena_array(run->arena, run->count + 1, sizeof(*run->steps));
    if (!run->steps)
        return no_memory(error);
    for (size_t i = 0; i < run->count; i++) {
        run->steps[i].command = &readme->commands[i];
        run->steps[i].reason = "it was not executed";
        run->steps[i].output = run->steps[i].differs = "";
    }
    return 0;
}

int readme_run(struct sandbox *sandbox, const struct readme_run_options *options,
               struct readme_run **ret, struct error *error)
{
    struct arena *arena = arena_new();
    struct readme_run *run = arena ? arena_alloc(arena, sizeof(*run)) : NULL;
    double start_s = clock_now_s();
    struct runner runner = { .options = options, .run = run, .end_s = start_s + options->total_s };

    if (!run) {
        arena_free(arena);
        return no_memory(error);
    }
    *run = (struct readme_run){ .arena = arena,
                                .setup_reason = "no command of it starts a service",
                                .limit_s = options->total_s };
    int status = readme_read(options->directory, &run->readme, error);
    if (status == 0 && run->readme)
        status = make_steps(run, error);
    if (status == 0 && run->readme && sandbox)
        status = execute_readme(sandbox, &runner, error);
    run->seconds = clock_now_s() - start_s;
    if (status < 0)
        readme_run_free(run);
    else
        *ret = run;
    return status;
}

void readme_run_free(struct readme_run *run)
{
    if (!run)
        return;
    readme_free(run->readme);
    arena_free(run->arena);
}

size_t readme_run_count(const struct readme_run *run, enum readme_outcome outcome)
{
    size_t count = 0;

    for (size_t i = 0; i < run->count; i++)
        count += run->steps[i].outcome == outcome;
    return count;
}

/* ---- Findings -------------------------------------------------------------------------------- */

static int review_step(const struct readme_run *run, const struct readme_step *step,
                       struct review *review, struct error *error)
{
    AUTO_FREE char *last = text_last_line(step->output, strlen(step->output), 200);
    bool command = !strcmp(step->rule, "readme-command-fails");
    const char *message =
        arena_printf(review->arena, "%s%s%s%s", command ? "this command " : "", step->reason,
                     command && last && *last ? ": " : "", command && last ? last : "");

    if (!message || !last)
        return no_memory(error);
    return readme_finding(review, run->readme, step->rule, step->command->line, message, error);
}

int readme_run_review(const struct readme_run *run, struct review *review, struct error *error)
{
    int status = readme_review(run->readme, true, review, error);

    for (size_t i = 0; i < run->count && status == 0; i++) {
        const struct readme_step *step = &run->steps[i];
        if (step->outcome == OUTCOME_FAILED && step->rule)
            status = review_step(run, step, review, error);
        if (status == 0 && *step->differs)
            status = readme_finding(review, run->readme, "readme-answer-differs",
                                    step->command->line, step->differs, error);
    }
    return status;
}
