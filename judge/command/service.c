/* Finding a service problem: by slug or path, with a clear word where it is of another kind. */

#include "judge/command/service.h"

#include "judge/base/memory.h"
#include "judge/problem/problem.h"

#include <errno.h>

bool command_service_is(const char *name)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct error ignored = { 0 };
    const char *directory;

    return arena && problem_find(arena, name, &directory, &ignored) == 0 &&
           service_package_is(directory);
}

enum command_exit command_service(const char *name, struct service_package **ret)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct error error = { 0 };
    const char *directory;

    if (!arena)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    if (problem_find(arena, name, &directory, &error) < 0)
        return command_fail(command_status(&error), &error);
    if (!service_package_is(directory)) {
        error_at(&error, -EINVAL, directory, 0, "this is no service problem");
        error_remedy(&error, "its interview.yaml would say `type: service`; programs are judged by "
                             "assay submit");
        return command_fail(COMMAND_BAD_INPUT, &error);
    }
    if (service_package_read(directory, ret, &error) < 0)
        return command_fail(command_status(&error), &error);
    return COMMAND_PASSED;
}
