/*
 * Theory of operation: a program is a file or a directory. Directories are walked to a bounded
 * depth, and links do not lead out of them; names stay relative to the directory that was asked
 * for, so that "src/a.py" keeps its place in the room. Reading is left to whoever compiles.
 */

#include "judge/trial/sources.h"

#include "judge/base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MOST_FILES 1000
#define MOST_LEVELS 16

static int add_file(struct sources *sources, struct arena *arena, const char *path,
                    const char *name, uint64_t size, struct error *error)
{
    if (sources->count == MOST_FILES)
        return error_set(error, -EINVAL, "%s: a program of more than %d files", path, MOST_FILES);
    if (sources->count == sources->capacity) {
        size_t capacity = sources->capacity ? sources->capacity * 2 : 8;
        struct source_file *files = arena_array(arena, capacity, sizeof(*files));

        if (!files)
            return error_set(error, -ENOMEM, "out of memory");
        if (sources->count)
            memcpy(files, sources->files, sources->count * sizeof(*files));
        sources->files = files;
        sources->capacity = capacity;
    }
    struct source_file file = { arena_strdup(arena, path), arena_strdup(arena, name) };

    if (!file.path || !file.name)
        return error_set(error, -ENOMEM, "out of memory");
    sources->files[sources->count++] = file;
    sources->bytes += size;
    return 0;
}

static bool passed_over(const char *name)
{
    return name[0] == '.' || name[0] == '-' || strcmp(name, "__pycache__") == 0;
}

/* A candidate may have made the directory, and the judge may read what a candidate may not: a link
 * out of it would show the program an answer, or the compiler's message a file of the host. */
static int refuse_link_out(const char *root, const char *path, struct error *error)
{
    struct stat status;

    if (lstat(path, &status) < 0 || !S_ISLNK(status.st_mode))
        return 0;
    AUTO_FREE char *target = realpath(path, NULL);
    size_t length = strlen(root);
    if (target && strncmp(target, root, length) == 0 && target[length] == '/')
        return 0;
    return error_set(error, -EINVAL, "%s: a symbolic link %s: copy the file instead", path,
                     target ? "out of the program" : "that leads nowhere");
}

/* `root`: the real path of the whole tree. */
/* NOLINTNEXTLINE(misc-no-recursion): at most MOST_LEVELS deep */
static int add_tree(struct sources *sources, struct arena *arena, const char *root,
                    const char *path, const char *prefix, int level, struct error *error)
{
    const char *const *names;
    size_t count;
    int code = file_list(arena, path, &names, &count, error);

    if (code < 0)
        return code;
    if (level == MOST_LEVELS)
        return error_set(error, -EINVAL, "%s: directories are nested too deeply", path);
    for (size_t i = 0; i < count && code == 0; i++) {
        const char *full = arena_printf(arena, "%s/%s", path, names[i]);
        const char *name = arena_printf(arena, "%s%s", prefix, names[i]);
        struct stat status;

        if (!full || !name)
            return error_set(error, -ENOMEM, "out of memory");
        if (passed_over(names[i]))
            continue;
        code = refuse_link_out(root, full, error);
        if (code < 0 || stat(full, &status) < 0)
            continue;
        if (S_ISDIR(status.st_mode)) {
            const char *below = arena_printf(arena, "%s/", name);

            code = below ? add_tree(sources, arena, root, full, below, level + 1, error)
                         : error_set(error, -ENOMEM, "out of memory");
        } else if (S_ISREG(status.st_mode)) {
            code = add_file(sources, arena, full, name, (uint64_t) status.st_size, error);
        }
    }
    return code;
}

static int add_directory(struct sources *sources, struct arena *arena, const char *path,
                         struct error *error)
{
    AUTO_FREE char *root = realpath(path, NULL);

    if (!root)
        return error_set(error, -errno, "%s: %s", path, strerror(errno));
    return add_tree(sources, arena, root, path, "", 0, error);
}

int sources_add(struct sources *sources, struct arena *arena, const char *path, struct error *error)
{
    struct stat status;

    if (stat(path, &status) < 0)
        return error_set(error, -errno, "%s: %s", path, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return add_directory(sources, arena, path, error);
    if (!S_ISREG(status.st_mode))
        return error_set(error, -EINVAL, "%s: not a file", path);
    return add_file(sources, arena, path, path_base(path), (uint64_t) status.st_size, error);
}

int sources_overlay(struct sources *sources, struct arena *arena, const char *directory,
                    struct error *error)
{
    struct sources over = { 0 };
    size_t kept = 0;
    int code;

    if (!file_is_directory(directory))
        return 0;
    code = add_directory(&over, arena, directory, error);
    if (code < 0)
        return code;
    for (size_t i = 0; i < sources->count; i++) {
        size_t at = 0;

        while (at < over.count && strcmp(over.files[at].name, sources->files[i].name) != 0)
            at++;
        if (at == over.count)
            sources->files[kept++] = sources->files[i];
    }
    sources->count = kept;
    for (size_t i = 0; i < over.count && code == 0; i++)
        code = add_file(sources, arena, over.files[i].path, over.files[i].name, 0, error);
    return code;
}

const char *const *sources_names(const struct sources *sources, struct arena *arena)
{
    const char **names = arena_array(arena, sources->count + 1, sizeof(*names));

    for (size_t i = 0; names && i < sources->count; i++)
        names[i] = sources->files[i].name;
    return names;
}
