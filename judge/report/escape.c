/*
 * Escaping, a function a format. Markdown takes the most: besides the characters that are markup,
 * GitHub makes links of bare addresses ("www.", "://", an @ in a word) and tells people who are
 * named by @, whatever the text around it. A backslash takes the meaning of the former; behind an @
 * comes a zero-width space, since a name is found after all escaping is undone.
 *
 * Sources: CommonMark 0.30, "Backslash escapes", "Fenced code blocks"; GitHub Flavored Markdown,
 * "Autolinks (extension)".
 */

#include "judge/report/escape.h"

#include "judge/base/text.h"

#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <string.h>

enum { XML_BYTES = 64 << 10 };

static const char *html_entity(char character)
{
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

int escape_html(struct buffer *out, const char *text)
{
    while (*text) {
        size_t plain = strcspn(text, "&<>\"'");
        int code = buffer_append(out, text, plain);

        text += plain;
        if (code == 0 && *text)
            code = buffer_puts(out, html_entity(*text++));
        if (code < 0)
            return code;
    }
    return 0;
}

/* Lists, and the underline of a heading: markup at the start of a line alone. */
static bool starts_block(const char *text, const char *at)
{
    if (at == text)
        return strchr("-+=", *at);
    return strchr(".)", *at) && (!at[1] || isspace((unsigned char) at[1])) &&
           strspn(text, "0123456789") == (size_t) (at - text);
}

static bool is_markup(const char *text, const char *at)
{
    if (strchr("\\`*_[]<>|~&#!$", *at) || starts_block(text, at))
        return true;
    if (*at == ':')
        return at[1] == '/' || isalpha((unsigned char) at[1]);
    /* "www." */
    return *at == '.' && at > text && (at[-1] == 'w' || at[-1] == 'W');
}

int escape_markdown(struct buffer *out, const char *text)
{
    int code = 0;

    text += strspn(text, " \t\n"); /* four blanks would be code */
    for (const char *at = text; *at && code == 0; at++) {
        if (*at == '\n' || *at == '\t')
            code = buffer_puts(out, " ");
        else if (*at == '@')
            code = buffer_puts(out, "@\u200b");
        else {
            if (is_markup(text, at))
                code = buffer_puts(out, "\\");
            if (code == 0)
                code = buffer_append(out, at, 1);
        }
    }
    return code;
}

static size_t longest_fence(const char *text)
{
    size_t longest = 0;

    while (*(text += strcspn(text, "`"))) {
        size_t run = strspn(text, "`");
        longest = run > longest ? run : longest;
        text += run;
    }
    return longest;
}

int escape_markdown_block(struct buffer *out, const char *text)
{
    size_t fence = longest_fence(text) + 1, size = strlen(text);
    int code = 0;

    fence = fence < 3 ? 3 : fence;
    for (size_t i = 0; i < fence && code == 0; i++)
        code = buffer_puts(out, "`");
    if (code == 0)
        code = buffer_printf(out, "\n%s%s", text, size && text[size - 1] == '\n' ? "" : "\n");
    for (size_t i = 0; i < fence && code == 0; i++)
        code = buffer_puts(out, "`");
    return code;
}

int escape_xml(FILE *file, const char *text)
{
    AUTO_FREE char *clean = text_harmless(text ? text : "", text ? strlen(text) : 0, XML_BYTES);

    if (!clean)
        return -ENOMEM;
    for (const char *at = clean; *at; at++) {
        const char *entity = *at == '\n' ? "&#10;" : html_entity(*at);
        if (entity)
            fputs(entity, file);
        else
            fputc(*at, file);
    }
    return 0;
}
