/*
 * Theory of operation: whether a command of a README is the service shows only when it runs: it
 * listens, or it ends. What listens is read from the kernel's tables in the room, since which port
 * it will be is not known.
 */
#include "judge/service/host_internal.h"

#include "judge/base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { LOG_BYTES = 64 << 10, LISTENING = 0x0a };

static const double other_port_s = 3; /* so long may tools listen before the service does */

bool host_has_port(const struct host_ports *ports, int port)
{
    for (size_t i = 0; i < ports->count; i++)
        if (ports->items[i] == port)
            return true;
    return false;
}

/* A line of /proc/net/tcp: "  0: 0100007F:1F90 00000000:0000 0A ...".
 * Source  proc(5), /proc/net/tcp. */
static void take_line(const char *line, struct host_ports *ports)
{
    unsigned port, state;

    if (sscanf(line, " %*u: %*[0-9A-Fa-f]:%x %*[0-9A-Fa-f]:%*x %x", &port, &state) != 2)
        return;
    if (state == LISTENING && port <= 65535 && ports->count < COUNT(ports->items) &&
        !host_has_port(ports, (int) port))
        ports->items[ports->count++] = (int) port;
}

int host_listening(struct host *host, struct host_ports *ret, struct error *error)
{
    struct host_run run = { 0 };
    int status = host_command_beside(host, "cat /proc/net/tcp /proc/net/tcp6 2>/dev/null", NULL, 10,
                                     NULL, &run, error);

    if (status < 0)
        return status;
    *ret = (struct host_ports){ 0 };
    for (const char *at = run.output; at && *at; at += strcspn(at, "\n"), at += *at == '\n')
        take_line(at, ret);
    host_run_clear(&run);
    return 0;
}

/* How it ended, with what it wrote. */
static int take_end(struct host *host, const struct sandbox_result *result, double limit_s,
                    bool late, struct host_run *run, struct error *error)
{
    run->good = !late && result->outcome == SANDBOX_EXITED && result->exit_status == 0;
    run->exit_status = late ? -1 : result->exit_status;
    if (late)
        snprintf(run->reason, sizeof(run->reason), "neither ended nor listened for %.0f s",
                 limit_s);
    else if (!run->good)
        host_say_end(result, limit_s, run->reason, sizeof(run->reason));
    usleep(2000); /* for the log's thread to read what is left in the pipe */
    run->output = host_log_tail(host, LOG_BYTES);
    if (!run->output)
        return error_set(error, -ENOMEM, "out of memory");
    run->output_size = strlen(run->output);
    return 0;
}

/* One look. *ret_over: it listens, or has ended. */
static int look(struct host *host, const struct host_ports *wanted, double *other_s,
                bool *ret_listens, struct error *error)
{
    struct host_ports ports;
    int status = host_listening(host, &ports, error);

    if (status < 0)
        return status;
    for (size_t i = 0; i < wanted->count; i++)
        *ret_listens |= host_has_port(&ports, wanted->items[i]);
    if (ports.count == 0)
        *other_s = 0;
    else if (*other_s == 0)
        *other_s = client_clock();
    *ret_listens |= ports.count > 0 && client_clock() - *other_s > other_port_s;
    return 0;
}

int host_try(struct host *host, const char *command, const struct host_ports *wanted,
             double limit_s, bool *ret_listens, struct host_run *ret, struct error *error)
{
    struct sandbox_result result = { 0 };
    struct sandbox_error fault;
    double start_s = client_clock(), other_s = 0;
    bool listens = false, late = false;
    int status = host_launch_bare(host, command, error), ended = -ETIMEDOUT;

    while (status == 0 && !listens && ended == -ETIMEDOUT) {
        ended = sandbox_program_wait(host->program, 100, &result, &fault);
        if (ended < 0 && ended != -ETIMEDOUT)
            return error_from_sandbox(error, &fault);
        if (ended == 0)
            break;
        late = client_clock() - start_s > limit_s;
        status = late ? host_kill(host, error) : look(host, wanted, &other_s, &listens, error);
        if (late)
            break;
    }
    if (status < 0)
        return status;
    ret->seconds = client_clock() - start_s;
    *ret_listens = listens;
    if (listens) {
        ret->good = true;
        return 0;
    }
    status = take_end(host, &result, limit_s, late, ret, error);
    sandbox_result_clear(&result);
    if (!late && sandbox_room_stop(host->room, &fault) < 0)
        return error_from_sandbox(error, &fault);
    host->program = NULL;
    return status;
}
