/*
 * What a package says of its submissions beyond the package format, where it has an interview.yaml
 * and so is one to practise with: the first line of a wrong one names the test that catches it, and
 * the time limit stands well between those that are right and those that are too slow, so that a
 * candidate's verdict hangs neither on the language nor on the machine.
 *
 * The times of one run are not those of the next: where a right submission comes too near to the
 * limit, it is run again, and the least of three counts.
 */

#include "judge/trial/verify.h"

#include "judge/base/file.h"

#include <string.h>

#define SOURCE_LIMIT ((size_t) 4 << 20)

bool claims_made(const struct verify *verify)
{
    return verify->package->has_interview && verify->package->limits.time_s > 0;
}

/* Behind the last semicolon of the first line, without the full stop and the end of a comment. */
static const char *named_in(char *line, struct arena *arena)
{
    char *name, *end;

    line[strcspn(line, "\r\n")] = '\0';
    name = strrchr(line, ';');
    if (!name)
        return NULL;
    name += 1 + strspn(name + 1, " ");
    end = name + strcspn(name, " ,*");
    while (end > name && end[-1] == '.')
        end--;
    return end > name ? arena_strndup(arena, name, (size_t) (end - name)) : NULL;
}

const char *claims_test(const struct package *package, const struct package_submission *submission,
                        struct arena *arena)
{
    AUTO_FREE char *source = NULL;
    struct error ignored;
    size_t size;

    if (file_read(submission->path, SOURCE_LIMIT, &source, &size, &ignored) < 0)
        return NULL;
    const char *name = named_in(source, arena);

    for (size_t i = 0; name && i < package->test_count; i++)
        if (strcmp(package->tests[i].name, name) == 0 ||
            strcmp(path_base(package->tests[i].name), name) == 0)
            return package->tests[i].name;
    return NULL;
}
