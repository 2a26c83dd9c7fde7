/*
 * Looking for a tool: every directory of the PATH in order, then Debian's places. A candidate
 * counts when it answers its version query inside a room that shows what a compiler's room would
 * show; one that does not (a proxy that needs the home directory, a program whose files nobody
 * else may read) is passed over for the next.
 *
 * Tools that work are remembered, see toolchain_memo.c; one that does not is asked again, since a
 * host that is short of something for a moment makes any program fail. A sandbox that fails is no
 * answer and ends the search, unless this candidate's files cannot be shown.
 */
#include "judge/language/toolchain.h"

#include "judge/base/file.h"
#include "judge/base/text.h"
#include "judge/language/binds.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>

#define TRY_NS ((uint64_t) 30 * 1000000000)
#define TRY_BYTES ((uint64_t) 1024 * 1024 * 1024)
#define TRY_OUTPUT ((uint64_t) 64 * 1024)
#define VERSION_LIMIT 200

static const char *const debian_places[] = { "/usr/local/bin", "/usr/bin" };

struct search {
    struct arena *arena;
    const struct language_table *table;
    struct sandbox *sandbox;
    const struct tool_row *row;
    struct tool *tool;
    const char *last_reason; /* why the last candidate was passed over */
    const char *last_path;
    char (*tried)[PATH_MAX]; /* real paths */
    size_t tried_count, tried_capacity;
};

bool tool_owns_home(const struct tool *tool)
{
    static const char *const shared[] = { "/", "/usr", "/usr/local", "/opt", "/root", "/home" };
    const char *user_home = getenv("HOME");
    size_t length = strlen(tool->home);
    char local[PATH_MAX];

    for (size_t i = 0; i < COUNT(shared); i++)
        if (strcmp(tool->home, shared[i]) == 0)
            return false;
    if (!user_home || user_home[0] != '/')
        return true;
    snprintf(local, sizeof(local), "%s/.local", user_home);
    if (strcmp(tool->home, local) == 0)
        return false;
    return strncmp(user_home, tool->home, length) != 0 ||
           (user_home[length] != '/' && user_home[length] != '\0');
}

/* The first line that says something. Warnings (the JVM's about its own flags) come before what
 * was asked for and are passed over, as is kotlinc's "info: ". */
static const char *telling_line(const char *text, size_t *ret_length)
{
    while (text && *text) {
        size_t length = strcspn(text, "\n");

        if (length > 0 && !memmem(text, length, "warning:", strlen("warning:"))) {
            size_t prefix = strncmp(text, "info: ", strlen("info: ")) == 0 ? strlen("info: ") : 0;

            *ret_length = length - prefix;
            return text + prefix;
        }
        text += length + (text[length] == '\n');
    }
    return NULL;
}

/* A version comes on stdout or on stderr. "" when nothing was said; NULL when memory is out. */
static const char *version_line(struct arena *arena, const struct sandbox_result *result)
{
    size_t length = 0;
    const char *line = telling_line(result->output, &length);

    if (!line)
        line = telling_line(result->error, &length);
    if (!line)
        return arena_strdup(arena, "");
    AUTO_FREE char *harmless = text_harmless(line, length, VERSION_LIMIT);
    return harmless ? arena_strdup(arena, harmless) : NULL;
}

static const char *why_no_answer(struct arena *arena, const struct sandbox_result *result)
{
    switch (result->outcome) {
    case SANDBOX_EXITED:
        return arena_printf(arena, "exit status %d", result->exit_status);
    case SANDBOX_SIGNALLED:
        return arena_printf(arena, "signal %d", result->signal);
    case SANDBOX_FORBIDDEN_CALL:
        return arena_printf(arena, "forbidden system call %s", result->call);
    case SANDBOX_FAILED_TO_START:
        return arena_printf(arena, "did not start: %s", result->reason);
    default:
        return arena_strdup(arena, sandbox_outcome_name(result->outcome));
    }
}

/* Runs the version query in a room of its own. Fills version or missing of the tool. Errors: the
 * sandbox's. */
static int ask_in_room(struct search *search, struct sandbox_error *error)
{
    static const char *const system_set[] = { "@system", NULL };
    struct sandbox_room_config config = { .profile = SANDBOX_PROFILE_COMPILER };
    struct tool *tool = search->tool;
    struct bind_plan plan;
    struct sandbox_room *room = NULL;
    struct sandbox_result result = { 0 };
    const char **argv =
        arena_array(search->arena, word_count(tool->row->version) + 2, sizeof(*argv));

    bind_plan_start(&plan, search->arena, search->table);
    if (!argv || bind_plan_paths(&plan, system_set) < 0 || bind_plan_tool(&plan, tool) < 0) {
        bind_plan_clear(&plan);
        return -ENOMEM;
    }
    bind_plan_finish(&plan, &config);
    argv[0] = tool->command;
    for (size_t i = 0; tool->row->version[i]; i++)
        argv[i + 1] = tool->row->version[i];
    struct sandbox_run run = { .arguments = argv,
                               .input_fd = -1,
                               .output_fd = -1,
                               .error_fd = -1,
                               .limits = { .wall_ns = TRY_NS,
                                           .cpu_ns = TRY_NS,
                                           .memory_bytes = TRY_BYTES,
                                           .output_bytes = TRY_OUTPUT,
                                           .processes = 128 } };
    int status = sandbox_room_open(search->sandbox, &config, &room, error);
    bind_plan_clear(&plan);
    if (status == 0)
        status = sandbox_run(room, &run, &result, error);
    if (status == 0 && result.outcome == SANDBOX_EXITED && result.exit_status == 0)
        tool->version = version_line(search->arena, &result);
    else if (status == 0)
        tool->missing = why_no_answer(search->arena, &result);
    tool->available = status == 0 && tool->version;
    sandbox_result_clear(&result);
    sandbox_room_free(room);
    return status;
}

/* Whether it is the candidate's files that cannot be shown in a room. */
static bool is_candidates(int code)
{
    return code == -ENOENT || code == -ENOTDIR || code == -EACCES || code == -ELOOP;
}

/* What fails because the host cannot isolate, or is short of something, would fail for all. */
static int not_tried(struct search *search, const struct sandbox_error *error)
{
    struct tool *tool = search->tool;

    tool->missing = arena_printf(search->arena, "could not be tried: %s",
                                 error->message[0] ? error->message : "out of memory");
    if (!is_candidates(error->code)) {
        tool->fault = error->code;
        tool->remedy = arena_strdup(search->arena, error->remedy);
        tool->missing = arena_strdup(search->arena, error->message);
    }
    return tool->missing ? 0 : -ENOMEM;
}

static int examine(struct search *search, const char *path)
{
    struct tool *tool = search->tool;
    struct sandbox_error sandbox_error = { 0 };
    const char *memo = NULL;

    *tool = (struct tool){ .row = search->row };
    if (memo_path(search->arena, search->row, path, &memo) == -ENOMEM)
        return -ENOMEM;
    if (memo && memo_load(search->arena, memo, tool))
        return 0;
    *tool = (struct tool){ .row = search->row };
    int status = candidate_resolve(search->arena, search->row, path, tool);
    if (status == -ENOMEM)
        return status;
    if (status == -ENOENT) {
        tool->missing = "is a proxy that leads nowhere";
    } else if (status < 0) {
        sandbox_error.code = status;
        snprintf(sandbox_error.message, sizeof(sandbox_error.message), "cannot ask %s: %s", path,
                 strerror(-status));
        return not_tried(search, &sandbox_error);
    } else {
        status = ask_in_room(search, &sandbox_error);
        if (status == -ENOMEM)
            return status;
        if (status < 0)
            return not_tried(search, &sandbox_error);
    }
    if (!tool->available && !tool->missing)
        return -ENOMEM;
    if (memo && tool->available)
        memo_store(memo, tool);
    return 0;
}

/* Whether a path is new: /bin and /usr/bin are often the same. */
static int note_tried(struct search *search, const char *path, bool *ret_new)
{
    char real[PATH_MAX];

    if (!realpath(path, real))
        return 0;
    for (size_t i = 0; i < search->tried_count; i++)
        if (strcmp(search->tried[i], real) == 0)
            return 0;
    if (array_reserve((void **) &search->tried, search->tried_count, &search->tried_capacity,
                      sizeof(*search->tried)) < 0)
        return -ENOMEM;
    memcpy(search->tried[search->tried_count++], real, strlen(real) + 1);
    *ret_new = true;
    return 0;
}

/* 1: found, 0: look on. */
static int try_directory(struct search *search, const char *directory, size_t length)
{
    for (word_list command = search->row->commands; *command; command++) {
        struct stat info;
        bool is_new = false;
        const char *path =
            arena_printf(search->arena, "%.*s/%s", (int) length, directory, *command);

        if (!path)
            return -ENOMEM;
        if (stat(path, &info) < 0 || !S_ISREG(info.st_mode) || access(path, X_OK) < 0)
            continue;
        int status = note_tried(search, path, &is_new);
        if (status == 0 && is_new)
            status = examine(search, path);
        if (status < 0)
            return status;
        if (is_new && (search->tool->available || search->tool->fault))
            return 1;
        if (is_new) {
            search->last_path = path;
            search->last_reason = search->tool->missing;
        }
    }
    return 0;
}

static int search_path(struct search *search)
{
    const char *path = getenv("PATH");
    int found = 0;

    while (path && *path && found == 0) {
        size_t length = strcspn(path, ":");

        if (path[0] == '/') /* relative ones depend on where the judge was started */
            found = try_directory(search, path, length);
        path += length + (path[length] == ':');
    }
    for (size_t i = 0; i < COUNT(debian_places) && found == 0; i++)
        found = try_directory(search, debian_places[i], strlen(debian_places[i]));
    return found;
}

int tool_find(struct arena *arena, const struct language_table *table, struct sandbox *sandbox,
              const struct tool_row *row, struct tool *ret, struct error *error)
{
    struct tool tool = { .row = row };
    struct search search = {
        .arena = arena, .table = table, .sandbox = sandbox, .row = row, .tool = &tool
    };
    int found = search_path(&search);
    const char *name = row->commands[0] ? row->commands[0] : row->id;

    free(search.tried);
    if (found == 0) {
        const char *missing =
            search.last_path
                ? arena_printf(arena, "%s does not work in the sandbox (%s)", search.last_path,
                               search.last_reason)
                : arena_printf(arena, "there is no %s on the PATH or in /usr/bin", name);
        tool = (struct tool){ .row = row, .missing = missing };
        found = missing ? 0 : -ENOMEM;
    }
    if (found < 0)
        return error_set(error, found, "out of memory while looking for %s", name);
    *ret = tool;
    return 0;
}
