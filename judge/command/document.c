#include "judge/command/document.h"

#include "judge/base/file.h"
#include "judge/base/memory.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

static bool is_stream(const char *path)
{
    return strcmp(path, "-") == 0;
}

const char *document_name(const char *path)
{
    return is_stream(path) ? "stdin" : path;
}

static int read_stdin(size_t most, char **ret_text, size_t *ret_size, struct error *error)
{
    AUTO_BUFFER struct buffer text = { 0 };
    char part[65536];
    size_t size;

    while ((size = fread(part, 1, sizeof(part), stdin)) > 0) {
        if (text.size + size > most)
            return error_at(error, -EFBIG, "stdin", 0, "over %zu MiB", most >> 20);
        if (buffer_append(&text, part, size) < 0)
            return error_set(error, -ENOMEM, "out of memory");
    }
    if (ferror(stdin))
        return error_at(error, -EIO, "stdin", 0, "cannot be read");
    *ret_size = text.size;
    *ret_text = text.data ? steal(&text.data) : strdup("");
    return *ret_text ? 0 : error_set(error, -ENOMEM, "out of memory");
}

int document_read(const char *path, size_t most, char **ret_text, size_t *ret_size,
                  struct error *error)
{
    return is_stream(path) ? read_stdin(most, ret_text, ret_size, error)
                           : file_read(path, most, ret_text, ret_size, error);
}

/* A new name in the place of an old one is not for devices and pipes. */
static bool is_file(const char *path)
{
    struct stat status;

    return !is_stream(path) && (stat(path, &status) < 0 || S_ISREG(status.st_mode));
}

static bool put(FILE *file, const char *text, size_t size)
{
    return fwrite(text, 1, size, file) == size && fflush(file) == 0;
}

static int write_stream(const char *path, const char *text, size_t size, struct error *error)
{
    bool good;

    if (is_stream(path)) {
        good = put(stdout, text, size);
    } else {
        FILE *file = fopen(path, "we");
        if (!file)
            return error_at(error, -errno, path, 0, "%s", strerror(errno));
        good = put(file, text, size);
        good = fclose(file) == 0 && good;
    }
    return good ? 0 : error_at(error, -EIO, path, 0, "cannot be written");
}

int document_write(const char *path, int (*write)(FILE *file, const void *what), const void *what,
                   struct error *error)
{
    AUTO_FREE char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);
    int code = file ? write(file, what) : -ENOMEM;

    if (file && fclose(file) != 0 && code == 0)
        code = -ENOMEM;
    if (code < 0) /* memory is the only thing that the stream can be short of */
        return error_set(error, code == -EIO ? -ENOMEM : code, "%s could not be made", path);
    if (is_file(path))
        return file_write_atomic(path, text, size, 0644, error);
    return write_stream(path, text, size, error);
}
