/*
 * The plugin is built into the program, and written to a private directory that rooms show, so that
 * nothing has to be found or installed. The emulator is the host's.
 */

#include "judge/growth/meter.h"

#include "judge/base/file.h"

#include <stdio.h>
#include <sys/utsname.h>

__asm__(".pushsection .rodata\n"
        ".global growth_plugin\n"
        ".type growth_plugin, @object\n"
        "growth_plugin:\n"
        ".incbin \"" GROWTH_PLUGIN "\"\n"
        ".global growth_plugin_end\n"
        "growth_plugin_end:\n"
        ".byte 0\n"
        ".size growth_plugin, . - growth_plugin\n"
        ".popsection\n");

extern const char growth_plugin[];
extern const char growth_plugin_end[];

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

int emulator_open(struct judge *judge, struct emulator *ret, struct error *error)
{
    char path[4096];
    int code;

    *ret = (struct emulator){ .fault = NULL };
    if (!find_emulator(ret)) {
        ret->fault = "qemu-user is not installed (apt-get install qemu-user)";
        return 0;
    }
    code = compiler_directory_new(judge->compiler, &ret->directory, error);
    if (code < 0)
        return code;
    snprintf(path, sizeof(path), "%s/count.so", compiler_directory_path(ret->directory));
    return file_write_atomic(path, growth_plugin, (size_t) (growth_plugin_end - growth_plugin),
                             0644, error);
}

void emulator_close(struct emulator *emulator)
{
    compiler_directory_free(emulator->directory);
    emulator->directory = NULL;
}
