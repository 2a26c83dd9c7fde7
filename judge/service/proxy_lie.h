#ifndef ASSAY_SERVICE_PROXY_LIE_H
#define ASSAY_SERVICE_PROXY_LIE_H

/* Internal: what a lying proxy changes of an answer. */

#include "judge/base/memory.h"
#include "judge/service/proxy.h"

#include <stdbool.h>
#include <stddef.h>

struct answer {
    int status;
    struct buffer lines; /* "Name: value\n" */
    struct buffer body;
};

void answer_clear(struct answer *answer);
bool answer_line_is(const char *line, const char *name); /* "Name: value", whatever the case */

/* Whether it changed something. */
bool proxy_lie_apply(enum proxy_lie lie, struct answer *answer);

/* The first answer to each target; nobody else may use it at the same time. */
struct stale_answers {
    void *tree;
    size_t count;
};

/* Puts the first answer to this target in the place of the present one, or keeps it as the first.
 * Whether that changed something. */
bool stale_answer(struct stale_answers *known, const char *target, struct answer *answer);
void stale_answers_clear(struct stale_answers *known);

#endif
