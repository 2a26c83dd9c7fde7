/*
 * Documents of OpenAPI: as JSON where the first byte is "{", else as YAML.
 *
 * Properties: a document has endpoints or a fault, never both; every line that is told is a line of
 * the text; a fault is one line, fit to show; a path begins with "/" and is no longer than is kept,
 * a method is in capitals; no more endpoints come out than are kept; twice the same comes out.
 */
#include "judge/review/openapi.h"

#include "tests/fuzz/fuzz.h"

#include <ctype.h>

static int count_lines(const char *text, size_t size)
{
    int lines = 1;

    for (size_t i = 0; i < size; i++)
        lines += text[i] == '\n';
    return lines;
}

static void check(const struct openapi *openapi, int lines)
{
    fuzz_check(openapi->count <= OPENAPI_ENDPOINTS);
    fuzz_check(!openapi->fault || openapi->count == 0);
    if (openapi->fault) {
        fuzz_check(*openapi->fault && fuzz_is_visible(openapi->fault));
        fuzz_check(openapi->fault_line >= 1 && openapi->fault_line <= lines);
    }
    for (size_t i = 0; i < openapi->count; i++) {
        const struct openapi_endpoint *endpoint = &openapi->endpoints[i];
        fuzz_check(endpoint->line >= 1 && endpoint->line <= lines);
        fuzz_check(*endpoint->path == '/' && strlen(endpoint->path) <= OPENAPI_PATH_BYTES);
        for (const char *at = endpoint->method; *at; at++)
            fuzz_check(isupper((unsigned char) *at));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *file = size && *data == '{' ? "openapi.json" : "docs/openapi.yaml";
    char *text = fuzz_text((struct fuzz_input){ data, size });
    struct openapi one = { 0 }, other = { 0 };
    struct error error = { 0 };
    struct arena *arena = arena_new();

    fuzz_check(arena && openapi_is_document(file));
    fuzz_check(openapi_read(arena, file, text, size, &one, &error) == 0);
    fuzz_check(openapi_read(arena, file, text, size, &other, &error) == 0);
    check(&one, count_lines(text, size));
    fuzz_check(one.count == other.count && !one.fault == !other.fault);
    openapi_end(&one);
    openapi_end(&other);
    arena_free(arena);
    free(text);
    return 0;
}
