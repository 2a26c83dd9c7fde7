/*
 * Theory of operation: a program is a file or a directory. Directories are walked to a bounded
 * depth, names stay relative to the directory that was asked for, so that "src/a.py" keeps its
 * place in the room. Reading is left to whoever compiles.
 *
 * A directory may hold links, to share a file between two places. One that leads out of what was
 * handed in is refused: the judge may read more than whoever wrote the program, answers above all,
 * and a program can read its sources. In a package the package is the border, not the directory.
 */

#include "judge/trial/sources.h"

#include "judge/base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MOST_FILES 1000
#define MOST_LEVELS 16

/* A walk through one directory. */
struct walk {
    struct sources *sources;
    struct arena *arena;
    const char *border; /* resolved; where links have to stay */
};

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
    struct source_file file = { arena_strdup(arena, path), arena_strdup(arena, name), NULL };

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

static bool is_below(const char *path, const char *directory)
{
    size_t length = strlen(directory);

    return strncmp(path, directory, length) == 0 && (path[length] == '/' || !path[length]);
}

/* Where a path really leads, so that what is read later is what was looked at here. NULL: nowhere.
 */
static int follow(const struct walk *walk, const char *path, const char **ret, struct error *error)
{
    AUTO_FREE char *real = NULL;
    struct stat status;

    *ret = path;
    if (lstat(path, &status) < 0 || !S_ISLNK(status.st_mode))
        return 0;
    real = realpath(path, NULL);
    if (!real) {
        *ret = NULL;
        return errno == ENOMEM ? error_set(error, -ENOMEM, "out of memory") : 0;
    }
    if (!is_below(real, walk->border)) {
        error_set(error, -EINVAL, "%s: a symbolic link out of the program's directory", path);
        error_remedy(error, "copy the file instead");
        return error->code;
    }
    *ret = arena_strdup(walk->arena, real);
    return *ret ? 0 : error_set(error, -ENOMEM, "out of memory");
}

static int add_tree(const struct walk *walk, const char *path, const char *prefix, int level,
                    struct error *error);

/* NOLINTNEXTLINE(misc-no-recursion): see add_tree() */
static int add_entry(const struct walk *walk, const char *path, const char *name, int level,
                     struct error *error)
{
    struct stat status;
    const char *real;
    int code = follow(walk, path, &real, error);

    if (code < 0 || !real || stat(real, &status) < 0)
        return code;
    if (S_ISREG(status.st_mode))
        return add_file(walk->sources, walk->arena, real, name, (uint64_t) status.st_size, error);
    if (!S_ISDIR(status.st_mode))
        return 0;
    const char *below = arena_printf(walk->arena, "%s/", name);
    return below ? add_tree(walk, real, below, level + 1, error)
                 : error_set(error, -ENOMEM, "out of memory");
}

/* NOLINTNEXTLINE(misc-no-recursion): at most MOST_LEVELS deep */
static int add_tree(const struct walk *walk, const char *path, const char *prefix, int level,
                    struct error *error)
{
    const char *const *names;
    size_t count;
    int code = file_list(walk->arena, path, &names, &count, error);

    if (code < 0)
        return code;
    if (level == MOST_LEVELS)
        return error_set(error, -EINVAL, "%s: directories are nested too deeply", path);
    for (size_t i = 0; i < count && code == 0; i++) {
        const char *full = arena_printf(walk->arena, "%s/%s", path, names[i]);
        const char *name = arena_printf(walk->arena, "%s%s", prefix, names[i]);

        if (!full || !name)
            return error_set(error, -ENOMEM, "out of memory");
        if (!passed_over(names[i]))
            code = add_entry(walk, full, name, level, error);
    }
    return code;
}

/* Adds all of a directory. Its border is the package when it lies in there. */
static int add_directory(struct sources *sources, struct arena *arena, const char *path,
                         const char *package, struct error *error)
{
    AUTO_FREE char *own = realpath(path, NULL);
    AUTO_FREE char *whole = package ? realpath(package, NULL) : NULL;
    struct walk walk = { sources, arena, whole && own && is_below(own, whole) ? whole : own };

    if (!own)
        return error_set(error, -errno, "%s: %s", path, strerror(errno));
    return add_tree(&walk, path, "", 0, error);
}

int sources_add(struct sources *sources, struct arena *arena, const char *path, const char *package,
                struct error *error)
{
    struct stat status;

    if (stat(path, &status) < 0)
        return error_set(error, -errno, "%s: %s", path, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return add_directory(sources, arena, path, package, error);
    if (!S_ISREG(status.st_mode))
        return error_set(error, -EINVAL, "%s: not a file", path);
    return add_file(sources, arena, path, path_base(path), (uint64_t) status.st_size, error);
}

int sources_overlay(struct sources *sources, struct arena *arena, const char *directory,
                    const char *package, struct error *error)
{
    struct sources over = { 0 };
    size_t kept = 0;
    int code;

    if (!file_is_directory(directory))
        return 0;
    code = add_directory(&over, arena, directory, package, error);
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
