/*
 * init: the first process of a room.
 *
 * The judge clones it into new namespaces; how the room is made then is told in init_set_up.c.
 * After that it serves requests until the judge's end of the control socket closes, which also
 * happens when the judge is killed. When init ends, the kernel kills everything in its pid
 * namespace.
 *
 * Privilege: in the room's user namespace it keeps its capabilities (it must remount the scratch
 * and change ids for programs); on the host it is nobody (own_ids) or the user who runs the judge.
 * It is not dumpable, not visible in the room's /proc, and of another uid than the programs where
 * the judge is root.
 *
 * It was cloned from a process that may have threads, so it uses only async-signal-safe calls, and
 * raw system calls where libc keeps state about threads.
 *
 * A program's end, in order: its listener reports a forbidden call or SIGCHLD its death; if it was
 * a one-shot (`last`), everything else in the room is killed and reaped; only then the judge is
 * told. kill(-1) is atomic against fork: the kernel holds the task list, and a fork with a fatal
 * signal pending does not happen.
 */
#include "sandbox/filter.h"
#include "sandbox/protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/sendfile.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define REAPED_AT_ONCE 64

int init_fail(struct failure *failure, enum step step, int item)
{
    failure->step = step;
    failure->code = errno;
    failure->item = item;
    return -1;
}

/* ---- Messages ------------------------------------------------------------------------------ */

/* A judge that is gone ends the room. */
static void send_reply(const struct init *init, struct reply *reply, int fd)
{
    struct iovec data = { .iov_base = reply, .iov_len = sizeof(*reply) };
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int))];
    } control = { 0 };
    struct msghdr message = { .msg_iov = &data, .msg_iovlen = 1 };

    reply->starter = init->starter.pid != 0 && !init->starter.doomed;
    if (fd >= 0) {
        control.header.cmsg_level = SOL_SOCKET;
        control.header.cmsg_type = SCM_RIGHTS;
        control.header.cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(&control.header), &fd, sizeof(int));
        message.msg_control = control.space;
        message.msg_controllen = sizeof(control.space);
    }
    while (sendmsg(init->control, &message, MSG_NOSIGNAL) < 0) {
        if (errno != EINTR)
            _exit(1);
    }
}

static void reply_to(const struct init *init, enum reply_type type, const struct failure *failure,
                     int program, int fd)
{
    struct reply reply = {
        .type = type,
        .program = program,
        .step = failure->step,
        .code = failure->code,
        .item = failure->item,
        .call = -1,
    };

    send_reply(init, &reply, fd);
}

int init_receive(int socket, void *data, size_t size, int *descriptors, size_t capacity, int flags)
{
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int) * INIT_DESCRIPTORS)];
    } control;
    struct iovec vector = { .iov_base = data, .iov_len = size };
    struct msghdr message = {
        .msg_iov = &vector,
        .msg_iovlen = 1,
        .msg_control = control.space,
        .msg_controllen = CMSG_SPACE(sizeof(int) * capacity),
    };
    ssize_t got;

    do
        got = recvmsg(socket, &message, flags | MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (got <= 0)
        return -1;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (!header || header->cmsg_type != SCM_RIGHTS)
        return 0;
    size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    memcpy(descriptors, CMSG_DATA(header), count * sizeof(int));
    return (int) count;
}

/* ---- Programs ------------------------------------------------------------------------------ */

static void forget_program(struct init_program *program)
{
    if (program->listener >= 0)
        close(program->listener);
    *program = (struct init_program){ .listener = -1, .call = -1 };
}

/* A program of the starter that never was: init learns of it when the child has ended. */
static bool report_failed_start(struct init *init, size_t index)
{
    struct shared *shared = init->shared;
    struct failure failure = { .step = shared->failed_step, .code = shared->failed_code };

    if (!init->programs[index].by_starter || failure.step == STEP_NONE)
        return false;
    shared->failed_step = STEP_NONE;
    forget_program(&init->programs[index]);
    reply_to(init, REPLY_DONE, &failure, (int) index, -1);
    return true;
}

static void report_end(struct init *init, size_t index, int status)
{
    struct init_program *program = &init->programs[index];

    if (report_failed_start(init, index))
        return;
    struct reply reply = {
        .type = REPLY_ENDED,
        .program = (int) index,
        .status = status,
        .call = program->call,
        .architecture = program->architecture,
        .dirty = !init_is_clean(init),
    };

    forget_program(program);
    send_reply(init, &reply, -1);
}

/* A program's own end is reported once everything that has to end with it has ended. Its number may
 * have gone to another process meanwhile. */
static void note_end(struct init *init, pid_t pid, int status, int *last_status, int *last_index)
{
    for (size_t i = 0; i < PROGRAMS_MAX; i++) {
        if (init->programs[i].pid != pid || *last_index == (int) i)
            continue;
        if (init->programs[i].last) {
            *last_status = status;
            *last_index = (int) i;
        } else {
            report_end(init, i, status);
        }
    }
}

/* The starter dies with the others, now or in a moment: it is not to be counted on any more. */
static void kill_all(struct init *init)
{
    init->starter.doomed = init->starter.pid != 0;
    syscall(SYS_kill, -1, SIGKILL);
}

/* Takes note of the program that the starter has borne. One-shots run alone: the first place is
 * free. */
static void adopt_started(struct init *init)
{
    struct shared *shared = init->shared;

    if (shared->started_pid == 0)
        return;
    init->programs[0] = (struct init_program){
        .pid = shared->started_pid, .listener = -1, .call = -1, .last = true, .by_starter = true
    };
    shared->started_pid = 0;
}

/* When it could not bear a program, it has left word of why, and the judge waits for that. */
static void note_end_of_starter(struct init *init)
{
    struct shared *shared = init->shared;
    struct failure failure = { .step = shared->failed_step, .code = shared->failed_code };

    adopt_started(init);
    /* Forbidden calls of the program that it bore are still to be heard of. */
    if (init->programs[0].pid != 0 && init->programs[0].by_starter &&
        init->programs[0].listener < 0) {
        init->programs[0].listener = init->starter.listener;
        init->starter.listener = -1;
    }
    init_forget_starter(init);
    if (init->programs[0].pid != 0)
        return; /* its end will tell */
    shared->failed_step = STEP_NONE;
    reply_to(init, failure.step == STEP_NONE ? REPLY_STARTER_GONE : REPLY_DONE, &failure, -1, -1);
}

static void take_end(struct init *init, pid_t pid, int status, int *last_status, int *last_index)
{
    if (pid == init->starter.pid) {
        note_end_of_starter(init);
    } else if (pid == init->leaver) {
        init->leaver = 0;
        if (status != 0)
            _exit(1);
    } else {
        adopt_started(init);
        note_end(init, pid, status, last_status, last_index);
    }
}

/* Reaps what has ended. With `all`, waits until no process is left. Returns whether there may be
 * more: a program whose children end as fast as they can be reaped must neither keep init from the
 * judge's word, nor its own end from being followed by theirs. */
static bool reap(struct init *init, bool all)
{
    int last_status = 0, last_index = -1;
    bool more = false;

    for (int count = 0;;) {
        int status;
        pid_t pid = waitpid(-1, &status, (all ? 0 : WNOHANG) | __WALL);
        if (pid < 0 && errno == EINTR)
            continue;
        if (pid < 0)
            break;
        if (pid > 0)
            take_end(init, pid, status, &last_status, &last_index);
        if (pid > 0 && (all || ++count < REAPED_AT_ONCE))
            continue;
        if (last_index < 0) {
            more = pid > 0;
            break;
        }
        if (pid == 0 && init_has_only_starter(init))
            break;
        kill_all(init);
        all = true;
    }
    if (last_index >= 0)
        report_end(init, (size_t) last_index, last_status);
    return more;
}

/* A call that asks for data on the disk, in a room where these are counted: it succeeds and does
 * nothing, as in other rooms; a file that is opened so is opened. False for any other call. */
static bool count_sync(struct init *init, int listener, const struct seccomp_notif *notification)
{
    static const int calls[] = { SYS_fsync, SYS_fdatasync, SYS_sync_file_range,
                                 SYS_msync, SYS_sync,      SYS_syncfs };
    int number = notification->data.nr;
    bool sync = false, opens = number == SYS_openat;
    struct seccomp_notif_resp answer = { .id = notification->id };

#ifdef SYS_open
    opens = opens || number == SYS_open;
#endif
    for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
        sync = sync || number == calls[i];
    if (!init->shared->observe || notification->data.arch != FILTER_ARCHITECTURE ||
        (!sync && !opens))
        return false;
    init->shared->syncs++;
    if (opens)
        answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
    ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer); /* fails when the caller is dead */
    return true;
}

/* A forbidden call: remember the first, and end the room's programs or just this one's session. */
static void handle_notification(struct init *init, struct init_program *program, int *listener)
{
    union {
        struct seccomp_notif notification;
        char space[512]; /* newer kernels may know a larger one */
    } received;

    memset(&received, 0, sizeof(received));
    if (ioctl(*listener, SECCOMP_IOCTL_NOTIF_RECV, &received.notification) < 0) {
        if (errno == EINTR || errno == ENOENT)
            return; /* the caller was killed meanwhile */
        close(*listener);
        *listener = -1;
        return;
    }
    if (count_sync(init, *listener, &received.notification))
        return;
    if (program->call < 0) {
        program->call = received.notification.data.nr;
        program->architecture = received.notification.data.arch;
    }
    if (program->last) {
        kill_all(init);
        return;
    }
    syscall(SYS_kill, (int) received.notification.pid, SIGKILL);
    if (program->pid > 0)
        syscall(SYS_kill, -program->pid, SIGKILL);
}

static int free_slot(const struct init *init)
{
    for (int i = 0; i < PROGRAMS_MAX; i++) {
        if (init->programs[i].pid == 0)
            return i;
    }
    return -1;
}

static void start_program(struct init *init, const int *descriptors, int count)
{
    const struct start_request *start = &init->shared->start;
    struct failure failure = { 0 };
    int slot = free_slot(init);
    int wanted = (int) start->descriptor_count + (start->has_birth_group ? 1 : 0);

    if (slot < 0 || count != wanted) {
        errno = slot < 0 ? EAGAIN : EMFILE;
        init_fail(&failure, STEP_DESCRIPTORS, 0);
    } else if (start->keep_files || init_wipe(init, false, &failure) == 0) {
        int group = start->has_birth_group ? descriptors[count - 1] : -1;
        pid_t pid = init_start(init, descriptors, group, &failure);
        char byte;
        int listener = -1;
        init_receive(init->notifications, &byte, 1, &listener, 1, MSG_DONTWAIT);
        if (pid > 0) {
            init->programs[slot] = (struct init_program){
                .pid = pid, .listener = listener, .call = -1, .last = start->last
            };
        } else if (listener >= 0) {
            close(listener);
        }
    }
    for (int i = 0; i < count; i++)
        close(descriptors[i]);
    /* Of a one-shot that runs, the next word is its end: one wake-up of the judge is saved. */
    if (!start->last || failure.step != STEP_NONE)
        reply_to(init, REPLY_DONE, &failure, slot, -1);
}

/* ---- Requests ------------------------------------------------------------------------------ */

static void become(const struct init *init, uid_t uid, gid_t gid)
{
    if (!init->shared->own_ids)
        return;
    syscall(SYS_setfsgid, gid);
    syscall(SYS_setfsuid, uid);
}

static int make_parents(char *path)
{
    for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        int status = mkdir(path, 0755);
        *slash = '/';
        if (status < 0 && errno != EEXIST)
            return -1;
    }
    return 0;
}

static int write_file(const char *path, int data, mode_t mode)
{
    struct stat status;
    off_t offset = 0;

    unlink(path);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return -1;
    int result = fstat(data, &status);
    while (result == 0 && offset < status.st_size) {
        if (sendfile(fd, data, &offset, (size_t) (status.st_size - offset)) <= 0)
            result = -1;
    }
    if (result == 0)
        result = fchmod(fd, mode);
    int saved = errno;
    close(fd);
    errno = saved;
    return result;
}

/* The room has no program running, so nobody plays with the path meanwhile. */
static void put_file(struct init *init, int data, int mode)
{
    struct failure failure = { 0 };

    become(init, ROOM_UID, ROOM_GID);
    if (chdir("box") < 0 || make_parents(init->shared->path) < 0 ||
        write_file(init->shared->path, data, (mode_t) mode) < 0)
        init_fail(&failure, STEP_PUT, 0);
    if (chdir("/") < 0 && failure.step == STEP_NONE)
        init_fail(&failure, STEP_PUT, 0);
    become(init, 0, 0);
    reply_to(init, REPLY_DONE, &failure, -1, -1);
}

static void send_new_descriptor(struct init *init, int fd, enum step step)
{
    struct failure failure = { 0 };

    if (fd < 0)
        init_fail(&failure, step, 0);
    reply_to(init, REPLY_DONE, &failure, -1, fd);
    if (fd >= 0)
        close(fd);
}

static void send_starter(struct init *init)
{
    struct failure failure = { 0 };
    int fd = init_make_starter(init, &failure);

    reply_to(init, REPLY_DONE, &failure, -1, fd);
    if (fd >= 0)
        close(fd);
}

static void signal_program(struct init *init, int index, int signal_number)
{
    struct failure failure = { 0 };

    errno = ESRCH;
    if (index < 0 || index >= PROGRAMS_MAX || init->programs[index].pid == 0 ||
        syscall(SYS_kill, -init->programs[index].pid, signal_number) < 0)
        init_fail(&failure, STEP_PROCESS_GROUP, 0);
    reply_to(init, REPLY_DONE, &failure, index, -1);
}

static void serve(struct init *init, const struct request *request, const int *descriptors,
                  int count)
{
    struct failure failure = { 0 };

    switch (request->type) {
    case REQUEST_START:
        start_program(init, descriptors, count);
        return;
    case REQUEST_KILL:
        kill_all(init);
        return;
    case REQUEST_STOP:
        kill_all(init);
        reap(init, true);
        break;
    case REQUEST_WIPE:
        init_wipe(init, true, &failure);
        break;
    case REQUEST_SIGNAL:
        signal_program(init, request->argument[0], request->argument[1]);
        return;
    case REQUEST_PUT:
        put_file(init, count == 1 ? descriptors[0] : -1, request->argument[0]);
        if (count == 1)
            close(descriptors[0]);
        return;
    case REQUEST_BOX:
        send_new_descriptor(init, open("box", O_PATH | O_DIRECTORY | O_CLOEXEC), STEP_SCRATCH);
        return;
    case REQUEST_SOCKET:
        send_new_descriptor(
            init,
            socket(request->argument[0], request->argument[1] | SOCK_CLOEXEC, request->argument[2]),
            STEP_SOCKET);
        return;
    case REQUEST_STARTER:
        send_starter(init);
        return;
    case REQUEST_SET_UP:
    case REQUEST_ADOPTED:
        break;
    }
    reply_to(init, REPLY_DONE, &failure, -1, -1);
}

/* ---- The loop ------------------------------------------------------------------------------ */

#define POLLS (3 + PROGRAMS_MAX)

static void set_polls(const struct init *init, struct pollfd polls[POLLS])
{
    polls[0] = (struct pollfd){ .fd = init->control, .events = POLLIN };
    polls[1] = (struct pollfd){ .fd = init->signals, .events = POLLIN };
    polls[2] = (struct pollfd){ .fd = init->starter.listener, .events = POLLIN };
    for (size_t i = 0; i < PROGRAMS_MAX; i++)
        polls[3 + i] =
            (struct pollfd){ .fd = init->programs[i].pid ? init->programs[i].listener : -1,
                             .events = POLLIN };
}

static void look_at_listeners(struct init *init, const struct pollfd polls[POLLS])
{
    if (polls[2].revents & POLLIN) {
        adopt_started(init);
        handle_notification(init, &init->programs[0], &init->starter.listener);
    }
    for (size_t i = 0; i < PROGRAMS_MAX; i++) {
        struct init_program *program = &init->programs[i];
        if (polls[3 + i].revents & POLLIN)
            handle_notification(init, program, &program->listener);
        else if (polls[3 + i].revents)
            program->listener = (close(program->listener), -1);
    }
}

static bool take_deaths(struct init *init)
{
    struct signalfd_siginfo information;

    while (read(init->signals, &information, sizeof(information)) > 0)
        ;
    return reap(init, false);
}

static void take_request(struct init *init)
{
    struct request request;
    int descriptors[INIT_DESCRIPTORS] = { 0 };
    int count =
        init_receive(init->control, &request, sizeof(request), descriptors, INIT_DESCRIPTORS, 0);

    if (count < 0)
        _exit(0);
    if (init_await_leaver(init) < 0)
        _exit(1);
    serve(init, &request, descriptors, count);
}

static _Noreturn void loop(struct init *init)
{
    bool more = false; /* dead children, whose signal was read already */

    for (;;) {
        struct pollfd polls[POLLS];

        set_polls(init, polls);
        if (poll(polls, POLLS, more ? 0 : -1) < 0)
            continue;
        /* A forbidden call is looked at before the death that it leads to. */
        look_at_listeners(init, polls);
        if (polls[1].revents || more)
            more = take_deaths(init);
        if (polls[0].revents)
            take_request(init);
    }
}

_Noreturn void init_main(struct shared *shared, int control)
{
    static struct init init;
    struct failure failure = { 0 };

    init = (struct init){ .shared = shared,
                          .control = control,
                          .signals = -1,
                          .proc = -1,
                          .starter = { .listener = -1, .children = -1 } };
    for (size_t i = 0; i < PROGRAMS_MAX; i++)
        init.programs[i] = (struct init_program){ .listener = -1, .call = -1 };
    init_set_up(&init, &failure);
    reply_to(&init, REPLY_READY, &failure, -1, -1);
    if (failure.step != STEP_NONE)
        _exit(1);
    loop(&init);
}
