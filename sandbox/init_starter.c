/*
 * The starter: a process of the room that has the system call filter already and gives birth to
 * one-shot programs, which inherit it.
 *
 * Installing a filter makes the kernel check, translate and compile it, which is half of what a run
 * costs beyond a plain fork and exec. init cannot have the filter itself, since it mounts. So init
 * forks the starter when a room is used a second time, and the judge then sends one-shot starts to
 * it directly. A program is born as the child of init (CLONE_PARENT): init reaps it, kills what it
 * leaves and reports its end, as it does for programs that it bore itself.
 *
 * Privilege: the starter is uid 0 of the room, with init's capabilities over the room and nothing
 * beyond, under the filter of the programs. They are of another uid (own_ids; where they are not,
 * there is no starter) and have no capabilities: they can neither signal nor trace it, nor see it
 * in /proc. It does not outlive a run that left processes behind: init's kill(-1) takes it along,
 * and the next run gets a new one. It has memory of its own, and no descriptor besides its socket
 * and the procfs of its birth.
 *
 * Nothing it does may depend on a call that a profile forbids; the ones that only it needs are rows
 * of the table (recvmsg on FILTER_RECEIVE_FD). A program has no descriptor of that number when it
 * starts.
 */
#include "sandbox/filter.h"
#include "sandbox/protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/close_range.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- In the starter ------------------------------------------------------------------------- */

static _Noreturn void give_up(struct shared *shared, enum step step)
{
    shared->failed_code = errno;
    shared->failed_step = step;
    _exit(1);
}

/* The socket and the sender of listeners keep the numbers that the filter lets through; the procfs
 * goes to 3, all else is closed. */
static int arrange_descriptors(struct init *init, int socket)
{
    if (dup3(socket, FILTER_RECEIVE_FD, O_CLOEXEC) < 0 || dup3(init->proc, 3, O_CLOEXEC) < 0)
        return -1;
    init->proc = 3;
    close_range(4, FILTER_RECEIVE_FD - 1, 0);
    close_range(FILTER_SEND_FD + 1, ~0u, 0);
    return 0;
}

/* Ids change from 0 to 1000 in each program, which takes its capabilities but for the inheritable
 * ones: those go here. */
static int drop_inheritable(void)
{
    struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
    struct __user_cap_data_struct sets[2];

    if (syscall(SYS_capget, &header, sets) < 0)
        return -1;
    sets[0].inheritable = sets[1].inheritable = 0;
    return (int) syscall(SYS_capset, &header, sets);
}

static _Noreturn void serve(struct init *init)
{
    struct shared *shared = init->shared;

    for (;;) {
        struct request request;
        int descriptors[DESCRIPTORS_MAX + 1];
        int count = init_receive(FILTER_RECEIVE_FD, &request, sizeof(request), descriptors,
                                 DESCRIPTORS_MAX + 1, 0);
        if (count < 0)
            _exit(0);
        errno = EMFILE;
        if (count != (int) shared->start.descriptor_count)
            give_up(shared, STEP_DESCRIPTORS);
        if (init_start_filtered(init, descriptors) < 0)
            give_up(shared, STEP_CLONE);
        for (int i = 0; i < count; i++)
            close(descriptors[i]);
    }
}

static _Noreturn void starter_main(struct init *init, int socket)
{
    struct shared *shared = init->shared;

    if (arrange_descriptors(init, socket) < 0)
        give_up(shared, STEP_DESCRIPTORS);
    if (drop_inheritable() < 0)
        give_up(shared, STEP_CAPABILITIES);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
        give_up(shared, STEP_NO_NEW_PRIVILEGES);
    if (init_install_filter(shared) < 0)
        give_up(shared, STEP_FILTER);
    close(FILTER_SEND_FD);
    serve(init);
}

/* ---- In init -------------------------------------------------------------------------------- */

/* Waits for the starter's listener, which says that it is ready, or for its end. */
static int await_listener(struct init *init, pid_t pid, struct failure *failure)
{
    struct pollfd polls[2] = {
        { .fd = init->notifications, .events = POLLIN },
        { .fd = init->signals, .events = POLLIN },
    };
    int listener = -1;
    char byte;

    for (;;) {
        if (poll(polls, 2, -1) < 0)
            continue;
        if (polls[0].revents) {
            init_receive(init->notifications, &byte, 1, &listener, 1, MSG_DONTWAIT);
            return listener;
        }
        if (waitpid(pid, NULL, WNOHANG) == pid)
            break;
        polls[1].fd = -1; /* another's death, which the main loop will look at */
        poll(polls, 1, 1);
    }
    *failure =
        (struct failure){ .step = init->shared->failed_step, .code = init->shared->failed_code };
    return -1;
}

int init_make_starter(struct init *init, struct failure *failure)
{
    int pair[2];

    if (init->starter.doomed && waitpid(init->starter.pid, NULL, 0) == init->starter.pid)
        init_forget_starter(init);
    if (!init->shared->own_ids || init->starter.pid) {
        *failure = (struct failure){ .step = STEP_STARTER, .code = ENOTSUP };
        return -1;
    }
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) {
        *failure = (struct failure){ .step = STEP_STARTER, .code = errno };
        return -1;
    }
    init->shared->failed_step = STEP_NONE;
    init->shared->started_pid = 0;
    long pid = syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
    if (pid == 0)
        starter_main(init, pair[1]);
    int code = errno;
    close(pair[1]);
    if (pid < 0)
        *failure = (struct failure){ .step = STEP_STARTER, .code = code };
    int listener = pid < 0 ? -1 : await_listener(init, (pid_t) pid, failure);
    if (listener < 0) {
        close(pair[0]);
        return -1;
    }
    init->starter.pid = (pid_t) pid;
    init->starter.listener = listener;
    return pair[0];
}

/* Every process of the room descends from init by living parents, so that nobody else is there when
 * init has no other child. The kernel lists them in order, and only init's own waiting takes any
 * from the list. */
bool init_has_only_starter(struct init *init)
{
    char text[32];
    ssize_t got;

    if (init->starter.pid == 0 || init->starter.doomed)
        return false;
    if (init->starter.children < 0)
        init->starter.children = openat(init->proc, "1/task/1/children", O_RDONLY | O_CLOEXEC);
    if (init->starter.children < 0)
        return false;
    got = pread(init->starter.children, text, sizeof(text) - 1, 0);
    if (got <= 0)
        return false;
    text[got] = '\0';
    pid_t pid = 0;
    const char *digit = text;
    for (; *digit >= '0' && *digit <= '9'; digit++)
        pid = pid * 10 + (*digit - '0');
    return pid == init->starter.pid && digit[0] == ' ' && digit[1] == '\0';
}

void init_forget_starter(struct init *init)
{
    if (init->starter.listener >= 0)
        close(init->starter.listener);
    init->starter.listener = -1;
    init->starter.pid = 0;
    init->starter.doomed = false;
}
