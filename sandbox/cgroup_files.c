/*
 * Reading and writing the small files of a cgroup.
 *
 * Files that every run needs stay open in the room's group and are read with one pread(2) and
 * written with one pwrite(2): the kernel makes their text anew at each read from offset 0, so no
 * lseek is needed. Everything else is opened, read and closed.
 */

#include "sandbox/cgroup_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int cgroup_fail(struct sandbox_error *error, int code, const char *format, ...)
{
    if (!error)
        return code;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(error->message, sizeof(error->message), format, arguments);
    va_end(arguments);
    if (length >= 0 && (size_t) length < sizeof(error->message))
        snprintf(error->message + length, sizeof(error->message) - (size_t) length, ": %s",
                 strerror(-code));
    error->code = code;
    error->remedy[0] = '\0';
    return code;
}

void cgroup_close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

int cgroup_open_file(int directory_fd, const char *name, int flags)
{
    int fd = openat(directory_fd, name, flags | O_CLOEXEC);
    return fd < 0 ? -errno : fd;
}

static int read_text(int fd, char *text, size_t size)
{
    ssize_t got = pread(fd, text, size - 1, 0);
    if (got < 0)
        return -errno;
    while (got > 0 && text[got - 1] == '\n')
        got--;
    text[got] = '\0';
    return 0;
}

int cgroup_read_text(int directory_fd, const char *name, char *text, size_t size)
{
    int fd = cgroup_open_file(directory_fd, name, O_RDONLY);
    if (fd < 0)
        return fd;
    int result = read_text(fd, text, size);
    close(fd);
    return result;
}

static int write_text(int fd, const char *text)
{
    return pwrite(fd, text, strlen(text), 0) < 0 ? -errno : 0;
}

int cgroup_write_text(int directory_fd, const char *name, const char *text)
{
    int fd = cgroup_open_file(directory_fd, name, O_WRONLY);
    if (fd < 0)
        return fd;
    int result = write_text(fd, text);
    close(fd);
    return result;
}

static int parse_number(const char *text, uint64_t *ret)
{
    if (strncmp(text, "max", 3) == 0) {
        *ret = UINT64_MAX;
        return 0;
    }
    char *end;
    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    if (end == text || errno != 0)
        return -EBADMSG;
    *ret = number;
    return 0;
}

int cgroup_read_number(int fd, uint64_t *ret)
{
    char text[32];
    int result = read_text(fd, text, sizeof(text));
    return result < 0 ? result : parse_number(text, ret);
}

int cgroup_write_number(int fd, uint64_t number)
{
    char text[32];

    snprintf(text, sizeof(text), "%llu", (unsigned long long) number);
    return write_text(fd, text);
}

int cgroup_read_key(int fd, const char *key, uint64_t *ret)
{
    char text[1024];
    size_t length = strlen(key);
    int result = read_text(fd, text, sizeof(text));
    if (result < 0)
        return result;
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, key, length) == 0 && line[length] == ' ')
            return parse_number(line + length + 1, ret);
    }
    *ret = 0;
    return 0;
}

uint64_t cgroup_needed_floor(int stat_fd, uint64_t usage, uint64_t least)
{
    uint64_t files = 0;

    if (usage <= least + CGROUP_CACHE_IGNORED)
        return usage;
    if (cgroup_read_key(stat_fd, "shmem", &files) < 0)
        files = 0;
    return usage - least - CGROUP_CACHE_IGNORED <= files ? usage
                                                         : least + CGROUP_CACHE_IGNORED + files;
}

bool cgroup_has_word(const char *list, const char *separators, const char *word)
{
    size_t length = strlen(word);

    while (*list != '\0') {
        size_t span = strcspn(list, separators);
        if (span == length && memcmp(list, word, length) == 0)
            return true;
        list += span;
        list += strspn(list, separators);
    }
    return false;
}
