/*
 * Patterns of submissions.yaml. `*` stands for any text without a slash, and {a,b} for one of its
 * alternatives; nothing else is special. A pattern fits a path when it fits all of it or a
 * directory on the way to it.
 *
 * Braces are expanded one pair at a time into patterns without braces, of which there are at most
 * EXPANSIONS; each is then matched without recursion.
 *
 * Source   2025-09.md, "Glob patterns".
 */
#include "judge/problem/reader.h"

#include <string.h>

#define EXPANSIONS 256
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

/* Patterns that are still to be looked at: a stack. */
struct patterns {
    char texts[16][LONGEST];
    size_t count;
    size_t expansions;
};

/* Puts one pattern for each alternative of the first pair of braces on the stack. */
static bool push_alternatives(struct patterns *stack, const char *pattern, const char *open)
{
    const char *close = closing_brace(open);

    for (const char *at = open + 1; at <= close;) {
        const char *end = alternative_end(at, close);
        if (stack->count == COUNT(stack->texts) || ++stack->expansions > EXPANSIONS)
            return false;
        snprintf(stack->texts[stack->count++], LONGEST, "%.*s%.*s%s", (int) (open - pattern),
                 pattern, (int) (end - at), at, close + 1);
        at = end + 1;
    }
    return true;
}

bool package_glob_matches(const char *pattern, const char *path)
{
    struct patterns stack = { .count = 1 };
    char current[LONGEST];

    if (strlen(pattern) >= LONGEST)
        return false;
    strcpy(stack.texts[0], pattern);
    while (stack.count > 0) {
        strcpy(current, stack.texts[--stack.count]);
        const char *open = strchr(current, '{');
        if (open && closing_brace(open)) {
            if (!push_alternatives(&stack, current, open))
                return false;
        } else if (match_path_or_parent(current, path)) {
            return true;
        }
    }
    return false;
}
