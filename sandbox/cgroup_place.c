/*
 * Where groups are made, how they are called, and how they go away.
 *
 * Groups are made below the judge's own cgroup, so that whatever limits the judge limits them too,
 * and a delegated user needs no other rights. Their names hold the judge's process id, the time it
 * was started and its pid namespace: a judge that starts later can tell that the owner is gone (no
 * such process, or one that started at another time) and sweeps what it left. A group from another
 * pid namespace is left alone, since its owner cannot be looked up from here.
 */

#include "sandbox/cgroup_internal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define REMOVE_ATTEMPTS 2000 /* a millisecond apart */
#define REMOVE_DEPTH 4
#define PLACE_LEVELS 32
#define TEXT_SIZE 65536 /* a line of mountinfo may be long, the file longer */

/* ---- Where this process is ----------------------------------------------------------------- */

/* The path of this process in the hierarchy, as /proc/self/cgroup gives it: lines
 * "id:controllers:path", with id 0 and no controllers for v2. cgroups(7). */
static int own_path(const char *controller, char *path, size_t size)
{
    FILE *file = fopen("/proc/self/cgroup", "re");
    if (!file)
        return -errno;
    char *line = NULL;
    size_t capacity = 0;
    int result = -ENOENT;
    errno = 0;
    while (result == -ENOENT && getline(&line, &capacity, file) > 0) {
        line[strcspn(line, "\n")] = '\0';
        char *controllers = strchr(line, ':');
        char *found = controllers ? strchr(controllers + 1, ':') : NULL;
        if (!found)
            continue;
        *controllers++ = '\0';
        *found++ = '\0';
        bool match = controller ? cgroup_has_word(controllers, ",", controller)
                                : *controllers == '\0' && strcmp(line, "0") == 0;
        if (match)
            result = snprintf(path, size, "%s", found) < (int) size ? 0 : -ENAMETOOLONG;
    }
    if (result == -ENOENT && !feof(file))
        result = errno ? -errno : -EIO;
    free(line);
    fclose(file);
    return result;
}

/* mountinfo writes space, tab, newline and backslash as \ooo. */
static void unescape(char *text)
{
    char *out = text;

    for (const char *in = text; *in != '\0'; in++) {
        if (in[0] == '\\' && in[1] >= '0' && in[1] <= '3' && in[2] && in[3]) {
            *out++ = (char) ((in[1] - '0') * 64 + (in[2] - '0') * 8 + (in[3] - '0'));
            in += 3;
        } else {
            *out++ = *in;
        }
    }
    *out = '\0';
}

/* One line of mountinfo: id, parent, device, root, mount point, options, optional fields, "-",
 * type, source, super options. Gives root and mount point where it is the hierarchy looked for.
 * Source   proc_pid_mountinfo(5) */
static bool match_mount(char *line, const char *controller, char **ret_root, char **ret_point)
{
    char *type = strstr(line, " - ");
    if (!type)
        return false;
    *type = '\0';
    type += 3;
    char *source = strchr(type, ' ');
    char *options = source ? strchr(source + 1, ' ') : NULL;
    if (!options)
        return false;
    *source = '\0';
    if (strcmp(type, controller ? "cgroup" : "cgroup2") != 0)
        return false;
    if (controller && !cgroup_has_word(options + 1, ",\n", controller))
        return false;
    char *rest = NULL;
    char *field = strtok_r(line, " ", &rest);
    for (int i = 0; field && i < 3; i++)
        field = strtok_r(NULL, " ", &rest);
    *ret_root = field;
    *ret_point = strtok_r(NULL, " ", &rest);
    if (!field || !*ret_point)
        return false;
    unescape(*ret_root);
    unescape(*ret_point);
    return true;
}

/* Joins mount point and path; the mount may show only a part of the hierarchy (`root`), as in a
 * container, and then the path must lie in it. */
static int join_place(const char *point, const char *root, const char *own, char path[PATH_MAX])
{
    size_t length = strcmp(root, "/") == 0 ? 0 : strlen(root);

    if (strncmp(own, root, length) != 0 || (own[length] != '/' && own[length] != '\0') ||
        strncmp(own, "/..", 3) == 0)
        return -EXDEV;
    own += length;
    if (strcmp(own, "/") == 0)
        own = "";
    return snprintf(path, PATH_MAX, "%s%s", point, own) < PATH_MAX ? 0 : -ENAMETOOLONG;
}

int cgroup_place_find(const char *controller, char path[PATH_MAX], size_t *ret_top)
{
    char own[PATH_MAX] = "";
    int result = own_path(controller, own, sizeof(own));
    if (result < 0)
        return result;
    FILE *file = fopen("/proc/self/mountinfo", "re");
    if (!file)
        return -errno;
    char *line = NULL;
    size_t capacity = 0;
    result = -ENOENT;
    errno = 0;
    while (result < 0 && getline(&line, &capacity, file) > 0) {
        char *root, *point;
        if (!match_mount(line, controller, &root, &point))
            continue;
        result = join_place(point, root, own, path);
        *ret_top = strlen(point);
    }
    if (result == -ENOENT && !feof(file))
        result = errno ? -errno : -EIO;
    free(line);
    fclose(file);
    return result;
}

bool cgroup_room_for_processes(int place_fd, uint64_t wanted)
{
    int fd = openat(place_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool enough = true;

    for (int level = 0; enough && fd >= 0 && level < PLACE_LEVELS; level++) {
        uint64_t most = UINT64_MAX, now = 0;
        int max_fd = cgroup_open_file(fd, "pids.max", O_RDONLY);
        int now_fd = cgroup_open_file(fd, "pids.current", O_RDONLY);
        bool root = max_fd < 0; /* the root of the hierarchy, or of what is mounted of it */
        if (!root && now_fd >= 0 && cgroup_read_number(max_fd, &most) == 0 &&
            cgroup_read_number(now_fd, &now) == 0)
            enough = most == UINT64_MAX || now + wanted <= most;
        cgroup_close_fd(&max_fd);
        cgroup_close_fd(&now_fd);
        int above = root ? -1 : openat(fd, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        close(fd);
        fd = above;
    }
    cgroup_close_fd(&fd);
    return enough;
}

/* ---- Names --------------------------------------------------------------------------------- */

/* When a process was started, in clock ticks since boot: field 22 of /proc/PID/stat. The name in
 * field 2 may hold spaces and parentheses, so counting starts behind the last ")". */
static int start_time(pid_t pid, unsigned long long *ret)
{
    char path[64], text[1024];

    snprintf(path, sizeof(path), "/proc/%d/stat", (int) pid);
    int result = cgroup_read_text(AT_FDCWD, path, text, sizeof(text));
    if (result < 0)
        return result;
    const char *field = strrchr(text, ')');
    for (int i = 2; field && i < 22; i++)
        field = strchr(field + 1, ' ');
    if (!field)
        return -EBADMSG;
    *ret = strtoull(field, NULL, 10);
    return 0;
}

static unsigned long long pid_namespace(void)
{
    struct stat status;
    return stat("/proc/self/ns/pid", &status) == 0 ? status.st_ino : 0;
}

int cgroup_name_new(char *name, size_t size)
{
    static atomic_uint counter; /* names stay unique however many hosts a process opens */
    unsigned long long started;
    int result = start_time(getpid(), &started);
    if (result < 0)
        return result;
    snprintf(name, size, "assay-%d-%llu-%llu-%u", (int) getpid(), started, pid_namespace(),
             atomic_fetch_add(&counter, 1));
    return 0;
}

static bool is_abandoned(const char *name)
{
    int pid, end = 0;
    unsigned number;
    unsigned long long started, namespace, now;

    /* NOLINTNEXTLINE(cert-err34-c): we wrote it; another name is compared and passed over */
    if (sscanf(name, "assay-%d-%llu-%llu-%u%n", &pid, &started, &namespace, &number, &end) != 4 ||
        name[end] != '\0' || pid <= 0 || namespace != pid_namespace())
        return false;
    int result = start_time(pid, &now);
    return result == 0 ? now != started : result == -ENOENT || result == -ESRCH;
}

/* ---- Removing ------------------------------------------------------------------------------ */

static void sleep_a_millisecond(void)
{
    nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
}

/* Sends SIGKILL to what is listed in cgroup.procs; whether there was anything. A process of
 * another pid namespace, which cannot be named from here, is listed as 0. */
static bool kill_listed(int group_fd)
{
    int fd = cgroup_open_file(group_fd, "cgroup.procs", O_RDONLY);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "r");
    if (!file) {
        cgroup_close_fd(&fd);
        return false;
    }
    bool any = false;
    int pid;
    /* NOLINTNEXTLINE(cert-err34-c): the kernel wrote these numbers */
    while (fscanf(file, "%d", &pid) == 1) {
        any = true;
        if (pid > 0 && pid != getpid())
            kill(pid, SIGKILL);
    }
    fclose(file);
    return any;
}

static int remove_tree(int parent_fd, const char *name, int depth);

/* NOLINTNEXTLINE(misc-no-recursion): at most REMOVE_DEPTH deep */
static void remove_children(int group_fd, int depth)
{
    int fd = openat(group_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *directory = fd < 0 ? NULL : fdopendir(fd);
    if (!directory) {
        cgroup_close_fd(&fd);
        return;
    }
    const struct dirent *entry;
    while ((entry = readdir(directory)))
        if (entry->d_type == DT_DIR && entry->d_name[0] != '.')
            remove_tree(group_fd, entry->d_name, depth + 1);
    closedir(directory);
}

/* cgroup.kill (v2, Linux 5.14) ends the whole tree at once. Without it new processes are forbidden
 * first (pids.max), so that a fork bomb is not chased. */
/* NOLINTNEXTLINE(misc-no-recursion): see remove_children() */
static int remove_tree(int parent_fd, const char *name, int depth)
{
    int fd = openat(parent_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return -errno;
    if (cgroup_write_text(fd, "cgroup.kill", "1") < 0)
        cgroup_write_text(fd, "pids.max", "0");
    int result = -EBUSY;
    for (int i = 0; i < REMOVE_ATTEMPTS && result == -EBUSY; i++) {
        if (i > 0)
            sleep_a_millisecond();
        if (depth < REMOVE_DEPTH && i % 16 == 0)
            remove_children(fd, depth);
        kill_listed(fd);
        result = unlinkat(parent_fd, name, AT_REMOVEDIR) == 0 ? 0 : -errno;
    }
    close(fd);
    return result;
}

int cgroup_remove(int parent_fd, const char *name)
{
    /* The usual case: nothing is left in it. */
    if (unlinkat(parent_fd, name, AT_REMOVEDIR) == 0)
        return 0;
    return remove_tree(parent_fd, name, 0);
}

void cgroup_sweep(int directory_fd)
{
    int fd = openat(directory_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *directory = fd < 0 ? NULL : fdopendir(fd);
    if (!directory) {
        cgroup_close_fd(&fd);
        return;
    }
    const struct dirent *entry;
    while ((entry = readdir(directory)))
        if (strncmp(entry->d_name, "assay-", 6) == 0 && is_abandoned(entry->d_name))
            remove_tree(directory_fd, entry->d_name, 0);
    closedir(directory);
}
