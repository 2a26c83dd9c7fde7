/*
 * Theory of operation: what a README shows as the answer to a request is what stands behind its
 * command in the same block, or in the block behind that, and is an object of JSON and nothing
 * else, but for a status and headers above it. Whatever is abridged, commented or of another form
 * is passed over: then nothing was promised that could be compared. Values are examples; the names
 * of the members are what clients are written after.
 */
#include "judge/review/readme_internal.h"

#include <errno.h>
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { KEYS_SHOWN = 12 };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* ---- Documented ------------------------------------------------------------------------------ */

static bool is_abridged(const char *key)
{
    return strstr(key, "...") || strstr(key, "\xe2\x80\xa6") || strpbrk(key, "<>{}$");
}

/* An object; NULL: it is none, or not all of one. */
static json_t *object_of(const char *text)
{
    json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, NULL), *value;
    bool whole = json_is_object(json) && json_object_size(json) > 0;
    const char *key;

    json_object_foreach (json, key, value)
        whole = whole && !is_abridged(key);
    if (whole)
        return json;
    json_decref(json);
    return NULL;
}

/* Whether the command prints the body of the answer, and nothing instead of it. */
static bool prints_body(const struct readme_command *command)
{
    return command->role == DO_ASK && command->request.plain &&
           strcmp(command->request.method, "HEAD") != 0 &&
           !text_matches("(?:^|\\s)(?:-o|-w|-O|-I|-v|--output|--write-out|--head|--verbose)|%\\{",
                         command->text, strlen(command->text));
}

/* The body that was sent stands there as well, now and then. */
static bool is_sent(const struct readme_command *command, const json_t *documented)
{
    const char *body = command->request.body;
    json_t *sent = body ? json_loads(body, 0, NULL) : NULL, *value;
    bool same = json_is_object(sent) && json_object_size(sent) == json_object_size(documented);
    const char *key;

    json_object_foreach (sent, key, value)
        same = same && json_object_get(documented, key);
    json_decref(sent);
    return same;
}

/* What is behind a status and headers; empty lines before it are passed over, too. */
static const char *skip_headers(const char *text, int *line)
{
    bool headers = !strncmp(text + strspn(text, " \t\r\n"), "HTTP/", 5);

    for (;;) {
        size_t blanks = strspn(text, " \t\r");
        if (text[blanks] == '\0' || text[blanks] == '{' || (text[blanks] != '\n' && !headers))
            return text;
        text += strcspn(text, "\n");
        text += *text == '\n';
        ++*line;
    }
}

int readme_take_answer(struct readme *readme, struct readme_command *command, const char *text,
                       int line, struct error *error)
{
    if (command->answer || !prints_body(command))
        return 0;
    const char *body = skip_headers(text, &line);
    json_t *documented = object_of(body);
    bool wanted = documented && !is_sent(command, documented);

    json_decref(documented);
    if (!wanted)
        return 0;
    command->answer = arena_strdup(readme->arena, body);
    command->answer_line = line;
    return command->answer ? 0 : no_memory(error);
}

/* From a line on to another one, not included. */
static const char *between(const struct readme_block *block, int from, int to, size_t *ret_size)
{
    const char *at = block->text, *end = block->text + block->size;

    for (int line = block->line; line < from && at < end; line++) {
        const char *next = memchr(at, '\n', (size_t) (end - at));
        at = next ? next + 1 : end;
    }
    const char *start = at;
    for (int line = from; line < to && at < end; line++) {
        const char *next = memchr(at, '\n', (size_t) (end - at));
        at = next ? next + 1 : end;
    }
    *ret_size = (size_t) (at - start);
    return start;
}

int readme_take_answers(struct readme *readme, const struct readme_block *block, size_t first,
                        struct error *error)
{
    int status = 0;

    for (size_t i = first; i < readme->command_count && status == 0; i++) {
        struct readme_command *command = &readme->commands[i];
        bool last = i + 1 == readme->command_count;
        size_t size;
        const char *text = between(block, command->end_line + 1,
                                   last ? INT_MAX : readme->commands[i + 1].line, &size);
        AUTO_FREE char *copy = strndup(text, size);
        status = copy ? readme_take_answer(readme, command, copy, command->end_line + 1, error)
                      : no_memory(error);
    }
    return status;
}

/* ---- Compared -------------------------------------------------------------------------------- */

static int put_keys(struct buffer *out, const json_t *object)
{
    size_t count = 0;
    const char *key;
    json_t *value;

    json_object_foreach ((json_t *) object, key, value) {
        if (count < KEYS_SHOWN && buffer_printf(out, "%s%.40s", count ? ", " : "", key) < 0)
            return -ENOMEM;
        count++;
    }
    return count > KEYS_SHOWN ? buffer_printf(out, " and %zu more", count - KEYS_SHOWN) : 0;
}

static bool has_same_keys(json_t *one, json_t *other)
{
    const char *key;
    json_t *value;

    json_object_foreach (one, key, value)
        if (!json_object_get(other, key))
            return false;
    return json_object_size(one) == json_object_size(other);
}

static int say(struct buffer *out, const json_t *answer, const json_t *documented, int line)
{
    const char *what = json_object_size(answer) ? "an object with "
                       : json_is_object(answer) ? "an empty object"
                       : json_is_array(answer)  ? "a list"
                       : answer                 ? "a value"
                                                : "no JSON";

    if (buffer_printf(out, "the answer is %s", what) < 0 || put_keys(out, answer) < 0 ||
        buffer_printf(out, ", and line %d shows one with ", line) < 0)
        return -ENOMEM;
    return put_keys(out, documented);
}

int readme_compare_answer(const struct readme_command *command, const char *text, size_t size,
                          struct buffer *out)
{
    json_t *documented = command->answer ? json_loads(command->answer, 0, NULL) : NULL;
    json_t *answer = documented ? json_loadb(text, size, JSON_DECODE_ANY, NULL) : NULL;
    int status = 0;

    if (documented && !(json_is_object(answer) && has_same_keys(answer, documented)))
        status = say(out, answer, documented, command->answer_line);
    json_decref(answer);
    json_decref(documented);
    return status;
}
