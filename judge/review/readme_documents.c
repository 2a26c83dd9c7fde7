/*
 * Theory of operation: a document of OpenAPI is compared with the routes that the sources spell
 * (readme_routes.c). It is at fault only where three things come together: routes could be read,
 * more of its endpoints are among them than not, and part of a path, or the name of its method,
 * stands in no file as a word. What makes routes out of names, or out of the document itself, ends
 * that.
 */
#include "judge/review/readme_documents.h"

#include "judge/base/file.h"
#include "judge/review/mutant.h"
#include "judge/review/readme_files.h"
#include "judge/review/readme_internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    DOCUMENTS = 9, /* three names in three folders */
    SEARCHES = 32, /* of words in all files, each of which costs */
};

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* ---- Reading --------------------------------------------------------------------------------- */

/* The line of the README that has the name of the file. */
static int line_naming(const struct readme *readme, const char *file)
{
    const char *at = strcasestr(readme->text, path_base(file));
    int line = 1;

    if (!at)
        return 0;
    for (const char *before = readme->text; before < at; before++)
        line += *before == '\n';
    return line;
}

static int read_document(struct readme *readme, const struct source *source, struct error *error)
{
    struct readme_document *document = &readme->documents[readme->document_count];
    int status = openapi_read(readme->arena, source->path, source->text, source->size,
                              &document->openapi, error);

    if (status < 0)
        return status;
    document->line = line_naming(readme, source->path);
    readme->document_count++;
    return 0;
}

void readme_end_documents(struct readme *readme)
{
    for (size_t i = 0; i < readme->document_count; i++)
        openapi_end(&readme->documents[i].openapi);
    readme->document_count = 0;
}

/* ---- What is not there ----------------------------------------------------------------------- */

struct stale_search {
    struct readme *readme;
    const struct sources *sources;
    struct readme_document *document;
    const struct source *source; /* of the document */
    size_t searches;
};

/* In what is neither a test nor a document. When too much was searched for, everything is there. */
static bool has_word(struct stale_search *search, const char *word)
{
    if (search->searches == SEARCHES)
        return true;
    search->searches++;
    for (size_t i = 0; i < search->sources->count; i++) {
        const struct source *source = &search->sources->items[i];
        if (!openapi_is_document(source->path) && !mutant_is_test(source->path) &&
            files_has_word_of_any_case(source, word))
            return true;
    }
    return false;
}

/* Parts that a proxy may take away. */
static bool is_prefix(const char *part)
{
    return text_matches("(?i)\\A(?:v\\d+|api|rest)\\z", part, strlen(part));
}

/* A part of the path that stands nowhere; NULL: there is none. *ret_out: memory was out. */
static const char *missing_part(struct stale_search *search, const char *path, bool *ret_out)
{
    for (const char *at = path; *at; at += strcspn(at, "/")) {
        at += *at == '/';
        size_t size = strcspn(at, "/");
        if (size == 0 || readme_is_blank(at, size))
            continue;
        const char *part = arena_strndup(search->readme->arena, at, size);
        if (!part) {
            *ret_out = true;
            return NULL;
        }
        if (!is_prefix(part) && !has_word(search, part))
            return part;
    }
    return NULL;
}

/* Whether a route has its path; *ret_methods: and all that do have methods, of which this is none.
 */
static bool has_path(const struct readme *readme, const struct openapi_endpoint *endpoint,
                     bool *ret_methods)
{
    bool found = false;

    /* Frameworks answer the others by themselves. */
    *ret_methods = text_matches("\\A(?:GET|POST|PUT|PATCH|DELETE)\\z", endpoint->method,
                                strlen(endpoint->method));
    for (size_t i = 0; i < readme->route_count; i++) {
        const struct readme_route *route = &readme->routes[i];
        if (!readme_ends_like(endpoint->path, strlen(endpoint->path), route))
            continue;
        found = true;
        *ret_methods &= *route->method && strcmp(route->method, endpoint->method) != 0;
    }
    *ret_methods &= found;
    return found;
}

static const char *code_at(struct arena *arena, const struct source *source, int line)
{
    const char *at = source->text, *end = at + source->size;

    for (int i = 1; i < line; i++) {
        const char *next = memchr(at, '\n', (size_t) (end - at));
        if (!next)
            break;
        at = next + 1;
    }
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    const char *stop = memchr(at, '\n', (size_t) (end - at));
    return arena_strndup(arena, at, (size_t) ((stop ? stop : end) - at));
}

static int add_stale(struct stale_search *search, const struct openapi_endpoint *endpoint,
                     const char *what, struct error *error)
{
    struct arena *arena = search->readme->arena;
    struct readme_document *document = search->document;
    const char *reason =
        arena_printf(arena, "no source has %s%s%s: '%s' stands in none", endpoint->method,
                     *endpoint->method ? " " : "", endpoint->path, what);
    const char *code = code_at(arena, search->source, endpoint->line);

    if (!reason || !code)
        return no_memory(error);
    document->stale[document->stale_count++] =
        (struct readme_stale){ endpoint->line, reason, code };
    return 0;
}

static bool is_first_of_path(const struct openapi *openapi, size_t index)
{
    return index == 0 ||
           strcmp(openapi->endpoints[index - 1].path, openapi->endpoints[index].path) != 0;
}

/* One finding for a path that is nowhere, however many methods it has. */
static int look_at(struct stale_search *search, size_t index, struct error *error)
{
    const struct openapi_endpoint *endpoint = &search->document->openapi.endpoints[index];
    bool other_methods = false, out = false;
    bool found = has_path(search->readme, endpoint, &other_methods);
    const char *what = NULL;

    if (!found && !is_first_of_path(&search->document->openapi, index))
        return 0;
    if (!found)
        what = readme_is_of_operators(endpoint->path, strlen(endpoint->path))
                   ? NULL
                   : missing_part(search, endpoint->path, &out);
    else if (other_methods && !has_word(search, endpoint->method))
        what = endpoint->method;
    if (out)
        return no_memory(error);
    return what ? add_stale(search, endpoint, what, error) : 0;
}

/* Libraries that make routes of classes, or of the document. */
static bool makes_routes(const struct sources *sources)
{
    static const char *const marks[] = {
        "RepositoryRestResource",
        "data-rest",
        "DefaultRouter",
        "SimpleRouter",
        "ModelViewSet",
        "connexion",
        "openapi-backend",
        "openapi-glue",
        "oapi-codegen",
        "ogen-go",
        "openapi-generator",
        "openapi_generator",
        "@nestjs/",
        "flask_restful",
        "flask_restx",
        "swagger-routes",
    };

    for (size_t i = 0; i < COUNT(marks); i++)
        if (files_find_text(sources, marks[i], true))
            return true;
    return false;
}

static int compare(struct stale_search *search, struct error *error)
{
    const struct openapi *openapi = &search->document->openapi;
    size_t paths = 0, found = 0;
    bool other_methods = false;
    int status = 0;

    for (size_t i = 0; i < openapi->count; i++) {
        if (is_first_of_path(openapi, i)) {
            paths++;
            found += has_path(search->readme, &openapi->endpoints[i], &other_methods);
        }
    }
    if (found * 2 <= paths)
        return 0;
    for (size_t i = 0; i < openapi->count && status == 0; i++) {
        if (search->document->stale_count < README_STALE)
            status = look_at(search, i, error);
    }
    return status;
}

int readme_take_documents(struct readme *readme, const struct sources *sources, struct error *error)
{
    bool decides = !sources->cut && readme->route_count > 0 && !makes_routes(sources);
    int status = 0;

    readme->documents = arena_array(readme->arena, DOCUMENTS, sizeof(*readme->documents));
    if (!readme->documents)
        return no_memory(error);
    for (size_t i = 0; i < sources->count && status == 0; i++) {
        const struct source *source = &sources->items[i];
        if (!openapi_is_document(source->path) || readme->document_count == DOCUMENTS)
            continue;
        status = read_document(readme, source, error);
        if (status == 0 && decides) {
            struct stale_search search = { readme, sources,
                                           &readme->documents[readme->document_count - 1], source,
                                           0 };
            status = compare(&search, error);
        }
    }
    return status;
}

/* ---- What was found -------------------------------------------------------------------------- */

const struct readme_document *readme_named_document(const struct readme *readme)
{
    for (size_t i = 0; i < readme->document_count; i++) {
        const struct readme_document *document = &readme->documents[i];
        if (document->line && document->openapi.count)
            return document;
    }
    return NULL;
}

bool readme_documents_have(const struct readme *readme, const struct readme_route *route)
{
    for (size_t i = 0; i < readme->document_count; i++) {
        const struct readme_document *document = &readme->documents[i];
        for (size_t k = 0; document->line && k < document->openapi.count; k++) {
            const char *path = document->openapi.endpoints[k].path;
            if (readme_ends_like(path, strlen(path), route))
                return true;
        }
    }
    return false;
}

static int review_document(const struct readme_document *document, struct review *review,
                           struct error *error)
{
    const struct openapi *openapi = &document->openapi;
    struct readme_place place = { .file = openapi->file, .line = openapi->fault_line, .code = "" };
    int status = 0;

    if (openapi->fault) {
        const char *message = arena_printf(
            review->arena, "it was not read, nor compared with the sources: %s", openapi->fault);
        return message ? readme_finding_at(review, &place, "openapi-not-read", message, error)
                       : no_memory(error);
    }
    for (size_t i = 0; i < document->stale_count && status == 0; i++) {
        const struct readme_stale *stale = &document->stale[i];
        place.line = stale->line;
        place.code = stale->code;
        status =
            readme_finding_at(review, &place, "openapi-unknown-endpoint", stale->reason, error);
    }
    return status;
}

int readme_review_documents(const struct readme *readme, struct review *review, struct error *error)
{
    int status = 0;

    for (size_t i = 0; i < readme->document_count && status == 0; i++)
        status = review_document(&readme->documents[i], review, error);
    return status;
}
