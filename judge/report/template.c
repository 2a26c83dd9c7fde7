/*
 * Theory of operation: a page is walked from its start; a section is walked again for each element
 * of its list. Nothing is compiled first: pages are some kilobytes and the time goes into escaping.
 *
 * That a hostile submission stays text hangs on one function here, put_value(): every byte that
 * does not stand in the page itself goes through it. The depth of the walk is that of the page's
 * sections.
 */

#include "judge/report/template.h"

#include "judge/base/text.h"

#include <errno.h>
#include <string.h>

enum { DEPTH_MOST = 16, NAME_BYTES = 64, VALUE_BYTES = 64 << 10 };

struct walk {
    const json_t *items[DEPTH_MOST]; /* the item and those around it, innermost last */
    size_t depth;
    const struct template_format *format;
    struct buffer *out;
};

struct tag {
    char kind; /* '#', '^', '/', '=', or 0: a plain value */
    char name[NAME_BYTES];
    const char *start, *end; /* of the page's text that the tag takes, its whole line included */
};

/* Widens a section's tag that is alone on its line to that line. */
static void take_line(const char *page, struct tag *tag)
{
    const char *start = tag->start, *end = tag->end;

    while (start > page && (start[-1] == ' ' || start[-1] == '\t'))
        start--;
    while (*end == ' ' || *end == '\t')
        end++;
    if ((start == page || start[-1] == '\n') && *end == '\n') {
        tag->start = start;
        tag->end = end + 1;
    }
}

/* The next tag at or behind `at`: 1, 0 when there is none, or -EINVAL. */
static int next_tag(const char *page, const char *at, struct tag *ret)
{
    const char *open = strstr(at, "{{");
    const char *close = open ? strstr(open, "}}") : NULL;

    if (!open)
        return 0;
    const char *name = open + 2;
    ret->kind = '\0';
    if (*name && strchr("#^/=", *name))
        ret->kind = *name++;
    if (!close || close - name < 1 || close - name >= NAME_BYTES)
        return -EINVAL;
    memcpy(ret->name, name, (size_t) (close - name));
    ret->name[close - name] = '\0';
    ret->start = open;
    ret->end = close + 2;
    if (ret->kind && ret->kind != '=')
        take_line(page, ret);
    return 1;
}

/* The tag that closes the section which `open` opens. */
static int closing_tag(const char *page, const struct tag *open, struct tag *ret)
{
    size_t depth = 1;
    const char *at = open->end;

    while (next_tag(page, at, ret) == 1) {
        if (ret->kind == '#' || ret->kind == '^')
            depth++;
        if (ret->kind == '/' && --depth == 0)
            return strcmp(ret->name, open->name) == 0 ? 0 : -EINVAL;
        at = ret->end;
    }
    return -EINVAL;
}

static const json_t *member(const json_t *item, const char *name)
{
    char key[NAME_BYTES];

    for (;;) {
        size_t length = strcspn(name, ".");
        memcpy(key, name, length);
        key[length] = '\0';
        item = json_object_get(item, key);
        if (!item || !name[length])
            return item;
        name += length + 1;
    }
}

/* Looked for in the innermost object alone: what it lacks is not there, whatever is around it. */
static const json_t *look_up(const struct walk *walk, const char *name)
{
    size_t outward = 0;

    if (strcmp(name, ".") == 0)
        return walk->items[walk->depth - 1];
    for (; strncmp(name, "../", 3) == 0; name += 3)
        outward++;
    for (size_t i = walk->depth; i-- > 0;)
        if (json_is_object(walk->items[i]) && outward-- == 0)
            return member(walk->items[i], name);
    return NULL;
}

static bool is_there(const json_t *value)
{
    switch (value ? json_typeof(value) : JSON_NULL) {
    case JSON_OBJECT:
        return json_object_size(value) > 0;
    case JSON_ARRAY:
        return json_array_size(value) > 0;
    case JSON_STRING:
        return json_string_length(value) > 0;
    case JSON_INTEGER:
    case JSON_REAL:
        return json_number_value(value) != 0;
    default:
        return json_is_true(value);
    }
}

static int put_value(const struct walk *walk, const json_t *value, bool block)
{
    template_escape *escape = block ? walk->format->block : walk->format->text;
    char number[32];
    const char *text = "";
    size_t size = 0;

    if (json_is_string(value)) {
        text = json_string_value(value);
        size = json_string_length(value);
    } else if (json_is_integer(value)) {
        size = (size_t) snprintf(number, sizeof(number), "%lld",
                                 (long long) json_integer_value(value));
        text = number;
    }
    AUTO_FREE char *clean = text_harmless(text, size, VALUE_BYTES);
    return clean ? escape(walk->out, clean) : -ENOMEM;
}

static int render(const char *page, const char *at, const char *end, struct walk *walk);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the sections of a page, which is ours */
static int render_with(const char *page, const struct tag *open, const struct tag *close,
                       const json_t *item, struct walk *walk)
{
    if (walk->depth == DEPTH_MOST)
        return -EINVAL;
    walk->items[walk->depth++] = item;
    int code = render(page, open->end, close->start, walk);
    walk->depth--;
    return code;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the sections of a page, which is ours */
static int render_section(const char *page, const struct tag *open, const struct tag *close,
                          struct walk *walk)
{
    const json_t *value = look_up(walk, open->name);
    int code = 0;

    if (open->kind == '^')
        return is_there(value) ? 0 : render(page, open->end, close->start, walk);
    if (!is_there(value))
        return 0;
    if (!json_is_array(value))
        return render_with(page, open, close, value, walk);
    for (size_t i = 0; i < json_array_size(value) && code == 0; i++)
        code = render_with(page, open, close, json_array_get(value, i), walk);
    return code;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the sections of a page, which is ours */
static int render(const char *page, const char *at, const char *end, struct walk *walk)
{
    struct tag tag, close = { .end = end };
    int code;

    while ((code = next_tag(page, at, &tag)) == 1 && tag.start < end) {
        code = buffer_append(walk->out, at, (size_t) (tag.start - at));
        at = tag.end;
        if (code == 0 && tag.kind == '/')
            code = -EINVAL;
        else if (code == 0 && (tag.kind == '#' || tag.kind == '^')) {
            code = closing_tag(page, &tag, &close);
            if (code == 0)
                code = render_section(page, &tag, &close, walk);
            at = code == 0 ? close.end : end;
        } else if (code == 0)
            code = put_value(walk, look_up(walk, tag.name), tag.kind == '=');
        if (code < 0)
            return code;
    }
    return code < 0 ? code : buffer_append(walk->out, at, (size_t) (end - at));
}

int template_render(const char *page, const json_t *view, const struct template_format *format,
                    struct buffer *out)
{
    struct walk walk = { .items = { view }, .depth = 1, .format = format, .out = out };

    return render(page, page, page + strlen(page), &walk);
}
