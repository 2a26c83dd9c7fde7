/*
 * Whether a runner that is not done yet has told of a failure. Only whole lines count, and only
 * shapes that runners print for a test that has failed; a program can print them as well, so
 * whoever relies on it looks first whether a good run has none.
 */
#include "judge/review/test_output.h"

#include "judge/base/memory.h"

#include <ctype.h>
#include <string.h>

enum place { BEGINS, ENDS, ANYWHERE };

static const struct {
    enum place place;
    const char *text;
} signs[] = {
    { BEGINS, "--- FAIL:" },        /* go test -v, also of subtests */
    { BEGINS, "FAIL\t" },           /* go test, a package */
    { BEGINS, "FAIL " },            /* Jest, Vitest */
    { BEGINS, "\xe2\x9c\x96 " },    /* node --test */
    { BEGINS, "[  FAILED  ]" },     /* GoogleTest */
    { ENDS, "... FAIL" },           /* unittest -v */
    { ENDS, "... ERROR" },          /* unittest -v */
    { ENDS, "... FAILED" },         /* cargo */
    { ANYWHERE, " <<< FAILURE!" },  /* Maven */
    { ANYWHERE, " <<< ERROR!" },    /* Maven */
    { ANYWHERE, ".....***Failed" }, /* ctest */
};

static bool has_sign(const char *line, size_t length)
{
    for (size_t i = 0; i < COUNT(signs); i++) {
        size_t size = strlen(signs[i].text);
        if (length < size)
            continue;
        if ((signs[i].place == BEGINS && !memcmp(line, signs[i].text, size)) ||
            (signs[i].place == ENDS && !memcmp(line + length - size, signs[i].text, size)) ||
            (signs[i].place == ANYWHERE && memmem(line, length, signs[i].text, size)))
            return true;
    }
    return false;
}

/* TAP; what is marked as to do, or was skipped, is no failure. */
static bool is_not_ok(const char *line, size_t length)
{
    static const char sign[] = "not ok ";

    return length > strlen(sign) && !memcmp(line, sign, strlen(sign)) &&
           !memmem(line, length, "# TODO", 6) && !memmem(line, length, "# SKIP", 6) &&
           !memmem(line, length, "# todo", 6) && !memmem(line, length, "# skip", 6);
}

/* pytest -v: "tests/test_x.py::test_y FAILED   [ 50%]"; Gradle: "Tests > name FAILED". */
static bool names_a_failure(const char *line, size_t length)
{
    static const char *const words[] = { " FAILED", " ERROR" };
    const char *name = memmem(line, length, "::", 2);

    for (size_t i = 0; i < COUNT(words); i++) {
        size_t size = strlen(words[i]);
        const char *at =
            name ? memmem(name, (size_t) (line + length - name), words[i], size) : NULL;
        if (at && (at + size == line + length || at[size] == ' '))
            return true;
    }
    return length > 7 && memmem(line, length, " > ", 3) && !memcmp(line + length - 7, " FAILED", 7);
}

bool test_output_failing(const char *text)
{
    for (const char *end; (end = strchr(text, '\n')); text = end + 1) {
        const char *line = text + strspn(text, " \t");
        size_t length = line < end ? (size_t) (end - line) : 0;
        while (length > 0 && isspace((unsigned char) line[length - 1]))
            length--;
        if (has_sign(line, length) || is_not_ok(line, length) || names_a_failure(line, length))
            return true;
    }
    return false;
}
