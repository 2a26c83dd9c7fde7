/*
 * Several long-lived programs in one room: start, signal, wait, stop. The judge looks at a room
 * only inside these calls; between them init watches the programs, ends one that makes a forbidden
 * call, and keeps the report of an end in the socket until somebody asks.
 */
#include "sandbox/room.h"

#include <errno.h>
#include <string.h>

static int wait_for_start(struct sandbox_room *room, const struct sandbox_run *run,
                          struct reply *ret_reply, struct sandbox_error *error)
{
    for (;;) {
        int status = room_receive(room, 20000, ret_reply, NULL);
        if (status <= 0) {
            room_kill(room);
            return sandbox_fail(error, -EIO, "the room's init died while starting %s",
                                run->arguments[0]);
        }
        if (ret_reply->type == REPLY_ENDED)
            room_note_end(room, ret_reply);
        if (ret_reply->type == REPLY_DONE)
            return 0;
    }
}

int sandbox_program_start(struct sandbox_room *room, const struct sandbox_run *run,
                          struct sandbox_program **ret, struct sandbox_error *error)
{
    int streams[3] = { run->input_fd, run->output_fd, run->error_fd };
    struct sandbox_limits limits = room_effective_limits(room, &run->limits);
    struct reply reply = { 0 };
    int status = room_revive(room, error);

    if (status == 0 && !room_has_program(room))
        status = cgroup_arm(room->cgroup, limits.memory_bytes,
                            limits.processes + (room->starter >= 0), error);
    uint64_t start_ns = clock_now_ns();
    if (status == 0)
        status = room_send_start(room, run, streams, false, error);
    if (status == 0)
        status = wait_for_start(room, run, &reply, error);
    if (status < 0)
        return status;
    if (reply.step == STEP_EXECUTE)
        return sandbox_fail(error, -reply.code, "cannot execute %s: %s", run->arguments[0],
                            strerror(reply.code));
    if (reply.step != STEP_NONE)
        return room_step_error(room, &reply, error);
    struct sandbox_program *program = &room->programs[reply.program];
    *program = (struct sandbox_program){ .room = room, .running = true, .start_ns = start_ns };
    *ret = program;
    return 0;
}

int sandbox_program_signal(struct sandbox_program *program, int signal_number,
                           struct sandbox_error *error)
{
    struct request request = {
        .type = REQUEST_SIGNAL,
        .argument = { (int) (program - program->room->programs), signal_number },
    };
    struct reply reply;

    if (!program->running)
        return sandbox_fail(error, -ESRCH, "the program has ended");
    int status = room_ask(program->room, &request, NULL, 0, &reply, NULL, error);
    if (status == 0 && reply.step != STEP_NONE)
        return sandbox_fail(error, -reply.code, "cannot signal the program: %s",
                            strerror(reply.code));
    return status;
}

static int fill_result(struct sandbox_program *program, struct sandbox_result *result,
                       struct sandbox_error *error)
{
    struct sandbox_room *room = program->room;
    struct cgroup_usage usage;

    int status = cgroup_usage(room->cgroup, &usage, error);
    if (status < 0)
        return status;
    result->backend = sandbox_backend(room->sandbox);
    room_read_end(&program->end, result);
    if (result->signal && usage.oom_kills > 0 && result->outcome == SANDBOX_SIGNALLED)
        result->outcome = SANDBOX_MEMORY_LIMIT;
    result->cpu_ns = usage.cpu_ns;
    result->memory_bytes = usage.memory_bytes;
    result->wall_ns = program->end_ns - program->start_ns;
    result->end_ns = program->end_ns;
    return 0;
}

int sandbox_program_wait(struct sandbox_program *program, int timeout_ms,
                         struct sandbox_result *result, struct sandbox_error *error)
{
    uint64_t deadline = clock_now_ns() + (uint64_t) timeout_ms * 1000000u;

    memset(result, 0, sizeof(*result));
    while (!program->ended) {
        struct reply reply;
        uint64_t now = clock_now_ns();
        int left = now >= deadline ? 0 : (int) ((deadline - now + 999999) / 1000000);
        int status = room_receive(program->room, left, &reply, NULL);
        if (status == 0 && left == 0)
            return sandbox_fail(error, -ETIMEDOUT, "the program still runs");
        if (status < 0)
            room_kill(program->room);
        else if (status > 0 && reply.type == REPLY_ENDED)
            room_note_end(program->room, &reply);
    }
    return fill_result(program, result, error);
}

int sandbox_room_usage(struct sandbox_room *room, struct sandbox_usage *ret,
                       struct sandbox_error *error)
{
    struct cgroup_usage usage;
    int status = cgroup_usage(room->cgroup, &usage, error);

    if (status == 0)
        *ret = (struct sandbox_usage){ usage.cpu_ns, usage.memory_bytes, usage.memory_now };
    return status;
}

uint64_t sandbox_room_syncs(const struct sandbox_room *room)
{
    return room->shared->syncs;
}

int sandbox_room_stop(struct sandbox_room *room, struct sandbox_error *error)
{
    struct request request = { .type = REQUEST_STOP };
    struct reply reply;

    return room_ask(room, &request, NULL, 0, &reply, NULL, error);
}

int sandbox_room_socket(struct sandbox_room *room, int domain, int type, int protocol, int *ret_fd,
                        struct sandbox_error *error)
{
    struct request request = { .type = REQUEST_SOCKET, .argument = { domain, type, protocol } };
    struct reply reply;
    int fd = -1;
    int status = room_ask(room, &request, NULL, 0, &reply, &fd, error);

    if (status < 0)
        return status;
    if (reply.step != STEP_NONE)
        return sandbox_fail(error, -reply.code, "no socket in the room: %s", strerror(reply.code));
    room->network_used = true;
    *ret_fd = fd;
    return 0;
}
