/*
 * The plugin is built into the program, and written to a private directory that rooms show, so that
 * nothing has to be found or installed; so are the programs that spread others over several inputs,
 * and the library that sees what memory a program holds, which needs no emulator.
 * The one for the JVM is compiled like a submission, and kept. The emulator is the host's.
 */

#include "judge/growth/meter.h"

#include "judge/base/embed.h"
#include "judge/base/file.h"

#include <errno.h>
#include <stdio.h>
#include <sys/utsname.h>

EMBED(growth_plugin, GROWTH_PLUGIN);
EMBED(growth_held, GROWTH_HELD);
EMBED(growth_held_node, "judge/growth/spread/held.js");
EMBED(growth_held_jvm, "judge/growth/spread/AssayHeld.java");
EMBED(growth_spread_python, "judge/growth/spread/spread.py");
EMBED(growth_spread_node, "judge/growth/spread/spread.js");
EMBED(growth_spread_jvm, "judge/growth/spread/AssaySpread.java");

#define SPREAD_CLASS "AssaySpread"

void emulator_find(struct emulator *emulator)
{
    static const char *const directories[] = { "/usr/bin", "/usr/local/bin" };
    struct utsname host;

    for (size_t i = 0; uname(&host) == 0 && i < COUNT(directories); i++) {
        snprintf(emulator->path, sizeof(emulator->path), "%s/qemu-%s", directories[i],
                 host.machine);
        if (access(emulator->path, X_OK) == 0)
            return;
    }
    emulator->path[0] = '\0';
    emulator->fault = "qemu-user is not installed (apt-get install qemu-user)";
}

static int write_file(const struct emulator *emulator, const char *name, const char *data,
                      const char *end, struct error *error)
{
    char path[4096];

    snprintf(path, sizeof(path), "%s/%s", compiler_directory_path(emulator->directory), name);
    return file_write_atomic(path, data, (size_t) (end - data), 0644, error);
}

/* A host without a compiler for Java runs Kotlin's programs on one input a start. */
static int build_for_jvm(struct judge *judge, struct emulator *ret, struct error *error)
{
    static const struct {
        const char *name, *text, *end;
    } classes[] = {
        { SPREAD_CLASS ".java", growth_spread_jvm, growth_spread_jvm_end },
        { "AssayHeld.java", growth_held_jvm, growth_held_jvm_end },
    };
    const struct language *java = language_find(compiler_table(judge->compiler), "java");
    char paths[COUNT(classes)][4096];
    struct source_file files[COUNT(classes)];
    int code = 0;

    for (size_t i = 0; code == 0 && i < COUNT(classes); i++) {
        code = write_file(ret, classes[i].name, classes[i].text, classes[i].end, error);
        snprintf(paths[i], sizeof(paths[i]), "%s/%s", compiler_directory_path(ret->directory),
                 classes[i].name);
        files[i] = (struct source_file){ .path = paths[i], .name = classes[i].name };
    }
    if (code < 0 || !java)
        return code;
    const struct compile_request request = {
        .language = java, .files = files, .file_count = COUNT(files), .entry_point = SPREAD_CLASS
    };

    code = compiler_build(judge->compiler, &request, &ret->jvm_spreader, error);
    if (code == 0 && !ret->jvm_spreader->ok) {
        program_free(ret->jvm_spreader);
        ret->jvm_spreader = NULL;
    }
    return code == -ENOENT ? 0 : code;
}

int emulator_open(struct judge *judge, const struct runtime *runtime, struct emulator *ret,
                  struct error *error)
{
    *ret = (struct emulator){ .fault = NULL };
    emulator_find(ret);
    int code = compiler_directory_new(judge->compiler, &ret->directory, error);

    if (code == 0)
        code = write_file(ret, "count.so", growth_plugin, growth_plugin_end, error);
    if (code == 0)
        code = write_file(ret, "held.so", growth_held, growth_held_end, error);
    if (code == 0)
        code = write_file(ret, "held.js", growth_held_node, growth_held_node_end, error);
    if (code == 0)
        code = write_file(ret, "spread.py", growth_spread_python, growth_spread_python_end, error);
    if (code == 0)
        code = write_file(ret, "spread.js", growth_spread_node, growth_spread_node_end, error);
    if (code == 0 && runtime->spreading == SPREAD_JVM)
        code = build_for_jvm(judge, ret, error);
    return code;
}

void emulator_close(struct emulator *emulator)
{
    program_free(emulator->jvm_spreader);
    emulator->jvm_spreader = NULL;
    compiler_directory_free(emulator->directory);
    emulator->directory = NULL;
}
