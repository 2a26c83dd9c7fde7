/*
 * Files of the judge's own side, reached by paths that the user or Assay itself chose. What a
 * program in a room left behind never comes through here.
 *
 * Nothing here blocks on a fifo or reads a device: files are opened without waiting and must turn
 * out to be regular before the first byte is read.
 */
#include "judge/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <nettle/sha2.h>
#include <string.h>
#include <sys/stat.h>

#define OPEN_DIRECTORIES 16

static int failed(struct error *error, const char *path, const char *what)
{
    int code = errno ? -errno : -EIO;

    return error_at(error, code, path, 0, "cannot %s: %s", what, strerror(-code));
}

/* ---- Reading -------------------------------------------------------------------------------- */

/* Reads to the end of the file, which may grow or shrink meanwhile, up to `limit` bytes. */
static int read_all(int descriptor, const char *path, size_t limit, struct buffer *buffer,
                    struct error *error)
{
    char chunk[64 * 1024];

    for (;;) {
        ssize_t count = read(descriptor, chunk, sizeof(chunk));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failed(error, path, "read it");
        if ((size_t) count > limit - buffer->size)
            return error_at(error, -EFBIG, path, 0, "larger than %zu bytes", limit);
        /* An empty append too, so that even an empty file gives a terminated text. */
        if (buffer_append(buffer, chunk, (size_t) count) < 0)
            return error_at(error, -ENOMEM, path, 0, "out of memory");
        if (count == 0)
            return 0;
    }
}

int file_read(const char *path, size_t limit, char **ret_data, size_t *ret_size,
              struct error *error)
{
    AUTO_BUFFER struct buffer buffer = { 0 };
    AUTO_CLOSE int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat status;

    if (descriptor < 0 || fstat(descriptor, &status) < 0)
        return failed(error, path, "open it");
    if (!S_ISREG(status.st_mode))
        return error_at(error, -EISDIR, path, 0, "not a regular file");
    if (status.st_size > 0 && (uint64_t) status.st_size > limit)
        return error_at(error, -EFBIG, path, 0, "larger than %zu bytes", limit);
    int code = read_all(descriptor, path, limit, &buffer, error);
    if (code < 0)
        return code;
    *ret_size = buffer.size;
    *ret_data = steal(&buffer.data);
    return 0;
}

/* ---- Writing -------------------------------------------------------------------------------- */

static int write_all(int descriptor, const void *data, size_t size)
{
    const char *at = data;

    while (size > 0) {
        ssize_t count = write(descriptor, at, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return -1;
        at += count;
        size -= (size_t) count;
    }
    return 0;
}

int file_write_atomic(const char *path, const void *data, size_t size, unsigned mode,
                      struct error *error)
{
    AUTO_BUFFER struct buffer temporary = { 0 };

    if (buffer_printf(&temporary, "%s.XXXXXX", path) < 0)
        return error_at(error, -ENOMEM, path, 0, "out of memory");
    AUTO_CLOSE int descriptor = mkostemp(temporary.data, O_CLOEXEC);
    if (descriptor < 0)
        return failed(error, path, "create a file beside it");
    /* The data reach the disk before the name does: a crash of the host leaves no empty file. */
    if (write_all(descriptor, data, size) < 0 || fchmod(descriptor, (mode_t) mode) < 0 ||
        fdatasync(descriptor) < 0 || rename(temporary.data, path) < 0) {
        int code = failed(error, path, "write it");
        unlink(temporary.data);
        return code;
    }
    return 0;
}

/* One component of a path; there may be a race with others who make the same directories. */
static int make_directory(const char *path, mode_t mode)
{
    if (mkdir(path, mode) == 0)
        return 0;
    int code = errno;
    if (file_is_directory(path))
        return 0;
    errno = code;
    return -1;
}

int file_make_directories(const char *path, unsigned mode, struct error *error)
{
    AUTO_BUFFER struct buffer copy = { 0 };

    if (buffer_puts(&copy, path) < 0)
        return error_at(error, -ENOMEM, path, 0, "out of memory");
    for (char *at = copy.data; *at; at++) {
        if (*at != '/' || at == copy.data)
            continue;
        *at = '\0';
        int status = make_directory(copy.data, (mode_t) mode);
        *at = '/';
        if (status < 0)
            return failed(error, path, "make the directory");
    }
    if (make_directory(copy.data, (mode_t) mode) < 0)
        return failed(error, path, "make the directory");
    return 0;
}

/* nftw() has no argument for the caller; the first failure of this thread's walk waits here. */
static _Thread_local int remove_failure;

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void) status;
    (void) type;
    (void) walk;
    if (remove(path) < 0 && errno != ENOENT && remove_failure == 0)
        remove_failure = errno;
    return 0;
}

int file_remove_tree(const char *path, struct error *error)
{
    struct stat status;

    if (lstat(path, &status) < 0)
        return errno == ENOENT ? 0 : failed(error, path, "remove it");
    remove_failure = 0;
    if (nftw(path, remove_entry, OPEN_DIRECTORIES, FTW_DEPTH | FTW_PHYS) < 0)
        return failed(error, path, "remove it");
    errno = remove_failure;
    return remove_failure ? failed(error, path, "remove all of it") : 0;
}

/* ---- Looking -------------------------------------------------------------------------------- */

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool file_is_directory(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(const char *const *) left, *(const char *const *) right);
}

/* Puts all names into *names, which grows by doubling in the arena. */
static int collect_names(struct arena *arena, DIR *directory, const char ***names, size_t *count)
{
    size_t capacity = 0;

    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(directory);
        if (!entry)
            return errno ? -errno : 0;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (*count + 1 >= capacity) {
            capacity = capacity ? capacity * 2 : 16;
            const char **grown = arena_array(arena, capacity, sizeof(*grown));
            if (!grown)
                return -ENOMEM;
            if (*count)
                memcpy(grown, *names, *count * sizeof(*grown));
            *names = grown;
        }
        (*names)[*count] = arena_strdup(arena, entry->d_name);
        if (!(*names)[*count])
            return -ENOMEM;
        ++*count;
    }
}

int file_list(struct arena *arena, const char *path, const char *const **ret_names,
              size_t *ret_count, struct error *error)
{
    AUTO_CLOSEDIR DIR *directory = opendir(path);
    const char **names = arena_array(arena, 1, sizeof(*names));
    size_t count = 0;

    if (!directory)
        return failed(error, path, "list the directory");
    if (!names)
        return error_at(error, -ENOMEM, path, 0, "out of memory");
    int status = collect_names(arena, directory, &names, &count);
    if (status < 0) {
        errno = -status;
        return failed(error, path, "list the directory");
    }
    qsort(names, count, sizeof(*names), compare_names);
    names[count] = NULL;
    *ret_names = names;
    *ret_count = count;
    return 0;
}

/* ---- Names ---------------------------------------------------------------------------------- */

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

const char *path_ending(const char *path)
{
    const char *base = path_base(path);
    const char *dot = strrchr(base, '.');

    /* The dot of a hidden file begins its name, not its ending. */
    return dot && dot != base ? dot + 1 : base + strlen(base);
}

int path_cache_directory(struct arena *arena, const char **ret_path, struct error *error)
{
    const char *cache = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");
    const char *path;

    /* Relative paths in XDG variables are to be ignored (XDG Base Directory Specification). */
    if (cache && cache[0] == '/')
        path = arena_printf(arena, "%s/assay", cache);
    else if (home && home[0] == '/')
        path = arena_printf(arena, "%s/.cache/assay", home);
    else {
        error_set(error, -ENOENT, "no place for the cache: HOME is not set");
        error_remedy(error, "set HOME or XDG_CACHE_HOME");
        return -ENOENT;
    }
    if (!path)
        return error_set(error, -ENOMEM, "out of memory");
    int status = file_make_directories(path, 0700, error);
    if (status == 0)
        *ret_path = path;
    return status;
}

/* ---- Digests -------------------------------------------------------------------------------- */

struct digest_state {
    struct sha256_ctx context;
};

struct digest_state *digest_new(void)
{
    struct digest_state *state = memory_alloc(sizeof(*state));

    if (state)
        sha256_init(&state->context);
    return state;
}

void digest_add(struct digest_state *state, const void *data, size_t size)
{
    sha256_update(&state->context, size, data);
}

void digest_finish(struct digest_state *state, char hex[65])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_SIZE];

    sha256_digest(&state->context, sizeof(bytes), bytes);
    for (size_t i = 0; i < sizeof(bytes); i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    hex[64] = '\0';
    free(state);
}
