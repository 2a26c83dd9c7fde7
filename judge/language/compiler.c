/*
 * The judge's compiler: which tools this host has for which language. Looked up when first asked
 * for, because trying a tool costs a room and sometimes a JVM, and a judge of Python programs does
 * not care for Java.
 */
#include "judge/language/compiler.h"

#include "judge/base/file.h"
#include "judge/language/template.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* A directory for this process alone, where the lasting cache cannot be: HOME is not set, is
 * read-only, or a full disk. */
static int make_private_cache(struct compiler *compiler, const struct error *fault,
                              struct error *error)
{
    char text[600];
    const char *base = getenv("TMPDIR");
    char *path = arena_printf(compiler->arena, "%s/assay-cache-XXXXXX",
                              base && base[0] == '/' ? base : "/tmp");

    error_format(fault, text, sizeof(text));
    compiler->cache_fault = arena_strdup(compiler->arena, text);
    if (!path || !compiler->cache_fault)
        return error_set(error, -ENOMEM, "out of memory");
    if (!mkdtemp(path))
        return error_set(error, -errno, "%s; nor can %s be made: %s", text, path, strerror(errno));
    compiler->cache = compiler->private_cache = path;
    return 0;
}

static int open_cache(struct compiler *compiler, struct error *error)
{
    struct error fault;
    int status = cache_directory(compiler->arena, &compiler->cache, &fault);

    if (status == 0 || status == -ENOMEM) {
        *error = fault;
        return status;
    }
    return make_private_cache(compiler, &fault, error);
}

const char *compiler_cache_fault(const struct compiler *compiler)
{
    return compiler->cache_fault;
}

static int allocate(struct compiler *compiler, struct error *error)
{
    const struct language_table *table = compiler->table;

    compiler->arena = arena_new();
    if (!compiler->arena)
        return error_set(error, -ENOMEM, "out of memory");
    compiler->tools = arena_array(compiler->arena, table->tool_count + 1, sizeof(struct tool));
    compiler->toolchains =
        arena_array(compiler->arena, table->language_count + 1, sizeof(struct language_toolchain));
    compiler->looked_up =
        arena_array(compiler->arena, table->language_count + 1, sizeof(*compiler->looked_up));
    if (!compiler->tools || !compiler->toolchains || !compiler->looked_up)
        return error_set(error, -ENOMEM, "out of memory");
    return open_cache(compiler, error);
}

int compiler_new(const struct language_table *table, struct sandbox *sandbox, struct compiler **ret,
                 struct error *error)
{
    struct compiler *compiler = calloc(1, sizeof(*compiler));

    if (!compiler)
        return error_set(error, -ENOMEM, "out of memory");
    compiler->table = table;
    compiler->sandbox = sandbox;
    pthread_mutex_init(&compiler->lock, NULL);
    int status = allocate(compiler, error);
    if (status < 0) {
        compiler_free(compiler);
        return status;
    }
    *ret = compiler;
    return 0;
}

void compiler_free(struct compiler *compiler)
{
    struct error ignored;

    if (!compiler)
        return;
    if (compiler->private_cache)
        file_remove_tree(compiler->private_cache, &ignored);
    pthread_mutex_destroy(&compiler->lock);
    arena_free(compiler->arena);
    free(compiler);
}

const struct language_table *compiler_table(const struct compiler *compiler)
{
    return compiler->table;
}

/* The tool of that id, looked for at the first call. The lock is held. NULL when memory is out. */
static const struct tool *get_tool(struct compiler *compiler, const char *id)
{
    for (size_t i = 0; i < compiler->table->tool_count; i++) {
        struct tool *tool = &compiler->tools[i];
        struct error error;

        if (strcmp(compiler->table->tools[i]->id, id) != 0)
            continue;
        if (!tool->row && tool_find(compiler->arena, compiler->table, compiler->sandbox,
                                    compiler->table->tools[i], tool, &error) < 0)
            return NULL;
        return tool;
    }
    return NULL;
}

static void explain_missing(struct compiler *compiler, const struct tool *tool,
                            struct language_toolchain *toolchain)
{
    const char *remedy = NULL;

    if (tool->fault)
        remedy = tool->remedy;
    else if (tool->row->package)
        remedy = arena_printf(compiler->arena, "apt-get install %s", tool->row->package);
    toolchain->available = false;
    toolchain->fault = tool->fault;
    toolchain->missing = tool->missing;
    toolchain->remedy = remedy ? remedy : "";
}

/* The lock is held. The first tool's version and path stand for the whole; every tool is needed. */
static void look_up(struct compiler *compiler, const struct language *language,
                    struct language_toolchain *toolchain)
{
    word_list ids = language->row->tools;

    *toolchain = (struct language_toolchain){
        .available = true, .version = "", .path = "", .missing = "", .remedy = ""
    };
    for (size_t i = 0; ids[i] && toolchain->available; i++) {
        const struct tool *tool = get_tool(compiler, ids[i]);

        if (!tool) {
            toolchain->available = false;
            toolchain->fault = -ENOMEM;
            toolchain->missing = "out of memory";
        } else if (!tool->available) {
            explain_missing(compiler, tool, toolchain);
        } else if (i == 0) {
            toolchain->version = tool->version;
            toolchain->path = tool->command;
        }
    }
}

static size_t index_of(const struct compiler *compiler, const struct language *language)
{
    return (size_t) (language - compiler->table->languages);
}

const struct language_toolchain *compiler_toolchain(struct compiler *compiler,
                                                    const struct language *language)
{
    size_t index = index_of(compiler, language);
    struct language_toolchain *toolchain = &compiler->toolchains[index];

    pthread_mutex_lock(&compiler->lock);
    if (!compiler->looked_up[index]) {
        look_up(compiler, language, toolchain);
        compiler->looked_up[index] = true;
    }
    pthread_mutex_unlock(&compiler->lock);
    return toolchain;
}

int compiler_tools(struct compiler *compiler, const struct language *language, struct arena *arena,
                   const struct tool *const **ret, struct error *error)
{
    const struct language_toolchain *toolchain = compiler_toolchain(compiler, language);
    size_t count = word_count(language->row->tools);
    const struct tool **tools = arena_array(arena, count + 1, sizeof(*tools));

    if (!toolchain->available) {
        error_set(error, toolchain->fault ? toolchain->fault : -ENOENT,
                  "%s cannot be judged here: %s", language->name, toolchain->missing);
        error_remedy(error, "%s", toolchain->remedy);
        return error->code;
    }
    if (!tools)
        return error_set(error, -ENOMEM, "out of memory");
    pthread_mutex_lock(&compiler->lock);
    for (size_t i = 0; i < count; i++)
        tools[i] = get_tool(compiler, language->row->tools[i]);
    pthread_mutex_unlock(&compiler->lock);
    *ret = tools;
    return 0;
}

const char *const *step_environment(struct arena *arena, const struct step_row *step,
                                    const char *home, const struct template_values *values)
{
    static const char *const base[] = { "PATH=/usr/local/bin:/usr/bin:/bin", "TMPDIR=/tmp",
                                        "LANG=C.UTF-8" };
    word_list own;

    if (template_expand(arena, step->environment, values, &own) < 0)
        return NULL;
    const char **all = arena_array(arena, COUNT(base) + word_count(own) + 2, sizeof(*all));
    if (!all)
        return NULL;
    memcpy(all, base, sizeof(base));
    size_t count = COUNT(base);
    if (!(all[count++] = arena_printf(arena, "HOME=%s", home)))
        return NULL;
    for (size_t i = 0; own[i]; i++)
        all[count++] = own[i];
    return all;
}

/* ---- Directories for others ------------------------------------------------------------------ */

struct compiler_directory {
    struct cache_slot slot;
    char *path;
};

static int set_path(struct compiler_directory *directory, struct error *error)
{
    char *path = NULL;

    if (asprintf(&path, "%s/prog", directory->slot.directory) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    free(directory->path);
    directory->path = path;
    return 0;
}

int compiler_directory_new(struct compiler *compiler, struct compiler_directory **ret,
                           struct error *error)
{
    struct compiler_directory *directory = calloc(1, sizeof(*directory));
    int status;

    if (!directory)
        return error_set(error, -ENOMEM, "out of memory");
    directory->slot = CACHE_SLOT_NONE;
    status = cache_begin(compiler->cache, &directory->slot, error);
    cache_prune(compiler->cache, CACHE_BYTES); /* nothing is kept here, which would do it */
    if (status == 0)
        status = set_path(directory, error);
    /* By chmod: the umask does not matter to the room's user. */
    if (status == 0 && (mkdir(directory->path, 0700) < 0 || chmod(directory->path, 0755) < 0))
        status = error_set(error, -errno, "cannot make %s: %s", directory->path, strerror(errno));
    if (status < 0) {
        compiler_directory_free(directory);
        return error_own(error);
    }
    *ret = directory;
    return 0;
}

int compiler_directory_keep(struct compiler *compiler, struct compiler_directory *directory,
                            const char *key, uint64_t size, struct error *error)
{
    int status = cache_keep(compiler->cache, key, size, &directory->slot, error);

    cache_prune(compiler->cache, CACHE_BYTES);
    return status < 0 ? error_own(error) : set_path(directory, error);
}

struct compiler_directory *compiler_directory_find(struct compiler *compiler, const char *key)
{
    struct compiler_directory *directory = calloc(1, sizeof(*directory));
    struct error ignored;

    if (!directory)
        return NULL;
    directory->slot = CACHE_SLOT_NONE;
    if (cache_find(compiler->cache, key, &directory->slot) == 1 &&
        set_path(directory, &ignored) == 0)
        return directory;
    compiler_directory_free(directory);
    return NULL;
}

void compiler_directory_discard(struct compiler_directory *directory)
{
    if (!directory)
        return;
    cache_discard(&directory->slot);
    compiler_directory_free(directory);
}

const char *compiler_directory_path(const struct compiler_directory *directory)
{
    return directory->path;
}

void compiler_directory_free(struct compiler_directory *directory)
{
    if (!directory)
        return;
    cache_close(&directory->slot);
    free(directory->path);
    free(directory);
}
