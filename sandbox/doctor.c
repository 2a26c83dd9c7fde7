/*
 * What this host has of what isolation needs. Each row tries the thing itself rather than asking a
 * version or a setting, and only then looks at settings to say what to change.
 */
#include "sandbox/room.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#define KERNEL_MAJOR 5 /* mount_setattr(2) with MOUNT_ATTR_NOSYMFOLLOW is of Linux 5.14 */
#define KERNEL_MINOR 14

static void say(struct sandbox_check *check, int state, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void say(struct sandbox_check *check, int state, const char *remedy, const char *format, ...)
{
    va_list arguments;

    check->state = state;
    snprintf(check->remedy, sizeof(check->remedy), "%s", remedy);
    va_start(arguments, format);
    vsnprintf(check->detail, sizeof(check->detail), format, arguments);
    va_end(arguments);
}

static bool read_setting(const char *path, char *text, size_t size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return false;
    ssize_t got = read(fd, text, size - 1);
    close(fd);
    if (got < 0)
        return false;
    text[got] = '\0';
    text[strcspn(text, "\n")] = '\0';
    return true;
}

static void check_kernel(struct sandbox_check *check)
{
    struct utsname name;
    int major = 0, minor = 0;

    uname(&name);
    /* NOLINTNEXTLINE(cert-err34-c): the kernel wrote these numbers */
    if (sscanf(name.release, "%d.%d", &major, &minor) == 2 &&
        (major > KERNEL_MAJOR || (major == KERNEL_MAJOR && minor >= KERNEL_MINOR)))
        say(check, SANDBOX_CHECK_OK, "", "Linux %s on %s", name.release, name.machine);
    else
        say(check, SANDBOX_CHECK_MISSING, "boot a kernel of Debian 12 (6.1) or newer",
            "Linux %s is older than %d.%d", name.release, KERNEL_MAJOR, KERNEL_MINOR);
}

/* The kernel makes no user namespaces in a chroot. Told by another root than that of pid 1, which
 * only root may look at. */
static bool in_chroot(void)
{
    struct stat own, first;

    return stat("/", &own) == 0 && stat("/proc/1/root/.", &first) == 0 &&
           (own.st_dev != first.st_dev || own.st_ino != first.st_ino);
}

/* The settings that distributions use to keep user namespaces from plain users. */
const char *doctor_namespace_remedy(void)
{
    static const struct {
        const char *path, *bad, *remedy;
    } settings[] = {
        { "/proc/sys/kernel/unprivileged_userns_clone", "0",
          "sysctl -w kernel.unprivileged_userns_clone=1" },
        { "/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1",
          "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0" },
        { "/proc/sys/user/max_user_namespaces", "0", "sysctl -w user.max_user_namespaces=15000" },
    };

    for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
        char value[32];
        if (read_setting(settings[i].path, value, sizeof(value)) &&
            strcmp(value, settings[i].bad) == 0)
            return settings[i].remedy;
    }
    if (access("/.dockerenv", F_OK) == 0 || access("/run/.containerenv", F_OK) == 0)
        return "this is a container: start it with --privileged, or with "
               "--security-opt seccomp=unconfined --security-opt apparmor=unconfined "
               "--security-opt systempaths=unconfined";
    if (in_chroot())
        return "this is a chroot, where the kernel allows none: use systemd-nspawn, a container or "
               "pivot_root";
    return "run as root, or allow unprivileged user namespaces; in a chroot there are none";
}

static void check_user_namespaces(struct sandbox_check *check)
{
    long pid = syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);

    if (pid == 0)
        _exit(0);
    if (pid < 0) {
        int code = errno;
        say(check, SANDBOX_CHECK_MISSING, doctor_namespace_remedy(),
            "cannot make a user namespace: %s", strerror(code));
        return;
    }
    while (waitpid((pid_t) pid, NULL, 0) < 0 && errno == EINTR)
        ;
    say(check, SANDBOX_CHECK_OK, "", "can be made");
}

static void check_seccomp(struct sandbox_check *check)
{
    char actions[256];

    if (!read_setting("/proc/sys/kernel/seccomp/actions_avail", actions, sizeof(actions)))
        say(check, SANDBOX_CHECK_MISSING, "boot a kernel with CONFIG_SECCOMP_FILTER",
            "the kernel has no system call filters");
    else if (!strstr(actions, "user_notif"))
        say(check, SANDBOX_CHECK_MISSING, "boot a kernel of Debian 12 (6.1) or newer",
            "system call filters cannot notify (actions: %s)", actions);
    else
        say(check, SANDBOX_CHECK_OK, "", "filters with notification");
}

static void check_openat2(struct sandbox_check *check)
{
    struct open_how how = { .flags = O_PATH | O_CLOEXEC,
                            .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS };
    long fd = syscall(SYS_openat2, AT_FDCWD, ".", &how, sizeof(how));

    if (fd < 0) {
        int code = errno;
        say(check, SANDBOX_CHECK_MISSING,
            code == EPERM || code == ENOSYS
                ? "in a container, update the runtime's seccomp profile or use "
                  "--security-opt seccomp=unconfined"
                : "boot a kernel of Debian 12 (6.1) or newer",
            "openat2(2) does not work: %s", strerror(code));
        return;
    }
    close((int) fd);
    say(check, SANDBOX_CHECK_OK, "", "files come back by openat2(2)");
}

/* The real thing: a room, and a program run in it. */
static int try_room(struct sandbox *sandbox, struct sandbox_result *result,
                    struct sandbox_error *error)
{
    static const struct sandbox_bind binds[] = { { .source = "/usr" } };
    static const char *const arguments[] = { "/usr/bin/true", NULL };
    struct sandbox_room_config config = { .binds = binds, .bind_count = 1, .loopback = true };
    struct sandbox_run run = { .arguments = arguments,
                               .input_fd = -1,
                               .output_fd = -1,
                               .error_fd = -1,
                               .limits = { .cpu_ns = 2000000000u } };
    struct sandbox_room *room;

    int status = sandbox_room_open(sandbox, &config, &room, error);
    if (status < 0)
        return status;
    status = sandbox_run(room, &run, result, error);
    sandbox_room_free(room);
    return status;
}

static void check_room(struct sandbox_check *check)
{
    struct sandbox *sandbox;
    struct sandbox_error error = { 0 };
    struct sandbox_result result = { 0 };

    if (sandbox_open(NULL, &sandbox, &error) < 0) {
        say(check, SANDBOX_CHECK_MISSING, error.remedy, "%.200s", error.message);
        return;
    }
    if (try_room(sandbox, &result, &error) < 0)
        say(check, SANDBOX_CHECK_MISSING,
            error.remedy[0] ? error.remedy : doctor_namespace_remedy(), "%.200s", error.message);
    else if (result.outcome != SANDBOX_EXITED || result.exit_status != 0)
        say(check, SANDBOX_CHECK_MISSING, "report this, with the output of uname -a",
            "/usr/bin/true ended with %s %s", sandbox_outcome_name(result.outcome), result.call);
    else
        say(check, SANDBOX_CHECK_OK, "", "a program runs in a room (backend %s)",
            sandbox_backend_name(sandbox_backend(sandbox)));
    sandbox_result_clear(&result);
    sandbox_close(sandbox);
}

size_t sandbox_doctor(struct sandbox_check *checks, size_t capacity)
{
    static const struct {
        const char *name;
        void (*check)(struct sandbox_check *check);
    } rows[] = {
        { "kernel", check_kernel },   { "user namespaces", check_user_namespaces },
        { "seccomp", check_seccomp }, { "openat2", check_openat2 },
        { "room", check_room },
    };
    size_t count = 0;

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]) && count < capacity; i++, count++) {
        checks[count] = (struct sandbox_check){ .name = rows[i].name };
        rows[i].check(&checks[count]);
    }
    return count + cgroup_doctor(checks + count, capacity - count);
}
