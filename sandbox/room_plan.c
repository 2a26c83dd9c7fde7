/*
 * What a room's root is made of, worked out by the judge: a list of operations that init carries
 * out in order. The judge does the thinking and the allocation here; init must do neither.
 *
 * Sources are opened with the judge's rights where it may copy mounts (CAP_SYS_ADMIN on the host):
 * then a tree below somebody's private home can be shown. Elsewhere init opens them itself, with
 * the rights of the user.
 */
#include "sandbox/room.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

struct room_plan {
    struct room_operation *operations;
    size_t count, capacity;
    bool usr_bound;
};

static const char *const devices[] = { "null", "zero", "full", "random", "urandom" };

static const struct {
    const char *path, *target;
} standard_links[] = {
    { "dev/fd", "/proc/self/fd" },
    { "dev/stdin", "/proc/self/fd/0" },
    { "dev/stdout", "/proc/self/fd/1" },
    { "dev/stderr", "/proc/self/fd/2" },
};

static const struct {
    const char *path, *text;
} standard_files[] = {
    { "etc/passwd", "root:x:0:0:root:/:/usr/sbin/nologin\n"
                    "candidate:x:1000:1000:candidate:/box:/bin/sh\n"
                    "nobody:x:65534:65534:nobody:/:/usr/sbin/nologin\n" },
    { "etc/group", "root:x:0:\ncandidate:x:1000:\nnogroup:x:65534:\n" },
    { "etc/hosts", "127.0.0.1 localhost\n::1 localhost\n" },
};

/* How names are found. Where the room may have an uplink, by its resolver as well: uplink.c. */
#define LOCAL_NAMES "passwd: files\ngroup: files\nhosts: files"

static const char *const usr_links[] = { "bin", "sbin", "lib", "lib64", "lib32", "libx32" };

static struct room_operation *add(struct room_plan *plan, int kind, const char *target,
                                  const char *source)
{
    if (plan->count == plan->capacity) {
        size_t capacity = plan->capacity ? plan->capacity * 2 : 32;
        struct room_operation *grown = realloc(plan->operations, capacity * sizeof(*grown));
        if (!grown)
            return NULL;
        plan->operations = grown;
        plan->capacity = capacity;
    }
    while (*target == '/')
        target++;
    struct room_operation *operation = &plan->operations[plan->count];
    memset(operation, 0, sizeof(*operation));
    operation->kind = kind;
    operation->tree_fd = -1;
    operation->target = strdup(target);
    operation->source = source ? strdup(source) : NULL;
    plan->count++;
    return operation->target && (!source || operation->source) ? operation : NULL;
}

static bool is_plain_path(const char *path)
{
    if (path[0] != '/' || path[1] == '\0' || strlen(path) >= PATH_MAX)
        return false;
    for (const char *part = path; part; part = strchr(part + 1, '/')) {
        size_t length = strcspn(part + 1, "/");
        if ((length == 1 && part[1] == '.') || (length == 2 && part[1] == '.' && part[2] == '.'))
            return false;
    }
    return true;
}

static int add_bind(struct room_plan *plan, const struct sandbox_bind *bind,
                    struct sandbox_error *error)
{
    const char *target = bind->target ? bind->target : bind->source;
    struct stat status;

    if (!is_plain_path(bind->source) || !is_plain_path(target))
        return sandbox_fail(error, -EINVAL, "cannot show %s at %s: both must be absolute paths",
                            bind->source, target);
    if (stat(bind->source, &status) < 0) {
        if (bind->optional && (errno == ENOENT || errno == ENOTDIR))
            return 0;
        return sandbox_fail(error, -errno, "cannot show %s in the room: %s", bind->source,
                            strerror(errno));
    }
    struct room_operation *operation = add(plan, OPERATION_BIND, target, bind->source);
    if (!operation)
        return sandbox_fail(error, -ENOMEM, "out of memory");
    operation->is_file = !S_ISDIR(status.st_mode);
    operation->optional = bind->optional;
    operation->no_symlinks = bind->no_symlinks;
    if (strcmp(target, "/usr") == 0 || strncmp(target, "/usr/lib", 8) == 0)
        plan->usr_bound = true;
    return 0;
}

/* /bin, /lib and so on, where the host has them as links into /usr. */
static int add_usr_links(struct room_plan *plan)
{
    for (size_t i = 0; i < sizeof(usr_links) / sizeof(usr_links[0]); i++) {
        char path[16], target[PATH_MAX];
        snprintf(path, sizeof(path), "/%s", usr_links[i]);
        ssize_t length = readlink(path, target, sizeof(target) - 1);
        if (length <= 0)
            continue;
        target[length] = '\0';
        if (!add(plan, OPERATION_LINK, path, target))
            return -ENOMEM;
    }
    return 0;
}

static int add_names(struct room_plan *plan, bool uplink)
{
    if (!add(plan, OPERATION_FILE, "etc/nsswitch.conf",
             uplink ? LOCAL_NAMES " dns\n" : LOCAL_NAMES "\n"))
        return -ENOMEM;
    return uplink && !add(plan, OPERATION_FILE, "etc/resolv.conf", "nameserver 10.0.2.3\n")
               ? -ENOMEM
               : 0;
}

static int add_standard(struct room_plan *plan, bool uplink)
{
    static const char *const directories[] = { "box", "tmp", "dev/shm", "proc", "etc" };

    for (size_t i = 0; i < sizeof(directories) / sizeof(directories[0]); i++) {
        if (!add(plan, OPERATION_DIRECTORY, directories[i], NULL))
            return -ENOMEM;
    }
    for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++) {
        char path[32];
        snprintf(path, sizeof(path), "/dev/%s", devices[i]);
        struct room_operation *operation = add(plan, OPERATION_DEVICE, path, path);
        if (!operation)
            return -ENOMEM;
        operation->is_file = true;
    }
    for (size_t i = 0; i < sizeof(standard_links) / sizeof(standard_links[0]); i++) {
        if (!add(plan, OPERATION_LINK, standard_links[i].path, standard_links[i].target))
            return -ENOMEM;
    }
    for (size_t i = 0; i < sizeof(standard_files) / sizeof(standard_files[0]); i++) {
        if (!add(plan, OPERATION_FILE, standard_files[i].path, standard_files[i].text))
            return -ENOMEM;
    }
    if (add_names(plan, uplink) < 0)
        return -ENOMEM;
    return plan->usr_bound ? add_usr_links(plan) : 0;
}

int room_plan_new(const struct sandbox_room_config *config, struct room_plan **ret,
                  struct sandbox_error *error)
{
    struct room_plan *plan = calloc(1, sizeof(*plan));
    int status = plan ? 0 : sandbox_fail(error, -ENOMEM, "out of memory");

    for (size_t i = 0; status == 0 && i < config->bind_count; i++)
        status = add_bind(plan, &config->binds[i], error);
    for (size_t i = 0; status == 0 && i < config->link_count; i++) {
        const struct sandbox_link *link = &config->links[i];
        if (!is_plain_path(link->path))
            status = sandbox_fail(error, -EINVAL, "%s is no absolute path", link->path);
        else if (!add(plan, OPERATION_LINK, link->path, link->target))
            status = sandbox_fail(error, -ENOMEM, "out of memory");
    }
    if (status == 0 && add_standard(plan, config->uplink) < 0)
        status = sandbox_fail(error, -ENOMEM, "out of memory");
    if (status < 0) {
        room_plan_free(plan);
        return status;
    }
    *ret = plan;
    return 0;
}

void room_plan_free(struct room_plan *plan)
{
    if (!plan)
        return;
    room_plan_close_trees(plan);
    for (size_t i = 0; i < plan->count; i++) {
        free((char *) plan->operations[i].target);
        free((char *) plan->operations[i].source);
    }
    free(plan->operations);
    free(plan);
}

int room_plan_open_trees(struct room_plan *plan, struct sandbox_error *error)
{
    for (size_t i = 0; i < plan->count; i++) {
        struct room_operation *operation = &plan->operations[i];
        if (operation->kind != OPERATION_BIND && operation->kind != OPERATION_DEVICE)
            continue;
        operation->tree_fd = open_tree(AT_FDCWD, operation->source,
                                       OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
        if (operation->tree_fd >= 0 || errno == EPERM)
            continue; /* not permitted: init will do it, in its own namespace */
        if (operation->optional && errno == ENOENT)
            continue;
        return sandbox_fail(error, -errno, "cannot show %s in the room: %s", operation->source,
                            strerror(errno));
    }
    return 0;
}

void room_plan_close_trees(struct room_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        if (plan->operations[i].tree_fd >= 0)
            close(plan->operations[i].tree_fd);
        plan->operations[i].tree_fd = -1;
    }
}

const struct room_operation *room_plan_operations(const struct room_plan *plan, size_t *ret_count)
{
    *ret_count = plan->count;
    return plan->operations;
}
