/*
 * The judge's half of a program's start: the request that init carries out is packed into the
 * shared mapping, and the descriptors travel with the message.
 */
#include "sandbox/room.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEBIBYTE ((uint64_t) 1 << 20)
#define NANOSECONDS ((uint64_t) 1000000000)

static const char *const default_environment[] = {
    "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/box", "TMPDIR=/tmp", "LANG=C.UTF-8", NULL,
};

struct sandbox_limits room_effective_limits(const struct sandbox_room *room,
                                            const struct sandbox_limits *limits)
{
    struct sandbox_limits effective = *limits;

    if (!effective.wall_ns && effective.cpu_ns)
        effective.wall_ns = 2 * effective.cpu_ns + NANOSECONDS;
    if (!effective.memory_bytes)
        effective.memory_bytes = 2048 * MEBIBYTE;
    if (!effective.output_bytes)
        effective.output_bytes = 64 * MEBIBYTE;
    if (!effective.stack_bytes)
        effective.stack_bytes = effective.memory_bytes;
    if (!effective.file_bytes)
        effective.file_bytes = room->scratch_bytes;
    if (!effective.processes)
        effective.processes = 64;
    if (!effective.open_files)
        effective.open_files = 256;
    return effective;
}

static void set_limit(struct start_request *start, int resource, uint64_t value)
{
    start->limits[resource] = (struct rlimit){ .rlim_cur = value, .rlim_max = value };
    start->limit_set[resource] = true;
}

static void fill_limits(struct sandbox_room *room, const struct sandbox_limits *limits)
{
    struct start_request *start = &room->shared->start;

    memset(start->limit_set, 0, sizeof(start->limit_set));
    set_limit(start, RLIMIT_STACK, limits->stack_bytes);
    set_limit(start, RLIMIT_FSIZE, limits->file_bytes);
    set_limit(start, RLIMIT_NOFILE, limits->open_files);
    if (sandbox_backend(room->sandbox) != SANDBOX_RLIMIT)
        return;
    /* Without a cgroup: RLIMIT_NPROC counts within the room's user namespace, where a plain user's
     * init counts too. Memory is left to the samples: RLIMIT_AS counts what is only reserved (JVM,
     * Node, Go), RLIMIT_DATA the stacks of threads, which are as large as RLIMIT_STACK. */
    set_limit(start, RLIMIT_NPROC, limits->processes + (room->own_ids ? 0 : 1));
    if (limits->cpu_ns)
        set_limit(start, RLIMIT_CPU, limits->cpu_ns / NANOSECONDS + 2);
}

/* Appends one string; returns its offset, or UINT32_MAX when there is no room. */
static uint32_t pack(struct start_request *start, size_t *used, const char *text)
{
    size_t size = strlen(text) + 1;
    size_t offset = *used;

    if (size > sizeof(start->strings) - offset)
        return UINT32_MAX;
    memcpy(start->strings + offset, text, size);
    *used += size;
    return (uint32_t) offset;
}

static int pack_list(struct start_request *start, size_t *used, size_t *words,
                     const char *const *list, uint32_t *ret_count)
{
    uint32_t count = 0;

    for (; list[count]; count++) {
        uint32_t offset = *words < WORDS_MAX ? pack(start, used, list[count]) : UINT32_MAX;
        if (offset == UINT32_MAX)
            return -E2BIG;
        start->words[(*words)++] = offset;
    }
    *ret_count = count;
    return 0;
}

static const char *find_path(const char *const *environment)
{
    for (; *environment; environment++) {
        if (strncmp(*environment, "PATH=", 5) == 0)
            return *environment + 5;
    }
    return "/usr/bin:/bin";
}

static int fill_words(struct start_request *start, const struct sandbox_run *run,
                      struct sandbox_error *error)
{
    const char *const *environment = run->environment ? run->environment : default_environment;
    size_t used = 0, words = 0;

    if (!run->arguments || !run->arguments[0])
        return sandbox_fail(error, -EINVAL, "no program to run");
    if (pack_list(start, &used, &words, run->arguments, &start->argument_count) < 0 ||
        pack_list(start, &used, &words, environment, &start->environment_count) < 0)
        return sandbox_fail(error, -E2BIG, "arguments and environment are over %d KiB or %d words",
                            STRINGS_BYTES / 1024, WORDS_MAX);
    start->directory = pack(start, &used, run->directory ? run->directory : "/box");
    start->search_path = pack(start, &used, find_path(environment));
    if (start->directory == UINT32_MAX || start->search_path == UINT32_MAX)
        return sandbox_fail(error, -E2BIG, "arguments and environment are over %d KiB",
                            STRINGS_BYTES / 1024);
    return 0;
}

/* One-shots go to the starter where there is one; when it is gone, to init as ever. */
static int send_with(struct sandbox_room *room, const struct sandbox_run *run, const int streams[3],
                     int nowhere, struct sandbox_error *error)
{
    struct start_request *start = &room->shared->start;
    struct request request = { .type = REQUEST_START };
    int descriptors[DESCRIPTORS_MAX + 1];
    size_t count = 0;

    for (; count < 3; count++) {
        descriptors[count] = streams[count] >= 0 ? streams[count] : nowhere;
        start->numbers[count] = (int) count;
    }
    for (size_t i = 0; i < run->descriptor_count; i++, count++) {
        descriptors[count] = run->descriptors[i].fd;
        start->numbers[count] = run->descriptors[i].number;
    }
    start->descriptor_count = (uint32_t) count;
    int group = cgroup_birth_fd(room->cgroup);
    start->has_birth_group = group >= 0;
    if (group >= 0)
        descriptors[count++] = group;
    /* Long-lived programs may be in the place of init's list that the starter's takes. */
    if (start->last && group < 0 && room->starter >= 0 && !room_has_program(room) &&
        room_send_starter(room, &request, descriptors, count, error) == 0)
        return 0;
    return room_send(room, &request, descriptors, count, error);
}

int room_send_start(struct sandbox_room *room, const struct sandbox_run *run, const int streams[3],
                    bool last, struct sandbox_error *error)
{
    struct start_request *start = &room->shared->start;
    struct sandbox_limits limits = room_effective_limits(room, &run->limits);

    if (run->descriptor_count > DESCRIPTORS_MAX - 3)
        return sandbox_fail(error, -EINVAL, "more than %d extra descriptors", DESCRIPTORS_MAX - 3);
    for (size_t i = 0; i < run->descriptor_count; i++) {
        if (run->descriptors[i].number < 3 || run->descriptors[i].number > 63)
            return sandbox_fail(error, -EINVAL, "descriptor number %d is not from 3 to 63",
                                run->descriptors[i].number);
    }
    int status = fill_words(start, run, error);
    if (status < 0)
        return status;
    fill_limits(room, &limits);
    start->last = last;
    start->keep_files = run->keep_files || !last;
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere < 0)
        return sandbox_fail(error, -errno, "cannot open /dev/null: %s", strerror(errno));
    status = send_with(room, run, streams, nowhere, error);
    close(nowhere);
    if (status == -EPIPE)
        room_kill(room); /* the next run finds another init */
    return status;
}

bool room_step_is_programs(enum step step)
{
    return step == STEP_EXECUTE || step == STEP_WORKING_DIRECTORY;
}

void room_read_end(const struct reply *reply, struct sandbox_result *result)
{
    result->exit_status = WIFEXITED(reply->status) ? WEXITSTATUS(reply->status) : -1;
    result->signal = WIFSIGNALED(reply->status) ? WTERMSIG(reply->status) : 0;
    result->outcome = result->signal ? SANDBOX_SIGNALLED : SANDBOX_EXITED;
    if (reply->call >= 0) {
        result->outcome = SANDBOX_FORBIDDEN_CALL;
        filter_call_name(reply->architecture, reply->call, result->call, sizeof(result->call));
    }
}
