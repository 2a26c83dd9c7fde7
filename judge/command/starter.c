/*
 * The starters of take-homes are data, judge/service/starters/LANGUAGE.txt, and part of the
 * program. Each is a repository that is built, starts, answers /healthz and passes its own test as
 * it stands, with nothing beyond the standard library, so that a candidate begins with the task.
 */
#include "judge/command/starter.h"

#include "judge/base/embed.h"
#include "judge/command/function.h"
#include "judge/command/skeleton.h"

#include <errno.h>
#include <string.h>

EMBED(skeleton_go, "judge/service/starters/go.txt");
EMBED(skeleton_java, "judge/service/starters/java.txt");
EMBED(skeleton_javascript, "judge/service/starters/javascript.txt");
EMBED(skeleton_python3, "judge/service/starters/python3.txt");
EMBED(skeleton_typescript, "judge/service/starters/typescript.txt");

static const char *const texts[] = {
    skeleton_go, skeleton_java, skeleton_javascript, skeleton_python3, skeleton_typescript,
};

const char *const starter_languages[] = {
    "go", "java", "javascript", "python3", "typescript", NULL
};

_Static_assert(COUNT(texts) + 1 == COUNT(starter_languages), "each language has its starter");

static const char *text_of(const char *language)
{
    for (size_t i = 0; starter_languages[i]; i++)
        if (!strcmp(starter_languages[i], language))
            return texts[i];
    return NULL;
}

static enum command_exit no_starter(const struct service_package *package, const char *language)
{
    AUTO_BUFFER struct buffer names = { 0 };
    struct error error = { 0 };

    for (size_t i = 0; starter_languages[i]; i++)
        if (buffer_printf(&names, "%s%s", i ? ", " : "", starter_languages[i]) < 0)
            return command_printed(-ENOMEM, COMMAND_BROKEN);
    error_set(&error, -EINVAL, "%s: there is no starter in %s", package->slug, language);
    error_remedy(&error, "there are %s; any other language will do, too: docs/take-home.md",
                 names.data);
    return command_fail(COMMAND_BAD_INPUT, &error);
}

enum command_exit starter_write(const struct service_package *package, const char *language,
                                const char *directory)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const struct skeleton_value values[] = { { "@slug@", package->slug },
                                             { "@title@", package->title },
                                             { NULL, NULL } };
    const struct signature_file *files = NULL;
    const char *text = text_of(language);
    size_t count = 0;

    if (!text)
        return no_starter(package, language);
    if (!arena || skeleton_read(arena, text, values, &files, &count) < 0)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    return function_write(directory, files, count, false);
}
