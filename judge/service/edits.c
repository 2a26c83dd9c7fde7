/* The edits that make a faulty variant of a reference: edits of one file build on each other. */
#include "judge/service/edits.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>

enum { FILE_BYTES = 4 << 20 };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

static int replace(struct buffer *text, const struct service_edit *edit, const char *path,
                   struct error *error)
{
    const char *at = *edit->find ? strstr(text->data, edit->find) : NULL;
    struct buffer next = { 0 };

    if (!at || strstr(at + 1, edit->find))
        return error_at(error, -EINVAL, path, 0, "the text of the edit at line %d stands here %s",
                        edit->line, at ? "more than once" : "nowhere");
    if (buffer_append(&next, text->data, (size_t) (at - text->data)) < 0 ||
        buffer_puts(&next, edit->replace) < 0 || buffer_puts(&next, at + strlen(edit->find)) < 0) {
        buffer_clear(&next);
        return no_memory(error);
    }
    buffer_clear(text);
    *text = next;
    return 0;
}

/* Whether an earlier edit is of the same file: then that one has done it all. */
static bool done_before(const struct service_edit *edits, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (!strcmp(edits[i].file, edits[index].file))
            return true;
    return false;
}

static int apply_to_file(struct host *host, const char *folder, const char *directory,
                         const struct service_edit *edits, size_t first, size_t count,
                         struct error *error)
{
    AUTO_BUFFER struct buffer text = { 0 };
    AUTO_FREE char *path = NULL;
    size_t size;

    if (asprintf(&path, "%s/%s", directory, edits[first].file) < 0)
        return no_memory(error);
    int status = file_read(path, FILE_BYTES, &text.data, &size, error);
    if (status < 0)
        return status;
    text.size = size;
    text.capacity = size + 1;
    for (size_t i = first; i < count && status == 0; i++)
        if (!strcmp(edits[i].file, edits[first].file))
            status = replace(&text, &edits[i], path, error);
    return status < 0 ? status
                      : host_put(host, folder, edits[first].file, text.data, text.size, error);
}

int edits_apply(struct host *host, const char *folder, const char *directory,
                const struct service_edit *edits, size_t count, struct error *error)
{
    int status = 0;

    for (size_t i = 0; i < count && status == 0; i++)
        if (!done_before(edits, i))
            status = apply_to_file(host, folder, directory, edits, i, count, error);
    return status;
}
