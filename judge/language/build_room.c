/*
 * The compiler's run. Everything that a compiler does to its room is gone afterwards; only regular
 * files below /box are taken, by descriptors that the sandbox opened without following links.
 */
#include "judge/base/file.h"
#include "judge/base/text.h"
#include "judge/language/build.h"
#include "judge/language/template.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEGABYTE ((uint64_t) 1024 * 1024)
#define SECOND_NS ((uint64_t) 1000000000)
#define MESSAGE_LIMIT ((size_t) 64 * 1024)
#define OUTPUT_LIMIT (16 * MEGABYTE)
#define STACK_BYTES (256 * MEGABYTE)
#define COLLECT_BYTES (256 * MEGABYTE)
#define COLLECT_FILES 8192
#define COLLECT_PATH 2048 /* below the cache, whose own path is not the compiler's */
#define ROOM_INODES 65536
#define STOPPED 2

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory while compiling");
}

/* ---- The room ------------------------------------------------------------------------------- */

static int open_room(struct build *build, struct sandbox_room **ret, struct error *error)
{
    const struct step_row *step = &build->row->compile;
    struct sandbox_room_config config = { .profile = (enum sandbox_profile) step->profile,
                                          .scratch_bytes = (uint64_t) step->scratch_mb * MEGABYTE,
                                          .scratch_inodes = ROOM_INODES };
    struct sandbox_error sandbox_error = { 0 };
    struct bind_plan plan;
    const char *src = arena_printf(build->arena, "%s/src", build->slot.directory);
    const char *include = arena_printf(build->arena, "%s/include", build->slot.directory);
    int status = src && include ? 0 : -ENOMEM;

    bind_plan_start(&plan, build->arena, build->compiler->table);
    if (status == 0)
        status = bind_plan_paths(&plan, step->binds);
    for (const struct tool *const *tool = build->tools; *tool && status == 0; tool++)
        status = bind_plan_tool(&plan, *tool);
    if (status == 0)
        status = bind_plan_bind(&plan, src, "/src");
    if (status == 0 && file_is_directory(include))
        status = bind_plan_bind(&plan, include, "/include");
    if (status == 0) {
        bind_plan_finish(&plan, &config);
        status = sandbox_room_open(build->compiler->sandbox, &config, ret, &sandbox_error);
        if (status < 0)
            status = error_from_sandbox(error, &sandbox_error);
    } else {
        no_memory(error);
    }
    bind_plan_clear(&plan);
    return status;
}

/* ---- What the compiler said ----------------------------------------------------------------- */

static int append_replaced(struct buffer *out, const char *text, const char *what, const char *with)
{
    size_t length = strlen(what);
    int status = 0;

    for (const char *hit = strstr(text, what); hit && status == 0; hit = strstr(text, what)) {
        status = buffer_append(out, text, (size_t) (hit - text));
        if (status == 0)
            status = buffer_puts(out, with);
        text = hit + length;
    }
    return status < 0 ? status : buffer_puts(out, text);
}

/* The compiler's text as the candidate would have seen it: own file names, no control codes. */
static int candidate_text(const struct build *build, const struct sandbox_result *result,
                          struct buffer *out)
{
    AUTO_BUFFER struct buffer both = { 0 };
    AUTO_BUFFER struct buffer named = { 0 };

    if (buffer_append(&both, result->error ? result->error : "", result->error_size) < 0 ||
        buffer_append(&both, result->output ? result->output : "",
                      result->output_size < MESSAGE_LIMIT ? result->output_size : MESSAGE_LIMIT) <
            0)
        return -ENOMEM;
    AUTO_FREE char *harmless = text_harmless(both.data ? both.data : "", both.size, MESSAGE_LIMIT);
    if (!harmless || append_replaced(&named, harmless, "/src/", "") < 0)
        return -ENOMEM;
    if (!build->stage.renamed_to)
        return buffer_puts(out, named.data);
    return append_replaced(out, named.data, build->stage.renamed_to, build->stage.renamed_from);
}

/* Why a compiler that did not exit by itself is a compile error; NULL when it did exit. */
static const char *stopped_because(const struct build *build, const struct sandbox_limits *limits,
                                   const struct sandbox_result *result)
{
    char size[32];

    switch (result->outcome) {
    case SANDBOX_CPU_LIMIT:
    case SANDBOX_WALL_LIMIT:
        return arena_printf(build->arena, "the compiler took more than %.3g seconds",
                            (double) limits->wall_ns / (double) SECOND_NS);
    case SANDBOX_MEMORY_LIMIT:
        text_bytes(limits->memory_bytes, size, sizeof(size));
        return arena_printf(build->arena, "the compiler needed more than %s of memory", size);
    case SANDBOX_OUTPUT_LIMIT:
        text_bytes(limits->output_bytes, size, sizeof(size));
        return arena_printf(build->arena, "the compiler wrote more than %s of messages", size);
    case SANDBOX_FORBIDDEN_CALL:
        return arena_printf(build->arena, "the compiler made the forbidden system call %s",
                            result->call);
    case SANDBOX_SIGNALLED:
        return arena_printf(build->arena, "the compiler was ended by signal %d (%s)",
                            result->signal, strsignal(result->signal));
    default:
        return NULL;
    }
}

/* ---- One run -------------------------------------------------------------------------------- */

static const char *const *include_names(const struct build *build)
{
    word_list directories = build->request->include_directories;
    size_t count = directories ? word_count(directories) : 0;
    const char **names = arena_array(build->arena, count + 1, sizeof(*names));

    for (size_t i = 0; names && i < count; i++)
        if (!(names[i] = arena_printf(build->arena, "/include/%zu", i)))
            return NULL;
    return names;
}

static struct sandbox_limits limits_of(const struct build *build)
{
    const struct step_row *step = &build->row->compile;
    double time_s = build->request->time_s > 0 ? build->request->time_s : (double) step->time_s;
    uint64_t memory = build->request->memory_bytes;
    uint64_t time_ns = (uint64_t) (time_s * (double) SECOND_NS);

    return (struct sandbox_limits){
        .cpu_ns = time_ns,
        .wall_ns = time_ns,
        .memory_bytes = memory ? memory : (uint64_t) step->memory_mb * MEGABYTE,
        .output_bytes = OUTPUT_LIMIT,
        .stack_bytes = STACK_BYTES,
        .processes = (uint32_t) step->processes,
        .open_files = 1024,
    };
}

static int run_compiler(struct build *build, struct sandbox_room *room, const char *dialect,
                        const struct sandbox_limits *limits, struct sandbox_result *result,
                        struct error *error)
{
    const struct step_row *step = &build->row->compile;
    struct sandbox_error sandbox_error = { 0 };
    struct template_values values = { .tools = build->tools,
                                      .files = build->stage.files,
                                      .includes = include_names(build),
                                      .main = build->stage.main,
                                      .out = "/box",
                                      .dialect = dialect,
                                      .memory_mb = limits->memory_bytes / MEGABYTE };
    struct sandbox_run run = { .directory = "/src",
                               .limits = *limits,
                               .input_fd = -1,
                               .output_fd = -1,
                               .error_fd = -1,
                               .error_keep_bytes = MESSAGE_LIMIT };

    run.environment = step_environment(build->arena, step, "/tmp", &values);
    if (!values.includes || !run.environment ||
        template_expand(build->arena, step->command, &values, &run.arguments) < 0)
        return no_memory(error);
    if (sandbox_run(room, &run, result, &sandbox_error) < 0)
        return error_from_sandbox(error, &sandbox_error);
    build->compile_s += (double) result->wall_ns / (double) SECOND_NS;
    if (result->outcome == SANDBOX_FAILED_TO_START)
        return error_set(error, -EIO, "cannot start the compiler %s: %s", run.arguments[0],
                         result->reason);
    return 0;
}

/* Takes the result of one dialect: 1 compiled, 0 try the next one, STOPPED a compile error that no
 * dialect would mend; negative ones are errors. The text of the first dialect that failed is kept.
 */
static int judge_result(struct build *build, const struct sandbox_limits *limits,
                        const struct sandbox_result *result, struct error *error)
{
    const char *stopped = stopped_because(build, limits, result);
    bool compiled = result->outcome == SANDBOX_EXITED && result->exit_status == 0;
    int status = 0;

    if (stopped && build->message.size > 0)
        return STOPPED;
    if (compiled)
        buffer_clear(&build->message);
    if (stopped &&
        (buffer_puts(&build->message, stopped) < 0 || buffer_puts(&build->message, "\n") < 0))
        return no_memory(error);
    if (build->message.size == 0 || stopped)
        status = candidate_text(build, result, &build->message);
    if (status == 0 && !compiled && !stopped && build->message.size == 0)
        status = buffer_printf(&build->message, "the compiler ended with exit status %d",
                               result->exit_status);
    if (status < 0)
        return no_memory(error);
    return compiled ? 1 : stopped ? STOPPED : 0;
}

/* ---- Taking the files ----------------------------------------------------------------------- */

struct collection {
    struct build *build;
    const char *prog;
    struct error *error;
};

static int collect_file(void *context, const char *path, int fd, uint64_t size)
{
    struct collection *collection = context;
    struct build *build = collection->build;
    struct stat info;
    const char *data = "";

    build->collected_bytes += size;
    if (strlen(path) > COLLECT_PATH)
        return -ENAMETOOLONG;
    if (++build->collected > COLLECT_FILES || build->collected_bytes > COLLECT_BYTES)
        return -EFBIG;
    if (fstat(fd, &info) < 0)
        return error_set(collection->error, -EIO, "cannot look at %s", path);
    if (size > 0) {
        data = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (data == MAP_FAILED)
            return error_set(collection->error, -EIO, "cannot read %s: %s", path, strerror(errno));
    }
    bool executable = (info.st_mode & 0111) != 0;
    int status = stage_put(collection->prog, path, data, size, executable, collection->error);
    if (size > 0)
        munmap((void *) data, size);
    return status;
}

/* The room has no program left that could shrink a file under the mapping. */
static int collect(struct build *build, struct sandbox_room *room, const char *prog, bool *ret_ok,
                   struct error *error)
{
    struct sandbox_error sandbox_error = { 0 };
    struct collection collection = { build, prog, error };
    char size[32];

    error->code = 0;
    int status = sandbox_room_each_file(room, ".", collect_file, &collection, &sandbox_error);
    if ((status == -EFBIG || status == -ENAMETOOLONG) && error->code == 0) {
        text_bytes(COLLECT_BYTES, size, sizeof(size));
        buffer_clear(&build->message);
        *ret_ok = false;
        status = status == -EFBIG
                     ? buffer_printf(&build->message, "the compiler made more than %d files or %s",
                                     COLLECT_FILES, size)
                     : buffer_printf(&build->message,
                                     "the compiler made a file whose path has "
                                     "more than %d bytes",
                                     COLLECT_PATH);
        return status < 0 ? no_memory(error) : 0;
    }
    if (status < 0 && error->code == 0)
        return error_from_sandbox(error, &sandbox_error);
    return status;
}

static int note_dialect(struct build *build, const char *dialect, struct error *error)
{
    AUTO_BUFFER struct buffer text = { 0 };

    if (buffer_printf(&text, "compiled as %s: it does not compile as %s\n", dialect,
                      build->row->dialects[0]) < 0 ||
        buffer_puts(&text, build->message.data ? build->message.data : "") < 0)
        return no_memory(error);
    buffer_clear(&build->message);
    build->message = text;
    text = (struct buffer){ 0 };
    return 0;
}

static int compile_dialects(struct build *build, struct sandbox_room *room, const char *prog,
                            bool *ret_ok, struct error *error)
{
    static const char *const single[] = { "", NULL };
    word_list dialects = build->row->dialects[0] ? build->row->dialects : single;
    struct sandbox_limits limits = limits_of(build);
    uint64_t left_ns = limits.wall_ns;

    *ret_ok = false;
    for (size_t i = 0; dialects[i] && left_ns > 0; i++) {
        struct sandbox_result result = { 0 };

        /* All dialects together have the time of one. */
        limits.cpu_ns = limits.wall_ns = left_ns;
        int status = run_compiler(build, room, dialects[i], &limits, &result, error);

        if (status == 0)
            status = judge_result(build, &limits, &result, error);
        left_ns -= result.wall_ns < left_ns ? result.wall_ns : left_ns;
        sandbox_result_clear(&result);
        if (status == STOPPED)
            return 0;
        if (status < 0)
            return status;
        if (status == 1) {
            *ret_ok = true;
            status = i > 0 ? note_dialect(build, dialects[i], error) : 0;
            return status < 0 ? status : collect(build, room, prog, ret_ok, error);
        }
    }
    return 0;
}

/* A compiler that fails because somebody took its sources away says nothing of them. */
static int expect_sources(const struct build *build, struct error *error)
{
    for (size_t i = 0; i < build->stage.count; i++) {
        const char *path = arena_printf(build->arena, "%s/src/%s", build->slot.directory,
                                        build->stage.sources[i].name);
        if (!path)
            return no_memory(error);
        if (access(path, F_OK) < 0)
            return error_set(error, -EIO, "%s was taken away while it was compiled", path);
    }
    return 0;
}

int build_in_room(struct build *build, const char *prog, bool *ret_ok, struct error *error)
{
    struct sandbox_room *room = NULL;
    int status = open_room(build, &room, error);

    if (status == 0)
        status = compile_dialects(build, room, prog, ret_ok, error);
    if (status == 0 && !*ret_ok)
        status = expect_sources(build, error);
    sandbox_room_free(room);
    return status;
}
