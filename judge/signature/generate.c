/*
 * The files that come of a signature: drivers, starters, and what both share. What is in them says
 * the template of the language, expanded by expand.c.
 */
#include "judge/signature/scope.h"

#include <string.h>

static const char *expand_text(const struct scope *scope, struct section section, bool line_end)
{
    AUTO_BUFFER struct buffer text = { 0 };

    if (scope_expand(scope, section, &text) < 0 || (line_end && buffer_puts(&text, "\n") < 0))
        return NULL;
    /* What was empty at the top leaves its blank lines. */
    return arena_strdup(scope->arena, text.data ? text.data + strspn(text.data, "\n") : "");
}

/* Adds the files of the sections whose keys start so, in `directory`. */
static int add_files(const struct scope *scope, const char *start, const char *directory,
                     struct signature_file *files, size_t *count)
{
    for (size_t i = 0;; i++) {
        const char *name = NULL;
        struct section section = template_nth(scope->language, start, i, scope->arena, &name);

        if (!section.found)
            return 0;
        if (!name)
            return -ENOMEM;
        name = expand_text(scope, (struct section){ name, strlen(name), true }, false);
        files[*count].path = name ? arena_printf(scope->arena, "%s%s", directory, name) : NULL;
        files[*count].text = expand_text(scope, section, true);
        if (!files[*count].path || !files[*count].text)
            return -ENOMEM;
        ++*count;
    }
}

#define MOST_FILES 8

static int make_scope(const struct signature *signature, const char *language,
                      const struct signature_example *example, struct arena *arena,
                      struct scope *ret, struct error *error)
{
    if (!template_exists(language))
        return error_set(error, -ENOENT, "there is no starter in %s", language);
    *ret = (struct scope){ .signature = signature,
                           .language = language,
                           .arena = arena,
                           .example = example,
                           .call = &signature->calls[0] };
    return 0;
}

/* What candidate and driver share. */
static int add_shared(const struct scope *scope, const char *directory,
                      struct signature_file *files, size_t *count)
{
    int code = add_files(scope, "shared ", directory, files, count);

    if (code == 0 && uses_nodes(scope->signature))
        code = add_files(scope, "nodes ", directory, files, count);
    return code;
}

static int add_starter(const struct scope *scope, const char *shared, const char *starter,
                       struct signature_file *files, size_t *count)
{
    int code = add_shared(scope, shared, files, count);

    if (code < 0)
        return code;
    return add_files(scope, scope->signature->is_class ? "starter class " : "starter function ",
                     starter, files, count);
}

int signature_generate(const struct signature *signature, const char *language,
                       const struct signature_example *example, struct arena *arena,
                       const struct signature_file **ret, size_t *ret_count, struct error *error)
{
    struct signature_file *files = arena_array(arena, MOST_FILES, sizeof(*files));
    const char *include = arena_printf(arena, "include/%s/", language);
    const char *templates = arena_printf(arena, "attachments/templates/%s/", language);
    struct scope scope;
    int code;

    if (!files || !include || !templates)
        return error_set(error, -ENOMEM, "out of memory");
    code = make_scope(signature, language, example, arena, &scope, error);
    if (code < 0)
        return code;
    *ret_count = 0;
    code = add_files(&scope, "file ", include, files, ret_count);
    if (code == 0)
        code = add_starter(&scope, include, templates, files, ret_count);
    *ret = files;
    return code < 0 ? error_set(error, -ENOMEM, "out of memory") : 0;
}

int signature_marked_driver(const struct signature *signature, const char *language,
                            struct arena *arena, const struct signature_file **ret,
                            size_t *ret_count, struct error *error)
{
    struct signature_file *files = arena_array(arena, MOST_FILES, sizeof(*files));
    struct scope scope;
    int code;

    if (!files)
        return error_set(error, -ENOMEM, "out of memory");
    code = make_scope(signature, language, NULL, arena, &scope, error);
    if (code < 0)
        return code;
    scope.marked = true;
    *ret_count = 0;
    code = add_files(&scope, "file ", "", files, ret_count);
    if (code == 0)
        code = add_files(&scope, "marked file ", "", files, ret_count);
    if (code == 0)
        code = add_shared(&scope, "", files, ret_count);
    *ret = files;
    return code < 0 ? error_set(error, -ENOMEM, "out of memory") : 0;
}

int signature_starter(const struct signature *signature, const char *language,
                      const struct signature_example *example, struct arena *arena,
                      const struct signature_file **ret, size_t *ret_count, struct error *error)
{
    struct signature_file *files = arena_array(arena, MOST_FILES, sizeof(*files));
    struct scope scope;
    int code;

    if (!files)
        return error_set(error, -ENOMEM, "out of memory");
    code = make_scope(signature, language, example, arena, &scope, error);
    if (code < 0)
        return code;
    *ret_count = 0;
    code = add_starter(&scope, "", "", files, ret_count);
    *ret = files;
    return code < 0 ? error_set(error, -ENOMEM, "out of memory") : 0;
}

const char *signature_declaration(const struct signature *signature, const char *language,
                                  struct arena *arena)
{
    struct scope scope;
    struct error ignored;

    if (make_scope(signature, language, NULL, arena, &scope, &ignored) < 0)
        return NULL;
    return expand_text(
        &scope, scope_section(&scope, "declaration", signature->is_class ? "class" : "function"),
        false);
}

const char *signature_source_name(const struct signature *signature, const char *language,
                                  struct arena *arena)
{
    struct section section = template_section(language, "fixed name");
    struct scope scope;
    struct error ignored;

    if (!section.found || make_scope(signature, language, NULL, arena, &scope, &ignored) < 0)
        return NULL;
    return expand_text(&scope, section, false);
}

const char *signature_prefix(const struct signature *signature, const char *language,
                             const char *file, struct arena *arena)
{
    struct section section = template_section(language, "prefix");
    struct scope scope;
    struct error ignored;

    if (!section.found || make_scope(signature, language, NULL, arena, &scope, &ignored) < 0)
        return "";
    scope.text = file;
    return expand_text(&scope, section, true);
}
