/*
 * Theory of operation: a directory that a candidate handed in may hold anything: links to
 * elsewhere, pipes, trees without an end. So paths are opened below the directory only, following
 * no link on the way (openat2), regular files alone are read, and entries, levels, files and bytes
 * are bounded. Directories wait in a list instead of on the stack. Paths are sorted before anything
 * is read: the order of a directory is the file system's, and must not show.
 */

#include "judge/review/sources.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#define ENTRIES 200000
#define LEVELS 24

/* ---- Going through ------------------------------------------------------------------------------
 */

struct paths {
    const char **items;
    size_t count, capacity;
};

struct tree {
    struct arena *arena;
    const struct sources_wanted *wanted;
    int root;
    struct paths directories, files;
    size_t entries;
    bool cut;
};

static int open_below(int root, const char *path, int flags)
{
    struct open_how how = { .flags = (uint64_t) (flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK),
                            .resolve =
                                RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS };

    return (int) syscall(SYS_openat2, root, path, &how, sizeof(how));
}

static int add_path(struct paths *paths, const char *path)
{
    if (!path || array_reserve((void **) &paths->items, paths->count, &paths->capacity,
                               sizeof(*paths->items)) < 0)
        return -ENOMEM;
    paths->items[paths->count++] = path;
    return 0;
}

static bool is_deep(const char *path)
{
    size_t levels = 0;

    for (; *path; path++)
        levels += *path == '/';
    return levels >= LEVELS;
}

static int add_entry(struct tree *tree, const char *directory, const struct dirent *entry, int at)
{
    struct stat status;

    if (fstatat(at, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) < 0)
        return 0;
    const char *path = *directory ? arena_printf(tree->arena, "%s/%s", directory, entry->d_name)
                                  : arena_strdup(tree->arena, entry->d_name);
    if (!path)
        return -ENOMEM;
    if (S_ISDIR(status.st_mode)) {
        if (!tree->wanted->enters(entry->d_name) || is_deep(path))
            return 0;
        return add_path(&tree->directories, path);
    }
    if (S_ISREG(status.st_mode) && tree->wanted->takes(path))
        return add_path(&tree->files, path);
    return 0;
}

/* Directories that cannot be read are passed over, as `make` of the candidate would. */
static int list_directory(struct tree *tree, const char *path)
{
    AUTO_CLOSEDIR DIR *directory = NULL;
    AUTO_CLOSE int descriptor = open_below(tree->root, *path ? path : ".", O_RDONLY | O_DIRECTORY);
    const struct dirent *entry = NULL;

    if (descriptor < 0 || !(directory = fdopendir(descriptor)))
        return 0;
    int at = steal_fd(&descriptor);
    while ((entry = readdir(directory))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (++tree->entries > ENTRIES) {
            tree->cut = true;
            break;
        }
        if (add_entry(tree, path, entry, at) < 0)
            return -ENOMEM;
    }
    return 0;
}

static int by_path(const void *left, const void *right)
{
    return strcmp(*(const char *const *) left, *(const char *const *) right);
}

static int list_all(struct tree *tree)
{
    int failed = add_path(&tree->directories, "");

    while (!failed && tree->directories.count > 0)
        failed = list_directory(tree, tree->directories.items[--tree->directories.count]);
    if (!failed && tree->files.count > 0)
        qsort(tree->files.items, tree->files.count, sizeof(*tree->files.items), by_path);
    return failed;
}

/* ---- Reading ------------------------------------------------------------------------------------
 */

/* A file's bytes, not many more than the limit. */
static int read_source(int root, const char *path, size_t limit, struct buffer *buffer)
{
    AUTO_CLOSE int descriptor = open_below(root, path, O_RDONLY);
    struct stat status;
    char block[16384];
    ssize_t got = 0;

    if (descriptor < 0 || fstat(descriptor, &status) < 0 || !S_ISREG(status.st_mode))
        return -EACCES;
    if (buffer_puts(buffer, "") < 0)
        return -ENOMEM;
    while (buffer->size <= limit && (got = read(descriptor, block, sizeof(block))) > 0) {
        if (buffer_append(buffer, block, (size_t) got) < 0)
            return -ENOMEM;
    }
    return got < 0 ? -EIO : 0;
}

static int read_files(struct tree *tree, struct sources *sources)
{
    size_t total = 0;

    sources->cut = tree->cut || tree->files.count > tree->wanted->files;
    sources->items = arena_array(tree->arena, tree->files.count + 1, sizeof(*sources->items));
    if (!sources->items)
        return -ENOMEM;
    for (size_t i = 0; i < tree->files.count && i < tree->wanted->files; i++) {
        AUTO_BUFFER struct buffer text = { 0 };
        int failed = read_source(tree->root, tree->files.items[i], tree->wanted->limit, &text);

        if (failed == -ENOMEM)
            return failed;
        if (failed < 0)
            continue;
        if (total + text.size > tree->wanted->bytes) {
            sources->cut = true;
            break;
        }
        total += text.size;
        struct source *source = &sources->items[sources->count++];
        source->path = tree->files.items[i];
        source->size = text.size;
        source->text = steal(&text.data);
    }
    return 0;
}

int sources_read(const char *directory, const struct sources_wanted *wanted, struct sources **ret,
                 struct error *error)
{
    AUTO_CLOSE int root = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (root < 0)
        return error_at(error, -errno, directory, 0, "cannot be read: %s", strerror(errno));
    struct arena *arena = arena_new();
    struct sources *sources = arena ? arena_alloc(arena, sizeof(*sources)) : NULL;
    struct tree tree = { .arena = arena, .wanted = wanted, .root = root };
    int failed = sources ? list_all(&tree) : -ENOMEM;
    if (!failed) {
        sources->arena = arena;
        failed = read_files(&tree, sources);
    }
    free(tree.directories.items);
    free(tree.files.items);
    if (failed < 0) {
        if (sources && sources->arena)
            sources_free(sources);
        else
            arena_free(arena);
        return error_set(error, -ENOMEM, "out of memory");
    }
    *ret = sources;
    return 0;
}

void sources_free(struct sources *sources)
{
    if (!sources)
        return;
    for (size_t i = 0; i < sources->count; i++)
        free(sources->items[i].text);
    arena_free(sources->arena);
}
