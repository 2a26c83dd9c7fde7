/*
 * The library: where packages are looked for when the user names one by its slug.
 *
 * $ASSAY_PROBLEMS counts alone when it is set. Else it is problems/ of the checkout that the
 * running program was built in (found by walking up from the program's own file), or of the
 * installation. A library directory holds packages, or categories that hold packages. Other data of
 * Assay's is found in the same way.
 */
#include "judge/problem/problem.h"

#include "judge/base/file.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

#define LEVELS_UP 4
#define NEAR 3     /* how many edits make a slug somebody else's, at most */
#define LONGEST 64 /* of a name that is compared by edits */
#define SUGGESTIONS 3

struct list {
    struct arena *arena;
    const char **paths; /* grows with malloc */
    size_t count, capacity;
};

static void clear_list(struct list *list)
{
    free(list->paths);
}

static int out_of_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

static bool is_package(struct arena *arena, const char *directory)
{
    static const char *const marks[] = { "problem.yaml", "domjudge-problem.ini", "data/secret" };

    for (size_t i = 0; i < COUNT(marks); i++) {
        const char *path = arena_printf(arena, "%s/%s", directory, marks[i]);
        if (path && file_exists(path))
            return true;
    }
    return false;
}

/* ---- Where the library is ------------------------------------------------------------------- */

static int add_path(struct list *list, const char *path)
{
    if (!path || array_reserve((void **) &list->paths, list->count, &list->capacity,
                               sizeof(*list->paths)) < 0)
        return -ENOMEM;
    list->paths[list->count++] = path;
    return 0;
}

static int split_paths(struct list *list, const char *paths)
{
    while (*paths) {
        size_t length = strcspn(paths, ":");
        if (length > 0 && add_path(list, arena_strndup(list->arena, paths, length)) < 0)
            return -ENOMEM;
        paths += length + (paths[length] == ':');
    }
    return 0;
}

/* The program's own file may be build/release/assay of a checkout, or bin/assay of an installation
 * that lies elsewhere than it was configured for. */
static int beside_program(struct list *list, const char *name)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof(program) - 1);

    if (length <= 0)
        return 0;
    program[length] = '\0';
    for (int level = 0; level < LEVELS_UP; level++) {
        char *slash = strrchr(program, '/');
        if (!slash || slash == program)
            return 0;
        *slash = '\0';
        const char *data = arena_printf(list->arena, "%s/%s", program, name);
        const char *source = arena_printf(list->arena, "%s/judge/problem", program);
        const char *share = arena_printf(list->arena, "%s/share/assay/%s", program, name);
        if (!data || !source || !share)
            return -ENOMEM;
        if (file_is_directory(source) && file_is_directory(data))
            return add_path(list, data);
        if (file_is_directory(share))
            return add_path(list, share);
    }
    return 0;
}

static int library_directories(struct list *list, const char *variable, const char *name)
{
    const char *chosen = getenv(variable);

    if (chosen && *chosen)
        return split_paths(list, chosen);
    int status = beside_program(list, name);
    if (status < 0 || list->count)
        return status;
    return add_path(list, arena_printf(list->arena, ASSAY_PREFIX "/share/assay/%s", name));
}

int data_directories(struct arena *arena, const char *variable, const char *name,
                     const char *const **ret, size_t *ret_count, struct error *error)
{
    CLEANUP(clear_list) struct list list = { .arena = arena };

    if (library_directories(&list, variable, name) < 0)
        return out_of_memory(error);
    const char **kept = arena_array(arena, list.count + 1, sizeof(*kept));
    if (!kept)
        return out_of_memory(error);
    for (size_t i = 0; i < list.count; i++)
        kept[i] = list.paths[i];
    *ret = kept;
    *ret_count = list.count;
    return 0;
}

/* ---- What is in it -------------------------------------------------------------------------- */

/* Adds the packages right below `directory`; those of its categories, too, when asked. */
/* NOLINTNEXTLINE(misc-no-recursion): one level, that of categories */
static int add_packages(struct list *list, const char *directory, bool categories,
                        struct error *error)
{
    const char *const *names;
    size_t count;

    if (!file_is_directory(directory))
        return 0;
    int status = file_list(list->arena, directory, &names, &count, error);
    if (status < 0)
        return status;
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(list->arena, "%s/%s", directory, names[i]);
        if (!path)
            return out_of_memory(error);
        if (names[i][0] == '.' || !file_is_directory(path))
            continue;
        if (is_package(list->arena, path)) {
            if (add_path(list, path) < 0)
                return out_of_memory(error);
        } else if (categories && (status = add_packages(list, path, false, error)) < 0) {
            return status;
        }
    }
    return 0;
}

static int compare_paths(const void *left, const void *right)
{
    return strcmp(*(const char *const *) left, *(const char *const *) right);
}

int problem_list(struct arena *arena, const char *const **ret_directories, size_t *ret_count,
                 struct error *error)
{
    CLEANUP(clear_list) struct list libraries = { .arena = arena };
    CLEANUP(clear_list) struct list packages = { .arena = arena };

    if (library_directories(&libraries, "ASSAY_PROBLEMS", "problems") < 0)
        return out_of_memory(error);
    for (size_t i = 0; i < libraries.count; i++) {
        int status = add_packages(&packages, libraries.paths[i], true, error);
        if (status < 0)
            return status;
    }
    const char **kept = arena_array(arena, packages.count + 1, sizeof(*kept));
    if (!kept)
        return out_of_memory(error);
    for (size_t i = 0; i < packages.count; i++)
        kept[i] = packages.paths[i];
    qsort(kept, packages.count, sizeof(*kept), compare_paths);
    *ret_directories = kept;
    *ret_count = packages.count;
    return 0;
}

/* ---- Finding one ---------------------------------------------------------------------------- */

/* Whether `path` ends in `name`, at a component's start. */
static bool ends_in(const char *path, const char *name)
{
    size_t length = strlen(path), wanted = strlen(name);

    return wanted > 0 && wanted < length && path[length - wanted - 1] == '/' &&
           strcmp(path + length - wanted, name) == 0;
}

/* Insertions, deletions and replacements that make one name the other (Levenshtein); LONGEST for
 * names that are too long to compare. */
static size_t distance(const char *left, const char *right)
{
    size_t row[LONGEST + 1], left_length = strlen(left), right_length = strlen(right);

    if (left_length >= LONGEST || right_length >= LONGEST)
        return LONGEST;
    for (size_t k = 0; k <= right_length; k++)
        row[k] = k;
    for (size_t i = 1; i <= left_length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t k = 1; k <= right_length; k++) {
            size_t replaced = diagonal + (left[i - 1] != right[k - 1]);
            size_t other = (row[k] < row[k - 1] ? row[k] : row[k - 1]) + 1;
            diagonal = row[k];
            row[k] = replaced < other ? replaced : other;
        }
    }
    return row[right_length];
}

static bool is_near(const char *name, const char *slug)
{
    size_t limit = strlen(name) / 3 + 1;

    return distance(name, slug) <= (limit < NEAR ? limit : NEAR) ||
           (strlen(name) >= 3 && strstr(slug, name));
}

static void suggest(struct error *error, const char *name, const char *const *directories,
                    size_t count)
{
    char names[160] = "";
    size_t found = 0;

    for (size_t i = 0; i < count && found < SUGGESTIONS; i++) {
        const char *slug = path_base(directories[i]);
        if (!is_near(path_base(name), slug))
            continue;
        size_t used = strlen(names);
        snprintf(names + used, sizeof(names) - used, "%s%s", found++ ? ", " : "", slug);
    }
    if (found)
        error_remedy(error, "did you mean %s?", names);
    else
        error_remedy(error, "`assay problems` lists those that are there");
}

int problem_find(struct arena *arena, const char *name, const char **ret_directory,
                 struct error *error)
{
    const char *const *directories;
    size_t count;

    if (file_is_directory(name) && (strchr(name, '/') || is_package(arena, name))) {
        *ret_directory = arena_strdup(arena, name);
        return *ret_directory ? 0 : out_of_memory(error);
    }
    int status = problem_list(arena, &directories, &count, error);
    if (status < 0)
        return status;
    for (size_t i = 0; i < count; i++) {
        if (ends_in(directories[i], name)) {
            *ret_directory = directories[i];
            return 0;
        }
    }
    error_set(error, -ENOENT, "there is no problem '%.200s'", name);
    suggest(error, name, directories, count);
    return -ENOENT;
}
