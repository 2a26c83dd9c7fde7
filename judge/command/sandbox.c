/*
 * `assay sandbox`: one program in a room of its own, its limits from the command line. What it
 * writes is captured under the output limit and passed on afterwards: as it is to a file or pipe,
 * harmless to a terminal.
 */

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/base/text.h"
#include "judge/command/command.h"
#include "judge/command/sandbox_program.h"
#include "judge/command/session.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { PROGRAM_BYTES = 256 << 20, INPUT_BYTES = 1 << 30 };

struct sandbox_settings {
    bool json, loopback;
    double cpu_s, wall_s;
    uint64_t memory_bytes, output_bytes, stack_bytes, file_bytes, scratch_bytes;
    uint64_t processes, open_files, repeat;
    const char *profile, *backend, *stdin_path, *directory;
    struct option_list binds, environment;
};

static const char *const profiles[] = { "compiled", "interpreter", "jvm",      "node",
                                        "compiler", "service",     "observed", NULL };
static const char *const backends[] = { "cgroup2", "cgroup1", "rlimit", NULL };

#define FIELD(name) offsetof(struct sandbox_settings, name)
#define BYTES_MAX (1LL << 50)

static const struct option_row options[] = {
    OPTION_JSON(struct sandbox_settings),
    { .name = "cpu",
      .letter = 'c',
      .type = OPTION_SECONDS,
      .value = "SECONDS",
      .low = 0.001,
      .high = 86400,
      .fallback = "10",
      .offset = FIELD(cpu_s),
      .help = "CPU time of all its processes together" },
    { .name = "wall",
      .letter = 'w',
      .type = OPTION_SECONDS,
      .value = "SECONDS",
      .low = 0.001,
      .high = 86400,
      .offset = FIELD(wall_s),
      .help = "time from start to end (default: twice the CPU time, and a second)" },
    { .name = "memory",
      .letter = 'm',
      .type = OPTION_BYTES,
      .value = "BYTES",
      .low = 1 << 20,
      .high = BYTES_MAX,
      .fallback = "256M",
      .offset = FIELD(memory_bytes),
      .help = "memory of all its processes and of the files it writes" },
    { .name = "output",
      .letter = 'o',
      .type = OPTION_BYTES,
      .value = "BYTES",
      .low = 1,
      .high = 1LL << 32,
      .fallback = "16M",
      .offset = FIELD(output_bytes),
      .help = "bytes written to stdout, and as many again to stderr" },
    { .name = "processes",
      .letter = 'p',
      .type = OPTION_COUNT,
      .value = "N",
      .low = 1,
      .high = 100000,
      .fallback = "64",
      .offset = FIELD(processes),
      .help = "processes and threads at the same time" },
    { .name = "open-files",
      .type = OPTION_COUNT,
      .value = "N",
      .low = 3,
      .high = 1 << 20,
      .fallback = "256",
      .offset = FIELD(open_files),
      .help = "open files of one process" },
    { .name = "stack",
      .type = OPTION_BYTES,
      .value = "BYTES",
      .low = 1 << 14,
      .high = BYTES_MAX,
      .offset = FIELD(stack_bytes),
      .help = "stack of the main thread (default: the memory)" },
    { .name = "file-size",
      .type = OPTION_BYTES,
      .value = "BYTES",
      .low = 1,
      .high = BYTES_MAX,
      .offset = FIELD(file_bytes),
      .help = "size of one file (default: the scratch)" },
    { .name = "scratch",
      .type = OPTION_BYTES,
      .value = "BYTES",
      .low = 1 << 16,
      .high = BYTES_MAX,
      .fallback = "256M",
      .offset = FIELD(scratch_bytes),
      .help = "size of /box, /tmp and /dev/shm together" },
    { .name = "profile",
      .type = OPTION_CHOICE,
      .value = "NAME",
      .choices = profiles,
      .fallback = "compiled",
      .offset = FIELD(profile),
      .help = "which system calls are allowed" },
    { .name = "stdin",
      .letter = 'i',
      .type = OPTION_TEXT,
      .value = "FILE",
      .offset = FIELD(stdin_path),
      .help = "its standard input; - is that of assay, read to the end (default: empty)" },
    { .name = "bind",
      .letter = 'b',
      .type = OPTION_LIST,
      .value = "SOURCE[:TARGET]",
      .offset = FIELD(binds),
      .help = "show a file or directory of the host, read-only" },
    { .name = "env",
      .letter = 'e',
      .type = OPTION_LIST,
      .value = "NAME=VALUE",
      .offset = FIELD(environment),
      .help = "set a variable of its environment" },
    { .name = "directory",
      .letter = 'd',
      .type = OPTION_TEXT,
      .value = "DIRECTORY",
      .offset = FIELD(directory),
      .help = "its working directory in the room (default: /box)" },
    { .name = "loopback",
      .type = OPTION_FLAG,
      .offset = FIELD(loopback),
      .help = "bring up the room's own loopback network" },
    { .name = "repeat",
      .letter = 'r',
      .type = OPTION_COUNT,
      .value = "N",
      .low = 1,
      .high = 1000000,
      .fallback = "1",
      .offset = FIELD(repeat),
      .help = "run it N times in the room, which is emptied before each" },
    { .name = "backend",
      .type = OPTION_CHOICE,
      .value = "NAME",
      .choices = backends,
      .offset = FIELD(backend),
      .help = "how limits are measured, instead of the best there is" },
    { 0 },
};

/* Everything that one run needs, gathered before anything is opened. */
struct plan {
    struct arena *arena;
    const struct sandbox_settings *settings;
    struct sandbox_place place;
    struct sandbox_bind *binds;
    size_t bind_count;
    const char **arguments, **environment;
    int input_fd;
};

/* ---- Gathering ----------------------------------------------------------------------------- */

/* What programs of /usr need beside it. */
static const struct sandbox_bind base_binds[] = {
    { .source = "/usr" },
    { .source = "/etc/alternatives", .optional = true },
    { .source = "/etc/ld.so.cache", .optional = true },
    { .source = "/etc/java-17-openjdk", .optional = true },
};

static enum command_exit wrong_value(const char *option, const char *value, const char *expected)
{
    struct error error = { 0 };

    error_set(&error, -EINVAL, "sandbox: --%s: expected %s, not '%s'", option, expected, value);
    return command_fail(COMMAND_USAGE, &error);
}

static enum command_exit out_of_memory(void)
{
    struct error error = { 0 };

    error_set(&error, -ENOMEM, "memory is out");
    return command_fail(COMMAND_BROKEN, &error);
}

/* SOURCE[:TARGET]; the source becomes absolute, the target must be. */
static enum command_exit add_bind(struct plan *plan, const char *text)
{
    const char *colon = strchr(text, ':');
    char *source = arena_strndup(plan->arena, text, colon ? (size_t) (colon - text) : strlen(text));
    AUTO_FREE char *real = source ? realpath(source, NULL) : NULL;
    struct sandbox_bind *bind = &plan->binds[plan->bind_count];
    struct error error = { 0 };

    if (!source)
        return out_of_memory();
    if (!real) {
        error_set(&error, -errno, "--bind: %s: %s", source, strerror(errno));
        return command_fail(error_is_hosts(error.code) ? COMMAND_BROKEN : COMMAND_BAD_INPUT,
                            &error);
    }
    bind->source = arena_strdup(plan->arena, real);
    bind->target = colon ? colon + 1 : *source == '/' ? source : bind->source;
    if (!bind->source)
        return out_of_memory();
    if (*bind->target != '/' || !bind->target[1])
        return wrong_value("bind", text, "SOURCE or SOURCE:TARGET with an absolute TARGET");
    plan->bind_count++;
    return COMMAND_PASSED;
}

static enum command_exit gather_binds(struct plan *plan)
{
    const struct option_list *list = &plan->settings->binds;
    enum command_exit status = COMMAND_PASSED;

    plan->binds =
        arena_array(plan->arena, COUNT(base_binds) + list->count + 1, sizeof(*plan->binds));
    if (!plan->binds)
        return out_of_memory();
    memcpy(plan->binds, base_binds, sizeof(base_binds));
    plan->bind_count = COUNT(base_binds);
    if (plan->place.source && !plan->place.copy)
        plan->binds[plan->bind_count++] = (struct sandbox_bind){
            .source = plan->place.source,
            .target = plan->place.path,
        };
    for (size_t i = 0; i < list->count && status == COMMAND_PASSED; i++)
        status = add_bind(plan, list->items[i]);
    return status;
}

/* The variables of --env after those that every program gets; a later one replaces an earlier. */
static enum command_exit gather_environment(struct plan *plan)
{
    static const char *const defaults[] = { "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/box",
                                            "TMPDIR=/tmp", "LANG=C.UTF-8" };
    const struct option_list *list = &plan->settings->environment;
    size_t count = COUNT(defaults);

    plan->environment =
        arena_array(plan->arena, COUNT(defaults) + list->count + 1, sizeof(*plan->environment));
    if (!plan->environment)
        return out_of_memory();
    memcpy(plan->environment, defaults, sizeof(defaults));
    for (size_t i = 0; i < list->count; i++) {
        const char *variable = list->items[i], *equals = strchr(variable, '=');
        size_t at = 0;

        if (!equals || equals == variable)
            return wrong_value("env", variable, "NAME=VALUE");
        while (at < count &&
               strncmp(plan->environment[at], variable, (size_t) (equals - variable) + 1) != 0)
            at++;
        plan->environment[at] = variable;
        count += at == count;
    }
    return COMMAND_PASSED;
}

static enum command_exit gather_arguments(struct plan *plan, const struct command_input *input)
{
    struct error error = { 0 };

    if (sandbox_place_find(plan->arena, input->arguments[0], &plan->place, &error) < 0)
        return command_fail(command_status(&error), &error);
    plan->arguments = arena_array(plan->arena, (size_t) input->count + 1, sizeof(*plan->arguments));
    if (!plan->arguments)
        return out_of_memory();
    plan->arguments[0] = plan->place.path;
    for (int i = 1; i < input->count; i++)
        plan->arguments[i] = input->arguments[i];
    return COMMAND_PASSED;
}

/* All of our own stdin, sealed, so that a program never holds a descriptor of the caller's. */
static int seal_own_input(int *ret_fd, struct sandbox_error *error)
{
    AUTO_BUFFER struct buffer buffer = { 0 };
    char block[65536];
    ssize_t count;

    while ((count = read(STDIN_FILENO, block, sizeof(block))) != 0) {
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 || buffer_append(&buffer, block, (size_t) count) < 0 ||
            buffer.size > INPUT_BYTES) {
            error->code = count < 0 ? -errno : buffer.size > INPUT_BYTES ? -EFBIG : -ENOMEM;
            snprintf(error->message, sizeof(error->message), "%s", strerror(-error->code));
            return error->code;
        }
    }
    return sandbox_seal_bytes(buffer.data ? buffer.data : "", buffer.size, ret_fd, error);
}

static enum command_exit gather_input(struct plan *plan)
{
    const char *path = plan->settings->stdin_path;
    struct sandbox_error fault = { 0 };
    struct error error = { 0 };
    int code = 0;

    if (path)
        code = strcmp(path, "-") ? sandbox_seal_file(path, &plan->input_fd, &fault)
                                 : seal_own_input(&plan->input_fd, &fault);
    if (code == 0)
        return COMMAND_PASSED;
    error_set(&error, code, "--stdin: %s", fault.message);
    return command_fail(error_is_hosts(code) ? COMMAND_BROKEN : COMMAND_BAD_INPUT, &error);
}

static enum command_exit gather(struct plan *plan, const struct command_input *input)
{
    enum command_exit status = plan->arena ? gather_arguments(plan, input) : out_of_memory();

    if (status == COMMAND_PASSED)
        status = gather_binds(plan);
    if (status == COMMAND_PASSED)
        status = gather_environment(plan);
    if (status == COMMAND_PASSED)
        status = gather_input(plan);
    return status;
}

/* ---- Running ------------------------------------------------------------------------------- */

static struct sandbox_limits limits_of(const struct sandbox_settings *settings)
{
    return (struct sandbox_limits){
        .cpu_ns = (uint64_t) (settings->cpu_s * 1e9),
        .wall_ns = (uint64_t) (settings->wall_s * 1e9),
        .memory_bytes = settings->memory_bytes,
        .output_bytes = settings->output_bytes,
        .stack_bytes = settings->stack_bytes,
        .file_bytes = settings->file_bytes,
        .processes = (uint32_t) settings->processes,
        .open_files = (uint32_t) settings->open_files,
    };
}

static int copy_program(const struct plan *plan, struct sandbox_room *room,
                        struct sandbox_error *fault)
{
    AUTO_FREE char *data = NULL;
    struct error error = { 0 };
    size_t size;

    if (!plan->place.copy)
        return 0;
    if (file_read(plan->place.source, PROGRAM_BYTES, &data, &size, &error) < 0) {
        fault->code = error.code;
        snprintf(fault->message, sizeof(fault->message), "%s", error.message);
        return fault->code;
    }
    return sandbox_room_put(room, path_base(plan->place.path), data, size, 0755, fault);
}

static int run_in_room(const struct plan *plan, struct sandbox_room *room,
                       struct sandbox_result *result, struct sandbox_error *fault)
{
    struct sandbox_run run = {
        .arguments = plan->arguments,
        .environment = plan->environment,
        .directory = plan->settings->directory,
        .limits = limits_of(plan->settings),
        .input_fd = plan->input_fd,
        .output_fd = -1,
        .error_fd = -1,
        .error_keep_bytes = plan->settings->output_bytes,
        .keep_files = true, /* the room is empty; a copied program is in it */
    };
    int code = copy_program(plan, room, fault);

    return code < 0 ? code : sandbox_run(room, &run, result, fault);
}

/* The room and the input as the first run found them. */
static int start_over(struct plan *plan, struct sandbox_room *room, struct sandbox_error *fault)
{
    int code = plan->input_fd >= 0 ? sandbox_seal_renew(&plan->input_fd, fault) : 0;

    return code < 0 ? code : sandbox_room_wipe(room, fault);
}

/* Passes captured text on: as it is, or harmless where somebody looks. */
static void pass_on(FILE *file, const char *text, size_t size)
{
    struct report_style style = report_style_of(file);
    AUTO_FREE char *harmless = style.terminal && size ? text_harmless(text, size, size) : NULL;

    if (!size)
        return;
    fwrite(harmless         ? harmless
           : style.terminal ? ""
                            : text,
           1,
           harmless         ? strlen(harmless)
           : style.terminal ? 0
                            : size,
           file);
    fflush(file);
}

static enum command_exit print_result(const struct plan *plan, const struct sandbox_result *result)
{
    bool good = result->outcome == SANDBOX_EXITED && result->exit_status == 0;
    enum command_exit status = good ? COMMAND_PASSED : COMMAND_REJECTED;
    struct report_style style = report_style_of(stderr);

    if (plan->settings->json)
        return command_printed(report_sandbox_json(stdout, result), status);
    pass_on(stdout, result->output, result->output_size);
    pass_on(stderr, result->error, result->error_size);
    report_sandbox_text(stderr, &style, result);
    return status;
}

static enum command_exit worse(enum command_exit one, enum command_exit other)
{
    return other > one ? other : one;
}

static enum command_exit execute(struct plan *plan, struct sandbox *sandbox)
{
    struct sandbox_room_config config = {
        .binds = plan->binds,
        .bind_count = plan->bind_count,
        .scratch_bytes = plan->settings->scratch_bytes,
        .loopback = plan->settings->loopback,
    };
    struct sandbox_error fault = { 0 };
    struct sandbox_room *room = NULL;
    enum command_exit status = COMMAND_PASSED;
    int code;

    if (sandbox_profile_parse(plan->settings->profile, &config.profile) < 0)
        return wrong_value("profile", plan->settings->profile, "the name of a profile");
    code = sandbox_room_open(sandbox, &config, &room, &fault);
    for (uint64_t i = 0; code == 0 && i < plan->settings->repeat; i++) {
        struct sandbox_result result = { 0 };
        code = i ? start_over(plan, room, &fault) : 0;
        if (code == 0)
            code = run_in_room(plan, room, &result, &fault);
        if (code == 0)
            status = worse(status, print_result(plan, &result));
        sandbox_result_clear(&result);
    }
    if (code < 0)
        status = session_sandbox_fault(&fault);
    sandbox_room_free(room);
    return status;
}

static enum command_exit run(const struct command_input *input)
{
    const struct sandbox_settings *settings = input->settings;
    AUTO_ARENA struct arena *arena = arena_new();
    struct plan plan = { .arena = arena, .settings = settings, .input_fd = -1 };
    struct sandbox *sandbox = NULL;
    enum command_exit status = gather(&plan, input);

    if (status == COMMAND_PASSED)
        status = session_sandbox(settings->backend, &sandbox);
    if (status == COMMAND_PASSED)
        status = execute(&plan, sandbox);
    sandbox_close(sandbox);
    cleanup_close(&plan.input_fd);
    return status;
}

const struct command command_sandbox = {
    .name = "sandbox",
    .arguments = "[--] COMMAND [ARGUMENT]...",
    .summary = "Run any program in the sandbox, under limits",
    .help =
        "The program sees a read-only /usr, an empty /box to work in, and nothing else of this\n"
        "machine. A COMMAND without a slash is looked up in the room's PATH. One that is a file\n"
        "of the host outside /usr, such as ./a.out, is shown as /prog/a.out (or copied to\n"
        "/box/a.out where its permissions are closed to others); files that its arguments name\n"
        "are not shown: use --bind or --stdin.\n\n"
        "What it writes is passed on when it has ended, and a line on stderr says how that was.\n"
        "The default profile, compiled, is the strictest; shells and Python work in it. BYTES\n"
        "may end in K, M or G (powers of 1024). With --repeat, --json prints an object a run.\n\n"
        "Exit status 0: it exited with 0, each time; 1: it ended in any other way.\n",
    .options = options,
    .settings_bytes = sizeof(struct sandbox_settings),
    .least = 1,
    .most = -1,
    .until_argument = true,
    .isolates = true,
    .run = run,
};
