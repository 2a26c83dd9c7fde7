/*
 * Theory of operation: endpoints that are there, beside those that the README names. Routes are
 * read where frameworks have them spelled: a decorator, an annotation, a call with a path. A router
 * may be mounted below another path, so a route is named where any path in the README ends like
 * it, wherever that stands, with any method: what is left is a path of which the README has nothing
 * at all. A document of OpenAPI that the README names counts as part of it; whoever lists none, or
 * leads to another document, is not held to a list.
 */
#include "judge/review/readme_documents.h"
#include "judge/review/readme_internal.h"

#include "judge/review/mutant.h"
#include "judge/review/syntax.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <strings.h>

enum { ROUTES = 200, NAMED = 4, PARTS = 16 };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* ---- Routes ---------------------------------------------------------------------------------- */

/* Asked by machines, or to see whether it lives; or made by a library. */
bool readme_is_of_operators(const char *path, size_t size)
{
    return text_matches("(?i)\\A/*\\z|\\A/(?:-/|_+|api/)?(?:health|healthz|livez?|liveness|ready|"
                        "readyz|readiness|ping|status|metrics|version|favicon\\.ico|robots\\.txt|"
                        "docs|redoc|openapi[^/]*|swagger[^/]*|debug|static|assets|public)"
                        "(?:/.*)?\\z",
                        path, size);
}

static bool has_letters(const char *path)
{
    for (; *path; path += strcspn(path, "/"), path += *path == '/') {
        size_t size = strcspn(path, "/");
        if (size && !readme_is_blank(path, size))
            return true;
    }
    return false;
}

static bool has_route(const struct readme *readme, const char *text)
{
    for (size_t i = 0; i < readme->route_count; i++)
        if (!strcmp(readme->routes[i].text, text))
            return true;
    return false;
}

int readme_add_route(struct readme *readme, const struct readme_route *route, struct error *error)
{
    size_t size = strcspn(route->path, "?#");

    while (size > 1 && route->path[size - 1] == '/')
        size--;
    const char *path = arena_strndup(readme->arena, route->path, size);
    char *text =
        path ? arena_printf(readme->arena, "%s%s%s", route->method, *route->method ? " " : "", path)
             : NULL;
    const char *where = arena_strdup(readme->arena, route->where);
    const char *method = arena_strdup(readme->arena, route->method);
    if (!text || !where || !method)
        return no_memory(error);
    text_line(text);
    if (*path != '/' || size > 200 || readme_is_of_operators(path, size) || !has_letters(path) ||
        has_route(readme, text) || readme->route_count == ROUTES)
        return 0;
    if (array_reserve((void **) &readme->routes, readme->route_count, &readme->route_capacity,
                      sizeof(*readme->routes)) < 0)
        return no_memory(error);
    readme->routes[readme->route_count++] = (struct readme_route){
        .text = text, .method = method, .path = path, .where = where, .sample = route->sample
    };
    return 0;
}

/* ---- In the sources -------------------------------------------------------------------------- */

#define METHODS "get|post|put|patch|delete"
#define TEXT_OF(quotes) "[" quotes "](?<path>/[^" quotes "\\s]*)[" quotes "]"

static const struct spelling {
    unsigned languages;
    const char *pattern;
} spellings[] = {
    { 1u << SYNTAX_PYTHON, "@[\\w.]+\\.(?<method>" METHODS ")\\(\\s*" TEXT_OF("\"'") },
    { 1u << SYNTAX_PYTHON, "@[\\w.]+\\.route\\(\\s*" TEXT_OF(
                               "\"'") "(?:[^)\\n]*methods\\s*=\\s*[\\[(]\\s*[\"'](?<method>[A-Z]+))"
                                      "?" },
    /* A call with a second argument, of something that is called like a router. */
    { 1u << SYNTAX_JAVASCRIPT | 1u << SYNTAX_TYPESCRIPT,
      "\\b(?:app|server|fastify|routes?|\\w*[rR]outer)\\.(?<method>" METHODS
      ")\\(\\s*" TEXT_OF("\"'`") "\\s*," },
    { 1u << SYNTAX_GO, "\\bHandle(?:Func)?\\(\\s*\"(?:(?<method>[A-Z]+) )?(?<path>/[^\"\\s]*)\"" },
    { 1u << SYNTAX_GO,
      "\\b(?:app|e|r|g|mux|api|\\w*[rR]outer|\\w*[gG]roup)\\.(?<method>GET|POST|PUT|PATCH|DELETE|"
      "Get|Post|Put|Patch|Delete)\\(\\s*" TEXT_OF("\"") "\\s*," },
    { 1u << SYNTAX_JAVA | 1u << SYNTAX_KOTLIN,
      "@(?<method>Get|Post|Put|Patch|Delete)Mapping\\(\\s*(?:(?:value|path)\\s*=\\s*)?"
      "\\[?" TEXT_OF("\"") },
    { 1u << SYNTAX_KOTLIN, "(?m)^\\s*(?<method>" METHODS ")\\(" TEXT_OF("\"") "\\)\\s*\\{" },
    { 1u << SYNTAX_RUST,
      "\\.route\\(\\s*" TEXT_OF("\"") ",\\s*(?:\\w+::)*(?<method>" METHODS ")\\(" },
    { 1u << SYNTAX_RUST, "#\\[(?:\\w+::)*(?<method>" METHODS ")\\(" TEXT_OF("\"") },
};

/* Behind the mark of a comment. */
static bool is_commented(const char *text, size_t at)
{
    size_t start = at;

    while (start > 0 && text[start - 1] != '\n')
        start--;
    start += strspn(text + start, " \t");
    return !strncmp(text + start, "//", 2) || text[start] == '*' ||
           !strncmp(text + start, "/*", 2) || (text[start] == '#' && text[start + 1] != '[');
}

static int take_routes(struct readme *readme, struct pattern *pattern, const struct source *source,
                       struct error *error)
{
    unsigned methods = pattern_group(pattern, "method"), paths = pattern_group(pattern, "path");
    size_t from = 0, start, length, at, size;
    int status = 0;

    while (status == 0 && from < source->size &&
           pattern_find_from(pattern, source->text, source->size, from, paths, &start, &length)) {
        char method[8] = "";
        if (pattern_find_from(pattern, source->text, source->size, from, methods, &at, &size) &&
            size < sizeof(method)) {
            for (size_t i = 0; i < size; i++)
                method[i] = (char) toupper((unsigned char) source->text[at + i]);
            method[size] = '\0';
        }
        const char *path = arena_strndup(readme->arena, source->text + start, length);
        const struct readme_route route = { .method = method, .path = path, .where = source->path };
        if (!path)
            return no_memory(error);
        if (!is_commented(source->text, start))
            status = readme_add_route(readme, &route, error);
        from = start + length;
    }
    return status;
}

int readme_take_routes(struct readme *readme, const struct sources *sources, struct error *error)
{
    int status = 0;

    for (size_t i = 0; i < COUNT(spellings) && status == 0; i++) {
        struct pattern *pattern = NULL;
        status = pattern_new(spellings[i].pattern, &pattern, error);
        for (size_t k = 0; k < sources->count && status == 0; k++) {
            const struct source *source = &sources->items[k];
            unsigned bit = 1u << syntax_language_of(source->path);
            if ((spellings[i].languages & bit) && !mutant_is_test(source->path))
                status = take_routes(readme, pattern, source, error);
        }
        pattern_free(pattern);
    }
    return status;
}

/* ---- In the README --------------------------------------------------------------------------- */

struct part {
    const char *text;
    size_t size;
};

/* The parts of a path; of more than PARTS, the last ones. */
static size_t split(const char *text, size_t size, struct part *parts)
{
    size_t count = 0;

    for (size_t at = 0; at < size;) {
        size_t length = 0;
        while (at + length < size && text[at + length] != '/')
            length++;
        if (length && count == PARTS)
            memmove(parts, parts + 1, --count * sizeof(*parts));
        if (length)
            parts[count++] = (struct part){ text + at, length };
        at += length + 1;
    }
    return count;
}

static bool is_equal(const struct part *named, const struct part *part)
{
    return named->size && named->size == part->size &&
           !strncasecmp(named->text, part->text, part->size);
}

static bool may_stand_for(const struct part *named, const struct part *part, bool sample)
{
    return readme_is_blank(part->text, part->size) ||
           (sample && readme_is_blank(named->text, named->size));
}

bool readme_ends_like(const char *word, size_t size, const struct readme_route *route)
{
    const char *query = memchr(word, '?', size), *fragment = memchr(word, '#', size);
    struct part named[PARTS] = { 0 }, parts[PARTS] = { 0 };

    size = query ? (size_t) (query - word) : size;
    size = fragment && fragment < word + size ? (size_t) (fragment - word) : size;
    while (size && strchr(".:", word[size - 1]))
        size--;
    size_t has = split(word, size, named), count = split(route->path, strlen(route->path), parts);
    size_t common = has < count ? has : count, equal = 0;

    /* "`/x/ID/follow` and `/unfollow`": the second one is the end of a path, too. */
    if (has < count && *word != '/')
        return false;
    for (size_t i = 0; i < common; i++) {
        const struct part *here = &named[has - common + i], *part = &parts[count - common + i];
        if (is_equal(here, part))
            equal++;
        else if (!may_stand_for(here, part, route->sample))
            return false;
    }
    return equal > 0;
}

static bool is_named(const struct readme *readme, const struct readme_route *route)
{
    static const char between[] = " \t\r\n\"'`()|,;\\";

    for (const char *at = readme->text; *at;) {
        size_t size = strcspn(at, between);
        if (memchr(at, '/', size) && readme_ends_like(at, size, route))
            return true;
        at += size;
        at += strspn(at, between);
    }
    return false;
}

/* ---- The finding ----------------------------------------------------------------------------- */

static const char *message_of(struct arena *arena, const struct readme *readme, const bool *named,
                              size_t missing)
{
    const struct readme_document *document = readme_named_document(readme);
    const char *text =
        document ? arena_printf(arena, "neither the README nor %s has", document->openapi.file)
                 : "the API section has nothing of";
    size_t said = 0;

    for (size_t i = 0; i < readme->route_count && said < NAMED && text; i++) {
        const struct readme_route *route = &readme->routes[i];
        if (!named[i])
            text = arena_printf(arena, "%s%s %s (%s)", text, said++ ? "," : "", route->text,
                                route->where);
    }
    return text && missing > said ? arena_printf(arena, "%s, and %zu more", text, missing - said)
                                  : text;
}

/* The README without the names of the documents that were read. NULL: memory was out. */
static char *without_documents(struct arena *arena, const struct readme *readme)
{
    char *text = arena_strdup(arena, readme->text);

    for (size_t i = 0; text && i < readme->document_count; i++) {
        const struct openapi *openapi = &readme->documents[i].openapi;
        size_t size = strlen(openapi->file);
        char *at = openapi->fault ? NULL : strcasestr(text, openapi->file);
        for (; at; at = strcasestr(at + size, openapi->file))
            memset(at, ' ', size);
    }
    return text;
}

/* Whether it leads its readers to a list that is not known here. *ret_out: memory was out. */
static bool leads_elsewhere(struct arena *arena, const struct readme *readme, bool *ret_out)
{
    static const char documents[] = "(?i)openapi|swagger|redoc|api[ -]reference";
    static const char others[] = "(?i)postman|\\]\\([^)]*\\bapi\\b[^)]*\\.\\w+\\)|\\.http\\b";
    const char *text = without_documents(arena, readme);

    if (!text) {
        *ret_out = true;
        return true;
    }
    return text_matches(others, text, strlen(text)) ||
           (!readme_named_document(readme) && text_matches(documents, text, strlen(text)));
}

int readme_review_routes(const struct readme *readme, struct review *review, struct error *error)
{
    const struct readme_document *document = readme_named_document(readme);
    int line =
        readme->sections[README_API] || !document ? readme->sections[README_API] : document->line;
    bool named[ROUTES] = { false }, out = false;
    size_t missing = 0;

    if (!line || readme->cut || leads_elsewhere(review->arena, readme, &out))
        return out ? no_memory(error) : 0;
    for (size_t i = 0; i < readme->route_count; i++) {
        named[i] = is_named(readme, &readme->routes[i]) ||
                   readme_documents_have(readme, &readme->routes[i]);
        missing += !named[i];
    }
    if (missing == 0 || missing == readme->route_count)
        return 0;
    const char *message = message_of(review->arena, readme, named, missing);
    return message ? readme_finding(review, readme, "readme-undocumented-endpoint", line, message,
                                    error)
                   : no_memory(error);
}
