/*
 * The templates, one file a language, are part of the program (as the table of languages is). A
 * template is sections: a line "@@ KEY", then text up to the next such line; lines before the first
 * are a comment. "@name@" stands for a value; expand.c says which there are where.
 */
#include "judge/signature/internal.h"

#include "judge/base/embed.h"

#include <string.h>

#define TEMPLATE(id) EMBED(signature_template_##id, "judge/signature/templates/" #id ".txt")

TEMPLATE(c);
TEMPLATE(cpp);
TEMPLATE(go);
TEMPLATE(java);
TEMPLATE(javascript);
TEMPLATE(kotlin);
TEMPLATE(python3);
TEMPLATE(rust);
TEMPLATE(typescript);

static const char *const texts[] = {
    signature_template_c,       signature_template_cpp,        signature_template_go,
    signature_template_java,    signature_template_javascript, signature_template_kotlin,
    signature_template_python3, signature_template_rust,       signature_template_typescript,
};

const char *const signature_languages[] = { "c",      "cpp",     "go",   "java",       "javascript",
                                            "kotlin", "python3", "rust", "typescript", NULL };

_Static_assert(COUNT(texts) + 1 == COUNT(signature_languages), "each language has its template");

static const char *text_of(const char *language)
{
    for (size_t i = 0; signature_languages[i]; i++)
        if (strcmp(signature_languages[i], language) == 0)
            return texts[i];
    return NULL;
}

bool template_exists(const char *language)
{
    return text_of(language) != NULL;
}

/* The start of the next section's line at or behind `at`; NULL: none. */
static const char *next_header(const char *at, const char *start)
{
    for (; at; at = strchr(at, '\n')) {
        if (*at == '\n')
            at++;
        if ((at == start || at[-1] == '\n') && strncmp(at, "@@ ", 3) == 0)
            return at;
        if (!*at)
            return NULL;
    }
    return NULL;
}

/* The text below a header line, without the line end of its last line. */
static struct section section_at(const char *header, const char *start)
{
    const char *text = strchr(header, '\n');
    const char *next;

    if (!text)
        return (struct section){ "", 0, true };
    text++;
    next = next_header(text, start);
    size_t size = next ? (size_t) (next - text) : strlen(text);
    while (size > 0 && text[size - 1] == '\n')
        size--;
    return (struct section){ text, size, true };
}

struct section template_section(const char *language, const char *key)
{
    const char *start = text_of(language);
    size_t length = strlen(key);

    for (const char *at = start ? next_header(start, start) : NULL; at;
         at = next_header(at + 3, start))
        if (strncmp(at + 3, key, length) == 0 && at[3 + length] == '\n')
            return section_at(at, start);
    return (struct section){ "", 0, false };
}

struct section template_nth(const char *language, const char *prefix, size_t index,
                            struct arena *arena, const char **ret_key)
{
    const char *start = text_of(language);
    size_t length = strlen(prefix);

    for (const char *at = start ? next_header(start, start) : NULL; at;
         at = next_header(at + 3, start)) {
        if (strncmp(at + 3, prefix, length) != 0 || index-- > 0)
            continue;
        *ret_key = arena_strndup(arena, at + 3 + length, strcspn(at + 3 + length, "\n"));
        return section_at(at, start);
    }
    return (struct section){ "", 0, false };
}

enum name_case template_case(const char *language, const char *what)
{
    static const char *const words[] = { "snake", "camel", "pascal" };
    char key[32];

    for (enum name_case at = CASE_SNAKE; at <= CASE_PASCAL; at++) {
        snprintf(key, sizeof(key), "case %s %s", what, words[at]);
        if (template_section(language, key).found)
            return at;
    }
    return CASE_SNAKE;
}
