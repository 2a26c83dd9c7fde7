/*
 * Theory of operation: small inputs cost little to make, but each run of a generator in Python
 * starts the interpreter and imports `random`, which takes ten times as long. So a few lines of
 * Python start once, have the generator compiled, and fork for each input: what a child prints is
 * framed by its length. It is the generator's own program in the same room as ever; a child that
 * fails ends the batch, and what is missing then is made one by one, which also says what is wrong.
 * A generator in another language is run for each input.
 */

#include "judge/trial/small.h"

#include "judge/base/file.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

/* The arguments: the program, then family, size, seed and second size of each input, the last empty
 * where it has none. */
static const char many[] =
    "import os, random, sys\n"
    "path, *rest = sys.argv[1:]\n"
    "sys.path[0] = os.path.dirname(path)\n"
    "with open(path, 'rb') as file:\n"
    "    code = compile(file.read(), path, 'exec')\n"
    "out = os.fdopen(os.dup(1), 'wb')\n"
    "for at in range(0, len(rest), 4):\n"
    "    read, write = os.pipe()\n"
    "    child = os.fork()\n"
    "    if child == 0:\n"
    "        os.close(read)\n"
    "        os.dup2(write, 1)\n"
    "        os.close(write)\n"
    "        sys.argv = [path] + [word for word in rest[at:at + 4] if word]\n"
    "        names = sys.modules['__main__'].__dict__\n"
    "        clean = {'__name__': '__main__', '__file__': path, '__builtins__': __builtins__}\n"
    "        names.clear()\n"
    "        names.update(clean)\n"
    "        exec(code, names)\n"
    "        raise SystemExit\n"
    "    os.close(write)\n"
    "    with os.fdopen(read, 'rb') as file:\n"
    "        data = file.read()\n"
    "    if os.waitpid(child, 0)[1]:\n"
    "        break\n"
    "    out.write(b'%d\\n' % len(data) + data)\n"
    "    out.flush()\n";

/* Where the program's path is among the arguments that start it; 0: nowhere. */
static size_t find_program(const char *const *arguments)
{
    for (size_t i = 1; arguments[i]; i++)
        if (strcmp(path_ending(arguments[i]), "py") == 0)
            return i;
    return 0;
}

static const char *const *batch_arguments(struct arena *arena, const char *const *launch,
                                          const struct small *from, size_t count)
{
    size_t program = find_program(launch);
    const char **arguments = arena_array(arena, program + 4 * count + 4, sizeof(*arguments));
    size_t used = 0;

    if (!program || !arguments)
        return NULL;
    for (size_t i = 0; i < program; i++)
        arguments[used++] = launch[i];
    arguments[used++] = "-c";
    arguments[used++] = many;
    arguments[used++] = launch[program];
    for (size_t i = 0; i < count; i++) {
        arguments[used++] = from[i].family->name;
        arguments[used++] = arena_printf(arena, "%" PRId64, from[i].size);
        arguments[used++] = arena_printf(arena, "%" PRId64, from[i].seed);
        arguments[used++] = from[i].second ? arena_printf(arena, "%" PRId64, from[i].second) : "";
        if (!arguments[used - 1] || !arguments[used - 2] || !arguments[used - 3])
            return NULL;
    }
    return arguments;
}

/* Takes the frames apart; how many whole ones there are. */
static int take_frames(const char *data, size_t size, struct small_test *tests, size_t count,
                       size_t *ret)
{
    size_t at = 0;

    for (*ret = 0; *ret < count && at < size; ++*ret) {
        const char *line_end = memchr(data + at, '\n', size - at);
        char *end;
        unsigned long long length = strtoull(data + at, &end, 10);

        if (!line_end || end != line_end || length > size - (size_t) (line_end + 1 - data))
            return 0;
        char *copy = memory_alloc((size_t) length + 1);

        if (!copy)
            return -ENOMEM;
        memcpy(copy, line_end + 1, (size_t) length);
        copy[length] = '\0';
        tests[*ret].input = copy;
        tests[*ret].input_size = (size_t) length;
        at = (size_t) (line_end + 1 - data) + (size_t) length;
    }
    return 0;
}

/* *ret: how many of them, from the first on, are made. */
static int make_batch(const struct generator *generator, struct sandbox_room *room,
                      struct small_test *tests, size_t count, size_t *ret, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    CLEANUP(sandbox_result_clear) struct sandbox_result result = { 0 };
    const struct package_limits *limits = &generator->judge->package->limits;
    struct validator_launch launch;
    struct sandbox_error failure;
    struct small *from = arena ? arena_array(arena, count, sizeof(*from)) : NULL;

    *ret = 0;
    if (!from)
        return error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; i < count; i++)
        from[i] = tests[i].from;
    const char *const none[] = { NULL };
    int code = validator_launch(generator->program, arena, limits, none, &launch, error);
    if (code < 0)
        return code;
    struct sandbox_run run = {
        .arguments = batch_arguments(arena, launch.program.arguments, from, count),
        .environment = launch.program.environment,
        .directory = launch.directory,
        .limits = { .cpu_ns = (uint64_t) (limits->validation_time_s * 1e9),
                    .memory_bytes =
                        limits->validation_memory_bytes + launch.program.memory_overhead_bytes },
        .input_fd = -1,
        .output_fd = -1,
        .error_fd = -1,
    };

    if (!run.arguments)
        return 0;
    if (sandbox_run(room, &run, &result, &failure) < 0)
        return error_from_sandbox(error, &failure);
    return take_frames(result.output, result.output_size, tests, count, ret) < 0
               ? error_set(error, -ENOMEM, "out of memory")
               : 0;
}

int small_make(const struct small_desk *desk, struct small_test *tests, size_t count,
               struct error *error)
{
    const struct generator *generator = &desk->smalls->generator;
    const char *language = validator_language(generator->program);
    size_t made = 0;
    int code = 0;

    if (count > 1 && language && strcmp(language, "python3") == 0)
        code = make_batch(generator, desk->generator, tests, count, &made, error);
    for (size_t i = made; i < count && code == 0; i++)
        code = generator_make(generator, desk->generator, tests[i].from.family->name,
                              tests[i].from.size, tests[i].from.seed, tests[i].from.second,
                              &tests[i].input, &tests[i].input_size, error);
    return code;
}
