#ifndef ASSAY_REVIEW_README_DOCUMENTS_H
#define ASSAY_REVIEW_README_DOCUMENTS_H

/*
 * The documents of OpenAPI beside a README: what they describe counts as documented where the
 * README names them, and what they describe and no source has is a fault of theirs.
 */

#include "judge/review/openapi.h"
#include "judge/review/readme.h"
#include "judge/review/sources.h"

/* An endpoint that is described and is not there. */
struct readme_stale {
    int line;
    const char *reason, *code;
};

enum { README_STALE = 20 /* of one document, that are told */ };

struct readme_document {
    struct openapi openapi;
    int line; /* of the README, where it is named; 0: nowhere */
    struct readme_stale stale[README_STALE];
    size_t stale_count;
};

/* Reads them, and compares them with the routes that the sources have: readme_take_routes() comes
 * before. Errors   -ENOMEM. */
int readme_take_documents(struct readme *readme, const struct sources *sources,
                          struct error *error);
void readme_end_documents(struct readme *readme);

/* The one that the README names and that was read; NULL: there is none. */
const struct readme_document *readme_named_document(const struct readme *readme);
/* Whether one that the README names describes the route. */
bool readme_documents_have(const struct readme *readme, const struct readme_route *route);
/* Adds what was found. Errors   -ENOMEM. */
int readme_review_documents(const struct readme *readme, struct review *review,
                            struct error *error);

#endif
