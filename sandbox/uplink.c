/*
 * A way out of a room: slirp4netns(1) makes an interface in the room's network namespace and
 * carries what is sent there, as an ordinary program of the host would send it. It has no privilege
 * that the room could gain, drops its own (--enable-sandbox, --enable-seccomp), and does not carry
 * anything to the host's own loopback.
 *
 * It lives as long as the uplink. The end of a pipe tells it to go, so that it goes as well when
 * the judge is killed.
 */
#include "sandbox/room.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { READY_FD = 3, EXIT_FD = 4, READY_MS = 10000 };

struct sandbox_uplink {
    pid_t pid;
    int exit_fd; /* the last end of the pipe: closing it ends slirp4netns */
};

#define PROGRAM "slirp4netns"
#define MISSING_REMEDY "apt install slirp4netns"

/* Its last words, for the error. */
static void read_words(int fd, char *words, size_t size)
{
    off_t end = lseek(fd, 0, SEEK_END);
    ssize_t got = end > 0 ? pread(fd, words, size - 1, end > 400 ? end - 400 : 0) : 0;

    words[got > 0 ? got : 0] = '\0';
    words[strcspn(words, "\n")] = '\0';
    for (char *c = words; *c; c++)
        if ((unsigned char) *c < ' ' || (unsigned char) *c > '~')
            *c = '?';
}

/* Descriptors land on fixed numbers in the child; dup2 onto itself would leave close-on-exec set,
 * so the sources are above both. */
static int lift(int *fd)
{
    int higher = fcntl(*fd, F_DUPFD_CLOEXEC, 10);

    if (higher < 0)
        return -errno;
    close(*fd);
    *fd = higher;
    return 0;
}

static int spawn(struct sandbox_room *room, int ready, int gone, int words, pid_t *ret)
{
    char network[64], user[64];
    const char *arguments[] = { PROGRAM,
                                "--configure",
                                "--mtu=65520",
                                "--disable-host-loopback",
                                "--enable-sandbox",
                                "--enable-seccomp",
                                "--ready-fd=3",
                                "--exit-fd=4",
                                "--netns-type=path",
                                network,
                                "tap0",
                                room->own_ids ? NULL : user, /* root has every right from outside */
                                NULL };
    const char *environment[] = {
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", NULL
    };
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;

    snprintf(network, sizeof(network), "/proc/%d/ns/net", (int) room->init);
    snprintf(user, sizeof(user), "--userns-path=/proc/%d/ns/user", (int) room->init);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    int code = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    code = code ? code : posix_spawn_file_actions_adddup2(&actions, words, 1);
    code = code ? code : posix_spawn_file_actions_adddup2(&actions, words, 2);
    code = code ? code : posix_spawn_file_actions_adddup2(&actions, ready, READY_FD);
    code = code ? code : posix_spawn_file_actions_adddup2(&actions, gone, EXIT_FD);
    code = code ? code
                : posix_spawnp(ret, PROGRAM, &actions, &attributes, (char *const *) arguments,
                               (char *const *) environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return -code;
}

/* slirp4netns writes one byte when the interface is up, and closes the pipe when it ends before. */
static int await_interface(int ready)
{
    struct pollfd look = { .fd = ready, .events = POLLIN };
    char byte;
    int found;

    do
        found = poll(&look, 1, READY_MS);
    while (found < 0 && errno == EINTR);
    if (found == 0)
        return -ETIMEDOUT;
    return found > 0 && read(ready, &byte, 1) == 1 ? 0 : -EIO;
}

static int start(struct sandbox_room *room, struct sandbox_uplink *uplink, int *ready, int *gone,
                 int words, struct sandbox_error *error)
{
    char said[401];

    for (int i = 0; i < 2; i++)
        if (lift(&ready[i]) < 0 || lift(&gone[i]) < 0)
            return sandbox_fail(error, -errno, "no descriptors: %s", strerror(errno));
    int status = spawn(room, ready[1], gone[0], words, &uplink->pid);
    if (status < 0) {
        uplink->pid = 0;
        sandbox_fail(error, status, "cannot execute " PROGRAM ": %s", strerror(-status));
        sandbox_remedy(error, MISSING_REMEDY);
        return status;
    }
    close(ready[1]);
    ready[1] = -1;
    status = await_interface(ready[0]);
    if (status == 0)
        return 0;
    read_words(words, said, sizeof(said));
    sandbox_fail(error, status, PROGRAM " cannot connect the room: %s",
                 status == -ETIMEDOUT ? "it is not ready after 10 s" : said);
    sandbox_remedy(error,
                   "it needs to open /dev/net/tun: modprobe tun, or build without a network");
    return status;
}

int sandbox_uplink_start(struct sandbox_room *room, struct sandbox_uplink **ret,
                         struct sandbox_error *error)
{
    struct sandbox_uplink *uplink = calloc(1, sizeof(*uplink));
    int ready[2] = { -1, -1 }, gone[2] = { -1, -1 };
    int words = memfd_create("uplink", MFD_CLOEXEC);
    int status = room_revive(room, error);

    if (status == 0 && !room->shared->uplink)
        status = sandbox_fail(error, -EINVAL, "the room was not made for a way out");
    if (status == 0 &&
        (!uplink || words < 0 || pipe2(ready, O_CLOEXEC) < 0 || pipe2(gone, O_CLOEXEC) < 0))
        status = sandbox_fail(error, -ENOMEM, "no descriptors or memory for a way out");
    if (status == 0)
        status = start(room, uplink, ready, gone, words, error);
    if (uplink)
        uplink->exit_fd = gone[1];
    else if (gone[1] >= 0)
        close(gone[1]);
    int rest[] = { ready[0], ready[1], gone[0], words };
    for (size_t i = 0; i < sizeof(rest) / sizeof(rest[0]); i++)
        if (rest[i] >= 0)
            close(rest[i]);
    if (status < 0)
        sandbox_uplink_end(uplink);
    else
        *ret = uplink;
    return status;
}

void sandbox_uplink_end(struct sandbox_uplink *uplink)
{
    if (!uplink)
        return;
    if (uplink->exit_fd >= 0)
        close(uplink->exit_fd);
    if (uplink->pid > 0) {
        kill(uplink->pid, SIGKILL); /* the interface goes with its descriptor, at once */
        while (waitpid(uplink->pid, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    free(uplink);
}
