/*
 * Sources on their way into a room. They are read once, into memory, named safely, and written
 * into a private directory of the judge's that the compiler's room shows read-only: the names and
 * directories stay as the candidate has them, no file of the host's is bound itself, and modes are
 * set by descriptor, so that neither the umask nor a private home matters.
 *
 * Everything that is written is hashed in the same pass: the key of the cache is of exactly the
 * bytes that the compiler will read.
 */
#include "judge/language/stage.h"

#include "judge/base/file.h"
#include "judge/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#define SOURCE_LIMIT ((size_t) 64 * 1024 * 1024)
#define INCLUDE_DEPTH 8
#define NAME_LIMIT 255                   /* of one component; NAME_MAX of Linux' file systems */
#define PATH_LIMIT 1024                  /* leaves room for the directories above */
#define NAMES_LIMIT ((size_t) 96 * 1024) /* of all names: they become arguments of a compiler */

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory while reading sources");
}

/* ---- Reading and naming --------------------------------------------------------------------- */

/* Puts the prefix of a file before its text. */
static int add_prefix(const struct source_file *file, struct source *source, struct error *error)
{
    size_t length = file->prefix ? strlen(file->prefix) : 0;
    char *data = length ? malloc(length + source->size + 1) : NULL;

    if (!length)
        return 0;
    if (!data)
        return no_memory(error);
    memcpy(data, file->prefix, length);
    memcpy(data + length, source->data, source->size + 1);
    free(source->data);
    source->data = data;
    source->size += length;
    return 0;
}

static int read_source(struct arena *arena, const struct language_row *row,
                       const struct source_file *file, struct source *source, struct error *error)
{
    int status = file_read(file->path, SOURCE_LIMIT, &source->data, &source->size, error);

    if (status == 0)
        status = add_prefix(file, source, error);
    if (status < 0)
        return status;
    source->name = language_safe_name(arena, file->name ? file->name : path_base(file->path));
    if (!source->name)
        return no_memory(error);
    source->code = word_in(row->endings, path_ending(source->name));
    return 0;
}

/* A language that was asked for by name may have a file with any ending: when no file has one of
 * its own, those that are no companions get the first. */
static int give_endings(struct stage *stage, struct error *error)
{
    for (size_t i = 0; i < stage->count; i++)
        if (stage->sources[i].code)
            return 0;
    for (size_t i = 0; i < stage->count; i++) {
        struct source *source = &stage->sources[i];

        if (stage->count > 1 && word_in(stage->row->companions, path_ending(source->name)))
            continue;
        source->code = true;
        source->name = arena_printf(stage->arena, "%s.%s", source->name, stage->row->endings[0]);
        if (!source->name)
            return no_memory(error);
    }
    return 0;
}

/* Whether one name is the directory of the other. */
static bool is_above(const char *name, const char *other)
{
    size_t length = strlen(name);

    return strncmp(name, other, length) == 0 && other[length] == '/';
}

/* Names that were different on the host may not be so once they are safe. */
static int refuse_same_names(const struct stage *stage, struct error *error)
{
    for (size_t i = 0; i < stage->count; i++)
        for (size_t k = i + 1; k < stage->count; k++) {
            const char *one = stage->sources[i].name, *other = stage->sources[k].name;

            if (strcmp(one, other) == 0)
                return error_set(error, -EINVAL, "two files would both be called %s", one);
            if (is_above(one, other) || is_above(other, one))
                return error_set(error, -EINVAL, "%s would be a file and a directory",
                                 strlen(one) < strlen(other) ? one : other);
        }
    return 0;
}

static bool is_long(const char *name)
{
    if (strlen(name) > PATH_LIMIT)
        return true;
    for (; *name; name += name[strcspn(name, "/")] == '/') {
        size_t length = strcspn(name, "/");

        if (length > NAME_LIMIT)
            return true;
        name += length;
    }
    return false;
}

static int refuse_long_names(const struct stage *stage, struct error *error)
{
    size_t total = 0;

    for (size_t i = 0; i < stage->count; i++) {
        const char *name = stage->sources[i].name;

        if (is_long(name))
            return error_set(error, -ENAMETOOLONG, "a file's name is too long: %.100s...", name);
        total += strlen(name) + 1;
    }
    if (total > NAMES_LIMIT)
        return error_set(error, -ENAMETOOLONG,
                         "the names of all files have %zu bytes together, "
                         "over the limit of %zu",
                         total, NAMES_LIMIT);
    return 0;
}

/* What a pattern of the table finds in code; NULL: nothing. */
static char *find_in_code(const char *pattern_text, const struct source *source, unsigned group)
{
    struct pattern *pattern;
    struct error error;
    size_t start, length;
    char *found = NULL;
    AUTO_FREE char *code = code_only(source->data, source->size);

    if (!code || pattern_new(pattern_text, &pattern, &error) < 0)
        return NULL;
    if (pattern_find(pattern, code, source->size, group, &start, &length))
        found = strndup(code + start, length);
    pattern_free(pattern);
    return found;
}

/* Where the compiler wants a file to be called as what it holds (Java), a lone source is. */
static int rename_lone_source(struct stage *stage, struct error *error)
{
    struct source *lone = NULL;

    for (size_t i = 0; i < stage->count; i++) {
        if (stage->sources[i].code && lone)
            return 0;
        if (stage->sources[i].code)
            lone = &stage->sources[i];
    }
    if (!stage->row->name_pattern || !lone)
        return 0;
    AUTO_FREE char *wanted = find_in_code(stage->row->name_pattern, lone, 1);
    if (!wanted)
        return 0;
    const char *base = path_base(lone->name);
    const char *name = arena_printf(stage->arena, "%.*s%s.%s", (int) (base - lone->name),
                                    lone->name, wanted, path_ending(lone->name));
    if (!name)
        return no_memory(error);
    /* A class whose name is too long for a file gets the compiler's own words. */
    if (strcmp(name, lone->name) != 0 && !is_long(name)) {
        stage->renamed_from = lone->name;
        stage->renamed_to = name;
        lone->name = name;
    }
    return 0;
}

static int list_code(struct stage *stage, struct error *error)
{
    const char **files = arena_array(stage->arena, stage->count + 1, sizeof(*files));
    size_t count = 0;

    if (!files)
        return no_memory(error);
    for (size_t i = 0; i < stage->count; i++)
        if (stage->sources[i].code)
            files[count++] = stage->sources[i].name;
    stage->files = files;
    return 0;
}

/* ---- The main file -------------------------------------------------------------------------- */

static const char *file_called(const struct stage *stage, const char *name)
{
    for (word_list file = stage->files; *file; file++)
        if (strcmp(*file, name) == 0 || strcmp(path_base(*file), name) == 0)
            return *file;
    return NULL;
}

/* The file that was asked for; else one with a usual name; else the only one; else the one that
 * looks as if it started; else the first. */
static const char *choose_main(const struct stage *stage, const char *entry_point)
{
    const char *found = entry_point ? file_called(stage, entry_point) : NULL;

    for (word_list name = stage->row->main; *name && !found; name++)
        found = file_called(stage, *name);
    if (found || word_count(stage->files) == 1 || !stage->row->main_pattern)
        return found ? found : stage->files[0];
    for (size_t i = 0; i < stage->count; i++) {
        AUTO_FREE char *start = NULL;

        if (stage->sources[i].code)
            start = find_in_code(stage->row->main_pattern, &stage->sources[i], 0);
        if (start)
            return stage->sources[i].name;
    }
    return stage->files[0];
}

int stage_read(struct arena *arena, const struct compile_request *request, struct stage *ret,
               struct error *error)
{
    struct stage stage = { .arena = arena, .row = request->language->row };
    int status = 0;

    if (request->file_count == 0)
        return error_set(error, -EINVAL, "there are no source files");
    stage.sources = arena_array(arena, request->file_count, sizeof(*stage.sources));
    if (!stage.sources)
        return no_memory(error);
    for (size_t i = 0; i < request->file_count && status == 0; i++) {
        stage.count = i + 1;
        status = read_source(arena, stage.row, &request->files[i], &stage.sources[i], error);
    }
    if (status == 0)
        status = give_endings(&stage, error);
    if (status == 0)
        status = rename_lone_source(&stage, error);
    if (status == 0)
        status = refuse_long_names(&stage, error);
    if (status == 0)
        status = refuse_same_names(&stage, error);
    if (status == 0)
        status = list_code(&stage, error);
    if (status == 0 && !stage.files[0])
        status = error_set(error, -EINVAL, "none of the files is %s source code",
                           request->language->name);
    if (status < 0) {
        stage_clear(&stage);
        return status;
    }
    if (stage.row->entry == ENTRY_FILE)
        stage.main = choose_main(&stage, request->entry_point);
    *ret = stage;
    return 0;
}

void stage_clear(struct stage *stage)
{
    for (size_t i = 0; i < stage->count; i++)
        free(stage->sources[i].data);
    stage->count = 0;
}

/* ---- Writing -------------------------------------------------------------------------------- */

static int write_all(int fd, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t put = write(fd, data, size);

        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return put < 0 ? -errno : -EIO;
        data += put;
        size -= (size_t) put;
    }
    return 0;
}

/* Opens, and makes where needed, the directory that holds the last component of `name`. */
static int open_parent(const char *directory, const char *name, int *ret_fd)
{
    AUTO_CLOSE int fd = open(directory, O_DIRECTORY | O_PATH | O_CLOEXEC);
    char component[256];

    if (fd < 0)
        return -errno;
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(name, '/')) {
        size_t length = (size_t) (slash - name);

        if (length >= sizeof(component))
            return -ENAMETOOLONG;
        memcpy(component, name, length);
        component[length] = '\0';
        if (mkdirat(fd, component, 0755) < 0 && errno != EEXIST)
            return -errno;
        int next = openat(fd, component, O_DIRECTORY | O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        if (next < 0)
            return -errno;
        close(fd);
        fd = next;
        if (fchmod(fd, 0755) < 0)
            return -errno;
        name = slash + 1;
    }
    *ret_fd = steal_fd(&fd);
    return 0;
}

int stage_put(const char *directory, const char *name, const void *data, size_t size,
              bool executable, struct error *error)
{
    AUTO_CLOSE int parent = -1;
    AUTO_CLOSE int fd = -1;
    int status = open_parent(directory, name, &parent);

    if (status == 0) {
        fd = openat(parent, path_base(name), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                    0600);
        status = fd < 0 ? -errno : write_all(fd, data, size);
    }
    if (status == 0 && fchmod(fd, executable ? 0755 : 0644) < 0)
        status = -errno;
    if (status < 0)
        return error_set(error, error_is_hosts(status) ? status : -EIO, "cannot write %s in %s: %s",
                         name, directory, strerror(-status));
    return 0;
}

static int put_hashed(const char *directory, const char *name, const void *data, size_t size,
                      struct digest_state *digest, struct error *error)
{
    uint64_t length = size;

    digest_add(digest, name, strlen(name) + 1);
    digest_add(digest, &length, sizeof(length));
    digest_add(digest, data, size);
    return stage_put(directory, name, data, size, false, error);
}

/* Copies a tree of include files; links are followed, as packages use them. */
/* NOLINTNEXTLINE(misc-no-recursion): at most INCLUDE_DEPTH deep */
static int copy_tree(struct arena *arena, const char *from, const char *prefix, const char *to,
                     int depth, struct digest_state *digest, struct error *error)
{
    const char *const *names;
    size_t count;
    int status = file_list(arena, from, &names, &count, error);

    for (size_t i = 0; i < count && status == 0; i++) {
        const char *path = arena_printf(arena, "%s/%s", from, names[i]);
        const char *safe = language_safe_name(arena, names[i]);
        const char *name = arena_printf(arena, "%s%s", prefix, safe ? safe : "");
        AUTO_FREE char *data = NULL;
        size_t size = 0;

        if (!path || !safe || !name)
            return no_memory(error);
        if (file_is_directory(path)) {
            const char *below = arena_printf(arena, "%s/", name);

            if (!below)
                return no_memory(error);
            if (depth < INCLUDE_DEPTH)
                status = copy_tree(arena, path, below, to, depth + 1, digest, error);
            continue;
        }
        status = file_read(path, SOURCE_LIMIT, &data, &size, error);
        if (status == 0)
            status = put_hashed(to, name, data, size, digest, error);
    }
    return status;
}

/* A directory that everybody may look into. */
static int make_open(const char *path, struct error *error)
{
    int status = file_make_directories(path, 0755, error);

    if (status == 0 && chmod(path, 0755) < 0)
        status = error_set(error, -errno, "cannot open up %s: %s", path, strerror(errno));
    return status < 0 ? error_own(error) : 0;
}

int stage_write(const struct stage *stage, word_list include_directories, const char *directory,
                struct digest_state *digest, struct error *error)
{
    const char *src = arena_printf(stage->arena, "%s/src", directory);
    uint64_t count = stage->count;
    int status = src ? make_open(src, error) : no_memory(error);

    /* Where the sources end and the include files begin is not left to their names. */
    digest_add(digest, &count, sizeof(count));
    for (size_t i = 0; i < stage->count && status == 0; i++)
        status = put_hashed(src, stage->sources[i].name, stage->sources[i].data,
                            stage->sources[i].size, digest, error);
    if (status == 0 && include_directories && include_directories[0]) {
        const char *include = arena_printf(stage->arena, "%s/include", directory);

        status = include ? make_open(include, error) : no_memory(error);
    }
    for (size_t i = 0; status == 0 && include_directories && include_directories[i]; i++) {
        const char *to = arena_printf(stage->arena, "%s/include/%zu", directory, i);

        digest_add(digest, "include/", sizeof("include/"));
        status = to ? make_open(to, error) : no_memory(error);
        if (status == 0)
            status = copy_tree(stage->arena, include_directories[i], "", to, 0, digest, error);
    }
    return status;
}
