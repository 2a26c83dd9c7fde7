/*
 * Theory of operation: JSON is nearly YAML, so that one parser does, whose nodes know their lines
 * (judge/base/yaml.h); what JSON has beyond it, halves of characters as two escapes, is taken out
 * before. Of the tree only `paths` is looked at, two levels deep. Runs in the judge's own process;
 * the bounds of the parser and ours make that cheap whatever the document.
 */

#include "judge/review/openapi.h"

#include "judge/base/file.h"
#include "judge/base/text.h"
#include "judge/base/yaml.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

bool openapi_is_document(const char *path)
{
    static const char *const folders[] = { "docs/", "api/" };
    static const char *const names[] = { "openapi.yaml", "openapi.yml", "openapi.json" };

    for (size_t i = 0; i < COUNT(folders); i++) {
        if (strncmp(path, folders[i], strlen(folders[i])) == 0) {
            path += strlen(folders[i]);
            break;
        }
    }
    for (size_t i = 0; i < COUNT(names); i++) {
        if (strcmp(path, names[i]) == 0)
            return true;
    }
    return false;
}

/* "\ud83d\ude00" is one character of JSON, and none of YAML. What it is does not matter here. */
static void take_surrogates_out(char *text, size_t size)
{
    for (size_t i = 0; i + 5 < size; i++) {
        if (text[i] != '\\')
            continue;
        if (text[i + 1] == 'u' && tolower((unsigned char) text[i + 2]) == 'd' &&
            strchr("89abcdefABCDEF", text[i + 3]))
            memset(text + i, '?', 6);
        else
            i++;
    }
}

/* The parser ends lines at more than line feeds, and a document behind its last one: what is told
 * is a line that there is. */
static void bound_lines(struct openapi *openapi, const char *text, size_t size)
{
    int lines = 1;

    for (size_t i = 0; i < size; i++)
        lines += text[i] == '\n';
    if (openapi->fault_line > lines)
        openapi->fault_line = lines;
    for (size_t i = 0; i < openapi->count; i++) {
        if (openapi->endpoints[i].line > lines)
            openapi->endpoints[i].line = lines;
    }
}

static int fault(struct arena *arena, struct openapi *openapi, int line, const char *what,
                 struct error *error)
{
    char *text = arena_strdup(arena, what);

    if (!text)
        return no_memory(error);
    text_line(text);
    openapi->fault = text;
    openapi->fault_line = line > 0 ? line : 1;
    openapi->count = 0;
    return 0;
}

static int add(struct arena *arena, struct openapi *openapi, const char *method, const char *path,
               int line, struct error *error)
{
    char *word = arena_strdup(arena, method);

    if (!word || array_reserve((void **) &openapi->endpoints, openapi->count, &openapi->capacity,
                               sizeof(*openapi->endpoints)) < 0)
        return no_memory(error);
    for (char *at = word; *at; at++)
        *at = (char) toupper((unsigned char) *at);
    openapi->endpoints[openapi->count++] =
        (struct openapi_endpoint){ .method = word, .path = path, .line = line };
    return 0;
}

static bool is_method(const char *key)
{
    static const char *const methods[] = { "get",   "put",     "post", "delete",
                                           "patch", "options", "head", "trace" };

    for (size_t i = 0; i < COUNT(methods); i++) {
        if (strcmp(key, methods[i]) == 0)
            return true;
    }
    return false;
}

/* One path, with all of its methods. */
static int take_path(struct arena *arena, struct openapi *openapi, const struct yaml_node *item,
                     struct error *error)
{
    const char *path = item->key;
    int status = 0;

    if (*path != '/' || strlen(path) > OPENAPI_PATH_BYTES)
        return 0;
    if (yaml_get(item, "$ref"))
        return add(arena, openapi, "", path, item->key_line, error);
    for (const struct yaml_node *node = item->kind == YAML_MAP ? item->children : NULL;
         node && status == 0; node = node->next) {
        if (is_method(node->key))
            status = add(arena, openapi, node->key, path, node->key_line, error);
    }
    return status;
}

static int take_paths(struct arena *arena, struct openapi *openapi, const struct yaml_node *root,
                      struct error *error)
{
    const struct yaml_node *paths = yaml_get(root, "paths");
    bool is_openapi = yaml_get(root, "openapi") || yaml_get(root, "swagger");
    int status = 0;

    if (!is_openapi || !paths || paths->kind != YAML_MAP)
        return 0;
    for (const struct yaml_node *item = paths->children; item && status == 0; item = item->next) {
        status = take_path(arena, openapi, item, error);
        if (status == 0 && openapi->count > OPENAPI_ENDPOINTS)
            return fault(arena, openapi, item->key_line, "it has over 1000 endpoints", error);
    }
    return status;
}

int openapi_read(struct arena *arena, const char *file, const char *text, size_t size,
                 struct openapi *ret, struct error *error)
{
    struct openapi openapi = { .file = arena_strdup(arena, file) };
    struct yaml_node *root = NULL;
    struct error wrong = { 0 };
    AUTO_FREE char *copy = memory_alloc(size + 1);
    int status = 0;

    if (!copy || !openapi.file)
        return no_memory(error);
    memcpy(copy, text, size);
    copy[size] = '\0';
    if (strcasecmp(path_ending(file), "json") == 0)
        take_surrogates_out(copy, size);
    if (size > OPENAPI_BYTES)
        status = fault(arena, &openapi, 1, "it is larger than 512 KiB", error);
    else if (yaml_parse(arena, file, copy, size, &root, &wrong) == 0)
        status = take_paths(arena, &openapi, root, error);
    else if (wrong.code == -ENOMEM)
        status = no_memory(error);
    else
        status = fault(arena, &openapi, wrong.line, wrong.message, error);
    if (status < 0) {
        openapi_end(&openapi);
        return status;
    }
    bound_lines(&openapi, text, size);
    *ret = openapi;
    return 0;
}

void openapi_end(struct openapi *openapi)
{
    free(openapi->endpoints);
    openapi->endpoints = NULL;
    openapi->count = openapi->capacity = 0;
}
