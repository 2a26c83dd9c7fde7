#ifndef ASSAY_REVIEW_OPENAPI_H
#define ASSAY_REVIEW_OPENAPI_H

/*
 * Which endpoints a document of OpenAPI, or of Swagger before it, describes. The document is a
 * candidate's: its size, depth and number of values are bounded, and aliases are not followed.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"

#include <stdbool.h>
#include <stddef.h>

struct openapi_endpoint {
    const char *method; /* in capitals; "": described elsewhere, by $ref */
    const char *path;   /* as it is written: "/notes/{id}" */
    int line;           /* of the method, or of the path where there is none */
};

struct openapi {
    const char *file;
    const char *fault; /* why it was not read, fit to show; NULL: it was */
    int fault_line;
    struct openapi_endpoint *endpoints; /* as they stand there */
    size_t count, capacity;
};

enum { OPENAPI_BYTES = 512 << 10, OPENAPI_ENDPOINTS = 1000, OPENAPI_PATH_BYTES = 200 };

/* Whether a repository keeps such a document under this path: openapi.yaml, .yml or .json, in its
 * root, docs/ or api/. */
bool openapi_is_document(const char *path);

/* Reads YAML or JSON. What is not OpenAPI at all has no endpoints; what cannot be read has a fault.
 * Owns     *ret lives in `arena`, as do its texts; openapi_end() frees the list.
 * Errors   -ENOMEM. Nothing in a text is an error.
 * Source   OpenAPI Specification 3.1.0, "Paths Object" and "Path Item Object".
 */
int openapi_read(struct arena *arena, const char *file, const char *text, size_t size,
                 struct openapi *ret, struct error *error);
void openapi_end(struct openapi *openapi);

#endif
