/* What `assay new` and `assay start` write, taken apart from the text that it is in the program. */

#include "judge/command/skeleton.h"

#include <errno.h>
#include <string.h>

enum { MOST_FILES = 64 };

static const char mark[] = "\n@@ ";

/* A part of the skeleton with its values filled in, in `arena`; NULL when memory is out. */
static const char *fill(struct arena *arena, const char *text, size_t size,
                        const struct skeleton_value *values)
{
    AUTO_BUFFER struct buffer out = { 0 };

    for (size_t at = 0; at < size;) {
        const struct skeleton_value *value = values;

        while (value->name && strncmp(text + at, value->name, strlen(value->name)) != 0)
            value++;
        int code = value->name ? buffer_puts(&out, value->text) : buffer_append(&out, text + at, 1);
        if (code < 0)
            return NULL;
        at += value->name ? strlen(value->name) : 1;
    }
    return arena_strdup(arena, out.data ? out.data : "");
}

/* The line "@@ PATH" at or behind the line end `at`. */
static const char *next_file(const char *at)
{
    const char *found = strstr(at, mark);

    return found ? found + 1 : NULL;
}

int skeleton_read(struct arena *arena, const char *text, const struct skeleton_value *values,
                  const struct signature_file **ret, size_t *ret_count)
{
    struct signature_file *files = arena_array(arena, MOST_FILES, sizeof(*files));
    size_t count = 0;

    if (!files)
        return -ENOMEM;
    for (const char *at = next_file(text); at; count++) {
        const char *path = at + strlen("@@ ");
        size_t length = strcspn(path, "\n");
        const char *body = path + length + 1;
        const char *next = next_file(body - 1);

        if (count == MOST_FILES)
            return -E2BIG;
        files[count].path = arena_strndup(arena, path, length);
        files[count].text = fill(arena, body, next ? (size_t) (next - body) : strlen(body), values);
        if (!files[count].path || !files[count].text)
            return -ENOMEM;
        at = next;
    }
    *ret = files;
    *ret_count = count;
    return 0;
}
