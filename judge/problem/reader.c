/*
 * package_read(): looks at each part of the directory in turn, and what the parts share: recording
 * faults, walking YAML maps by tables of keys, and listing directories.
 *
 * A package is read without running anything of it. Every fault becomes an entry in the caller's
 * list, with its place, and reading goes on behind it; only when memory is out does it end early.
 * The package's arena owns all that is kept.
 *
 * How strict to be: packages in the legacy versions come from two decades of contests, and the
 * judges that ran those contests overlook a lot. What they overlook is a warning here. The newer
 * versions say themselves what is an error.
 */
#include "judge/problem/reader.h"

#include "judge/base/file.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of a list of words. Most become arguments, for which a program has only so much room. */
#define WORDS_MOST 1000
#define WORDS_BYTES (64UL * 1024)
#define LINK_LEVELS 16 /* of directories that are looked into for links */

/* ---- Faults --------------------------------------------------------------------------------- */

static int record(struct reader *reader, enum severity severity, const struct error *error)
{
    struct package_faults *faults = reader->faults;

    if (array_reserve((void **) &faults->faults, faults->count, &faults->capacity,
                      sizeof(*faults->faults)) < 0) {
        reader->out_of_memory = true;
        return -ENOMEM;
    }
    faults->faults[faults->count++] =
        (struct package_fault){ .error = *error, .warning = severity == WARNING };
    return 0;
}

int reader_fault(struct reader *reader, enum severity severity, const char *path, int line,
                 const char *format, ...)
{
    struct error error;
    char message[sizeof(error.message)];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    error_at(&error, -EINVAL, path ? path : reader->package->directory, line, "%s", message);
    return record(reader, severity, &error);
}

int reader_fault_at(struct reader *reader, enum severity severity, const struct yaml_node *node,
                    const char *format, ...)
{
    struct error error;
    char message[sizeof(error.message)];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    error_at(&error, -EINVAL, node->file, node->key_line ? node->key_line : node->line, "%s",
             message);
    return record(reader, severity, &error);
}

int reader_check(struct reader *reader, int status, const struct error *error)
{
    if (status >= 0)
        return 0;
    if (status == -ENOMEM)
        return -ENOMEM;
    int recorded = record(reader, FAULT, error);
    return recorded == 0 && error_is_hosts(status) ? status : recorded;
}

bool reader_is(const struct reader *reader, unsigned versions)
{
    return (VERSION_BIT(reader->package->version) & versions) != 0;
}

enum severity reader_strict(const struct reader *reader)
{
    return reader_is(reader, VERSIONS_NEW) ? FAULT : WARNING;
}

/* ---- YAML ----------------------------------------------------------------------------------- */

int reader_yaml(struct reader *reader, const char *path, struct yaml_node **ret_root)
{
    struct error error;

    *ret_root = NULL;
    if (!path)
        return -ENOMEM;
    if (!file_exists(path))
        return 0;
    int status = yaml_read(reader->arena, path, ret_root, &error);
    if (status < 0)
        return reader_check(reader, status, &error);
    if (*ret_root && !yaml_is_null(*ret_root) && (*ret_root)->kind != YAML_MAP) {
        status = reader_fault_at(reader, FAULT, *ret_root, "expected a map of keys and values");
        *ret_root = NULL;
        return status;
    }
    return 0;
}

static const struct key_row *find_row(const struct key_row *rows, size_t row_count,
                                      const char *name)
{
    for (size_t i = 0; i < row_count; i++) {
        if (strcmp(rows[i].name, name) == 0)
            return &rows[i];
    }
    return NULL;
}

static int walk_key(struct reader *reader, const struct yaml_node *node, const struct key_row *row,
                    void *target)
{
    int status = 0;

    if (!row)
        return reader_fault_at(reader, reader_strict(reader), node, "unknown key '%.100s'",
                               node->key);
    if (!reader_is(reader, row->versions)) {
        status = reader_fault_at(
            reader, reader_is(reader, VERSION_BIT(PACKAGE_2025_09)) ? FAULT : WARNING, node,
            "the key '%.100s' belongs to other versions of the format", node->key);
    }
    if (status < 0 || yaml_is_null(node))
        return status;
    return row->read(reader, node, target);
}

int reader_walk(struct reader *reader, const struct yaml_node *map, const struct key_row *rows,
                size_t row_count, void *target)
{
    if (!map || yaml_is_null(map))
        return 0;
    if (map->kind != YAML_MAP)
        return reader_fault_at(reader, FAULT, map, "%.100s: expected a map",
                               map->key ? map->key : "value");
    for (const struct yaml_node *node = map->children; node; node = node->next) {
        int status = walk_key(reader, node, find_row(rows, row_count, node->key), target);
        if (status < 0)
            return status;
    }
    return 0;
}

int reader_ignore(struct reader *reader, const struct yaml_node *node, void *target)
{
    (void) reader;
    (void) node;
    (void) target;
    return 0;
}

/* A copy of the node for which quotes make no difference: the judges of legacy packages convert
 * texts to numbers. */
static struct yaml_node unquoted(const struct reader *reader, const struct yaml_node *node)
{
    struct yaml_node copy = *node;

    if (reader_is(reader, VERSIONS_LEGACY))
        copy.quoted = false;
    return copy;
}

int reader_bool(struct reader *reader, const struct yaml_node *node, bool *ret)
{
    struct error error;
    struct yaml_node copy = unquoted(reader, node);

    return reader_check(reader, yaml_as_bool(&copy, ret, &error), &error);
}

int reader_double(struct reader *reader, const struct yaml_node *node, double low, double high,
                  double *ret)
{
    struct error error;
    struct yaml_node copy = unquoted(reader, node);

    return reader_check(reader, yaml_as_double(&copy, low, high, ret, &error), &error);
}

int reader_string(struct reader *reader, const struct yaml_node *node, const char **ret)
{
    struct error error;

    return reader_check(reader, yaml_as_string(node, ret, &error), &error);
}

int reader_strings(struct reader *reader, const struct yaml_node *node, bool split,
                   const char *const **ret)
{
    const char *const *words = NULL;
    size_t count = 0, bytes = 0;
    struct error error;
    int status = yaml_as_strings(reader->arena, node, split, &words, &count, &error);

    if (status < 0)
        return reader_check(reader, status, &error);
    for (size_t i = 0; i < count; i++)
        bytes += strlen(words[i]) + 1;
    if (count > WORDS_MOST || bytes > WORDS_BYTES)
        return reader_fault_at(reader, FAULT, node, "%s: more than %d words or %lu KiB",
                               node->key ? node->key : "a list", WORDS_MOST, WORDS_BYTES / 1024);
    *ret = words;
    return 0;
}

/* ---- Files ---------------------------------------------------------------------------------- */

const char *reader_join(struct reader *reader, const char *directory, const char *name)
{
    return arena_printf(reader->arena, "%s/%s", directory, name);
}

const char *reader_path(struct reader *reader, const char *name)
{
    return reader_join(reader, reader->package->directory, name);
}

bool reader_passes_over(const char *name)
{
    static const char *const names[] = { "__pycache__", "CVS", "__MACOSX", "Thumbs.db" };
    static const char *const endings[] = { "bak", "orig", "rej", "swp", "swo", "pyc", "tmp" };
    size_t length = strlen(name);

    if (name[0] == '.' || name[0] == '#' || (length && name[length - 1] == '~'))
        return true;
    for (size_t i = 0; i < COUNT(names); i++) {
        if (strcmp(name, names[i]) == 0)
            return true;
    }
    for (size_t i = 0; i < COUNT(endings); i++) {
        if (strcmp(path_ending(name), endings[i]) == 0)
            return true;
    }
    return false;
}

int reader_link(struct reader *reader, const char *path, bool *ret_outside)
{
    AUTO_FREE char *root = NULL;
    AUTO_FREE char *target = NULL;
    struct stat info;

    *ret_outside = false;
    if (lstat(path, &info) < 0 || !S_ISLNK(info.st_mode))
        return 0;
    root = realpath(reader->package->directory, NULL);
    target = realpath(path, NULL);
    if (!root || !target) {
        *ret_outside = true;
        return reader_fault(reader, FAULT, path, 0, "a symbolic link that leads nowhere");
    }
    size_t length = strlen(root);
    if (strncmp(target, root, length) == 0 && (target[length] == '/' || !target[length]))
        return 0;
    *ret_outside = true;
    return reader_fault(reader, FAULT, path, 0,
                        "a symbolic link out of the package: copy the file instead");
}

int reader_list(struct reader *reader, const char *path, const char *const **ret_names,
                size_t *ret_count)
{
    static const char *const none[] = { NULL };
    const char *const *names = none;
    size_t count = 0, kept = 0;
    struct error error;

    *ret_names = none;
    *ret_count = 0;
    if (!path)
        return -ENOMEM;
    if (!file_is_directory(path))
        return 0;
    int status = file_list(reader->arena, path, &names, &count, &error);
    if (status < 0)
        return reader_check(reader, status, &error);
    const char **visible = arena_array(reader->arena, count + 1, sizeof(*visible));
    if (!visible)
        return -ENOMEM;
    for (size_t i = 0; i < count && status == 0; i++) {
        const char *entry = reader_join(reader, path, names[i]);
        bool outside = false;
        if (!entry)
            return -ENOMEM;
        if (reader_passes_over(names[i]))
            continue;
        status = reader_link(reader, entry, &outside);
        if (!outside)
            visible[kept++] = names[i];
    }
    *ret_names = visible;
    *ret_count = kept;
    return status;
}

/* Links deeper than what is listed: in the directories of programs and of tests' files, which are
 * copied whole. Recursion: bounded by LINK_LEVELS, and no link is followed. */
/* NOLINTNEXTLINE(misc-no-recursion): as said above */
static int check_links(struct reader *reader, const char *path, int level)
{
    const char *const *names;
    size_t count;
    struct error error;
    int status = file_list(reader->arena, path, &names, &count, &error);

    if (status < 0)
        return reader_check(reader, status, &error);
    for (size_t i = 0; i < count && status == 0; i++) {
        const char *entry = reader_join(reader, path, names[i]);
        bool outside = false;
        struct stat info;
        if (!entry)
            return -ENOMEM;
        if (reader_passes_over(names[i]) || lstat(entry, &info) < 0)
            continue;
        if (S_ISLNK(info.st_mode))
            status = reader_link(reader, entry, &outside);
        else if (S_ISDIR(info.st_mode) && level < LINK_LEVELS)
            status = check_links(reader, entry, level + 1);
    }
    return status;
}

static int check_copied_directories(struct reader *reader)
{
    const struct package *package = reader->package;
    int status = 0;

    for (size_t i = 0; i < reader->test_count && status == 0; i++)
        if (reader->tests[i].files_directory)
            status = check_links(reader, reader->tests[i].files_directory, 1);
    for (size_t i = 0; i < package->submission_count && status == 0; i++)
        if (file_is_directory(package->submissions[i].path))
            status = check_links(reader, package->submissions[i].path, 1);
    for (size_t i = 0; i < package->output_validator_count && status == 0; i++)
        if (file_is_directory(package->output_validators[i].path))
            status = check_links(reader, package->output_validators[i].path, 1);
    for (size_t i = 0; i < package->input_validator_count && status == 0; i++)
        if (file_is_directory(package->input_validators[i].path))
            status = check_links(reader, package->input_validators[i].path, 1);
    return package->include_directory && status == 0
               ? check_links(reader, package->include_directory, 1)
               : status;
}

/* ---- Smaller parts of a package ------------------------------------------------------------- */

static int check_slug(struct reader *reader)
{
    const char *slug = reader->package->slug;

    if (slug[strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789")])
        return reader_fault(reader, WARNING, NULL, 0,
                            "the directory's name '%.100s' should have only a-z and 0-9", slug);
    return 0;
}

/* Rank of a statement's file name: English first, then any language; 0 for another file. */
static int statement_rank(const char *name)
{
    static const char *const endings[] = { "tex", "md", "pdf", "html", "txt" };
    bool known = false;

    for (size_t i = 0; i < COUNT(endings); i++)
        known = known || strcmp(path_ending(name), endings[i]) == 0;
    if (!known || strncmp(name, "problem.", strlen("problem.")) != 0)
        return 0;
    const char *language = name + strlen("problem.");
    if (strncmp(language, "en.", 3) == 0)
        return 3;
    return strchr(language, '.') ? 1 : 2; /* without a language it is English, too */
}

static int find_statement(struct reader *reader)
{
    static const char *const directories[] = { "statement", "problem_statement", "." };
    int best = 0;

    for (size_t d = 0; d < COUNT(directories) && !best; d++) {
        const char *directory = reader_path(reader, directories[d]);
        const char *const *names;
        size_t count;
        int status = reader_list(reader, directory, &names, &count);
        if (status < 0)
            return status;
        for (size_t i = 0; i < count; i++) {
            if (statement_rank(names[i]) <= best)
                continue;
            best = statement_rank(names[i]);
            reader->package->statement_path = reader_join(reader, directory, names[i]);
            if (!reader->package->statement_path)
                return -ENOMEM;
        }
    }
    return best ? 0 : reader_fault(reader, WARNING, NULL, 0, "no problem statement");
}

static int find_include(struct reader *reader)
{
    const char *path = reader_path(reader, "include");
    const char *interview = reader_path(reader, "interview.yaml");

    if (!path || !interview)
        return -ENOMEM;
    if (file_is_directory(path))
        reader->package->include_directory = path;
    reader->package->has_interview = file_exists(interview);
    return 0;
}

/* A package whose time limit is neither given nor to be derived cannot be judged. */
static int check_time_limit(struct reader *reader)
{
    const struct package *package = reader->package;

    if (package->limits.time_s > 0)
        return 0;
    for (size_t i = 0; i < package->submission_count; i++) {
        if (package->submissions[i].use_for_time_limit)
            return 0;
    }
    return reader_fault(reader, FAULT, NULL, 0,
                        "no time limit is given, and no accepted submission to derive it from");
}

static int read_parts(struct reader *reader)
{
    static int (*const parts[])(struct reader *) = {
        check_slug,
        reader_metadata,
        reader_foreign_limits,
        reader_required,
        find_statement,
        find_include,
        reader_programs,
        reader_made,
        reader_data,
        reader_submissions,
        reader_interview,
        check_time_limit,
        check_copied_directories,
    };

    for (size_t i = 0; i < COUNT(parts); i++) {
        int status = parts[i](reader);
        if (status < 0)
            return status;
        if (reader->out_of_memory)
            return -ENOMEM;
    }
    return 0;
}

/* ---- package_read() ------------------------------------------------------------------------- */

static int new_package(const char *directory, struct package **ret, struct error *error)
{
    AUTO_FREE char *real = realpath(directory, NULL);
    AUTO_ARENA struct arena *arena = NULL;

    if (!real)
        return error_at(error, -errno, directory, 0, "no problem package: %s", strerror(errno));
    if (!file_is_directory(real)) {
        error_at(error, -ENOTDIR, directory, 0, "a problem package is a directory");
        if (strcmp(path_ending(directory), "zip") == 0 ||
            strcmp(path_ending(directory), "kpp") == 0)
            error_remedy(error, "unpack the archive and name the directory");
        return -ENOTDIR;
    }
    arena = arena_new();
    struct package *package = arena ? arena_alloc(arena, sizeof(*package)) : NULL;
    if (!package || !(package->directory = arena_strdup(arena, directory)) ||
        !(package->slug = arena_strdup(arena, path_base(real))))
        return error_at(error, -ENOMEM, directory, 0, "out of memory");
    package->arena = steal(&arena);
    *ret = package;
    return 0;
}

/* Something that says "this is a package", so that a wrong path is told from a broken package. */
static bool looks_like_package(struct reader *reader)
{
    static const char *const marks[] = { "problem.yaml", "domjudge-problem.ini", "data" };

    for (size_t i = 0; i < COUNT(marks); i++) {
        const char *path = reader_path(reader, marks[i]);
        if (path && file_exists(path))
            return true;
    }
    return false;
}

static int keep_arrays(struct reader *reader)
{
    struct package *package = reader->package;

    package->tests = arena_array(reader->arena, reader->test_count + 1, sizeof(*package->tests));
    package->groups = arena_array(reader->arena, reader->group_count + 1, sizeof(*package->groups));
    if (!package->tests || !package->groups)
        return -ENOMEM;
    if (reader->test_count)
        memcpy(package->tests, reader->tests, reader->test_count * sizeof(*package->tests));
    if (reader->group_count)
        memcpy(package->groups, reader->groups, reader->group_count * sizeof(*package->groups));
    package->test_count = reader->test_count;
    package->group_count = reader->group_count;
    return 0;
}

static int first_fault(const struct package_faults *faults, struct error *error)
{
    for (size_t i = 0; i < faults->count; i++) {
        if (!faults->faults[i].warning) {
            *error = faults->faults[i].error;
            return error->code;
        }
    }
    return 0;
}

int package_read(const char *directory, struct package **ret, struct package_faults *faults,
                 struct error *error)
{
    struct package *package = NULL;
    int status = new_package(directory, &package, error);

    if (status < 0)
        return status;
    struct reader reader = { .arena = package->arena, .package = package, .faults = faults };
    if (!looks_like_package(&reader)) {
        package_free(package);
        error_at(error, -ENOENT, directory, 0, "no problem package: there is no problem.yaml");
        return -ENOENT;
    }
    status = read_parts(&reader);
    if (status == 0)
        status = keep_arrays(&reader);
    free(reader.tests);
    free(reader.groups);
    if (status < 0) {
        package_free(package);
        return error_at(error, status, directory, 0, "reading the package: %s", strerror(-status));
    }
    *ret = package;
    return first_fault(faults, error);
}
