/*
 * `assay new`: a package to start from. What it writes is data (skeleton.txt, built into the
 * program as the templates are), complete and right as it stands, so that an author changes
 * something that verifies instead of hunting for what is missing.
 */

#include "judge/base/embed.h"
#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/command/function.h"
#include "judge/command/skeleton.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <sys/random.h>

EMBED(skeleton_package, "judge/command/skeleton.txt");

#define UUID_TEXT 37

struct new_settings {
    const char *directory, *title;
};

static const struct option_row options[] = {
    { .name = "dir",
      .letter = 'd',
      .type = OPTION_TEXT,
      .value = "DIRECTORY",
      .fallback = ".",
      .offset = offsetof(struct new_settings, directory),
      .help = "where to make the package's directory" },
    { .name = "title",
      .type = OPTION_TEXT,
      .value = "TITLE",
      .offset = offsetof(struct new_settings, title),
      .help = "of the problem; otherwise the slug" },
    { 0 },
};

/* A random one. Source: RFC 9562, section 5.4. */
static int make_uuid(char text[UUID_TEXT], struct error *error)
{
    unsigned char bytes[16];
    char *at = text;

    if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t) sizeof(bytes))
        return error_set(error, -EIO, "no random numbers: %s", strerror(errno));
    bytes[6] = (unsigned char) (0x40 | (bytes[6] & 0x0f));
    bytes[8] = (unsigned char) (0x80 | (bytes[8] & 0x3f));
    for (size_t i = 0; i < sizeof(bytes); i++)
        at += sprintf(at, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", bytes[i]);
    return 0;
}

/* ---- Writing ------------------------------------------------------------------------------- */

static enum command_exit write_skeleton(struct arena *arena, const char *slug, const char *title,
                                        const char *directory)
{
    const struct signature_file *files = NULL;
    struct error error = { 0 };
    char uuid[UUID_TEXT];
    size_t count = 0;

    if (make_uuid(uuid, &error) < 0)
        return command_fail(COMMAND_BROKEN, &error);
    const struct skeleton_value values[] = {
        { "@slug@", slug }, { "@title@", title }, { "@uuid@", uuid }, { NULL, NULL }
    };
    if (skeleton_read(arena, skeleton_package, values, &files, &count) < 0)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    return function_write(directory, files, count, false);
}

/* The format wants lowercase letters and digits. */
static enum command_exit check_slug(const char *slug)
{
    struct error error = { 0 };
    size_t length = strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789");

    if (length > 0 && !slug[length])
        return COMMAND_PASSED;
    error_set(&error, -EINVAL, "'%s' is no slug: lowercase letters and digits, as in logwindow",
              slug);
    return command_fail(COMMAND_USAGE, &error);
}

static enum command_exit run(const struct command_input *input)
{
    const struct new_settings *settings = input->settings;
    const char *slug = input->arguments[0];
    AUTO_ARENA struct arena *arena = arena_new();
    const char *directory = arena ? arena_printf(arena, "%s/%s", settings->directory, slug) : NULL;
    struct error error = { 0 };
    enum command_exit status = check_slug(slug);

    if (status != COMMAND_PASSED)
        return status;
    if (!directory)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    if (file_exists(directory)) {
        error_at(&error, -EEXIST, directory, 0, "is there already");
        return command_fail(COMMAND_BAD_INPUT, &error);
    }
    status = write_skeleton(arena, slug, settings->title ? settings->title : slug, directory);
    return status == COMMAND_PASSED ? function_generate(directory) : status;
}

const struct command command_new = {
    .name = "new",
    .arguments = "SLUG",
    .summary = "Write the skeleton of a problem package",
    .help = "Makes DIRECTORY/SLUG, a package with a function to write, complete with statement,\n"
            "validator, generator and labelled submissions. Fill in what is marked FILL IN, run\n"
            "assay generate, then assay verify. docs/authoring.md has the whole way.\n",
    .options = options,
    .settings_bytes = sizeof(struct new_settings),
    .least = 1,
    .most = 1,
    .run = run,
};
