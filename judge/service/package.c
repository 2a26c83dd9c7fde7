/*
 * Reads a package of a service (docs/probes.md): the header, the settings in interview.yaml, the
 * probes, the references and the faulty variants. The first fault ends it, at its file and line.
 */
#include "judge/service/service.h"

#include "judge/base/file.h"
#include "judge/base/yaml.h"
#include "judge/service/probe_words.h"

#include <errno.h>
#include <string.h>

enum { MEMORY_MIB = 512, READY_S = 30 };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

static int fault(const struct yaml_node *node, struct error *error, const char *text)
{
    return error_at(error, -EINVAL, node->file, node->line, "%s", text);
}

static int read_root(struct arena *arena, const char *path, struct yaml_node **ret,
                     struct error *error)
{
    int status = yaml_read(arena, path, ret, error);

    if (status == 0 && (!*ret || (*ret)->kind != YAML_MAP))
        status = error_at(error, -EINVAL, path, 1, "this has to be a map of keys");
    return status;
}

bool service_package_is(const char *directory)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct error error;
    struct yaml_node *root;
    const char *path = arena ? arena_printf(arena, "%s/interview.yaml", directory) : NULL;
    const char *probes = arena ? arena_printf(arena, "%s/probes", directory) : NULL;

    if (!path || !probes)
        return false;
    if (read_root(arena, path, &root, &error) < 0) /* the fault is told when it is read */
        return file_is_directory(probes);
    const struct yaml_node *type = yaml_get(root, "type");
    return type && type->kind == YAML_SCALAR && !strcmp(type->text, "service");
}

/* ---- problem.yaml and interview.yaml -------------------------------------------------------- */

static int read_title(struct service_package *package, struct error *error)
{
    const char *path = arena_printf(package->arena, "%s/problem.yaml", package->directory);
    struct yaml_node *root;

    if (!path)
        return no_memory(error);
    int status = read_root(package->arena, path, &root, error);
    const struct yaml_node *name = status == 0 ? yaml_get(root, "name") : NULL;
    if (name && name->kind == YAML_MAP)
        name = yaml_get(name, "en");
    if (status == 0 && !name)
        status = fault(root, error, "the name in English is missing");
    return status < 0 ? status : yaml_as_string(name, &package->title, error);
}

static int read_environment(struct service_package *package, const struct yaml_node *node,
                            struct error *error)
{
    const char **items = arena_array(package->arena, (node ? node->count : 0) + 1, sizeof(*items));
    size_t count = 0;

    if (!items)
        return no_memory(error);
    if (node && node->kind != YAML_MAP)
        return fault(node, error, "'environment' is a map of names and values");
    for (const struct yaml_node *child = node ? node->children : NULL; child; child = child->next) {
        const char *value;
        int status = yaml_as_string(child, &value, error);
        if (status == 0 && (!strcmp(child->key, "PORT") || !strcmp(child->key, "DATA_DIR")))
            status = error_at(error, -EINVAL, child->file, child->key_line,
                              "%s is the judge's to set", child->key);
        if (status < 0)
            return status;
        items[count] = arena_printf(package->arena, "%s=%s", child->key, value);
        if (!items[count++])
            return no_memory(error);
    }
    package->environment = items;
    return 0;
}

static int read_settings(struct service_package *package, struct error *error)
{
    const char *path = arena_printf(package->arena, "%s/interview.yaml", package->directory);
    struct yaml_node *root;
    int64_t memory = MEMORY_MIB, minutes = 0;

    if (!path)
        return no_memory(error);
    int status = read_root(package->arena, path, &root, error);
    if (status < 0)
        return status;
    const struct yaml_node *service = yaml_get(root, "service"), *size = NULL,
                           *time = yaml_get(root, "minutes");
    if (service && service->kind != YAML_MAP)
        return fault(service, error, "'service' is a map");
    for (const struct yaml_node *child = service ? service->children : NULL; child;
         child = child->next)
        if (strcmp(child->key, "environment") != 0 && strcmp(child->key, "memory") != 0 &&
            strcmp(child->key, "ready") != 0)
            return error_at(error, -EINVAL, child->file, child->key_line,
                            "'service' has the keys environment, memory and ready");
    size = yaml_get(service, "memory");
    if (size && (status = yaml_as_int(size, 32, 8192, &memory, error)) < 0)
        return status;
    package->memory_bytes = (uint64_t) memory << 20;
    package->ready_s = READY_S;
    const struct yaml_node *ready = yaml_get(service, "ready");
    if (ready && (status = words_duration(ready, &package->ready_s, error)) < 0)
        return status;
    if (time && (status = yaml_as_int(time, 1, 100000, &minutes, error)) < 0)
        return status;
    package->minutes = (unsigned) minutes;
    return read_environment(package, yaml_get(service, "environment"), error);
}

/* ---- Variants ------------------------------------------------------------------------------- */

static int read_edit(const struct yaml_node *node, struct service_edit *ret, struct error *error)
{
    const struct yaml_node *file = yaml_get(node, "file"), *find = yaml_get(node, "find"),
                           *replace = yaml_get(node, "replace");

    if (!file || !find || !replace)
        return fault(node, error, "an edit needs 'file', 'find' and 'replace'");
    int status = yaml_as_string(file, &ret->file, error);
    if (status == 0)
        status = yaml_as_string(find, &ret->find, error);
    if (status == 0 && yaml_is_null(replace))
        ret->replace = "";
    else if (status == 0)
        status = yaml_as_string(replace, &ret->replace, error);
    ret->line = node->line;
    if (status == 0 && (strstr(ret->file, "..") || *ret->file == '/'))
        status = fault(file, error, "the file has to be below the reference");
    return status;
}

static int read_edits(struct service_package *package, const struct yaml_node *list,
                      struct service_variant *variant, struct error *error)
{
    if (!list || list->kind != YAML_LIST || list->count == 0)
        return error_at(error, -EINVAL, variant->file, 1, "'edits' has to be a list");
    struct service_edit *edits = arena_array(package->arena, list->count, sizeof(*edits));
    const struct yaml_node *child = list->children;
    if (!edits)
        return no_memory(error);
    for (size_t i = 0; i < list->count; i++, child = child->next) {
        int status = read_edit(child, &edits[i], error);
        if (status < 0)
            return status;
    }
    variant->edits = edits;
    variant->edit_count = list->count;
    return 0;
}

static int check_caught_by(const struct service_package *package, const struct yaml_node *node,
                           struct service_variant *variant, struct error *error)
{
    size_t count;
    int status = yaml_as_strings(package->arena, node, false, &variant->caught_by, &count, error);

    if (status == 0 && count == 0)
        status = fault(node, error, "'caught by' names no probe");
    for (size_t i = 0; i < count && status == 0; i++)
        if (!probes_find(package->probes, variant->caught_by[i]))
            status = error_at(error, -EINVAL, node->file, node->line, "there is no probe '%s'",
                              variant->caught_by[i]);
    return status;
}

static int check_keys(const struct yaml_node *root, struct error *error)
{
    static const char *const keys[] = { "of", "wrong", "caught by", "unseen", "edits" };

    for (const struct yaml_node *child = root->children; child; child = child->next) {
        bool known = false;
        for (size_t i = 0; i < COUNT(keys); i++)
            known = known || !strcmp(child->key, keys[i]);
        if (!known)
            return error_at(error, -EINVAL, child->file, child->key_line, "unknown key '%.60s'",
                            child->key);
    }
    return 0;
}

static int read_faulty(struct service_package *package, struct service_variant *variant,
                       struct error *error)
{
    struct yaml_node *root;
    int status = read_root(package->arena, variant->file, &root, error);

    if (status == 0)
        status = check_keys(root, error);
    if (status < 0)
        return status;
    const struct yaml_node *of = yaml_get(root, "of"), *wrong = yaml_get(root, "wrong"),
                           *caught = yaml_get(root, "caught by"),
                           *unseen = yaml_get(root, "unseen");
    if (!wrong || !caught)
        return fault(root, error, "'wrong' or 'caught by' is missing");
    status = yaml_as_string(wrong, &variant->wrong, error);
    if (status == 0)
        status = check_caught_by(package, caught, variant, error);
    if (status == 0 && unseen)
        status = yaml_as_bool(unseen, &variant->unseen, error);
    if (status < 0 || variant->directory)
        return status;
    if (!of)
        return fault(root, error, "'of' is missing: the reference that is edited");
    const char *name;
    status = yaml_as_string(of, &name, error);
    for (size_t i = 0; i < package->reference_count && status == 0; i++)
        if (!strcmp(package->references[i].name, name))
            variant->directory = package->references[i].directory;
    if (status == 0 && !variant->directory)
        status = error_at(error, -EINVAL, of->file, of->line, "there is no reference '%s'", name);
    return status < 0 ? status : read_edits(package, yaml_get(root, "edits"), variant, error);
}

static int list_variants(struct service_package *package, const char *folder,
                         struct service_variant **ret, size_t *ret_count, struct error *error)
{
    struct arena *arena = package->arena;
    const char *base = arena_printf(arena, "%s/%s", package->directory, folder);
    const char *const *names;
    size_t count, kept = 0;

    if (!base)
        return no_memory(error);
    if (!file_is_directory(base))
        return error_at(error, -EINVAL, base, 0, "this directory is missing");
    int status = file_list(arena, base, &names, &count, error);
    struct service_variant *variants =
        status == 0 ? arena_array(arena, count + 1, sizeof(*variants)) : NULL;
    if (status == 0 && !variants)
        return no_memory(error);
    for (size_t i = 0; i < count && status == 0; i++) {
        const char *path = arena_printf(arena, "%s/%s", base, names[i]);
        if (!path)
            return no_memory(error);
        bool directory = file_is_directory(path);
        if (*names[i] == '.' || (!directory && strcmp(path_ending(path), "yaml") != 0))
            continue;
        size_t length = strlen(names[i]) - (directory ? 0 : strlen(".yaml"));
        struct service_variant *variant = &variants[kept++];
        variant->name = arena_strndup(arena, names[i], length);
        variant->directory = directory ? path : NULL;
        variant->file = directory ? arena_printf(arena, "%s/faulty.yaml", path) : path;
        if (!variant->name || !variant->file)
            return no_memory(error);
    }
    *ret = variants;
    *ret_count = kept;
    return status;
}

static int read_variants(struct service_package *package, struct error *error)
{
    struct service_variant *references = NULL, *faulty = NULL;
    int status = list_variants(package, "reference", &references, &package->reference_count, error);

    if (status < 0)
        return status;
    for (size_t i = 0; i < package->reference_count; i++) {
        references[i].file = NULL;
        if (!references[i].directory)
            return error_at(error, -EINVAL, references[i].name, 0,
                            "a reference has to be a directory");
    }
    package->references = references;
    status = list_variants(package, "faulty", &faulty, &package->faulty_count, error);
    for (size_t i = 0; i < package->faulty_count && status == 0; i++)
        status = read_faulty(package, &faulty[i], error);
    package->faulty = faulty;
    return status;
}

/* ---- The whole ------------------------------------------------------------------------------ */

static int read_package(struct service_package *package, struct error *error)
{
    const char *probes = arena_printf(package->arena, "%s/probes", package->directory);
    const char *statement =
        arena_printf(package->arena, "%s/statement/problem.en.md", package->directory);

    if (!probes || !statement)
        return no_memory(error);
    if (file_exists(statement))
        package->statement_path = statement;
    int status = read_title(package, error);
    if (status == 0)
        status = read_settings(package, error);
    if (status == 0)
        status = probes_read(probes, &package->probes, error);
    return status < 0 ? status : read_variants(package, error);
}

int service_package_read(const char *directory, struct service_package **ret, struct error *error)
{
    struct arena *arena = arena_new();
    struct service_package *package = arena ? arena_alloc(arena, sizeof(*package)) : NULL;
    char *real = realpath(directory, NULL);

    if (!package || !real) {
        int code = package ? -errno : -ENOMEM;
        arena_free(arena);
        free(real);
        return error_at(error, code, directory, 0, "%s", strerror(-code));
    }
    package->arena = arena;
    package->directory = arena_strdup(arena, real);
    free(real);
    package->slug = package->directory ? path_base(package->directory) : NULL;
    int status = package->directory ? read_package(package, error) : no_memory(error);
    if (status < 0)
        service_package_free(package);
    else
        *ret = package;
    return status;
}

void service_package_free(struct service_package *package)
{
    if (!package)
        return;
    probes_free(package->probes);
    arena_free(package->arena);
}
