/*
 * Patterns of submissions.yaml. `*` stands for any text without a slash, and {a,b} for one of its
 * alternatives; nothing else is special. A pattern fits a path when it fits all of it or a
 * directory on the way to it.
 *
 * Braces are expanded one pair at a time into patterns without braces, of which there are at most
 * EXPANSIONS; each is then matched without recursion. A pattern whose expansion takes more, or
 * nests deeper than DEEPEST, fits nothing.
 *
 * Source   2025-09.md, "Glob patterns".
 */
#include "judge/problem/reader.h"

#include <string.h>

#define EXPANSIONS 256
#define DEEPEST 16
#define LONGEST 1024

/* Matches a pattern without braces against the first `length` characters of `path`. */
static bool match_stars(const char *pattern, const char *path, size_t length)
{
    const char *end = path + length, *star = NULL, *retry = NULL;

    while (path < end) {
        if (*pattern == '*') {
            star = pattern++;
            retry = path;
        } else if (*pattern == *path) {
            pattern++;
            path++;
        } else if (star && *retry != '/') {
            /* The last star takes one character more. */
            path = ++retry;
            pattern = star + 1;
        } else {
            return false;
        }
    }
    while (*pattern == '*')
        pattern++;
    return !*pattern;
}

static bool match_path_or_parent(const char *pattern, const char *path)
{
    for (size_t length = 1; path[length - 1]; length++) {
        if ((!path[length] || path[length] == '/') && match_stars(pattern, path, length))
            return true;
    }
    return false;
}

/* The brace that closes the one at `open`, or NULL. */
static const char *closing_brace(const char *open)
{
    int depth = 0;

    for (const char *at = open; *at; at++) {
        depth += (*at == '{') - (*at == '}');
        if (depth == 0)
            return at;
    }
    return NULL;
}

/* Where the alternative at `at` ends: at a comma or at the closing brace of this pair. */
static const char *alternative_end(const char *at, const char *close)
{
    int depth = 0;

    for (; at < close; at++) {
        if (*at == ',' && depth == 0)
            return at;
        depth += (*at == '{') - (*at == '}');
    }
    return close;
}

/* The first brace that is closed; NULL: none is. One that is not is a character like any other. */
static const char *opening_brace(const char *pattern)
{
    const char *open = strchr(pattern, '{');

    while (open && !closing_brace(open))
        open = strchr(open + 1, '{');
    return open;
}

/* A pattern with braces, some of whose alternatives are still to be looked at. */
struct level {
    char pattern[LONGEST];
    const char *open, *close; /* its first pair of braces */
    const char *next;         /* the next alternative; behind `close`: none is left */
};

/* Writes the pattern with the level's next alternative in place of the braces. */
static void take_alternative(struct level *level, char expanded[LONGEST])
{
    const char *end = alternative_end(level->next, level->close);

    snprintf(expanded, LONGEST, "%.*s%.*s%s", (int) (level->open - level->pattern), level->pattern,
             (int) (end - level->next), level->next, level->close + 1);
    level->next = end + 1;
}

bool package_glob_matches(const char *pattern, const char *path)
{
    struct level levels[DEEPEST];
    char current[LONGEST];
    size_t depth = 0;

    size_t length = strlen(pattern);
    if (length >= LONGEST)
        return false;
    memcpy(current, pattern, length + 1);
    for (size_t expansions = 0; expansions <= EXPANSIONS; expansions++) {
        const char *open = opening_brace(current);

        if (!open && match_path_or_parent(current, path))
            return true;
        while (depth > 0 && levels[depth - 1].next > levels[depth - 1].close)
            depth--;
        if (open && depth == DEEPEST)
            return false;
        if (open) {
            struct level *level = &levels[depth++];

            memcpy(level->pattern, current, strlen(current) + 1);
            level->open = level->pattern + (open - current);
            level->close = closing_brace(level->open);
            level->next = level->open + 1;
        }
        if (depth == 0)
            return false;
        take_alternative(&levels[depth - 1], current);
    }
    return false;
}
