/*
 * Files into and out of a room.
 *
 * Out: a program chooses the names, kinds and sizes of what it leaves, so nothing is opened by a
 * path that it could bend. init hands over a descriptor of /box; from there openat2(2) resolves
 * without symbolic links, magic links, other mounts or a way up, the result must be a regular file
 * of a bounded size, and opening cannot block (O_NONBLOCK). No program runs meanwhile.
 */
#include "sandbox/room.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 0x0008U /* since Linux 6.3 */
#endif

#define DEPTH_MAX 16

/* ---- Sealed memory files ------------------------------------------------------------------- */

static int new_memory_file(struct sandbox_error *error)
{
    int fd = memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_NOEXEC_SEAL);

    if (fd < 0 && errno == EINVAL)
        fd = memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (fd < 0)
        return sandbox_fail(error, -errno, "no memory file: %s", strerror(errno));
    return fd;
}

static int seal(int fd, int *ret_fd, struct sandbox_error *error)
{
    if (lseek(fd, 0, SEEK_SET) < 0 ||
        fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) < 0) {
        int code = -errno;
        close(fd);
        return sandbox_fail(error, code, "cannot seal a memory file: %s", strerror(-code));
    }
    *ret_fd = fd;
    return 0;
}

static int write_all(int fd, const void *data, size_t size)
{
    const char *next = data;

    while (size > 0) {
        ssize_t written = write(fd, next, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return -errno;
        next += written;
        size -= (size_t) written;
    }
    return 0;
}

int sandbox_seal_bytes(const void *data, size_t size, int *ret_fd, struct sandbox_error *error)
{
    int fd = new_memory_file(error);

    if (fd < 0)
        return fd;
    int status = write_all(fd, data, size);
    if (status < 0) {
        close(fd);
        return sandbox_fail(error, status, "cannot fill a memory file: %s", strerror(-status));
    }
    return seal(fd, ret_fd, error);
}

static int copy_all(int from, int to, uint64_t size)
{
    while (size > 0) {
        ssize_t copied = sendfile(to, from, NULL, size > INT32_MAX ? INT32_MAX : (size_t) size);
        if (copied < 0 && errno == EINTR)
            continue;
        if (copied < 0)
            return -errno;
        if (copied == 0)
            return 0;
        size -= (uint64_t) copied;
    }
    return 0;
}

int sandbox_seal_file(const char *path, int *ret_fd, struct sandbox_error *error)
{
    struct stat status;
    int source = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    if (source < 0)
        return sandbox_fail(error, -errno, "cannot open %s: %s", path, strerror(errno));
    if (fstat(source, &status) < 0 || !S_ISREG(status.st_mode)) {
        close(source);
        return sandbox_fail(error, -EINVAL, "%s is not a regular file", path);
    }
    int fd = new_memory_file(error);
    if (fd >= 0) {
        int result = copy_all(source, fd, (uint64_t) status.st_size);
        if (result < 0) {
            close(fd);
            fd = sandbox_fail(error, result, "cannot read %s: %s", path, strerror(-result));
        }
    }
    close(source);
    return fd < 0 ? fd : seal(fd, ret_fd, error);
}

int sandbox_seal_renew(int *fd, struct sandbox_error *error)
{
    char path[64];

    snprintf(path, sizeof(path), "/proc/self/fd/%d", *fd);
    int fresh = open(path, O_RDONLY | O_CLOEXEC);
    if (fresh < 0)
        return sandbox_fail(error, -errno, "cannot open a memory file again: %s", strerror(errno));
    close(*fd);
    *fd = fresh;
    return 0;
}

/* ---- Into the room ------------------------------------------------------------------------- */

static bool is_safe_relative(const char *path)
{
    if (path[0] == '/' || path[0] == '\0' || strlen(path) >= PATH_MAX)
        return false;
    for (const char *part = path; part; part = strchr(part, '/') ? strchr(part, '/') + 1 : NULL) {
        size_t length = strcspn(part, "/");
        if (length == 0 || (length == 1 && part[0] == '.') ||
            (length == 2 && part[0] == '.' && part[1] == '.'))
            return false;
    }
    return true;
}

int sandbox_room_put(struct sandbox_room *room, const char *path, const void *data, size_t size,
                     unsigned mode, struct sandbox_error *error)
{
    struct request request = { .type = REQUEST_PUT, .argument = { (int) mode } };
    struct reply reply;
    int fd;

    if (!is_safe_relative(path))
        return sandbox_fail(error, -EINVAL, "%s is not a relative path below /box", path);
    int status = sandbox_seal_bytes(data, size, &fd, error);
    if (status < 0)
        return status;
    snprintf(room->shared->path, sizeof(room->shared->path), "%s", path);
    room->dirty = true;
    status = room_ask(room, &request, &fd, 1, &reply, NULL, error);
    close(fd);
    if (status < 0)
        return status;
    if (reply.step != STEP_NONE)
        return sandbox_fail(error, -reply.code, "cannot write %s into the room: %s", path,
                            strerror(reply.code));
    return 0;
}

int sandbox_room_wipe(struct sandbox_room *room, struct sandbox_error *error)
{
    struct request request = { .type = REQUEST_WIPE };
    struct reply reply;
    int status = room_ask(room, &request, NULL, 0, &reply, NULL, error);

    if (status == 0 && reply.step != STEP_NONE)
        return room_step_error(room, &reply, error);
    if (status == 0)
        room->dirty = false;
    return status;
}

/* ---- Out of the room ----------------------------------------------------------------------- */

static int open_box(struct sandbox_room *room, int *ret_fd, struct sandbox_error *error)
{
    struct request request = { .type = REQUEST_BOX };
    struct reply reply;
    int status = room_ask(room, &request, NULL, 0, &reply, ret_fd, error);

    if (status == 0 && reply.step != STEP_NONE)
        return room_step_error(room, &reply, error);
    return status;
}

static int open_beneath(int directory, const char *path, uint64_t flags)
{
    struct open_how how = {
        .flags = flags | O_CLOEXEC,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV,
    };

    return (int) syscall(SYS_openat2, directory, path, &how, sizeof(how));
}

/* A regular file, looked at before it is opened for reading: opening a fifo or a device may do
 * things of its own. */
static int open_regular(int directory, const char *path, uint64_t *ret_size)
{
    struct stat status;
    char link[64];
    int handle = open_beneath(directory, path, O_PATH | O_NOFOLLOW);

    if (handle < 0)
        return -errno;
    int code = fstat(handle, &status) < 0 ? -errno : 0;
    if (code == 0 && !S_ISREG(status.st_mode))
        code = S_ISLNK(status.st_mode) ? -ELOOP : -EINVAL;
    int fd = -1;
    if (code == 0) {
        /* The handle's own entry, so that it is the file that was looked at. */
        snprintf(link, sizeof(link), "/proc/self/fd/%d", handle);
        fd = open(link, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
        code = fd < 0 ? -errno : 0;
    }
    close(handle);
    if (code < 0)
        return code;
    *ret_size = (uint64_t) status.st_size;
    return fd;
}

int sandbox_room_collect(struct sandbox_room *room, const char *path, uint64_t limit_bytes,
                         int *ret_fd, struct sandbox_error *error)
{
    int box = -1;
    uint64_t size = 0;

    if (!is_safe_relative(path))
        return sandbox_fail(error, -EINVAL, "%s is not a relative path below /box", path);
    int status = open_box(room, &box, error);
    if (status < 0)
        return status;
    int fd = open_regular(box, path, &size);
    close(box);
    if (fd < 0)
        return sandbox_fail(error, fd, "cannot take %s from the room: %s", path,
                            fd == -EINVAL ? "not a regular file" : strerror(-fd));
    if (size > limit_bytes) {
        close(fd);
        return sandbox_fail(error, -EFBIG, "%s has %llu bytes, over the limit of %llu", path,
                            (unsigned long long) size, (unsigned long long) limit_bytes);
    }
    *ret_fd = fd;
    return 0;
}

/* What is there has not been seen, which is not the same as what is passed over. */
static bool is_hosts_fault(int code)
{
    return code == -EMFILE || code == -ENFILE || code == -ENOMEM || code == -EIO;
}

struct visit {
    size_t skip; /* of the path, what the caller knows */
    int (*visit)(void *context, const char *path, int fd, uint64_t size);
    void *context;
};

static int visit_directory(const struct visit *visit, int box, const char *path, int depth);

/* NOLINTNEXTLINE(misc-no-recursion): at most DEPTH_MAX deep */
static int visit_entry(const struct visit *visit, int box, const char *path, int depth)
{
    uint64_t size = 0;
    int fd = open_regular(box, path, &size);

    if (fd >= 0) {
        int status = visit->visit(visit->context, path + visit->skip, fd, size);
        close(fd);
        return status;
    }
    /* A directory; or a link, fifo, device, or file that nobody may read: passed over. */
    if (fd == -EINVAL && depth < DEPTH_MAX)
        return visit_directory(visit, box, path, depth + 1);
    return is_hosts_fault(fd) ? fd : 0;
}

/* Depth is bounded by DEPTH_MAX, so the recursion is. */
/* NOLINTNEXTLINE(misc-no-recursion): see visit_entry() */
static int visit_directory(const struct visit *visit, int box, const char *path, int depth)
{
    int fd = open_beneath(box, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    DIR *directory = fd >= 0 ? fdopendir(fd) : NULL;
    int status = 0;

    if (!directory) {
        int code = -errno;
        if (fd >= 0)
            close(fd);
        return is_hosts_fault(code) ? code : 0;
    }
    struct dirent *entry;
    while (status == 0 && (entry = readdir(directory))) {
        char below[PATH_MAX];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        bool top = strcmp(path, ".") == 0;
        int length = snprintf(below, sizeof(below), "%s%s%s", top ? "" : path, top ? "" : "/",
                              entry->d_name);
        if (length > 0 && (size_t) length < sizeof(below))
            status = visit_entry(visit, box, below, depth);
    }
    closedir(directory);
    return status;
}

int sandbox_room_each_file(struct sandbox_room *room, const char *directory,
                           int (*visit)(void *context, const char *path, int fd, uint64_t size),
                           void *context, struct sandbox_error *error)
{
    bool whole = strcmp(directory, ".") == 0;
    struct visit each = { .visit = visit,
                          .context = context,
                          .skip = whole ? 0 : strlen(directory) + 1 };
    int box = -1;

    error->code = 0;
    if (!whole && !is_safe_relative(directory))
        return sandbox_fail(error, -EINVAL, "%s is not a relative path below /box", directory);
    int status = open_box(room, &box, error);
    if (status < 0)
        return status;
    status = visit_directory(&each, box, directory, 0);
    close(box);
    if (is_hosts_fault(status))
        sandbox_fail(error, status, "cannot look at the files in the room: %s", strerror(-status));
    return status;
}
