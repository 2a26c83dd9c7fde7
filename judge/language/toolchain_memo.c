/*
 * What working candidates answered, remembered between runs of the judge: asking a shim, opening a
 * room and starting a JVM cost a second together, and the answer is the same until something
 * changes.
 *
 * One small file a candidate in CACHE/toolchains. Its name is a hash of the row and of path, size,
 * time and inode of the candidate; it holds size, time and inode of the executable behind it. An
 * answer counts for a day, because a proxy can be told to lead elsewhere without itself changing.
 * A memo that cannot be read or written costs time and nothing else, so errors are not reported.
 */
#include "judge/base/file.h"
#include "judge/language/toolchain.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define MEMO_VERSION "assay toolchain 2"
#define MEMO_SECONDS (24L * 60 * 60)
#define MEMO_LIMIT ((size_t) 16 * 1024)
#define MEMO_FIELDS 6

static const char *identity(struct arena *arena, const char *path)
{
    struct stat info;

    if (stat(path, &info) < 0)
        return arena_strdup(arena, "none");
    return arena_printf(arena, "%llu-%llu-%lld-%lld.%09ld", (unsigned long long) info.st_dev,
                        (unsigned long long) info.st_ino, (long long) info.st_size,
                        (long long) info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
}

static void add_words(struct digest_state *digest, word_list words)
{
    for (; *words; words++)
        digest_add(digest, *words, strlen(*words) + 1);
    digest_add(digest, "", 1);
}

int memo_path(struct arena *arena, const struct tool_row *row, const char *candidate,
              const char **ret_path)
{
    const char *cache;
    const char *who = identity(arena, candidate);
    struct error error;
    char hex[65];

    if (!who || path_cache_directory(arena, &cache, &error) < 0)
        return -ENOENT;
    const char *directory = arena_printf(arena, "%s/toolchains", cache);
    struct digest_state *digest = digest_new();
    if (!directory || !digest || file_make_directories(directory, 0700, &error) < 0) {
        if (digest)
            digest_finish(digest, hex);
        return -ENOENT;
    }
    digest_add(digest, MEMO_VERSION, sizeof(MEMO_VERSION));
    add_words(digest, row->commands);
    add_words(digest, row->locate);
    add_words(digest, row->version);
    add_words(digest, row->binds);
    digest_add(digest, candidate, strlen(candidate) + 1);
    digest_add(digest, who, strlen(who) + 1);
    digest_finish(digest, hex);
    *ret_path = arena_printf(arena, "%s/%s", directory, hex);
    return *ret_path ? 0 : -ENOMEM;
}

static const char *next_line(struct arena *arena, const char **rest)
{
    size_t length = strcspn(*rest, "\n");
    const char *line = arena_strndup(arena, *rest, length);

    *rest += length + ((*rest)[length] == '\n');
    return line;
}

bool memo_load(struct arena *arena, const char *path, struct tool *ret)
{
    AUTO_FREE char *data = NULL;
    const char *fields[MEMO_FIELDS];
    struct error error;
    struct stat info;
    size_t size;

    if (stat(path, &info) < 0 || info.st_mtime + MEMO_SECONDS < time(NULL) ||
        info.st_mtime > time(NULL) + 60 || file_read(path, MEMO_LIMIT, &data, &size, &error) < 0)
        return false;
    const char *rest = data;
    for (size_t i = 0; i < MEMO_FIELDS; i++)
        if (!(fields[i] = next_line(arena, &rest)))
            return false;
    if (strcmp(fields[0], MEMO_VERSION) != 0)
        return false;
    const char *now = fields[2][0] ? identity(arena, fields[2]) : "none";
    if (!now || strcmp(fields[1], now) != 0)
        return false;
    ret->command = fields[2];
    ret->home = fields[3];
    ret->version = fields[4];
    ret->missing = fields[5][0] ? fields[5] : NULL;
    ret->available = !ret->missing;
    return true;
}

void memo_store(const char *path, const struct tool *tool)
{
    AUTO_ARENA struct arena *arena = arena_new();
    AUTO_BUFFER struct buffer buffer = { 0 };
    struct error error;
    const char *who = arena && tool->command ? identity(arena, tool->command) : "none";

    if (!arena || !who)
        return;
    if (buffer_printf(&buffer, "%s\n%s\n%s\n%s\n%s\n%s\n", MEMO_VERSION, who,
                      tool->command ? tool->command : "", tool->home ? tool->home : "",
                      tool->version ? tool->version : "", tool->missing ? tool->missing : "") < 0)
        return;
    file_write_atomic(path, buffer.data, buffer.size, 0600, &error);
}
