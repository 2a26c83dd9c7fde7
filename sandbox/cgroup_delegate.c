/*
 * Getting a cgroup of our own from systemd, and what to tell people who have none.
 *
 * Under systemd a process may not make groups where it happens to run: the hierarchy belongs to
 * systemd, which hands out subtrees on request ("delegation"). A program asks by executing itself
 * again through `systemd-run --scope`: the process id, terminal, working directory and exit status
 * stay, and the process finds itself alone in a scope that belongs to it. With --collect, systemd
 * removes the scope and all groups below when the last process is gone, however it died.
 *
 * Since nothing can be done any more when systemd-run fails after exec(2), its manager is connected
 * to first.
 *
 * Source   systemd, docs/CGROUP_DELEGATION.md; systemd-run(1)
 */

#include "sandbox/cgroup_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define GUARD "ASSAY_DELEGATED"

bool cgroup_systemd_runs(void)
{
    return access("/run/systemd/system", F_OK) == 0; /* sd_booted(3) */
}

static bool in_container(void)
{
    return access("/.dockerenv", F_OK) == 0 || access("/run/.containerenv", F_OK) == 0 ||
           getenv("container");
}

/* Whether the manager that would give us a scope answers. */
static bool manager_answers(bool user)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    const char *runtime = user ? getenv("XDG_RUNTIME_DIR") : "/run";
    if (!runtime)
        return false;
    int length =
        snprintf(address.sun_path, sizeof(address.sun_path), "%s/systemd/private", runtime);
    if (length < 0 || (size_t) length >= sizeof(address.sun_path))
        return false;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return false;
    int result = connect(fd, (const struct sockaddr *) &address, sizeof(address));
    close(fd);
    return result == 0;
}

/* Whether some cgroup backend works from where this process is. */
static bool has_groups(char *why, size_t why_size)
{
    struct cgroup_host *host;
    if (cgroup_host_open(NULL, &host, why, why_size, NULL) < 0)
        return false;
    bool result = cgroup_host_backend(host) != SANDBOX_RLIMIT;
    cgroup_host_close(host);
    return result;
}

static int execute_in_scope(bool user, int argc, char **argv)
{
    static const char *const prefix[] = { "--scope", "--quiet", "--collect",
                                          "--property=Delegate=yes", "--" };
    const size_t prefix_count = sizeof(prefix) / sizeof(prefix[0]);
    char **arguments = calloc((size_t) argc + prefix_count + 3, sizeof(*arguments));
    char self[PATH_MAX];
    size_t count = 0;

    ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);
    if (!arguments || length < 0 || setenv(GUARD, "1", 1) < 0) {
        int code = arguments ? -errno : -ENOMEM;
        free(arguments);
        return code;
    }
    self[length] = '\0';
    arguments[count++] = (char *) "systemd-run";
    if (user)
        arguments[count++] = (char *) "--user";
    for (size_t i = 0; i < prefix_count; i++)
        arguments[count++] = (char *) prefix[i];
    arguments[count++] = self;
    for (int i = 1; i < argc; i++)
        arguments[count++] = argv[i];
    execvp(arguments[0], arguments);
    int code = -errno;
    unsetenv(GUARD);
    free(arguments);
    return code;
}

int cgroup_delegate(int argc, char **argv)
{
    bool user = geteuid() != 0;

    if (getenv(GUARD)) {
        unsetenv(GUARD);
        return 0;
    }
    if (argc < 1 || !cgroup_systemd_runs() || has_groups(NULL, 0) || !manager_answers(user))
        return 0;
    return execute_in_scope(user, argc, argv);
}

int sandbox_delegate(char *const *argv)
{
    int argc = 0;

    while (argv[argc])
        argc++;
    return cgroup_delegate(argc, (char **) argv);
}

/* ---- Doctor -------------------------------------------------------------------------------- */

static const char *remedy(void)
{
    if (in_container())
        return "start the container with --privileged --cgroupns=private and assay as its first "
               "process, or move the processes of the container's top group into a group below: "
               "mkdir /sys/fs/cgroup/main && xargs -rn1 < /sys/fs/cgroup/cgroup.procs "
               "> /sys/fs/cgroup/main/cgroup.procs";
    if (cgroup_systemd_runs())
        return geteuid() == 0 ? "systemd-run --scope -p Delegate=yes -- assay ..."
                              : "log in with a session of your own (loginctl enable-linger $USER) "
                                "and run: systemd-run --user --scope -p Delegate=yes -- assay ...";
    if (geteuid() != 0)
        return "run as root, or have root give you a group: mkdir /sys/fs/cgroup/$USER && "
               "echo +memory +pids > /sys/fs/cgroup/cgroup.subtree_control && "
               "chown -R $USER /sys/fs/cgroup/$USER, and move your shell into it";
    return "mount -t cgroup2 cgroup2 /sys/fs/cgroup";
}

size_t cgroup_doctor(struct sandbox_check *checks, size_t capacity)
{
    struct cgroup_host *host;
    struct sandbox_error error = { 0 };
    char why[512];

    if (capacity == 0)
        return 0;
    *checks = (struct sandbox_check){ .name = "cgroup" };
    if (cgroup_host_open(NULL, &host, why, sizeof(why), &error) < 0) {
        checks->state = SANDBOX_CHECK_MISSING;
        snprintf(checks->detail, sizeof(checks->detail), "%.250s", error.message);
        snprintf(checks->remedy, sizeof(checks->remedy), "%s", remedy());
        return 1;
    }
    switch (cgroup_host_backend(host)) {
    case SANDBOX_CGROUP2:
        snprintf(checks->detail, sizeof(checks->detail), "v2: every limit is exact");
        break;
    case SANDBOX_CGROUP1:
        snprintf(checks->detail, sizeof(checks->detail), "v1: every limit is exact");
        break;
    case SANDBOX_RLIMIT:
        checks->state = SANDBOX_CHECK_DEGRADED;
        snprintf(checks->detail, sizeof(checks->detail),
                 "none, so CPU and memory are sampled: %.200s", why);
        snprintf(checks->remedy, sizeof(checks->remedy), "%s", remedy());
        break;
    }
    cgroup_host_close(host);
    return 1;
}
