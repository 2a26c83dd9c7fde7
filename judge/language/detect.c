/*
 * What can be told from names and from a look at the text: the language of files, names that are
 * safe in a room, and code without comments and strings for the patterns of the table.
 */
#include "judge/base/file.h"
#include "judge/base/text.h"
#include "judge/language/row.h"
#include "judge/language/stage.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>

/* Whether the first line of a file says that it is of another language after all. A file that
 * cannot be read is taken by its ending; whoever opens it next reports why. */
static bool first_line_denies(const char *pattern_text, const char *path)
{
    char line[256];
    struct pattern *pattern;
    struct error error;
    AUTO_CLOSE int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ssize_t size = fd < 0 ? 0 : read(fd, line, sizeof(line));

    if (size <= 0 || pattern_new(pattern_text, &pattern, &error) < 0)
        return false;
    const char *end = memchr(line, '\n', (size_t) size);
    size_t length = end ? (size_t) (end - line) : (size_t) size;
    bool denies = pattern_find(pattern, line, length, 0, NULL, NULL);
    pattern_free(pattern);
    return denies;
}

static bool is_source_of(const struct language *language, const char *path)
{
    const struct language_row *row = language->row;

    if (!word_in(row->endings, path_ending(path)))
        return false;
    return !row->not_when || !first_line_denies(row->not_when, path);
}

const struct language *language_detect(const struct language_table *table, const char *const *files,
                                       size_t count)
{
    for (size_t i = 0; i < table->language_count; i++)
        for (size_t k = 0; k < count; k++)
            if (is_source_of(&table->languages[i], files[k]))
                return &table->languages[i];
    return NULL;
}

static bool is_safe(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (c && strchr("._+-", c));
}

/* Copies one component, made safe, to `out`; returns its length, 0 when it names no file. */
static size_t safe_component(const char *component, size_t length, char *out)
{
    if (length == 0 || (length == 1 && component[0] == '.') ||
        (length == 2 && memcmp(component, "..", 2) == 0))
        return 0;
    for (size_t i = 0; i < length; i++)
        out[i] = (char) (is_safe(component[i]) ? component[i] : '_');
    if (out[0] == '.' || out[0] == '-')
        out[0] = '_';
    return length;
}

const char *language_safe_name(struct arena *arena, const char *name)
{
    char *safe = arena_alloc(arena, strlen(name) + sizeof("file"));
    size_t size = 0;

    if (!safe)
        return NULL;
    while (*name) {
        size_t length = strcspn(name, "/");
        size_t put = safe_component(name, length, safe + size + (size > 0));

        if (put > 0) {
            if (size > 0)
                safe[size++] = '/';
            size += put;
        }
        name += length + (name[length] == '/');
    }
    if (size == 0)
        memcpy(safe, "file", sizeof("file"));
    else
        safe[size] = '\0';
    return safe;
}

/* The end of the literal in quotes that starts at `at`. *open_until is where a search for the
 * closing quote ended without one: every quote of its kind before that was escaped, so that a
 * search from there would end in the same place. Without it, a line of escaped quotes would be gone
 * through once for each of them. */
static size_t quoted_end(const char *text, size_t size, size_t at, size_t *open_until)
{
    size_t i = at + 1;

    if (at < *open_until)
        return at + 1;
    for (; i < size && text[i] != '\n'; i++) {
        if (text[i] == text[at])
            return i + 1;
        i += text[i] == '\\';
    }
    *open_until = i;
    return at + 1; /* no literal: an apostrophe, a lifetime of Rust */
}

/* The end of the comment or literal that starts at `at`; `at` itself where none does. Those of
 * C and its many relatives, and of Python as far as they agree. `open_until`: for either quote. */
static size_t literal_end(const char *text, size_t size, size_t at, size_t open_until[2])
{
    const char *rest = text + at;
    size_t left = size - at;
    const char *end;

    if (left >= 2 && memcmp(rest, "//", 2) == 0) {
        end = memchr(rest, '\n', left);
        return end ? (size_t) (end - text) : size;
    }
    if (left >= 2 && memcmp(rest, "/*", 2) == 0) {
        end = left > 2 ? memmem(rest + 2, left - 2, "*/", 2) : NULL;
        return end ? (size_t) (end - text) + 2 : size;
    }
    if (left >= 3 && memcmp(rest, "\"\"\"", 3) == 0) {
        end = memmem(rest + 3, left - 3, "\"\"\"", 3);
        return end ? (size_t) (end - text) + 3 : size;
    }
    if (*rest != '"' && *rest != '\'')
        return at;
    return quoted_end(text, size, at, &open_until[*rest == '"']);
}

char *code_only(const char *text, size_t size)
{
    char *code = malloc(size + 1);
    size_t open_until[2] = { 0, 0 };

    if (!code)
        return NULL;
    for (size_t at = 0; at < size;) {
        size_t end = literal_end(text, size, at, open_until);

        if (end == at) {
            code[at] = isascii((unsigned char) text[at]) && text[at] ? text[at] : ' ';
            at++;
            continue;
        }
        for (; at < end; at++)
            code[at] = text[at] == '\n' ? '\n' : ' ';
    }
    code[size] = '\0';
    return code;
}
