/*
 * From a name on the PATH to the executable behind it.
 *
 * What is on the PATH may be a proxy: rustup's rustc, a shim of pyenv, a multiplexer such as
 * ccache. Proxies need the user's home and cannot work in a room, so the row's `locate` query asks
 * the proxy where the real thing is. It runs on the host with the user's rights, as if typed by
 * the user, and never sees anything of a submission; it runs in / so that no file of the current
 * directory (rust-toolchain.toml, .python-version) has a say.
 */
#include "judge/base/file.h"
#include "judge/language/toolchain.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#define ANSWER_LIMIT 4096
#define ANSWER_MS 10000

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads until the end or until time is up; returns how much, -ETIMEDOUT, or -EAGAIN. */
static ssize_t read_answer(int fd, char *answer, size_t capacity)
{
    int64_t deadline = now_ms() + ANSWER_MS;
    size_t size = 0;

    while (size < capacity) {
        struct pollfd wait = { .fd = fd, .events = POLLIN };
        int64_t left = deadline - now_ms();

        if (left <= 0 || poll(&wait, 1, (int) left) == 0)
            return -ETIMEDOUT;
        ssize_t got = read(fd, answer + size, capacity - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -EAGAIN;
        if (got == 0)
            break;
        size += (size_t) got;
    }
    return (ssize_t) size;
}

static int spawn_query(const char *command, char *const *argv, int output, pid_t *ret)
{
    posix_spawn_file_actions_t actions;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addchdir_np(&actions, "/");
    int status = posix_spawn(ret, command, &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    return -status;
}

int host_ask(struct arena *arena, const char *command, word_list arguments, const char **ret_line)
{
    const char **argv = arena_array(arena, word_count(arguments) + 2, sizeof(*argv));
    char answer[ANSWER_LIMIT];
    AUTO_CLOSE int read_end = -1;
    AUTO_CLOSE int write_end = -1;
    int pipe_fds[2];
    int exit_status = 0;
    pid_t pid;

    if (!argv)
        return -ENOMEM;
    argv[0] = command;
    for (size_t i = 0; arguments[i]; i++)
        argv[i + 1] = arguments[i];
    if (pipe2(pipe_fds, O_CLOEXEC) < 0)
        return -errno;
    read_end = pipe_fds[0];
    write_end = pipe_fds[1];
    int status = spawn_query(command, (char *const *) argv, write_end, &pid);
    if (status < 0)
        return status;
    close(steal_fd(&write_end));
    ssize_t size = read_answer(read_end, answer, sizeof(answer));
    if (size < 0)
        kill(pid, SIGKILL);
    while (waitpid(pid, &exit_status, 0) < 0 && errno == EINTR)
        ;
    if (size == -EAGAIN)
        return -EAGAIN;
    if (size <= 0 || !WIFEXITED(exit_status) || WEXITSTATUS(exit_status) != 0)
        return -EIO;
    size_t line = 0;
    while (line < (size_t) size && answer[line] != '\n')
        line++;
    *ret_line = arena_strndup(arena, answer, line);
    return *ret_line ? 0 : -ENOMEM;
}

static bool is_executable_file(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && S_ISREG(info.st_mode) && access(path, X_OK) == 0;
}

/* The executable below a prefix, or the executable itself, whichever a query answered. */
static const char *follow_answer(struct arena *arena, const char *answer, const char *command)
{
    if (answer[0] != '/')
        return NULL;
    if (!file_is_directory(answer))
        return is_executable_file(answer) ? answer : NULL;
    const char *path = arena_printf(arena, "%s/bin/%s", answer, command);
    return path && is_executable_file(path) ? path : NULL;
}

/* A link to a program of quite another name (rustc -> rustup, g++ -> ccache) is a multiplexer:
 * it goes by the name that it was called by. */
static bool is_multiplexer(const struct tool_row *row, const char *real)
{
    for (word_list command = row->commands; *command; command++)
        if (strstr(path_base(real), *command))
            return false;
    return true;
}

static bool is_shortage(int code)
{
    return code == -EAGAIN || code == -EMFILE || code == -ENFILE;
}

static const char *parent_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');

    return arena_strndup(arena, path, slash && slash > path ? (size_t) (slash - path) : 1);
}

int candidate_resolve(struct arena *arena, const struct tool_row *row, const char *path,
                      struct tool *ret)
{
    const char *found = path;
    const char *answer = NULL;
    char real[PATH_MAX];

    if (row->locate[0]) {
        int status = host_ask(arena, path, row->locate, &answer);

        if (status == -ENOMEM || is_shortage(status))
            return status;
        found = status == 0 && answer ? follow_answer(arena, answer, path_base(path)) : NULL;
    }
    errno = 0;
    if (!found || !realpath(found, real) || is_multiplexer(row, real))
        return errno == ENOMEM ? -ENOMEM : -ENOENT;
    ret->command = arena_strdup(arena, real);
    const char *directory = ret->command ? parent_of(arena, ret->command) : NULL;
    ret->home = directory ? parent_of(arena, directory) : NULL;
    return ret->home ? 0 : -ENOMEM;
}
