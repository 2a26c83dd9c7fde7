/*
 * package_glob_matches(): patterns of submissions.yaml against names, of any bytes.
 * Input: pattern, 0xff, path.
 *
 * Property: it decides as a plain matcher does, which is written from the format's text and tries
 * everything. Patterns with more alternatives than the judge expands are left out.
 */
#include "judge/problem/problem.h"

#include "tests/fuzz/fuzz.h"

#define TRIES 20000

static size_t tries;

/* The brace that closes the one at `open`; NULL: it is a character like any other. */
static const char *closing(const char *open)
{
    size_t depth = 0;

    for (const char *at = open; *at; at++) {
        if (*at == '{')
            depth++;
        else if (*at == '}' && --depth == 0)
            return at;
    }
    return NULL;
}

/* What is left of a pattern is on a list of texts, since an alternative goes on behind its braces.
 */
struct rest {
    const char *at, *end;
    const struct rest *next;
};

static bool fits(struct rest rest, const char *path);

static bool fits_alternatives(const struct rest *rest, const char *close, const char *path)
{
    struct rest behind = { close + 1, rest->end, rest->next };
    const char *start = rest->at + 1;
    size_t depth = 0;

    for (const char *at = start; at <= close; at++) {
        if (at == close || (*at == ',' && depth == 0)) {
            if (fits((struct rest){ start, at, &behind }, path))
                return true;
            start = at + 1;
        }
        depth += *at == '{';
        depth -= *at == '}' && at != close;
    }
    return false;
}

static bool fits(struct rest rest, const char *path)
{
    if (++tries > TRIES)
        return false;
    if (rest.at == rest.end)
        return rest.next ? fits(*rest.next, path) : !*path || *path == '/';
    if (*rest.at == '{') {
        const char *close = closing(rest.at);
        if (close && close < rest.end)
            return fits_alternatives(&rest, close, path);
    }
    struct rest behind = { rest.at + 1, rest.end, rest.next };
    if (*rest.at != '*')
        return *path == *rest.at && fits(behind, path + 1);
    for (; !fits(behind, path); path++)
        if (!*path || *path == '/')
            return false;
    return true;
}

/* A pattern has at most this many expansions: a pair of braces adds one for each of its commas. */
static size_t expansions_at_most(const char *pattern)
{
    size_t product = 1, commas = 0;

    for (; *pattern && product < 1000; pattern++) {
        commas += *pattern == ',';
        if (*pattern == '{') {
            product *= 1 + commas;
            commas = 0;
        }
    }
    return product * (1 + commas);
}

static size_t count_of(const char *text, char character)
{
    size_t count = 0;

    for (; *text; text++)
        count += *text == character;
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = { data, size };
    char *pattern = fuzz_text(fuzz_part(&input));
    char *path = fuzz_text(input);
    bool found = package_glob_matches(pattern, path);

    tries = 0;
    bool wanted = *path && fits((struct rest){ pattern, pattern + strlen(pattern), NULL }, path);
    if (tries <= TRIES && strlen(pattern) < 1024 && *path != '/' && count_of(pattern, '{') <= 8 &&
        expansions_at_most(pattern) <= 100)
        fuzz_check(found == wanted);
    free(pattern);
    free(path);
    return 0;
}
