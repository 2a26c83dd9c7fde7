/*
 * Compiling: sources in, a directory out.
 *
 *   stage    sources are copied and hashed (stage.c); the hash, with the row, the flags and the
 *            tools, is the key of the cache
 *   look     an entry of that key is taken as it is
 *   compile  else the compiler runs in a fresh room: /src and /include read-only, /box empty. What
 *            it leaves in /box comes back by descriptor, bounded in number and size
 *   keep     the finished directory becomes the entry
 *
 * Compilers are programs that run on somebody's input: theirs is a room like any other, with the
 * host's toolchain shown read-only. Errors of compiling are not cached: most depend on limits or
 * are cheap, and a wrong one would stick.
 */
#include "judge/language/build.h"
#include "judge/base/file.h"
#include "judge/language/classfile.h"
#include "judge/language/compiler.h"
#include "judge/language/template.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEY_VERSION "assay program 3"
#define META_LIMIT ((size_t) 1024 * 1024)
#define PROGRAM_LIMIT ((size_t) 256 * 1024 * 1024)

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory while compiling");
}

/* ---- The key -------------------------------------------------------------------------------- */

static void add_text(struct digest_state *digest, const char *text)
{
    digest_add(digest, text ? text : "", text ? strlen(text) + 1 : 1);
}

static void add_words(struct digest_state *digest, word_list words)
{
    for (; words && *words; words++)
        add_text(digest, *words);
    add_text(digest, "");
}

/* All that the result depends on besides the sources, which are added as they are written. */
static void add_conditions(struct digest_state *digest, const struct build *build)
{
    const struct language_row *row = build->row;

    add_text(digest, KEY_VERSION);
    add_text(digest, row->id);
    add_words(digest, row->compile.command);
    add_words(digest, row->compile.environment);
    add_words(digest, row->compile.binds);
    add_words(digest, row->dialects);
    add_words(digest, row->main);
    digest_add(digest, &row->entry, sizeof(row->entry));
    digest_add(digest, &row->keep_sources, sizeof(row->keep_sources));
    add_text(digest, build->request->entry_point);
    add_text(digest, build->stage.main);
    for (const struct tool *const *tool = build->tools; *tool; tool++) {
        add_text(digest, (*tool)->command);
        add_text(digest, (*tool)->version);
    }
}

static int stage_and_hash(struct build *build, char key[65], struct error *error)
{
    struct digest_state *digest = digest_new();

    if (!digest)
        return no_memory(error);
    add_conditions(digest, build);
    int status = stage_write(&build->stage, build->request->include_directories,
                             build->slot.directory, digest, error);
    digest_finish(digest, key);
    return status;
}

/* ---- Taking over what was made -------------------------------------------------------------- */

static int keep_sources(const struct build *build, const char *prog, struct error *error)
{
    int status = 0;

    for (size_t i = 0; i < build->stage.count && status == 0; i++)
        status = stage_put(prog, build->stage.sources[i].name, build->stage.sources[i].data,
                           build->stage.sources[i].size, false, error);
    return status;
}

/* Where the run executes what the compiler leaves, and not an interpreter of it, whether it is
 * there. Sources can ask for a library instead. */
static bool has_executable(const struct build *build, const char *prog)
{
    const char *name = build->row->run.command[0];

    if (strncmp(name, "{out}/", 6) != 0 || strchr(name + 6, '{'))
        return true;
    const char *path = arena_printf(build->arena, "%s/%s", prog, name + 6);
    return path && access(path, X_OK) == 0;
}

/* Decides how the program starts. *ret_ok false with a message when it has no start. */
static int find_entry(struct build *build, const char *prog, bool *ret_ok, struct error *error)
{
    const struct language_row *row = build->row;
    const char *class = NULL;
    int status = 0;

    build->entry = build->stage.main ? build->stage.main : "";
    if (row->entry == ENTRY_CLASS) {
        status =
            class_choose(build->arena, prog, build->request->entry_point, row->main, &class, error);
        build->entry = class;
        if (status == 0 && !class)
            buffer_puts(&build->message, "no class has a method public static void "
                                         "main(String[])");
    } else if (!row->keep_sources && !has_executable(build, prog)) {
        buffer_puts(&build->message, "the compiler left no executable program");
        build->entry = NULL;
    }
    *ret_ok = build->entry != NULL;
    return status;
}

/* ---- What is known of an entry -------------------------------------------------------------- */

static int digest_file(struct digest_state *digest, const char *path, struct error *error)
{
    AUTO_FREE char *data = NULL;
    size_t size;
    int status = file_read(path, PROGRAM_LIMIT, &data, &size, error);

    if (status < 0)
        return status;
    digest_add(digest, &size, sizeof(size));
    digest_add(digest, data, size);
    return 0;
}

/* Names, modes and contents below a directory. Recursion: a compiler's output, whose depth
 * build_in_room() bounds. */
/* NOLINTNEXTLINE(misc-no-recursion): as said above */
static int digest_tree(struct arena *arena, struct digest_state *digest, const char *path,
                       struct error *error)
{
    const char *const *names;
    size_t count;
    int status = file_list(arena, path, &names, &count, error);

    for (size_t i = 0; i < count && status == 0; i++) {
        const char *entry = arena_printf(arena, "%s/%s", path, names[i]);
        struct stat info;

        if (!entry)
            return no_memory(error);
        add_text(digest, names[i]);
        if (lstat(entry, &info) < 0)
            return error_set(error, -errno, "%s: %s", entry, strerror(errno));
        digest_add(digest, &info.st_mode, sizeof(info.st_mode));
        status = S_ISDIR(info.st_mode) ? digest_tree(arena, digest, entry, error)
                                       : digest_file(digest, entry, error);
    }
    return status;
}

static int digest_prog(struct arena *arena, const char *directory, char hex[65],
                       struct error *error)
{
    const char *prog = arena_printf(arena, "%s/prog", directory);
    struct digest_state *digest = digest_new();

    if (!digest)
        return no_memory(error);
    int status = prog ? digest_tree(arena, digest, prog, error) : no_memory(error);
    digest_finish(digest, hex);
    return status;
}

/* "ENTRY\n", the digest of prog/ and a newline, and the compiler's text. */
static int write_meta(const struct build *build, struct error *error)
{
    AUTO_BUFFER struct buffer meta = { 0 };
    char hex[65];
    int status = digest_prog(build->arena, build->slot.directory, hex, error);

    if (status < 0)
        return status;
    if (buffer_printf(&meta, "%s\n%s\n", build->entry, hex) < 0 ||
        buffer_puts(&meta, build->message.data ? build->message.data : "") < 0)
        return no_memory(error);
    return stage_put(build->slot.directory, "meta", meta.data, meta.size, false, error);
}

/* Whether the entry is whole: a disk that was full, a power cut or a hand may have changed it. */
static int read_meta(struct build *build, bool *ret_whole, struct error *error)
{
    const char *path = arena_printf(build->arena, "%s/meta", build->slot.directory);
    AUTO_FREE char *data = NULL;
    char hex[65];
    size_t size;

    *ret_whole = false;
    if (!path)
        return no_memory(error);
    int status = file_read(path, META_LIMIT, &data, &size, error);
    if (status == 0)
        status = digest_prog(build->arena, build->slot.directory, hex, error);
    /* What could not be looked at may be whole, and in use by another judge. */
    if (status < 0)
        return error_is_hosts(error->code) ? status : 0;
    char *entry_end = strchr(data, '\n');
    char *digest_end = entry_end ? strchr(entry_end + 1, '\n') : NULL;
    if (!digest_end)
        return 0;
    *entry_end = *digest_end = '\0';
    build->entry = arena_strdup(build->arena, data);
    if (!build->entry)
        return no_memory(error);
    *ret_whole = strcmp(entry_end + 1, hex) == 0;
    return *ret_whole && buffer_puts(&build->message, digest_end + 1) < 0 ? no_memory(error) : 0;
}

/* Removes what the room alone needed. */
static int drop_staging(const struct build *build, struct error *error)
{
    static const char *const names[] = { "src", "include" };
    int status = 0;

    for (size_t i = 0; i < COUNT(names) && status == 0; i++) {
        const char *path = arena_printf(build->arena, "%s/%s", build->slot.directory, names[i]);

        status = path ? file_remove_tree(path, error) : no_memory(error);
    }
    return status;
}

/* ---- The whole ------------------------------------------------------------------------------ */

static int make_prog(struct build *build, const char **ret, struct error *error)
{
    const char *prog = arena_printf(build->arena, "%s/prog", build->slot.directory);

    if (!prog)
        return no_memory(error);
    if (mkdir(prog, 0755) < 0 || chmod(prog, 0755) < 0) {
        error_set(error, -errno, "cannot make %s: %s", prog, strerror(errno));
        return error_own(error);
    }
    *ret = prog;
    return 0;
}

/* Compiles what is staged. *ret_ok says whether there is a program now. */
static int compile(struct build *build, const char *key, bool *ret_ok, struct error *error)
{
    const char *prog = NULL;
    int status = make_prog(build, &prog, error);

    *ret_ok = true;
    if (status == 0 && build->row->compile.command[0])
        status = build_in_room(build, prog, ret_ok, error);
    if (status == 0 && *ret_ok && build->row->keep_sources)
        status = keep_sources(build, prog, error);
    if (status == 0 && *ret_ok)
        status = find_entry(build, prog, ret_ok, error);
    if (status < 0 || !*ret_ok)
        return status;
    status = drop_staging(build, error);
    if (status == 0)
        status = write_meta(build, error);
    if (status < 0)
        return error_own(error);
    if (build->request->no_cache || build->key_is_taken)
        return 0;
    status = cache_keep(build->compiler->cache, key, build->collected_bytes + META_LIMIT / 256,
                        &build->slot, error);
    if (status < 0)
        return error_own(error);
    cache_prune(build->compiler->cache, CACHE_BYTES);
    return 0;
}

/* Takes the entry that is there, or compiles. */
static int find_or_compile(struct build *build, bool *ret_ok, bool *ret_cached, struct error *error)
{
    struct cache_slot found = CACHE_SLOT_NONE;
    char key[65];
    int status = cache_begin(build->compiler->cache, &build->slot, error);

    if (status < 0)
        return error_own(error);
    status = stage_and_hash(build, key, error);
    if (status < 0)
        return status;
    if (!build->request->no_cache && cache_find(build->compiler->cache, key, &found) == 1) {
        struct cache_slot mine = build->slot;

        bool whole;
        build->slot = found;
        status = read_meta(build, &whole, error);
        if (status < 0 || whole) {
            cache_close(&mine);
            *ret_ok = *ret_cached = true;
            return status;
        }
        build->key_is_taken = !cache_discard(&build->slot);
        build->slot = mine;
    }
    *ret_cached = false;
    return compile(build, key, ret_ok, error);
}

/* The room in which the program will run. */
static int plan_run(const struct build *build, struct program_row *row, struct error *error)
{
    const struct step_row *step = &row->row->run;
    struct sandbox_room_config ignored;
    const char *prog = arena_printf(row->arena, "%s/prog", row->slot.directory);

    bind_plan_start(&row->plan, row->arena, build->compiler->table);
    if (!prog || bind_plan_paths(&row->plan, step->binds) < 0)
        return no_memory(error);
    for (const struct tool *const *tool = row->tools; *tool; tool++)
        if (word_in(step->tools, (*tool)->row->id) && bind_plan_tool(&row->plan, *tool) < 0)
            return no_memory(error);
    row->directory = prog;
    if (bind_plan_bind(&row->plan, prog, LANGUAGE_PROGRAM) < 0)
        return no_memory(error);
    bind_plan_finish(&row->plan, &ignored);
    return 0;
}

/* Moves what was built into a program that outlives the build. */
static int make_program(struct build *build, bool ok, bool cached, struct program **ret,
                        struct error *error)
{
    struct program *program = calloc(1, sizeof(*program));
    struct program_row *row = calloc(1, sizeof(*row));

    if (!program || !row) {
        free(program);
        free(row);
        return no_memory(error);
    }
    *row = (struct program_row){ .arena = build->arena,
                                 .row = build->row,
                                 .tools = build->tools,
                                 .entry = build->entry,
                                 .slot = build->slot };
    build->arena = NULL;
    build->slot = CACHE_SLOT_NONE;
    *program = (struct program){ .language = build->request->language,
                                 .ok = ok,
                                 .cached = cached,
                                 .compile_s = build->compile_s,
                                 .message = build->message.data ? build->message.data : strdup(""),
                                 .row = row };
    build->message = (struct buffer){ 0 };
    int status = program->message ? 0 : no_memory(error);
    if (status == 0 && ok)
        status = plan_run(build, row, error);
    if (status < 0) {
        program_free(program);
        return status;
    }
    *ret = program;
    return 0;
}

int compiler_build(struct compiler *compiler, const struct compile_request *request,
                   struct program **ret, struct error *error)
{
    struct build build = { .compiler = compiler,
                           .request = request,
                           .row = request->language->row,
                           .slot = CACHE_SLOT_NONE,
                           .arena = arena_new() };
    bool ok = false;
    bool cached = false;
    int status = build.arena ? 0 : no_memory(error);

    if (status == 0)
        status = compiler_tools(compiler, request->language, build.arena, &build.tools, error);
    if (status == 0)
        status = stage_read(build.arena, request, &build.stage, error);
    if (status == 0)
        status = find_or_compile(&build, &ok, &cached, error);
    if (status == 0)
        status = make_program(&build, ok, cached, ret, error);
    stage_clear(&build.stage);
    cache_close(&build.slot);
    buffer_clear(&build.message);
    arena_free(build.arena);
    return status;
}
