#ifndef ASSAY_UNIT_LANGUAGE_PROGRAM_H
#define ASSAY_UNIT_LANGUAGE_PROGRAM_H

/* What tests of compiling share: a compiler with an empty private cache, building, running. A
 * language that this host lacks is skipped, with its reason. */

#include "judge/base/file.h"
#include "judge/language/language.h"
#include "tests/unit/unit.h"

#include <sys/stat.h>

#define MEGABYTE (1024ull * 1024)

static char directory[] = "/tmp/assay-build-XXXXXX";
static struct sandbox *sandbox;
static struct language_table *table;
static struct compiler *compiler;

/* Once: what toolchains answer is remembered from test to test, which saves a minute. */
static inline void make_directory(void)
{
    ck_assert_ptr_nonnull(mkdtemp(directory));
    /* A private cache, and the strictest umask: what a room is to read must be readable still. */
    umask(077);
    setenv("XDG_CACHE_HOME", directory, 1);
    setenv("XDG_CONFIG_HOME", directory, 1);
    unsetenv("ASSAY_LANGUAGES");
}

static inline void remove_directory(void)
{
    struct error error;

    file_remove_tree(directory, &error);
}

static inline void set_up(void)
{
    struct sandbox_options options = { 0 };
    struct sandbox_error sandbox_error = { 0 };
    struct error error = { 0 };

    ck_assert_msg(sandbox_open(&options, &sandbox, &sandbox_error) == 0, "%s",
                  sandbox_error.message);
    ck_assert_int_eq(language_table_load(&table, NULL, NULL, &error), 0);
    ck_assert_msg(compiler_new(table, sandbox, &compiler, &error) == 0, "%s", error.message);
}

/* Each test starts with an empty cache of programs. */
static inline void tear_down(void)
{
    struct error error;
    char path[128];

    compiler_free(compiler);
    language_table_free(table);
    sandbox_close(sandbox);
    snprintf(path, sizeof(path), "%s/assay/compiled", directory);
    file_remove_tree(path, &error);
    snprintf(path, sizeof(path), "%s/files", directory);
    file_remove_tree(path, &error);
}

static inline const char *write_file(const char *name, const char *text)
{
    static char path[8][256];
    static unsigned next;
    char *out = path[next++ % 8];
    struct error error;

    snprintf(out, 256, "%s/files", directory);
    ck_assert_int_eq(file_make_directories(out, 0700, &error), 0);
    snprintf(out, 256, "%s/files/%s", directory, name);
    ck_assert_msg(file_write_atomic(out, text, strlen(text), 0600, &error) == 0, "%s",
                  error.message);
    return out;
}

/* Builds one source; the caller frees. */
static inline struct program *build(const char *id, const char *name, const char *text)
{
    char source[32];

    /* Of this process alone: some tests build in several at a time. */
    snprintf(source, sizeof(source), "source-%d", (int) getpid());
    struct source_file file = { write_file(source, text), name, NULL };
    struct compile_request request = { .language = language_find(table, id),
                                       .files = &file,
                                       .file_count = 1 };
    struct program *program = NULL;
    struct error error = { 0 };

    ck_assert_msg(compiler_build(compiler, &request, &program, &error) == 0, "%s: %s", id,
                  error.message);
    return program;
}

/* Runs a program on `input`; the result is the caller's. */
static inline void run(const struct program *program, const char *input, uint64_t memory_bytes,
                       struct sandbox_result *result)
{
    struct program_launch launch;
    struct sandbox_room *room = NULL;
    struct sandbox_error sandbox_error = { 0 };
    struct error error = { 0 };
    struct arena *arena = arena_new();
    int input_fd = -1;

    ck_assert_msg(program->ok, "does not compile: %.900s", program->message);
    ck_assert_int_eq(program_launch(program, arena, memory_bytes, NULL, &launch, &error), 0);
    ck_assert_msg(sandbox_room_open(sandbox, &launch.room_config, &room, &sandbox_error) == 0, "%s",
                  sandbox_error.message);
    ck_assert_int_eq(sandbox_seal_bytes(input, strlen(input), &input_fd, &sandbox_error), 0);
    struct sandbox_run spec = {
        .arguments = launch.arguments,
        .environment = launch.environment,
        .limits = { .cpu_ns = 20000000000ull,
                    .memory_bytes = memory_bytes + launch.memory_overhead_bytes,
                    .processes = launch.processes },
        .input_fd = input_fd,
        .output_fd = -1,
        .error_fd = -1,
    };
    ck_assert_msg(sandbox_run(room, &spec, result, &sandbox_error) == 0, "%s",
                  sandbox_error.message);
    close(input_fd);
    sandbox_room_free(room);
    arena_free(arena);
}

static inline void expect_output(const struct program *program, const char *input,
                                 uint64_t memory_bytes, const char *output)
{
    struct sandbox_result result = { 0 };

    run(program, input, memory_bytes, &result);
    ck_assert_msg(result.outcome == SANDBOX_EXITED && result.exit_status == 0,
                  "%s, exit status %d, signal %d, call %s, reason %s: %s",
                  sandbox_outcome_name(result.outcome), result.exit_status, result.signal,
                  result.call, result.reason, result.error ? result.error : "");
    ck_assert_str_eq(result.output ? result.output : "", output);
    sandbox_result_clear(&result);
}

#define skip_where_missing(id)                                                                     \
    do {                                                                                           \
        const struct language_toolchain *toolchain =                                               \
            compiler_toolchain(compiler, language_find(table, id));                                \
        if (!toolchain->available)                                                                 \
            unit_skip("%s: %s (%s)", id, toolchain->missing, toolchain->remedy);                   \
    } while (0)

#endif
