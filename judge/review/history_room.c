/*
 * Theory of operation: packs, deltas and trees are a candidate's bytes, and their parser is a large
 * library. So the judge itself only copies files, opened below .git alone and following no link,
 * into a room; there a small program that is built into this one (reader/history.c) parses them,
 * as nobody, without a network, under limits of time, memory and system calls. Should it be taken
 * over, it can do what a candidate's own program can: print lies about the candidate's history.
 *
 * Only HEAD, packed-refs, shallow, refs and objects are copied. Configuration (with its includes
 * and filters), hooks, attributes and objects/info/alternates stay outside, and whatever they name.
 */

#include "judge/review/history.h"

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/base/text.h"
#include "judge/review/mutant.h"
#include "judge/review/sources.h"
#include "sandbox/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define STRING(text) STRING_OF(text)
#define STRING_OF(text) #text

#define READER_SECONDS 20 /* of its own time, after which the reader stops by itself */
#define CPU_NS (UINT64_C(40) * 1000000000)
#define GIT_FILES 100000
#define GIT_BYTES ((size_t) 256 << 20)
#define TREE_FILES 20000
#define TREE_BYTES ((size_t) 64 << 20)
#define FILE_BYTES ((size_t) 1 << 20)
#define SCRATCH_BYTES ((uint64_t) 640 << 20)
#define MEMORY_BYTES ((uint64_t) 1280 << 20)
#define OUTPUT_BYTES ((uint64_t) 128 << 20)

__asm__(".pushsection .rodata\n"
        ".global history_reader\n"
        ".type history_reader, @object\n"
        "history_reader:\n"
        ".incbin \"" HISTORY_READER "\"\n"
        ".global history_reader_end\n"
        "history_reader_end:\n"
        ".byte 0\n"
        ".size history_reader, . - history_reader\n"
        ".popsection\n");

extern const char history_reader[];
extern const char history_reader_end[];

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* ---- What is copied -----------------------------------------------------------------------------
 */

static bool enters_any(const char *name)
{
    (void) name;
    return true;
}

static bool takes_names(const char *path)
{
    return strncmp(path, "refs/", 5) == 0 || strcmp(path, "HEAD") == 0 ||
           strcmp(path, "packed-refs") == 0 || strcmp(path, "shallow") == 0;
}

static bool takes_objects(const char *path)
{
    return strncmp(path, "objects/", 8) == 0 && strncmp(path, "objects/info/", 13) != 0;
}

/* Whatever a finding may be in; migrations are looked into, as by the review of the sources. */
static bool enters_tree(const char *name)
{
    return strcmp(name, "migrations") == 0 || !mutant_is_foreign_directory(name);
}

static bool takes_tree(const char *path)
{
    (void) path;
    return true;
}

static int put_files(struct sandbox_room *room, const char *directory, const char *folder,
                     const struct sources_wanted *wanted, bool *ret_cut, struct error *error)
{
    struct sandbox_error fault;
    struct sources *sources = NULL;
    char path[PATH_MAX];
    int failed = sources_read(directory, wanted, &sources, error);

    for (size_t i = 0; !failed && i < sources->count; i++) {
        const struct source *source = &sources->items[i];
        /* Neither has findings in it. */
        if (source->size > wanted->limit ||
            snprintf(path, sizeof(path), "%s/%s", folder, source->path) >= (int) sizeof(path))
            continue;
        if (sandbox_room_put(room, path, source->text, source->size, 0644, &fault) < 0)
            failed = error_from_sandbox(error, &fault);
    }
    if (!failed)
        *ret_cut |= sources->cut;
    sources_free(sources);
    return failed;
}

/* ---- The directory ------------------------------------------------------------------------------
 */

/* .git itself, not what it points to; NULL: *ret is open. */
static const char *open_git(const char *directory, int *ret)
{
    char path[PATH_MAX];
    struct stat status;

    if (snprintf(path, sizeof(path), "%s/.git", directory) >= (int) sizeof(path))
        return "the path is too long";
    if (lstat(path, &status) < 0) {
        bool bare = snprintf(path, sizeof(path), "%s/objects", directory) < (int) sizeof(path) &&
                    file_is_directory(path) &&
                    snprintf(path, sizeof(path), "%s/HEAD", directory) < (int) sizeof(path) &&
                    file_exists(path);
        return bare ? "it is a bare repository, which has no files to review"
                    : "there is no .git in it";
    }
    if (S_ISLNK(status.st_mode))
        return "its .git is a symbolic link, which is not followed";
    if (S_ISREG(status.st_mode))
        return "its .git is a file that points elsewhere (a worktree or submodule), which is not "
               "followed";
    *ret = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    return *ret < 0 ? "its .git cannot be opened" : NULL;
}

bool history_is_there(const char *directory)
{
    AUTO_CLOSE int git = -1;

    return !open_git(directory, &git);
}

/* ---- The run ------------------------------------------------------------------------------------
 */

/* With the reader in it. */
static int open_room(struct sandbox *sandbox, struct sandbox_room **ret, struct error *error)
{
    static const struct sandbox_bind binds[] = {
        { .source = "/usr" },
        { .source = "/etc/ld.so.cache", .optional = true },
        { .source = "/etc/alternatives", .optional = true },
    };
    const struct sandbox_room_config config = {
        .profile = SANDBOX_PROFILE_COMPILED,
        .binds = binds,
        .bind_count = COUNT(binds),
        .scratch_bytes = SCRATCH_BYTES,
        .scratch_inodes = (uint64_t) 2 * (GIT_FILES + TREE_FILES),
    };
    struct sandbox_room *room = NULL;
    struct sandbox_error fault;

    if (sandbox_room_open(sandbox, &config, &room, &fault) < 0)
        return error_from_sandbox(error, &fault);
    if (sandbox_room_put(room, "reader", history_reader,
                         (size_t) (history_reader_end - history_reader), 0755, &fault) < 0) {
        sandbox_room_free(room);
        return error_from_sandbox(error, &fault);
    }
    *ret = room;
    return 0;
}

/* Names go first: without them nothing can be said of objects that are too many. */
static int fill_room(struct sandbox_room *room, const char *directory, int git, const char *base,
                     bool *ret_cut, struct error *error)
{
    const struct sources_wanted names = { enters_any, takes_names, GIT_FILES, FILE_BYTES * 16,
                                          FILE_BYTES * 16 };
    const struct sources_wanted objects = { enters_any, takes_objects, GIT_FILES, GIT_BYTES,
                                            GIT_BYTES };
    const struct sources_wanted files = { enters_tree, takes_tree, TREE_FILES, TREE_BYTES,
                                          FILE_BYTES };
    char opened[40];

    snprintf(opened, sizeof(opened), "/proc/self/fd/%d", git);
    int failed = put_files(room, opened, "git", &names, ret_cut, error);
    failed = failed ? failed : put_files(room, opened, "git", &objects, ret_cut, error);
    if (!failed && base)
        failed = put_files(room, directory, "tree", &files, ret_cut, error);
    return failed;
}

static int run_reader(struct sandbox_room *room, const char *const *arguments,
                      struct sandbox_result *result, struct error *error)
{
    const struct sandbox_run run = {
        .arguments = arguments,
        .limits = { .cpu_ns = CPU_NS,
                    .memory_bytes = MEMORY_BYTES,
                    .output_bytes = OUTPUT_BYTES,
                    .processes = 4 },
        .input_fd = -1,
        .output_fd = -1,
        .error_fd = -1,
        .keep_files = true,
    };
    struct sandbox_error fault;

    return sandbox_run(room, &run, result, &fault) < 0 ? error_from_sandbox(error, &fault) : 0;
}

/* How the reader ended, where it was not by itself: added to what it could tell. */
static int note_end(struct history *history, const struct sandbox_result *result, bool cut)
{
    bool good = result->outcome == SANDBOX_EXITED && result->exit_status == 0;
    const char *how = "its reader failed: libgit2 1.5 and jansson have to be installed";

    if (good) {
        if (cut)
            history->why = "there is more in the repository than is read";
        if (cut && !history->head[0])
            history->absent = history->why;
        return 0;
    }
    if (result->outcome != SANDBOX_EXITED || history->commit_count || history->file_count)
        how = arena_printf(history->arena, "its reader was ended: %s",
                           sandbox_outcome_name(result->outcome));
    if (!how)
        return -ENOMEM;
    history->why = how;
    if (!history->head[0])
        history->absent = how;
    return 0;
}

static int read_in_room(struct sandbox *sandbox, const char *directory, int git, const char *base,
                        struct history **ret, struct error *error)
{
    const char *const arguments[] = { "/box/reader",           STRING(READER_SECONDS),
                                      STRING(HISTORY_COMMITS), base ? base : "",
                                      base ? "tree" : NULL,    NULL };
    struct sandbox_result result = { 0 };
    struct sandbox_room *room = NULL;
    struct history *history = NULL;
    bool cut = false;
    int failed = open_room(sandbox, &room, error);

    failed = failed ? failed : fill_room(room, directory, git, base, &cut, error);
    failed = failed ? failed : run_reader(room, arguments, &result, error);
    failed = failed ? failed : history_parse(result.output, result.output_size, &history, error);
    if (!failed && note_end(history, &result, cut) < 0)
        failed = no_memory(error);
    sandbox_result_clear(&result);
    sandbox_room_free(room);
    if (failed || !history) {
        history_free(history);
        return error_failed(failed);
    }
    *ret = history;
    return 0;
}

int history_library(struct sandbox *sandbox, char *text, size_t size, struct error *error)
{
    static const char *const arguments[] = { "/box/reader", NULL };
    struct sandbox_result result = { 0 };
    struct sandbox_room *room = NULL;
    int failed = open_room(sandbox, &room, error);

    failed = failed ? failed : run_reader(room, arguments, &result, error);
    if (!failed && (result.outcome != SANDBOX_EXITED || result.exit_status != 0))
        failed = error_set(error, -ENOEXEC, "libgit2 1.5 and jansson have to be installed");
    if (!failed)
        snprintf(text, size, "%.*s", (int) strcspn(result.output, "\n"), result.output);
    sandbox_result_clear(&result);
    sandbox_room_free(room);
    return failed;
}

/* With a base, what cannot be read is the caller's mistake or nobody's, and no review comes of it.
 */
static int check_base(const struct history *history, const char *directory, struct error *error)
{
    if (history->absent)
        return error_at(error, -ENOENT, directory, 0, "%.300s", history->absent);
    if (!history->base)
        return error_at(error, -EINVAL, directory, 0,
                        "what changed since cannot be worked out: %.300s",
                        history->why ? history->why : "it is damaged");
    return 0;
}

static int say_absent(const char *directory, const char *base, const char *why,
                      struct history **ret, struct error *error)
{
    if (!base) {
        *ret = history_absent(why);
        return *ret ? 0 : no_memory(error);
    }
    bool bare = strstr(why, "bare") != NULL;
    error_at(error, bare ? -EINVAL : -ENOENT, directory, 0, "%s", why);
    error_remedy(error, "--base needs the directory of a git repository, the one with .git");
    return error->code;
}

int history_read(struct sandbox *sandbox, const char *directory, const char *base,
                 struct history **ret, struct error *error)
{
    AUTO_CLOSE int git = -1;
    struct history *history = NULL;
    const char *why = open_git(directory, &git);

    if (why)
        return say_absent(directory, base, why, ret, error);
    int failed = read_in_room(sandbox, directory, git, base, &history, error);
    if (failed == -ENOENT && base)
        return error_context(error, "--base %.80s", base);
    if (!failed && base)
        failed = check_base(history, directory, error);
    if (failed || !history) {
        history_free(history);
        return error_failed(failed);
    }
    *ret = history;
    return 0;
}
