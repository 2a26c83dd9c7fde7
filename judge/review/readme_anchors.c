/* Theory of operation: anchors are collected while the README is read, up to README_ANCHORS; links
 * to them are compared afterwards (readme_compare.c). Pure but for allocating. */

#include "judge/review/readme_anchors.h"

#include "judge/base/file.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

static int add_anchor(struct readme *readme, const char *text)
{
    if (readme->anchor_count == README_ANCHORS) {
        readme->cut = true;
        return 0;
    }
    if (!text || array_reserve((void **) &readme->anchors, readme->anchor_count,
                               &readme->anchor_capacity, sizeof(*readme->anchors)) < 0)
        return -ENOMEM;
    readme->anchors[readme->anchor_count++] = text;
    return 0;
}

/* Small letters, blanks to hyphens, no punctuation but hyphens and underscores; a second one of the
 * same name gets "-1". */
int readme_add_heading_anchor(struct readme *readme, const char *text, size_t size)
{
    AUTO_BUFFER struct buffer slug = { 0 };
    size_t same = 0;

    if (buffer_puts(&slug, "") < 0)
        return -ENOMEM;
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char) text[i];
        char to = (char) (byte == ' ' ? '-' : tolower(byte));
        if (isalnum(byte) || byte >= 0x80 || byte == '-' || byte == '_' || byte == ' ')
            if (buffer_append(&slug, &to, 1) < 0)
                return -ENOMEM;
    }
    for (size_t i = 0; i < readme->anchor_count && readme->anchor_count < README_ANCHORS; i++)
        same += strcmp(readme->anchors[i], slug.data) == 0;
    if (same == 0)
        return add_anchor(readme, arena_strdup(readme->arena, slug.data));
    return add_anchor(readme, arena_printf(readme->arena, "%s-%zu", slug.data, same));
}

int readme_add_html_anchors(struct readme *readme, const char *html)
{
    static const char *const names[] = { "id=", "name=" };

    for (size_t i = 0; i < COUNT(names); i++) {
        for (const char *at = strstr(html, names[i]); at; at = strstr(at, names[i])) {
            at += strlen(names[i]);
            if (*at != '"' && *at != '\'')
                continue;
            const char *end = strchr(at + 1, *at);
            if (!end)
                break;
            if (add_anchor(readme, arena_strndup(readme->arena, at + 1, (size_t) (end - at - 1))) <
                0)
                return -ENOMEM;
        }
    }
    return 0;
}
