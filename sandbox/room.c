/*
 * A room as the judge sees it: the init process behind a socket, its cgroup, and the mapping shared
 * with it. This file makes, revives and frees rooms and speaks the protocol; what runs in them is
 * in supervise.c (one-shot) and program.c (long-lived).
 *
 * Birth: the judge clones init into its namespaces, maps its ids (root: two host ids that nobody
 * else has; otherwise the user's own) and lets it go on. While init makes its network and mounts,
 * which takes about as long, the judge finds a cgroup, puts init there and compiles the filter.
 * init was made with no exit signal, so a program that uses this library never sees its SIGCHLD.
 *
 * Death: freeing a room kills init; the kernel then kills whatever is in its pid namespace before
 * init can be reaped. When init dies otherwise (the kernel's memory killer chose it), the next use
 * of the room makes a new one.
 */
#include "sandbox/room.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define HOST_ID_BASE 1000000000u /* + 2 * pid of init: ids that no account of the host has */
#define ANSWER_MS 20000          /* a room that is silent for so long is broken */
#define DEFAULT_SCRATCH_BYTES ((uint64_t) 256 << 20)
#define DEFAULT_SCRATCH_INODES 16384

#define TOO_MANY_PROCESSES                                                                         \
    "too many processes: end some, or raise ulimit -u and the pids limit of the cgroup"

#ifndef P_PIDFD
#define P_PIDFD 3
#endif

static const struct {
    const char *text, *remedy;
} steps[STEP_COUNT] = {
    [STEP_NONE] = { "nothing failed", "" },
    [STEP_IDENTITY] = { "taking the room's user ids", "" },
    [STEP_PRIVATE_MOUNTS] = { "making mounts private", "" },
    [STEP_ROOT] = { "mounting the room's root", "" },
    [STEP_DIRECTORY] = { "making a directory", "" },
    [STEP_BIND] = { "showing a directory of the host", "" },
    [STEP_LINK] = { "making a symbolic link", "" },
    [STEP_ETC_FILE] = { "writing a file of /etc", "" },
    [STEP_PROC] = { "mounting /proc", "in a container, /proc must not be masked: start it with "
                                      "--security-opt systempaths=unconfined, or as --privileged" },
    [STEP_SCRATCH] = { "mounting the scratch directories", "" },
    [STEP_PIVOT] = { "changing to the new root", "" },
    [STEP_READ_ONLY] = { "making the root read-only", "" },
    [STEP_HOSTNAME] = { "setting the host name", "" },
    [STEP_NETWORK_NAMESPACE] = { "making the network namespace",
                                 "sysctl -w user.max_net_namespaces=15000" },
    [STEP_LOOPBACK] = { "bringing up the loopback interface", "" },
    [STEP_CGROUP] = { "entering the cgroup", "" },
    [STEP_CGROUP_NAMESPACE] = { "making the cgroup namespace", "" },
    [STEP_CAPABILITIES] = { "dropping capabilities", "" },
    [STEP_PROCESS_GROUP] = { "the process group", "" },
    [STEP_DESCRIPTORS] = { "arranging descriptors", "" },
    [STEP_WORKING_DIRECTORY] = { "changing to the working directory", "" },
    [STEP_RESOURCE_LIMITS] = { "setting resource limits", "" },
    [STEP_OOM_SCORE] = { "setting the score for the memory killer", "" },
    [STEP_NO_NEW_PRIVILEGES] = { "setting no_new_privs", "" },
    [STEP_FILTER] = { "installing the system call filter", "" },
    [STEP_STARTER] = { "making the starter", "" },
    [STEP_CLONE] = { "making the process", TOO_MANY_PROCESSES },
    [STEP_EXECUTE] = { "executing the program", "" },
    [STEP_PUT] = { "writing a file into the room", "" },
    [STEP_SOCKET] = { "opening a socket in the room", "" },
};

int sandbox_set_error(struct sandbox_error *error, int code, const char *format, ...)
{
    va_list arguments;

    memset(error, 0, sizeof(*error));
    error->code = sandbox_failed(code);
    va_start(arguments, format);
    vsnprintf(error->message, sizeof(error->message), format, arguments);
    va_end(arguments);
    return error->code;
}

void sandbox_remedy(struct sandbox_error *error, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(error->remedy, sizeof(error->remedy), format, arguments);
    va_end(arguments);
}

uint64_t clock_now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t) now.tv_sec * 1000000000u + (uint64_t) now.tv_nsec;
}

const char *room_step_text(enum step step)
{
    return (unsigned) step < STEP_COUNT ? steps[step].text : "an unknown step";
}

int room_step_error(const struct sandbox_room *room, const struct reply *reply,
                    struct sandbox_error *error)
{
    size_t count;
    const struct room_operation *operations = room_plan_operations(room->plan, &count);
    int code = reply->code ? -reply->code : -EIO;

    if (reply->step == STEP_BIND && reply->item >= 0 && (size_t) reply->item < count)
        sandbox_fail(error, code, "showing %s in the room failed: %s",
                     operations[reply->item].source, strerror(reply->code));
    else
        sandbox_fail(error, code, "%s failed: %s", room_step_text(reply->step),
                     strerror(reply->code));
    sandbox_remedy(error, "%s",
                   (unsigned) reply->step < STEP_COUNT ? steps[reply->step].remedy : "");
    return code;
}

/* ---- Messages ------------------------------------------------------------------------------ */

static int send_to(int socket, const struct request *request, const int *descriptors, size_t count)
{
    struct iovec data = { .iov_base = (void *) request, .iov_len = sizeof(*request) };
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int) * (DESCRIPTORS_MAX + 1))];
    } control = { 0 };
    struct msghdr message = { .msg_iov = &data, .msg_iovlen = 1 };

    if (count > 0) {
        control.header.cmsg_level = SOL_SOCKET;
        control.header.cmsg_type = SCM_RIGHTS;
        control.header.cmsg_len = CMSG_LEN(sizeof(int) * count);
        memcpy(CMSG_DATA(&control.header), descriptors, sizeof(int) * count);
        message.msg_control = control.space;
        message.msg_controllen = CMSG_SPACE(sizeof(int) * count);
    }
    ssize_t sent;
    do
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent < 0 ? -EPIPE : 0;
}

int room_send(struct sandbox_room *room, const struct request *request, const int *descriptors,
              size_t count, struct sandbox_error *error)
{
    if (send_to(room->control, request, descriptors, count) < 0)
        return sandbox_fail(error, -EPIPE, "the room's init is gone");
    return 0;
}

void room_drop_starter(struct sandbox_room *room)
{
    if (room->starter >= 0)
        close(room->starter);
    room->starter = -1;
}

int room_send_starter(struct sandbox_room *room, const struct request *request,
                      const int *descriptors, size_t count, struct sandbox_error *error)
{
    if (send_to(room->starter, request, descriptors, count) == 0)
        return 0;
    room_drop_starter(room);
    return sandbox_fail(error, -EPIPE, "the room's starter is gone");
}

int room_receive(struct sandbox_room *room, int timeout_ms, struct reply *ret_reply, int *ret_fd)
{
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int))];
    } control;
    struct iovec data = { .iov_base = ret_reply, .iov_len = sizeof(*ret_reply) };
    struct msghdr message = {
        .msg_iov = &data,
        .msg_iovlen = 1,
        .msg_control = control.space,
        .msg_controllen = sizeof(control.space),
    };
    struct pollfd ready = { .fd = room->control, .events = POLLIN };
    uint64_t deadline = clock_now_ns() + (uint64_t) timeout_ms * 1000000u;

    for (;;) {
        int left = timeout_ms;
        if (timeout_ms > 0) {
            uint64_t now = clock_now_ns();
            left = now >= deadline ? 0 : (int) ((deadline - now + 999999) / 1000000);
        }
        int status = poll(&ready, 1, left);
        if (status == 0)
            return 0;
        if (status < 0)
            continue;
        ssize_t got = recvmsg(room->control, &message, MSG_CMSG_CLOEXEC);
        if (got < 0 && errno == EINTR)
            continue;
        if (got != (ssize_t) sizeof(*ret_reply))
            return -EPIPE;
        break;
    }
    int fd = -1;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (header && header->cmsg_type == SCM_RIGHTS)
        memcpy(&fd, CMSG_DATA(header), sizeof(fd));
    if (!ret_reply->starter)
        room_drop_starter(room);
    if (ret_fd)
        *ret_fd = fd;
    else if (fd >= 0)
        close(fd);
    return 1;
}

int room_make_clean(struct sandbox_room *room, struct sandbox_error *error)
{
    return room->dirty ? sandbox_room_wipe(room, error) : 0;
}

void room_note_end(struct sandbox_room *room, const struct reply *reply)
{
    room->dirty |= reply->dirty;
    if (reply->program < 0 || reply->program >= PROGRAMS_MAX)
        return;
    struct sandbox_program *program = &room->programs[reply->program];
    program->end = *reply;
    program->ended = true;
    program->running = false;
    program->end_ns = clock_now_ns();
}

int room_ask(struct sandbox_room *room, const struct request *request, const int *descriptors,
             size_t count, struct reply *ret_reply, int *ret_fd, struct sandbox_error *error)
{
    int status = room_revive(room, error);

    if (status == 0)
        status = room_send(room, request, descriptors, count, error);
    if (status == -EPIPE)
        room_kill(room);
    while (status == 0) {
        status = room_receive(room, ANSWER_MS, ret_reply, ret_fd);
        if (status == 0) {
            room->broken = true;
            return sandbox_fail(error, -ETIMEDOUT, "the room does not answer");
        }
        if (status < 0) {
            room_kill(room);
            return sandbox_fail(error, status, "the room's init has died");
        }
        if (ret_reply->type == REPLY_DONE)
            break;
        if (ret_reply->type == REPLY_ENDED)
            room_note_end(room, ret_reply);
        status = 0;
    }
    if (status < 0)
        return status;
    return 0;
}

bool room_has_program(const struct sandbox_room *room)
{
    for (size_t i = 0; i < PROGRAMS_MAX; i++) {
        if (room->programs[i].running)
            return true;
    }
    return false;
}

void room_prepare_starter(struct sandbox_room *room)
{
    struct request request = { .type = REQUEST_STARTER };
    struct sandbox_error ignored;
    struct reply reply = { 0 };
    int fd = -1;

    if (room->runs < 2)
        room->runs++;
    if (room->starter >= 0 || room->no_starter || room->runs < 2 || !room->own_ids ||
        cgroup_birth_fd(room->cgroup) >= 0 || room_has_program(room))
        return;
    /* Without one, init starts programs itself; a room that is broken says so when it is used. */
    int status = room_ask(room, &request, NULL, 0, &reply, &fd, &ignored);
    if (status == 0 && reply.step == STEP_NONE)
        room->starter = fd;
    else
        room->no_starter = true;
}

/* ---- Birth and death ----------------------------------------------------------------------- */

static int write_proc(pid_t pid, const char *name, const char *text)
{
    char path[64];

    snprintf(path, sizeof(path), "/proc/%d/%s", (int) pid, name);
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return -errno;
    ssize_t written = write(fd, text, strlen(text));
    int code = written < 0 ? -errno : 0;
    close(fd);
    return code;
}

/* Root gives init and programs host ids of their own; without that right the room's user is the
 * judge's user. */
static int map_ids(struct sandbox_room *room, struct sandbox_error *error)
{
    char map[128];
    unsigned base = HOST_ID_BASE + 2 * (unsigned) room->init;
    int status = -EPERM;

    if (geteuid() == 0) {
        snprintf(map, sizeof(map), "0 %u 1\n%d %u 1\n", base, ROOM_UID, base + 1);
        status = write_proc(room->init, "uid_map", map);
        if (status == 0)
            status = write_proc(room->init, "gid_map", map);
        room->own_ids = status == 0;
    }
    if (status == -EPERM) {
        snprintf(map, sizeof(map), "%d %u 1\n", ROOM_UID, (unsigned) geteuid());
        status = write_proc(room->init, "uid_map", map);
        if (status == 0)
            status = write_proc(room->init, "setgroups", "deny");
        snprintf(map, sizeof(map), "%d %u 1\n", ROOM_GID, (unsigned) getegid());
        if (status == 0)
            status = write_proc(room->init, "gid_map", map);
    }
    if (status < 0) {
        sandbox_fail(error, status, "mapping the room's user ids failed: %s", strerror(-status));
        if (status == -EPERM)
            sandbox_remedy(error, "assay doctor says what this host lacks");
    }
    room->shared->own_ids = room->own_ids;
    return status;
}

static const char *clone_remedy(int code)
{
    switch (code) {
    case ENOSPC:
        return "sysctl -w user.max_user_namespaces=15000";
    case EAGAIN:
        return TOO_MANY_PROCESSES;
    case ENOMEM:
        return "free memory on this host";
    default:
        return doctor_namespace_remedy();
    }
}

static int clone_init(struct sandbox_room *room, struct sandbox_error *error)
{
    int pair[2];
    struct clone_args arguments = {
        .flags = CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWUTS |
                 CLONE_PIDFD | CLONE_CLEAR_SIGHAND,
        .pidfd = (uint64_t) (uintptr_t) &room->init_fd,
        .exit_signal = 0,
    };

    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
        return sandbox_fail(error, -errno, "no socket pair: %s", strerror(errno));
    sigset_t all, before;
    sigfillset(&all);
    /* The judge's handlers do not run in init, not even before they are cleared. */
    pthread_sigmask(SIG_SETMASK, &all, &before);
    room->network = room->shared->loopback ? -1 : network_enter(room->sandbox->networks);
    room->shared->make_network = room->network < 0;
    long pid = syscall(SYS_clone3, &arguments, sizeof(arguments));
    if (pid == 0)
        init_main(room->shared, pair[1]);
    int code = errno;
    if (room->network >= 0)
        network_leave(room->sandbox->networks);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(pair[1]);
    if (pid < 0) {
        close(pair[0]);
        network_keep(room->sandbox->networks, room->network);
        room->network = -1;
        sandbox_fail(error, code == EPERM || code == ENOSPC || code == EUSERS ? -EPERM : -code,
                     "cannot make namespaces: %s", strerror(code));
        sandbox_remedy(error, "%s", clone_remedy(code));
        return error->code;
    }
    room->init = (pid_t) pid;
    room->control = pair[0];
    return 0;
}

/* The room's network, if the next room may have it. A socket of the judge's may still be in it, or
 * the end of a connection. */
static int take_network(struct sandbox_room *room)
{
    char path[64];
    int fd = room->network;

    room->network = -1;
    if (room->network_used || room->shared->loopback) {
        if (fd >= 0)
            close(fd);
        return -1;
    }
    if (fd >= 0 || !room->own_ids)
        return fd;
    snprintf(path, sizeof(path), "/proc/%d/ns/net", (int) room->init);
    return open(path, O_RDONLY | O_CLOEXEC);
}

static void reap_init(struct sandbox_room *room)
{
    siginfo_t information;

    while (waitid(P_PIDFD, (id_t) room->init_fd, &information, WEXITED | __WALL) < 0 &&
           errno == EINTR)
        ;
    close(room->init_fd);
    close(room->control);
    counter_close(room);
    room_drop_starter(room);
    room->runs = 0;
    room->init = -1;
    room->init_fd = room->control = -1;
}

void room_kill(struct sandbox_room *room)
{
    if (room->init < 0)
        return;
    int network = take_network(room);
    syscall(SYS_pidfd_send_signal, room->init_fd, SIGKILL, NULL, 0);
    reap_init(room);
    network_keep(room->sandbox->networks, network);
    for (size_t i = 0; i < PROGRAMS_MAX; i++) {
        struct sandbox_program *program = &room->programs[i];
        if (!program->running)
            continue;
        program->end = (struct reply){ .type = REPLY_ENDED, .status = SIGKILL, .call = -1 };
        program->ended = true;
        program->running = false;
        program->end_ns = clock_now_ns();
    }
}

static int await_ready(struct sandbox_room *room, struct sandbox_error *error)
{
    struct reply reply;
    int status = room_receive(room, ANSWER_MS, &reply, NULL);

    if (status <= 0)
        return sandbox_fail(error, -EIO, "the room's init ended before it was ready");
    if (reply.step == STEP_NONE)
        return 0;
    return room_step_error(room, &reply, error);
}

/* What the judge has to do while init is busy with its mounts. */
static int prepare_meanwhile(struct sandbox_room *room, struct sandbox_error *error)
{
    int status = 0;

    if (room->shared->filter_length == 0) {
        const struct sock_fprog *filter =
            filter_program(room->sandbox->filters, room->profile, error);
        if (!filter)
            return error->code;
        memcpy(room->shared->filter, filter->filter, filter->len * sizeof(*filter->filter));
        room->shared->filter_length = filter->len;
    }
    if (!room->cgroup)
        status = cgroup_new(room->sandbox->cgroups, &room->cgroup, error);
    return status < 0 ? status : cgroup_adopt(room->cgroup, room->init, error);
}

int room_revive(struct sandbox_room *room, struct sandbox_error *error)
{
    struct request set_up = { .type = REQUEST_SET_UP };
    struct request adopted = { .type = REQUEST_ADOPTED };

    if (room->broken)
        return sandbox_fail(error, -EIO, "the room is broken");
    if (room->init >= 0)
        return 0;
    room->own_ids = false;
    room->dirty = false;
    room->network_used = false;
    int status = room_plan_open_trees(room->plan, error);
    if (status == 0)
        status = clone_init(room, error);
    room_plan_close_trees(room->plan);
    if (status < 0)
        return status;
    status = map_ids(room, error);
    if (status == 0)
        status = counter_open(room, error);
    if (status == 0)
        status = room_send(room, &set_up, NULL, 0, error);
    if (status == 0)
        status = prepare_meanwhile(room, error);
    /* An init that failed meanwhile cannot be told any more, but has left word of why. */
    if (status == 0) {
        int entries[CGROUP_PLACES];
        size_t count = cgroup_entries(room->cgroup, entries);
        room_send(room, &adopted, entries, count, error);
        status = await_ready(room, error);
    }
    if (status < 0)
        room_kill(room);
    return status;
}

static int new_shared(struct sandbox_room *room, const struct sandbox_room_config *config,
                      struct sandbox_error *error)
{
    struct shared *shared =
        mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (shared == MAP_FAILED)
        return sandbox_fail(error, -ENOMEM, "out of memory");
    room->shared = shared;
    shared->operations = room_plan_operations(room->plan, &shared->operation_count);
    shared->scratch_bytes = room->scratch_bytes;
    shared->scratch_inodes =
        config->scratch_inodes ? config->scratch_inodes : DEFAULT_SCRATCH_INODES;
    shared->loopback = config->loopback || config->uplink;
    shared->uplink = config->uplink;
    shared->cpu = config->cpu;
    shared->observe = config->profile == SANDBOX_PROFILE_OBSERVED;
    return 0;
}

int sandbox_room_open(struct sandbox *sandbox, const struct sandbox_room_config *config,
                      struct sandbox_room **ret, struct sandbox_error *error)
{
    struct sandbox_room *room = calloc(1, sizeof(*room));

    if (!room)
        return sandbox_fail(error, -ENOMEM, "out of memory");
    room->sandbox = sandbox;
    room->profile = config->profile;
    room->counter = config->counter;
    room->counter_fd = -1;
    room->init = room->init_fd = room->control = room->starter = room->network = -1;
    room->scratch_bytes = config->scratch_bytes ? config->scratch_bytes : DEFAULT_SCRATCH_BYTES;
    int status = room_plan_new(config, &room->plan, error);
    if (status == 0)
        status = new_shared(room, config, error);
    if (status == 0)
        status = room_revive(room, error);
    if (status < 0) {
        sandbox_room_free(room);
        return status;
    }
    *ret = room;
    return 0;
}

void sandbox_room_free(struct sandbox_room *room)
{
    if (!room)
        return;
    room_kill(room);
    cgroup_free(room->cgroup);
    if (room->shared)
        munmap(room->shared, sizeof(*room->shared));
    room_plan_free(room->plan);
    free(room);
}
