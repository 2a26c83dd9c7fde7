/*
 * The room's file system, built by init inside its new mount namespace, before anything untrusted
 * runs there.
 *
 *   /            tmpfs, read-only once built: only the directories that the mounts need
 *   binds        read-only, nosuid, nodev copies of host trees
 *   /dev         a few device nodes of the host
 *   /proc        the room's processes and nothing else (subset=pid), read-only, init not seen
 *   /box /tmp /dev/shm   three directories of one tmpfs, the scratch, with a size and an inode
 * limit
 *
 * A network is made here as well, where init was not cloned into one: while the kernel takes the
 * host's mounts away.
 *
 * Everything is attached by descriptor (fsmount, open_tree, move_mount), relative to the new root,
 * which is the working directory from init_mount_all() on. Runs after clone from a threaded
 * process: only async-signal-safe calls, no allocation.
 *
 * The scratch is what a program can write to. It is replaced between runs when it was touched: a
 * fresh tmpfs cannot remember anything, while deleting somebody else's tree can be tricked. It was
 * touched when blocks or inodes are in use, or one of the three directories has another change time
 * or mode; when they were read is not noted at all. (What was made and removed again within the
 * clock tick in which the directory was made leaves no change at all, and so nothing to read
 * either.)
 */
#include "sandbox/protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define SCRATCH_MOUNT ".scratch"
#define SCRATCH_INODES_OWN 4 /* its root and the three directories */

static const struct {
    const char *name;   /* in the scratch */
    const char *target; /* in the room, relative to / */
} scratch_directories[] = {
    { "box", "box" },
    { "tmp", "tmp" },
    { "shm", "dev/shm" },
};
#define SCRATCH_DIRECTORIES (sizeof(scratch_directories) / sizeof(scratch_directories[0]))

/* snprintf() is not async-signal-safe; this is all that is needed of it. */
static void decimal(uint64_t value, char text[24])
{
    char digits[24];
    size_t count = 0;

    do {
        digits[count++] = (char) ('0' + value % 10);
        value /= 10;
    } while (value);
    for (size_t i = 0; i < count; i++)
        text[i] = digits[count - 1 - i];
    text[count] = '\0';
}

static int new_tmpfs(uint64_t bytes, uint64_t inodes, unsigned attributes)
{
    char size[24], count[24];
    int context = fsopen("tmpfs", FSOPEN_CLOEXEC);

    if (context < 0)
        return -1;
    decimal(bytes, size);
    decimal(inodes, count);
    int mount = -1;
    if (fsconfig(context, FSCONFIG_SET_STRING, "size", size, 0) == 0 &&
        fsconfig(context, FSCONFIG_SET_STRING, "nr_inodes", count, 0) == 0 &&
        fsconfig(context, FSCONFIG_SET_STRING, "mode", "755", 0) == 0 &&
        fsconfig(context, FSCONFIG_CMD_CREATE, NULL, NULL, 0) == 0)
        mount = fsmount(context, FSMOUNT_CLOEXEC, attributes);
    int saved = errno;
    close(context);
    errno = saved;
    return mount;
}

/* subset=pid: processes only; nothing of the kernel's settings, devices or memory is there. */
static int new_proc(const char *hidepid, unsigned attributes)
{
    int context = fsopen("proc", FSOPEN_CLOEXEC);

    if (context < 0)
        return -1;
    int mount = -1;
    if (fsconfig(context, FSCONFIG_SET_STRING, "hidepid", hidepid, 0) == 0 &&
        fsconfig(context, FSCONFIG_SET_STRING, "subset", "pid", 0) == 0 &&
        fsconfig(context, FSCONFIG_CMD_CREATE, NULL, NULL, 0) == 0)
        mount = fsmount(context, FSMOUNT_CLOEXEC, attributes);
    int saved = errno;
    close(context);
    errno = saved;
    return mount;
}

/* mkdir -p below the working directory; with `leaf` false the last component is left out. */
static int make_directories(const char *path, bool leaf)
{
    char part[PATH_MAX];
    size_t length = strlen(path);

    if (length >= sizeof(part)) {
        errno = ENAMETOOLONG;
        return -1;
    }
    for (size_t i = 0; i <= length; i++) {
        bool end = path[i] == '\0';
        if (end ? leaf && i > 0 : path[i] == '/' && i > 0) {
            memcpy(part, path, i);
            part[i] = '\0';
            if (mkdirat(AT_FDCWD, part, 0755) < 0 && errno != EEXIST)
                return -1;
        }
    }
    return 0;
}

/* An empty file, or a link where `target` is given; most directories are there already. */
static int make_entry(const char *path, const char *target)
{
    for (int attempt = 0;; attempt++) {
        int status =
            target ? symlinkat(target, AT_FDCWD, path) : mknodat(AT_FDCWD, path, S_IFREG | 0644, 0);
        if (status == 0 || (!target && errno == EEXIST))
            return 0;
        if (errno != ENOENT || attempt > 0 || make_directories(path, false) < 0)
            return -1;
    }
}

static int make_file(const char *path, const char *contents)
{
    if (make_entry(path, NULL) < 0)
        return -1;
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return -1;
    size_t size = strlen(contents);
    ssize_t written = write(fd, contents, size);
    close(fd);
    if (written != (ssize_t) size) {
        errno = written < 0 ? errno : ENOSPC;
        return -1;
    }
    return 0;
}

static int attach(int mount, const char *target)
{
    return move_mount(mount, "", AT_FDCWD, target, MOVE_MOUNT_F_EMPTY_PATH);
}

static int bind_tree(const struct room_operation *operation)
{
    int tree = operation->tree_fd;

    if (tree < 0)
        tree = open_tree(AT_FDCWD, operation->source,
                         OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
    if (tree < 0)
        return operation->optional && errno == ENOENT ? 0 : -1;
    struct mount_attr attributes = { .attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID };
    if (operation->kind == OPERATION_BIND)
        attributes.attr_set |= MOUNT_ATTR_NODEV;
    else
        attributes.attr_set |= MOUNT_ATTR_NOEXEC;
    if (operation->no_symlinks)
        attributes.attr_set |= MOUNT_ATTR_NOSYMFOLLOW;
    int status =
        mount_setattr(tree, "", AT_EMPTY_PATH | AT_RECURSIVE, &attributes, sizeof(attributes));
    if (status == 0)
        status = operation->is_file ? make_entry(operation->target, NULL)
                                    : make_directories(operation->target, true);
    if (status == 0)
        status = attach(tree, operation->target);
    int saved = errno;
    close(tree);
    errno = saved;
    return status;
}

static int carry_out(const struct room_operation *operation)
{
    switch (operation->kind) {
    case OPERATION_DIRECTORY:
        return make_directories(operation->target, true);
    case OPERATION_BIND:
    case OPERATION_DEVICE:
        return bind_tree(operation);
    case OPERATION_LINK:
        return make_entry(operation->target, operation->source);
    case OPERATION_FILE:
        return make_file(operation->target, operation->source);
    }
    errno = EINVAL;
    return -1;
}

static enum step step_of(const struct room_operation *operation)
{
    switch (operation->kind) {
    case OPERATION_DIRECTORY:
        return STEP_DIRECTORY;
    case OPERATION_BIND:
    case OPERATION_DEVICE:
        return STEP_BIND;
    case OPERATION_LINK:
        return STEP_LINK;
    case OPERATION_FILE:
        return STEP_ETC_FILE;
    }
    return STEP_NONE;
}

static int read_state(size_t index, struct dir_state *ret_state)
{
    struct stat status;

    if (fstatat(AT_FDCWD, scratch_directories[index].target, &status, AT_SYMLINK_NOFOLLOW) < 0)
        return -1;
    ret_state->change_ns =
        (uint64_t) status.st_ctim.tv_sec * 1000000000u + (uint64_t) status.st_ctim.tv_nsec;
    ret_state->mode = status.st_mode;
    return 0;
}

static int attach_scratch_directory(struct init *init, int mount, size_t index)
{
    const char *name = scratch_directories[index].name;

    if (mkdirat(mount, name, 0700) < 0 || fchmodat(mount, name, 01777, 0) < 0)
        return -1;
    int tree = open_tree(mount, name, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
    if (tree < 0)
        return -1;
    int status = attach(tree, scratch_directories[index].target);
    int saved = errno;
    close(tree);
    errno = saved;
    return status < 0 ? -1 : read_state(index, &init->scratch.directories[index]);
}

/* A new tmpfs for the scratch, attached: only so can parts of it be mounted elsewhere. */
static int attach_scratch(const struct init *init, const char *place)
{
    const struct shared *shared = init->shared;
    int mount = new_tmpfs(shared->scratch_bytes, shared->scratch_inodes + SCRATCH_INODES_OWN,
                          MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOATIME);

    if (mount < 0 || attach(mount, place) == 0)
        return mount;
    int saved = errno;
    close(mount);
    errno = saved;
    return -1;
}

static int fill_scratch(struct init *init, int mount)
{
    int status = 0;

    for (size_t i = 0; status == 0 && i < SCRATCH_DIRECTORIES; i++)
        status = attach_scratch_directory(init, mount, i);
    init->scratch.made = status == 0;
    int saved = errno;
    close(mount);
    errno = saved;
    return status;
}

static int renew_scratch(struct init *init)
{
    int mount = attach_scratch(init, SCRATCH_MOUNT);

    if (mount < 0 || fill_scratch(init, mount) < 0)
        return -1;
    return umount2(SCRATCH_MOUNT, MNT_DETACH);
}

bool init_is_clean(const struct init *init)
{
    struct statfs use;

    if (!init->scratch.made || statfs(scratch_directories[0].target, &use) < 0)
        return false;
    if (use.f_blocks != use.f_bfree || use.f_files - use.f_ffree != SCRATCH_INODES_OWN)
        return false;
    for (size_t i = 0; i < SCRATCH_DIRECTORIES; i++) {
        struct dir_state now;
        const struct dir_state *before = &init->scratch.directories[i];
        if (read_state(i, &now) < 0 || now.change_ns != before->change_ns ||
            now.mode != before->mode)
            return false;
    }
    return true;
}

int init_wipe(struct init *init, bool force, struct failure *failure)
{
    if (!force && init_is_clean(init))
        return 0;
    for (size_t i = 0; init->scratch.made && i < SCRATCH_DIRECTORIES; i++) {
        const char *target = scratch_directories[i].target;
        if (umount2(target, 0) < 0 && umount2(target, MNT_DETACH) < 0)
            return init_fail(failure, STEP_SCRATCH, 0);
    }
    init->scratch.made = false;
    return renew_scratch(init) < 0 ? init_fail(failure, STEP_SCRATCH, 0) : 0;
}

/* Runs beside init, in its memory. */
static int leave_host(void *unused)
{
    (void) unused;
    return umount2(".", MNT_DETACH) < 0 ? errno : 0;
}

/* Takes the host's tree off, which lies on "." after pivot_root(2). The kernel does that at once
 * and then waits for all readers of mounts before it answers; a process of its own does the
 * waiting, while init goes on. */
static int start_leaving_host(struct init *init)
{
    static char stack[16 * 1024] __attribute__((aligned(16)));

    init->leaver = clone(leave_host, stack + sizeof(stack), CLONE_VM | CLONE_FILES | SIGCHLD, NULL);
    if (init->leaver > 0)
        return 0;
    init->leaver = 0; /* no process is to be had: then init waits itself */
    return umount2(".", MNT_DETACH);
}

int init_await_leaver(struct init *init)
{
    int status = 0;

    if (init->leaver == 0)
        return 0;
    while (waitpid(init->leaver, &status, 0) < 0) {
        if (errno != EINTR)
            return -1;
    }
    init->leaver = 0;
    return status == 0 ? 0 : -1;
}

/* "/" is the new root, over which the host's lies until the leaver has done its work. */
static int enter_root(struct init *init, struct failure *failure)
{
    struct mount_attr attributes = { .attr_set = MOUNT_ATTR_RDONLY };

    if (syscall(SYS_pivot_root, ".", ".") < 0 || start_leaving_host(init) < 0 || chdir("/") < 0)
        return init_fail(failure, STEP_PIVOT, 0);
    if (init->shared->make_network && unshare(CLONE_NEWNET) < 0)
        return init_fail(failure, STEP_NETWORK_NAMESPACE, 0);
    if (mount_setattr(AT_FDCWD, "/", 0, &attributes, sizeof(attributes)) < 0)
        return init_fail(failure, STEP_READ_ONLY, 0);
    return 0;
}

int init_mount_all(struct init *init, struct failure *failure)
{
    const struct shared *shared = init->shared;

    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0)
        return init_fail(failure, STEP_PRIVATE_MOUNTS, 0);
    int proc = new_proc("invisible", MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV |
                                         MOUNT_ATTR_NOEXEC);
    init->proc = new_proc("off", MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC);
    if (proc < 0 || init->proc < 0)
        return init_fail(failure, STEP_PROC, 0);
    /* Any directory does to attach the scratch and the new root to; /proc is one that is surely
     * there. Both lie in the host's tree, which is left at the end: taking a mount off by itself
     * makes the kernel wait for all its readers. */
    int scratch = attach_scratch(init, "/proc");
    if (scratch < 0)
        return init_fail(failure, STEP_SCRATCH, 0);
    int root = new_tmpfs(4 << 20, 4096, MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV);
    if (root < 0 || attach(root, "/proc") < 0 || fchdir(root) < 0)
        return init_fail(failure, STEP_ROOT, 0);
    close(root);
    for (size_t i = 0; i < shared->operation_count; i++) {
        if (carry_out(&shared->operations[i]) < 0)
            return init_fail(failure, step_of(&shared->operations[i]), (int) i);
    }
    if (make_directories(SCRATCH_MOUNT, true) < 0 || fill_scratch(init, scratch) < 0)
        return init_fail(failure, STEP_SCRATCH, 0);
    if (attach(proc, "proc") < 0)
        return init_fail(failure, STEP_PROC, 0);
    close(proc);
    return enter_root(init, failure);
}
