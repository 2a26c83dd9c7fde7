/*
 * The plugin is built into the program, and written to a private directory that rooms show, so that
 * nothing has to be found or installed. The emulator is the host's.
 */

#include "judge/growth/meter.h"

#include "judge/base/embed.h"
#include "judge/base/file.h"

#include <stdio.h>
#include <sys/utsname.h>

EMBED(growth_plugin, GROWTH_PLUGIN);
EMBED(growth_spread, "judge/growth/spread.py");

static bool find_emulator(struct emulator *emulator)
{
    static const char *const directories[] = { "/usr/bin", "/usr/local/bin" };
    struct utsname host;

    if (uname(&host) < 0)
        return false;
    for (size_t i = 0; i < COUNT(directories); i++) {
        snprintf(emulator->path, sizeof(emulator->path), "%s/qemu-%s", directories[i],
                 host.machine);
        if (access(emulator->path, X_OK) == 0)
            return true;
    }
    emulator->path[0] = '\0';
    return false;
}

static int write_file(const struct emulator *emulator, const char *name, const char *data,
                      const char *end, struct error *error)
{
    char path[4096];

    snprintf(path, sizeof(path), "%s/%s", compiler_directory_path(emulator->directory), name);
    return file_write_atomic(path, data, (size_t) (end - data), 0644, error);
}

int emulator_open(struct judge *judge, struct emulator *ret, struct error *error)
{
    *ret = (struct emulator){ .fault = NULL };
    if (!find_emulator(ret)) {
        ret->fault = "qemu-user is not installed (apt-get install qemu-user)";
        return 0;
    }
    int code = compiler_directory_new(judge->compiler, &ret->directory, error);

    if (code == 0)
        code = write_file(ret, "count.so", growth_plugin, growth_plugin_end, error);
    if (code == 0)
        code = write_file(ret, "spread.py", growth_spread, growth_spread_end, error);
    return code;
}

void emulator_close(struct emulator *emulator)
{
    compiler_directory_free(emulator->directory);
    emulator->directory = NULL;
}
