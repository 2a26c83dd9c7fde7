/*
 * Theory of operation: a plain request is sent by the judge's own client, so that it needs no curl
 * in the room; one with pipes, variables or files is left to curl in the room, which writes down
 * the headers it got. The answer is compared with the documented status. Where none is documented,
 * any success will do; an error proves something only where the path cannot exist.
 *
 * At the end the endpoints that the README names are asked for once each, with made-up values in
 * their blanks: 405, or 404 for a path without blanks that stands in no source, says that they are
 * not there; any other answer but 404 says that they are.
 */
#include "judge/base/text.h"
#include "judge/service/readme_runner.h"

#include "judge/base/clock.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { ASK_S = 15, ENDPOINT_S = 3, ENDPOINTS = 60 };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* ---- Sending --------------------------------------------------------------------------------- */

/* Its own headers: exchange_clear() frees them. */
static int copy_headers(const struct readme_request *request, struct exchange *exchange)
{
    exchange->headers = calloc(request->header_count + 1, sizeof(*exchange->headers));
    if (!exchange->headers)
        return -ENOMEM;
    for (size_t i = 0; i < request->header_count; i++) {
        char *line;
        if (asprintf(&line, "%s", request->headers[i]) < 0)
            return -ENOMEM;
        exchange->headers[exchange->header_count++] = line;
    }
    return 0;
}

/* `exchange` is the caller's to clear, on failure too. */
static int send_plain(struct runner *runner, const struct readme_request *request, double limit_s,
                      struct exchange *exchange, struct error *error)
{
    struct client_run how = { 0 };
    struct client *client = NULL;

    *exchange = (struct exchange){ .method = request->method,
                                   .target = request->target,
                                   .body = request->body,
                                   .body_size = request->body ? strlen(request->body) : 0,
                                   .timeout_s = limit_s };
    if (copy_headers(request, exchange) < 0)
        return no_memory(error);
    int status = client_new(host_room(runner->host), request->port, &client, error);
    if (status == 0)
        status = client_run(client, exchange, 1, &how, error);
    client_free(client);
    return status;
}

/* The status of the last answer whose headers curl wrote down, but for 1xx. */
static int last_status(const char *headers)
{
    int status = 0;

    for (const char *at = headers; (at = strstr(at, "HTTP/")); at++) {
        int found = (int) strtol(at + strcspn(at, " \n"), NULL, 10);
        if (found >= 200 && found <= 599)
            status = found;
    }
    return status;
}

/* By curl in the room. *ret_status 0: no answer came. */
static int send_by_curl(struct runner *runner, struct readme_step *step, int *ret_status,
                        struct error *error)
{
    const char *script = runner_script(runner, step->command->text, "rm -f /box/readme/headers\n");
    struct host_run run = { 0 };

    if (!script)
        return no_memory(error);
    int status = host_command_beside(runner->host, script, NULL, ASK_S, NULL, &run, error);
    if (status < 0)
        return status;
    status = runner_keep_output(runner, step, run.output, error);
    host_run_clear(&run);
    if (status < 0)
        return status;
    status = host_command_beside(runner->host, "cat /box/readme/headers 2>/dev/null", NULL, ASK_S,
                                 NULL, &run, error);
    if (status == 0)
        *ret_status = last_status(run.output);
    host_run_clear(&run);
    return status;
}

/* ---- Comparing ------------------------------------------------------------------------------- */

static struct readme_claim *claim_of(struct readme *readme, enum readme_kind kind, const char *text)
{
    for (size_t i = 0; i < readme->claim_count; i++)
        if (readme->claims[i].kind == kind && !strcmp(readme->claims[i].text, text))
            return &readme->claims[i];
    return NULL;
}

static struct readme_claim *port_claim(struct runner *runner, int port)
{
    char text[32];

    snprintf(text, sizeof(text), "port %d", port);
    return claim_of(runner->run->readme, CLAIM_PORT, text);
}

static void decide(struct readme_claim *claim, enum readme_truth truth, const char *reason)
{
    if (claim && reason) {
        claim->truth = truth;
        claim->reason = reason;
    }
}

/* Nothing listens there. Which ports there are was looked up. */
static int refused(struct runner *runner, struct readme_step *step, struct error *error)
{
    int port = step->command->request.port;
    struct host_ports ports;
    int status = host_listening(runner->host, &runner->wanted, &ports, error);

    if (status < 0)
        return status;
    if (ports.count == 0 || runner->by_contract || runner->blocked_line ||
        host_has_port(&ports, port))
        return runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL, "it had no answer", error);
    const char *reason = arena_printf(runner->run->readme->arena,
                                      "the service, started as line %d says, listens on %d",
                                      runner->served_line, ports.items[0]);
    const char *text = arena_printf(runner->run->arena, "nothing listens on port %d", port);
    if (!reason || !text)
        return no_memory(error);
    decide(port_claim(runner, port), CLAIM_FALSE, reason);
    return runner_settle(runner, step, OUTCOME_FAILED, NULL, text, error);
}

/* Values of examples look like this; parts of routes mostly do not. */
static bool is_sample(const char *part, size_t size)
{
    bool digit = false, letter = false;

    for (size_t i = 0; i < size; i++) {
        digit |= part[i] >= '0' && part[i] <= '9';
        letter |= part[i] >= 'A' && part[i] <= 'Z';
    }
    return (digit && !(size == 2 && *part == 'v')) || letter;
}

/* Whether the path of an example begins with what is in no source, and was made by no request. */
static bool cannot_exist(struct runner *runner, const struct readme_command *command)
{
    const struct readme *readme = runner->run->readme;
    const char *part = command->request.target + 1;
    size_t size = strcspn(part, "/?");

    if (size == 0 || is_sample(part, size) || !readme_is_nowhere(readme, part, size))
        return false;
    for (size_t i = 0; i < readme->command_count; i++) {
        const char *body = readme->commands[i].request.body;
        if (body && memmem(body, strlen(body), part, size))
            return false;
    }
    return true;
}

static int undocumented(struct runner *runner, struct readme_step *step, struct error *error)
{
    const struct readme_command *command = step->command;
    char text[120];

    snprintf(text, sizeof(text), "it is answered %d, and no status is documented", step->status);
    if (step->status < 400)
        return runner_settle(runner, step, OUTCOME_PASSED, NULL, "", error);
    bool unknown =
        step->status == 405 || step->status == 501 ||
        (step->status == 404 && command->request.target && cannot_exist(runner, command));
    if (runner->blocked_line || runner->write_line || !unknown)
        return runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL, text, error);
    const char *reason =
        arena_printf(runner->run->arena, "there is no %s %s: it is answered %d",
                     command->request.method, command->request.target, step->status);
    return reason ? runner_settle(runner, step, OUTCOME_FAILED, "readme-unknown-endpoint", reason,
                                  error)
                  : no_memory(error);
}

static int compare(struct runner *runner, struct readme_step *step, struct error *error)
{
    const struct readme_command *command = step->command;
    bool writes = command->request.method && strcmp(command->request.method, "GET") != 0 &&
                  strcmp(command->request.method, "HEAD") != 0;
    char text[160];
    int status;

    if (command->status == 0) {
        status = undocumented(runner, step, error);
    } else if (command->status == step->status) {
        return runner_settle(runner, step, OUTCOME_PASSED, NULL, "", error);
    } else if (runner->write_line || runner->blocked_line) {
        snprintf(text, sizeof(text), "it is answered %d, which may come of line %d", step->status,
                 runner->write_line ? runner->write_line : runner->blocked_line);
        return runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL, text, error);
    } else {
        snprintf(text, sizeof(text), "it is answered %d, and line %d says %d", step->status,
                 command->status_line, command->status);
        status = runner_settle(runner, step, OUTCOME_FAILED, "readme-status-differs", text, error);
    }
    if (writes && step->outcome != OUTCOME_PASSED && step->status >= 400 && !runner->write_line)
        runner->write_line = command->line;
    return status;
}

/* Whether the path of a request is one of those that a claim, with its blanks, stands for. */
static bool is_of(const char *target, const char *claim)
{
    for (;;) {
        size_t size = strcspn(target, "/?"), other = strcspn(claim, "/");
        bool same = size == other && !strncmp(target, claim, size);
        if (!same && !(size && readme_is_blank(claim, other)))
            return false;
        target += size;
        claim += other;
        if (*target != '/' || *claim != '/')
            return *target != '/' && *claim != '/';
        target++;
        claim++;
    }
}

/* What was answered well is there. */
static void settle_claims(struct runner *runner, const struct readme_step *step)
{
    struct readme *readme = runner->run->readme;
    const struct readme_request *request = &step->command->request;

    for (size_t i = 0; i < readme->claim_count; i++) {
        struct readme_claim *claim = &readme->claims[i];
        if (claim->kind == CLAIM_ENDPOINT && claim->truth == CLAIM_OPEN && step->status < 400 &&
            !strcmp(claim->method, request->method) && is_of(request->target, claim->target))
            decide(claim, CLAIM_TRUE, "a request of the README was answered");
    }
}

static int answered(struct runner *runner, struct readme_step *step, struct error *error)
{
    settle_claims(runner, step);
    decide(port_claim(runner, step->command->request.port), CLAIM_TRUE,
           "a request was answered there");
    return compare(runner, step, error);
}

/* An answer that is as documented, to a service that nothing was missing for, can be compared. */
static int compare_body(struct runner *runner, struct readme_step *step, const struct buffer *body,
                        struct error *error)
{
    AUTO_BUFFER struct buffer text = { 0 };
    bool comparable = step->outcome == OUTCOME_PASSED && !runner->write_line &&
                      !runner->blocked_line && step->command->answer;

    if (!comparable)
        return 0;
    if (readme_compare_answer(step->command, body->data ? body->data : "", body->size, &text) < 0)
        return no_memory(error);
    if (!text.size)
        return 0;
    char *differs = arena_strdup(runner->run->arena, text.data);
    if (!differs)
        return no_memory(error);
    text_line(differs);
    step->differs = differs;
    return 0;
}

static int ask_plain(struct runner *runner, struct readme_step *step, struct error *error)
{
    struct exchange exchange;
    int status = send_plain(runner, &step->command->request, ASK_S, &exchange, error);

    if (status == 0) {
        AUTO_FREE char *answer = text_harmless(exchange.answer.data ? exchange.answer.data : "",
                                               exchange.answer.size, 4000);
        status = answer ? runner_keep_output(runner, step, answer, error) : no_memory(error);
        step->status = exchange.status;
        step->seconds = exchange.seconds;
    }
    if (status == 0)
        status =
            exchange.status ? answered(runner, step, error)
            : exchange.error == EXCHANGE_REFUSED
                ? refused(runner, step, error)
                : runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL, "it had no answer", error);
    if (status == 0)
        status = compare_body(runner, step, &exchange.answer, error);
    exchange_clear(&exchange);
    return status;
}

int runner_ask(struct runner *runner, struct readme_step *step, struct error *error)
{
    int status = 0;

    if (step->command->request.plain)
        return ask_plain(runner, step, error);
    if (!runner->curl)
        return runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL,
                             "there is no curl in the sandbox", error);
    status = send_by_curl(runner, step, &step->status, error);
    if (status < 0)
        return status;
    return step->status
               ? compare(runner, step, error)
               : runner_settle(runner, step, OUTCOME_UNVERIFIED, NULL, "curl had no answer", error);
}

/* ---- Endpoints ------------------------------------------------------------------------------- */

/* The path with something in its blanks. */
static const char *filled(struct arena *arena, const char *target)
{
    AUTO_BUFFER struct buffer out = { 0 };

    for (const char *at = target; *at;) {
        size_t size = strcspn(at, "/");
        int status = readme_is_blank(at, size) ? buffer_puts(&out, "assay-1")
                                               : buffer_append(&out, at, size);
        at += size;
        if (status == 0 && *at)
            status = buffer_append(&out, at++, 1);
        if (status < 0)
            return NULL;
    }
    return arena_strdup(arena, out.data ? out.data : "/");
}

static bool has_blank(const char *target)
{
    for (const char *at = target; *at; at += strcspn(at, "/"), at += *at == '/')
        if (readme_is_blank(at, strcspn(at, "/")))
            return true;
    return false;
}

static void judge_endpoint(struct runner *runner, struct readme_claim *claim, int answer)
{
    struct arena *arena = runner->run->readme->arena;
    bool whole = !has_blank(claim->target);

    if (answer == 405 || answer == 501 || (answer == 404 && whole && !claim->spelled))
        decide(claim, CLAIM_FALSE, arena_printf(arena, "it is answered %d", answer));
    else if (answer && answer != 404)
        decide(claim, CLAIM_TRUE, arena_printf(arena, "it is answered %d", answer));
}

/* The one that requests were answered on, else the first. */
static int own_port(struct runner *runner, const struct host_ports *ports)
{
    for (size_t i = 0; i < ports->count; i++) {
        const struct readme_claim *claim = port_claim(runner, ports->items[i]);
        if (claim && claim->truth == CLAIM_TRUE)
            return ports->items[i];
    }
    return ports->items[0];
}

int runner_ask_endpoints(struct runner *runner, struct error *error)
{
    struct readme *readme = runner->run->readme;
    struct host_ports ports;
    size_t asked = 0;
    int status = host_listening(runner->host, &runner->wanted, &ports, error);

    for (size_t i = 0; i < readme->claim_count && status == 0 && asked < ENDPOINTS; i++) {
        struct readme_claim *claim = &readme->claims[i];
        struct exchange exchange;
        if (claim->kind != CLAIM_ENDPOINT || claim->truth != CLAIM_OPEN || ports.count == 0 ||
            clock_now_s() > runner->end_s)
            continue;
        struct readme_request request = { .method = claim->method,
                                          .target = filled(readme->arena, claim->target),
                                          .port = own_port(runner, &ports) };
        if (!request.target)
            return no_memory(error);
        status = send_plain(runner, &request, ENDPOINT_S, &exchange, error);
        if (status == 0)
            judge_endpoint(runner, claim, exchange.status);
        exchange_clear(&exchange);
        asked++;
    }
    return status;
}
