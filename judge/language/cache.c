/*
 * The cache of compiled programs: CACHE/compiled/KEY/, where the key hashes everything that the
 * result depends on, so that entries never change and need no invalidating.
 *
 * An entry is built in a directory with a name of its own ("new-…") and renamed when complete:
 * nobody sees half of one. Each directory holds a file "lock"; whoever uses the directory holds a
 * shared flock(2) on it, from its making through the rename until the program is freed, and only a
 * pruner that gets the exclusive lock removes it. The kernel drops the locks of a killed process,
 * so nothing has to be cleaned up by name or age. The time of "lock" is that of the last use, its
 * content the size of the entry.
 *
 * Safe on local file systems; where flock does not work, an entry can be pruned while in use, and
 * the run that wanted it fails as a fault of the judge's.
 */
#include "judge/language/cache.h"

#include "judge/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>

#define NEW_PREFIX "new-"
#define ORPHAN_SECONDS 3600
#define NEW_SECONDS 60

int cache_directory(struct arena *arena, const char **ret, struct error *error)
{
    const char *base;
    int status = path_cache_directory(arena, &base, error);

    if (status < 0)
        return status;
    const char *path = arena_printf(arena, "%s/compiled", base);
    if (!path)
        return error_set(error, -ENOMEM, "out of memory");
    status = file_make_directories(path, 0700, error);
    if (status == 0)
        *ret = path;
    return status;
}

static int open_lock(const char *directory, int flags)
{
    char path[PATH_MAX];

    if (snprintf(path, sizeof(path), "%s/lock", directory) >= (int) sizeof(path))
        return -ENAMETOOLONG;
    int fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
    return fd < 0 ? -errno : fd;
}

int cache_begin(const char *cache, struct cache_slot *ret, struct error *error)
{
    AUTO_FREE char *path = NULL;

    if (asprintf(&path, "%s/" NEW_PREFIX "XXXXXX", cache) < 0) {
        path = NULL;
        return error_set(error, -ENOMEM, "out of memory");
    }
    if (!mkdtemp(path) || chmod(path, 0755) < 0)
        return error_set(error, -errno, "cannot make a directory in %s: %s", cache,
                         strerror(errno));
    AUTO_CLOSE int fd = open_lock(path, O_CREAT | O_EXCL);
    if (fd < 0)
        return error_set(error, fd, "cannot make a lock in %s: %s", path, strerror(-fd));
    if (flock(fd, LOCK_SH) < 0)
        return error_set(error, -errno, "cannot lock %s: %s", path, strerror(errno));
    *ret = (struct cache_slot){ steal(&path), steal_fd(&fd), true };
    return 0;
}

/* Whether a locked descriptor is still the file that the path leads to: a pruner may have removed
 * the entry, and somebody made it anew, between our open and our lock. */
static bool still_there(int fd, const char *directory)
{
    struct stat held, found;
    AUTO_CLOSE int now = open_lock(directory, 0);

    return now >= 0 && fstat(fd, &held) == 0 && fstat(now, &found) == 0 &&
           held.st_ino == found.st_ino && held.st_dev == found.st_dev;
}

int cache_find(const char *cache, const char *key, struct cache_slot *ret)
{
    AUTO_FREE char *path = NULL;

    if (asprintf(&path, "%s/%s", cache, key) < 0) {
        path = NULL;
        return 0;
    }
    AUTO_CLOSE int fd = open_lock(path, 0);
    if (fd < 0 || flock(fd, LOCK_SH) < 0 || !still_there(fd, path))
        return 0;
    futimens(fd, NULL);
    *ret = (struct cache_slot){ steal(&path), steal_fd(&fd), false };
    return 1;
}

int cache_keep(const char *cache, const char *key, uint64_t size, struct cache_slot *slot,
               struct error *error)
{
    struct cache_slot theirs = CACHE_SLOT_NONE;
    AUTO_FREE char *path = NULL;

    if (asprintf(&path, "%s/%s", cache, key) < 0) {
        path = NULL;
        return error_set(error, -ENOMEM, "out of memory");
    }
    if (dprintf(slot->lock_fd, "%llu\n", (unsigned long long) size) < 0)
        return error_set(error, -errno, "cannot write in %s: %s", slot->directory, strerror(errno));
    if (rename(slot->directory, path) == 0) {
        free(slot->directory);
        slot->directory = steal(&path);
        slot->temporary = false;
        return 0;
    }
    if (errno != EEXIST && errno != ENOTEMPTY)
        return error_set(error, -errno, "cannot keep %s: %s", path, strerror(errno));
    /* When theirs is being pruned this very moment, ours stays as a temporary one. */
    if (cache_find(cache, key, &theirs) == 1) {
        cache_close(slot);
        *slot = theirs;
    }
    return 0;
}

/* Out of the way by its name first: the key is free at once, even if removing fails. */
bool cache_discard(struct cache_slot *slot)
{
    AUTO_FREE char *path = NULL;

    if (flock(slot->lock_fd, LOCK_EX | LOCK_NB) < 0) {
        cache_close(slot);
        return false;
    }
    size_t folder = slot->directory ? (size_t) (path_base(slot->directory) - slot->directory) : 0;

    if (asprintf(&path, "%.*s" NEW_PREFIX "damaged-%ld-%s", (int) folder, slot->directory,
                 (long) getpid(), slot->directory + folder) < 0) {
        path = NULL;
    } else if (rename(slot->directory, path) == 0) {
        free(slot->directory);
        slot->directory = steal(&path);
        slot->temporary = true;
    }
    bool free_now = slot->temporary;
    cache_close(slot);
    return free_now;
}

void cache_close(struct cache_slot *slot)
{
    struct error error;

    if (slot->temporary && slot->directory)
        file_remove_tree(slot->directory, &error);
    if (slot->lock_fd >= 0)
        close(slot->lock_fd);
    free(slot->directory);
    *slot = CACHE_SLOT_NONE;
}

/* ---- Pruning -------------------------------------------------------------------------------- */

struct entry {
    const char *path;
    uint64_t size;
    struct timespec used;
};

static uint64_t read_size(int fd)
{
    char text[32] = "";
    ssize_t got = pread(fd, text, sizeof(text) - 1, 0);

    return got > 0 ? strtoull(text, NULL, 10) : 0;
}

/* Removes a directory that nobody uses. */
static void remove_unused(const char *path, int lock_fd)
{
    struct error error;

    if (flock(lock_fd, LOCK_EX | LOCK_NB) == 0)
        file_remove_tree(path, &error);
}

/* A directory without a lock was left by a process killed in the middle of making or removing it,
 * unless it is only just being made. */
static void remove_orphan(const char *path)
{
    struct error error;
    struct stat info;

    if (stat(path, &info) == 0 && info.st_mtime + ORPHAN_SECONDS < time(NULL))
        file_remove_tree(path, &error);
}

/* Looks at one directory: 1 when it is an entry that counts. */
static int look_at(struct arena *arena, const char *cache, const char *name, struct entry *ret)
{
    struct stat info;
    const char *path = arena_printf(arena, "%s/%s", cache, name);
    AUTO_CLOSE int fd = -1;

    if (!path || !file_is_directory(path))
        return 0;
    fd = open_lock(path, 0);
    if (fd < 0)
        remove_orphan(path);
    if (fd < 0 || fstat(fd, &info) < 0)
        return 0;
    if (strncmp(name, NEW_PREFIX, strlen(NEW_PREFIX)) == 0) {
        /* One that is so new may not have got round to locking. */
        if (info.st_mtime + NEW_SECONDS < time(NULL))
            remove_unused(path, fd);
        return 0;
    }
    *ret = (struct entry){ path, read_size(fd), info.st_mtim };
    return 1;
}

static int by_use(const void *a, const void *b)
{
    const struct timespec *left = &((const struct entry *) a)->used;
    const struct timespec *right = &((const struct entry *) b)->used;

    if (left->tv_sec != right->tv_sec)
        return left->tv_sec < right->tv_sec ? -1 : 1;
    return (left->tv_nsec > right->tv_nsec) - (left->tv_nsec < right->tv_nsec);
}

static void prune_locked(struct arena *arena, const char *cache, uint64_t limit_bytes)
{
    const char *const *names;
    struct error error;
    size_t name_count;
    size_t count = 0;
    uint64_t total = 0;

    if (file_list(arena, cache, &names, &name_count, &error) < 0)
        return;
    struct entry *entries = arena_array(arena, name_count + 1, sizeof(*entries));
    for (size_t i = 0; entries && i < name_count; i++)
        count += (size_t) look_at(arena, cache, names[i], &entries[count]);
    for (size_t i = 0; i < count; i++)
        total += entries[i].size;
    if (count > 1)
        qsort(entries, count, sizeof(*entries), by_use);
    for (size_t i = 0; i < count && total > limit_bytes; i++) {
        AUTO_CLOSE int fd = open_lock(entries[i].path, 0);

        if (fd >= 0)
            remove_unused(entries[i].path, fd);
        if (!file_exists(entries[i].path))
            total -= entries[i].size;
    }
}

void cache_prune(const char *cache, uint64_t limit_bytes)
{
    AUTO_ARENA struct arena *arena = arena_new();
    AUTO_CLOSE int fd = open(cache, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (arena && fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
        prune_locked(arena, cache, limit_bytes);
}
