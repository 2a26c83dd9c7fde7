/*
 * Theory of operation: the room has /usr and nothing else of the host, so a program elsewhere must
 * be brought in. Showing the file read-only costs nothing and leaves it out of the room's memory;
 * but a bind keeps the file's permissions, and programs run under an id of their own, so a file
 * that is closed to others is copied instead. What is no file of the host goes through unchanged:
 * the room then says that the program failed to start, and why.
 */

#include "judge/command/sandbox_program.h"

#include "judge/base/file.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>

static bool shown_already(const char *path)
{
    return !strncmp(path, "/usr/", strlen("/usr/"));
}

int sandbox_place_find(struct arena *arena, const char *command, struct sandbox_place *ret,
                       struct error *error)
{
    AUTO_FREE char *real = strchr(command, '/') ? realpath(command, NULL) : NULL;
    const mode_t open_to_all = S_IROTH | S_IXOTH;
    struct sandbox_place place = { .path = command };
    struct stat status;

    if (!real || stat(real, &status) < 0 || !S_ISREG(status.st_mode)) {
        *ret = place;
        return 0;
    }
    if (shown_already(real)) {
        /* An absolute path may be a link whose name matters (/bin/sh); a relative one means
         * nothing in the room. */
        place.path = *command == '/' ? command : arena_strdup(arena, real);
    } else {
        place.source = arena_strdup(arena, real);
        place.copy = (status.st_mode & open_to_all) != open_to_all && (status.st_mode & S_IXUSR);
        place.path =
            arena_printf(arena, "%s/%s", place.copy ? "/box" : "/prog", path_base(command));
    }
    if (!place.path || (!place.source && !shown_already(real)))
        return error_set(error, -ENOMEM, "memory is out");
    *ret = place;
    return 0;
}
