/*
 * Theory of operation: a validator is compiled like a submission, or, when it brings a `build` or
 * `run` script, built by that script in a room with the compilers' profile. What the script leaves
 * is copied out through the sandbox's own descriptors into a private directory, which later rooms
 * show read-only at /program.
 *
 * Protocols. testlib's own exit codes (0, 1, 2, …) and argument order (in, out, ans) are not the
 * package format's, but most packages with testlib bring a copy changed to speak it. So: a
 * validator that includes testlib.h speaks testlib's protocol if that header is the known one, with
 * its own exit codes, and the validator's sources do not exit with 42. Everything else speaks the
 * format's.
 */

#include "judge/trial/validate_internal.h"

#include "judge/base/file.h"
#include "judge/base/text.h"
#include "judge/language/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#define SOURCE_LIMIT (4u << 20)
#define BUILT_LIMIT (256u << 20)
#define BUILT_FILES 8192

/* ---- Which protocol ------------------------------------------------------------------------ */

static bool matches(const char *pattern, const char *text)
{
    return text && text_matches(pattern, text, strlen(text));
}

enum validator_protocol validator_protocol_of(const char *const *sources, const char *testlib)
{
    bool uses_testlib = false;

    for (const char *const *source = sources; *source; source++) {
        if (matches("(?m)^\\s*#\\s*include\\s*[<\"]([^>\"]*/)?testlib\\.h[>\"]", *source))
            uses_testlib = true;
        if (matches(
                "(\\b_?exit|\\breturn|\\bquit)\\s*\\(?\\s*42\\b|#\\s*define\\s+\\w+\\s+\\(?42\\b|"
                "=\\s*42\\s*[,;}]",
                *source))
            return PROTOCOL_FORMAT;
    }
    if (!uses_testlib || matches("\\bOK_EXIT_CODE\\s*[=( ]\\s*42\\b", testlib))
        return PROTOCOL_FORMAT;
    return matches("\\bOK_EXIT_CODE\\b", testlib) ? PROTOCOL_TESTLIB : PROTOCOL_FORMAT;
}

static char *read_source(const char *path)
{
    struct error ignored;
    char *data = NULL;
    size_t size;

    return file_read(path, SOURCE_LIMIT, &data, &size, &ignored) == 0 ? data : NULL;
}

/* testlib.h among the files, or in one of the include directories. */
static char *find_testlib(const struct sources *sources, const char *const *directories)
{
    for (size_t i = 0; i < sources->count; i++)
        if (strcmp(path_base(sources->files[i].name), "testlib.h") == 0)
            return read_source(sources->files[i].path);
    for (; directories && *directories; directories++) {
        char path[4096];

        snprintf(path, sizeof(path), "%s/testlib.h", *directories);
        if (file_exists(path))
            return read_source(path);
    }
    return NULL;
}

static int detect_protocol(struct validator *validator, const struct sources *sources,
                           const char *const *directories)
{
    AUTO_FREE char *testlib = find_testlib(sources, directories);
    char **texts = calloc(sources->count + 1, sizeof(*texts));
    size_t count = 0;

    if (!texts)
        return -ENOMEM;
    for (size_t i = 0; i < sources->count; i++)
        if (strcmp(path_base(sources->files[i].name), "testlib.h") != 0)
            if ((texts[count] = read_source(sources->files[i].path)))
                count++;
    validator->protocol = validator_protocol_of((const char *const *) texts, testlib);
    for (size_t i = 0; i < count; i++)
        free(texts[i]);
    free(texts);
    return 0;
}

/* ---- Compiling ----------------------------------------------------------------------------- */

/* A single file may include headers that lie beside it. */
static const char *const *include_directories(struct validator *validator,
                                              const struct package *package, const char *path)
{
    const char **list = arena_array(validator->arena, 4, sizeof(*list));
    size_t count = 0;

    if (!list)
        return NULL;
    if (!file_is_directory(path)) {
        size_t length = (size_t) (path_base(path) - path);

        list[count++] = length ? arena_strndup(validator->arena, path, length)
                               : arena_strdup(validator->arena, ".");
    }
    if (package->include_directory)
        list[count++] = package->include_directory;
    return list;
}

static const struct language *find_language(struct validator *validator,
                                            const struct language_table *table,
                                            const struct package_program *program,
                                            const struct sources *sources)
{
    const char *const *names = sources_names(sources, validator->arena);

    if (program->language)
        return language_find(table, program->language);
    return names ? language_detect(table, names, sources->count) : NULL;
}

static int compile(struct validator *validator, struct compiler *compiler,
                   const struct package *package, const struct package_program *program,
                   const struct sources *sources, struct error *error)
{
    const char *const *directories = include_directories(validator, package, program->path);
    struct compile_request request = {
        .language = find_language(validator, compiler_table(compiler), program, sources),
        .files = sources->files,
        .file_count = sources->count,
        .include_directories = directories,
    };
    int code;

    if (!request.language)
        return error_set(error, -EINVAL, "%s: a program in no known language", program->name);
    if (!directories || detect_protocol(validator, sources, directories) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    code = compiler_build(compiler, &request, &validator->program, error);
    if (code < 0) {
        error_context(error, "%s", program->name);
        return code;
    }
    if (!validator->program->ok)
        return error_set(error, -EINVAL, "%s does not compile: %.380s", program->name,
                         validator->program->message);
    return 0;
}

/* ---- Scripts ------------------------------------------------------------------------------- */

static const struct sandbox_bind script_binds[] = {
    { .source = "/usr" },
    { .source = "/etc/alternatives", .optional = true },
    { .source = "/etc/ld.so.cache", .optional = true },
};

static int put_sources(struct sandbox_room *room, const struct sources *sources,
                       struct error *error)
{
    for (size_t i = 0; i < sources->count; i++) {
        const struct source_file *file = &sources->files[i];
        AUTO_FREE char *data = NULL;
        struct sandbox_error failure;
        struct stat status;
        size_t size;
        int code = file_read(file->path, BUILT_LIMIT, &data, &size, error);

        if (code < 0)
            return code;
        unsigned mode = stat(file->path, &status) == 0 ? status.st_mode & 0755 : 0644;
        code = sandbox_room_put(room, file->name, data, size, mode, &failure);
        if (code < 0)
            return error_from_sandbox(error, &failure);
    }
    return 0;
}

struct built {
    const char *directory;
    uint64_t bytes;
    size_t files;
    struct error *error;
};

static int copy_out(void *context, const char *path, int fd, uint64_t size)
{
    struct built *built = context;
    AUTO_FREE char *data = NULL;
    struct stat status;
    size_t done = 0;

    built->bytes += size;
    if (built->bytes > BUILT_LIMIT || ++built->files > BUILT_FILES)
        return error_set(built->error, -EFBIG, "the build script left more than %d files or %u MiB",
                         BUILT_FILES, BUILT_LIMIT >> 20);
    data = malloc(size + 1);
    if (!data)
        return error_set(built->error, -ENOMEM, "out of memory");
    if (fstat(fd, &status) < 0)
        return error_set(built->error, -EIO, "%s: cannot be looked at", path);
    while (done < size) {
        ssize_t got = read(fd, data + done, size - done);

        if (got <= 0)
            return error_set(built->error, -EIO, "%s: cannot be read back", path);
        done += (size_t) got;
    }
    return stage_put(built->directory, path, data, size, status.st_mode & 0111, built->error);
}

static int run_build(struct sandbox_room *room, const struct package *package, const char *name,
                     struct error *error)
{
    const char *const arguments[] = { "/box/build", NULL };
    struct sandbox_run run = {
        .arguments = arguments,
        .limits = { .cpu_ns = (uint64_t) (package->limits.compilation_time_s * 1e9),
                    .memory_bytes = package->limits.compilation_memory_bytes,
                    .processes = 256 },
        .input_fd = -1,
        .output_fd = -1,
        .error_fd = -1,
        .keep_files = true,
    };
    struct sandbox_error failure;
    struct sandbox_result result;
    int code = 0;

    if (sandbox_run(room, &run, &result, &failure) < 0)
        return error_from_sandbox(error, &failure);
    if (result.outcome != SANDBOX_EXITED || result.exit_status != 0)
        code = error_set(error, -EINVAL, "%s: its build script failed (%s, exit status %d): %.300s",
                         name, sandbox_outcome_name(result.outcome), result.exit_status,
                         result.error ? result.error : "");
    sandbox_result_clear(&result);
    return code;
}

static int build_in_room(struct validator *validator, struct sandbox_room *room,
                         const struct package *package, const struct sources *sources,
                         bool has_build, struct error *error)
{
    struct built built = { .directory = compiler_directory_path(validator->directory),
                           .error = error };
    struct sandbox_error failure = { 0 };
    int code = put_sources(room, sources, error);

    if (code == 0 && has_build)
        code = run_build(room, package, validator->name, error);
    if (code < 0)
        return code;
    memset(error, 0, sizeof(*error));
    code = sandbox_room_each_file(room, ".", copy_out, &built, &failure);
    if (code < 0)
        return error->code ? error->code : error_from_sandbox(error, &failure);
    return 0;
}

static int build_scripted(struct validator *validator, struct compiler *compiler,
                          struct sandbox *sandbox, const struct package *package,
                          const struct sources *sources, bool has_build, struct error *error)
{
    struct sandbox_room_config config = { .profile = SANDBOX_PROFILE_COMPILER,
                                          .binds = script_binds,
                                          .bind_count = COUNT(script_binds) };
    struct sandbox_error failure;
    struct sandbox_room *room;
    int code = compiler_directory_new(compiler, &validator->directory, error);

    if (code < 0)
        return code;
    if (sandbox_room_open(sandbox, &config, &room, &failure) < 0)
        return error_from_sandbox(error, &failure);
    code = build_in_room(validator, room, package, sources, has_build, error);

    sandbox_room_free(room);
    if (code < 0)
        return code;
    const char *run =
        arena_printf(validator->arena, "%s/run", compiler_directory_path(validator->directory));
    if (!run || access(run, X_OK) < 0)
        return error_set(error, -EINVAL, "%s: there is no executable `run` after its build script",
                         validator->name);
    return 0;
}

/* ---- All together -------------------------------------------------------------------------- */

static bool has_file(const struct sources *sources, const char *name)
{
    for (size_t i = 0; i < sources->count; i++)
        if (strcmp(sources->files[i].name, name) == 0)
            return true;
    return false;
}

static int prepare(struct validator *validator, struct compiler *compiler, struct sandbox *sandbox,
                   const struct package *package, const struct package_program *program,
                   struct error *error)
{
    const char *ending = path_ending(program->path);
    struct sources sources = { 0 };
    int code;

    validator->name = arena_strdup(validator->arena, program->name);
    if (!validator->name)
        return error_set(error, -ENOMEM, "out of memory");
    if (strcmp(ending, "ctd") == 0 || strcmp(ending, "viva") == 0)
        return error_set(error, -EINVAL, "%s: %s files are not supported", program->name,
                         strcmp(ending, "ctd") == 0 ? "Checktestdata" : "VIVA");
    code = sources_add(&sources, validator->arena, program->path, package->directory, error);
    if (code < 0)
        return code;
    if (file_is_directory(program->path) &&
        (has_file(&sources, "build") || has_file(&sources, "run")))
        return build_scripted(validator, compiler, sandbox, package, &sources,
                              has_file(&sources, "build"), error);
    return compile(validator, compiler, package, program, &sources, error);
}

int validator_new(struct compiler *compiler, struct sandbox *sandbox, const struct package *package,
                  const struct package_program *program, struct validator **ret,
                  struct error *error)
{
    struct validator *validator = calloc(1, sizeof(*validator));
    int code;

    if (validator)
        validator->arena = arena_new();
    if (!validator || !validator->arena) {
        validator_free(validator);
        return error_set(error, -ENOMEM, "out of memory");
    }
    code = prepare(validator, compiler, sandbox, package, program, error);
    if (code < 0) {
        validator_free(validator);
        return code;
    }
    *ret = validator;
    return 0;
}

void validator_free(struct validator *validator)
{
    if (!validator)
        return;
    program_free(validator->program);
    compiler_directory_free(validator->directory);
    arena_free(validator->arena);
    free(validator);
}

const char *validator_name(const struct validator *validator)
{
    return validator->name;
}

enum validator_protocol validator_protocol(const struct validator *validator)
{
    return validator->protocol;
}

const char *validator_language(const struct validator *validator)
{
    return validator->program ? validator->program->language->id : NULL;
}

/* ---- Running it ---------------------------------------------------------------------------- */

int validator_launch(const struct validator *validator, struct arena *arena,
                     const struct package_limits *limits, const char *const *extra,
                     struct validator_launch *ret, struct error *error)
{
    size_t count = 0;

    if (validator->program) {
        ret->directory = NULL;
        return program_launch(validator->program, arena, limits->validation_memory_bytes, extra,
                              &ret->program, error);
    }
    while (extra && extra[count])
        count++;
    const char **arguments = arena_array(arena, count + 2, sizeof(*arguments));
    struct sandbox_bind *binds = arena_array(arena, COUNT(script_binds) + 1, sizeof(*binds));

    if (!arguments || !binds)
        return error_set(error, -ENOMEM, "out of memory");
    arguments[0] = "/program/run";
    if (count)
        memcpy(arguments + 1, extra, count * sizeof(*arguments));
    memcpy(binds, script_binds, sizeof(script_binds));
    binds[COUNT(script_binds)] =
        (struct sandbox_bind){ .source = compiler_directory_path(validator->directory),
                               .target = "/program" };
    *ret = (struct validator_launch){
        .program = { .room_config = { .profile = SANDBOX_PROFILE_COMPILER,
                                      .binds = binds,
                                      .bind_count = COUNT(script_binds) + 1 },
                     .arguments = arguments },
        .directory = "/program",
    };
    return 0;
}

int validator_room_open(const struct validator *validator, struct sandbox *sandbox,
                        const struct package_limits *limits, int cpu, struct sandbox_room **ret,
                        struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct validator_launch launch;
    struct sandbox_error failure;
    int code;

    if (!arena)
        return error_set(error, -ENOMEM, "out of memory");
    code = validator_launch(validator, arena, limits, NULL, &launch, error);
    if (code < 0)
        return code;
    launch.program.room_config.cpu = cpu + 1;
    if (sandbox_room_open(sandbox, &launch.program.room_config, ret, &failure) < 0)
        return error_from_sandbox(error, &failure);
    return 0;
}
