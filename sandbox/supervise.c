/*
 * Running programs to their end: the loop in the judge that waits for output, ends, out-of-memory
 * kills and the clock, for one room or several together.
 *
 * Nothing is polled at a fixed rate. CPU time can grow at most by the number of CPUs a second, so
 * the next look at it is when the limit could be reached at the earliest, and so on with what is
 * left, down to a millisecond. The wall limit is a deadline on CLOCK_MONOTONIC. A memory kill wakes
 * the loop through the cgroup. Only without a cgroup memory is sampled, every few milliseconds.
 *
 * A passed limit is remembered as a bit, init is told to kill everything, and the loop goes on
 * until init has reported the end. The outcome is decided then, from all bits and the final
 * counters in a fixed order, so it does not depend on which of two limits was noticed first.
 *
 * Output: a pipe is read as it fills; what is over the limit is thrown away, so a flood costs the
 * judge no memory beyond the limit and no disk at all.
 */
#include "sandbox/room.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define MILLISECOND ((uint64_t) 1000000)
#define SECOND ((uint64_t) 1000000000)
#define LOOK_LEAST_NS MILLISECOND    /* between two looks at CPU time */
#define SAMPLE_NS (5 * MILLISECOND)  /* between two samples of memory without a cgroup */
#define DEATH_LIMIT_NS (20 * SECOND) /* killed programs must be gone by then */
#define ERROR_KEEP_DEFAULT (64UL * 1024)
#define POLLS_EACH 4

struct stream {
    int fd; /* read end; -1: not captured, or at its end */
    char *data;
    size_t size, capacity;
    uint64_t seen;  /* bytes read */
    uint64_t limit; /* more than this passes the output limit */
    uint64_t keep;  /* bytes kept */
};

struct watch {
    struct sandbox_job *job;
    struct sandbox_limits limits;
    struct stream output, error;
    uint64_t start_ns, deadline_ns, look_ns, end_ns;
    uint64_t killed_ns; /* 0: not told to die yet */
    uint64_t counted;   /* by the room's counter, before it began */
    bool is_counted;
    unsigned passed; /* 1 << outcome of each limit that was passed */
    bool sent, by_starter, answered, ended, died;
    struct reply start, end;
};

/* ---- Output -------------------------------------------------------------------------------- */

static int keep_bytes(struct stream *stream, const char *data, size_t size)
{
    if (stream->size >= stream->keep)
        return 0;
    if (size > stream->keep - stream->size)
        size = (size_t) (stream->keep - stream->size);
    if (stream->size + size + 1 > stream->capacity) {
        size_t capacity = stream->capacity ? stream->capacity : 4096;
        while (capacity < stream->size + size + 1)
            capacity *= 2;
        char *grown = realloc(stream->data, capacity);
        if (!grown)
            return -ENOMEM;
        stream->data = grown;
        stream->capacity = capacity;
    }
    memcpy(stream->data + stream->size, data, size);
    stream->size += size;
    stream->data[stream->size] = '\0';
    return 0;
}

/* Reads what is there. The stream is closed at its end. A failed read is no end: what came so far
 * is not what the program wrote. */
static int read_stream(struct stream *stream)
{
    char chunk[64 * 1024];

    while (stream->fd >= 0) {
        ssize_t got = read(stream->fd, chunk, sizeof(chunk));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno == EAGAIN)
            return 0;
        if (got < 0)
            return -errno;
        if (got == 0) {
            close(stream->fd);
            stream->fd = -1;
            return 0;
        }
        stream->seen += (uint64_t) got;
        if (keep_bytes(stream, chunk, (size_t) got) < 0)
            return -ENOMEM;
        if ((size_t) got < sizeof(chunk) || stream->seen > stream->limit)
            return 0;
    }
    return 0;
}

/* Every writer is dead: what is in the pipe is all there will be, and then its end. (A room that
 * was cloned by another thread may still hold a copy of the write end for a moment.) */
static int drain(struct stream *stream)
{
    struct pollfd ready = { .fd = stream->fd, .events = POLLIN };

    while (stream->fd >= 0 && stream->seen <= stream->limit) {
        int count = poll(&ready, 1, 1000);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? -errno : 0;
        int status = read_stream(stream);
        if (status < 0)
            return status;
    }
    return 0;
}

static int open_stream(struct stream *stream, int given, int *ret_write,
                       struct sandbox_error *error)
{
    int pair[2];

    stream->fd = -1;
    if (given >= 0) {
        *ret_write = given;
        return 0;
    }
    if (pipe2(pair, O_CLOEXEC) < 0)
        return sandbox_fail(error, -errno, "no pipe: %s", strerror(errno));
    fcntl(pair[0], F_SETFL, O_NONBLOCK);
    stream->fd = pair[0];
    *ret_write = pair[1];
    return 0;
}

static void free_stream(struct stream *stream)
{
    if (stream->fd >= 0)
        close(stream->fd);
    free(stream->data);
    *stream = (struct stream){ .fd = -1 };
}

/* ---- Start --------------------------------------------------------------------------------- */

/* On how many CPUs the run's time can pass at once. */
static unsigned cpus_usable(const struct watch *watch)
{
    const struct sandbox_room *room = watch->job->room;

    if (room->shared->cpu > 0)
        return 1;
    return watch->limits.processes < room->sandbox->cpus ? watch->limits.processes
                                                         : room->sandbox->cpus;
}

/* The first look at the CPU time is due when the limit can be reached at the earliest. */
static uint64_t first_look_ns(const struct watch *watch)
{
    if (sandbox_backend(watch->job->room->sandbox) == SANDBOX_RLIMIT)
        return watch->start_ns + SAMPLE_NS;
    if (!watch->limits.cpu_ns)
        return UINT64_MAX;
    return watch->start_ns + watch->limits.cpu_ns / cpus_usable(watch);
}

static int start_watch(struct watch *watch, struct sandbox_error *error)
{
    const struct sandbox_run *run = watch->job->run;
    struct sandbox_room *room = watch->job->room;
    int streams[3] = { run->input_fd, -1, -1 };

    int status = room_revive(room, error);
    if (status == 0 && !run->keep_files)
        status = room_make_clean(room, error);
    if (status < 0)
        return status;
    watch->limits = room_effective_limits(room, &run->limits);
    status = shortage_check_run(&watch->limits, error);
    if (status < 0)
        return status;
    room_prepare_starter(room);
    watch->is_counted = counter_read(room, &watch->counted);
    status = cgroup_arm(room->cgroup, watch->limits.memory_bytes,
                        watch->limits.processes + (room->starter >= 0), error);
    if (status == 0)
        status = open_stream(&watch->output, run->output_fd, &streams[1], error);
    if (status == 0)
        status = open_stream(&watch->error, run->error_fd, &streams[2], error);
    watch->output.limit = watch->output.keep = watch->limits.output_bytes;
    watch->error.limit = watch->limits.output_bytes;
    watch->error.keep = run->error_keep_bytes ? run->error_keep_bytes : ERROR_KEEP_DEFAULT;
    if (watch->error.keep > watch->error.limit)
        watch->error.keep = watch->error.limit;
    watch->start_ns = clock_now_ns();
    watch->deadline_ns =
        watch->limits.wall_ns ? watch->start_ns + watch->limits.wall_ns : UINT64_MAX;
    watch->look_ns = first_look_ns(watch);
    if (status == 0)
        status = room_send_start(room, run, streams, true, error);
    watch->sent = status == 0;
    watch->by_starter = room->starter >= 0 && !room_has_program(room);
    if (run->output_fd < 0 && streams[1] >= 0)
        close(streams[1]);
    if (run->error_fd < 0 && streams[2] >= 0)
        close(streams[2]);
    return status;
}

/* ---- Limits -------------------------------------------------------------------------------- */

static void stop_watch(struct watch *watch, enum sandbox_outcome passed)
{
    struct request request = { .type = REQUEST_KILL };
    struct sandbox_error ignored;

    watch->passed |= 1u << passed;
    if (watch->killed_ns)
        return;
    watch->killed_ns = clock_now_ns();
    /* When init is gone, its socket says so in the next round. */
    room_send(watch->job->room, &request, NULL, 0, &ignored);
    /* It dies as well, even when the program has ended by itself before init reads this. */
    room_drop_starter(watch->job->room);
}

static void look_at_memory(struct watch *watch)
{
    struct cgroup_usage usage;
    struct sandbox_error ignored;

    if (cgroup_usage(watch->job->room->cgroup, &usage, &ignored) < 0)
        return;
    bool sampled = sandbox_backend(watch->job->room->sandbox) == SANDBOX_RLIMIT;
    if (usage.oom_kills > 0 || (sampled && usage.memory_bytes > watch->limits.memory_bytes))
        stop_watch(watch, SANDBOX_MEMORY_LIMIT);
}

static void look_at_clocks(struct watch *watch, uint64_t now)
{
    struct sandbox_room *room = watch->job->room;
    bool sampled = sandbox_backend(room->sandbox) == SANDBOX_RLIMIT;
    uint64_t cpu_ns = 0, next_ns = UINT64_MAX;

    if (now >= watch->deadline_ns)
        stop_watch(watch, SANDBOX_WALL_LIMIT);
    if (now < watch->look_ns)
        return;
    if (watch->limits.cpu_ns && cgroup_cpu_ns(room->cgroup, &cpu_ns) == 0) {
        if (cpu_ns > watch->limits.cpu_ns) {
            stop_watch(watch, SANDBOX_CPU_LIMIT);
        } else {
            next_ns = (watch->limits.cpu_ns - cpu_ns) / cpus_usable(watch);
            next_ns = now + (next_ns > LOOK_LEAST_NS ? next_ns : LOOK_LEAST_NS);
        }
    }
    if (sampled) {
        look_at_memory(watch);
        if (next_ns > now + SAMPLE_NS)
            next_ns = now + SAMPLE_NS;
    }
    watch->look_ns = next_ns;
}

static uint64_t next_event_ns(const struct watch *watch)
{
    if (watch->killed_ns)
        return watch->killed_ns + DEATH_LIMIT_NS;
    return watch->deadline_ns < watch->look_ns ? watch->deadline_ns : watch->look_ns;
}

/* ---- The loop ------------------------------------------------------------------------------ */

static void close_ends(struct sandbox_job *job)
{
    for (size_t i = 0; i < job->close_count; i++) {
        if (job->close_fds[i] >= 0)
            close(job->close_fds[i]);
        job->close_fds[i] = -1;
    }
}

/* Others see the end of a pipe after the time is taken: the order of ends is that of causes. */
static void end_watch(struct watch *watch, bool died)
{
    watch->ended = true;
    watch->died = died;
    watch->end_ns = clock_now_ns();
    close_ends(watch->job);
}

static void take_message(struct watch *watch)
{
    struct sandbox_room *room = watch->job->room;
    struct reply reply;
    int status = room_receive(room, 0, &reply, NULL);

    if (status == 0)
        return;
    if (status < 0) {
        room_kill(room);
        end_watch(watch, true);
        return;
    }
    if (reply.type == REPLY_STARTER_GONE && watch->by_starter) {
        /* With what it was told to start; unless it was killed with everything else. */
        if (!watch->killed_ns)
            room_kill(room);
        watch->end = (struct reply){ .status = SIGKILL, .call = -1 };
        end_watch(watch, !watch->killed_ns);
    } else if (reply.type == REPLY_DONE) {
        watch->answered = true;
        watch->start = reply;
        if (reply.step != STEP_NONE)
            end_watch(watch, false);
    } else if (reply.type == REPLY_ENDED) {
        watch->end = reply;
        room->dirty |= reply.dirty;
        end_watch(watch, false);
    }
}

static void set_polls(const struct watch *watch, struct pollfd polls[POLLS_EACH])
{
    short oom_events = 0;
    int oom = cgroup_oom_fd(watch->job->room->cgroup, &oom_events);

    polls[0] = (struct pollfd){ .fd = watch->job->room->control, .events = POLLIN };
    polls[1] = (struct pollfd){ .fd = watch->output.fd, .events = POLLIN };
    polls[2] = (struct pollfd){ .fd = watch->error.fd, .events = POLLIN };
    polls[3] = (struct pollfd){ .fd = oom, .events = oom_events };
    for (int i = 0; watch->ended && i < POLLS_EACH; i++)
        polls[i].fd = -1;
}

static int serve_watch(struct watch *watch, const struct pollfd polls[POLLS_EACH], uint64_t now)
{
    int status = polls[1].revents ? read_stream(&watch->output) : 0;
    if (status == 0 && polls[2].revents)
        status = read_stream(&watch->error);
    if (status < 0)
        return status;
    if (watch->output.seen > watch->output.limit || watch->error.seen > watch->error.limit)
        stop_watch(watch, SANDBOX_OUTPUT_LIMIT);
    if (polls[3].revents)
        look_at_memory(watch);
    if (polls[0].revents)
        take_message(watch);
    if (watch->ended)
        return 0;
    if (watch->killed_ns && now >= watch->killed_ns + DEATH_LIMIT_NS)
        return -ETIMEDOUT;
    if (!watch->killed_ns)
        look_at_clocks(watch, now);
    return 0;
}

static bool any_running(const struct watch *watches, size_t count, uint64_t *ret_next_ns)
{
    bool running = false;

    *ret_next_ns = UINT64_MAX;
    for (size_t i = 0; i < count; i++) {
        if (watches[i].ended)
            continue;
        running = true;
        uint64_t next = next_event_ns(&watches[i]);
        if (next < *ret_next_ns)
            *ret_next_ns = next;
    }
    return running;
}

/* When one job has ended, the others may have only a grace left. */
static void apply_grace(struct watch *watches, size_t count, const struct watch *ended)
{
    if (!ended->job->grace_ns)
        return;
    uint64_t deadline = ended->end_ns + ended->job->grace_ns;
    for (size_t i = 0; i < count; i++) {
        if (!watches[i].ended && watches[i].deadline_ns > deadline)
            watches[i].deadline_ns = deadline;
    }
}

static int wait_for_all(struct watch *watches, size_t count, struct pollfd *polls)
{
    uint64_t next_ns;

    while (any_running(watches, count, &next_ns)) {
        for (size_t i = 0; i < count; i++)
            set_polls(&watches[i], polls + i * POLLS_EACH);
        uint64_t now = clock_now_ns();
        uint64_t left = next_ns > now ? next_ns - now : 0;
        struct timespec timeout = { .tv_sec = (time_t) (left / SECOND),
                                    .tv_nsec = (long) (left % SECOND) };
        int ready = ppoll(polls, count * POLLS_EACH, next_ns == UINT64_MAX ? NULL : &timeout, NULL);
        if (ready < 0 && errno != EINTR)
            return -errno;
        if (ready < 0)
            continue;
        now = clock_now_ns();
        for (size_t i = 0; i < count; i++) {
            if (watches[i].ended)
                continue;
            int status = serve_watch(&watches[i], polls + i * POLLS_EACH, now);
            if (status < 0)
                return status;
            if (watches[i].ended)
                apply_grace(watches, count, &watches[i]);
        }
    }
    return 0;
}

/* ---- The end ------------------------------------------------------------------------------- */

static void decide(const struct watch *watch, const struct cgroup_usage *usage,
                   struct sandbox_result *result)
{
    unsigned passed = watch->passed;

    if (usage->oom_kills > 0)
        passed |= 1u << SANDBOX_MEMORY_LIMIT;
    if (watch->output.seen > watch->output.limit || watch->error.seen > watch->error.limit)
        passed |= 1u << SANDBOX_OUTPUT_LIMIT;
    if (watch->limits.cpu_ns && usage->cpu_ns > watch->limits.cpu_ns)
        passed |= 1u << SANDBOX_CPU_LIMIT;
    if (watch->limits.wall_ns && result->wall_ns > watch->limits.wall_ns)
        passed |= 1u << SANDBOX_WALL_LIMIT;
    if (result->outcome == SANDBOX_FORBIDDEN_CALL)
        return;
    static const enum sandbox_outcome order[] = { SANDBOX_MEMORY_LIMIT, SANDBOX_OUTPUT_LIMIT,
                                                  SANDBOX_CPU_LIMIT, SANDBOX_WALL_LIMIT };
    for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
        if (passed & (1u << order[i])) {
            result->outcome = order[i];
            return;
        }
    }
}

static int start_failure(const struct watch *watch, struct sandbox_result *result,
                         struct sandbox_error *error)
{
    const struct reply *reply = &watch->start;
    const struct sandbox_run *run = watch->job->run;

    if (!room_step_is_programs(reply->step))
        return room_step_error(watch->job->room, reply, error);
    result->outcome = SANDBOX_FAILED_TO_START;
    result->start_error = reply->code;
    if (reply->step == STEP_EXECUTE)
        snprintf(result->reason, sizeof(result->reason), "cannot execute %s: %s", run->arguments[0],
                 strerror(reply->code));
    else
        snprintf(result->reason, sizeof(result->reason), "no working directory %s: %s",
                 run->directory ? run->directory : "/box", strerror(reply->code));
    return 0;
}

static void take_count(const struct watch *watch, struct sandbox_result *result)
{
    uint64_t counted = 0;

    result->is_counted = watch->is_counted && counter_read(watch->job->room, &counted);
    result->counted = result->is_counted ? counted - watch->counted : 0;
}

static void take_output(struct watch *watch, struct sandbox_result *result)
{
    result->output_bytes = watch->output.seen;
    result->output = watch->output.data;
    result->output_size = watch->output.size;
    result->error = watch->error.data;
    result->error_size = watch->error.size;
    watch->output.data = watch->error.data = NULL;
}

static int finish_watch(struct watch *watch, struct sandbox_error *error)
{
    struct sandbox_result *result = watch->job->result;
    struct sandbox_room *room = watch->job->room;
    struct cgroup_usage usage = { 0 };

    memset(result, 0, sizeof(*result));
    result->backend = sandbox_backend(room->sandbox);
    result->exit_status = -1;
    if (watch->answered && watch->start.step != STEP_NONE)
        return start_failure(watch, result, error);
    if (cgroup_usage(room->cgroup, &usage, error) < 0)
        return error->code;
    if (usage.host_kills > 0)
        return shortage_of_memory(error);
    if (watch->died && !usage.oom_kills)
        return sandbox_fail(error, -EIO, "the room's init died during the run");
    if (watch->died)
        watch->end = (struct reply){ .status = SIGKILL, .call = -1 };
    int status = drain(&watch->output);
    if (status == 0)
        status = drain(&watch->error);
    if (status < 0)
        return sandbox_fail(error, status, "cannot read what the program wrote: %s",
                            strerror(-status));
    room_read_end(&watch->end, result);
    if (!watch->killed_ns && shortage_check_end(room, &watch->limits, result, error) < 0)
        return error->code;
    result->cpu_ns = usage.cpu_ns;
    result->memory_bytes = usage.memory_bytes;
    result->wall_ns = watch->end_ns - watch->start_ns;
    result->end_ns = watch->end_ns;
    take_count(watch, result);
    decide(watch, &usage, result);
    take_output(watch, result);
    return 0;
}

static int finish_all(struct watch *watches, size_t count, int status, struct sandbox_error *error)
{
    if (status == -ETIMEDOUT)
        sandbox_fail(error, status, "a killed program did not end within 20 s");
    else if (status < 0 && !error->code)
        sandbox_fail(error, status, "supervising failed: %s", strerror(-status));
    for (size_t i = 0; i < count; i++) {
        if (status < 0 && watches[i].sent && !watches[i].ended)
            room_kill(watches[i].job->room);
        if (status == 0)
            status = finish_watch(&watches[i], error);
        free_stream(&watches[i].output);
        free_stream(&watches[i].error);
    }
    if (status < 0) {
        for (size_t i = 0; i < count; i++)
            sandbox_result_clear(watches[i].job->result);
    }
    return status;
}

int sandbox_run_together(struct sandbox_job *jobs, size_t count, struct sandbox_error *error)
{
    struct watch *watches = calloc(count, sizeof(*watches));
    struct pollfd *polls = calloc(count * POLLS_EACH, sizeof(*polls));
    int status = 0;

    error->code = 0;
    if (!watches || !polls)
        status = sandbox_fail(error, -ENOMEM, "out of memory");
    for (size_t i = 0; i < count; i++)
        memset(jobs[i].result, 0, sizeof(*jobs[i].result));
    for (size_t i = 0; watches && i < count; i++) {
        watches[i].job = &jobs[i];
        watches[i].output.fd = watches[i].error.fd = -1;
    }
    for (size_t i = 0; status == 0 && i < count; i++)
        status = start_watch(&watches[i], error);
    if (status == 0)
        status = wait_for_all(watches, count, polls);
    for (size_t i = 0; i < count; i++)
        close_ends(&jobs[i]);
    if (watches)
        status = finish_all(watches, count, status, error);
    free(watches);
    free(polls);
    return status;
}

int sandbox_run(struct sandbox_room *room, const struct sandbox_run *run,
                struct sandbox_result *result, struct sandbox_error *error)
{
    struct sandbox_job job = { .room = room, .run = run, .result = result };

    return sandbox_run_together(&job, 1, error);
}

void sandbox_result_clear(struct sandbox_result *result)
{
    free(result->output);
    free(result->error);
    memset(result, 0, sizeof(*result));
}
